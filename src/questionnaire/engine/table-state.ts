// A table: a question per column for every row; the rows fixed, counted, or added at will.
import type { Fault } from "./faults.ts";
import type { ClearReason, QuestionState } from "./question-state.ts";
import type { RepeatItem } from "./repeat-item.ts";
import { refilled, rowAt, withRowAt } from "./row-values.ts";
import { type TablePart, TableRows } from "./table-rows.ts";
import { isBlank, isEmpty, type Value } from "./values.ts";

/** A table of one walk. */
export class TableState extends TableRows {
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
      !this.fixedRows && table.canAdd && !table.countExpression && !this.isReadOnly && this.count < table.max
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

  protected override clearHidden(reason: ClearReason): void {
    super.clearHidden(reason);
    this.dropHiddenRows();
    if (reason === "onComplete") this.dropHiddenCells();
  }

  /** Our own rule: a cell that is hidden at the end leaves nothing. */
  private dropHiddenCells(): void {
    let next = this.value;
    for (const item of this.items) {
      const gone = item.questions.filter((question) => !question.isVisible);
      const keys = new Set(gone.flatMap(({ key }) => [key, `${key}-Comment`]));
      const row = rowAt(next, this.placeOf(item)) ?? {};
      if (Object.keys(row).some((key) => keys.has(key)))
        next = withRowAt(next, this.placeOf(item), refilled(row, keys, {}));
    }
    if (next === this.value) return;
    this.value = next;
    this.survey.changeTogether(() => this.holder.setValue(this.key, next, this.def.name));
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
