// The one door to survey-core: it decides what a questionnaire means, and nothing else in the program imports it.
import {
  type Base,
  ConditionsParser,
  type ItemValue,
  Model,
  type Operand,
  type PageModel,
  type PanelModel,
  type Question,
  Serializer,
  setupLocale,
} from "survey-core";
import { type ILintFinding, lintSurvey } from "survey-core/linter";
import type { Answers, AnswerValue } from "./instrument.ts";
import type { Loose } from "./loose.ts";
import type { WalkContext } from "./questionnaire.ts";
import { type QuestionnaireWords, wordLanguages, wordsIn } from "./words.ts";

export type { Base, ILintFinding as LintFinding, ItemValue, Model, Operand, PageModel, PanelModel, Question };
export { ConditionsParser, Serializer };

/** The catalogue's words under survey-core's own keys, so that both say the same. */
const surveyCoreStrings = (words: QuestionnaireWords): Record<string, string> => ({
  requiredError: words.required,
  requiredErrorInPanel: words.requiredPanel,
  requiredInAllRowsError: words.requiredRows,
  eachRowUniqueError: words.uniqueRows,
  keyDuplicationError: words.uniqueValue,
  numericError: words.notANumber,
  minError: words.tooSmall("{0}"),
  maxError: words.tooLarge("{0}"),
  stepError: words.wrongStep("{0}"),
  invalidInputError: words.invalid,
  textNoDigitsAllow: words.noDigits,
  incompletePatternError: words.invalidPattern,
  textMinLength: words.tooShort("{0}"),
  textMaxLength: words.tooLong("{0}"),
  textMinMaxLength: words.lengthOutOfRange("{0}", "{1}"),
  minRowCountError: words.tooFewRows("{0}"),
  minSelectError: words.tooFewChosen("{0}"),
  maxSelectError: words.tooManyChosen("{0}"),
  numericMinMax: words.outOfRange("{1}", "{2}"),
  numericMin: words.tooSmall("{1}"),
  numericMax: words.tooLarge("{1}"),
  invalidEmail: words.invalidEmail,
  invalidExpression: words.invalidExpression,
  otherRequiredError: words.requiredOther,
  otherItemText: words.other,
  noneItemText: words.none,
  refuseItemText: words.refused,
  dontKnowItemText: words.dontKnow,
  selectAllItemText: words.all,
  commentText: words.comment,
  booleanCheckedLabel: words.yes,
  booleanUncheckedLabel: words.no,
  placeholder: words.notChosen,
  addRow: words.addRow,
  removeRow: words.removeRow,
  addPanel: words.addTurn,
  removePanel: words.removeTurn,
  noRowsText: words.nothingYet,
  noEntriesText: words.nothingYet,
});

for (const language of wordLanguages)
  setupLocale({
    localeCode: language,
    strings: surveyCoreStrings(wordsIn(language)),
    nativeName: language,
    englishName: language,
  });

/** A page as it is when it has been drawn: survey-core makes the rows of a table when they are first looked at. */
const showForFirstTime = (page: PageModel): void => {
  page.onFirstRendering();
  for (const question of page.questions) (question as Loose).visibleRows;
};

/**
 * A survey-core model of a questionnaire in one language, with nothing answered and every page ready to be
 * shown. Costs 12–55 ms.
 *
 * @throws Error when the JSON is not a questionnaire at all (check it first)
 */
export const buildModel = (definition: Readonly<Record<string, unknown>>, context: WalkContext): Model => {
  const model = new Model();
  model.dateProvider = { now: () => context.now.getTime() };
  model.randomSeed = context.seed;
  for (const [name, value] of Object.entries(context.variables ?? {})) model.setVariable(name, value);
  model.fromJSON(structuredClone(definition));
  model.locale = context.language;
  for (const page of model.pages) showForFirstTime(page);
  return model;
};

/** Applies answers in the order of the elements, as a respondent would give them. */
export const applyAnswers = (model: Model, answers: Answers): void => {
  const applied = new Set<string>();
  for (const question of model.getAllQuestions()) {
    const key = question.getValueName();
    if (applied.has(key)) continue;
    applied.add(key);
    const comment = answers[`${key}-Comment`];
    if (typeof comment === "string") question.comment = comment;
    if (Object.hasOwn(answers, key)) {
      const value = answers[key];
      if (question.getType() === "ranking") Object.assign(question, { isValueSetByUser: true });
      if (value === null) question.clearValue(true);
      else question.value = structuredClone(value as AnswerValue);
    }
    if (typeof comment === "string" && question.comment !== comment) question.comment = comment;
  }
};

/** A model to look at, or why there is none. */
export type ParsedModel =
  | { readonly kind: "model"; readonly model: Model }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Loads a questionnaire for looking at its structure; nothing is answered and no clock is read. */
export const parseModel = (definition: Readonly<Record<string, unknown>>): ParsedModel => {
  try {
    return { kind: "model", model: new Model(structuredClone(definition)) };
  } catch (error) {
    return { kind: "unreadable", reason: error instanceof Error ? error.message : String(error) };
  }
};

/** What survey-core's own linter says about a questionnaire. */
export const lint = (
  definition: Readonly<Record<string, unknown>>,
  knownVariables: readonly string[],
): readonly ILintFinding[] => {
  try {
    return lintSurvey(structuredClone(definition), { knownVariables: [...knownVariables] }).findings;
  } catch {
    return [];
  }
};

/** A model for compiling: texts in one language, random orders as they fall, nothing answered. */
export const modelInLanguage = (definition: Readonly<Record<string, unknown>>, language: string): Model => {
  const model = new Model();
  model.dateProvider = { now: () => 0 };
  model.randomSeed = 1;
  model.fromJSON(structuredClone(definition));
  model.locale = language;
  return model;
};

/** A property as survey-core knows it. */
export interface KnownProperty {
  /** Its name today; questionnaires may hold older ones. */
  readonly name: string;
  /** True for the value it has where nothing is said. */
  isDefault(value: unknown): boolean;
}

/** The property that survey-core reads under this key in objects of a class, null where it reads none. */
export const propertyNamed = (className: string, key: string): KnownProperty | null => {
  const property = Serializer.findClass(className) ? Serializer.findProperty(className, key) : null;
  return property
    ? { name: property.name, isDefault: (value) => property.isDefaultValue(value) === true }
    : null;
};

/** Names of the properties that survey-core reads in objects of a class. */
export const propertiesOf = (className: string): readonly string[] =>
  Serializer.getProperties(className)
    .filter((property) => property.isSerializable !== false)
    .map((property) => property.name);
