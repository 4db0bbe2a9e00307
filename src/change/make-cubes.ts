// Making the cubes at the closing of a wave: one pass over the cases, one row at a time, and what is kept are
// counts. One cube for the wave, and one for it together with every wave closed before; where later waves
// are closed already, one for those with all before them as well.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import { ServiceError } from "../db/service-error.ts";
import { prepareQuestionnaire } from "../questionnaire/prepare-questionnaire.ts";
import type { Questionnaire } from "../questionnaire/questionnaire.ts";
import { municipalityOn } from "../registers/municipality.ts";
import { dispositionClassOf } from "../statistics/outcome-rates.ts";
import type { StudyDefinition } from "../study/study.ts";
import { findInstrument, findStudy, findStudyPlans } from "../study/study-store.ts";
import { dispositionOf } from "../wave/disposition.ts";
import {
  type AnsweredCase,
  answeredCases,
  type CountedWave,
  municipalitiesAsked,
  wavesToCount,
} from "./answered-cases-data.ts";
import { rowAnswers } from "./case-row.ts";
import type { AnalysisPlan } from "./cube/analysis-plan.ts";
import { type CubeBuilder, createCubeBuilder } from "./cube/cube-builder.ts";
import { cubeToJson } from "./cube/cube-json.ts";
import type { WaveRow } from "./cube/wave-row.ts";
import { type CubeProvenance, type KeptCube, saveCube } from "./cube-store.ts";
import { registerColumns, unitMapOf } from "./municipality-columns.ts";
import { type MadePlan, studyPlan } from "./study-plan.ts";

/** The study, the wave or its questionnaire is not there: nothing can be counted. */
export class NothingToCountError extends ServiceError {
  override readonly name = "NothingToCountError";
  readonly code = "nothing-to-count";
}

/** What was made: the waves counted, and how many cases and respondents per wave. */
export interface MadeCube {
  readonly waves: readonly string[];
  readonly edition: number;
  readonly provenance: CubeProvenance;
}

const casesHeld = 500;

/** A cube on its way: the waves it counts, oldest first. */
interface Counter {
  readonly opened: readonly OpenedWave[];
  readonly plan: AnalysisPlan;
  readonly problems: readonly string[];
  readonly builder: CubeBuilder;
}

interface CaseCount {
  cases: number;
  respondents: number;
}

interface OpenedWave {
  readonly wave: CountedWave;
  readonly label: string;
  readonly questionnaire: Questionnaire;
  readonly checksum: string;
}

/**
 * Makes and keeps the cubes of a wave that is being closed. Call it in the closing's transaction, after the
 * drafts have been taken in and the closing events are recorded. Made again from the same cases it gives the
 * same counts and checksum.
 *
 * @param waveNumber the wave being closed
 * @param programVersion of the running program, for the record
 * @throws NothingToCountError
 */
export async function makeCubes(
  tx: Kysely<Database>,
  {
    studyId,
    waveNumber,
    programVersion,
    now,
  }: { studyId: string; waveNumber: number; programVersion: string; now: Date },
): Promise<MadeCube[]> {
  const study = await findStudy(tx, studyId);
  const waves = await wavesToCount(tx, studyId, waveNumber);
  const place = waves.findIndex((wave) => wave.waveNumber === waveNumber);
  if (study === undefined || place < 0)
    throw new NothingToCountError(`wave ${waveNumber} of study ${studyId}`);
  const opened = await Promise.all(waves.map((wave) => openWave(tx, studyId, wave)));
  const analysis = (await findStudyPlans(tx, studyId))?.analysis ?? null;
  const upTo = opened.map((_, end) => opened.slice(0, end + 1));
  const sets = [[opened[place]!], ...upTo.slice(place).filter((set) => set.length > 1)];
  const counters: Counter[] = [];
  for (const set of sets) {
    const { plan, problems } = await planOf(tx, study, set, analysis);
    counters.push({ opened: set, plan, problems, builder: createCubeBuilder(plan) });
  }
  const counts = await countCases(tx, study, counters);
  const made: MadeCube[] = [];
  for (const counter of counters) {
    const kept = await keptCube(counter, counts, programVersion, now);
    const { waves: labels, provenance } = kept;
    made.push({ waves: labels, edition: await saveCube(tx, studyId, kept), provenance });
  }
  return made;
}

async function openWave(tx: Kysely<Database>, studyId: string, wave: CountedWave): Promise<OpenedWave> {
  const stored = await findInstrument(tx, studyId, wave.instrumentVersion);
  if (stored === undefined)
    throw new NothingToCountError(`questionnaire ${wave.instrumentVersion} of study ${studyId}`);
  return {
    wave,
    label: String(wave.waveNumber),
    questionnaire: prepareQuestionnaire(stored.instrument),
    checksum: stored.checksum,
  };
}

async function planOf(
  tx: Kysely<Database>,
  study: StudyDefinition,
  opened: readonly OpenedWave[],
  analysis: Readonly<Record<string, unknown>> | null,
): Promise<MadePlan> {
  const numbers = opened.map(({ wave }) => wave.waveNumber);
  const municipalities = await municipalitiesAsked(tx, study.studyId, numbers);
  return studyPlan({
    studyId: study.studyId,
    analysis,
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
}

/** Reads every case once, hands its row to each cube that counts its wave, and counts cases per wave. */
async function countCases(
  tx: Kysely<Database>,
  study: StudyDefinition,
  counters: readonly Counter[],
): Promise<ReadonlyMap<string, CaseCount>> {
  const { opened, plan } = counters.at(-1)!;
  const toRow = rowMaker(study, plan, opened);
  const counts = new Map(opened.map(({ label }) => [label, { cases: 0, respondents: 0 }]));
  const numbers = opened.map(({ wave }) => wave.waveNumber);
  let [unit, memberId] = [0, ""];
  for await (const found of answeredCases(tx, study.studyId, numbers, casesHeld)) {
    if (found.memberId !== memberId) {
      memberId = found.memberId;
      unit += 1;
    }
    const row = toRow(found, String(unit).padStart(12, "0"));
    const count = counts.get(row.wave)!;
    count.cases += 1;
    if (isRespondent(row.disposition)) count.respondents += 1;
    for (const counter of counters) if (counter.plan.waves.includes(row.wave)) counter.builder.add(row);
  }
  return counts;
}

async function keptCube(
  { opened, plan, problems, builder }: Counter,
  counts: ReadonlyMap<string, CaseCount>,
  program: string,
  now: Date,
): Promise<Omit<KeptCube, "edition">> {
  const cube = builder.finish();
  const waves = Object.fromEntries(
    opened.map(({ wave, label, checksum }) => [
      label,
      {
        instrumentVersion: wave.instrumentVersion,
        instrumentChecksum: checksum,
        ...counts.get(label)!,
      },
    ]),
  );
  const checksum = await sha256(JSON.stringify(cubeToJson(cube)));
  return { waves: plan.waves, plan, cube, provenance: { program, waves, checksum, problems }, madeAt: now };
}

/** Turns stored cases into rows of the cube; the answers of those who do not count as respondents stay unread. */
function rowMaker(study: StudyDefinition, plan: AnalysisPlan, opened: readonly OpenedWave[]) {
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
  return (found: AnsweredCase, unit: string): WaveRow => {
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
    return {
      unit,
      wave: label,
      disposition,
      columns: {
        ...registerColumns(municipality),
        ...found.groups,
        role: found.role,
        municipality: found.municipality,
      },
      answers:
        found.answers === null || !isRespondent(disposition)
          ? {}
          : rowAnswers(questionnaire.codedAnswers(found.answers, context), variables, items),
    };
  };
}

function isRespondent(disposition: string): boolean {
  const outcome = dispositionClassOf(disposition);
  return outcome === "I" || outcome === "P";
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
