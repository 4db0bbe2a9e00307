// A wave in the database: planned, opened, closed and reopened, with a case for everybody who held a seat.
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jsonb } from "../../src/db/jsonb.ts";
import { changeRole } from "../../src/panel/change-role.ts";
import { endTenure } from "../../src/panel/end-tenure.ts";
import type { MemberId } from "../../src/panel/member.ts";
import { recordMemberEvent } from "../../src/panel/panel-store.ts";
import type { StudyDefinition, StudyId } from "../../src/study/study.ts";
import { findInstrument } from "../../src/study/study-store.ts";
import { addCase } from "../../src/wave/add-case.ts";
import type { CaseId } from "../../src/wave/case.ts";
import type { CaseEventKind } from "../../src/wave/case-event.ts";
import { casesWithOutcomes, waveStanding } from "../../src/wave/case-outcomes.ts";
import {
  findCase,
  listCaseEvents,
  listCases,
  listCasesOfMember,
  recordCaseEvent,
} from "../../src/wave/case-store.ts";
import { closeWave } from "../../src/wave/close-wave.ts";
import { openWave } from "../../src/wave/open-wave.ts";
import { planWave } from "../../src/wave/plan-wave.ts";
import { reopenWave } from "../../src/wave/reopen-wave.ts";
import { findWave, listWaveEvents, listWavesPastTheirEnd, lockWave } from "../../src/wave/wave-store.ts";
import { aMember } from "../support/a-panel.ts";
import { aLoadedStudy } from "../support/a-study.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { plainVault } from "../support/plain-vault.ts";

const now = new Date("2026-09-01T09:00:00Z");
const actor = "lead-1";
let database: TestDatabase;
let count = 0;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function aStudyWith(
  people: object[],
): Promise<{ study: StudyDefinition; studyId: StudyId; members: MemberId[] }> {
  count += 1;
  const study = await aLoadedStudy(database.db, now, { studyId: `wave-${count}` as StudyId });
  const members = [];
  for (const [index, person] of people.entries()) {
    members.push(
      await aMember(database.db, study.studyId, now, { name: `Person ${"abcdefgh"[index]}`, ...person }),
    );
  }
  return { study, studyId: study.studyId, members };
}
const plan = (studyId: StudyId, waveNumber = 1, change: object = {}) =>
  planWave(database.db, {
    studyId,
    waveNumber,
    instrumentVersion: 1,
    referenceDate: `${2025 + waveNumber}-09-01`,
    opensOn: `${2025 + waveNumber}-09-15`,
    closesOn: `${2025 + waveNumber}-10-15`,
    actor,
    now,
    ...change,
  });
const open = (studyId: StudyId, waveNumber = 1) =>
  openWave(database.db, { studyId, waveNumber, actor, now, randomBytes });
const close = (
  studyId: StudyId,
  drafts: { caseId: CaseId; completion: "complete" | "partial" | "break-off" }[] = [],
) => closeWave(database.db, { studyId, waveNumber: 1, actor, now }, async () => drafts);
const add = (studyId: StudyId, memberId: MemberId) =>
  addCase(database.db, { studyId, waveNumber: 1, memberId, actor, now, randomBytes });
const happens = async (studyId: StudyId, caseId: CaseId, ...kinds: CaseEventKind[]) => {
  for (const kind of kinds) await recordCaseEvent(database.db, { studyId, caseId, kind, at: now, actor });
};
const kindsOf = async (studyId: StudyId, caseId: CaseId) =>
  (await listCaseEvents(database.db, studyId, caseId)).map(({ kind }) => kind);

const waitingLocks = async () => {
  const waiting = await sql<{ pid: number }>`
    select pid from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`.execute(database.db);
  return waiting.rows.length;
};

describe("planning", () => {
  test("makes a wave that can be changed until it is opened", async () => {
    const { studyId } = await aStudyWith([{}]);
    expect(await plan(studyId)).toEqual({ kind: "planned", waveNumber: 1, isNew: true });
    expect(await plan(studyId, 1, { closesOn: "2026-11-01" })).toEqual({
      kind: "planned",
      waveNumber: 1,
      isNew: false,
    });
    expect(await findWave(database.db, studyId, 1)).toMatchObject({
      state: "planned",
      closesOn: "2026-11-01",
    });
    await open(studyId);
    expect(await plan(studyId)).toEqual({ kind: "already-opened" });
  });

  test("is refused with what is wrong", async () => {
    const { studyId } = await aStudyWith([]);
    expect(await plan("nothing" as StudyId)).toEqual({ kind: "no-such-study" });
    expect(await plan(studyId, 2)).toEqual({ kind: "wrong-number", next: 1 });
    expect(await plan(studyId, 1, { instrumentVersion: 7 })).toEqual({ kind: "no-such-instrument" });
    expect(await plan(studyId, 1, { closesOn: "2026-09-01", opensOn: "2026-09-02" })).toEqual({
      kind: "invalid",
      problems: ["closes-before-it-opens"],
    });
    await plan(studyId, 1);
    expect(await plan(studyId, 2, { referenceDate: "2026-09-01" })).toEqual({
      kind: "invalid",
      problems: ["reference-date-not-later"],
    });
  });
});

describe("opening", () => {
  test("makes a case for everybody who held a seat on the reference date, as they were then", async () => {
    const { db } = database;
    const { studyId, members } = await aStudyWith([{}, {}, {}, {}, { from: "2026-09-02" }]);
    const [stays, left, moved, declined] = members as [MemberId, MemberId, MemberId, MemberId];
    await endTenure(db, plainVault, { studyId, memberId: left, lastDay: "2026-08-31", actor, now });
    const post = { role: "official", municipality: "Motala", from: "2026-09-01" };
    await changeRole(db, plainVault, { studyId, memberId: moved, ...post, actor, now, randomBytes });
    await recordMemberEvent(db, {
      studyId,
      memberId: declined,
      kind: "declined_further_waves",
      at: now,
      actor,
    });
    await plan(studyId);
    expect(await open(studyId)).toMatchObject({ kind: "opened", cases: [{}, {}], declined: 1, withdrawn: 0 });
    const cases = await listCases(db, studyId, 1);
    expect(cases).toMatchObject([
      { memberId: stays, role: "politician", municipality: "0482", waveNumber: 1 },
      { memberId: moved, role: "official", municipality: "0583" },
    ]);
    expect(await kindsOf(studyId, cases[0]!.caseId)).toEqual(["created"]);
    expect(await findCase(db, studyId, cases[0]!.caseId)).toEqual(cases[0]);
  });

  test("L7 fixes the questionnaire", async () => {
    const { studyId } = await aStudyWith([{}]);
    await plan(studyId);
    await open(studyId);
    expect((await findInstrument(database.db, studyId, 1))?.fixedAt).toEqual(now);
  });

  test("twice, or by two at once, makes one case each", async () => {
    const { studyId } = await aStudyWith([{}, {}]);
    await plan(studyId);
    const both = await Promise.all([open(studyId), open(studyId)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["already-opened", "opened"]);
    expect(await listCases(database.db, studyId, 1)).toHaveLength(2);
    expect(await listWaveEvents(database.db, studyId, 1)).toMatchObject([
      { kind: "planned" },
      { kind: "opened" },
    ]);
  });

  test("is refused where there is nobody to ask, and then the questionnaire is not fixed", async () => {
    const { studyId } = await aStudyWith([]);
    await plan(studyId);
    expect(await open(studyId)).toEqual({ kind: "nobody-to-ask" });
    expect((await findInstrument(database.db, studyId, 1))?.fixedAt).toBeNull();
    expect(await open(studyId, 2)).toEqual({ kind: "no-such-wave" });
  });

  test("a second time a year later asks the same people under the same ids", async () => {
    const { studyId, members } = await aStudyWith([{}, {}]);
    await plan(studyId);
    await open(studyId);
    await close(studyId);
    await plan(studyId, 2);
    await open(studyId, 2);
    const cases = await listCasesOfMember(database.db, studyId, members[0]!);
    expect(cases.map(({ waveNumber }) => waveNumber)).toEqual([1, 2]);
    expect(cases[0]?.seatId).toBe(cases[1]?.seatId);
    expect(cases[0]?.caseId).not.toBe(cases[1]?.caseId);
  });
});

describe("adding somebody in the field", () => {
  test("takes the seat of the reference date, or for a newcomer that of today", async () => {
    const { db } = database;
    const { studyId } = await aStudyWith([{}]);
    await plan(studyId);
    await open(studyId);
    const forgotten = await aMember(db, studyId, now, { name: "Forgotten", municipality: "Motala" });
    const newcomer = await aMember(db, studyId, now, {
      name: "Newcomer",
      from: "2026-09-01",
      role: "official",
    });
    expect(await add(studyId, forgotten)).toMatchObject({
      kind: "added",
      surveyCase: { municipality: "0583" },
    });
    expect(await add(studyId, forgotten)).toMatchObject({ kind: "already-in-wave" });
    expect(await add(studyId, newcomer)).toMatchObject({ kind: "added", surveyCase: { role: "official" } });
    expect(await listWaveEvents(db, studyId, 1)).toMatchObject([
      {},
      {},
      { kind: "case_added" },
      { kind: "case_added" },
    ]);
  });

  test("is refused for those who may not be asked, and when the wave is not open", async () => {
    const { db } = database;
    const { studyId } = await aStudyWith([{}]);
    const declined = await aMember(db, studyId, now, { name: "Declined", from: "2026-08-01" });
    await recordMemberEvent(db, {
      studyId,
      memberId: declined,
      kind: "declined_further_waves",
      at: now,
      actor,
    });
    await plan(studyId);
    expect(await add(studyId, declined)).toEqual({ kind: "wave-not-open" });
    await open(studyId);
    expect(await add(studyId, declined)).toEqual({ kind: "declined-further-waves" });
    expect(await add(studyId, "nobody" as MemberId)).toEqual({ kind: "no-seat" });
    await close(studyId);
    expect(await add(studyId, declined)).toEqual({ kind: "wave-not-open" });
  });
});

describe("closing and reopening", () => {
  async function aWaveInTheField() {
    const { study, studyId } = await aStudyWith([{}, {}, {}, {}]);
    await plan(studyId);
    const opened = await open(studyId);
    const caseIds = opened.kind === "opened" ? opened.cases.map(({ caseId }) => caseId) : [];
    return { study, studyId, caseIds: caseIds as [CaseId, CaseId, CaseId, CaseId] };
  }
  const reopen = (studyId: StudyId, closesOn = "2026-11-01") =>
    reopenWave(database.db, { studyId, waveNumber: 1, closesOn, actor, now });

  test("L8 counts drafts as what they are, and the rate adds up", async () => {
    const { study, studyId, caseIds } = await aWaveInTheField();
    const [answered, half, hardly, silent] = caseIds;
    for (const caseId of caseIds) await happens(studyId, caseId, "invitation_handed_over");
    await happens(studyId, answered, "started", "submitted");
    await happens(studyId, half, "started");
    await happens(studyId, hardly, "started");
    expect(
      await close(studyId, [
        { caseId: half, completion: "partial" },
        { caseId: hardly, completion: "break-off" },
      ]),
    ).toEqual({ kind: "closed" });
    const wave = await findWave(database.db, studyId, 1);
    const cases = await casesWithOutcomes(database.db, wave!, study.silentDisposition);
    const codeOf = new Map(cases.map(({ surveyCase, disposition }) => [surveyCase.caseId, disposition]));
    expect([answered, half, hardly, silent].map((caseId) => codeOf.get(caseId))).toEqual([
      "1.1",
      "1.2",
      "2.12",
      "2.2",
    ]);
    const { summary, rates } = waveStanding(cases);
    expect(summary.overall).toMatchObject({ cases: 4, answered: 2, started: 1, waiting: 1 });
    expect(rates.overall.rates).toMatchObject({ rr1: 0.25, rr2: 0.5 });
    expect(rates.byRole.get("politician")?.rates.rr1).toBe(0.25);
    expect(rates.byMunicipality.get("0482")?.cases).toBe(4);
  });

  test("happens once", async () => {
    const { studyId } = await aWaveInTheField();
    const both = await Promise.all([close(studyId), close(studyId)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["already-closed", "closed"]);
    expect(await closeWave(database.db, { studyId, waveNumber: 9, actor, now }, async () => [])).toEqual({
      kind: "no-such-wave",
    });
  });

  test("waits for whoever is saving, and keeps them out afterwards", async () => {
    const { studyId } = await aWaveInTheField();
    const order: string[] = [];
    let letGo = () => {};
    const saving = database.db.transaction().execute(async (tx) => {
      order.push((await lockWave(tx, studyId, 1, "share"))?.state ?? "none");
      await new Promise<void>((resolve) => {
        letGo = resolve;
      });
      order.push("saved");
    });
    await expect.poll(() => order).toEqual(["open"]);
    const closing = close(studyId).then(() => order.push("closed"));
    await expect.poll(waitingLocks).toBe(1);
    letGo();
    await Promise.all([saving, closing]);
    expect(order).toEqual(["open", "saved", "closed"]);
    const late = await database.db.transaction().execute((tx) => lockWave(tx, studyId, 1, "share"));
    expect(late?.state).toBe("closed");
  });

  test("is undone until a figure has been shown; drafts are drafts again", async () => {
    const { studyId, caseIds } = await aWaveInTheField();
    expect(await reopen(studyId)).toEqual({ kind: "not-closed" });
    await happens(studyId, caseIds[0], "started");
    await close(studyId, [{ caseId: caseIds[0], completion: "partial" }]);
    expect(await reopen(studyId, "2026-08-31")).toEqual({ kind: "bad-closing-day" });
    expect(await reopen(studyId, "2031-01-01")).toEqual({ kind: "bad-closing-day" });
    expect(await reopen(studyId)).toEqual({ kind: "reopened" });
    expect(await findWave(database.db, studyId, 1)).toMatchObject({ state: "open", closesOn: "2026-11-01" });
    expect(await kindsOf(studyId, caseIds[0])).toEqual(["created", "started", "closed_partial", "reopened"]);
    expect(await kindsOf(studyId, caseIds[1])).toEqual(["created"]);
    await close(studyId, []);
    const table = {
      study_id: studyId,
      table_id: "t",
      edition: 1,
      waves: jsonb([1]),
      specification: jsonb({}),
      content: jsonb({}),
    };
    await database.db
      .insertInto("published_table")
      .values({ ...table, first_shown_at: null })
      .execute();
    expect(await reopen(studyId)).toEqual({ kind: "reopened" });
    await close(studyId, []);
    await database.db
      .updateTable("published_table")
      .set({ first_shown_at: now })
      .where("study_id", "=", studyId)
      .execute();
    expect(await reopen(studyId)).toEqual({ kind: "figures-shown" });
  });

  test("is due when the last day is over", async () => {
    const { studyId } = await aWaveInTheField();
    const due = async (day: string) =>
      (await listWavesPastTheirEnd(database.db, day)).some((wave) => wave.studyId === studyId);
    expect(await due("2026-10-15")).toBe(false);
    expect(await due("2026-10-16")).toBe(true);
    await close(studyId);
    expect(await due("2026-10-16")).toBe(false);
  });
});

test("what happened to a case can be added to, not changed", async () => {
  const { studyId } = await aStudyWith([{}]);
  await plan(studyId);
  await open(studyId);
  const change = database.db
    .updateTable("case_event")
    .set({ kind: "submitted" })
    .where("study_id", "=", studyId)
    .execute();
  await expect(change).rejects.toThrow("append-only");
  const removal = database.db.deleteFrom("wave_event").where("study_id", "=", studyId).execute();
  await expect(removal).rejects.toThrow("append-only");
});
