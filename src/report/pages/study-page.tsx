// The evaluator's studies, and one study: what can be read, its waves, and who answered.
import type { ProtectedFigure } from "../../disclosure/protect-table.ts";
import type { Catalogue } from "../../language/catalogue.ts";
import type { LanguageCode } from "../../language/language-code.ts";
import { DataTable, Notice, Sheet } from "../../web/notice.tsx";
import type { PageTexts } from "../../web/page-texts.ts";
import type { ReportTexts } from "../codebook-words.ts";
import { type EvaluatorFrame, EvaluatorPage } from "./evaluator-frame.tsx";
import { Figure } from "./figure-cells.tsx";

export const StudiesPage = (props: {
  readonly frame: EvaluatorFrame;
  readonly texts: ReportTexts;
  readonly studies: readonly {
    readonly title: string;
    readonly href: string;
    readonly closedWaves: number;
  }[];
}) => (
  <EvaluatorPage frame={props.frame} title={props.texts.studies.title}>
    {props.studies.length === 0 ? (
      <Sheet>
        <p>{props.texts.studies.none}</p>
        <p>{props.texts.studies.noneHelp}</p>
      </Sheet>
    ) : (
      <div class="cards">
        {props.studies.map((study) => (
          <Sheet>
            <h2>
              <a href={study.href}>{study.title}</a>
            </h2>
            <p class="muted">{props.texts.studies.closedWaves(study.closedWaves)}</p>
          </Sheet>
        ))}
      </div>
    )}
  </EvaluatorPage>
);

/** One wave in the list. Figures are null until it has closed. */
export interface WaveLine {
  readonly name: string;
  readonly state: keyof ReportTexts["study"]["states"];
  readonly period: string;
  readonly response: {
    readonly asked: ProtectedFigure;
    readonly answered: ProtectedFigure;
    readonly rate: ProtectedFigure;
  } | null;
}

/** Who answered, by one breakdown: per group and closed wave. */
export interface ResponseBreakdown {
  readonly heading: string;
  readonly column: string;
  readonly waveNames: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    /** Asked, answered and rate per wave, in the order of `waveNames`; null where the wave has no such group. */
    readonly waves: readonly ({
      readonly asked: ProtectedFigure;
      readonly answered: ProtectedFigure;
      readonly rate: ProtectedFigure;
    } | null)[];
  }[];
}

/** A link to figures. */
export interface ReportLink {
  readonly href: string;
  readonly label: string;
}

export interface StudyPageProps {
  readonly frame: EvaluatorFrame;
  readonly texts: ReportTexts;
  readonly pageTexts: PageTexts;
  readonly language: LanguageCode;
  readonly title: string;
  readonly changes: readonly ReportLink[];
  readonly levels: readonly ReportLink[];
  readonly waves: readonly WaveLine[];
  readonly response: readonly ResponseBreakdown[];
  /** Where who answered can be read by group; null where it is shown, or there is nothing to show. */
  readonly byGroupHref: string | null;
  readonly minimumBase: string;
  /** What is wrong with the study's analysis plan; empty where nothing is. */
  readonly planProblems: readonly string[];
  /** What everybody may have. */
  readonly publicUse: { readonly texts: Catalogue["publicUse"]; readonly api: string };
}

export const StudyPage = (props: StudyPageProps) => {
  const { texts, language } = props;
  const { study } = texts;
  const number = { isNumber: true } as const;
  const cell = (figure: ProtectedFigure | undefined) =>
    figure === undefined ? texts.notDefined : <Figure figure={figure} language={language} texts={texts} />;
  const openWaves = props.waves.filter(({ state }) => state === "open");
  return (
    <EvaluatorPage frame={props.frame} title={props.title}>
      {props.levels.length > 0 ? null : (
        <Notice kind="info">
          <p>{study.noneClosed}</p>
        </Notice>
      )}
      {props.levels.length === 0 ? null : (
        <div class="cards">
          <Sheet>
            <h2>{study.changeHeading}</h2>
            {props.changes.length === 0 ? <p>{study.needsTwo}</p> : <Links links={props.changes} />}
          </Sheet>
          <Sheet>
            <h2>{study.levelHeading}</h2>
            <Links links={props.levels} />
          </Sheet>
        </div>
      )}
      {props.planProblems.length === 0 ? null : (
        <Notice kind="warning">
          <p>{study.planFaults}</p>
          <ul>
            {props.planProblems.map((problem) => (
              <li lang="en">{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      {openWaves.length === 0 ? null : (
        <Notice kind="info">
          <p>{study.openNow(openWaves[0]!.name)}</p>
        </Notice>
      )}
      <Sheet>
        <div class="figures">
          <h2>{study.wavesHeading}</h2>
          <DataTable
            caption={study.wavesCaption}
            texts={props.pageTexts}
            rows={props.waves}
            columns={[
              { heading: study.wave, cell: (wave) => wave.name, isRowHeading: true },
              {
                heading: study.answered,
                cell: ({ response }) =>
                  response === null ? (
                    texts.notDefined
                  ) : (
                    <>
                      {cell(response.answered)} {study.of} {cell(response.asked)}
                    </>
                  ),
                ...number,
              },
              { heading: study.rateShort, cell: (wave) => cell(wave.response?.rate), ...number },
              {
                heading: study.fieldPeriod,
                cell: (wave) => (
                  <>
                    {study.states[wave.state]} <span class="measured">{wave.period}</span>
                  </>
                ),
              },
            ]}
          />
          <p class="muted">{study.rateNote}</p>
          {props.byGroupHref === null ? null : (
            <p>
              <a href={props.byGroupHref}>{study.byGroup}</a>
            </p>
          )}
          {props.response.map((breakdown) => (
            <DataTable
              caption={study.responseCaption(breakdown.heading)}
              texts={props.pageTexts}
              rows={breakdown.rows}
              columns={[
                { heading: breakdown.column, cell: (row) => row.label, isRowHeading: true },
                ...breakdown.waveNames.flatMap((wave, index) => [
                  {
                    heading: `${wave}: ${study.answeredOfAsked}`,
                    cell: (row: (typeof breakdown.rows)[number]) => {
                      const found = row.waves[index];
                      return found === null || found === undefined ? (
                        texts.notDefined
                      ) : (
                        <>
                          {cell(found.answered)} {study.of} {cell(found.asked)}
                        </>
                      );
                    },
                    ...number,
                  },
                  {
                    heading: study.rateShort,
                    cell: (row: (typeof breakdown.rows)[number]) => cell(row.waves[index]?.rate),
                    ...number,
                  },
                ]),
              ]}
            />
          ))}
          {props.response.length === 0 ? null : <p class="muted">{texts.hiddenNote(props.minimumBase)}</p>}
        </div>
      </Sheet>
      {props.levels.length === 0 ? null : <PublicUseSheet {...props.publicUse} />}
    </EvaluatorPage>
  );
};

const PublicUseSheet = ({ texts, api }: StudyPageProps["publicUse"]) => (
  <Sheet>
    <h2>{texts.heading}</h2>
    <p>{texts.intro}</p>
    <Links
      links={[
        { href: `${api}/README.txt`, label: texts.readme },
        { href: `${api}/figures.csv`, label: texts.figures },
        { href: `${api}/codebook.csv`, label: texts.codebook },
      ]}
    />
  </Sheet>
);

const Links = ({ links }: { readonly links: readonly ReportLink[] }) => (
  <ul>
    {links.map((link) => (
      <li>
        <a href={link.href}>{link.label}</a>
      </li>
    ))}
  </ul>
);
