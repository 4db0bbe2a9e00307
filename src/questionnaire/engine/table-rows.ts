// The rows of a table: made, counted, and kept in step with the value of the whole.
import { holds } from "./choice-list.ts";
import type { CompiledItem, CompiledPart, CompiledQuestion } from "./compiled.ts";
import type { Found } from "./evaluate.ts";
import type { NameStep } from "./expression-tree.ts";
import { itemPanel } from "./item-panel.ts";
import { countWithin } from "./loop-turns.ts";
import { shuffled } from "./order.ts";
import { prepared } from "./prepared.ts";
import type { QuestionPlace } from "./question-frame.ts";
import { findInItem, type RepeatItem, tableWords } from "./repeat-item.ts";
import { RepeatState } from "./repeat-state.ts";
import { isNothing, isSameRow, padded, type Row, refilled, rowAt, withRowAt } from "./row-values.ts";
import { areEqual, copyOf, inChoices, isBlank, isEmpty, toNumber, type Value } from "./values.ts";

/** What only tables have. */
export type TablePart = Extract<CompiledPart, { kind: "table" }>;

/** The rows of a table. */
export abstract class TableRows extends RepeatState {
  readonly table: TablePart;
  protected readonly fixedRows: readonly CompiledItem[] | null;
  protected count: number;
  /** Below this an answer does not lower the number of rows. */
  private readonly leastKept: number;
  protected readonly hidden = new Set<RepeatItem>();
  private readonly disabled = new Set<RepeatItem>();
  /** True while a value is taken that the rows have already, or that they are taking. */
  private isChangingRows = false;
  /** True while the number of rows follows a value that came from elsewhere. */
  private isCountFollowing = false;

  constructor(def: CompiledQuestion, place: QuestionPlace) {
    super(def, place);
    this.table = def.part as TablePart;
    const { rows, isRandom, count } = this.table;
    this.fixedRows = rows && isRandom ? shuffled(rows, this.seed) : rows;
    this.count = this.fixedRows ? this.fixedRows.length : count;
    this.leastKept = count;
  }

  get words() {
    return tableWords;
  }

  get visibleItems(): readonly RepeatItem[] {
    return this.hidden.size === 0 ? this.items : this.items.filter((item) => !this.hidden.has(item));
  }

  override get isVisible(): boolean {
    return this.visible && (!this.table.hideIfEmpty || this.visibleItems.length > 0);
  }

  isRowEnabled(item: RepeatItem): boolean {
    return !this.disabled.has(item);
  }

  rowOf(item: RepeatItem): CompiledItem | undefined {
    return this.fixedRows?.[this.items.indexOf(item)];
  }

  rowTitle(item: RepeatItem): string {
    const row = this.rowOf(item);
    return row ? this.piped(row.text) : this.survey.words.turn(this.items.indexOf(item) + 1);
  }

  factOf(item: RepeatItem, name: string): Found | undefined {
    const row = this.rowOf(item);
    switch (name) {
      case "rowindex":
        return { value: this.items.indexOf(item) + 1 };
      case "visiblerowindex":
        return { value: this.visibleItems.indexOf(item) + 1 };
      case "item":
      case "rowname":
      case "rowvalue":
        return row ? { value: row.value } : undefined;
      case "rowtitle":
        return { value: this.rowTitle(item) };
      case "matrix":
        return { value: this.value };
      default:
        return undefined;
    }
  }

  override findInside(
    steps: readonly NameStep[],
    index: number | undefined,
    isWhole: boolean,
  ): Found | undefined {
    if (!this.fixedRows) return super.findInside(steps, index, isWhole);
    if (steps.length === 0) return this.isEmpty ? { value: undefined, question: this } : undefined;
    let name = "";
    for (const [at, step] of steps.entries()) {
      name += (at > 0 ? "." : "") + step.lower;
      const item = this.visibleItems.find((one) => String(this.rowOf(one)?.value).toLowerCase() === name);
      if (item) return at + 1 < steps.length ? findInItem(item, steps.slice(at + 1), isWhole) : undefined;
      if (step.index !== undefined) break;
    }
    return undefined;
  }

  protected override accepts(value: Value): boolean {
    return this.fixedRows ? value instanceof Object && !Array.isArray(value) : Array.isArray(value);
  }

  protected keyOf(index: number): string | number {
    const row = this.fixedRows?.[index];
    return row ? String(row.value) : index;
  }

  // Values of rows.

  /** What the cells hold, and what else the whole has for the row. */
  valuesOf(item: RepeatItem): Row {
    const index = this.items.indexOf(item);
    return { ...(index < 0 ? {} : rowAt(this.value, this.keyOf(index))), ...item.heldValues };
  }

  isNews(): boolean {
    return true;
  }

  /** The value as the rows see it: a list has a place for each of them. */
  private whole(): Value {
    if (this.fixedRows) return { ...((this.value as object | undefined) ?? {}) };
    const rows: Value[] = (Array.isArray(this.value) ? this.value : []).slice(0, this.count);
    while (rows.length < this.count) rows.push({ ...((this.table.defaultRow as object) ?? {}) });
    return rows;
  }

  private withCells(whole: Value, item: RepeatItem, gone = ""): Value {
    const place = this.placeOf(item);
    const keys = new Set([...this.table.columns.map((column) => column.question.key), gone]);
    const next = withRowAt(whole, place, refilled(rowAt(whole, place), keys, item.heldValues));
    return this.fixedRows ? next : padded(next, this.table.min);
  }

  setItemValue(item: RepeatItem, key: string): void {
    const isCommentGone = key.endsWith("-Comment") && item.heldValues[key] === undefined;
    this.takeFromRows(this.withCells(this.whole(), item, isCommentGone ? key : ""));
  }

  private takeFromRows(next: Value): void {
    const before = this.whole();
    if (areEqual(this.fixedRows && isNothing(before) ? null : before, next, inChoices)) return;
    this.isChangingRows = true;
    this.setNewValue(next);
    this.isChangingRows = false;
  }

  protected override hold(value: Value): void {
    super.hold(value);
    if (this.isChangingRows) return;
    if (!this.fixedRows && Array.isArray(this.value)) this.followCount(this.value.length);
    if (!this.isMade || this.items.length === 0) return;
    this.isChangingRows = true;
    const whole = this.whole();
    for (const item of this.items) this.giveValues(item, rowAt(whole, this.placeOf(item)) ?? {});
    this.isChangingRows = false;
  }

  private giveValues(item: RepeatItem, values: Row): void {
    item.isTaking = true;
    for (const question of item.questions) {
      const before = question.comment ?? "";
      const comment = values[`${question.key}-Comment`];
      const value = values[question.key];
      question.updateFromHolder(value);
      if (comment || before === (question.comment ?? ""))
        question.updateCommentFromHolder(typeof comment === "string" ? comment : "");
      question.onHolderChanged(value);
    }
    item.isTaking = false;
  }

  override updateFromHolder(value: Value): void {
    this.isCountFollowing = true;
    super.updateFromHolder(value);
    this.isCountFollowing = false;
  }

  protected override fromData(value: Value): Value {
    if (this.fixedRows || this.table.min < 1 || this.isEmpty) return value;
    return padded(value, this.table.min);
  }

  // How many rows.

  /** Makes the rows, once everything has been loaded. */
  override onShown(): void {
    if (!this.isMade) this.makeRows();
  }

  private makeRows(): void {
    const values = this.whole();
    this.items = [];
    this.hidden.clear();
    this.items = Array.from({ length: this.count }, (_, index) =>
      this.newRow(rowAt(values, this.keyOf(index)) ?? {}),
    );
    this.isMade = true;
    for (const item of this.items) this.runRow(item);
    let next = this.whole();
    for (const item of this.items)
      if (!isSameRow(rowAt(this.value, this.placeOf(item)), item.heldValues))
        next = this.withCells(next, item);
    this.takeFromRows(next);
  }

  /** A row whose cells take what there is for them, after what they fill in by themselves. */
  private newRow(values: Row): RepeatItem {
    const item = this.newItem(itemPanel(this.table));
    item.panel.isContainer = false;
    item.isTaking = true;
    for (const question of item.questions) {
      question.onMade();
      const comment = values[`${question.key}-Comment`];
      if (isEmpty(values[question.key])) continue;
      question.setValue(copyOf(values[question.key]));
      if (typeof comment === "string" && comment) question.setComment(comment);
    }
    item.isTaking = false;
    return item;
  }

  private followCount(count: number): void {
    if (count === this.count || (!this.isCountFollowing && count < this.leastKept)) return;
    this.isCountFollowing = true;
    this.count = count;
    // A default that set the number before there were rows leaves it free to follow the next value as well.
    if (!this.isMade) return;
    if (count === this.items.length + 1)
      this.items = [...this.items, this.newRow(rowAt(this.value, count - 1) ?? {})];
    else this.makeRows();
    this.isCountFollowing = false;
  }

  protected runCount(): void {
    const { countExpression, min, max } = this.table;
    if (countExpression && !this.fixedRows)
      this.run(countExpression, (value) => this.setCount(countWithin(value, min, max)));
  }

  private setCount(count: number): void {
    if (count < 0 || count === this.count) return;
    this.isCountFollowing = false;
    const before = this.count;
    this.count = count;
    if (Array.isArray(this.value) && this.value.length > count) {
      this.value = this.value.slice(0, count);
      this.setNewValue(this.value);
    }
    if (this.survey.phase === "loading") return;
    if (!this.isMade && before !== 0) return;
    this.isMade = true;
    this.items = this.items.slice(0, count);
    while (this.items.length < count) this.items = [...this.items, this.newRow({})];
    this.runCondition();
  }

  override takeBoundValue(key: string, value: Value): void {
    if (!this.table.countFrom || key !== this.table.countFrom || this.fixedRows) return;
    const count = isBlank(value) ? 0 : toNumber(value);
    if (count >= 0) this.setCount(count);
  }

  protected override runItems(): void {
    const hidden = [...this.hidden];
    for (const item of this.items) this.runRow(item);
    const isSame = hidden.length === this.hidden.size && hidden.every((item) => this.hidden.has(item));
    if (!isSame && this.isClearedOnHiding) this.dropHiddenRows();
    if (this.table.hideIfEmpty) this.onVisibleChanged();
  }

  private runRow(item: RepeatItem): void {
    const row = this.rowOf(item);
    const conditions = [this.table.rowsVisibleIf, row?.visibleIf ?? null].filter((one) => one !== null);
    const isVisible = conditions.every((one) => Boolean(prepared(one).evaluate(item.scope)));
    if (isVisible) this.hidden.delete(item);
    else this.hidden.add(item);
    if (row?.enableIf) {
      if (holds(prepared(row.enableIf).evaluate(item.scope))) this.disabled.delete(item);
      else this.disabled.add(item);
    }
    item.panel.runCondition();
  }

  /** Takes out of the value what stands in hidden rows. */
  protected dropHiddenRows(): void {
    if (this.isEmpty || this.hidden.size === 0) return;
    const kept = this.items.filter((item) => !this.hidden.has(item) && !isEmpty(item.heldValues));
    this.setValue(
      this.fixedRows
        ? Object.fromEntries(kept.map((item) => [String(this.placeOf(item)), item.heldValues]))
        : kept.map((item) => item.heldValues),
    );
  }
}
