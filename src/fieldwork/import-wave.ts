// Taking in a wave that was collected elsewhere: checked whole, written whole or not at all, its counts made.
import type { Kysely } from "kysely";
import { recordAudit } from "../access/audit-log.ts";
import { dropCubesOf } from "../change/cube-store.ts";
import { readStudyAnalysis } from "../change/study-analysis.ts";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import { registerOf } from "../registers/municipality-register.ts";
import { addDays, dayIn } from "../study/calendar-date.ts";
import type { IsoDate, StudyDefinition, StudyId } from "../study/study.ts";
import { findInstrument, findStudyPlans, listInstruments, lockStudy } from "../study/study-store.ts";
import type { ImportMap } from "../wave/import/import-map.ts";
import { renamed } from "../wave/import/import-map.ts";
import { isTouched, removeCases } from "../wave/import/import-store.ts";
import type { ImportProblem, ImportTable } from "../wave/import/import-table.ts";
import { type ImportedWave, writeCollectedWave } from "../wave/import/import-wave.ts";
import { readImportedAnswers } from "../wave/import/imported-answers.ts";
import { readImportedCases } from "../wave/import/imported-cases.ts";
import { surveyAnswers } from "../wave/import/survey-answers.ts";
import { type PlanProblem, planProblems } from "../wave/plan-wave.ts";
import type { Wave } from "../wave/wave.ts";
import { hasShownFigures, isImported, listWaves, lockWave, type WavePlan } from "../wave/wave-store.ts";
import type { MakeCubes, ProtectWave } from "./close-wave.ts";
import { analysedRoles, answerRules, neededColumns } from "./import-rules.ts";

/** The files of a wave, and what is known of it beside them. */
export interface WaveImport {
  readonly studyId: StudyId;
  readonly waveNumber: number;
  readonly cases: ImportTable;
  readonly answers: ImportTable;
  readonly map: ImportMap;
  /** What is not given comes from the wave's plan, or else from the day of the import. */
  readonly plan: Partial<WavePlan>;
  readonly actor: string;
  readonly now: Date;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly makeCubes: MakeCubes;
  readonly protectWave: ProtectWave;
  /** Whether a wave that was taken in before is taken in anew, as long as no figure of it has been shown. */
  readonly isReplacement: boolean;
  /** Everything but the writing. */
  readonly isDryRun: boolean;
}

export type WaveImported =
  | {
      readonly kind: "imported" | "checked";
      readonly wave: ImportedWave | null;
      readonly plan: WavePlan;
      /** Whether nothing said when the wave was in the field. */
      readonly isDateAssumed: boolean;
      readonly cases: number;
      readonly respondents: number;
      readonly answers: number;
      readonly notices: readonly ImportProblem[];
    }
  | { readonly kind: "no-such-study" }
  | { readonly kind: "no-such-instrument"; readonly versions: readonly number[] }
  /** People are asked in it here, or were. */
  | { readonly kind: "asked-here" }
  /** It was taken in before; it can be taken in anew if that is what is wanted. */
  | { readonly kind: "imported-before" }
  /** It was taken in before, and a figure of it has been shown: what was published stands. */
  | { readonly kind: "shown" }
  | { readonly kind: "wrong-number"; readonly next: number }
  | { readonly kind: "bad-plan"; readonly problems: readonly PlanProblem[] }
  | {
      readonly kind: "refused";
      readonly problems: readonly ImportProblem[];
      readonly notices: readonly ImportProblem[];
    };

/** Takes in a wave of a study: all of it, or nothing. The wave is planned, opened and closed by it. */
export async function importWave(db: Kysely<Database>, request: WaveImport): Promise<WaveImported> {
  const { studyId, waveNumber, actor, now } = request;
  const imported = await inTransaction(db, async (tx): Promise<WaveImported> => {
    const study = await lockStudy(tx, studyId);
    if (study === undefined) return { kind: "no-such-study" };
    const present = await lockWave(tx, studyId, waveNumber, "update");
    const waves = await listWaves(tx, studyId);
    const standing = present === undefined ? "free" : await standingOf(tx, present);
    if (standing === "asked-here" || standing === "shown") return { kind: standing };
    if (standing === "imported" && !request.isReplacement) return { kind: "imported-before" };
    if (present === undefined && waveNumber !== waves.length + 1)
      return { kind: "wrong-number", next: waves.length + 1 };
    const versions = (await listInstruments(tx, studyId)).map(({ version }) => version);
    const earlier = waves.filter((wave) => wave.waveNumber < waveNumber).at(-1);
    const { plan, isDateAssumed } = planOf(request, study, present, earlier, versions);
    const instrument = await findInstrument(tx, studyId, plan.instrumentVersion);
    if (instrument === undefined) return { kind: "no-such-instrument", versions };
    const wrong = planProblems(plan, "9999-12-31", earlier?.referenceDate ?? null);
    if (wrong.length > 0) return { kind: "bad-plan", problems: wrong };

    const analysis = readStudyAnalysis(studyId, (await findStudyPlans(tx, studyId))!);
    const { variables } = instrument.instrument;
    const waveLabels = labelsOf(request, analysis.waveLabels);
    const register = registerOf(study.country);
    const cases = readImportedCases(
      renamed(request.cases, request.map),
      {
        waveLabels,
        roles: study.roles.map(({ role }) => role),
        analysedRoles: analysedRoles(analysis.plan),
        languages: study.languages,
        isMunicipality: (code) => register.byCode.has(code),
        neededColumns: neededColumns(analysis.plan),
        weightColumn: analysis.plan.design.baseWeight,
      },
      request.map,
    );
    const rules = answerRules(variables, analysis.plan, String(waveNumber));
    const answers = readImportedAnswers(
      renamed(request.answers, request.map),
      cases.records,
      waveLabels,
      rules,
      request.map,
    );
    const problems = [
      ...analysis.problems.map(
        (says): ImportProblem => ({ file: "analysis.json", row: null, column: null, value: null, says }),
      ),
      ...cases.problems,
      ...answers.problems,
    ];
    const notices = [...cases.notices, ...answers.notices];
    if (problems.length > 0) return { kind: "refused", problems, notices };

    const summary = {
      plan,
      isDateAssumed,
      cases: cases.records.length,
      respondents: cases.records.filter(({ isRespondent }) => isRespondent).length,
      answers: answers.records.reduce((sum, { coded }) => sum + Object.keys(coded).length, 0),
      notices,
    };
    if (request.isDryRun) return { kind: "checked", wave: null, ...summary };
    if (present !== undefined) {
      await removeCases(tx, studyId, waveNumber);
      await dropCubesOf(tx, studyId, waveNumber);
    }
    const codebook = new Map(variables.map((variable) => [variable.name, variable]));
    const wave = await writeCollectedWave(
      tx,
      study,
      {
        waveNumber,
        plan,
        cases: cases.records,
        answers: new Map(
          answers.records.map(({ memberId, coded }) => [
            memberId,
            { coded, answers: surveyAnswers(coded, codebook) },
          ]),
        ),
      },
      request,
    );
    await request.makeCubes(tx, { studyId, waveNumber, now });
    const detail = { wave: waveNumber, ...plan, ...wave };
    await recordAudit(tx, { studyId, actor, act: "wave-imported", detail, at: now });
    return { kind: "imported", wave, ...summary };
  });
  if (imported.kind === "imported") await request.protectWave({ studyId, waveNumber });
  return imported;
}

/** Whether a wave may be filled from files. One that was opened while nothing was sent or answered is as good as planned. */
async function standingOf(
  tx: Kysely<Database>,
  { studyId, waveNumber, state }: Wave,
): Promise<"free" | "imported" | "shown" | "asked-here"> {
  if (state === "planned") return "free";
  if (await isTouched(tx, studyId, waveNumber)) return "asked-here";
  if (!(await isImported(tx, studyId, waveNumber))) return state === "open" ? "free" : "asked-here";
  return (await hasShownFigures(tx, studyId, waveNumber)) ? "shown" : "imported";
}

/** Its number, or what analysis.json or map.json calls it. */
function labelsOf({ waveNumber, map }: WaveImport, declared: readonly string[]): string[] {
  if (map.wave !== null) return [map.wave];
  return [...new Set([String(waveNumber), declared[waveNumber - 1] ?? String(waveNumber)])];
}

function planOf(
  { plan, now }: WaveImport,
  study: StudyDefinition,
  present: Wave | undefined,
  earlier: Wave | undefined,
  versions: readonly number[],
): { plan: WavePlan; isDateAssumed: boolean } {
  const today = dayIn(study.timeZone, now);
  const afterEarlier = earlier === undefined ? today : laterOf(today, addDays(earlier.referenceDate, 1));
  const opensOn = plan.opensOn ?? present?.opensOn ?? plan.referenceDate ?? plan.closesOn ?? afterEarlier;
  return {
    plan: {
      instrumentVersion: plan.instrumentVersion ?? present?.instrumentVersion ?? Math.max(...versions, 1),
      opensOn,
      closesOn: plan.closesOn ?? present?.closesOn ?? opensOn,
      referenceDate: plan.referenceDate ?? present?.referenceDate ?? opensOn,
    },
    isDateAssumed:
      present === undefined && [plan.opensOn, plan.closesOn, plan.referenceDate].every((day) => !day),
  };
}

function laterOf(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}
