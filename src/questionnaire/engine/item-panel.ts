// The panel that holds the questions of a turn or row: compiled once per loop or table.
import type { CompiledElement, CompiledPanel, CompiledPart, Expression, Text } from "./compiled.ts";

type RepeatPart = Extract<CompiledPart, { kind: "loop" | "table" }>;

const panelWith = (
  elements: readonly CompiledElement[],
  title: Text,
  description: Text,
  visibleIf: Expression,
): CompiledPanel => ({
  kind: "panel",
  name: "",
  title,
  hasTitle: title !== "",
  description,
  visible: true,
  visibleIf,
  readOnly: false,
  enableIf: null,
  isRequired: false,
  requiredIf: null,
  requiredText: "",
  showNumber: false,
  isFixed: false,
  category: "",
  isRandom: false,
  numbering: "default",
  startIndex: "",
  elements,
});

const panels = new WeakMap<RepeatPart, CompiledPanel>();

/** The panel of a turn, or of a row with a question per column. */
export const itemPanel = (part: RepeatPart): CompiledPanel => {
  const known = panels.get(part);
  if (known) return known;
  const made =
    part.kind === "loop"
      ? panelWith(part.elements, part.turnTitle, part.turnDescription, part.turnVisibleIf)
      : panelWith(
          part.columns.map((column) => column.question),
          "",
          "",
          null,
        );
  panels.set(part, made);
  return made;
};
