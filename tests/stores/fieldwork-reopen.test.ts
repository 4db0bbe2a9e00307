// Opening a wave again while somebody is just being shown a figure of it.
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jsonb } from "../../src/db/jsonb.ts";
import { holdClosedWaves } from "../../src/disclosure/published-table-store.ts";
import { closeWave } from "../../src/fieldwork/close-wave.ts";
import { reopenWave } from "../../src/fieldwork/reopen-wave.ts";
import type { StudyId } from "../../src/study/study.ts";
import { findWave } from "../../src/wave/wave-store.ts";
import { aFieldedWave } from "../support/a-fielded-wave.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { memoryKeys } from "../support/memory-keys.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const now = new Date("2026-03-20T08:00:00Z");
/** Waves that were protected, each as it stood then. */
const protectedWaves: string[] = [];
const protectWave = async ({ studyId, waveNumber }: { studyId: StudyId; waveNumber: number }) => {
  const wave = await findWave(database.db, studyId, waveNumber);
  protectedWaves.push(`${studyId} ${waveNumber} ${wave?.state}`);
};

async function aClosedWave() {
  const { study, waveNumber } = await aFieldedWave(database.db, memoryKeys());
  const wave = { studyId: study.studyId, waveNumber, actor: "clock", now };
  await closeWave(database.db, { ...wave, makeCubes: async () => {}, protectWave });
  return wave;
}

test("a figure shown at the same moment keeps the wave closed: one of the two waits for the other", async () => {
  const wave = await aClosedWave();
  let reopening: ReturnType<typeof reopenWave> | undefined;
  await database.db.transaction().execute(async (tx) => {
    expect(await holdClosedWaves(tx, wave.studyId, [wave.waveNumber])).toBe(1);
    reopening = reopenWave(database.db, { ...wave, closesOn: "2026-03-30" });
    await Promise.race([reopening, somebodyWaits()]);
    await tx
      .insertInto("published_table")
      .values({
        study_id: wave.studyId,
        table_id: "t",
        edition: 1,
        waves: jsonb([wave.waveNumber]),
        specification: jsonb({}),
        content: jsonb({}),
        first_shown_at: now,
      })
      .execute();
  });
  expect(await reopening).toEqual({ kind: "figures-shown" });
  expect((await findWave(database.db, wave.studyId, wave.waveNumber))?.state).toBe("closed");
});

/** Resolves when somebody waits for a lock in this database. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*)::integer as waiting from pg_locks
      join pg_stat_activity using (pid)
      where not granted and datname = current_database()`.execute(database.db);
    if ((rows[0]?.waiting ?? 0) > 0) return;
  }
}

test("of two who close and open again at once, each does it once", async () => {
  const wave = await aClosedWave();
  const outcomes = await Promise.all(
    Array.from({ length: 4 }, () => reopenWave(database.db, { ...wave, closesOn: "2026-03-30" })),
  );
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual([
    "not-closed",
    "not-closed",
    "not-closed",
    "reopened",
  ]);
  const closings = await Promise.all(
    Array.from({ length: 4 }, () =>
      closeWave(database.db, { ...wave, makeCubes: async () => {}, protectWave }),
    ),
  );
  expect(closings.filter(({ kind }) => kind === "closed")).toHaveLength(1);
  const own = protectedWaves.filter((found) => found.startsWith(wave.studyId));
  expect(own, "after each closing, when it holds").toEqual(Array(2).fill(`${wave.studyId} 1 closed`));
});

test("counts that cannot be made leave the wave open, and nothing of the closing behind", async () => {
  const { study, waveNumber } = await aFieldedWave(database.db, memoryKeys());
  const wave = { studyId: study.studyId, waveNumber, actor: "clock", now };
  const failing = closeWave(database.db, {
    ...wave,
    protectWave,
    makeCubes: async () => {
      throw new RangeError("no counts");
    },
  });
  await expect(failing).rejects.toThrow("no counts");
  expect((await findWave(database.db, study.studyId, waveNumber))?.state).toBe("open");
  const events = await database.db
    .selectFrom("wave_event")
    .select("kind")
    .where("study_id", "=", study.studyId)
    .execute();
  expect(events).toEqual([]);
});
