// From a case as it is stored to a row of the cube: outcome, groups, and answers in codes.
import type { Variable } from "../questionnaire/instrument.ts";
import type { CodedAnswer } from "../questionnaire/questionnaire.ts";
import type { PlanItem } from "./cube/analysis-plan.ts";
import { type Answer, NOT_ASKED, REFUSED } from "./cube/wave-row.ts";

const FILTERED = "__na__";
const NONE = "__none__";
/** Stands for a text that somebody wrote; the text itself never reaches the cube. */
const WRITTEN = "1";

/**
 * The answers of one response as the cube reads them. Texts are reduced to the fact that something was written;
 * items that the plan does not have are left out.
 *
 * @param coded the response in codebook codes
 * @param variables the codebook, by name
 * @param items the plan's items, by id
 */
export function rowAnswers(
  coded: readonly CodedAnswer[],
  variables: ReadonlyMap<string, Variable>,
  items: ReadonlyMap<string, PlanItem>,
): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  for (const { variable: name, values } of coded) {
    const item = items.get(name);
    const variable = variables.get(name);
    if (item === undefined || variable === undefined || values.length === 0) continue;
    answers[name] = answerOf(item, variable, values);
  }
  return answers;
}

function answerOf(item: PlanItem, variable: Variable, values: readonly string[]): Answer {
  if (values.length === 1 && values[0] === FILTERED) return NOT_ASKED;
  const refused = variable.values.find(({ missing }) => missing === "refused")?.code;
  if (refused !== undefined && values.includes(refused)) return REFUSED;
  if (item.type === "open") return item.dontKnow.includes(values[0]!) ? values[0]! : WRITTEN;
  if (item.type === "multi") return values.filter((value) => value !== NONE);
  if (item.type === "top3") return ranked(values);
  return values[0]!;
}

/** Options in rank order from `RANK:OPTION`; "" for a rank that was left open. Without ranks, as they come. */
function ranked(values: readonly string[]): string[] {
  const options: string[] = [];
  values.forEach((value, index) => {
    if (value === NONE) return;
    const match = /^(\d+):(.*)$/s.exec(value);
    const rank = match === null ? index + 1 : Number(match[1]);
    options[rank - 1] = match === null ? value : match[2]!;
  });
  return Array.from(options, (option) => option ?? "");
}
