// The answer a question holds: how it is set, handed on to the survey, taken back and filled with its default.
import { storedDate } from "./dates.ts";
import { QuestionFrame } from "./question-frame.ts";
import { areEqual, copyOf, inQuestions, isBlank, type Value } from "./values.ts";

/** A question's answer. */
export abstract class HeldAnswer extends QuestionFrame {
  protected isChangedDirectly = false;
  protected isSetting = false;
  protected isFillingDefault = false;

  // Setting the value.

  /** Sets the value as a respondent, a trigger or an expression does. */
  setValue(given: Value): void {
    this.setNewValue(given);
  }

  /** Takes what the respondent answered. */
  giveAnswer(value: Value): void {
    this.setValue(value);
  }

  protected setNewValue(value: Value): void {
    if (areEqual(value, this.value, inQuestions) && !(value === this.value && value instanceof Object))
      return;
    if (!isBlank(value) && !this.accepts(value)) return;
    this.isSetting = true;
    this.store(this.toData(value));
    this.isSetting = false;
  }

  /** False for values of a shape the type cannot hold. */
  protected accepts(_value: Value): boolean {
    return true;
  }

  protected toData(value: Value): Value {
    return value;
  }

  protected fromData(value: Value): Value {
    return value;
  }

  protected corrected(value: Value): Value {
    return value;
  }

  /** False where an answer must not reach the other questions (out of its limits). */
  protected get canReachSurvey(): boolean {
    return true;
  }

  protected store(value: Value): void {
    this.hold(value);
    if (this.canReachSurvey) this.holder.setValue(this.key, this.value, this.def.name);
    else this.survey.unreached.add(this.key.toLowerCase());
  }

  /** Takes a value without telling anyone. */
  protected hold(given: Value): void {
    const value = this.corrected(given);
    if (!areEqual(this.value, value, inQuestions) && !this.isFillingDefault && !this.holder.isFillingDefault)
      this.isChangedDirectly = true;
    this.value = value;
  }

  /** Takes the value that the survey now holds under its key. */
  updateFromHolder(given: Value): void {
    const value = copyOf(given);
    if (!isBlank(value) && !this.accepts(value)) return;
    if (!isBlank(value) && this.def.defaultValueExpression) {
      this.withDefault((own) => this.takeFromHolder(value, areEqual(value, own, inQuestions)));
    } else this.takeFromHolder(value, this.holder !== this.survey);
    for (const follower of this.followers) follower.onFollowedChanged();
  }

  /** Takes what its item held before it was made, as it stands. */
  protected takeAtFirst(value: Value): void {
    this.takeFromHolder(copyOf(value), true);
  }

  protected takeFromHolder(value: Value, isDefault: boolean): void {
    this.isFillingDefault = isDefault;
    this.hold(this.fromData(value));
    this.isFillingDefault = false;
  }

  /** Empties value and comment. */
  clear(keepsComment = false): void {
    if (this.value !== undefined) this.setValue(undefined);
    if (this.comment && !keepsComment) this.setComment(undefined);
    this.isChangedDirectly = false;
    this.onCleared();
  }

  protected onCleared(): void {}

  /** True where the comment under its key is this question's. */
  protected get keepsComment(): boolean {
    return this.def.hasComment;
  }

  setComment(given: string | undefined): void {
    const text = typeof given === "string" && given.trim() === "" ? "" : given;
    if (this.comment === text) return;
    this.comment = text;
    this.holder.setComment(this.key, text ?? "");
  }

  updateCommentFromHolder(text: string | undefined): void {
    this.comment = text;
  }

  // Defaults.

  protected get hasNoDefault(): boolean {
    return !this.def.defaultValueExpression && isBlank(this.def.defaultValue);
  }

  protected get isClearedOnHiding(): boolean {
    return this.def.clearWhen === "onHidden" || this.def.clearWhen === "onHiddenContainer";
  }

  /** Fills in the default where there is one and nothing has been answered. */
  fillDefault(): void {
    if (this.hasNoDefault || !this.isEmpty) return;
    if (this.isClearedOnHiding && !this.isVisible) return;
    this.fillIn(() => this.setDefault());
  }

  /** Fills something in by itself: a default, a formula's result. */
  protected fillIn(act: () => void): void {
    if (this.holder.fillIn) this.holder.fillIn(act);
    else act();
  }

  protected setDefault(): void {
    this.withDefault((given) => {
      const value = this.corrected(given);
      if (!areEqual(this.value, value, inQuestions)) this.setDefaultValue(value);
    });
  }

  protected setDefaultValue(value: Value): void {
    this.setValue(value);
  }

  protected withDefault(take: (value: Value) => void): void {
    const { defaultValueExpression, defaultValue } = this.def;
    if (!defaultValueExpression) take(this.fromExpression(copyOf(defaultValue)));
    else this.runDefaultExpression(take);
  }

  protected runDefaultExpression(take: (value: Value) => void): void {
    this.run(this.def.defaultValueExpression, (result) => {
      this.isFillingDefault = true;
      take(this.fromExpression(result ?? this.def.defaultValue));
      this.isFillingDefault = false;
    });
  }

  /** What the type stores when an expression gives it a value. */
  protected fromExpression(value: Value): Value {
    return storedDate(copyOf(value), "");
  }

  protected setFromExpression(result: Value): void {
    const value = this.fromExpression(result);
    if (!areEqual(this.value, value, inQuestions)) this.setValue(value);
  }
}
