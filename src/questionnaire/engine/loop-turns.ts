// The turns of a loop: made, counted, and kept in step with the value of the whole.
import type { CompiledPart, CompiledQuestion } from "./compiled.ts";
import type { Found } from "./evaluate.ts";
import { itemPanel } from "./item-panel.ts";
import type { QuestionPlace } from "./question-frame.ts";
import { loopWords, type RepeatItem } from "./repeat-item.ts";
import { RepeatState } from "./repeat-state.ts";
import { areEqual, inChoices, isBlank, isEmpty, toNumber, type Value } from "./values.ts";

/** What only loops have. */
export type LoopPart = Extract<CompiledPart, { kind: "loop" }>;

/** The rows of a loop's value. */
export const rowsOf = (value: Value): readonly Record<string, Value>[] =>
  Array.isArray(value) ? (value as Record<string, Value>[]) : [];

/** A count within the loop's limits: no number counts as none, parts of one are dropped. */
export const countWithin = (value: Value, min: number, max: number): number => {
  const count = Math.floor(toNumber(value));
  // biome-ignore lint/complexity/useMathMinMax: what is no number counts as 0, where Math.max would keep it
  const atLeast = Math.max(count > 0 ? count : 0, min);
  return max >= 0 && atLeast > max ? max : atLeast;
};

/** The rows with one item's value set or taken away; rows that are missing before it are empty. */
const withValue = (
  whole: Value,
  length: number,
  index: number,
  key: string,
  value: Value,
): readonly Record<string, Value>[] => {
  const rows = [...rowsOf(whole)];
  while (rows.length < length) rows.push({});
  const row = { ...rows[index] };
  if (isEmpty(value)) delete row[key];
  else row[key] = value;
  rows[index] = row;
  return rows;
};

/** What is being put together while turns are made. */
interface Making {
  value: Value;
  isChanged: boolean;
  /** The same, with nothing but what the turns filled in by themselves. */
  filled: Value;
}

/** The turns of a loop. */
export abstract class LoopTurns extends RepeatState {
  readonly loop: LoopPart;
  protected plannedCount: number;
  /** True while turns are made or taken away because there are more or fewer answers. */
  private isCounting = false;
  /** True while the turns take their values. */
  private isGiving = false;
  /** True while its own turns change it, which does not change their number. */
  private isChangingInside = false;
  private making: Making | null = null;
  /** How often each key is being handed on from a turn at the moment. */
  private readonly handedOn = new Map<string, number>();

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
    const shown = (value: Value): Value => (Number(value) > -1 ? Number(value) + 1 : value);
    if (name === "panelindex") return { value: this.items.indexOf(item), inWords: shown };
    if (name === "visiblepanelindex") return { value: this.visibleItems.indexOf(item), inWords: shown };
    return undefined;
  }

  protected override accepts(value: Value): boolean {
    return Array.isArray(value);
  }

  // Values of turns.

  private indexOf(item: RepeatItem): number {
    const index = this.items.indexOf(item);
    return index < 0 ? this.items.length : index;
  }

  valuesOf(item: RepeatItem): Readonly<Record<string, Value>> {
    return rowsOf(this.making ? this.making.value : this.value)[this.indexOf(item)] ?? {};
  }

  isNews(item: RepeatItem, key: string, value: Value): boolean {
    return !areEqual(value, this.valuesOf(item)[key], inChoices);
  }

  setItemValue(item: RepeatItem, key: string, value: Value): void {
    const index = this.indexOf(item);
    const length = Math.max(index + 1, this.items.length);
    const changed = (whole: Value): Value => withValue(whole, length, index, key, value);
    this.handedOn.set(key, (this.handedOn.get(key) ?? 0) + 1);
    if (this.making) {
      const { value: before, filled } = this.making;
      this.making = {
        value: changed(before),
        isChanged: true,
        filled: item.isFillingIn ? changed(filled) : filled,
      };
    } else if (!this.isCounting && !this.isGiving) this.setNewValue(changed(this.value));
    else if (this.isGiving || item.isFillingIn) this.value = changed(this.value);
    const left = (this.handedOn.get(key) ?? 1) - 1;
    if (left > 0) this.handedOn.set(key, left);
    else this.handedOn.delete(key);
  }

  /** Takes a value that its turns have already. */
  protected handOn(value: Value): void {
    this.value = value;
    this.holder.setValue(this.key, value, this.def.name);
  }

  private changeInside(act: () => void): void {
    const before = this.isChangingInside;
    this.isChangingInside = true;
    act();
    this.isChangingInside = before;
  }

  /**
   * Takes a value. While turns are made for answers that came, what else they change is lost, as in survey-core;
   * only what they fill in by themselves is kept.
   */
  protected override hold(value: Value): void {
    if (this.isCounting) return;
    super.hold(value);
    if (!this.isChangingInside) this.count(rowsOf(this.value).length || this.plannedCount);
    if (this.handedOn.size === 0) this.giveAll();
    if (this.value !== value) this.handOn(this.value);
  }

  /** Conditions run when every turn has its values, and not as soon as one of them changes something by itself. */
  private giveAll(): void {
    const before = this.isGiving;
    this.isGiving = true;
    for (const item of this.items) this.giveValues(item);
    this.isGiving = before;
  }

  private giveValues(item: RepeatItem): void {
    const values = this.valuesOf(item);
    for (const question of item.questions) {
      question.updateFromHolder(values[question.key]);
      const comment = values[`${question.key}-Comment`];
      question.updateCommentFromHolder(typeof comment === "string" ? comment : "");
    }
  }

  private count(count: number): void {
    this.isCounting = true;
    this.setCount(count);
    this.isCounting = false;
  }

  override onHolderChanged(value: Value): void {
    if (value === undefined && this.items.every((item) => isEmpty(item.heldValues))) return;
    super.onHolderChanged(value);
    for (const item of this.items) {
      const values = this.valuesOf(item);
      for (const question of item.questions) question.onHolderChanged(values[question.key]);
    }
    if (value === undefined) this.fit();
  }

  // How many turns.

  /** Makes the turns there are to be, once everything has been loaded. */
  override onShown(): void {
    if (this.isMade) return;
    this.isMade = true;
    if (this.plannedCount > 0) this.setCount(Math.min(this.plannedCount, this.loop.max));
  }

  private setCount(count: number): void {
    if (count < 0) return;
    if (!this.isMade) {
      this.plannedCount = count;
      return;
    }
    if (count === this.items.length) return;
    this.makeTurns(count);
    this.fit();
    this.runCondition();
  }

  private makeTurns(count: number): void {
    const outer = this.making;
    this.making = outer ?? { value: this.value, isChanged: false, filled: this.value };
    while (this.items.length < count) {
      const item = this.newItem(itemPanel(this.loop));
      for (const question of item.questions) question.onMade();
      this.items = [...this.items, item];
      item.panel.arrange();
      for (const question of item.questions) question.onShown();
    }
    if (this.items.length > count) this.items = this.items.slice(0, count);
    const { value, isChanged, filled } = this.making;
    this.making = outer;
    if (!isChanged || outer) return;
    if (this.isCounting) this.value = filled;
    else this.changeInside(() => this.setNewValue(value));
  }

  /** As many rows in the value as there are turns. */
  private fit(): void {
    const rows = rowsOf(this.value);
    if (rows.length === this.items.length) return;
    const fitted = this.items.map((item, index) => rows[index] ?? item.heldValues);
    if (!this.isCounting) this.changeInside(() => this.setNewValue(fitted));
    else if (Array.isArray(this.value)) this.value = fitted;
  }

  protected runCount(): void {
    const { countExpression, min, max } = this.loop;
    if (countExpression) this.run(countExpression, (value) => this.setCount(countWithin(value, min, max)));
  }

  protected override runItems(): void {
    this.changeInside(() => super.runItems());
  }

  override takeBoundValue(key: string, value: Value): void {
    if (!this.loop.countFrom || key !== this.loop.countFrom) return;
    const count = isBlank(value) ? 0 : toNumber(value);
    if (count >= 0) this.setCount(count);
  }
}
