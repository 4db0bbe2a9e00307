// The one way out for figures: hides what rests on too few persons, rounds the rest. Nothing else can make a
// ProtectedTable, and pages, charts and exports take nothing else.
import { roundHalfAway } from "../statistics/rounding.ts";
import { groupsToHide, rangesOfHidden } from "./complementary-suppression.ts";
import { type DisclosureRules, isBelowMinimum, isPanelSafe, isTelling } from "./minimum-base.ts";
import type { FigureUnit, RawFigure, RawRow, RawTable, TableColumn, WaveLabel } from "./table.ts";

declare const protection: unique symbol;

/** A figure as it may be shown: rounded, hidden, or not defined. Per cent and points are whole numbers. */
export type ProtectedFigure = (
  | { readonly kind: "number"; readonly unit: Exclude<FigureUnit, "word">; readonly value: number }
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "hidden" }
  | { readonly kind: "not-defined" }
) & { readonly [protection]: "figure" };

/** One group as it may be shown. */
export interface ProtectedRow {
  /** Level of the breakdown; null for everyone. */
  readonly level: string | null;
  readonly figures: Readonly<Record<string, ProtectedFigure>>;
}

/** A table as it may be shown, kept and sent out. Plain data: it survives JSON. */
export interface ProtectedTable {
  readonly [protection]: "table";
  readonly tableId: string;
  readonly waves: readonly WaveLabel[];
  readonly breakdown: string | null;
  readonly columns: readonly TableColumn[];
  readonly minimumBase: number;
  readonly everyone: ProtectedRow;
  readonly rows: readonly ProtectedRow[];
}

/**
 * Which rows of all tables of a study are hidden, found for all of them together; a row is named by its wave, its
 * base, its breakdown and its group ("role=politician", "all").
 */
export interface StudyProtection {
  /** `respondents` are those of the row: a row of other persons than were protected under its name is hidden. */
  readonly isHidden: (
    wave: WaveLabel,
    layer: string,
    breakdown: string | null,
    entry: string,
    respondents: number,
  ) => boolean;
  /** Whether how many answered in both waves may be shown for everybody, and for the groups of a breakdown. */
  readonly isPanelShown: (waves: readonly WaveLabel[], layer: string, breakdown: string | null) => boolean;
}

/** Name of a group of a table in the protection of its study. */
export const entryNameOf = (breakdown: string | null, level: string | null): string =>
  breakdown === null || level === null
    ? "all"
    : breakdown.includes(crossingMark)
      ? level
      : entryName([[breakdown, level]]);

const crossingMark = "*";

/** Breakdown by two variables at once; its levels are the names of their pairs, as `entryName` makes them. */
export const crossingOf = (one: string, other: string): string => `${one}${crossingMark}${other}`;

/** The two variables of a crossing; null for a breakdown by one. */
export function crossedIn(breakdown: string): readonly [string, string] | null {
  const [one, other] = breakdown.split(crossingMark);
  return one === undefined || other === undefined ? null : [one, other];
}

/** Name of the persons who have all of these levels. */
export const entryName = (conditions: readonly (readonly [variable: string, level: string])[]): string =>
  conditions.map(([variable, level]) => `${variable}=${level}`).join("&");

/**
 * Protects a table. A row is hidden in a wave where its base is below the minimum, or where showing it would let
 * a hidden base be worked out from the total; figures of two waves are hidden with either. Counts of who answered
 * in both waves are shown per group only where no group is hidden and no derived count is 1 up to the minimum
 * less one. Numbers that remain are rounded: whole per cent and percentage points, means with one decimal, p with
 * three, counts exact; half away from zero.
 *
 * @param study what is hidden in all tables of the study together; without it the table is protected on its own
 * @throws RangeError if counts contradict each other or a column has no figure (a caller's mistake)
 */
export function protectTable(
  raw: RawTable,
  rules: DisclosureRules,
  study: StudyProtection | null = null,
): ProtectedTable {
  if (rules.minimumBase < 3) throw new RangeError("the minimum base is 3 or more");
  for (const row of [raw.everyone, ...raw.rows]) checkRow(raw, row);
  const isHiddenIn = (wave: WaveLabel, row: RawRow) =>
    isBelowMinimum(row.counts[wave]!.base, rules) ||
    study?.isHidden(
      wave,
      raw.layer,
      raw.breakdown,
      entryNameOf(raw.breakdown, row.level),
      row.counts[wave]!.respondents,
    ) === true;
  const hiddenIn = new Map(
    raw.waves.map((wave) => [
      wave,
      isAnyDontKnowTelling(raw, rules)
        ? raw.rows.map(() => true)
        : study === null
          ? hiddenRows(raw, wave, rules)
          : raw.rows.map((row) => isHiddenIn(wave, row)),
    ]),
  );
  const isEveryoneHiddenIn = (wave: WaveLabel) => isHiddenIn(wave, raw.everyone);
  const isAnyRowHidden = [...hiddenIn.values()].some((rows) => rows.includes(true));
  const isPanelAllowed = (breakdown: string | null) =>
    study === null || study.isPanelShown(raw.waves, raw.layer, breakdown);
  const isPanelOfRowsSafe =
    !isAnyRowHidden && isPanelOfGroupsSafe(raw, rules) && isPanelAllowed(raw.breakdown);
  const isPanelOfEveryoneSafe = isPanelOfRowSafe(raw, raw.everyone, rules) && isPanelAllowed(null);

  const protectRow = (row: RawRow, isHiddenIn: (wave: WaveLabel) => boolean, isPanelShown: boolean) => ({
    level: row.level,
    figures: Object.fromEntries(
      raw.columns.map((column) => {
        const isHidden =
          column.waves.some(isHiddenIn) ||
          (column.isOfPanel && !isPanelShown) ||
          (column.isOfDontKnow === true && isDontKnowTelling(row, rules));
        return [
          column.name,
          isHidden ? seal({ kind: "hidden" }) : shown(row.figures[column.name]!, column.unit),
        ];
      }),
    ),
  });
  return sealTable({
    tableId: raw.tableId,
    waves: raw.waves,
    breakdown: raw.breakdown,
    columns: raw.columns,
    minimumBase: rules.minimumBase,
    everyone: protectRow(raw.everyone, isEveryoneHiddenIn, isPanelOfEveryoneSafe),
    rows: raw.rows.map((row, index) =>
      protectRow(row, (wave) => hiddenIn.get(wave)![index]!, isPanelOfRowsSafe),
    ),
  });
}

/**
 * A protected table that comes back from where it was kept as JSON.
 *
 * @param kept what `JSON.parse(JSON.stringify(table))` of a protected table gives
 * @throws RangeError if it is not a table
 */
export function recallTable(kept: unknown): ProtectedTable {
  const table = kept as ProtectedTable;
  if (typeof table !== "object" || table === null || !Array.isArray(table.rows) || !table.everyone)
    throw new RangeError("this is not a table that was kept");
  return table;
}

/** Rows to hide in one wave, in table order. */
function hiddenRows(raw: RawTable, wave: WaveLabel, rules: DisclosureRules): boolean[] {
  const counts = raw.rows.map((row) => row.counts[wave]!);
  if (isBelowMinimum(raw.everyone.counts[wave]!.base, rules)) return counts.map(() => true);
  const answered = {
    entries: counts.map(({ invited, respondents }) => ({
      base: respondents,
      ceiling: invited,
      isHiddenAbove: false,
      floor: 0,
    })),
    hiddenAboveTogether: Number.POSITIVE_INFINITY,
  };
  const hiddenAbove = groupsToHide(answered, rules.minimumBase);
  const ranges = rangesOfHidden(answered, hiddenAbove, rules.minimumBase);
  const entries = counts.map(({ invited, respondents, base }, index) => ({
    base,
    ceiling: hiddenAbove[index] === true ? invited : respondents,
    isHiddenAbove: hiddenAbove[index]!,
    floor: ranges[index]?.least ?? 0,
  }));
  const hiddenAboveTogether = counts.reduce(
    (total, { respondents }, index) => (hiddenAbove[index] === true ? total + respondents : total),
    0,
  );
  return groupsToHide({ entries, hiddenAboveTogether }, rules.minimumBase);
}

/** A few who do not know could be told apart by two bases with and without them. */
const isDontKnowTelling = ({ dontKnow }: RawRow, rules: DisclosureRules): boolean =>
  Object.values(dontKnow ?? {}).some((count) => isTelling(count, rules));

/** In a measure that counts them, the groups of a breakdown are shown only where no group has a few. */
const isAnyDontKnowTelling = (raw: RawTable, rules: DisclosureRules): boolean =>
  raw.rows.some((row) => isDontKnowTelling(row, rules));

function isPanelOfRowSafe(raw: RawTable, row: RawRow, rules: DisclosureRules): boolean {
  if (row.both === null || raw.waves.length !== 2) return false;
  const [earlier, later] = raw.waves.map((wave) => row.counts[wave]!.base) as [number, number];
  return isPanelSafe(earlier, later, row.both, rules);
}

function isPanelOfGroupsSafe(raw: RawTable, rules: DisclosureRules): boolean {
  if (!raw.rows.every((row) => isPanelOfRowSafe(raw, row, rules))) return false;
  const changedGroup = (raw.everyone.both ?? 0) - raw.rows.reduce((total, row) => total + (row.both ?? 0), 0);
  return !isTelling(changedGroup, rules);
}

function shown(figure: RawFigure, unit: FigureUnit): ProtectedFigure {
  if (figure === null) return seal({ kind: "not-defined" });
  if (typeof figure === "string") return seal({ kind: "word", word: figure });
  if (unit === "word") throw new RangeError("a word column holds a number");
  return seal({ kind: "number", unit, value: rounded(figure, unit) });
}

function rounded(value: number, unit: Exclude<FigureUnit, "word">): number {
  switch (unit) {
    case "count":
      return value;
    case "percent":
    case "percentage-points":
      return roundHalfAway(value * 100);
    case "reached-points":
      return Math.floor(Math.abs(value) * 100 + 1e-7);
    case "score":
    case "score-points":
      return roundHalfAway(value, 1);
    case "reached-score":
      return Math.floor(Math.abs(value) * 10 + 1e-7) / 10;
    case "p":
      return roundHalfAway(value, 3);
  }
}

function checkRow(raw: RawTable, row: RawRow): void {
  for (const wave of raw.waves) {
    const counts = row.counts[wave];
    if (counts === undefined || counts.base > counts.respondents || counts.respondents > counts.invited)
      throw new RangeError(`table ${raw.tableId}: counts of wave ${wave} contradict each other`);
  }
  for (const column of raw.columns) {
    const figure = row.figures[column.name];
    if (figure === undefined || (typeof figure === "number" && !Number.isFinite(figure)))
      throw new RangeError(`table ${raw.tableId}: no figure ${column.name}`);
  }
}

type Unsealed<Sealed> = Sealed extends unknown ? Omit<Sealed, typeof protection> : never;

function seal(figure: Unsealed<ProtectedFigure>): ProtectedFigure {
  return figure as ProtectedFigure;
}

function sealTable(table: Unsealed<ProtectedTable>): ProtectedTable {
  return table as ProtectedTable;
}
