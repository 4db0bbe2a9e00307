// Keys as files: made once, for their owner alone, and gone for good when destroyed.
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { StudyId } from "../study/study.ts";
import { openContactVault } from "./contact-vault.ts";
import { openKeyFolder } from "./key-folder.ts";
import { KeyUnreadableError, StudyKeyDestroyedError } from "./key-ring.ts";

const study = "service" as StudyId;
let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "tidvis-keys-"));
  folder = join(parent, "keys");
});
afterEach(() => rm(parent, { recursive: true }));

const open = () => openKeyFolder(folder, randomBytes);

test("a key is made on first need and found again by the next process", async () => {
  const first = await open().studyKey(study);
  expect(first).toHaveLength(32);
  expect(await open().studyKey(study)).toEqual(first);
  expect(await open().serviceKey()).not.toEqual(first);
});

test("two processes that need a key at once get the same one", async () => {
  const [one, other] = await Promise.all([open().studyKey(study), open().studyKey(study)]);
  expect(one).toEqual(other);
  expect(await readdir(folder)).toEqual(["study-service.key"]);
});

test("folder and files are for their owner alone", async () => {
  await open().studyKey(study);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, "study-service.key"))).mode & 0o777).toBe(0o600);
});

test("O3 a destroyed key stays destroyed, and what was sealed with it stays sealed", async () => {
  const keys = open();
  const vault = openContactVault(keys);
  const sealed = await vault.sealContact(study, { name: "Åsa Öst", email: null, phone: null });
  await keys.destroyStudyKey(study);
  expect(await readdir(folder)).toEqual(["study-service.destroyed"]);
  for (const ring of [keys, open()]) {
    await expect(ring.studyKey(study)).rejects.toThrow(StudyKeyDestroyedError);
    await expect(openContactVault(ring).openContact(study, sealed)).rejects.toThrow(StudyKeyDestroyedError);
  }
});

test("a file that holds no key is an error that does not repeat it", async () => {
  await open().serviceKey();
  await writeFile(join(folder, "service.key"), "not-a-key");
  const error = await open()
    .serviceKey()
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(KeyUnreadableError);
  expect(String(error)).not.toContain("not-a-key");
  expect(await readFile(join(folder, "service.key"), "utf8")).toBe("not-a-key");
});

test("a name that is no study's cannot lead out of the folder", async () => {
  await expect(open().studyKey("../service" as StudyId)).rejects.toThrow(RangeError);
});
