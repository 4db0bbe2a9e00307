// A table: a question per column for every row; the rows fixed, counted, or added at will.
import { holds } from "./choice-list.ts";
import { type CompiledItem, type CompiledPart, type CompiledQuestion, maximumTurns } from "./compiled.ts";
import type { Found } from "./evaluate.ts";
import type { NameStep } from "./expression-tree.ts";
import type { Fault } from "./faults.ts";
import { itemPanel } from "./item-panel.ts";
import { countWithin } from "./loop-state.ts";
import { shuffled } from "./order.ts";
import { prepared } from "./prepared.ts";
import type { QuestionPlace } from "./question-frame.ts";
import type { QuestionState } from "./question-state.ts";
import { findInItem, type RepeatItem, tableWords } from "./repeat-item.ts";
import { RepeatState } from "./repeat-state.ts";
import { isBlank, isEmpty, toNumber, type Value } from "./values.ts";

type TablePart = Extract<CompiledPart, { kind: "table" }>;

/** A table of one walk. */
export class TableState extends RepeatState {
  readonly table: TablePart;
  private readonly fixedRows: readonly CompiledItem[] | null;
  private count: number;
  private readonly hidden = new Set<RepeatItem>();
  private readonly disabled = new Set<RepeatItem>();

  constructor(def: CompiledQuestion, place: QuestionPlace) {
    super(def, place);
    this.table = def.part as TablePart;
    const { rows, isRandom, count, min } = this.table;
    this.fixedRows = rows && isRandom ? shuffled(rows, this.seed) : rows;
    this.count = this.fixedRows ? this.fixedRows.length : Math.max(count, min);
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

  private keyOf(index: number): string | number {
    const row = this.fixedRows?.[index];
    return row ? String(row.value) : index;
  }

  protected valueOfItem(whole: Value, index: number): Record<string, Value> | undefined {
    return (
      (whole as Record<string | number, Record<string, Value>> | undefined)?.[this.keyOf(index)] ?? undefined
    );
  }

  protected withItem(whole: Value, index: number, value: Record<string, Value>): Value {
    const isNothing = Object.keys(value).length === 0;
    if (this.fixedRows) {
      const rows: Record<string, Value> = { ...((whole as object | undefined) ?? {}) };
      const key = String(this.keyOf(index));
      if (isNothing) delete rows[key];
      else rows[key] = value;
      return Object.keys(rows).length > 0 ? rows : undefined;
    }
    const rows = [...(Array.isArray(whole) ? whole : [])].slice(0, this.count);
    while (rows.length < Math.max(this.count, index + 1))
      rows.push({ ...((this.table.defaultRow as object) ?? {}) });
    rows[index] = value;
    return rows.some((row) => Object.keys(row ?? {}).length > 0) ? rows : undefined;
  }

  /** Makes the rows, once everything has been loaded. */
  override onShown(): void {
    this.makeRows();
    this.runCondition();
  }

  private makeRows(): void {
    this.whileMaking(() => {
      const panel = itemPanel(this.table);
      while (this.items.length < this.count) this.addItem(panel);
      if (this.items.length > this.count) this.items = this.items.slice(0, this.count);
    });
  }

  protected syncItems(): void {
    if (this.survey.phase !== "walking") return;
    if (!this.fixedRows) {
      const given = Array.isArray(this.value) ? this.value.length : 0;
      const least = Math.max(this.table.count, this.table.min);
      this.setCount(Math.max(given, least));
    }
    for (const item of this.items) item.takeValues();
  }

  private setCount(count: number): void {
    if (count === this.count && this.items.length === count) return;
    this.count = count;
    this.makeRows();
    this.runCondition();
  }

  protected override runOwnConditions(): void {
    const { countExpression, min, max } = this.table;
    if (countExpression && !this.fixedRows)
      this.run(countExpression, (value) => this.changeCount(countWithin(value, min, max)));
    super.runOwnConditions();
  }

  override takeBoundValue(key: string, value: Value): void {
    if (!this.table.countFrom || key !== this.table.countFrom || this.fixedRows) return;
    const count = isBlank(value) ? 0 : toNumber(value);
    if (count >= 0) this.changeCount(count);
  }

  private changeCount(count: number): void {
    if (this.survey.phase !== "walking") {
      this.count = count;
      return;
    }
    if (Array.isArray(this.value) && this.value.length > count) this.setFromItem(this.value.slice(0, count));
    this.setCount(count);
  }

  protected override runItem(item: RepeatItem): void {
    const row = this.rowOf(item);
    const conditions = [this.table.rowsVisibleIf, row?.visibleIf ?? null].filter((one) => one !== null);
    const isVisible = conditions.every((one) => Boolean(prepared(one).evaluate(item.scope)));
    if (isVisible) this.hidden.delete(item);
    else this.hidden.add(item);
    if (row?.enableIf) {
      if (holds(prepared(row.enableIf).evaluate(item.scope))) this.disabled.delete(item);
      else this.disabled.add(item);
    }
    super.runItem(item);
  }

  protected override get hasNoDefault(): boolean {
    return super.hasNoDefault && isBlank(this.table.defaultRow);
  }

  protected override setDefault(): void {
    const { defaultRow } = this.table;
    if (isBlank(defaultRow) || !isBlank(this.def.defaultValue)) super.setDefault();
    else if (this.isEmpty && this.count > 0)
      this.setValue(Array.from({ length: this.count }, () => defaultRow));
  }

  get canAdd(): boolean {
    const { table } = this;
    return (
      !this.fixedRows &&
      table.canAdd &&
      !table.countExpression &&
      !this.isReadOnly &&
      this.count < Math.min(table.max, maximumTurns)
    );
  }

  get canRemove(): boolean {
    const { table } = this;
    return (
      !this.fixedRows &&
      table.canRemove &&
      !table.countExpression &&
      !this.isReadOnly &&
      this.count > Math.max(table.min, table.count)
    );
  }

  protected override clearHidden(reason: "none" | "onComplete" | "onHidden" | "onHiddenContainer"): void {
    super.clearHidden(reason);
    if (this.isEmpty || this.hidden.size === 0) return;
    const kept = this.items.filter((item) => !this.hidden.has(item) && !isEmpty(item.heldValues));
    this.setValue(
      this.fixedRows
        ? Object.fromEntries(kept.map((item) => [String(this.rowOf(item)?.value), item.heldValues]))
        : kept.map((item) => item.heldValues),
    );
  }

  protected get uniqueKeys(): readonly string[] {
    const unique = this.table.columns.filter((column) => column.isUnique).map((column) => column.name);
    const { keyName } = this.table;
    return keyName && !unique.includes(keyName) ? [...unique, keyName] : unique;
  }

  placeOf(item: RepeatItem): string | number {
    return this.keyOf(this.items.indexOf(item));
  }

  titleOf(item: RepeatItem): string {
    return this.rowTitle(item);
  }

  get isKeyed(): boolean {
    return this.fixedRows !== null;
  }

  protected get part(): TablePart {
    return this.table;
  }

  protected get defaultItem(): Value {
    return this.table.defaultRow;
  }

  protected override ownFaults(): readonly Fault[] {
    const filled = this.items.filter((item) => !isEmpty(item.heldValues)).length;
    const isShort = !this.fixedRows && this.table.min > 0 && this.isRequired && filled < this.table.min;
    const short = isShort ? [{ at: [], message: this.survey.words.tooFewRows(this.table.min) }] : [];
    return [...super.ownFaults(), ...short];
  }

  protected repeatedQuestions(): ReadonlySet<QuestionState> {
    const repeated = new Set<QuestionState>();
    for (const key of this.uniqueKeys) {
      const cells = this.items
        .flatMap((item) => item.questions.filter((question) => question.key === key && !question.isEmpty))
        .map((question) => ({ question, value: String(question.value).toLowerCase() }));
      for (const { question, value } of cells)
        if (cells.some((other) => other.question !== question && other.value === value))
          repeated.add(question);
    }
    return repeated;
  }
}
