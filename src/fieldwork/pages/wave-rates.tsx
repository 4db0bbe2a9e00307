// The response rate of a wave, named, with its counts: overall, by role, by municipality, and both together.

import { DataTable, FactList, Sheet } from "../../web/notice.tsx";
import type { PageTexts } from "../../web/page-texts.ts";
import type { FieldworkTexts } from "../lead-texts.ts";
import type { Written } from "../written.ts";
import { Bar } from "./lead-frame.tsx";
import type { StandingView } from "./wave-page.tsx";

/** One group: how many have answered, of how many the rate is taken, and the rate as a proportion. */
export interface RateLine {
  readonly label: string;
  readonly answered: number;
  readonly asked: number;
  readonly rate: number | null;
}

export interface RatesView {
  /** Which AAPOR rate is shown. */
  readonly name: "rr2";
  readonly overall: RateLine;
  /** How many of the wave are not among `asked`, because they do not hold the post. */
  readonly leftOut: number;
  readonly byRole: readonly RateLine[];
  readonly byMunicipality: readonly RateLine[];
  readonly roles: readonly string[];
  /** One row per municipality, one cell per role; null where nobody is asked. */
  readonly byBoth: readonly {
    readonly municipality: string;
    readonly cells: readonly ({ readonly answered: number; readonly asked: number } | null)[];
  }[];
}

const alwaysShown: ReadonlySet<keyof StandingView> = new Set(["cases", "answered", "started", "waiting"]);

interface RatesProps {
  readonly rates: RatesView;
  readonly texts: FieldworkTexts;
  readonly pageTexts: PageTexts;
  readonly written: Written;
}

export const WaveRates = (
  props: RatesProps & { readonly standing: StandingView; readonly isFinal: boolean },
) => {
  const { rates, standing, texts, written } = props;
  return (
    <>
      <div class="columns">
        <div>
          <Sheet>
            <h2>{texts.wave.rateHeading}</h2>
            <p class="figure">{written.share(rates.overall.rate, rates.overall.asked)}</p>
            <Bar proportion={rates.overall.rate} />
            <p>{texts.wave.rateOf(rates.overall.answered, rates.overall.asked)}</p>
            {rates.leftOut === 0 ? null : <p>{texts.wave.leftOut(rates.leftOut)}</p>}
            <p class="muted">
              {texts.wave.rateNames[rates.name]}. {texts.wave.rateSource}{" "}
              {props.isFinal ? null : texts.wave.notYetFinal}
            </p>
          </Sheet>
          <Sheet>
            <h2>{texts.wave.standingHeading}</h2>
            <FactList
              facts={(Object.keys(texts.wave.standing) as (keyof StandingView)[])
                .filter((what) => standing[what] > 0 || alwaysShown.has(what))
                .map((what) => ({
                  term: texts.wave.standing[what],
                  description: written.count(standing[what]),
                }))}
            />
          </Sheet>
          <RateTable
            {...props}
            caption={texts.wave.byRole}
            heading={texts.wave.columns.role}
            lines={rates.byRole}
          />
        </div>
        <RateTable
          {...props}
          caption={texts.wave.byMunicipality}
          heading={texts.wave.columns.municipality}
          lines={rates.byMunicipality}
        />
      </div>
      <BothTable {...props} />
    </>
  );
};

const RateTable = (
  props: RatesProps & {
    readonly caption: string;
    readonly heading: string;
    readonly lines: readonly RateLine[];
  },
) => (
  <Sheet>
    <DataTable
      caption={props.caption}
      texts={props.pageTexts}
      rows={props.lines}
      footRows={[{ ...props.rates.overall, label: props.texts.wave.columns.total }]}
      columns={[
        { heading: props.heading, cell: (line) => line.label, isRowHeading: true },
        {
          heading: props.texts.wave.columns.answered,
          cell: (line) => (
            <>
              {props.written.share(line.rate, line.asked)}{" "}
              <span class="muted">({props.texts.wave.rateOf(line.answered, line.asked)})</span>
              <Bar proportion={line.rate} />
            </>
          ),
          isNumber: true,
        },
      ]}
    />
  </Sheet>
);

const BothTable = ({ rates, texts, pageTexts }: RatesProps) => (
  <Sheet>
    <DataTable
      caption={texts.wave.byBoth}
      texts={pageTexts}
      rows={rates.byBoth}
      columns={[
        { heading: texts.wave.columns.municipality, cell: (row) => row.municipality, isRowHeading: true },
        ...rates.roles.map((role, place) => ({
          heading: role,
          cell: (row: RatesView["byBoth"][number]) => {
            const cell = row.cells[place];
            return cell === undefined || cell === null ? "–" : texts.wave.rateOf(cell.answered, cell.asked);
          },
          isNumber: true,
        })),
      ]}
    />
    <p class="muted">{texts.wave.byBothHelp}</p>
  </Sheet>
);
