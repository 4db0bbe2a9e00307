// The ledger of published tables: written at the first showing, and shown as written ever after.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ProtectedTable, protectTable } from "../../src/disclosure/protect-table.ts";
import { publishTables, type WantedTable } from "../../src/disclosure/publish-tables.ts";
import type { RawTable } from "../../src/disclosure/table.ts";
import type { StudyDefinition } from "../../src/study/study.ts";
import { aLoadedStudy } from "../support/a-study.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

const first = new Date("2026-11-01T10:00:00Z");
const later = new Date("2026-11-02T10:00:00Z");
const rules = { minimumBase: 5 };
const alone = async () => ({ rules, study: null });
let database: TestDatabase;
let study: StudyDefinition;

function rawTable(tableId: string, wave: string, base: number): RawTable {
  return {
    tableId,
    waves: [wave],
    breakdown: null,
    layer: "base",
    columns: [{ name: "n", unit: "count", waves: [wave], isOfPanel: false }],
    everyone: {
      level: null,
      counts: { [wave]: { invited: 140, respondents: base, base } },
      both: null,
      figures: { n: base },
    },
    rows: [],
  };
}

const wanted = (tableId: string, wave: string, base: number): WantedTable => ({
  tableId,
  specification: { item: "q" },
  make: () => rawTable(tableId, wave, base),
});
const publish = (tables: readonly WantedTable[], now = first) =>
  publishTables(database.db, study.studyId, tables, alone, now);
const inLedger = () =>
  database.db
    .selectFrom("published_table")
    .selectAll()
    .where("study_id", "=", study.studyId)
    .orderBy("table_id")
    .execute();

beforeAll(async () => {
  database = await freshDatabase();
  study = await aLoadedStudy(database.db, first);
  for (const [waveNumber, closedAt] of [
    [1, first],
    [2, null],
  ] as const) {
    await database.db
      .insertInto("wave")
      .values({
        study_id: study.studyId,
        wave_number: waveNumber,
        instrument_version: 1,
        reference_date: "2026-10-01",
        opens_on: "2026-10-01",
        closes_on: "2026-10-31",
        planned_at: first,
        opened_at: first,
        closed_at: closedAt,
      })
      .execute();
  }
});
afterAll(() => database.close());

describe("E4 a table that is shown", () => {
  test("is written into the ledger as it is shown, with its waves and when", async () => {
    const published = await publish([wanted("a", "1", 101)]);
    expect(published).toEqual({ kind: "published", tables: [protectTable(rawTable("a", "1", 101), rules)] });
    expect(await inLedger()).toMatchObject([
      {
        table_id: "a",
        edition: 1,
        waves: [1],
        specification: { item: "q" },
        content: protectTable(rawTable("a", "1", 101), rules) as ProtectedTable,
        first_shown_at: first,
      },
    ]);
  });

  test("stays as it was shown, whatever would come out later, and is not made again", async () => {
    let timesMade = 0;
    const make = () => {
      timesMade += 1;
      return rawTable("a", "1", 99);
    };
    const again = { ...wanted("a", "1", 99), make };
    const published = await publish([again], later);
    expect(published).toEqual({ kind: "published", tables: [protectTable(rawTable("a", "1", 101), rules)] });
    expect(timesMade).toBe(0);
    expect((await inLedger())[0]!.first_shown_at).toEqual(first);
  });

  test("comes in the order wanted, old and new together", async () => {
    const published = await publish([wanted("c", "1", 30), wanted("a", "1", 1), wanted("b", "1", 20)]);
    const ids = published.kind === "published" ? published.tables.map(({ tableId }) => tableId) : [];
    expect(ids).toEqual(["c", "a", "b"]);
  });

  test("is the same for two who ask for it first at the same time", async () => {
    const answers = await Promise.all([20, 30, 40, 50].map((base) => publish([wanted("race", "1", base)])));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test("is not given out, nor written down, while its wave is open", async () => {
    const before = (await inLedger()).length;
    expect(await publish([wanted("open", "2", 50)])).toEqual({ kind: "wave-not-closed" });
    expect(await inLedger()).toHaveLength(before);
  });

  test("is not written down when what it was made from has been replaced meanwhile", async () => {
    const before = (await inLedger()).length;
    const gone = async () => false;
    const answer = await publishTables(
      database.db,
      study.studyId,
      [wanted("old", "1", 50)],
      alone,
      first,
      gone,
    );
    expect(answer).toEqual({ kind: "wave-not-closed" });
    expect(await inLedger()).toHaveLength(before);
  });
});
