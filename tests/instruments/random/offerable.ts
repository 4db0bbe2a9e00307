// Answers as a form could give them: special choices only where they are offered, with their text.
import type { Json } from "./planned.ts";

const isRecord = (value: unknown): value is Json =>
  value !== null && typeof value === "object" && !Array.isArray(value);

const offered = (question: Json | undefined, value: unknown): boolean =>
  (value !== "other" || question?.showOtherItem === true) &&
  (value !== "none" || question?.showNoneItem === true) &&
  (value !== "dontknow" || question?.showDontKnowItem === true) &&
  (value !== "refused" || question?.showRefuseItem === true);

const questionsIn = (json: Json): readonly Json[] =>
  [json.pages, json.elements].flatMap((list) =>
    Array.isArray(list) ? list.flatMap((one: Json) => [one, ...questionsIn(one)]) : [],
  );

const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);

const offerableTo = (questions: readonly Json[], answers: Json): Json => {
  const given: Json = {};
  for (const [name, value] of Object.entries(answers)) {
    const question = questions.find((one) => one.name === name && one.elements === undefined);
    const inside = listOf(
      question?.templateElements ?? (question?.type === "matrix" ? undefined : question?.columns),
    );
    if (inside.length > 0) {
      const counted = Array.isArray(value) ? countedFor(question, value, answers) : null;
      if (counted?.length === 0) continue;
      if (counted) given[name] = counted.map((one: Json) => offerableTo(inside, one));
      else {
        const rows = Object.entries(value as Json)
          .map(([row, one]) => [row, offerableTo(inside, one as Json)] as const)
          .filter(([, row]) => Object.keys(row).length > 0);
        if (rows.length > 0) given[name] = Object.fromEntries(rows);
      }
      continue;
    }
    const kept = Array.isArray(value) ? value.filter((one) => offered(question, one)) : value;
    if (Array.isArray(kept) ? kept.length === 0 : !offered(question, kept)) continue;
    given[name] =
      question?.type === "matrix" && question.cellType === "checkbox" && isRecord(kept)
        ? inLists(kept)
        : kept;
    const isOther = kept === "other" || (Array.isArray(kept) && kept.includes("other"));
    if (isOther) given[`${name}-Comment`] = "my own";
  }
  return given;
};

/** As many turns or rows as are counted: given more, survey-core runs conditions before it has the answers. */
const countedFor = (question: Json | undefined, list: readonly Json[], answers: Json): readonly Json[] => {
  const expression = question?.panelCountExpression ?? question?.rowCountExpression;
  const source = String(expression ?? "").slice(1, -1);
  const most = Number(question?.maxPanelCount ?? question?.maxRowCount ?? 100);
  const least = Number(question?.minPanelCount ?? question?.minRowCount ?? 0);
  if (!source) return list.slice(0, most);
  return list.slice(0, Math.max(least, Math.min(most, Math.floor(Number(answers[source] ?? 0)))));
};

const inLists = (value: Json): Json =>
  Object.fromEntries(Object.entries(value).map(([key, one]) => [key, [one]]));

/** The answers that could come from the questionnaire's own form. */
export const offerable = (definition: Json, answers: Json): Json =>
  offerableTo(questionsIn(definition), answers);
