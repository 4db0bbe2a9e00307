// All questions at once: what changed between two waves, or where one wave stands.
import type { Child } from "hono/jsx";
import { Button } from "../../web/form.tsx";
import { type TableColumn as DataColumn, DataTable, Sheet } from "../../web/notice.tsx";
import type { PageTexts } from "../../web/page-texts.ts";
import type { ChangeLine, Reader, VerdictTally } from "../change-report.ts";
import type { Chart } from "../charts/chart-canvas.ts";
import { ChartStrip } from "../charts/chart-figure.tsx";
import { writeNumber } from "../figure-words.ts";
import { type Crumb, type EvaluatorFrame, EvaluatorPage, VerdictWords } from "./evaluator-frame.tsx";
import { Bases, Figure, Interval } from "./figure-cells.tsx";

/** One measure of one question. */
export interface OverviewLine {
  readonly href: string;
  readonly wording: string;
  /** What is compared: "Share who answered “Yes”". */
  readonly measure: string;
  readonly change: ChangeLine;
  readonly strip: Chart | null;
}

export interface OverviewPageProps {
  readonly frame: EvaluatorFrame;
  readonly pageTexts: PageTexts;
  readonly reader: Reader;
  readonly crumbs: readonly Crumb[];
  /** Names of the waves as they stand in headings and in sentences. */
  readonly waveNames: readonly [string, string];
  readonly wavesInText: readonly [string, string];
  readonly lines: readonly OverviewLine[];
  /** Questions of which only the answers are shown. */
  readonly others: readonly Crumb[];
  readonly tally: readonly VerdictTally[];
  /** Comparisons that the verdicts take into account; null where unknown. */
  readonly familySize: number | null;
  readonly minimumBase: number;
  /** Whether the reader has set another limit than the usual one. */
  readonly isLimitChosen: boolean;
  /** What was typed as the limit, where it cannot be used. */
  readonly typedLimit: string | null;
  readonly openQuestions: readonly string[];
  /** Address of the figures of these two waves in the API. */
  readonly api: string;
}

export const OverviewPage = (props: OverviewPageProps) => {
  const { reader, lines } = props;
  const { texts, language } = reader;
  const { overview } = texts;
  const count = (value: number) => writeNumber(language, value);
  return (
    <EvaluatorPage frame={props.frame} title={overview.title(...props.wavesInText)} crumbs={props.crumbs}>
      <p>{overview.intro(...props.wavesInText)}</p>
      <ul class="tally">
        {props.tally.map(({ verdict, count: found }) => (
          <li>
            <strong>{overview.tally[verdict](count(found))}</strong>
          </li>
        ))}
      </ul>
      {props.familySize === null ? null : (
        <p class="muted">{overview.manyCompared(count(props.familySize))}</p>
      )}
      <p class="muted">{mentionEffect(props)}</p>
      <ol class="changes">
        {lines.map((line) => (
          <li class="sheet">
            <div>
              <h2>
                <a href={line.href}>{line.wording}</a>
              </h2>
              <p class="muted">{line.measure}</p>
              <p class="said">
                <VerdictWords tag={line.change.tag} texts={texts} /> {line.change.sentence}
              </p>
              {line.change.rule === null ? null : <p class="muted">{line.change.rule}</p>}
              {line.change.bases === "" ? null : <p class="muted">{line.change.bases}</p>}
            </div>
            {line.strip === null ? null : <ChartStrip chart={line.strip} />}
          </li>
        ))}
      </ol>
      <MentionForm {...props} />
      <Sheet>
        <h2>{overview.tableHeading}</h2>
        <div class="figures stack">
          <DataTable
            caption={overview.tableCaption(...props.wavesInText)}
            texts={props.pageTexts}
            rows={lines}
            columns={[
              {
                heading: texts.columns.question,
                cell: (line) => (
                  <>
                    <a href={line.href}>{line.wording}</a> <span class="measured">{line.measure}</span>
                  </>
                ),
                isRowHeading: true,
              },
              ...changeColumns<OverviewLine>(reader, props.waveNames, (line) => line.change),
            ]}
          />
        </div>
        <p class="muted">{texts.item.roundingNote}</p>
        <p class="muted">{texts.hiddenNote(count(props.minimumBase))}</p>
      </Sheet>
      <DownloadLinks api={props.api} breakdowns={[]} texts={texts} />
      <OtherQuestions questions={props.others} reader={reader} />
      <OpenQuestions questions={props.openQuestions} reader={reader} />
    </EvaluatorPage>
  );
};

const isCertain = ({ tag }: ChangeLine): boolean => tag === "up" || tag === "down";

/** What the limit for what is worth mentioning does to the lines of this page; means have a limit of their own. */
function mentionEffect({ lines, reader }: OverviewPageProps): string {
  const { texts, language, mentionFrom, sentences } = reader;
  const certain = lines
    .map(({ change }) => change)
    .filter((change) => isCertain(change) && isOfShare(change));
  const small = certain.filter((change) => !change.isWorthMentioning);
  const limit = sentences.percentagePoints(writeNumber(language, mentionFrom), mentionFrom === 1);
  return texts.overview.mentionEffect(certain.length, small.length, limit);
}

const isOfShare = ({ figures: { est } }: ChangeLine): boolean =>
  est.kind === "number" && est.unit === "percentage-points";

const MentionForm = (props: OverviewPageProps) => {
  const { texts, language, mentionFrom, sentences } = props.reader;
  const { overview } = texts;
  const isWrong = props.typedLimit !== null;
  const limit = sentences.percentagePoints(writeNumber(language, mentionFrom), mentionFrom === 1);
  return (
    <details class="ds-details settings" open={isWrong || props.isLimitChosen ? true : undefined}>
      <summary>{overview.mentionNow(limit)}</summary>
      <form method="get">
        <div class={isWrong ? "field has-problem" : "field"}>
          <label for="mention">{overview.mentionLabel}</label>
          <p class="hint" id="mention-hint">
            {overview.mentionHint}
          </p>
          {isWrong ? (
            <p class="problem" id="mention-problem">
              {overview.mentionProblem}
            </p>
          ) : null}
          <div class="row">
            <input
              class="ds-input"
              id="mention"
              name="mention"
              type="text"
              inputmode="numeric"
              size={4}
              value={props.typedLimit ?? String(mentionFrom)}
              aria-describedby={isWrong ? "mention-hint mention-problem" : "mention-hint"}
              aria-invalid={isWrong ? "true" : undefined}
            />
            <Button variant="secondary">{overview.mentionSubmit}</Button>
          </div>
        </div>
      </form>
    </details>
  );
};

/**
 * The columns of a table of changes: both levels, change, interval, bases, verdict. On a phone each row becomes a
 * block with the verdict first, in which every figure stands behind its column's name.
 */
export const changeColumns = <Row,>(
  { texts, language, mentionFrom, sentences }: Reader,
  waveNames: readonly [string, string],
  changeOf: (row: Row) => ChangeLine,
) => {
  const words = { language, texts };
  const limit = sentences.percentagePoints(writeNumber(language, mentionFrom), mentionFrom === 1);
  const isBelow = (line: ChangeLine) => isCertain(line) && isOfShare(line) && !line.isWorthMentioning;
  const figure = (name: "est_a" | "est_b" | "est") => (row: Row) => (
    <Figure figure={changeOf(row).figures[name]} {...words} />
  );
  const columns: DataColumn<Row>[] = [
    { heading: waveNames[0], cell: figure("est_a"), isNumber: true },
    { heading: waveNames[1], cell: figure("est_b"), isNumber: true },
    { heading: texts.columns.change, cell: figure("est"), isNumber: true },
    {
      heading: texts.columns.interval,
      cell: (row: Row): Child => (
        <Interval lower={changeOf(row).figures.ci_lo} upper={changeOf(row).figures.ci_hi} {...words} />
      ),
      isNumber: true,
    },
    {
      heading: texts.columns.bases,
      cell: (row: Row): Child => (
        <Bases earlier={changeOf(row).figures.n_a} later={changeOf(row).figures.n_b} {...words} />
      ),
      isNumber: true,
    },
    {
      heading: texts.columns.verdict,
      cell: (row: Row): Child => (
        <>
          <VerdictWords tag={changeOf(row).tag} texts={texts} />
          {changeOf(row).rule === null ? null : <span class="measured">{changeOf(row).rule}</span>}
          {isBelow(changeOf(row)) ? <span class="measured">{texts.overview.belowLimit(limit)}</span> : null}
        </>
      ),
    },
  ];
  return columns.map((column) => ({
    ...column,
    cell: (row: Row): Child => (
      <>
        <span class="cell-label" data-label={column.heading} />
        {column.cell(row)}
      </>
    ),
  }));
};

/** The figures of the page for other programs, protected as the page is. */
export const DownloadLinks = (props: {
  readonly api: string;
  readonly breakdowns: readonly string[];
  readonly texts: Reader["texts"];
}) => {
  const { download } = props.texts;
  const by = props.breakdowns.map(encodeURIComponent).join(",");
  const href = (format: string) => `${props.api}?format=${format}${by === "" ? "" : `&by=${by}`}`;
  return (
    <Sheet>
      <h2>{download.heading}</h2>
      <ul>
        <li>
          <a href={href("csv")}>{download.csv}</a>
        </li>
        <li>
          <a href={href("json")}>{download.json}</a>
        </li>
      </ul>
    </Sheet>
  );
};

/** Questions without a main figure: their answers can be read, one by one. */
export const OtherQuestions = (props: { readonly questions: readonly Crumb[]; readonly reader: Reader }) =>
  props.questions.length === 0 ? null : (
    <Sheet>
      <h2>{props.reader.texts.others.heading}</h2>
      <p>{props.reader.texts.others.text}</p>
      <ul>
        {props.questions.map((question) => (
          <li>
            <a href={question.href}>{question.label}</a>
          </li>
        ))}
      </ul>
    </Sheet>
  );

/** Which questions have answers that are withheld. */
export const OpenQuestions = (props: { readonly questions: readonly string[]; readonly reader: Reader }) =>
  props.questions.length === 0 ? null : (
    <Sheet>
      <h2>{props.reader.texts.open.heading}</h2>
      <ul>
        {props.questions.map((question) => (
          <li>{question}</li>
        ))}
      </ul>
      <p>{props.reader.texts.open.withheld}</p>
    </Sheet>
  );
