// What is wrong with an answer: the validators of a question, in its words.
import type { CompiledValidator } from "./compiled.ts";
import { prepared } from "./prepared.ts";
import type { QuestionState } from "./question-state.ts";
import { isBlank, isEmpty, isNumeric, toNumber, type Value } from "./values.ts";

/** One thing wrong. `at` leads from the question inward to the part at fault; empty for the question itself. */
export interface Fault {
  readonly at: readonly (string | number)[];
  readonly message: string;
  /** True where the text beside "other" is at fault. */
  readonly isComment?: boolean;
}

const email =
  /^(([^<>()[\].,;:\s@"]+(\.[^<>()[\].,;:\s@"]+)*)|(".+"))@(([^<>()=[\].,;:\s@"]+\.)+[^<>()=[\].,;:\s@"]{2,})$/i;

/** True for a text that is no e-mail address. */
export const isNoEmail = (value: Value): boolean => Boolean(value) && !email.test(String(value));

const matchesPattern = (pattern: string, flags: string, value: Value): boolean => {
  const expression = new RegExp(pattern, flags);
  if (Array.isArray(value) && !value.every((one) => expression.test(String(one)))) return false;
  return expression.test(String(value));
};

/** The message of a validator on a value, null where it is content. */
const complaint = (question: QuestionState, validator: CompiledValidator, value: Value): string | null => {
  const { words } = question.survey;
  switch (validator.kind) {
    case "numeric": {
      if (isBlank(value)) return null;
      if (!isNumeric(value)) return words.notANumber;
      const { min, max } = validator;
      const number = toNumber(value);
      if (!(min !== null && min > number) && !(max !== null && max < number)) return null;
      if (min !== null && max !== null) return words.outOfRange(min, max);
      return min === null ? words.tooLarge(max ?? "") : words.tooSmall(min);
    }
    case "text": {
      if (isBlank(value)) return null;
      if (!validator.allowsDigits && /\d+$/.test(String(value))) return words.noDigits;
      const { minLength, maxLength } = validator;
      const { length } = value as { length: number };
      if (!(minLength > 0 && length < minLength) && !(maxLength > 0 && length > maxLength)) return null;
      if (minLength > 0 && maxLength > 0) return words.lengthOutOfRange(minLength, maxLength);
      return minLength > 0 ? words.tooShort(minLength) : words.tooLong(maxLength);
    }
    case "answercount": {
      if (!Array.isArray(value) || value.length === 0) return null;
      if (validator.min && value.length < validator.min) return words.tooFewChosen(validator.min);
      return validator.max && value.length > validator.max ? words.tooManyChosen(validator.max) : null;
    }
    case "regex":
      if (!validator.pattern || isBlank(value)) return null;
      return matchesPattern(validator.pattern, validator.flags, value) ? null : words.invalid;
    case "email":
      return isNoEmail(value) ? words.invalidEmail : null;
    case "expression":
      if (!validator.expression) return null;
      return prepared(validator.expression).evaluate(question.scope) ? null : words.invalidExpression;
  }
};

/** What the validators of a question say about its value. */
export const validatorFaults = (question: QuestionState): readonly Fault[] =>
  question.def.validators.flatMap((validator) => {
    const message = complaint(question, validator, question.validatedValue);
    if (message === null) return [];
    const own = question.piped(validator.text);
    return [{ at: [], message: isEmpty(own) ? message : own }];
  });
