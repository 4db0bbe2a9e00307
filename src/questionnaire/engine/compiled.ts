// The compiled form of an instrument: everything a walk needs, as plain data, without survey-core.
import type { AnswerValue } from "../instrument.ts";
import type { ExpressionTree } from "./expression-tree.ts";

/**
 * Raised when the compiled form changes in what it means. An instrument in another format cannot be walked: that
 * throws, and its version has to be fixed again from its definition.
 */
export const compiledFormat = 1;

/** A text that is the same in every language, or one per language. Pieces in braces are piped in. */
export type Text = string | Readonly<Record<string, string>>;

/** A condition or formula, null where there is none. */
export type Expression = ExpressionTree | null;

/** When answers of hidden questions are taken away: at completion, or as soon as they are hidden. */
export type ClearWhen = "none" | "onComplete" | "onHidden" | "onHiddenContainer";

/** A choice, a column or a row. */
export interface CompiledItem {
  readonly value: AnswerValue;
  readonly text: Text;
  readonly visibleIf: Expression;
  readonly enableIf: Expression;
  readonly isExclusive: boolean;
  readonly imageUrl: Text;
  /** Keeps its place when the order is random; shuffled within its category. */
  readonly isFixed: boolean;
  readonly category: string;
}

export type ItemOrder = "none" | "asc" | "desc" | "random";

/** What all elements have. */
interface CompiledFrame {
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
  readonly visible: boolean;
  readonly visibleIf: Expression;
  readonly readOnly: boolean;
  readonly enableIf: Expression;
  readonly isRequired: boolean;
  readonly requiredIf: Expression;
  readonly requiredText: Text;
  readonly showNumber: boolean;
  readonly isFixed: boolean;
  readonly category: string;
}

/** A page or panel. */
export interface CompiledPanel extends CompiledFrame {
  readonly kind: "page" | "panel";
  readonly hasTitle: boolean;
  readonly isRandom: boolean;
  readonly numbering: "default" | "onpanel" | "off" | "recursive";
  readonly startIndex: string;
  readonly elements: readonly CompiledElement[];
}

/** Choices of a question, with the special ones apart. */
export interface CompiledChoices {
  readonly items: readonly CompiledItem[];
  readonly other: CompiledItem | null;
  readonly none: CompiledItem | null;
  readonly refused: CompiledItem | null;
  readonly dontKnow: CompiledItem | null;
  readonly visibleIf: Expression;
  readonly enableIf: Expression;
  readonly order: ItemOrder;
  /** Carry-forward: name of the question whose choices or answers become the choices. */
  readonly fromQuestion: string;
  readonly fromMode: "all" | "selected" | "unselected";
  readonly valuesFrom: string;
  readonly textsFrom: string;
  readonly hideIfEmpty: boolean;
  /** Label of "other", also where it is not offered. */
  readonly otherText: Text;
  readonly otherPlaceholder: Text;
  readonly otherError: Text;
}

export type CompiledValidator =
  | {
      readonly kind: "numeric";
      readonly text: Text;
      readonly min: number | null;
      readonly max: number | null;
    }
  | {
      readonly kind: "text";
      readonly text: Text;
      readonly minLength: number;
      readonly maxLength: number;
      readonly allowsDigits: boolean;
    }
  | { readonly kind: "answercount"; readonly text: Text; readonly min: number; readonly max: number }
  | { readonly kind: "regex"; readonly text: Text; readonly pattern: string; readonly flags: string }
  | { readonly kind: "email"; readonly text: Text }
  | { readonly kind: "expression"; readonly text: Text; readonly expression: Expression };

/** A question's own properties, by type. */
export interface CompiledQuestion extends CompiledFrame {
  readonly kind: "question";
  readonly type: string;
  /** Key of the value (SurveyJS `valueName`, else the name). */
  readonly key: string;
  readonly isTitleShown: boolean;
  readonly resetValueIf: Expression;
  readonly setValueIf: Expression;
  readonly setValueExpression: Expression;
  readonly defaultValue: AnswerValue | undefined;
  readonly defaultValueExpression: Expression;
  readonly clearWhen: ClearWhen;
  /** True where the question's own setting is never to be cleared: within a turn it stays, though hidden. */
  readonly isKeptHidden: boolean;
  readonly validators: readonly CompiledValidator[];
  readonly hasComment: boolean;
  readonly commentText: Text;
  readonly commentPlaceholder: Text;
  readonly defaultDisplayValue: Text;
  readonly showsDisplayValues: boolean;
  readonly choices: CompiledChoices | null;
  readonly placeholder: Text;
  readonly part: CompiledPart;
}

/** A part of a multiple text. */
export interface CompiledTextPart {
  readonly name: string;
  readonly title: Text;
  readonly question: CompiledQuestion;
}

/** A column of a table: a question for every row. */
export interface CompiledColumn {
  readonly name: string;
  readonly title: Text;
  readonly question: CompiledQuestion;
  readonly isUnique: boolean;
}

/** What only some types have. */
export type CompiledPart =
  | { readonly kind: "plain" }
  | { readonly kind: "many"; readonly min: number; readonly max: number; readonly isRanked: boolean }
  | {
      readonly kind: "text";
      readonly inputType: string;
      readonly min: AnswerValue | undefined;
      readonly max: AnswerValue | undefined;
      readonly minExpression: Expression;
      readonly maxExpression: Expression;
      readonly minError: Text;
      readonly maxError: Text;
      readonly step: AnswerValue | undefined;
      readonly stepError: Text;
      readonly maxLength: number | null;
      readonly autocomplete: string;
      readonly suggestions: Readonly<Record<string, readonly string[]>>;
    }
  | {
      readonly kind: "comment";
      readonly rows: number;
      readonly maxLength: number | null;
      readonly keepsLines: boolean;
    }
  | {
      readonly kind: "rating";
      readonly look: "numbers" | "stars" | "smileys";
      readonly hasOwnValues: boolean;
      readonly items: readonly CompiledItem[];
      readonly lowestLabel: Text;
      readonly highestLabel: Text;
    }
  | {
      readonly kind: "boolean";
      readonly valueTrue: AnswerValue;
      readonly valueFalse: AnswerValue;
      readonly labelTrue: Text;
      readonly labelFalse: Text;
      readonly isSwapped: boolean;
    }
  | { readonly kind: "image"; readonly isMulti: boolean; readonly min: number; readonly max: number }
  | {
      readonly kind: "matrix";
      readonly rows: readonly CompiledItem[];
      readonly columns: readonly CompiledItem[];
      readonly isMulti: boolean;
      readonly eachRowRequired: boolean;
      readonly eachRowUnique: boolean;
      readonly isRandom: boolean;
      readonly hideIfEmpty: boolean;
      readonly rowsVisibleIf: Expression;
      readonly columnsVisibleIf: Expression;
    }
  | { readonly kind: "multipletext"; readonly parts: readonly CompiledTextPart[] }
  | {
      readonly kind: "expression";
      readonly expression: Expression;
      readonly format: Text;
      readonly displayStyle: string;
      readonly currency: string;
      readonly precision: number;
      readonly useGrouping: boolean;
      readonly maximumFractionDigits: number;
      readonly minimumFractionDigits: number;
    }
  | { readonly kind: "html"; readonly html: Text }
  | { readonly kind: "picture"; readonly url: Text; readonly altText: Text }
  | {
      readonly kind: "loop";
      readonly elements: readonly CompiledElement[];
      readonly turnTitle: Text;
      readonly turnDescription: Text;
      readonly turnVisibleIf: Expression;
      readonly count: number;
      readonly min: number;
      readonly max: number;
      readonly countExpression: Expression;
      readonly countFrom: string;
      readonly canAdd: boolean;
      readonly canRemove: boolean;
      readonly keyName: string;
      readonly keyError: Text;
      readonly defaultTurn: AnswerValue | undefined;
      readonly copiesLast: boolean;
      readonly addText: Text;
      readonly removeText: Text;
      readonly emptyText: Text;
      readonly numbering: "default" | "onpanel" | "recursive" | "off";
    }
  | {
      readonly kind: "table";
      readonly columns: readonly CompiledColumn[];
      /** Fixed rows, null where rows are added (matrixdynamic). */
      readonly rows: readonly CompiledItem[] | null;
      readonly columnsVisibleIf: Expression;
      readonly rowsVisibleIf: Expression;
      readonly hideIfEmpty: boolean;
      readonly isRandom: boolean;
      readonly count: number;
      readonly min: number;
      readonly max: number;
      readonly countExpression: Expression;
      readonly countFrom: string;
      readonly canAdd: boolean;
      readonly canRemove: boolean;
      readonly keyName: string;
      readonly keyError: Text;
      readonly defaultRow: AnswerValue | undefined;
      readonly copiesLast: boolean;
      readonly addText: Text;
      readonly removeText: Text;
      readonly emptyText: Text;
    };

export type CompiledElement = CompiledPanel | CompiledQuestion;

/** What happens when a condition comes true. */
export type CompiledTrigger = { readonly expression: Expression } & (
  | {
      readonly kind: "setvalue";
      readonly target: string;
      readonly value: AnswerValue | undefined;
      readonly isVariable: boolean;
    }
  | {
      readonly kind: "copyvalue";
      readonly target: string;
      readonly source: string;
      readonly inWords: boolean;
    }
  | { readonly kind: "runexpression"; readonly target: string; readonly formula: Expression }
  | { readonly kind: "visible"; readonly pages: readonly string[]; readonly questions: readonly string[] }
  | { readonly kind: "skip"; readonly target: string }
  | { readonly kind: "complete" }
);

/** A whole questionnaire. */
export interface CompiledInstrument {
  readonly format: number;
  readonly pages: readonly CompiledPanel[];
  readonly calculated: readonly {
    readonly name: string;
    readonly expression: Expression;
    readonly isResult: boolean;
  }[];
  readonly triggers: readonly CompiledTrigger[];
  readonly completedText: Text;
  readonly completedTextsIf: readonly { readonly expression: Expression; readonly text: Text }[];
  readonly startsWithIntro: boolean;
  readonly numbering: "on" | "onPage" | "recursive" | "off";
  readonly startIndex: string;
  readonly showsPageTitles: boolean;
  readonly keepsIncorrect: boolean;
  readonly clearWhen: ClearWhen;
  readonly maxCommentLength: number | null;
}
