// A loop: the same questions for every turn; the turns fixed, counted by an earlier answer, or added at will.
import { type LoopPart, LoopTurns, rowsOf } from "./loop-turns.ts";
import type { ClearReason, QuestionState } from "./question-state.ts";
import type { RepeatItem } from "./repeat-item.ts";
import { isBlank, type Value } from "./values.ts";

/** A loop of one walk. */
export class LoopState extends LoopTurns {
  protected override get hasNoDefault(): boolean {
    return super.hasNoDefault && isBlank(this.loop.defaultTurn);
  }

  protected override setDefault(): void {
    const { defaultTurn } = this.loop;
    if (isBlank(defaultTurn) || !isBlank(this.def.defaultValue)) super.setDefault();
    else if (this.isEmpty && this.plannedCount > 0)
      this.setValue(Array.from({ length: this.plannedCount }, () => defaultTurn));
  }

  get canAdd(): boolean {
    const { loop } = this;
    return loop.canAdd && !loop.countExpression && !this.isReadOnly && this.items.length < loop.max;
  }

  get canRemove(): boolean {
    const { loop } = this;
    return (
      loop.canRemove &&
      !loop.countExpression &&
      !this.isReadOnly &&
      this.items.length > Math.max(loop.min, this.plannedCount > 0 ? 1 : 0)
    );
  }

  protected override onHidden(isCleared: boolean): void {
    if (!isCleared) this.clearInside("onHiddenContainer");
    super.onHidden(isCleared);
  }

  override clearIfHidden(reason: ClearReason): void {
    this.clearInside(reason === "onHidden" ? "onHiddenContainer" : reason);
    super.clearIfHidden(reason);
    if (reason === "onComplete") this.dropHiddenTurns();
  }

  private clearInside(reason: ClearReason): void {
    for (const item of this.items)
      for (const question of item.questions)
        if (!question.visible || item.panel.isVisible) question.clearIfHidden(reason);
  }

  /** Our own rule: a turn that is hidden at the end leaves nothing but its place. */
  private dropHiddenTurns(): void {
    const rows = rowsOf(this.value);
    const isHidden = (index: number): boolean => this.items[index]?.panel.isVisible === false;
    if (rows.some((row, index) => isHidden(index) && Object.keys(row).length > 0))
      this.survey.changeTogether(() => this.handOn(rows.map((row, index) => (isHidden(index) ? {} : row))));
  }

  placeOf(item: RepeatItem): number {
    return this.items.indexOf(item);
  }

  titleOf(item: RepeatItem): string {
    return (
      item.panel.piped(this.loop.turnTitle) || this.survey.words.turn(this.visibleItems.indexOf(item) + 1)
    );
  }

  get isKeyed(): boolean {
    return false;
  }

  protected get part(): LoopPart {
    return this.loop;
  }

  protected get defaultItem(): Value {
    return this.loop.defaultTurn;
  }

  protected get uniqueKeys(): readonly string[] {
    return this.loop.keyName ? [this.loop.keyName] : [];
  }

  protected repeatedQuestions(): ReadonlySet<QuestionState> {
    const seen: Value[] = [];
    const repeated = new Set<QuestionState>();
    for (const item of this.visibleItems) {
      const question = item.questions.find((one) => one.key === this.loop.keyName);
      if (!question || question.isEmpty) continue;
      // biome-ignore lint/suspicious/noDoubleEquals: survey-core compares loosely here
      if (seen.some((value) => value == question.value)) repeated.add(question);
      else seen.push(question.value);
    }
    return repeated;
  }
}
