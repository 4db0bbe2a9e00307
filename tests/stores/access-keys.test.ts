// A service that is started with the wrong keys notices before it seals anything with them.
import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addStaff } from "../../src/access/add-staff.ts";
import { checkKeys } from "../../src/access/check-keys.ts";
import { openContactVault } from "../../src/access/contact-vault.ts";
import type { KeyRing } from "../../src/access/key-ring.ts";
import { aFieldedWave } from "../support/a-fielded-wave.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { memoryKeys } from "../support/memory-keys.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.close());
const check = (keys: KeyRing) => checkKeys(database.db, keys, openContactVault(keys));

test("an empty database fits any keys, one with people only those it was sealed with", async () => {
  const keys = memoryKeys();
  expect(await check(memoryKeys())).toEqual({ kind: "fit" });
  const { study } = await aFieldedWave(database.db, keys, { people: 2 });
  expect(await check(keys)).toEqual({ kind: "fit" });
  expect(await check(memoryKeys())).toEqual({ kind: "do-not-fit", study: study.studyId });
});

test("a staff address shows whether the service's own key fits", async () => {
  const keys = memoryKeys();
  const { study } = await aFieldedWave(database.db, keys, { people: 1 });
  const now = new Date("2026-03-02T09:00:00Z");
  const request = { email: "lead@example.org", role: "lead" as const, actor: "operator", now };
  await addStaff(database.db, { keys, randomBytes }, study, request);
  expect(await check({ ...keys, serviceKey: memoryKeys().serviceKey })).toEqual({
    kind: "do-not-fit",
    study: null,
  });
});

test("a key that was destroyed on purpose is not a wrong one", async () => {
  const keys = memoryKeys();
  const { study } = await aFieldedWave(database.db, keys, { people: 1 });
  await keys.destroyStudyKey(study.studyId);
  expect(await check(keys)).toEqual({ kind: "fit" });
});
