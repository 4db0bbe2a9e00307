// A question with choices of which one is taken: radio buttons, a list, pictures.

import { ChoiceList, itemScope, itemWith } from "./choice-list.ts";
import type { CompiledChoices, CompiledItem, CompiledQuestion } from "./compiled.ts";
import type { Fault } from "./faults.ts";
import type { QuestionPlace } from "./question-frame.ts";
import { QuestionState } from "./question-state.ts";
import { pipe } from "./texts.ts";
import { areEqual, inQuestions, isBlank, isEmpty, type Value } from "./values.ts";

/** The value of the choice "other". */
export const otherValue = "other";

/** A question with choices. */
export class ChoiceState extends QuestionState {
  private ownList: ChoiceList | undefined;
  readonly choices: CompiledChoices;
  private isTellingFollowers = false;
  private mustEmptyComment = false;
  private isUpdating = false;

  constructor(def: CompiledQuestion, place: QuestionPlace) {
    super(def, place);
    if (!def.choices) throw new RangeError(`${def.name} has no choices`);
    this.choices = def.choices;
  }

  get list(): ChoiceList {
    this.ownList ??= new ChoiceList(this.choices, {
      scope: this.scope,
      seed: this.seed,
      labelOf: (item) => this.labelOf(item),
      carried: () => this.carriedChoices(),
    });
    return this.ownList;
  }

  /** A choice's label as shown. */
  labelOf(item: CompiledItem): string {
    const text = this.text(item.text);
    return text.includes("{")
      ? pipe(text, itemScope(this.scope, item.value, text), this.def.showsDisplayValues)
      : text;
  }

  override get isVisible(): boolean {
    if (!this.visible || !this.choices.hideIfEmpty) return this.visible;
    return (this.choices.fromQuestion ? this.list.visible : this.list.passing).length > 0;
  }

  get isOtherChosen(): boolean {
    return this.choices.other !== null && this.value === otherValue;
  }

  protected override get keepsComment(): boolean {
    return this.def.hasComment || this.choices.other !== null;
  }

  protected isOther(value: Value): boolean {
    return value === otherValue;
  }

  isChosen(item: CompiledItem): boolean {
    return item === this.choices.other ? this.isOtherChosen : item.value === this.value;
  }

  // Carry-forward.

  private source(): QuestionState | undefined {
    const source = this.holder.findQuestion(this.choices.fromQuestion);
    if (source && source !== this && !source.followers.includes(this))
      source.followers = [...source.followers, this];
    return source;
  }

  private carriedChoices(): readonly CompiledItem[] | null {
    const source = this.source();
    if (source instanceof ChoiceState && source !== this) return this.fromChoices(source);
    return source && Array.isArray(source.value) ? this.fromList(source.value) : null;
  }

  private fromChoices(source: ChoiceState): readonly CompiledItem[] {
    const { fromMode, other } = this.choices;
    const items = source.list.visible
      .filter((item) => !source.list.isSpecial(item))
      .filter((item) => fromMode === "all" || source.isChosen(item) === (fromMode === "selected"));
    const extra = fromMode === "selected" && !other && source.isOtherChosen ? source.comment : undefined;
    return extra ? [...items, carriedItem(otherValue, extra)] : items;
  }

  private fromList(list: readonly Value[]): readonly CompiledItem[] {
    const { valuesFrom, textsFrom } = this.choices;
    return list.flatMap((entry) => {
      if (!(entry instanceof Object)) return [];
      const row = entry as Record<string, Value>;
      const key = valuesFrom || Object.keys(row)[0];
      if (!key || isBlank(row[key])) return [];
      const text = textsFrom ? row[textsFrom] : undefined;
      return [carriedItem(row[key], text === undefined ? String(row[key]) : String(text))];
    });
  }

  override onFollowedChanged(): void {
    this.onChoicesChanged();
    this.clearIncorrect();
  }

  override onAnyChanged(key: string, question: string): void {
    const { fromQuestion } = this.choices;
    if (key && fromQuestion && (key === fromQuestion || question === fromQuestion)) this.onFollowedChanged();
  }

  override onHolderChanged(_value: Value): void {
    this.tellFollowers();
  }

  private tellFollowers(): void {
    if (this.isTellingFollowers) return;
    this.isTellingFollowers = true;
    for (const follower of this.followers) follower.onFollowedChanged();
    this.isTellingFollowers = false;
  }

  protected onChoicesChanged(): void {
    this.list.refresh();
    this.onVisibleChanged();
    this.tellFollowers();
  }

  // Values.

  protected override fromData(value: Value): Value {
    return itemWith(this.list.active, value)?.value ?? value;
  }

  protected override toData(value: Value): Value {
    if (isEmpty(value) || !Array.isArray(value)) return value;
    return value[0];
  }

  override setValue(given: Value): void {
    this.setNewValue(this.fromData(given));
  }

  protected override hold(value: Value): void {
    if (areEqual(this.value, value, inQuestions)) return;
    super.hold(value);
    this.tellFollowers();
    if (this.def.hasComment || this.isOtherChosen || !this.comment) return;
    this.mustEmptyComment = true;
    this.comment = "";
  }

  protected override store(value: Value): void {
    super.store(value);
    if (!this.mustEmptyComment) return;
    this.mustEmptyComment = false;
    this.holder.setComment(this.key, "");
  }

  override updateFromHolder(given: Value): void {
    let value = given;
    let comment = "";
    if (this.choices.other && this.list.active.length > 0) {
      if (this.hasUnknown(value, false) && !this.isOther(value)) {
        comment = String(this.unknownOf(value));
        value = this.withOther(value);
      } else comment = this.holder.getComment(this.key);
    }
    super.updateFromHolder(value);
    if (!comment || this.isUpdating) return;
    this.isUpdating = true;
    if (this.comment !== comment) this.setComment(comment);
    this.isUpdating = false;
  }

  protected unknownOf(value: Value): Value {
    return value;
  }

  protected withOther(_value: Value): Value {
    return otherValue;
  }

  /** True for a value that is not among the choices that pass. */
  protected isUnknown(value: Value, isOtherKnown: boolean, items = this.list.passing): boolean {
    if (isOtherKnown && this.isOther(value)) return false;
    for (const item of [this.choices.none, this.choices.refused, this.choices.dontKnow]) {
      // biome-ignore lint/suspicious/noDoubleEquals: survey-core compares loosely here
      if (item && item.value == value) return false;
    }
    return itemWith(items, value) === null;
  }

  protected hasUnknown(value: Value, isOtherKnown: boolean): boolean {
    return !isBlank(value) && this.isUnknown(value, isOtherKnown);
  }

  protected override setDefaultValue(value: Value): void {
    if (!isBlank(value) && this.choices.other && this.hasUnknown(value, true)) {
      this.setValue(this.withOther(value));
      this.setComment(String(this.unknownOf(value)));
    } else super.setDefaultValue(value);
  }

  // Conditions.

  override onLoad(): void {
    if (this.list.isMoving || this.choices.hideIfEmpty) this.onChoicesChanged();
    super.onLoad();
  }

  protected override runOwnConditions(): void {
    super.runOwnConditions();
    if (!this.list.runConditions()) return;
    this.onChoicesChanged();
    this.clearIncorrect();
  }

  protected get mayClearIncorrect(): boolean {
    return (
      !this.survey.compiled.keepsIncorrect &&
      !this.isEmpty &&
      this.survey.questionsWithKey(this.key).length <= 1
    );
  }

  override clearIncorrect(): void {
    if (this.mayClearIncorrect) this.clearUnknown();
  }

  protected clearUnknown(): void {
    if (this.isUnknown(this.value, true)) this.clear(true);
  }

  protected override clearHidden(reason: "none" | "onComplete" | "onHidden" | "onHiddenContainer"): void {
    super.clearHidden(reason);
    this.clearIncorrect();
  }

  override clearUnused(): void {
    if (!this.isOtherChosen && !this.def.hasComment && this.comment !== "") this.setComment("");
  }

  // In words.

  protected wordFor(value: Value): Value {
    if (this.isOther(value)) return this.comment || this.piped(this.choices.otherText);
    const item = itemWith(this.list.visible, value);
    return (item && this.labelOf(item)) || value;
  }

  protected override displayOf(value: Value): Value {
    return this.def.showsDisplayValues ? this.wordFor(value) : value;
  }

  // Faults.

  protected override ownFaults(): readonly Fault[] {
    const { other } = this.choices;
    const isMissing =
      other !== null && this.list.visible.includes(other) && this.isOtherChosen && !this.comment;
    const missing = {
      at: [],
      isComment: true,
      message: this.piped(this.choices.otherError) || this.survey.words.requiredOther,
    };
    return [...super.ownFaults(), ...(isMissing ? [missing] : [])];
  }

  override removeImpossible(): void {
    if (this.def.clearWhen !== "none") this.clearIncorrect();
  }
}

const carriedItem = (value: Value, text: string): CompiledItem => ({
  value: value as CompiledItem["value"],
  text,
  visibleIf: null,
  enableIf: null,
  isExclusive: false,
  imageUrl: "",
  isFixed: false,
  category: "",
});
