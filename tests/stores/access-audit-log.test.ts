// The audit log: entries follow each other without gaps, and whoever changes it is found out.
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAuditLog, recordAudit } from "../../src/access/audit-log.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

const now = new Date("2026-03-02T09:00:00.123Z");
let database: TestDatabase;
let count = 0;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

/** A log of its own with three entries. */
async function aLog(): Promise<string> {
  count += 1;
  const studyId = `study-${count}`;
  for (const act of ["wave-planned", "wave-opened", "mail-queued"]) {
    const detail = { wave: 1, list: ["ä", null, { b: 2, a: 1.5 }], text: 'quote " and \\ and 💡' };
    await database.db
      .transaction()
      .execute((tx) => recordAudit(tx, { studyId, actor: "operator", act, detail, at: now }));
  }
  return studyId;
}

/** What somebody with full power over the database could do. */
async function tamper(statement: ReturnType<typeof sql>): Promise<void> {
  const { db } = database;
  await db.transaction().execute(async (tx) => {
    await sql`alter table audit_log disable trigger all`.execute(tx);
    await statement.execute(tx);
    await sql`alter table audit_log enable trigger all`.execute(tx);
  });
}

test("O6 an untouched log is whole, with everything that was written", async () => {
  const checked = await checkAuditLog(database.db, await aLog());
  expect(checked.kind === "whole" && checked.entries.map(({ act }) => act)).toEqual([
    "wave-planned",
    "wave-opened",
    "mail-queued",
  ]);
  expect(checked.kind === "whole" && checked.entries[0]?.at).toEqual(now);
});

test("O6 the database itself refuses to change or remove an entry", async () => {
  const studyId = await aLog();
  const { db } = database;
  await expect(
    db.updateTable("audit_log").set({ act: "x" }).where("study_id", "=", studyId).execute(),
  ).rejects.toThrow();
  await expect(db.deleteFrom("audit_log").where("study_id", "=", studyId).execute()).rejects.toThrow();
});

test.each([
  [
    "the act",
    (id: string) => sql`update audit_log set act = 'nothing' where study_id = ${id} and entry_number = 2`,
  ],
  [
    "the actor",
    (id: string) => sql`update audit_log set actor = 'x' where study_id = ${id} and entry_number = 2`,
  ],
  [
    "the time",
    (id: string) => sql`update audit_log set at = now() where study_id = ${id} and entry_number = 2`,
  ],
  [
    "the facts",
    (id: string) =>
      sql`update audit_log set detail = detail || '{"wave": 2}' where study_id = ${id} and entry_number = 2`,
  ],
  ["a gap", (id: string) => sql`delete from audit_log where study_id = ${id} and entry_number = 2`],
])("O6 a changed entry shows: %s", async (_, change) => {
  const studyId = await aLog();
  await tamper(change(studyId));
  expect(await checkAuditLog(database.db, studyId)).toEqual({ kind: "broken", entryNumber: 2 });
});

test("O6 an end that was cut off shows against a note kept elsewhere", async () => {
  const studyId = await aLog();
  const before = await checkAuditLog(database.db, studyId);
  const last = before.kind === "whole" ? before.entries.at(-1)! : null;
  await tamper(sql`delete from audit_log where study_id = ${studyId} and entry_number = 3`);
  expect((await checkAuditLog(database.db, studyId)).kind).toBe("whole");
  expect(await checkAuditLog(database.db, studyId, last!)).toEqual({ kind: "broken", entryNumber: 3 });
});

test("O6 twenty acts at once make twenty entries in one chain", async () => {
  const { db } = database;
  await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      db
        .transaction()
        .execute((tx) =>
          recordAudit(tx, { studyId: "busy", actor: "clock", act: "tick", detail: { number }, at: now }),
        ),
    ),
  );
  const checked = await checkAuditLog(db, "busy");
  expect(checked.kind === "whole" && checked.entries.map(({ entryNumber }) => entryNumber)).toEqual(
    Array.from({ length: 20 }, (_, place) => place + 1),
  );
});

test("an act that is undone leaves no entry", async () => {
  const { db } = database;
  const undone = db.transaction().execute(async (tx) => {
    await recordAudit(tx, { studyId: "undone", actor: "clock", act: "tick", detail: {}, at: now });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await checkAuditLog(db, "undone")).toEqual({ kind: "whole", entries: [] });
});
