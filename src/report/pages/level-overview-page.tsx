// All questions of one wave: where things stand, with how sure one can be.
import { DataTable, Sheet } from "../../web/notice.tsx";
import type { PageTexts } from "../../web/page-texts.ts";
import type { Reader } from "../change-report.ts";
import { writeNumber } from "../figure-words.ts";
import { type LevelLine, levelNotes } from "../item-report.ts";
import { type Crumb, type EvaluatorFrame, EvaluatorPage } from "./evaluator-frame.tsx";
import { Figure, Interval } from "./figure-cells.tsx";
import { OpenQuestions, OtherQuestions } from "./overview-page.tsx";

/** One measure of one question in one wave. */
export interface LevelOverviewLine extends LevelLine {
  readonly href: string;
  readonly wording: string;
  readonly measure: string;
}

export const LevelOverviewPage = (props: {
  readonly frame: EvaluatorFrame;
  readonly pageTexts: PageTexts;
  readonly reader: Reader;
  readonly crumbs: readonly Crumb[];
  readonly waveInText: string;
  readonly lines: readonly LevelOverviewLine[];
  readonly others: readonly Crumb[];
  readonly minimumBase: number;
  readonly openQuestions: readonly string[];
}) => {
  const { reader } = props;
  const { texts, language } = reader;
  const words = { language, texts };
  return (
    <EvaluatorPage frame={props.frame} title={texts.levels.title(props.waveInText)} crumbs={props.crumbs}>
      <p>{texts.levels.intro(props.waveInText)}</p>
      <Sheet>
        <div class="figures">
          <DataTable
            caption={texts.levels.tableCaption(props.waveInText)}
            texts={props.pageTexts}
            rows={props.lines}
            columns={[
              {
                heading: texts.columns.question,
                isRowHeading: true,
                cell: (line) => (
                  <>
                    <a href={line.href}>{line.wording}</a> <span class="measured">{line.measure}</span>
                  </>
                ),
              },
              {
                heading: texts.columns.level,
                isNumber: true,
                cell: (line) => <Figure figure={line.estimate} {...words} />,
              },
              {
                heading: texts.columns.interval,
                isNumber: true,
                cell: (line) => <Interval lower={line.lower} upper={line.upper} {...words} />,
              },
              {
                heading: texts.columns.bases,
                isNumber: true,
                cell: (line) => <Figure figure={line.n} {...words} />,
              },
            ]}
          />
        </div>
        {levelNotes(props.lines, reader).map((note) => (
          <p class="muted">{note}</p>
        ))}
        <p class="muted">{texts.hiddenNote(writeNumber(language, props.minimumBase))}</p>
      </Sheet>
      <OtherQuestions questions={props.others} reader={reader} />
      <OpenQuestions questions={props.openQuestions} reader={reader} />
    </EvaluatorPage>
  );
};
