// Numbers of questions and panels as the questionnaire asks for them, counting only what is visible.
import { numberAt } from "./number-text.ts";
import { PanelState } from "./panel-state.ts";
import type { QuestionState } from "./question-state.ts";
import type { SurveyState } from "./survey-state.ts";

/** Numbers by element; elements without one are missing. */
export type Numbers = ReadonlyMap<PanelState | QuestionState, string>;

const startFor = (survey: SurveyState, panel: PanelState | null): string => {
  if (panel?.def.kind === "panel" && panel.def.startIndex) return panel.def.startIndex;
  if (panel?.parent) return startFor(survey, panel.parent);
  return panel?.def.startIndex || survey.compiled.startIndex;
};

const numberElements = (
  survey: SurveyState,
  numbers: Map<PanelState | QuestionState, string>,
  panel: PanelState,
  from: number,
): number => {
  if (!panel.isVisible || from < 0) return 0;
  const { numbering, kind } = panel.def;
  let index = from;
  if (kind === "panel" && panel.def.showNumber && panel.def.title !== "") {
    numbers.set(panel, panel.def.hasTitle ? numberAt(index, startFor(survey, panel.parent)) : "");
    index += 1;
  }
  const start = numbering === "off" ? -1 : numbering === "onpanel" ? 0 : index;
  let inside = start;
  for (const element of panel.elements) {
    if (element instanceof PanelState) inside += numberElements(survey, numbers, element, inside);
    else inside += element.takeNumber(inside, startFor(survey, panel), numbers);
  }
  if (numbering === "default") index += inside - start;
  return index - from;
};

/** Numbers everything that is visible. */
export const numberSurvey = (survey: SurveyState): Numbers => {
  const numbers = new Map<PanelState | QuestionState, string>();
  const { numbering } = survey.compiled;
  if (numbering === "off") return numbers;
  let index = 0;
  for (const page of survey.pages) {
    if (numbering === "onPage" && survey.compiled.startsWithIntro && page === survey.pages[0]) continue;
    const used = numberElements(survey, numbers, page, index);
    if (numbering !== "onPage") index += used;
  }
  return numbers;
};
