// Expression trees as a fixed instrument stores them: plain data, made from survey-core's own parse.

/** A condition or formula. */
export type ExpressionTree =
  | { readonly kind: "constant"; readonly value: string | number | boolean | null }
  | { readonly kind: "name"; readonly name: string; readonly asStored: boolean }
  | { readonly kind: "list"; readonly items: readonly (ExpressionTree | null)[] }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: ExpressionTree | null }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly isArithmetic: boolean;
      readonly left: ExpressionTree | null;
      readonly right: ExpressionTree | null;
    }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly (ExpressionTree | null)[] };

/** One step of a name like `panel.group[0].size`. A negative index counts from the end. */
export interface NameStep {
  readonly name: string;
  /** The name in lower case. */
  readonly lower: string;
  readonly index: number | undefined;
}

const stepOf = (name: string, index: number | undefined): NameStep => ({
  name,
  lower: name.toLowerCase(),
  index,
});

/** The steps of a name. */
export const nameSteps = (name: string): readonly NameStep[] =>
  name.split(".").map((part) => {
    const bracket = part.lastIndexOf("[");
    if (!part.endsWith("]") || bracket < 0) return stepOf(part, undefined);
    const written = part.slice(bracket + 1, -1).trim();
    const index = written === "" ? Number.NaN : Number(written);
    return Number.isNaN(index) ? stepOf(part, undefined) : stepOf(part.slice(0, bracket), index);
  });

/** Every name that a tree reads. */
export const namesIn = (tree: ExpressionTree | null): readonly string[] => {
  if (!tree) return [];
  switch (tree.kind) {
    case "constant":
      return [];
    case "name":
      return [tree.name];
    case "list":
      return tree.items.flatMap(namesIn);
    case "unary":
      return namesIn(tree.operand);
    case "binary":
      return [...namesIn(tree.left), ...namesIn(tree.right)];
    case "call":
      return tree.args.flatMap(namesIn);
  }
};

/** True where a tree calls a function on constants alone, whose result may change without any answer changing. */
export const callsWithoutNames = (tree: ExpressionTree | null): boolean => {
  if (!tree) return false;
  switch (tree.kind) {
    case "constant":
    case "name":
      return false;
    case "list":
      return tree.items.some(callsWithoutNames);
    case "unary":
      return callsWithoutNames(tree.operand);
    case "binary":
      return callsWithoutNames(tree.left) || callsWithoutNames(tree.right);
    case "call":
      return tree.args.flatMap(namesIn).length === 0;
  }
};

/** Names of the functions a tree calls. */
export const functionsIn = (tree: ExpressionTree | null): readonly string[] => {
  if (!tree) return [];
  switch (tree.kind) {
    case "constant":
    case "name":
      return [];
    case "list":
      return tree.items.flatMap(functionsIn);
    case "unary":
      return functionsIn(tree.operand);
    case "binary":
      return [...functionsIn(tree.left), ...functionsIn(tree.right)];
    case "call":
      return [tree.name, ...tree.args.flatMap(functionsIn)];
  }
};
