// Making the cubes at the closing of a wave: one pass over the cases, one row at a time, and what is kept are
// counts. One cube for the wave, and one for it together with every wave closed before; where later waves
// are closed already, one for those with all before them as well.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import { findStudy } from "../study/study-store.ts";
import { openAnalysis } from "./analysis.ts";
import { answeredCases, wavesToCount } from "./answered-cases-data.ts";
import {
  type CountingFacts,
  countingFacts,
  countingPlan,
  isRespondent,
  NothingToCountError,
  type OpenedWave,
  openCountedWave,
  rowMaker,
} from "./count-cases.ts";
import type { AnalysisPlan } from "./cube/analysis-plan.ts";
import type { Cube } from "./cube/cube.ts";
import { type CubeBuilder, createCubeBuilder } from "./cube/cube-builder.ts";
import { cubeToJson } from "./cube/cube-json.ts";
import { type CubeProvenance, type KeptCube, saveCube } from "./cube-store.ts";
import { designOf } from "./design.ts";
import { WeightingError } from "./weights.ts";

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
  const opened = await Promise.all(waves.map((wave) => openCountedWave(tx, studyId, wave)));
  const facts = await countingFacts(tx, study, opened);
  const upTo = opened.map((_, end) => opened.slice(0, end + 1));
  const sets = [[opened[place]!], ...upTo.slice(place).filter((set) => set.length > 1)];
  const counters: Counter[] = [];
  for (const set of sets) {
    const { plan, problems } = await countingPlan(tx, facts, set);
    counters.push({ opened: set, plan, problems, builder: createCubeBuilder(plan) });
  }
  const counts = await countCases(tx, facts, counters);
  const made: MadeCube[] = [];
  for (const counter of counters) {
    const kept = await keptCube(counter, counts, programVersion, now);
    const { waves: labels, provenance } = kept;
    made.push({ waves: labels, edition: await saveCube(tx, studyId, kept), provenance });
  }
  return made;
}

/** Reads every case once, hands its row to each cube that counts its wave, and counts cases per wave. */
async function countCases(
  tx: Kysely<Database>,
  facts: CountingFacts,
  counters: readonly Counter[],
): Promise<ReadonlyMap<string, CaseCount>> {
  const { opened, plan } = counters.at(-1)!;
  const toRow = rowMaker(facts, plan, opened);
  const counts = new Map(opened.map(({ label }) => [label, { cases: 0, respondents: 0 }]));
  const numbers = opened.map(({ wave }) => wave.waveNumber);
  let [unit, memberId] = [0, ""];
  for await (const found of answeredCases(tx, facts.study.studyId, numbers, casesHeld)) {
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
  return {
    waves: plan.waves,
    plan,
    cube,
    provenance: { program, waves, checksum, problems, weighting: weightingProblem(plan, cube) },
    madeAt: now,
  };
}

/** Why the declared weighting cannot be carried out in one of the waves; null where it can. */
function weightingProblem(plan: AnalysisPlan, cube: Cube): string | null {
  const analysis = openAnalysis(plan, cube);
  try {
    for (const wave of cube.waves.keys()) designOf(analysis, [wave]);
    return null;
  } catch (error) {
    if (error instanceof WeightingError) return error.reason;
    throw error;
  }
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
