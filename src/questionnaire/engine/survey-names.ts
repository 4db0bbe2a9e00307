// What a name means at the top of a survey: variables, then questions, then any other stored value.
import { type Found, propertyOf, type Scope } from "./evaluate.ts";
import { type NameStep, nameSteps } from "./expression-tree.ts";
import type { QuestionState } from "./question-state.ts";
import type { SurveyState } from "./survey-state.ts";
import type { Value } from "./values.ts";

const builtIn = (survey: SurveyState, name: string): Value => {
  switch (name) {
    case "pageno":
      return survey.currentPage
        ? survey.pages.filter((page) => page.isVisible).indexOf(survey.currentPage) + 1
        : 0;
    case "pagecount":
      return survey.pages.filter((page) => page.isVisible).length;
    case "locale":
      return survey.language;
    default:
      return undefined;
  }
};

/** The question that the longest possible beginning of a name belongs to, and how many steps that takes. */
export const questionAt = (
  steps: readonly NameStep[],
  questionsNamed: (name: string) => readonly QuestionState[] | undefined,
): { readonly question: QuestionState; readonly used: number } | undefined => {
  const [first] = steps;
  if (steps.length === 1 && first && !first.lower.endsWith("-unwrapped")) {
    const question = questionsNamed(first.lower)?.[0];
    return question && { question, used: 1 };
  }
  let end = 0;
  while (end < steps.length - 1 && steps[end]?.index === undefined) end += 1;
  for (; end >= 0; end -= 1) {
    const name =
      end === 0
        ? (steps[0]?.name ?? "")
        : steps
            .slice(0, end + 1)
            .map((step) => step.name)
            .join(".");
    const plain = name.endsWith("-unwrapped") ? name.slice(0, -"-unwrapped".length) : name;
    const question = questionsNamed(plain.toLowerCase())?.[0];
    if (question) return { question, used: end + 1 };
  }
  return undefined;
};

const hasAny = (record: object): boolean => {
  for (const _ in record) return true;
  return false;
};

const findSteps = (survey: SurveyState, steps: readonly NameStep[], isWhole: boolean): Found | undefined => {
  if (steps.length === 1) {
    const value = builtIn(survey, steps[0]?.lower ?? "");
    if (value !== undefined) return { value };
  }
  const [first] = steps;
  if (
    steps.length > 1 || first?.index !== undefined
      ? hasAny(survey.variables)
      : first && first.lower in survey.variables
  ) {
    const value = propertyOf(survey.variables, steps);
    if (value !== undefined) return { value };
  }
  const at = questionAt(steps, (name) => survey.byKey.get(name));
  const found = at?.question.findInside(steps.slice(at.used), steps[at.used - 1]?.index, isWhole);
  if (found) return found;
  const value = propertyOf(survey.values, steps);
  return value === undefined ? undefined : { value };
};

/** What a name stands for in the survey. */
export const findInSurvey = (survey: SurveyState, name: string): Found | undefined =>
  findSteps(survey, nameSteps(name), false);

/** The survey as a place to look names up. */
export const surveyScope = (survey: SurveyState): Scope => ({
  now: survey.now,
  find: (steps, _name, isWhole) => findSteps(survey, steps, isWhole),
  displayValue: (name, value) => {
    const question = survey.findQuestion(name);
    return question?.displayValue(value === undefined || value === null || value === "" ? undefined : value);
  },
  commentOf: (name) => survey.findQuestion(name)?.comment ?? "",
  isReady: (name, turn) => {
    const panel = survey.pages.flatMap((page) => page.panels).find((one) => one.def.name === name);
    if (panel) return panel.questions.every((question) => question.isReady(undefined));
    return survey.findQuestion(name)?.isReady(turn) ?? false;
  },
});
