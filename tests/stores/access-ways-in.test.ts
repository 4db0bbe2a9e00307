// Survey links and letter codes against a real database: what is kept, what leads where, and how long.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeAttempts, findCaseByCode, mintAccessCode } from "../../src/access/access-code.ts";
import { findCaseByLink, mintSurveyLink, mintSurveyLinks } from "../../src/access/survey-link.ts";
import { revokeWaysIn } from "../../src/access/way-in-store.ts";
import { aFieldedWave, type FieldedWave } from "../support/a-fielded-wave.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { memoryKeys } from "../support/memory-keys.ts";

const now = new Date("2026-03-02T09:00:00Z");
const expiresAt = new Date("2026-12-31T23:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const keys = memoryKeys();
let database: TestDatabase;
let wave: FieldedWave;
beforeAll(async () => {
  database = await freshDatabase();
  wave = await aFieldedWave(database.db, keys, { people: 3 });
});
afterAll(() => database.close());

const ofCase = (place: number) => ({
  studyId: wave.study.studyId,
  caseId: wave.cases[place]!.caseId,
  now,
  expiresAt,
  randomBytes,
});

describe("a survey link", () => {
  test("leads to its case until it expires, and several lead to the same", async () => {
    const { db } = database;
    const first = await mintSurveyLink(db, { ...ofCase(0), purpose: "answer" });
    const second = await mintSurveyLink(db, { ...ofCase(0), purpose: "own" });
    const { studyId, caseId } = ofCase(0);
    expect(await findCaseByLink(db, first, now)).toEqual({
      kind: "case",
      studyId,
      caseId,
      purpose: "answer",
      expiresAt,
    });
    expect(await findCaseByLink(db, second, now)).toMatchObject({ kind: "case", purpose: "own" });
    expect(await findCaseByLink(db, first, new Date(expiresAt.getTime() - 1))).toMatchObject({
      kind: "case",
    });
    expect(await findCaseByLink(db, first, expiresAt)).toEqual({ kind: "expired" });
  });

  test("many are minted at once, each for its own case", async () => {
    const { db } = database;
    const links = [0, 1, 2].map((place) => ({ ...ofCase(place), purpose: "answer" as const }));
    const tokens = await mintSurveyLinks(db, links);
    const found = await Promise.all(tokens.map((token) => findCaseByLink(db, token, now)));
    expect(found.map((link) => link.kind === "case" && link.caseId)).toEqual(
      links.map(({ caseId }) => caseId),
    );
    expect(new Set(tokens).size).toBe(3);
  });

  test("carries at least 128 random bits and is not kept", async () => {
    const { db } = database;
    const token = await mintSurveyLink(db, { ...ofCase(1), purpose: "answer" });
    expect(Buffer.from(token, "base64url").length * 8).toBeGreaterThanOrEqual(128);
    const rows = await db.selectFrom("survey_link").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test.each(["", "x", "a".repeat(24), "../../etc/passwd", "%00", `${"å".repeat(24)}`, "a".repeat(100_000)])(
    "O4 what is no link of ours is unknown: %.30s",
    async (token) => {
      expect(await findCaseByLink(database.db, token, now)).toEqual({ kind: "unknown" });
    },
  );

  test("can be revoked with every other way in to its case, and to no other", async () => {
    const { db } = database;
    const revoked = await mintSurveyLink(db, { ...ofCase(1), purpose: "answer" });
    const code = await mintAccessCode(db, { ...ofCase(1), keys });
    const kept = await mintSurveyLink(db, { ...ofCase(2), purpose: "answer" });
    await revokeWaysIn(db, ofCase(1));
    expect(await findCaseByLink(db, revoked, now)).toEqual({ kind: "revoked" });
    expect(await findCaseByCode(db, code, { keys, now, caller: null })).toEqual({ kind: "unknown" });
    expect(await findCaseByLink(db, kept, now)).toMatchObject({ kind: "case" });
  });
});

describe("a letter code", () => {
  test("leads to its case, typed anyhow, until it expires, and is not kept", async () => {
    const { db } = database;
    const code = await mintAccessCode(db, { ...ofCase(0), keys });
    const door = { keys, now, caller: "192.0.2.1" };
    const { studyId, caseId } = ofCase(0);
    expect(await findCaseByCode(db, code.toLowerCase().replaceAll("-", " "), door)).toEqual({
      kind: "case",
      studyId,
      caseId,
      expiresAt,
    });
    expect(await findCaseByCode(db, code, { ...door, now: expiresAt })).toEqual({ kind: "unknown" });
    expect(await findCaseByCode(db, code, { ...door, keys: memoryKeys() })).toEqual({ kind: "unknown" });
    const rows = await db.selectFrom("access_code").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(code.replaceAll("-", ""));
  });

  test("O4 guessing is stopped for one caller, for others it is not, and after a while it may be tried again", async () => {
    const { db } = database;
    const code = await mintAccessCode(db, { ...ofCase(0), keys });
    const guesser = { keys, now, caller: "192.0.2.66" };
    for (let guess = 0; guess < codeAttempts.limit; guess++) {
      expect(await findCaseByCode(db, "2222-2222-2222", guesser)).toEqual({ kind: "unknown" });
    }
    expect(await findCaseByCode(db, code, guesser)).toEqual({ kind: "too-many" });
    expect(await findCaseByCode(db, code, { ...guesser, caller: "192.0.2.67" })).toMatchObject({
      kind: "case",
    });
    const afterwards = { ...guesser, now: later(codeAttempts.windowMinutes) };
    expect(await findCaseByCode(db, code, afterwards)).toMatchObject({ kind: "case" });
  });

  test("right codes are not counted: colleagues behind one address do not shut each other out", async () => {
    const { db } = database;
    const code = await mintAccessCode(db, { ...ofCase(0), keys });
    const door = { keys, now, caller: "192.0.2.99" };
    for (let entry = 0; entry <= codeAttempts.limit; entry++) {
      expect(await findCaseByCode(db, code, door)).toMatchObject({ kind: "case" });
    }
  });

  test("R8 where guesses came from is not to be read in the database", async () => {
    const rows = await database.db.selectFrom("attempt_count").selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain("192.0.2");
  });
});
