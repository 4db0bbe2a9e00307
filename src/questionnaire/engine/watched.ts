// What an instrument's expressions depend on: changes that concern none of them need no evaluation at all.
import type { CompiledElement, CompiledInstrument, CompiledItem, CompiledQuestion } from "./compiled.ts";
import { callsWithoutNames, type ExpressionTree, nameSteps, namesIn } from "./expression-tree.ts";

/** The keys that some condition, formula or trigger reads, lower-cased; or that every change has to be looked at. */
export interface Watched {
  readonly keys: ReadonlySet<string>;
  readonly isAlways: boolean;
}

const treeKinds = new Set(["constant", "name", "list", "unary", "binary", "call"]);

const isTree = (value: object): value is ExpressionTree =>
  "kind" in value && treeKinds.has(String((value as { kind: unknown }).kind));

const treesIn = (value: unknown): readonly ExpressionTree[] => {
  if (value === null || typeof value !== "object") return [];
  if (isTree(value)) return [value];
  return Object.values(value).flatMap(treesIn);
};

/** A name's possible keys: `a.b.c` may be part of `a`, of `a.b` or a key itself. */
const keysOf = (name: string): readonly string[] => {
  const steps = nameSteps(name.toLowerCase());
  return steps.map((_, index) =>
    steps
      .slice(0, index + 1)
      .map((step) => step.name)
      .join(".")
      .replace(/-unwrapped$/, ""),
  );
};

const isVolatile = (tree: ExpressionTree | null): boolean =>
  tree !== null && (callsWithoutNames(tree) || namesIn(tree).length === 0);

const questionsIn = (elements: readonly CompiledElement[]): readonly CompiledQuestion[] =>
  elements.flatMap((element) => (element.kind === "question" ? [element] : questionsIn(element.elements)));

/** Questions whose effects do not follow from their expressions' names alone. */
const isRestless = (question: CompiledQuestion): boolean =>
  question.defaultValueExpression !== null ||
  Boolean(question.choices?.fromQuestion) ||
  question.part.kind === "loop" ||
  question.part.kind === "table" ||
  isVolatile(question.resetValueIf) ||
  isVolatile(question.setValueIf) ||
  isVolatile(question.setValueExpression);

const isConditionedItem = (item: CompiledItem): boolean => item.visibleIf !== null || item.enableIf !== null;

/** Questions that change answers by themselves, or whose state depends on the order in which answers came. */
const changesAnswers = (question: CompiledQuestion): boolean =>
  question.resetValueIf !== null ||
  question.setValueIf !== null ||
  question.setValueExpression !== null ||
  question.defaultValueExpression !== null ||
  question.defaultValue !== undefined ||
  question.clearWhen === "onHidden" ||
  question.clearWhen === "onHiddenContainer" ||
  Boolean(question.choices?.fromQuestion || question.choices?.visibleIf) ||
  Boolean(question.choices?.items.some(isConditionedItem)) ||
  question.type === "ranking" ||
  ["expression", "loop", "table"].includes(question.part.kind) ||
  (question.part.kind === "rating" && question.part.items.some(isConditionedItem)) ||
  (question.part.kind === "multipletext" &&
    question.part.parts.some((part) => changesAnswers(part.question)));

const steadiness = new WeakMap<CompiledInstrument, boolean>();

/**
 * True where the state of a walk follows from its answers alone, in whatever order they came, so that a walk can
 * be moved on to other answers instead of being begun anew.
 */
export const isSteady = (compiled: CompiledInstrument): boolean => {
  const before = steadiness.get(compiled);
  if (before !== undefined) return before;
  const names = treesIn(compiled).flatMap(namesIn);
  const steady =
    compiled.triggers.length === 0 &&
    compiled.calculated.length === 0 &&
    names.every((name) => nameSteps(name).length === 1 && !name.endsWith("]")) &&
    !questionsIn(compiled.pages.flatMap((page) => page.elements)).some(changesAnswers);
  steadiness.set(compiled, steady);
  return steady;
};

const known = new WeakMap<CompiledInstrument, Watched>();

/** What the expressions of an instrument depend on. */
export const watchedBy = (compiled: CompiledInstrument): Watched => {
  const before = known.get(compiled);
  if (before) return before;
  const names = treesIn(compiled).flatMap(namesIn);
  const sources = compiled.triggers.flatMap((trigger) =>
    trigger.kind === "copyvalue" ? [trigger.source] : [],
  );
  const watched = {
    keys: new Set([...names, ...sources].flatMap(keysOf)),
    isAlways:
      questionsIn(compiled.pages.flatMap((page) => page.elements)).some(isRestless) ||
      compiled.triggers.some((trigger) => isVolatile(trigger.expression)),
  };
  known.set(compiled, watched);
  return watched;
};

const hasOwnConditions = (element: CompiledElement): boolean =>
  element.visibleIf !== null || element.enableIf !== null || element.requiredIf !== null;

const hasPartConditions = ({ part, choices, defaultValueExpression }: CompiledQuestion): boolean => {
  if (defaultValueExpression !== null || choices?.fromQuestion || choices?.visibleIf || choices?.enableIf)
    return true;
  if (choices?.items.some(isConditionedItem)) return true;
  switch (part.kind) {
    case "rating":
      return part.items.some(isConditionedItem);
    case "matrix":
      return (
        part.rowsVisibleIf !== null ||
        part.columnsVisibleIf !== null ||
        [...part.rows, ...part.columns].some(isConditionedItem)
      );
    case "multipletext":
      return part.parts.some(({ question }) => isActive(question));
    case "expression":
    case "loop":
    case "table":
      return true;
    default:
      return false;
  }
};

/** Keys that an element's conditions read; or that they have to run in every round. */
const readings = new WeakMap<CompiledElement, Watched>();

const ownTrees = (element: CompiledElement): readonly unknown[] =>
  element.kind === "question"
    ? [element.visibleIf, element.enableIf, element.requiredIf, element.choices, element.part]
    : [element.visibleIf, element.enableIf, element.requiredIf];

/** What the conditions of an element and of everything inside it read. */
export const readBy = (element: CompiledElement): Watched => {
  const before = readings.get(element);
  if (before) return before;
  const trees = ownTrees(element).flatMap(treesIn);
  const inside = element.kind === "question" ? [] : element.elements.map(readBy);
  const read = {
    keys: new Set([...trees.flatMap(namesIn).flatMap(keysOf), ...inside.flatMap((one) => [...one.keys])]),
    isAlways:
      trees.some(callsWithoutNames) ||
      inside.some((one) => one.isAlways) ||
      (element.kind === "question" && isRestless(element)),
  };
  readings.set(element, read);
  return read;
};

/**
 * True where changed keys may concern an element; everything is concerned where there are no keys.
 *
 * @param unreached keys of questions that hold what the survey did not take
 */
export const isConcernedBy = (
  element: CompiledElement,
  keys: Readonly<Record<string, unknown>> | undefined,
  unreached: ReadonlySet<string>,
): boolean => {
  if (!keys) return true;
  const read = readBy(element);
  if (read.isAlways) return true;
  for (const key in keys) if (read.keys.has(key.toLowerCase())) return true;
  for (const key of unreached) if (read.keys.has(key)) return true;
  return false;
};

const keysIn = (elements: readonly CompiledElement[]): readonly string[] =>
  questionsIn(elements).flatMap((question) => [
    question.key.toLowerCase(),
    `${question.key}-comment`.toLowerCase(),
  ]);

const textNames = (value: unknown): readonly string[] => {
  if (typeof value === "string")
    return [...value.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1]?.trim() ?? "");
  if (value === null || typeof value !== "object" || isTree(value)) return [];
  return Object.values(value).flatMap(textNames);
};

const dependence = new WeakMap<CompiledInstrument["pages"][number], boolean>();

/**
 * True where what a page shows may depend on what is answered on it: a condition or text on it reads one of its
 * own questions, or answers set off effects.
 */
export const dependsOnItself = (
  compiled: CompiledInstrument,
  page: CompiledInstrument["pages"][number],
): boolean => {
  const before = dependence.get(page);
  if (before !== undefined) return before;
  const own = new Set(keysIn(page.elements));
  const read = [...readBy(page).keys, ...textNames(page).flatMap(keysOf)];
  const effects = questionsIn(compiled.pages.flatMap((one) => one.elements)).some(
    (question) => question.resetValueIf || question.setValueIf || question.setValueExpression,
  );
  const depends =
    readBy(page).isAlways ||
    effects ||
    compiled.triggers.length > 0 ||
    compiled.calculated.length > 0 ||
    read.some((key) => own.has(key));
  dependence.set(page, depends);
  return depends;
};

const activity = new WeakMap<CompiledElement, boolean>();

/** True where an element has conditions of its own or inside; the others are left out of every round. */
export const isActive = (element: CompiledElement): boolean => {
  const before = activity.get(element);
  if (before !== undefined) return before;
  const active =
    hasOwnConditions(element) ||
    (element.kind === "question" ? hasPartConditions(element) : element.elements.some(isActive));
  activity.set(element, active);
  return active;
};
