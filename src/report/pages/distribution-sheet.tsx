// All answers to one question: chart and table side by side, the same rounded figures in both.
import { DataTable, Sheet } from "../../web/notice.tsx";
import type { PageTexts } from "../../web/page-texts.ts";
import type { Reader } from "../change-report.ts";
import type { Chart } from "../charts/chart-canvas.ts";
import { ChartFigure, Swatch } from "../charts/chart-figure.tsx";
import type { AnswerRow, DistributionView } from "../item-report.ts";
import { Figure } from "./figure-cells.tsx";

export const DistributionSheet = (props: {
  readonly view: DistributionView;
  readonly chart: Chart | null;
  readonly reader: Reader;
  readonly pageTexts: PageTexts;
}) => {
  const { view, reader } = props;
  const { texts, language } = reader;
  const { item, columns } = texts;
  return (
    <Sheet>
      <h2>{item.answersHeading}</h2>
      <div class="beside">
        {props.chart === null ? null : <ChartFigure chart={props.chart} caption={texts.tableBeside} />}
        <div class="figures">
          <DataTable<AnswerRow>
            caption={item.answersCaption}
            texts={props.pageTexts}
            rows={view.answers}
            footRows={view.others}
            columns={[
              {
                heading: columns.answer,
                isRowHeading: true,
                cell: (row) => (
                  <>
                    {row.color === null ? null : <Swatch color={row.color} />}
                    {row.label}
                  </>
                ),
              },
              ...view.waveNames.map((wave, index) => ({
                heading: wave,
                isNumber: true,
                cell: (row: AnswerRow) => (
                  <Figure figure={row.figures[index]!} language={language} texts={texts} />
                ),
              })),
            ]}
          />
          {view.hasDontKnow ? <p class="muted">{item.dontKnowNote}</p> : null}
          {view.isMulti ? <p class="muted">{item.manyChoices}</p> : null}
        </div>
      </div>
    </Sheet>
  );
};
