// Which kind of state an element gets.
import { ChoiceState } from "./choice-state.ts";
import type { CompiledElement, CompiledQuestion } from "./compiled.ts";
import { LoopState } from "./loop-state.ts";
import { MatrixState } from "./matrix-state.ts";
import { MultiChoiceState, MultiPictureState } from "./multi-choice-state.ts";
import { MultipleTextState } from "./multiple-text-state.ts";
import { type ElementState, PanelState } from "./panel-state.ts";
import type { QuestionPlace } from "./question-frame.ts";
import { QuestionState } from "./question-state.ts";
import { RankingState } from "./ranking-state.ts";
import type { RepeatState } from "./repeat-state.ts";
import { TableState } from "./table-state.ts";
import { BooleanState, FormulaState, LongTextState, RatingState, TextState } from "./typed-states.ts";

const inside = (repeat: RepeatState): RepeatState => {
  repeat.makeInside = (element, parent, item, outer) =>
    makeElement(element, parent, { survey: repeat.survey, holder: item, outer });
  return repeat;
};

/** The state of a question by its type. */
export const makeQuestion = (def: CompiledQuestion, place: QuestionPlace): QuestionState => {
  switch (def.part.kind) {
    case "text":
      return new TextState(def, place);
    case "comment":
      return new LongTextState(def, place);
    case "boolean":
      return new BooleanState(def, place);
    case "rating":
      return new RatingState(def, place);
    case "expression":
      return new FormulaState(def, place);
    case "matrix":
      return new MatrixState(def, place);
    case "multipletext":
      return new MultipleTextState(def, place);
    case "many":
      return def.type === "ranking" ? new RankingState(def, place) : new MultiChoiceState(def, place);
    case "loop":
      return inside(new LoopState(def, place));
    case "table":
      return inside(new TableState(def, place));
    case "image":
      return def.part.isMulti ? new MultiPictureState(def, place) : new ChoiceState(def, place);
    default:
      return def.choices ? new ChoiceState(def, place) : new QuestionState(def, place);
  }
};

/** Makes the elements of a page, panel or turn. */
export const makeElement = (
  element: CompiledElement,
  parent: PanelState,
  place: Omit<QuestionPlace, "parent">,
): ElementState => {
  const { survey, holder, outer } = place;
  if (element.kind === "question") return makeQuestion(element, { survey, holder, outer, parent });
  return new PanelState(
    survey,
    parent,
    element,
    holder.scope,
    (inner, panel) => makeElement(inner, panel, place),
    parent.holder,
  );
};
