// Keys out of one secret, where there is no disk.
import { expect, test } from "vitest";
import type { StudyId } from "../study/study.ts";
import { openContactVault } from "./contact-vault.ts";
import { KeyUnreadableError, StudyKeyDestroyedError, StudyKeyMissingError } from "./key-ring.ts";
import { openKeySecret } from "./key-secret.ts";

const key = (letter: string) => `${letter.repeat(42)}A`;
const secret = JSON.stringify({
  service: key("s"),
  studies: { one: key("a"), two: key("b"), old: "destroyed" },
});

test("keys are those of the secret, always the same object", async () => {
  const keys = openKeySecret(secret);
  expect(await keys.serviceKey()).toHaveLength(32);
  expect(await keys.studyKey("one" as StudyId)).toBe(await keys.studyKey("one" as StudyId));
});

test("a study without a key, or with a destroyed one, says which it is", async () => {
  const keys = openKeySecret(secret);
  await expect(keys.studyKey("new" as StudyId)).rejects.toThrow(StudyKeyMissingError);
  await expect(keys.studyKey("constructor" as StudyId)).rejects.toThrow(StudyKeyMissingError);
  await expect(keys.studyKey("old" as StudyId)).rejects.toThrow(StudyKeyDestroyedError);
});

test.each(["", "{", "[]", "{}", '{"service":5}', '{"service":"short"}', '{"service":"x","studies":{"a":1}}'])(
  "a secret of another form is refused: %s",
  (text) => {
    expect(() => openKeySecret(text)).toThrow(KeyUnreadableError);
  },
);

test("what one study's key sealed, another's does not open", async () => {
  const vault = openContactVault(openKeySecret(secret));
  const contact = { name: "Bjørn Ås", email: "bjorn@example.org", phone: null };
  const sealed = await vault.sealContact("one" as StudyId, contact);
  expect(sealed).not.toContain("example");
  expect(await vault.openContact("one" as StudyId, sealed)).toEqual(contact);
  await expect(vault.openContact("two" as StudyId, sealed)).rejects.toThrow("cannot be opened");
});

test("hashes find the same person within a study and nobody across studies", async () => {
  const vault = openContactVault(openKeySecret(secret));
  const one = await vault.hashEmail("one" as StudyId, "Anna.Ek@Example.org");
  expect(await vault.hashEmail("one" as StudyId, " anna.ek@example.org ")).toBe(one);
  expect(await vault.hashEmail("two" as StudyId, "anna.ek@example.org")).not.toBe(one);
  expect(await vault.hashName("one" as StudyId, "anna.ek@example.org")).not.toBe(one);
  const name = await vault.hashName("one" as StudyId, "A\u030Asa  Ek");
  expect(await vault.hashName("one" as StudyId, "åsa ek")).toBe(name);
});
