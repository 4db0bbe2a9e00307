// Names and codes that meant something else in an earlier version of the same questionnaire.
import type { Instrument, Variable } from "../instrument.ts";
import type { Finding } from "./finding.ts";

const sameKind = (one: Variable, other: Variable): boolean => one.kind === other.kind;

const textOf = (labels: Readonly<Record<string, string>>, language: string): string =>
  (labels[language] ?? "").trim().toLowerCase();

/** True where both versions have a text in a language, and it is not the same in any. */
const saysOtherwise = (
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): boolean => {
  const shared = Object.keys(now).filter((language) => before[language] && now[language]);
  return shared.length > 0 && shared.every((language) => textOf(before, language) !== textOf(now, language));
};

/**
 * What an earlier version used for something else: a name for another kind of question, a code for another
 * choice. Answers under the same name and code are compared between waves.
 *
 * @param earlierVersion the earlier version's number, as people know it
 */
export const versionFindings = (
  earlier: Pick<Instrument, "variables" | "languages">,
  earlierVersion: number,
  later: Pick<Instrument, "variables">,
): readonly Finding[] => {
  const before = new Map(earlier.variables.map((variable) => [variable.name, variable]));
  const main = earlier.languages[0] ?? "";
  return later.variables.flatMap((variable): readonly Finding[] => {
    const old = before.get(variable.name);
    if (old === undefined) return [];
    if (!sameKind(old, variable))
      return [
        {
          severity: "warning",
          kind: "name-reused",
          path: "",
          element: variable.question,
          facts: { name: variable.name, other: String(earlierVersion) },
        },
      ];
    return variable.values.flatMap((value): readonly Finding[] => {
      const was = old.values.find(({ code }) => code === value.code);
      if (was === undefined || !saysOtherwise(was.label, value.label)) return [];
      return [
        {
          severity: "warning",
          kind: "code-reused",
          path: "",
          element: variable.question,
          facts: {
            name: variable.name,
            value: value.code,
            other: was.label[main] || (Object.values(was.label)[0] ?? ""),
          },
        },
      ];
    });
  });
};
