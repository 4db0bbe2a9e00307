// Counting closed waves once more for a question that the kept counts cannot answer: the same post instead of the
// same person, or groups that are answers. Nothing is kept.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import type { StudyDefinition } from "../study/study.ts";
import { type AnsweredCase, answeredCases, wavesToCount } from "./answered-cases-data.ts";
import {
  countingFacts,
  countingPlan,
  NothingToCountError,
  openCountedWave,
  rowMaker,
} from "./count-cases.ts";
import type { AnalysisPlan, GroupVariable } from "./cube/analysis-plan.ts";
import { ANSWER_COLUMN } from "./cube/column.ts";
import type { Cube } from "./cube/cube.ts";
import { buildCube } from "./cube/cube-builder.ts";
import { variablesOf } from "./cube/variable.ts";
import type { WaveRow } from "./cube/wave-row.ts";

const casesHeld = 500;

/** Who is followed from wave to wave: the person, or whoever holds the post. */
export type FollowedUnit = "member" | "seat";

/** A cube made for one question, with its plan. */
export interface CountedStudy {
  readonly plan: AnalysisPlan;
  readonly cube: Cube;
}

/**
 * Counts waves, all of them closed, with the person or the seat as the unit. Where a seat has two cases in one wave,
 * the first by member id is the seat's and the others stand for themselves. Rows are held in memory.
 *
 * @param request.answerGroups columns `answer:ITEM` or `answer:ITEM/OPTION` to break down by, in addition to the plan's
 *   groups; they belong to the plan that is returned
 * @throws NothingToCountError if one of the waves is not closed
 */
export async function countOnDemand(
  db: Kysely<Database>,
  study: StudyDefinition,
  request: {
    readonly waves: readonly string[];
    readonly unit: FollowedUnit;
    readonly answerGroups: readonly string[];
  },
): Promise<CountedStudy> {
  const closed = (await wavesToCount(db, study.studyId, 0)).filter(({ closedAt }) => closedAt !== null);
  const wanted = closed.filter(({ waveNumber }) => request.waves.includes(String(waveNumber)));
  if (wanted.length !== request.waves.length)
    throw new NothingToCountError(`waves ${request.waves.join(", ")} of study ${study.studyId}`);
  const opened = await Promise.all(wanted.map((wave) => openCountedWave(db, study.studyId, wave)));
  const facts = await countingFacts(db, study, opened);
  const counting = await countingPlan(db, facts, opened);
  const plan = {
    ...counting.plan,
    groups: [
      ...counting.plan.groups,
      ...request.answerGroups.map((column) => answerGroup(counting.plan, column)),
    ],
  };
  const toRow = rowMaker(facts, plan, opened);
  const numbers = opened.map(({ wave }) => wave.waveNumber);
  const unitOf = request.unit === "seat" ? seatUnits() : ({ memberId }: AnsweredCase) => memberId;
  const rows: WaveRow[] = [];
  for await (const found of answeredCases(db, study.studyId, numbers, casesHeld))
    rows.push(toRow(found, unitOf(found)));
  return { plan, cube: buildCube(plan, rows) };
}

function seatUnits(): (found: AnsweredCase) => string {
  const taken = new Set<string>();
  return ({ seatId, memberId, waveNumber }) => {
    const place = JSON.stringify([seatId, waveNumber]);
    const isFirst = !taken.has(place);
    taken.add(place);
    return isFirst ? JSON.stringify([seatId]) : JSON.stringify([seatId, memberId]);
  };
}

/** @throws RangeError if no item of the plan has such answers */
function answerGroup(plan: AnalysisPlan, column: string): GroupVariable {
  const name = column.slice(ANSWER_COLUMN.length);
  const variable = variablesOf(plan).find(
    ({ key }) => name === (key.option === null ? key.item : `${key.item}/${key.option}`),
  );
  if (variable === undefined) throw new RangeError(`no item answers the group ${column}`);
  const levels = variable.states.map(({ code }) => code).filter((code) => code !== "");
  return { variable: column, levels: [...new Set(levels)] };
}
