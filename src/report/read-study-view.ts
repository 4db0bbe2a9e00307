// Reading what the page about one study shows: its waves, who answered, and which figures there are.
import type { Kysely } from "kysely";
import { keptPlans } from "../change/cube-store.ts";
import type { Database } from "../db/schema.ts";
import { type ProtectedRow, type ProtectedTable, protectTable } from "../disclosure/protect-table.ts";
import type { StudyDefinition } from "../study/study.ts";
import type { Reader } from "./change-report.ts";
import { groupWords } from "./codebook-words.ts";
import { type EvaluatedWave, evaluatedWaves } from "./evaluation-data.ts";
import { openEvaluation } from "./open-evaluation.ts";
import type { ResponseBreakdown, StudyPageProps } from "./pages/study-page.tsx";
import { type NeededTable, publishNeeded } from "./publish-needed.ts";
import { shownBreakdowns } from "./shown-breakdowns.ts";
import { responseTable, responseTableId } from "./tables/response-table.ts";

type StudyView = Pick<
  StudyPageProps,
  "changes" | "levels" | "waves" | "response" | "byGroupHref" | "planProblems"
>;

/** The table of who answered in one wave by one breakdown. */
export const responseNeeded = (wave: string, breakdown: string | null): NeededTable => ({
  tableId: responseTableId(wave, breakdown),
  subject: { kind: "response", breakdown },
  make: (analysis) => responseTable(analysis, wave, breakdown),
});

/** The three figures of a row of a response table. */
const responseOfRow = ({ figures }: ProtectedRow) => ({
  asked: figures.invited!,
  answered: figures.answered!,
  rate: figures.rr2!,
});

/** Tables of who answered, one set per closed wave that has figures. */
interface WaveResponse {
  readonly wave: EvaluatedWave;
  readonly whole: ProtectedTable;
  readonly byGroup: ReadonlyMap<string, ProtectedTable>;
}

/** Whom the page speaks to, and what was asked for. */
export interface StudyRequest {
  readonly reader: Reader;
  /** Address of the study: "/evaluate/<study>". */
  readonly base: string;
  /** A date as the reader writes it. */
  readonly day: (date: string) => string;
  readonly now: Date;
  /** Whether who answered is asked for by group: these figures are published, those of everybody are not counted. */
  readonly isByGroup: boolean;
}

/** How many answered each wave, and what there is to read. */
export async function readStudyView(
  db: Kysely<Database>,
  study: StudyDefinition,
  { reader, base, day, now, isByGroup }: StudyRequest,
): Promise<StudyView> {
  const { texts } = reader;
  const all = await evaluatedWaves(db, study.studyId);
  const responses: WaveResponse[] = [];
  for (const wave of all) {
    const response =
      wave.state === "closed" ? await responseOfWave(db, study, wave, isByGroup ? now : null) : null;
    if (response !== null) responses.push(response);
  }
  const withFigures = responses.map(({ wave }) => wave);
  const pairs = withFigures.flatMap((earlier, index) =>
    withFigures.slice(index + 1).map((later) => [earlier, later] as const),
  );
  return {
    changes: pairs
      .map(([earlier, later]) => ({
        href: `${base}/change/${earlier.label}-${later.label}`,
        label: texts.study.change(texts.waveInText(earlier.label), texts.waveInText(later.label)),
      }))
      .reverse(),
    levels: withFigures.map(({ label }) => ({
      href: `${base}/wave/${label}`,
      label: texts.study.level(texts.waveInText(label)),
    })),
    waves: all.map((wave) => {
      const response = responses.find((found) => found.wave.label === wave.label);
      return {
        name: texts.waveName(wave.label),
        state: wave.state,
        period: texts.study.period(day(wave.opensOn), day(wave.closesOn)),
        response: response === undefined ? null : responseOfRow(response.whole.everyone),
      };
    }),
    response: breakdownsOf(responses, study, reader),
    byGroupHref: isByGroup || withFigures.length === 0 ? null : `${base}?answered=groups`,
    planProblems: (await keptPlans(db, study.studyId)).at(-1)?.provenance.problems ?? [],
  };
}

/** @param now null where only the numbers for everybody are asked for, which are not written into the ledger */
async function responseOfWave(
  db: Kysely<Database>,
  study: StudyDefinition,
  wave: EvaluatedWave,
  now: Date | null,
): Promise<WaveResponse | null> {
  const opened = await openEvaluation(db, study, [wave.label]);
  if (opened.kind !== "open") return null;
  const { evaluation } = opened;
  const whole = protectTable(responseTable(await evaluation.analysis(), wave.label, null), {
    minimumBase: study.minimumBase,
  });
  if (now === null) return { wave, whole, byGroup: new Map() };
  const variables = shownBreakdowns(evaluation.plan);
  const needed = variables.map((variable) => responseNeeded(wave.label, variable));
  const tables = await publishNeeded(db, evaluation, needed, now);
  if (tables === null) return null;
  return { wave, whole, byGroup: new Map(variables.map((variable, index) => [variable, tables[index]!])) };
}

function breakdownsOf(
  responses: readonly WaveResponse[],
  study: StudyDefinition,
  reader: Reader,
): ResponseBreakdown[] {
  const variables = [...new Set(responses.flatMap(({ byGroup }) => [...byGroup.keys()]))];
  return variables.map((variable) => {
    const shown = responses.filter(({ byGroup }) => byGroup.has(variable));
    const dates = shown.map(({ wave }) => wave.referenceDate);
    const words = groupWords(variable, study, dates, reader.language, reader.texts);
    const levels = [
      ...new Set(shown.flatMap(({ byGroup }) => byGroup.get(variable)!.rows.map(({ level }) => level ?? ""))),
    ];
    return {
      heading: words.heading,
      column: words.column,
      waveNames: shown.map(({ wave }) => reader.texts.waveName(wave.label)),
      rows: words.inOrder(levels).map((level) => ({
        label: words.level(level),
        waves: shown.map(({ byGroup }) => {
          const row = byGroup.get(variable)!.rows.find((candidate) => candidate.level === level);
          return row === undefined ? null : responseOfRow(row);
        }),
      })),
    };
  });
}
