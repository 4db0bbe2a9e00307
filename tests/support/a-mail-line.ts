// Mails in line to be handed over: waves with invitations queued, a clock that the test turns, and what is counted.
import { randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { openContactVault } from "../../src/access/contact-vault.ts";
import { listSends, uncertainMessages } from "../../src/mailing/mail-figures-data.ts";
import { requestSend } from "../../src/mailing/request-send.ts";
import { sendDueMessages } from "../../src/mailing/send-due-messages.ts";
import type { SendKind } from "../../src/mailing/send-plan.ts";
import type { LogEntry } from "../../src/web/request-log.ts";
import { aFieldedWave, type FieldedWave } from "./a-fielded-wave.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import type { FakeTransport } from "./mail-fake.ts";
import { memoryKeys } from "./memory-keys.ts";

export const start = new Date("2026-03-02T09:00:00Z");
export const publicUrl = "https://tidvis.example";
export const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
export const none = { waiting: 0, inHand: 0, handedOver: 0, refused: 0, notDue: 0, uncertain: 0 };
export const emails = (wave: FieldedWave) => wave.cases.map(({ email }) => email).sort();

/** A line of a test file's own: a database for all its tests, and for each the clock at the start and an empty log. */
export function aMailLine() {
  const keys = memoryKeys();
  const state = { clock: start, log: [] as LogEntry[], database: null as TestDatabase | null };
  const opened = (): TestDatabase => {
    if (state.database === null) throw new Error("the database is not there yet");
    return state.database;
  };
  beforeAll(async () => {
    state.database = await freshDatabase();
  });
  beforeEach(() => {
    state.clock = start;
    state.log = [];
  });
  // What a test left in line is not the next one's business.
  afterEach(() => opened().db.updateTable("message").set({ due_at: null }).execute());
  afterAll(() => state.database?.close());

  const deps = (mail: FakeTransport, db = opened().db) => ({
    db,
    now: () => state.clock,
    randomBytes,
    vault: openContactVault(keys),
    keys,
    publicUrl,
    mail,
    log: (entry: LogEntry) => state.log.push(entry),
  });
  const asked = (wave: FieldedWave) => ({
    ...wave.study,
    waveNumber: wave.waveNumber,
    now: state.clock,
  });
  /** @returns how many mails stand in line after a lead's press; 0 where it was refused */
  const queue = async (wave: FieldedWave, kind: SendKind): Promise<number> => {
    const { studyId } = wave.study;
    const { waveNumber } = wave;
    const said = { studyId, waveNumber, kind, now: state.clock, actor: "staff-1", randomBytes };
    const outcome = await requestSend(opened().db, said);
    return outcome.kind === "queued" ? outcome.count : 0;
  };
  return {
    keys,
    deps,
    queue,
    get database() {
      return opened();
    },
    get clock() {
      return state.clock;
    },
    set clock(now: Date) {
      state.clock = now;
    },
    get log() {
      return state.log;
    },
    send: (mail: FakeTransport, limit = 1000) => sendDueMessages(deps(mail), { limit }),
    aQueuedWave: async (people = 3): Promise<FieldedWave> => {
      const wave = await aFieldedWave(opened().db, keys, { people });
      await queue(wave, "invitation");
      return wave;
    },
    figures: async (wave: FieldedWave) => {
      const [newest] = await listSends(opened().db, asked(wave));
      const { waiting, inHand, handedOver, refused, notDue, uncertain } = newest!;
      return { waiting, inHand, handedOver, refused, notDue, uncertain };
    },
    uncertain: (wave: FieldedWave) => uncertainMessages(opened().db, asked(wave)),
  };
}
