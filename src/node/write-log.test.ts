import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { logTo } from "./write-log.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const entry = (level: "info" | "error", event: string) => ({ level, event, at: new Date(0) });

test("lines come out in order, soon, and at once where something went wrong", () => {
  const written: string[] = [];
  const log = logTo({ write: (text) => written.push(text) });
  log(entry("info", "first"));
  log(entry("info", "second"));
  expect(written).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(written.join("")).toMatch(/"first".*\n.*"second".*\n$/);
  log(entry("info", "third"));
  log(entry("error", "fourth"));
  expect(written.join("").match(/"event":"\w+"/g)).toEqual(
    ["first", "second", "third", "fourth"].map((event) => `"event":"${event}"`),
  );
});
