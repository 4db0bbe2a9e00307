// The staff session: an hour without requests or twelve hours in all, and nothing but what we sealed ourselves.
import { EncryptJWT } from "jose";
import { expect, test } from "vitest";
import { derivedKey } from "./derived-key.ts";
import { openKeySecret } from "./key-secret.ts";
import { readSession, sealSession, sessionEnd } from "./session.ts";

const keys = openKeySecret(JSON.stringify({ service: `${"s".repeat(42)}A` }));
const otherKeys = openKeySecret(JSON.stringify({ service: `${"t".repeat(42)}A` }));
const start = new Date("2026-03-02T08:00:00Z");
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const session = { sessionId: "abc", startedAt: start, seenAt: start };

test("a session reads back as it was sealed", async () => {
  expect(await readSession(keys, await sealSession(keys, session), after(1))).toEqual({
    kind: "session",
    session,
  });
});

test("it ends an hour after the last request", async () => {
  const cookie = await sealSession(keys, session);
  expect((await readSession(keys, cookie, after(59))).kind).toBe("session");
  expect((await readSession(keys, cookie, after(60))).kind).toBe("expired");
});

test("it ends twelve hours after its start, whatever was done", async () => {
  const seen = { ...session, seenAt: after(11.5 * 60) };
  expect(sessionEnd(seen)).toEqual(after(12 * 60));
  const cookie = await sealSession(keys, seen);
  expect((await readSession(keys, cookie, after(12 * 60 - 1))).kind).toBe("session");
  expect((await readSession(keys, cookie, after(12 * 60))).kind).toBe("expired");
});

test("O4 a cookie that was altered, invented, or sealed with another key is broken", async () => {
  const cookie = await sealSession(keys, session);
  const parts = cookie.split(".");
  const altered = parts.with(3, `${parts[3]!.startsWith("A") ? "B" : "A"}${parts[3]!.slice(1)}`).join(".");
  const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"sid":"abc","began":1,"iat":1,"exp":9999999999}')}.`;
  const foreign = await sealSession(otherKeys, session);
  for (const text of [altered, unsigned, foreign, "", "x", "a.b.c.d.e", "å".repeat(5000)]) {
    expect((await readSession(keys, text, after(1))).kind).toBe("broken");
  }
});

test("a token that our key sealed for something else is no session", async () => {
  const key = await derivedKey(await keys.serviceKey(), "session");
  const token = new EncryptJWT({ sid: "abc", began: 1 }).setIssuedAt(1).setExpirationTime(9999999999);
  const other = await token.setProtectedHeader({ alg: "dir", enc: "A256GCM", typ: "other" }).encrypt(key);
  expect((await readSession(keys, other, after(1))).kind).toBe("broken");
});
