// The respondent's route: the visible pages, shortened where a trigger jumps ahead or ends the questionnaire.
import type { PanelState } from "./panel-state.ts";
import { isAnyChanged, prepared } from "./prepared.ts";
import type { SurveyState } from "./survey-state.ts";
import type { Value } from "./values.ts";

const isJumping = (survey: SurveyState): boolean =>
  survey.compiled.triggers.some((trigger) => trigger.kind === "skip" || trigger.kind === "complete");

/** The page a jump leads to: its own name, or the page of the question it names. */
const targetPage = (survey: SurveyState, name: string): PanelState | undefined =>
  survey.questions.find((question) => question.def.name === name)?.page ??
  survey.pages.find((page) => page.def.name === name);

const valuesOn = (survey: SurveyState, page: PanelState): Record<string, Value> => {
  const values: Record<string, Value> = {};
  for (const question of page.questions) values[question.key] = survey.getValue(question.key);
  for (const calculated of survey.compiled.calculated)
    values[calculated.name] = survey.getVariable(calculated.name);
  return values;
};

/**
 * The pages a respondent meets, in order. After a page, a "complete" trigger whose condition reads that page
 * and holds ends the route; a "skip" trigger leads on to its target. Jumps backwards are not followed.
 */
export const routePages = (survey: SurveyState): readonly PanelState[] => {
  const visible = survey.pages.filter((page) => page.isVisible);
  if (!isJumping(survey)) return visible;
  const route: PanelState[] = [];
  let index = 0;
  while (index < visible.length) {
    const page = visible[index] as PanelState;
    route.push(page);
    const values = valuesOn(survey, page);
    let next = index + 1;
    for (const trigger of survey.compiled.triggers) {
      if (trigger.kind !== "skip" && trigger.kind !== "complete") continue;
      if (!trigger.expression) continue;
      const { names, isVolatile, evaluate } = prepared(trigger.expression);
      const reads = isVolatile || names.length === 0 || isAnyChanged(values, names);
      if (!reads || evaluate(survey.scope) !== true) continue;
      if (trigger.kind === "complete") return route;
      const target = targetPage(survey, trigger.target);
      const place = target ? visible.indexOf(target) : -1;
      if (place > index) next = place;
    }
    index = next;
  }
  return route;
};
