// Compiling tables: a question per column for every row, the rows fixed or added by the respondent.

import { boundTo } from "./compile-loop.ts";
import { compileItem, expressionOf, plain, textOf } from "./compile-parts.ts";
import { compileQuestion } from "./compile-question.ts";
import type { CompiledColumn, CompiledPart } from "./engine/compiled.ts";
import { mostTurns } from "./engine/most-turns.ts";
import type { Loose } from "./loose.ts";
import { asWritten } from "./survey-order.ts";

/** A row to read the cells' questions from; a table without rows gets one for that, whatever counts its rows. */
export const sampleRow = (table: Loose): Loose => {
  if (!table.allRows?.length && table.getType() === "matrixdynamic") {
    table.rowCountExpression = "";
    table.rowCount = 1;
  }
  return table.allRows?.[0] ?? table.visibleRows?.[0];
};

/** A cell's question: the column's own, with the table's choices where it has none. */
const compileColumn = (row: Loose, column: Loose, language: string): CompiledColumn => {
  const title = textOf(column.locTitle) || column.name;
  const cell = row.cells.find((one: Loose) => one.column === column).question;
  return {
    name: column.name,
    title,
    isUnique: column.isUnique === true,
    question: { ...compileQuestion(cell, language), name: column.name, title, isTitleShown: true },
  };
};

/** A table's own properties. */
export const compileTable = (table: Loose, type: string, language: string): CompiledPart => {
  const isDynamic = type === "matrixdynamic";
  // The rows it begins with: a default value has changed the count already.
  const count = isDynamic ? table.initialRowCount : 0;
  const countExpression = expressionOf(table.rowCountExpression);
  const row = sampleRow(table);
  return {
    kind: "table",
    columns: row ? table.columns.map((column: Loose) => compileColumn(row, column, language)) : [],
    rows: isDynamic ? null : asWritten<Loose>(table.rows).map(compileItem),
    columnsVisibleIf: expressionOf(table.columnsVisibleIf),
    rowsVisibleIf: expressionOf(table.rowsVisibleIf),
    hideIfEmpty: table.hideIfRowsEmpty === true,
    isRandom: table.rowOrder === "random",
    count,
    min: isDynamic ? table.minRowCount : 0,
    max: isDynamic
      ? mostTurns(table.maxRowCount, Math.max(table.minRowCount, Math.min(count, table.maxRowCount)))
      : 0,
    countExpression,
    countFrom: isDynamic ? boundTo(table, "rowCount") : "",
    canAdd: table.allowAddRows !== false,
    canRemove: table.allowRemoveRows !== false,
    keyName: table.keyName ?? "",
    keyError: textOf(table.locKeyDuplicationError),
    defaultRow: plain(table.defaultRowValue),
    copiesLast: table.copyDefaultValueFromLastEntry === true,
    addText: textOf(table.locAddRowText),
    removeText: textOf(table.locRemoveRowText),
    emptyText: textOf(table.locNoRowsText),
  };
};
