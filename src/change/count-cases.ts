// Counting the cases of closed waves: how waves, plan and stored cases become rows of a cube.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import { ServiceError } from "../db/service-error.ts";
import { prepareQuestionnaire } from "../questionnaire/prepare-questionnaire.ts";
import type { CodedAnswer, Questionnaire } from "../questionnaire/questionnaire.ts";
import { municipalityOn } from "../registers/municipality.ts";
import { dispositionClassOf } from "../statistics/outcome-rates.ts";
import type { StudyDefinition } from "../study/study.ts";
import {
  findInstrument,
  findStudyPlans,
  listMunicipalityGroups,
  type StudyPlans,
} from "../study/study-store.ts";
import { dispositionOf } from "../wave/disposition.ts";
import { type AnsweredCase, type CountedWave, municipalitiesAsked } from "./answered-cases-data.ts";
import { rowAnswers } from "./case-row.ts";
import type { AnalysisPlan, GroupVariable } from "./cube/analysis-plan.ts";
import type { WaveRow } from "./cube/wave-row.ts";
import { type Classification, classificationOn, unitMapOf } from "./municipality-columns.ts";
import { type MadePlan, studyPlan } from "./study-plan.ts";

/** The study, the wave or its questionnaire is not there: nothing can be counted. */
export class NothingToCountError extends ServiceError {
  override readonly name = "NothingToCountError";
  readonly code = "nothing-to-count";
}

/** A wave ready to be counted. */
export interface OpenedWave {
  readonly wave: CountedWave;
  /** Its number as text. */
  readonly label: string;
  readonly questionnaire: Questionnaire;
  readonly checksum: string;
}

/** @throws NothingToCountError if its questionnaire is not there */
export async function openCountedWave(
  db: Kysely<Database>,
  studyId: string,
  wave: CountedWave,
): Promise<OpenedWave> {
  const stored = await findInstrument(db, studyId, wave.instrumentVersion);
  if (stored === undefined)
    throw new NothingToCountError(`questionnaire ${wave.instrumentVersion} of study ${studyId}`);
  return {
    wave,
    label: String(wave.waveNumber),
    questionnaire: prepareQuestionnaire(stored.instrument),
    checksum: stored.checksum,
  };
}

/** What rows are made with: the study's files, and its municipalities as the latest of the waves knows them. */
export interface CountingFacts {
  readonly study: StudyDefinition;
  readonly files: StudyPlans;
  readonly classify: Classification;
}

/**
 * Size, centrality and the study's own groups are one classification for all waves, that of the latest: else the groups
 * would move, and not the opinions.
 */
export async function countingFacts(
  db: Kysely<Database>,
  study: StudyDefinition,
  opened: readonly OpenedWave[],
): Promise<CountingFacts> {
  const files = (await findStudyPlans(db, study.studyId)) ?? { analysis: null, comparability: null };
  const groups = await listMunicipalityGroups(db, study.studyId);
  const latest = opened
    .map(({ wave }) => wave.referenceDate)
    .sort()
    .at(-1)!;
  return { study, files, classify: classificationOn(study.country, groups, latest) };
}

/** The plan for a set of waves; a group declared without levels has those of the municipalities asked. */
export async function countingPlan(
  db: Kysely<Database>,
  { study, files, classify }: CountingFacts,
  opened: readonly OpenedWave[],
): Promise<MadePlan> {
  const numbers = opened.map(({ wave }) => wave.waveNumber);
  const municipalities = await municipalitiesAsked(db, study.studyId, numbers);
  const made = studyPlan({
    ...files,
    studyId: study.studyId,
    waves: opened.map(({ wave, label, questionnaire }) => ({
      wave: label,
      instrumentVersion: wave.instrumentVersion,
      variables: questionnaire.instrument.variables,
    })),
    roles: study.roles.map(({ role }) => role),
    municipalities,
    unitMap: unitMapOf(
      study.country,
      opened.map(({ label, wave }) => ({ label, referenceDate: wave.referenceDate })),
      municipalities,
    ),
  });
  const levelled = ({ variable, levels }: GroupVariable): GroupVariable => {
    if (levels.length > 0) return { variable, levels };
    const found = municipalities.flatMap((code) => classify(code)[variable] ?? []);
    return { variable, levels: [...new Set(found)].sort() };
  };
  return { ...made, plan: { ...made.plan, groups: made.plan.groups.map(levelled) } };
}

/**
 * Turns stored cases into rows of the cube; the answers of those who do not count as respondents stay unread. What the
 * files of an imported wave say of a case stands above what the registers say.
 */
export function rowMaker(
  { study, classify }: CountingFacts,
  plan: AnalysisPlan,
  opened: readonly OpenedWave[],
): (found: AnsweredCase, unit: string) => WaveRow {
  const items = new Map(plan.items.map((item) => [item.id, item]));
  const waves = new Map(
    opened.map((one) => {
      const { variables } = one.questionnaire.instrument;
      return [
        one.wave.waveNumber,
        { ...one, variables: new Map(variables.map((variable) => [variable.name, variable])) },
      ] as const;
    }),
  );
  return (found, unit) => {
    const { wave, label, questionnaire, variables } = waves.get(found.waveNumber)!;
    const { referenceDate } = wave;
    const { silentDisposition } = study;
    const disposition = dispositionOf(found.events, { referenceDate, silentDisposition });
    const municipality = municipalityOn(study.country, found.municipality, referenceDate);
    const context = {
      language: found.language,
      seed: 0,
      now: wave.closedAt ?? new Date(`${referenceDate}T00:00:00Z`),
      variables: { role: found.role, municipality: municipality?.name ?? found.municipality },
    };
    const codedAnswers = (): readonly CodedAnswer[] => {
      if (found.coded !== null)
        return Object.entries(found.coded).map(([variable, values]) => ({ variable, values }));
      return found.answers === null ? [] : questionnaire.codedAnswers(found.answers, context);
    };
    const isImported = found.events.some(({ kind }) => kind === "imported");
    const own = { role: found.role, municipality: found.municipality };
    const classes = classify(found.municipality);
    return {
      unit,
      wave: label,
      disposition,
      columns: isImported ? { ...classes, ...own, ...found.groups } : { ...found.groups, ...classes, ...own },
      answers: isRespondent(disposition) ? rowAnswers(codedAnswers(), variables, items) : {},
    };
  };
}

/** Whether a case with this outcome code counts as having answered. */
export function isRespondent(disposition: string): boolean {
  const outcome = dispositionClassOf(disposition);
  return outcome === "I" || outcome === "P";
}
