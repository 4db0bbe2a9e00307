// A loop: the same questions for every turn; the turns fixed, counted by an earlier answer, or added at will.
import { type CompiledPart, type CompiledQuestion, maximumTurns } from "./compiled.ts";
import type { Found } from "./evaluate.ts";
import { itemPanel } from "./item-panel.ts";
import type { QuestionPlace } from "./question-frame.ts";
import type { QuestionState } from "./question-state.ts";
import { loopWords, type RepeatItem } from "./repeat-item.ts";
import { RepeatState } from "./repeat-state.ts";
import { isBlank, toNumber, type Value } from "./values.ts";

type LoopPart = Extract<CompiledPart, { kind: "loop" }>;

const rowsOf = (value: Value): readonly Record<string, Value>[] =>
  Array.isArray(value) ? (value as Record<string, Value>[]) : [];

/** A count within the loop's limits: no number counts as none, parts of one are dropped. */
export const countWithin = (value: Value, min: number, max: number): number => {
  const count = Math.floor(toNumber(value));
  const atLeast = Math.max(Math.max(count, 0), min);
  return max >= 0 && atLeast > max ? max : atLeast;
};

/** A loop of one walk. */
export class LoopState extends RepeatState {
  readonly loop: LoopPart;
  private plannedCount: number;
  private isCounting = false;

  constructor(def: CompiledQuestion, place: QuestionPlace) {
    super(def, place);
    this.loop = def.part as LoopPart;
    this.plannedCount = Math.min(Math.max(this.loop.count, this.loop.min), this.loop.max);
  }

  get words() {
    return loopWords;
  }

  get visibleItems(): readonly RepeatItem[] {
    return this.items.filter((item) => item.panel.visible);
  }

  override get isEmpty(): boolean {
    return !rowsOf(this.value).some((row) => Object.keys(row ?? {}).length > 0);
  }

  factOf(item: RepeatItem, name: string): Found | undefined {
    const shown = (value: Value): Value => Number(value) + 1;
    if (name === "panelindex") return { value: this.items.indexOf(item), inWords: shown };
    if (name === "visiblepanelindex") return { value: this.visibleItems.indexOf(item), inWords: shown };
    return undefined;
  }

  protected override accepts(value: Value): boolean {
    return Array.isArray(value);
  }

  protected valueOfItem(whole: Value, index: number): Record<string, Value> | undefined {
    return rowsOf(whole)[index];
  }

  protected withItem(whole: Value, index: number, value: Record<string, Value>): Value {
    const rows = [...rowsOf(whole)];
    while (rows.length <= Math.max(index, this.items.length - 1)) rows.push({});
    rows[index] = value;
    return rows;
  }

  protected override hold(value: Value): void {
    if (this.isCounting) this.value = value;
    else super.hold(value);
  }

  protected syncItems(): void {
    if (this.survey.phase !== "walking") return;
    this.isCounting = true;
    const given = rowsOf(this.value).length;
    this.setCount(given || this.plannedCount);
    this.isCounting = false;
    for (const item of this.items) item.takeValues();
    // Where fewer are counted than were given, conditions ran before the turns had their answers.
    if (this.items.length < given) this.runCondition();
  }

  /** Makes the turns there are to be, once everything has been loaded. */
  override onShown(): void {
    const count = Math.min(rowsOf(this.value).length || this.plannedCount, this.loop.max);
    if (count > 0) this.setCount(count);
  }

  private setCount(count: number): void {
    if (count < 0 || count === this.items.length) return;
    this.whileMaking(() => {
      const panel = itemPanel(this.loop);
      while (this.items.length < count) this.addItem(panel);
      if (this.items.length > count) this.items = this.items.slice(0, count);
    });
    const rows = rowsOf(this.value);
    if (rows.length !== count) {
      const fitted = Array.from({ length: count }, (_, index) => rows[index] ?? {});
      this.setFromItem(fitted);
    }
    this.runCondition();
  }

  protected override runOwnConditions(): void {
    if (this.loop.countExpression)
      this.run(this.loop.countExpression, (value) => this.setPlannedCount(value));
    super.runOwnConditions();
  }

  private setPlannedCount(value: Value): void {
    const count = countWithin(value, this.loop.min, this.loop.max);
    if (this.survey.phase === "walking") this.setCount(count);
    else this.plannedCount = count;
  }

  override takeBoundValue(key: string, value: Value): void {
    if (!this.loop.countFrom || key !== this.loop.countFrom) return;
    const count = isBlank(value) ? 0 : toNumber(value);
    if (count >= 0) this.setPlannedCount(count);
  }

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
    return (
      loop.canAdd &&
      !loop.countExpression &&
      !this.isReadOnly &&
      this.items.length < Math.min(loop.max, maximumTurns)
    );
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

  override clearIfHidden(reason: "none" | "onComplete" | "onHidden" | "onHiddenContainer"): void {
    const inside = reason === "onHidden" ? "onHiddenContainer" : reason;
    for (const item of this.items)
      for (const question of item.questions)
        if (!question.visible || item.panel.isVisible) question.clearIfHidden(inside);
    super.clearIfHidden(reason);
    if (reason === "onComplete") this.dropHiddenTurns();
  }

  /** Our own rule: a turn that is hidden at the end leaves nothing but its place. */
  private dropHiddenTurns(): void {
    const rows = rowsOf(this.value);
    const isHidden = (index: number): boolean => this.items[index]?.panel.isVisible === false;
    if (rows.some((row, index) => isHidden(index) && Object.keys(row).length > 0))
      this.setFromItem(rows.map((row, index) => (isHidden(index) ? {} : row)));
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
