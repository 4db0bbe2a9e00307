// When a mail that was certainly not sent is tried again.
import { expect, test } from "vitest";
import { afterPutBack } from "./retry.ts";

const now = new Date("2026-03-02T09:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const putBack = (trouble: "recipient" | "service") => ({ kind: "put_back" as const, detail: "450", trouble });
const waitMinutes = (trouble: "recipient" | "service", attempt: number, firstClaimedAt = now) => {
  const next = afterPutBack(putBack(trouble), { attempt, firstClaimedAt, now });
  return next.kind === "again" ? (next.dueAt.getTime() - now.getTime()) / 60_000 : next.kind;
};

test("a recipient's side is asked again after longer and longer waits", () => {
  const waits = [1, 2, 3, 4, 5, 6, 60].map((attempt) => waitMinutes("recipient", attempt));
  expect(waits).toEqual([...waits].sort((one, other) => Number(one) - Number(other)));
  expect(waits[0]).toBe(5);
  expect(waits.at(-1)).toBe(240);
});

test("after two days of being put off it is a refusal", () => {
  expect(waitMinutes("recipient", 9, hoursAgo(47.9))).toBe(240);
  expect(waitMinutes("recipient", 9, hoursAgo(48))).toBe("give-up");
});

test("our own trouble is nobody's refusal, however long it lasts", () => {
  expect(waitMinutes("service", 5000, hoursAgo(24 * 30))).toBe(1);
});
