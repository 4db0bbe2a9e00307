// A question of one walk: its conditions, its own triggers, and what is wrong with its answer. Types with rules of their own extend it.
import type { CompiledQuestion, CompiledTextPart } from "./compiled.ts";
import { type Fault, validatorFaults } from "./faults.ts";
import { HeldAnswer } from "./held-answer.ts";
import type { PanelState } from "./panel-state.ts";
import { type ChangedKeys, isAnyChanged, prepared } from "./prepared.ts";
import { areEqual, inQuestions, isBlank, type Value } from "./values.ts";

/** Why the answer of a hidden question may go. */
export type ClearReason = "none" | "onComplete" | "onHidden" | "onHiddenContainer";

/** A question of one walk. */
export class QuestionState extends HeldAnswer {
  /** Whether it showed when its visibility was last looked at. */
  private wasShown: boolean | undefined;

  // Visibility and conditions.

  setVisible(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    this.onVisibleChanged();
    this.parent?.onElementVisibilityChanged();
  }

  /** Something its visibility follows from has changed; nothing happens where it shows as before. */
  protected onVisibleChanged(): void {
    const before = this.wasShown;
    this.wasShown = this.isVisible;
    if (before === this.wasShown || before === undefined) return;
    if (!this.visible) this.onHidden(this.isClearedOnHiding);
    if (this.isClearedOnHiding && this.isVisibleInSurvey) this.fillDefault();
  }

  protected onHidden(isCleared: boolean): void {
    if (isCleared) this.clearIfHidden("onHidden");
  }

  /** Takes away the answer of a hidden question, at the moment its settings say. */
  clearIfHidden(reason: ClearReason): void {
    const { clearWhen } = this.def;
    // At the end every hidden answer goes; within a turn the author may keep what tells the turns apart.
    const isKept = this.outer !== null && this.def.isKeptHidden;
    if (reason === "onComplete" ? isKept : clearWhen === "none") return;
    if (reason === "onHidden" && clearWhen === "onComplete") return;
    if (reason === "onHiddenContainer" && clearWhen !== reason) return;
    this.clearHidden(reason);
  }

  protected clearHidden(reason: ClearReason): void {
    if (this.isHiddenFor(reason)) this.clear();
  }

  private isHiddenFor(reason: ClearReason): boolean {
    if (reason === "onHiddenContainer" && !this.isParentVisible) return true;
    if (this.isVisibleInSurvey) return false;
    const page = this.page;
    if (
      page &&
      this.survey.compiled.startsWithIntro &&
      page === this.survey.pages.find((one) => one.def === this.survey.compiled.pages[0])
    )
      return false;
    return !this.survey
      .questionsWithKey(this.key)
      .some((other) => other !== this && other.isVisibleInSurvey && !this.outer && !other.outer);
  }

  /** The page it stands on. */
  get page(): PanelState | null {
    if (this.outer) return this.outer.page;
    let panel = this.parent;
    while (panel?.parent) panel = panel.parent;
    return panel;
  }

  onLoad(): void {
    this.wasShown ??= this.isVisible;
    this.fillDefault();
    if (!this.isEmpty) return;
    this.comment = "";
    if (!this.survey.hasValues && this.holder === this.survey) return;
    const held = this.holder.getValue(this.key);
    if (!isBlank(held)) this.updateFromHolder(held);
    this.comment = this.keepsComment ? this.holder.getComment(this.key) : "";
  }

  /** Everything has been loaded and the page can be shown: loops and tables make their items. */
  onShown(): void {}

  /** It has just been made within an item: it takes what is there for it, else its default. */
  onMade(): void {
    this.wasShown ??= this.isVisible;
    const held = this.holder.getValue(this.key);
    if (!isBlank(held)) this.takeAtFirst(held);
    this.comment = this.keepsComment ? this.holder.getComment(this.key) : "";
    this.onHolderChanged(this.value);
    this.fillDefault();
    this.runCondition();
  }

  runCondition(): void {
    this.runOwnConditions();
    if (
      !this.isChangedDirectly &&
      (!this.isClearedOnHiding || this.isVisibleInSurvey) &&
      this.def.defaultValueExpression
    )
      this.runDefaultExpression((value) => {
        if (!areEqual(this.value, value, inQuestions)) this.setValue(value);
      });
  }

  protected runOwnConditions(): void {
    this.runFrameConditions(this.def);
  }

  // Triggers of its own.

  get hasTriggers(): boolean {
    return (
      this.def.resetValueIf !== null || this.def.setValueIf !== null || this.def.setValueExpression !== null
    );
  }

  /** True where it takes something from other questions by name. */
  get isFollowing(): boolean {
    return (
      Boolean(this.def.choices?.fromQuestion) ||
      this.def.part.kind === "loop" ||
      this.def.part.kind === "table"
    );
  }

  /** Runs resetValueIf, setValueIf and setValueExpression where the changed keys concern them. */
  runTriggers(name: string, value: Value, changed: ChangedKeys | undefined): void {
    if (this.isSetting || (this.outer && this.outer.key === name)) return;
    const keys = changed ?? { [name]: value };
    const { resetValueIf, setValueIf, setValueExpression } = this.def;
    if (resetValueIf && !this.isEmpty && isConcerned(keys, resetValueIf))
      this.run(resetValueIf, (result) => {
        if (result === true) this.resetValue();
      });
    if (setValueIf && isConcerned(keys, setValueIf, setValueExpression))
      this.run(setValueIf, (result) => {
        if (!result) return;
        if (!setValueExpression) this.clear();
        else this.run(setValueExpression, (one) => this.setFromExpression(one));
      });
    if (setValueExpression && !setValueIf && isConcerned(keys, setValueExpression))
      this.run(setValueExpression, (result) => this.setFromExpression(result));
  }

  private resetValue(): void {
    if (this.hasNoDefault) this.clear();
    else this.setDefault();
  }

  // Changes elsewhere.

  /** The survey's value under its key has changed and everyone has been told. */
  onHolderChanged(_value: Value): void {}

  /** A question it takes its choices from has changed. */
  onFollowedChanged(): void {}

  onAnyChanged(_key: string, _question: string): void {}

  takeBoundValue(_key: string, _value: Value): void {}

  // At the end.

  /** Removes what cannot stand in a finished response: choices that are not there any more. */
  clearIncorrect(): void {}

  clearUnused(): void {}

  /** Before it is checked: takes away an answer that is not among its choices any more. */
  removeImpossible(): void {}

  /** What keeps it from being accepted. */
  faults(): readonly Fault[] {
    if (!this.isVisible || this.isReadOnly) return [];
    const own = this.ownFaults();
    return own.length > 0 ? own : validatorFaults(this);
  }

  protected ownFaults(): readonly Fault[] {
    return this.isRequired && this.isEmpty ? [{ at: [], message: this.requiredMessage() }] : [];
  }

  requiredMessage(): string {
    return this.piped(this.def.requiredText) || this.survey.words.required;
  }

  isValid(): boolean {
    return this.faults().length === 0;
  }

  isReady(_turn: Value): boolean {
    return this.isValid();
  }

  /** Parts of a multiple text, for those that have them. */
  get parts(): readonly { readonly def: CompiledTextPart; readonly question: QuestionState }[] {
    return [];
  }
}

/** Mirrors survey-core's question-level triggers: by name, by a function without names, or constant. */
const isConcerned = (
  keys: ChangedKeys,
  first: NonNullable<CompiledQuestion["setValueIf"]>,
  second: CompiledQuestion["setValueIf"] = null,
): boolean => {
  const one = concernOf(keys, first);
  if (one === "name") return true;
  if (!second) return one !== "";
  return concernOf(keys, second) !== "";
};

const concernOf = (keys: ChangedKeys, tree: NonNullable<CompiledQuestion["setValueIf"]>): string => {
  const { names, isVolatile } = prepared(tree);
  if (isVolatile) return "function";
  if (names.length === 0) return "constant";
  return isAnyChanged(keys, names) ? "name" : "";
};
