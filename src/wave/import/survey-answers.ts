// Answers in codes as the questionnaire itself would have stored them.
import type { Answers, AnswerValue, Variable } from "../../questionnaire/instrument.ts";

/**
 * The answers of one person under the questions' own names and in their own values. Codes that the questionnaire does
 * not have (those of an earlier wave that a crosswalk maps) and filtered items are left out.
 *
 * @param coded per variable its codes, as `CodedAnswer.values`
 */
export function surveyAnswers(
  coded: Readonly<Record<string, readonly string[]>>,
  variables: ReadonlyMap<string, Variable>,
): Answers {
  const answers: Record<string, AnswerValue> = {};
  for (const [name, values] of Object.entries(coded)) {
    const variable = variables.get(name);
    const value = variable === undefined ? null : surveyValue(variable, values);
    if (value !== null) put(answers, variable!.path, value);
  }
  return answers;
}

function surveyValue(variable: Variable, values: readonly string[]): AnswerValue | null {
  const [first] = values;
  if (first === undefined || first === "__na__") return null;
  const valueOfCode = (code: string) => variable.values.find((known) => known.code === code)?.value;
  switch (variable.kind) {
    case "number":
      return Number.isFinite(Number(first)) ? Number(first) : null;
    case "single":
      return valueOfCode(first) ?? null;
    case "multi": {
      const none = variable.values.find(({ role }) => role === "none")?.value;
      const chosen = values.map((code) => (code === "__none__" ? none : valueOfCode(code)));
      return listOrNull(chosen);
    }
    case "rank": {
      const ranked = values.map((value) => /^(\d+):(.*)$/s.exec(value) ?? [value, "0", value]);
      ranked.sort((a, b) => Number(a[1]) - Number(b[1]));
      return listOrNull(ranked.map((match) => valueOfCode(match[2]!)));
    }
    default:
      return first;
  }
}

function listOrNull(values: readonly (AnswerValue | undefined)[]): AnswerValue | null {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? null : known;
}

function put(answers: Record<string, AnswerValue>, path: readonly (string | number)[], value: AnswerValue) {
  let at: Record<string | number, AnswerValue> = answers;
  path.forEach((step, index) => {
    if (index === path.length - 1) {
      at[step] = value;
      return;
    }
    const inner = at[step] ?? (typeof path[index + 1] === "number" ? [] : {});
    at[step] = inner;
    at = inner as Record<string | number, AnswerValue>;
  });
}
