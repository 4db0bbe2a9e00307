// What keeps answers from being kept apart or analysed: variables and codes that clash, loops without an end,
// questions without choices, and details about people among the answers.

import type { ExpressionTree } from "../engine/expression-tree.ts";
import { knownFunctions } from "../engine/functions.ts";
import type { Variable } from "../instrument.ts";
import type { Loose } from "../loose.ts";
import { parseExpression } from "../survey-expression.ts";
import type { Question } from "../survey-model.ts";
import type { Finding } from "./finding.ts";
import { inside, type JsonPart } from "./walk-json.ts";

const clashing = <T>(
  list: readonly T[],
  key: (one: T) => string,
  say: (one: T, before: T) => Finding,
): readonly Finding[] => {
  const seen = new Map<string, T>();
  return list.flatMap((one) => {
    const before = seen.get(key(one));
    if (before !== undefined) return [say(one, before)];
    seen.set(key(one), one);
    return [];
  });
};

/** Two questions that would give the same variable, and two choices that would get the same code. */
export const codebookFindings = (variables: readonly Variable[]): readonly Finding[] => [
  ...clashing(
    variables,
    ({ name }) => name,
    (variable, before) => ({
      severity: "error",
      kind: "variable-twice",
      path: "",
      element: variable.question,
      facts: { name: variable.name, value: variable.question, other: before.question },
    }),
  ),
  ...variables.flatMap((variable) =>
    clashing(
      variable.values,
      ({ code }) => code,
      ({ code }) => ({
        severity: "error",
        kind: "code-twice",
        path: "",
        element: variable.question,
        facts: { name: variable.name, value: code },
      }),
    ),
  ),
];

const choiceTypes = new Set(["radiogroup", "checkbox", "dropdown", "tagbox", "ranking", "imagepicker"]);

/** Questions that nobody can answer: no choices, rows, columns or parts. */
export const emptyFindings = (questions: readonly Question[]): readonly Finding[] =>
  questions.flatMap((question): readonly Finding[] => {
    const loose = question as Loose;
    const type = question.getType();
    const finding = (kind: string, name = ""): Finding => ({
      severity: "error",
      kind,
      path: "",
      element: question.name,
      facts: { name },
    });
    const isDriven = Boolean(loose.choicesFromQuestion || loose.choicesByUrl?.url);
    const choices: readonly unknown[] = loose.getChoices?.() ?? [];
    if (choiceTypes.has(type) && choices.length === 0 && !isDriven && !loose.showOtherItem)
      return [finding("no-choices")];
    if (type === "matrix")
      return [
        ...(loose.columns.length === 0 ? [finding("nothing-inside", "columns")] : []),
        ...(loose.rows.length === 0 ? [finding("nothing-inside", "rows")] : []),
      ];
    if (type === "matrixdropdown" || type === "matrixdynamic")
      return [
        ...(loose.columns.length === 0 ? [finding("nothing-inside", "columns")] : []),
        ...(type === "matrixdropdown" && loose.rows.length === 0 ? [finding("nothing-inside", "rows")] : []),
      ];
    if (type === "multipletext" && loose.items.length === 0) return [finding("nothing-inside", "items")];
    if (type === "paneldynamic" && loose.templateElements.length === 0)
      return [finding("nothing-inside", "templateElements")];
    return [];
  });

const contactInputs = new Set(["email", "tel", "password"]);
const untitled = new Set(["html", "image", "panel"]);
/** Most turns or rows that a codebook should have to hold. */
const mostTurns = 20;

const loopLimits: Readonly<Record<string, readonly [max: string, canAdd: string]>> = {
  paneldynamic: ["maxPanelCount", "allowAddPanel"],
  matrixdynamic: ["maxRowCount", "allowAddRows"],
};

const elementFindings = (part: JsonPart): readonly Finding[] => {
  const { json, type, path, element } = part;
  const finding = (kind: string, key: string, facts: Finding["facts"]): Finding => ({
    severity: "warning",
    kind,
    path: key === "" ? path : inside(path, key),
    element,
    facts,
  });
  const found: Finding[] = [];
  if (part.place === "element" && !json.title && !untitled.has(type) && json.titleLocation !== "hidden")
    found.push(finding("no-title", "", { name: element }));
  if (contactInputs.has(String(json.inputType)))
    found.push(finding("asks-for-contact", "inputType", { name: String(json.inputType) }));
  const limits = loopLimits[type];
  if (limits) {
    const [max, canAdd] = limits;
    const isOpen = json[canAdd] !== false && !(Number(json[max]) <= mostTurns);
    if (isOpen) found.push(finding("loop-without-limit", "", { name: max, count: mostTurns }));
  }
  return found;
};

const callsIn = (tree: ExpressionTree | null): readonly string[] => {
  if (tree === null) return [];
  switch (tree.kind) {
    case "call":
      return [tree.name, ...tree.args.flatMap(callsIn)];
    case "binary":
      return [...callsIn(tree.left), ...callsIn(tree.right)];
    case "unary":
      return callsIn(tree.operand);
    case "list":
      return tree.items.flatMap(callsIn);
    default:
      return [];
  }
};

/** Functions that survey-core has and the pages have not. */
const functionFindings = (part: JsonPart): readonly Finding[] =>
  Object.entries(part.json).flatMap(([key, value]) => {
    if (typeof value !== "string" || !/(if|expression)$/i.test(key) || !value.includes("(")) return [];
    const known = new Set(knownFunctions.map((name) => name.toLowerCase()));
    return callsIn(treeOrNothing(value))
      .filter((name) => !known.has(name.toLowerCase()))
      .map(
        (name): Finding => ({
          severity: "error",
          kind: "rule/expression/unknown-function",
          path: inside(part.path, key),
          element: part.element,
          facts: { name, value, list: knownFunctions },
        }),
      );
  });

const treeOrNothing = (source: string): ExpressionTree | null => {
  try {
    return parseExpression(source);
  } catch {
    return null;
  }
};

/** What single elements ask for that should be thought over. */
export const partFindings = (parts: readonly JsonPart[]): readonly Finding[] =>
  parts.flatMap((part) => [...elementFindings(part), ...functionFindings(part)]);
