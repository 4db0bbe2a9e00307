// Where the answers of loops and tables lie: one place per turn or row, for every question in it.

import { sampleRow } from "./compile-table.ts";
import { mostTurns } from "./engine/most-turns.ts";
import type { LocalizedText } from "./instrument.ts";
import { itemText, textOf } from "./localized-text.ts";
import type { Loose } from "./loose.ts";
import { codeOf } from "./value-code.ts";

/** Where a question's answer lies, and what its variables are called after. */
export interface Place {
  readonly name: string;
  readonly path: readonly (string | number)[];
  readonly question: string;
  readonly page: string;
}

/** A question of a turn or row at its place. */
export interface RepeatedPlace {
  readonly question: Loose;
  readonly place: Place;
  /** Wording, where it is not the question's own. */
  readonly title?: LocalizedText;
  /** The row and the column in words; null in loops. */
  readonly rowLabel: LocalizedText | null;
}

const at = (place: Place, turn: string | number, key: string, name = String(turn)): Place => ({
  ...place,
  name: `${place.name}_${name}_${key}`,
  path: [...place.path, turn, key],
});

/** How many turns or rows there can be: those there are where none can be added, else the most allowed. */
const turnsOf = (canAdd: boolean, count: number, most: number): readonly number[] =>
  Array.from({ length: canAdd ? mostTurns(most, count) : Math.min(count, most) }, (_, index) => index);

const inLoop = (loop: Loose, place: Place): readonly RepeatedPlace[] => {
  const isDriven = Boolean(
    loop.panelCountExpression || loop.bindings?.getValueNameByPropertyName?.("panelCount"),
  );
  const canAdd = loop.allowAddPanel !== false || isDriven;
  const preset = Array.isArray(loop.defaultValue) ? loop.defaultValue.length : 0;
  const count = Math.max(loop.getPropertyValue("panelCount") ?? 0, preset);
  return turnsOf(canAdd, count, loop.maxPanelCount).flatMap((turn) =>
    loop.template.questions.map((question: Loose) => ({
      question,
      place: at(place, turn, question.getValueName(), String(turn + 1)),
      rowLabel: null,
    })),
  );
};

const cellOf = (row: Loose, column: Loose): Loose =>
  row?.cells.find((one: Loose) => one.column === column)?.question;

const both = (row: LocalizedText | null, column: LocalizedText): LocalizedText =>
  row === null
    ? column
    : Object.fromEntries(
        Object.entries(column).map(([language, text]) => [language, `${row[language]}: ${text}`]),
      );

const inTable = (table: Loose, place: Place, languages: readonly string[]): readonly RepeatedPlace[] => {
  const isDynamic = table.getType() === "matrixdynamic";
  const isDriven = Boolean(
    table.rowCountExpression || table.bindings?.getValueNameByPropertyName?.("rowCount"),
  );
  const { rowCount } = table;
  const sample = sampleRow(table);
  const rows: readonly (readonly [turn: string | number, name: string, text: LocalizedText | null])[] =
    isDynamic
      ? turnsOf(table.allowAddRows !== false || isDriven, rowCount, table.maxRowCount).map((turn) => [
          turn,
          String(turn + 1),
          null,
        ])
      : table.rows.map((row: Loose) => [String(row.value), codeOf(row.value), itemText(row, languages)]);
  return rows.flatMap(([turn, name, text]) =>
    table.columns.flatMap((column: Loose): readonly RepeatedPlace[] => {
      const question = cellOf(sample, column);
      if (!question) return [];
      const title = textOf(column.locTitle, languages, column.name);
      return [{ question, place: at(place, turn, column.name, name), title, rowLabel: both(text, title) }];
    }),
  );
};

/** The questions of a loop or table, turn by turn or row by row. */
export const repeatedPlaces = (
  question: Loose,
  place: Place,
  languages: readonly string[],
): readonly RepeatedPlace[] =>
  question.getType() === "paneldynamic" ? inLoop(question, place) : inTable(question, place, languages);
