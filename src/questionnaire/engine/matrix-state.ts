// A matrix: rows that share columns; one column per row, or several.

import { holds, itemScope, itemWith } from "./choice-list.ts";
import type { CompiledItem, CompiledPart, CompiledQuestion } from "./compiled.ts";
import type { Found } from "./evaluate.ts";
import { propertyOf } from "./evaluate.ts";
import type { NameStep } from "./expression-tree.ts";
import type { Fault } from "./faults.ts";
import { shuffled } from "./order.ts";
import { prepared } from "./prepared.ts";
import type { QuestionPlace } from "./question-frame.ts";
import { QuestionState } from "./question-state.ts";
import { areEqual, copyOf, inQuestions, isBlank, isEmpty, type Value } from "./values.ts";

type MatrixPart = Extract<CompiledPart, { kind: "matrix" }>;

/** A matrix of one walk. */
export class MatrixState extends QuestionState {
  readonly matrix: MatrixPart;
  private readonly rows: readonly CompiledItem[];
  private readonly hidden = new Set<CompiledItem>();
  private readonly disabled = new Set<CompiledItem>();
  private readonly hasConditions: boolean;

  constructor(def: CompiledQuestion, place: QuestionPlace) {
    super(def, place);
    this.matrix = def.part as MatrixPart;
    this.rows = this.matrix.isRandom ? shuffled(this.matrix.rows, this.seed) : this.matrix.rows;
    const { rowsVisibleIf, columnsVisibleIf, rows, columns } = this.matrix;
    this.hasConditions =
      rowsVisibleIf !== null ||
      columnsVisibleIf !== null ||
      [...rows, ...columns].some((item) => item.visibleIf !== null || item.enableIf !== null);
  }

  override get isVisible(): boolean {
    return this.visible && (!this.matrix.hideIfEmpty || this.visibleRows.length > 0);
  }

  get visibleRows(): readonly CompiledItem[] {
    return this.hidden.size === 0 ? this.rows : this.rows.filter((row) => !this.hidden.has(row));
  }

  get visibleColumns(): readonly CompiledItem[] {
    const { columns } = this.matrix;
    return this.hidden.size === 0 ? columns : columns.filter((column) => !this.hidden.has(column));
  }

  isRowEnabled(row: CompiledItem): boolean {
    return !this.disabled.has(row);
  }

  labelOf(item: CompiledItem): string {
    return this.piped(item.text);
  }

  /** What a row holds, undefined where nothing. */
  rowValue(row: CompiledItem): Value {
    const value = this.value as Record<string, Value> | undefined;
    return value?.[String(row.value)];
  }

  protected override accepts(value: Value): boolean {
    return value instanceof Object && !Array.isArray(value);
  }

  protected override corrected(value: Value): Value {
    if (value === undefined || value === null || typeof value !== "object") return value;
    const rows = { ...(value as Record<string, Value>) };
    for (const [key, held] of Object.entries(rows)) {
      if (Array.isArray(held) && !this.matrix.isMulti) {
        if (held.length > 0) rows[key] = held[0];
        else delete rows[key];
      }
      if (!Array.isArray(held) && this.matrix.isMulti) rows[key] = [held];
    }
    return rows;
  }

  override findInside(
    steps: readonly NameStep[],
    _index: number | undefined,
    _isWhole: boolean,
  ): Found | undefined {
    if (steps.length === 0) return undefined;
    let name = "";
    for (const [at, step] of steps.entries()) {
      name += (at > 0 ? "." : "") + step.name;
      const row = this.rows.find((one) => String(one.value).toLowerCase() === name.toLowerCase());
      if (row && at === steps.length - 1)
        return { value: this.rowValue(row) ?? null, inWords: (value) => this.columnWord(value) };
      if (row) break;
      if (step.index !== undefined) break;
    }
    const value = propertyOf(this.value, steps);
    return value === undefined ? undefined : { value };
  }

  private columnWord(value: Value): Value {
    const column =
      this.matrix.columns.find((one) => one.value === value) ??
      (isEmpty(value) ? null : itemWith(this.matrix.columns, value));
    if (column) return this.labelOf(column);
    return value === null || value === undefined ? "" : String(value);
  }

  protected override displayOf(value: Value): Value {
    const words: Record<string, Value> = {};
    for (const [key, held] of Object.entries(value as object)) {
      const row = itemWith(this.matrix.rows, key);
      const one = (entry: Value): Value => {
        const column = itemWith(this.matrix.columns, entry);
        return column ? this.labelOf(column) : entry;
      };
      words[row ? this.labelOf(row) : key] = Array.isArray(held) ? held.map(one) : one(held);
    }
    return words;
  }

  protected override runOwnConditions(): void {
    super.runOwnConditions();
    if (!this.hasConditions) return;
    const { rowsVisibleIf, columnsVisibleIf } = this.matrix;
    const haveRowsChanged = this.runFor(this.rows, rowsVisibleIf);
    for (const row of this.rows) {
      if (!row.enableIf) continue;
      if (holds(prepared(row.enableIf).evaluate(itemScope(this.scope, row.value, ""))))
        this.disabled.delete(row);
      else this.disabled.add(row);
    }
    const haveColumnsChanged = this.runFor(this.matrix.columns, columnsVisibleIf);
    if (haveColumnsChanged && this.isClearedOnHiding) this.dropHidden(false, true);
    if ((haveRowsChanged || haveColumnsChanged) && this.matrix.hideIfEmpty) this.onVisibleChanged();
  }

  private runFor(items: readonly CompiledItem[], all: MatrixPart["rowsVisibleIf"]): boolean {
    let hasChanged = false;
    for (const item of items) {
      const condition = item.visibleIf ?? all;
      const isVisible =
        !condition ||
        holds(prepared(condition).evaluate(itemScope(this.scope, item.value, this.text(item.text))));
      if (isVisible === this.hidden.has(item)) hasChanged = true;
      if (isVisible) this.hidden.delete(item);
      else this.hidden.add(item);
    }
    return hasChanged;
  }

  private visibleColumn(value: Value): boolean {
    const column = itemWith(this.matrix.columns, value);
    return column !== null && !this.hidden.has(column);
  }

  /** Takes out what stands in hidden rows or columns. */
  private dropHidden(inRows: boolean, inColumns: boolean): void {
    if (this.isEmpty) return;
    const kept = copyOf(this.value) as Record<string, Value>;
    for (const row of this.rows) {
      const key = String(row.value);
      if (!kept[key]) continue;
      if (inRows && this.hidden.has(row)) delete kept[key];
      else if (inColumns) {
        const held = kept[key];
        const left = Array.isArray(held) ? held.filter((one) => this.visibleColumn(one)) : held;
        if (Array.isArray(left) ? left.length === 0 : !this.visibleColumn(left)) delete kept[key];
        else kept[key] = left;
      }
    }
    if (!areEqual(kept, this.value, inQuestions)) this.setValue(kept);
  }

  protected override clearHidden(reason: "none" | "onComplete" | "onHidden" | "onHiddenContainer"): void {
    super.clearHidden(reason);
    this.dropHidden(true, true);
  }

  protected override ownFaults(): readonly Fault[] {
    const { eachRowRequired, eachRowUnique } = this.matrix;
    const { words } = this.survey;
    const missing: Fault[] = [];
    const repeated: Fault[] = [];
    const seen = new Set<string>();
    for (const row of eachRowRequired || eachRowUnique ? this.visibleRows : []) {
      const value = this.rowValue(row);
      const isNothing = isBlank(value);
      const at = [String(row.value)];
      if (eachRowRequired && isNothing) missing.push({ at, message: words.requiredRow });
      if (eachRowUnique && !isNothing && seen.has(String(value)))
        repeated.push({ at, message: words.uniqueRows });
      if (!isNothing) seen.add(String(value));
    }
    return [...super.ownFaults(), ...missing, ...repeated];
  }
}
