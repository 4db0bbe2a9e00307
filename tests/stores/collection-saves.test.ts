// Saves and submissions against each other and against the closing of the wave, interleaved on purpose.
import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainHash } from "../../src/access/derived-key.ts";
import { closeDrafts } from "../../src/collection/close-drafts.ts";
import { holdSaves } from "../../src/collection/draft-store.ts";
import type { EnteredCase } from "../../src/collection/entered-case.ts";
import { readEnteredCase } from "../../src/collection/entered-case-store.ts";
import { savePage, submitResponse } from "../../src/collection/response-store.ts";
import type { Database } from "../../src/db/schema.ts";
import type { Answers } from "../../src/questionnaire/instrument.ts";
import type { StudyId } from "../../src/study/study.ts";
import { closeWave } from "../../src/wave/close-wave.ts";
import { eventsOf } from "../support/a-fielded-wave.ts";
import { aRespondentWorld, type RespondentWorld } from "../support/a-respondent.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function enter(world: RespondentWorld, link: string): Promise<EnteredCase> {
  const entered = await readEnteredCase(world.db, await plainHash(link), world.clock.now);
  if (typeof entered === "string") throw new Error(entered);
  return entered;
}
const save = async (
  db: Kysely<Database>,
  entered: EnteredCase,
  page: string,
  pageKeys: readonly string[],
  pageAnswers: Answers,
) =>
  (await savePage(db, {
    entered,
    language: "sv",
    now: new Date("2026-03-10T10:00:00Z"),
    page,
    isDone: true,
    pageKeys,
    pageAnswers,
  })) !== null;
const submit = async (db: Kysely<Database>, entered: EnteredCase, completed: Answers, hash = "hash") =>
  (await submitResponse(db, {
    entered,
    language: "sv",
    now: new Date("2026-03-10T10:05:00Z"),
    completed,
    completion: "complete",
    submissionHash: hash,
    wordHash: "word",
  })) !== null;
const events = (world: RespondentWorld) => eventsOf(world.db, world.wave, world.wave.cases[0]!.caseId);

/** Returns when `work` waits for somebody else's lock, or is done. */
async function underWay(db: Kysely<Database>, work: Promise<unknown>): Promise<void> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  done.catch(() => {});
  while (!isDone) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*)::integer as waiting from pg_locks l
      join pg_database d on d.oid = l.database or l.locktype in ('transactionid', 'tuple')
      where d.datname = current_database() and not l.granted`.execute(db);
    if ((rows[0]?.waiting ?? 0) > 0) return;
  }
}
/** A transaction that the test itself begins and ends. */
function opened(db: Kysely<Database>, work: (tx: Kysely<Database>) => Promise<unknown>) {
  let commit = (): void => {};
  const ending = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let began = (): void => {};
  const beginning = new Promise<void>((resolve) => {
    began = resolve;
  });
  const ended = db.transaction().execute(async (tx) => {
    await work(tx);
    began();
    await ending;
  });
  return {
    beginning,
    commit: () => {
      commit();
      return ended;
    },
  };
}
const close = (world: RespondentWorld) =>
  closeWave(
    world.db,
    {
      studyId: world.wave.study.studyId as StudyId,
      waveNumber: world.wave.waveNumber,
      actor: "clock",
      now: world.clock.now,
    },
    (tx) =>
      closeDrafts(tx, {
        study: world.wave.study,
        instrument: world.instrument,
        waveNumber: world.wave.waveNumber,
        now: world.clock.now,
      }),
  );

describe("R1 the barrier at closing", () => {
  test("a save that comes while the wave is being closed waits, and is not taken in", async () => {
    const world = await aRespondentWorld(database.db);
    const entered = await enter(world, await world.link());
    const { studyId } = world.wave.study;
    const closing = opened(world.db, async (tx) => {
      await holdSaves(tx, studyId, 1);
      await tx
        .updateTable("wave")
        .set({ closed_at: world.clock.now })
        .where("study_id", "=", studyId)
        .execute();
    });
    await closing.beginning;
    const saving = save(world.db, entered, "first", ["meets"], { meets: "yes" });
    const sending = submit(world.db, entered, { meets: "yes" });
    await underWay(world.db, Promise.all([saving, sending]));
    await closing.commit();
    expect(await Promise.all([saving, sending])).toEqual([false, false]);
    expect(await world.response()).toBeUndefined();
  });

  test("a save that came first is waited for, and counts", async () => {
    const world = await aRespondentWorld(database.db);
    const entered = await enter(world, await world.link());
    const saving = opened(world.db, (tx) =>
      save(tx, entered, "first", ["meets"], { meets: "no", why_not: "time", times: 3 }),
    );
    await saving.beginning;
    const closing = close(world);
    await underWay(world.db, closing);
    await saving.commit();
    expect((await closing).kind).toBe("closed");
    expect((await events(world)).at(-1)).toBe("closed_complete");
    expect((await world.response())?.answers).toEqual({ meets: "no", why_not: "time", times: 3 });
  });
});

describe("R3 one response", () => {
  test("of twenty submissions of one reading, one is taken", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await world.link();
    await save(world.db, await enter(world, link), "first", ["meets"], { meets: "no" });
    const entered = await enter(world, link);
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, at) => submit(world.db, entered, { meets: "no" }, `hash ${at}`)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await events(world)).toEqual(["created", "started", "submitted"]);
  });

  test("a submission of an older reading is refused, so that a page saved meanwhile is not lost", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await world.link();
    await save(world.db, await enter(world, link), "first", ["meets"], { meets: "no" });
    const older = await enter(world, link);
    await save(world.db, older, "last", ["times"], { times: 4 });
    expect(await submit(world.db, older, { meets: "no" })).toBe(false);
    const entered = await enter(world, link);
    expect(await submit(world.db, entered, { meets: "no", times: 4 })).toBe(true);
  });

  test("nothing is saved over sent answers, whatever was read before", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await world.link();
    const fresh = await enter(world, link);
    await save(world.db, fresh, "first", ["meets"], { meets: "no" });
    const begun = await enter(world, link);
    await submit(world.db, begun, { meets: "no" });
    const sent = await world.response();
    for (const entered of [fresh, begun, await enter(world, link)]) {
      expect(await save(world.db, entered, "first", ["meets"], { meets: "yes" })).toBe(false);
      expect(await submit(world.db, entered, { meets: "yes" })).toBe(false);
    }
    expect(await world.response()).toEqual(sent);
  });

  test("pages saved at the same moment all stay, and the first save is noted once", async () => {
    const world = await aRespondentWorld(database.db);
    const entered = await enter(world, await world.link());
    const names = Array.from({ length: 20 }, (_, at) => `page${at}`);
    const saved = await Promise.all(
      names.map((name) => save(world.db, entered, name, [name], { [name]: "kept" })),
    );
    expect(new Set(saved)).toEqual(new Set([true]));
    expect((await world.response())?.draft).toEqual(Object.fromEntries(names.map((name) => [name, "kept"])));
    expect(await events(world)).toEqual(["created", "started"]);
  });

  test("of a page only its own keys are touched, and those that were emptied go", async () => {
    const world = await aRespondentWorld(database.db);
    const entered = await enter(world, await world.link());
    await save(world.db, entered, "a", ["one", "two"], { one: 1, two: { deep: [true, null, "å"] } });
    await save(world.db, entered, "b", ["three"], { three: 3 });
    await save(world.db, entered, "a", ["one", "two", "one-Comment"], { one: 2 });
    expect((await world.response())?.draft).toEqual({ one: 2, three: 3 });
  });

  test("a link that was revoked after it was read, and a case withdrawn meanwhile, take nothing in", async () => {
    const world = await aRespondentWorld(database.db);
    const entered = await enter(world, await world.link());
    await world.db
      .updateTable("survey_link")
      .set({ revoked_at: world.clock.now })
      .where("link_hash", "=", entered.linkHash)
      .execute();
    expect(await save(world.db, entered, "first", ["meets"], { meets: "yes" })).toBe(false);
    const other = await enter(world, await world.link(1));
    await sql`insert into case_event (study_id, case_id, kind, at, actor, detail)
      values (${other.studyId}, ${other.caseId}, 'withdrawn', ${world.clock.now}, 'respondent', '{}')`.execute(
      world.db,
    );
    expect(await save(world.db, other, "first", ["meets"], { meets: "yes" })).toBe(false);
    expect(await submit(world.db, other, { meets: "yes" })).toBe(false);
    expect(await world.response(1)).toBeUndefined();
  });
});
