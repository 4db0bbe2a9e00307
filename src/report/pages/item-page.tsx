// One question: its answers, what changed, and the same by each breakdown.
import type { Child } from "hono/jsx";
import { Button, HiddenFields, SelectField } from "../../web/form.tsx";
import { DataTable, Notice, Sheet } from "../../web/notice.tsx";
import type { PageTexts } from "../../web/page-texts.ts";
import type { ChangeLine, Reader } from "../change-report.ts";
import type { Chart } from "../charts/chart-canvas.ts";
import { ChartFigure, ChartStrip } from "../charts/chart-figure.tsx";
import { writeNumber } from "../figure-words.ts";
import { type Breakdown, type DistributionView, type LevelLine, levelNotes } from "../item-report.ts";
import { DistributionSheet } from "./distribution-sheet.tsx";
import { type Crumb, type EvaluatorFrame, EvaluatorPage, VerdictWords } from "./evaluator-frame.tsx";
import { Figure, Interval } from "./figure-cells.tsx";
import { changeColumns, DownloadLinks } from "./overview-page.tsx";

/** A measure to choose. */
export interface MeasureChoice {
  readonly name: string;
  readonly words: string;
}

/** What the pages about one question share. */
export interface ItemPageProps {
  readonly frame: EvaluatorFrame;
  readonly pageTexts: PageTexts;
  readonly reader: Reader;
  readonly crumbs: readonly Crumb[];
  readonly wording: string;
  readonly distribution: { readonly view: DistributionView; readonly chart: Chart | null };
  /** Measures that can be compared, the shown one by its name. */
  readonly measures: readonly MeasureChoice[];
  readonly measure: MeasureChoice | null;
  /** Settings that go along with the choice of a measure. */
  readonly kept: Readonly<Record<string, string>>;
  readonly previous: Crumb | null;
  readonly next: Crumb | null;
  readonly minimumBase: number;
  readonly hasMergedUnits: boolean;
}

/** A breakdown with its chart. */
export interface DrawnBreakdown<Line> {
  readonly breakdown: Breakdown<Line>;
  readonly chart: Chart;
}

export const ItemChangePage = (
  props: ItemPageProps & {
    readonly waveNames: readonly [string, string];
    readonly overall: { readonly line: ChangeLine; readonly strip: Chart | null } | null;
    readonly breakdowns: readonly DrawnBreakdown<ChangeLine>[];
    readonly crossing: CrossingChoice;
    /** Address of the figures of these two waves in the API. */
    readonly api: string;
  },
) => {
  const { reader, overall } = props;
  const { texts } = reader;
  return (
    <EvaluatorPage frame={props.frame} title={props.wording} crumbs={props.crumbs}>
      {overall === null ? null : (
        <Sheet>
          <h2>{texts.item.changeHeading}</h2>
          <MeasureForm {...props} />
          <div class="beside">
            <div>
              <p class="said">
                <VerdictWords tag={overall.line.tag} texts={texts} /> {overall.line.sentence}
              </p>
              {overall.line.rule === null ? null : <p class="muted">{overall.line.rule}</p>}
              {overall.line.bases === "" ? null : <p class="muted">{overall.line.bases}</p>}
            </div>
            {overall.strip === null ? null : <ChartStrip chart={overall.strip} />}
          </div>
        </Sheet>
      )}
      <DistributionSheet {...props.distribution} reader={reader} pageTexts={props.pageTexts} />
      <CrossingSheet {...props} />
      {props.breakdowns.map(({ breakdown, chart }) => (
        <BreakdownSheet {...props} breakdown={breakdown} chart={chart} note={texts.item.dotNote}>
          <DataTable
            caption={chart.title}
            texts={props.pageTexts}
            rows={breakdown.lines}
            columns={[
              groupColumn<ChangeLine>(breakdown),
              ...changeColumns<ChangeLine>(reader, props.waveNames, (line) => line),
            ]}
          />
          <details class="ds-details">
            <summary>{texts.item.inSentences}</summary>
            <dl>
              {breakdown.lines.map((line) => (
                <>
                  <dt>{line.label}</dt>
                  <dd>{line.sentence}</dd>
                </>
              ))}
            </dl>
          </details>
        </BreakdownSheet>
      ))}
      <DownloadLinks
        api={props.api}
        breakdowns={props.breakdowns.map(({ breakdown }) => breakdown.variable)}
        texts={texts}
      />
      <Pager {...props} />
    </EvaluatorPage>
  );
};

export const ItemLevelPage = (
  props: ItemPageProps & { readonly breakdowns: readonly DrawnBreakdown<LevelLine>[] },
) => {
  const { reader } = props;
  const { texts, language } = reader;
  return (
    <EvaluatorPage frame={props.frame} title={props.wording} crumbs={props.crumbs}>
      <DistributionSheet {...props.distribution} reader={reader} pageTexts={props.pageTexts} />
      {props.measures.length < 2 ? null : (
        <Sheet>
          <MeasureForm {...props} />
        </Sheet>
      )}
      {props.breakdowns.map(({ breakdown, chart }) => (
        <BreakdownSheet {...props} breakdown={breakdown} chart={chart} note={null}>
          <DataTable
            caption={chart.title}
            texts={props.pageTexts}
            rows={breakdown.lines}
            columns={[
              groupColumn<LevelLine>(breakdown),
              {
                heading: texts.columns.level,
                isNumber: true,
                cell: (line) => <Figure figure={line.estimate} language={language} texts={texts} />,
              },
              {
                heading: texts.columns.interval,
                isNumber: true,
                cell: (line) => (
                  <Interval lower={line.lower} upper={line.upper} language={language} texts={texts} />
                ),
              },
              {
                heading: texts.columns.bases,
                isNumber: true,
                cell: (line) => <Figure figure={line.n} language={language} texts={texts} />,
              },
            ]}
          />
          {levelNotes(breakdown.lines, reader).map((note) => (
            <p class="muted">{note}</p>
          ))}
        </BreakdownSheet>
      ))}
      <Pager {...props} />
    </EvaluatorPage>
  );
};

const groupColumn = <Line extends { readonly label: string; readonly weight: string }>({
  column,
}: {
  readonly column: string;
}) => ({
  heading: column,
  isRowHeading: true,
  cell: (line: Line): Child =>
    line.weight === "faint" ? <span class="faint-row">{line.label}</span> : line.label,
});

const BreakdownSheet = <Line,>(
  props: ItemPageProps & {
    readonly breakdown: Breakdown<Line>;
    readonly chart: Chart;
    readonly note: string | null;
    readonly children?: Child;
  },
) => {
  const { breakdown, reader } = props;
  const { texts, language } = reader;
  return (
    <Sheet>
      <h2>{breakdown.heading}</h2>
      <p class="muted">{props.measure?.words}</p>
      <div class="beside uneven">
        <ChartFigure chart={props.chart} {...(props.note === null ? {} : { caption: props.note })} />
        <div class={props.note === null ? "figures" : "figures stack"}>
          {props.children}
          {breakdown.hasFaint ? <p class="muted">{texts.item.tooFewNote}</p> : null}
          {breakdown.hasHidden ? (
            <p class="muted">{texts.hiddenNote(writeNumber(language, props.minimumBase))}</p>
          ) : null}
          {props.hasMergedUnits && breakdown.variable === "unit" ? (
            <p class="muted">{texts.mergedNote}</p>
          ) : null}
        </div>
      </div>
    </Sheet>
  );
};

type RefusalReason = keyof Reader["texts"]["crossing"]["refused"];

/** Two groups at once: what can be chosen, what was, and why it is not shown. */
export interface CrossingChoice {
  readonly choices: readonly MeasureChoice[];
  /** Pairs that cannot be shown, by the reason. */
  readonly notOffered: readonly { readonly reason: RefusalReason; readonly words: readonly string[] }[];
  readonly chosen: string | null;
  readonly refusal: RefusalReason | null;
}

const CrossingSheet = (props: ItemPageProps & { readonly crossing: CrossingChoice }) => {
  const { crossing, reader, measure } = props;
  const { texts, language } = reader;
  const words = texts.crossing;
  if (crossing.choices.length + crossing.notOffered.length === 0) return null;
  const minimum = writeNumber(language, props.minimumBase);
  const kept = { ...props.kept, ...(measure === null ? {} : { measure: measure.name }) };
  return (
    <Sheet>
      <h2>{words.heading}</h2>
      {crossing.refusal === null ? null : (
        <Notice kind="info" heading={words.refusedHeading}>
          <p>{words.refused[crossing.refusal](minimum)}</p>
        </Notice>
      )}
      {crossing.notOffered.map(({ reason, words: pairs }) => (
        <p class="muted">
          {words.notOffered(pairs.join("; "))} {words.refused[reason](minimum)}
        </p>
      ))}
      {crossing.choices.length === 0 ? null : (
        <form method="get" class="settings">
          <HiddenFields fields={kept} />
          <div class="row">
            <SelectField
              name="cross"
              label={words.label}
              texts={props.pageTexts}
              value={crossing.chosen ?? ""}
              options={crossing.choices.map(({ name, words: label }) => ({ value: name, label }))}
            />
            <Button variant="secondary">{words.submit}</Button>
          </div>
        </form>
      )}
    </Sheet>
  );
};

const MeasureForm = (props: ItemPageProps) => {
  const { measure } = props.reader.texts;
  if (props.measures.length < 2) return <p class="muted">{props.measure?.words}</p>;
  return (
    <form method="get" class="settings">
      <HiddenFields fields={props.kept} />
      <div class="row">
        <SelectField
          name="measure"
          label={measure.choose}
          texts={props.pageTexts}
          value={props.measure?.name ?? ""}
          options={props.measures.map(({ name, words }) => ({ value: name, label: words }))}
        />
        <Button variant="secondary">{measure.chooseSubmit}</Button>
      </div>
    </form>
  );
};

const Pager = ({ previous, next, reader }: ItemPageProps) => (
  <nav class="pager" aria-label={reader.texts.item.otherQuestions}>
    {previous === null ? (
      <span />
    ) : (
      <span>
        {reader.texts.item.previous}: <a href={previous.href}>{previous.label}</a>
      </span>
    )}
    {next === null ? null : (
      <span>
        {reader.texts.item.next}: <a href={next.href}>{next.label}</a>
      </span>
    )}
  </nav>
);
