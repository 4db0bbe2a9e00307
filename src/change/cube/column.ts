// Columns of a case: those that were handed in, and those that follow from others: the common unit of a
// municipality, and the answer to an item where it makes a group.

import { type AnalysisPlan, weightingVariables } from "./analysis-plan.ts";
import { type VariableKey, variablesOf } from "./variable.ts";
import type { WaveRow } from "./wave-row.ts";

/** `answer:ITEM` or `answer:ITEM/OPTION`: the column is the answer in the same wave. */
export const ANSWER_COLUMN = "answer:";

/** The columns that make up a profile. */
export function profileColumns(plan: AnalysisPlan): string[] {
  const groups = plan.groups.map((group) => group.variable);
  return [...new Set([...groups, ...weightingVariables(plan.design.weighting)])];
}

/**
 * Reads columns of rows. `unit` is the municipality's common unit where the plan has a map. `answer:ITEM` is the
 * value code (after the crosswalk) or the don't-know code of a single-choice item, `answer:ITEM/OPTION` is `no`,
 * `chosen` or `first`; "" where there is no answer. A column that is missing reads as "".
 */
export function createColumnReader(plan: AnalysisPlan): (row: WaveRow, column: string) => string {
  const answers = new Map(
    plan.groups
      .filter((group) => group.variable.startsWith(ANSWER_COLUMN))
      .map((group) => [group.variable, answerReader(plan, group.variable)]),
  );
  return (row, column) => {
    const answer = answers.get(column);
    if (answer !== undefined) return answer(row);
    if (column === "unit" && plan.unitMap !== null) {
      const municipality = row.columns.municipality ?? "";
      return plan.unitMap.get(row.wave)?.get(municipality) ?? municipality;
    }
    return row.columns[column] ?? "";
  };
}

/** The columns that the answers of a plan's items can make: `answer:ITEM`, `answer:ITEM/OPTION`. */
export function answerColumns(plan: AnalysisPlan): string[] {
  return variablesOf(plan).map(({ key }) => answerColumn(key));
}

function answerColumn(key: VariableKey): string {
  return ANSWER_COLUMN + (key.option === null ? key.item : `${key.item}/${key.option}`);
}

function answerReader(plan: AnalysisPlan, column: string): (row: WaveRow) => string {
  const encoder = variablesOf(plan).find(({ key }) => answerColumn(key) === column);
  if (encoder === undefined) throw new RangeError(`no item answers the group ${column}`);
  const { item } = encoder.key;
  return (row) => encoder.states[encoder.stateOf(row.answers[item], row.wave)]!.code;
}
