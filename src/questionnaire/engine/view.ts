// A page view drawn from the state of a walk: panels, texts, and turns with the questions inside them.
import { addField, inwardField, removeField } from "../form-fields.ts";
import type { Answers, AnswerValue } from "../instrument.ts";
import type { ElementView, LoopView, TurnView } from "../page-view.ts";
import { codeOf } from "../value-code.ts";
import type { Numbers } from "./numbering.ts";
import { PanelState } from "./panel-state.ts";
import type { QuestionState } from "./question-state.ts";
import { type Drawing, fieldIn, questionFrame, questionView } from "./question-view.ts";
import type { RepeatItem } from "./repeat-item.ts";
import { RepeatState } from "./repeat-state.ts";
import type { Value } from "./values.ts";

/** The visible elements of a page, in the order they are shown. */
export const pageElements = (page: PanelState, numbers: Numbers, answers: Answers): readonly ElementView[] =>
  elementViews(page, { numbers, typed: answers, within: null });

const elementViews = (panel: PanelState, drawing: Drawing): readonly ElementView[] =>
  panel.elements.filter((element) => element.isVisible).map((element) => elementView(element, drawing));

const elementView = (element: PanelState | QuestionState, drawing: Drawing): ElementView => {
  if (element instanceof RepeatState) return loopView(element, drawing);
  const field = fieldIn(drawing, element.def.name);
  if (!(element instanceof PanelState)) {
    const { part } = element.def;
    if (part.kind === "html") return { kind: "html", field, markup: element.pipedMarkup(part.html) };
    if (part.kind === "picture")
      return { kind: "image", field, url: element.piped(part.url), altText: element.piped(part.altText) };
    return questionView(element, drawing);
  }
  return {
    kind: "panel",
    field,
    number: drawing.numbers.get(element) ?? "",
    title: element.def.hasTitle ? element.piped(element.def.title) : "",
    description: element.piped(element.def.description),
    elements: elementViews(element, drawing),
  };
};

const within = (value: Value, place: string | number): Value =>
  value !== null && typeof value === "object" ? (value as Record<string | number, Value>)[place] : undefined;

const turnView = (
  repeat: RepeatState,
  item: RepeatItem,
  frame: { readonly field: string; readonly item: string; readonly question: string },
  drawing: Drawing,
): TurnView => {
  const place = repeat.placeOf(item);
  const field = inwardField(frame.field, place);
  const typed = within(drawing.typed[repeat.key], place) as Drawing["typed"] | undefined;
  const number = typeof place === "number" ? String(place + 1) : codeOf(place);
  return {
    field,
    place,
    title: repeat.titleOf(item),
    description: item.panel.piped(item.panel.def.description),
    elements: elementViews(item.panel, {
      numbers: drawing.numbers,
      typed: typed ?? {},
      within: { field, item: `${frame.item}_${number}`, question: frame.question },
    }),
    removeField: repeat.canRemove ? removeField(field) : null,
  };
};

const loopView = (repeat: RepeatState, drawing: Drawing): LoopView => {
  const frame = questionFrame(repeat, drawing);
  const inside = { ...frame, item: frame.item ?? "" };
  return {
    ...frame,
    kind: "loop",
    item: null,
    isTable: repeat.def.part.kind === "table",
    isKeyed: repeat.isKeyed,
    turns: repeat.visibleItems.map((item) => turnView(repeat, item, inside, drawing)),
    held: (repeat.value ?? undefined) as AnswerValue | undefined,
    add: repeat.canAdd
      ? {
          field: addField(frame.field),
          label: repeat.piped(repeat.addText),
          turn: repeat.newTurn as AnswerValue,
        }
      : null,
    removeLabel: repeat.piped(repeat.removeText),
    emptyText: repeat.piped(repeat.emptyText),
  };
};
