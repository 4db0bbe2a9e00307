// Addresses that belong to no study.
import { expect, test } from "vitest";
import { hashAddress, isEmailAddress, openAddress, sealAddress } from "./address-vault.ts";
import { openKeySecret } from "./key-secret.ts";

const keys = openKeySecret(JSON.stringify({ service: `${"s".repeat(42)}A` }));

test("an address is the same however it is written", async () => {
  expect(await openAddress(keys, await sealAddress(keys, " Anna@Example.ORG"))).toBe("anna@example.org");
  expect(await hashAddress(keys, " Anna@Example.ORG")).toBe(await hashAddress(keys, "anna@example.org"));
});

test.each(["anna@example.org", "a.b+c@sub.example.org", "åsa@exämple.se", " anna@example.org "])(
  "%s has the form of an address",
  (text) => expect(isEmailAddress(text)).toBe(true),
);

test.each([
  "",
  "anna",
  "anna@example",
  "a@b@example.org",
  "anna@example.org\r\nBcc: all@example.org",
  "Anna <anna@example.org>",
  "anna@example.org, bo@example.org",
  "anna@.org",
  `${"a".repeat(250)}@example.org`,
])("%j has not", (text) => expect(isEmailAddress(text)).toBe(false));
