// Pieces that show rather than ask: notices, progress, lists of facts, tables.
import type { Child } from "hono/jsx";
import type { PageTexts } from "./page-texts.ts";

/** Something the reader should notice. The colour is never the only sign: an icon stands beside it. */
export const Notice = (props: {
  readonly kind: "info" | "success" | "warning" | "danger";
  readonly heading?: string;
  /** True where it tells what came of what the reader just did, and is to be read out. */
  readonly isOutcome?: boolean;
  readonly children?: Child;
}) => (
  <div
    class="ds-alert"
    data-color={props.kind}
    role={props.isOutcome === true ? (props.kind === "danger" ? "alert" : "status") : undefined}
  >
    {props.heading === undefined ? null : <h2>{props.heading}</h2>}
    {props.children}
  </div>
);

const address = /([^\s,;]+@[^\s,;]*[^\s,;.]|\+?\d[\d\s\u00a0-]{4,}\d)([,;.]?)/;

/** An address of e-mail may break after the sign when it does not fit on a line. */
const Whole = ({ text, end }: { readonly text: string; readonly end: string }) => {
  const [name = "", place] = text.split("@");
  if (place === undefined) {
    return (
      <span class="whole">
        {text}
        {end}
      </span>
    );
  }
  return (
    <>
      <a href={`mailto:${text}`}>
        <span class="whole">{name}@</span>
        <wbr />
        <span class="whole">{place}</span>
      </a>
      {end}
    </>
  );
};

/** A sentence in which addresses of e-mail can be followed, and neither they nor telephone numbers break in two. */
export const WholeWords = ({ text }: { readonly text: string }) => {
  const [before = "", found, end = ""] = text.split(address);
  if (found === undefined) return <span>{text}</span>;
  return (
    <>
      {before}
      <Whole text={found} end={end} />
      <WholeWords text={text.slice(before.length + found.length + end.length)} />
    </>
  );
};

/** How far along: "Page 2 of 5" with a bar. */
export const Progress = (props: {
  readonly page: number;
  readonly total: number;
  readonly texts: PageTexts;
}) => (
  <div class="progress">
    <span id="progress-text">{props.texts.pageOf(props.page, props.total)}</span>
    <progress value={props.page} max={props.total} aria-labelledby="progress-text" />
  </div>
);

/** A white sheet on the page. */
export const Sheet = (props: { readonly children?: Child }) => (
  <section class="sheet">{props.children}</section>
);

/** Facts as term and description. */
export const FactList = (props: {
  readonly facts: readonly { readonly term: Child; readonly description: Child }[];
}) => (
  <dl class="facts">
    {props.facts.map((fact) => (
      <>
        <dt>{fact.term}</dt>
        <dd>{fact.description}</dd>
      </>
    ))}
  </dl>
);

/** A column of a data table. */
export interface TableColumn<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => Child;
  /** Numbers stand to the right. */
  readonly isNumber?: boolean;
  /** True for the column that names the row. */
  readonly isRowHeading?: boolean;
}

/** A table with caption and headings that scrolls inside itself, reachable with the keyboard. */
export const DataTable = <Row,>(props: {
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly texts: PageTexts;
  /** Rows under the others, e.g. a total. */
  readonly footRows?: readonly Row[];
}) => {
  const cells = (row: Row) =>
    props.columns.map((column) =>
      column.isRowHeading === true ? (
        <th scope="row" class={column.isNumber === true ? "number" : undefined}>
          {column.cell(row)}
        </th>
      ) : (
        <td class={column.isNumber === true ? "number" : undefined}>{column.cell(row)}</td>
      ),
    );
  return (
    <section class="table-scroll" aria-label={props.caption} tabindex={0}>
      <table class="ds-table">
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th scope="col" class={column.isNumber === true ? "number" : undefined}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.length === 0 ? (
            <tr>
              <td colspan={props.columns.length}>{props.texts.emptyTable}</td>
            </tr>
          ) : (
            props.rows.map((row) => <tr>{cells(row)}</tr>)
          )}
        </tbody>
        {(props.footRows ?? []).length === 0 ? null : (
          <tfoot>
            {(props.footRows ?? []).map((row) => (
              <tr>{cells(row)}</tr>
            ))}
          </tfoot>
        )}
      </table>
    </section>
  );
};
