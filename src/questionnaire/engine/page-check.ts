// What keeps a page from being left: every visible question is checked in order, then the panels around them.
import { commentField, fieldName } from "../form-fields.ts";
import type { Problem } from "../questionnaire.ts";
import type { Fault } from "./faults.ts";
import { PanelState } from "./panel-state.ts";
import type { QuestionState } from "./question-state.ts";

interface Checked {
  readonly question: QuestionState;
  readonly faults: readonly Fault[];
  /** True for what is wrong with a panel, said at its first question. */
  readonly isOfPanel?: boolean;
}

/** What else is wrong with a question, seen from what it stands in. */
type MoreFaults = (question: QuestionState) => readonly Fault[];
const noMore: MoreFaults = () => [];

/**
 * Checks what is visible, in order. A check takes away an answer that is not among its choices any more, which
 * may hide or show what comes after it.
 */
const checkElements = (panel: PanelState, more: MoreFaults = noMore): readonly Checked[] => {
  const checked: Checked[] = [];
  for (const element of panel.elements) {
    if (!element.isVisible) continue;
    if (element instanceof PanelState) {
      checked.push(...checkElements(element, more));
      continue;
    }
    element.removeImpossible();
    checked.push({ question: element, faults: [...element.faults(), ...more(element)] });
  }
  if (!panel.isRequired || panel.isReadOnly) return checked;
  const visible = panel.questions.filter((question) => question.isShownIn(panel));
  const [first] = visible;
  if (!first || visible.some((question) => !question.isEmpty)) return checked;
  const message = panel.piped(panel.def.requiredText) || panel.survey.words.requiredPanel;
  return [...checked, { question: first, faults: [{ at: [], message }], isOfPanel: true }];
};

/** Faults of the questions in a panel, each with the name of its question before the way inward. */
export const panelFaults = (panel: PanelState, more: MoreFaults): readonly Fault[] =>
  checkElements(panel, more).flatMap(({ question, faults }) =>
    faults.map((fault) => ({ ...fault, at: [question.def.name, ...fault.at] })),
  );

const problemsOf = (question: QuestionState, faults: readonly Fault[]): readonly Problem[] =>
  faults.map((fault) => {
    const field = fieldName(question.def.name, ...fault.at);
    return {
      field: fault.isComment ? commentField(field) : field,
      question: question.def.name,
      message: fault.message,
    };
  });

/** What was found wrong is looked at once more when all has been checked: it may have been put right meanwhile. */
export const pageProblems = (page: PanelState): readonly Problem[] =>
  checkElements(page)
    .filter(({ question, faults }) => faults.length > 0 && question.isShownIn(page))
    .flatMap(({ question, faults, isOfPanel }) =>
      problemsOf(question, isOfPanel ? faults : question.faults()),
    );
