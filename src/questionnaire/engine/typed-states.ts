// Typed and computed answers: text, number, date, long text, yes or no, rating, formula.

import { holds, itemScope, itemWith } from "./choice-list.ts";
import type { CompiledItem, CompiledPart } from "./compiled.ts";
import { dateFrom, dateText, storedDate } from "./dates.ts";
import { type Fault, isNoEmail, validatorFaults } from "./faults.ts";
import { prepared } from "./prepared.ts";
import { QuestionState } from "./question-state.ts";
import { pipe } from "./texts.ts";
import { isBlank, isNumeric, toNumber, type Value } from "./values.ts";

type Part<Kind extends CompiledPart["kind"]> = Extract<CompiledPart, { kind: Kind }>;

const limitedTypes = new Set(["number", "range", "date", "datetime-local", "month", "time", "week"]);
const two = (part: number): string => String(part).padStart(2, "0");

/** One line of text, a number, a date. */
export class TextState extends QuestionState {
  private isLoaded = false;

  private get typed(): Part<"text"> {
    return this.def.part as Part<"text">;
  }

  override get isEmpty(): boolean {
    return super.isEmpty || this.value === "";
  }

  protected override corrected(value: Value): Value {
    return Array.isArray(value) ? value.join(", ") : value;
  }

  override setValue(given: Value): void {
    super.setValue(this.withType(given));
  }

  private withType(value: Value): Value {
    if (!value) return value;
    const { inputType } = this.typed;
    if (inputType === "number" || inputType === "range") return isNumeric(value) ? toNumber(value) : "";
    if (inputType !== "month") return value;
    const date = dateFrom(value, this.survey.now);
    if (Number.isNaN(date.getTime())) return value;
    const isUtc = date.toISOString().startsWith(String(value)) && !String(value).includes("T");
    const year = isUtc ? date.getUTCFullYear() : date.getFullYear();
    return `${String(year).padStart(4, "0")}-${two((isUtc ? date.getUTCMonth() : date.getMonth()) + 1)}`;
  }

  protected override fromExpression(value: Value): Value {
    return storedDate(value, this.typed.inputType);
  }

  private get isDate(): boolean {
    return this.typed.inputType === "date" || this.typed.inputType === "datetime-local";
  }

  private limit(expression: Part<"text">["minExpression"], fixed: Value, isLatest: boolean): Value {
    const given = expression ? prepared(expression).evaluate(this.scope) : fixed;
    const value = storedDate(given, this.typed.inputType);
    return !value && this.isDate && isLatest ? "2999-12-31" : value;
  }

  get minimum(): Value {
    return this.limit(this.typed.minExpression, this.typed.min, false);
  }

  get maximum(): Value {
    return this.limit(this.typed.maxExpression, this.typed.max, true);
  }

  private compared(value: Value): number {
    return (this.isDate && !isBlank(value) ? dateFrom(value, this.survey.now) : value) as number;
  }

  private get isTooSmall(): boolean {
    const { minimum } = this;
    return !isBlank(minimum) && !this.isEmpty && this.compared(this.value) < this.compared(minimum);
  }

  private get isTooLarge(): boolean {
    const { maximum } = this;
    return !isBlank(maximum) && !this.isEmpty && this.compared(this.value) > this.compared(maximum);
  }

  private get isOffStep(): boolean {
    const { inputType, step } = this.typed;
    if (inputType !== "number" || this.isEmpty || isBlank(step) || !isNumeric(step) || !isNumeric(this.value))
      return false;
    const value = toNumber(this.value);
    const size = toNumber(step);
    let power = 1;
    while (
      (Math.round(size * power) / power !== size || Math.round(value * power) / power !== value) &&
      power < 1_000_000
    )
      power *= 10;
    return Math.round(size * power) > 0 && Math.round(value * power) % Math.round(size * power) !== 0;
  }

  override onLoad(): void {
    super.onLoad();
    this.isLoaded = true;
  }

  /** Limits hold once it has been loaded: a default may lie outside. */
  protected override get canReachSurvey(): boolean {
    return !this.isLoaded || !limitedTypes.has(this.typed.inputType) || !(this.isTooSmall || this.isTooLarge);
  }

  private limitMessage(text: Part<"text">["minError"], value: Value): string {
    const shown = value instanceof Date ? dateText(value) : String(value);
    return pipe(this.text(text).replace("{0}", shown), this.scope);
  }

  protected override ownFaults(): readonly Fault[] {
    const faults = [...super.ownFaults()];
    const { minError, maxError, stepError, step, inputType } = this.typed;
    if (this.isTooSmall) faults.push({ at: [], message: this.limitMessage(minError, this.minimum) });
    if (this.isTooLarge) faults.push({ at: [], message: this.limitMessage(maxError, this.maximum) });
    if (this.isOffStep) faults.push({ at: [], message: this.text(stepError).replace("{0}", String(step)) });
    const hasOwnCheck = this.def.validators.some((validator) => validator.kind === "email");
    if (inputType === "email" && !hasOwnCheck && isNoEmail(this.value))
      faults.push({ at: [], message: this.survey.words.invalidEmail });
    return faults;
  }
}

/** Several lines of text. */
export class LongTextState extends QuestionState {
  override get isEmpty(): boolean {
    return super.isEmpty || this.value === "";
  }

  protected override corrected(value: Value): Value {
    return Array.isArray(value) ? value.join("\n") : value;
  }

  override setValue(given: Value): void {
    const keepsLines = (this.def.part as Part<"comment">).keepsLines;
    super.setValue(!keepsLines && given ? String(given).replace(/\r\n|\n|\r/g, "") : given);
  }
}

/** Yes or no, in the values the questionnaire gives them. */
export class BooleanState extends QuestionState {
  private get pair(): Part<"boolean"> {
    return this.def.part as Part<"boolean">;
  }

  protected override hold(given: Value): void {
    const { valueTrue, valueFalse } = this.pair;
    let value = given;
    if (value === "true" && valueTrue !== "true") value = true;
    if (value === "false" && valueFalse !== "false") value = false;
    super.hold(value === "indeterminate" || value === null ? undefined : value);
  }

  protected override setDefault(): void {
    const { defaultValue } = this.def;
    const { valueTrue, valueFalse } = this.pair;
    const isDefault = (word: string, value: Value, plain: boolean): boolean =>
      String(defaultValue) === word || (value !== plain && defaultValue === value);
    if (isDefault("true", valueTrue, true)) this.setValue(valueTrue);
    if (isDefault("false", valueFalse, false)) this.setValue(valueFalse);
    if (isBlank(defaultValue) || defaultValue === "indeterminate") this.setValue(undefined);
  }

  protected override displayOf(value: Value): Value {
    // biome-ignore lint/suspicious/noDoubleEquals: survey-core compares loosely here
    const isTrue = value == this.pair.valueTrue;
    return this.piped(isTrue ? this.pair.labelTrue : this.pair.labelFalse);
  }
}

/** A scale. */
export class RatingState extends QuestionState {
  private readonly hidden = new Set<CompiledItem>();

  private get scale(): Part<"rating"> {
    return this.def.part as Part<"rating">;
  }

  get visibleItems(): readonly CompiledItem[] {
    const items = this.scale.items.filter((item) => !this.hidden.has(item));
    return this.scale.look === "smileys" ? items.slice(0, 10) : items;
  }

  labelOf(item: CompiledItem): string {
    return pipe(this.text(item.text), this.scope);
  }

  protected override toData(value: Value): Value {
    if (this.scale.hasOwnValues) return itemWith(this.visibleItems, value)?.value ?? value;
    return Number.isNaN(Number(value)) ? value : Number.parseFloat(String(value));
  }

  protected override displayOf(value: Value): Value {
    const item = itemWith(this.visibleItems, value);
    return (item && this.labelOf(item)) || value;
  }

  protected override runOwnConditions(): void {
    super.runOwnConditions();
    if (!this.scale.hasOwnValues) return;
    let hasChanged = false;
    for (const item of this.scale.items) {
      if (!item.visibleIf) continue;
      const isVisible = holds(prepared(item.visibleIf).evaluate(itemScope(this.scope, item.value, "")));
      if (isVisible !== this.hidden.has(item)) continue;
      hasChanged = true;
      if (isVisible) this.hidden.delete(item);
      else this.hidden.add(item);
    }
    if (!hasChanged || this.isEmpty || this.isReadOnly) return;
    const item = itemWith(this.scale.items, this.value);
    if (item && this.hidden.has(item)) this.clear();
  }

  override clearIncorrect(): void {
    if (this.isEmpty || this.survey.compiled.keepsIncorrect) return;
    if (!itemWith(this.visibleItems, this.value)) this.clear(true);
  }
}

/** A value that is computed and shown. */
export class FormulaState extends QuestionState {
  private get formula(): Part<"expression"> {
    return this.def.part as Part<"expression">;
  }

  protected override runOwnConditions(): void {
    super.runOwnConditions();
    if (this.isReadOnly) return;
    this.runIfConcerned(this.formula.expression, (value) =>
      this.fillIn(() => this.setValue(this.rounded(value))),
    );
  }

  private rounded(value: Value): Value {
    if (value === Number.POSITIVE_INFINITY) return undefined;
    const { precision } = this.formula;
    if (precision < 0 || !isNumeric(value)) return value;
    return Number.parseFloat((value as number).toFixed(precision));
  }

  protected override displayOf(value: Value): Value {
    const text = this.asText(value);
    const format = this.text(this.formula.format);
    return format ? format.replace(/\{0\}/g, text) : text;
  }

  /** The value as shown. */
  get shownText(): string {
    const value = this.value === undefined || this.value === null ? this.def.defaultValue : this.value;
    return isBlank(value) ? "" : String(this.displayOf(value));
  }

  private asText(value: Value): string {
    const { displayStyle, currency, useGrouping, maximumFractionDigits, minimumFractionDigits } =
      this.formula;
    if (displayStyle === "date") return dateFrom(value, this.survey.now).toLocaleDateString();
    if (displayStyle === "none" || !isNumeric(value)) return String(value);
    return (value as number).toLocaleString(this.survey.language || "en", {
      style: displayStyle as "decimal",
      currency,
      useGrouping,
      ...(maximumFractionDigits > -1 ? { maximumFractionDigits } : {}),
      ...(minimumFractionDigits > -1 ? { minimumFractionDigits } : {}),
    });
  }

  protected override ownFaults(): readonly Fault[] {
    return [];
  }

  override faults(): readonly Fault[] {
    return this.isVisible ? validatorFaults(this) : [];
  }
}
