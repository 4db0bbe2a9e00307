import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violatedConstraint } from "../../src/db/constraint.ts";
import { jsonb } from "../../src/db/jsonb.ts";
import { freshDatabase, freshPglite, type TestDatabase } from "../support/database.ts";

describe.each([
  ["PostgreSQL", freshDatabase],
  ["PGlite", freshPglite],
])("a value comes back as it went in, on %s", (_name, open) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await sql`create table probe (id integer primary key, j jsonb, t timestamptz, d date, n bigint, m numeric)`.execute(
      database.db,
    );
  });
  afterAll(() => database.close());

  test.each([
    [{ a: 1, b: [true, null, "å \" ' \\"] }],
    [[true]],
    [true],
    ["a string"],
    ['{"looks":"like json"}'],
    [0],
    [null],
    [[]],
  ])("jsonb %j", async (value) => {
    const { rows } = await sql<{ j: unknown; kind: string }>`
      select (${jsonb(value)}) as j, jsonb_typeof(${jsonb(value)}) as kind`.execute(database.db);
    expect(rows[0]!.j).toEqual(value);
    const kind = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
    expect(rows[0]!.kind).toBe(kind);
  });

  test("instants, dates and counts do not depend on the time zone or the driver", async () => {
    const at = new Date("2026-03-29T01:30:00.123Z");
    await sql`insert into probe values (1, null, ${at}, ${"2026-03-29"}, ${9007199254740991}, ${1.5})`.execute(
      database.db,
    );
    const { rows } = await sql<Record<string, unknown>>`
      select t, d, n, m, count(*) over () as c from probe`.execute(database.db);
    expect(rows[0]).toEqual({ t: at, d: "2026-03-29", n: 9007199254740991, m: 1.5, c: 1 });
  });

  test("a refused row is known by the constraint's name", async () => {
    const bad = sql`insert into study (study_id, definition, created_at) values ('Not Allowed', '{}', now())`;
    const error = await bad.execute(database.db).catch((caught: unknown) => caught);
    expect(violatedConstraint(error)).toBe("study_id_form");
  });

  test("a record that is append-only cannot be changed or removed on its own", async () => {
    await sql`insert into audit_log values ('s', 1, now(), 'a', 'b', '{}', '', '')`.execute(database.db);
    for (const act of [sql`update audit_log set act = 'c'`, sql`delete from audit_log`]) {
      const error = await act.execute(database.db).catch((caught: unknown) => caught);
      expect(violatedConstraint(error)).toBe("append_only");
    }
  });
});
