import { describe, expect, it } from "vitest";
import { type EnteredCase, type StoredResponse, seedOf, situationOf } from "./entered-case.ts";

const draft: StoredResponse = {
  instrumentVersion: 1,
  language: "sv",
  startedAt: new Date(0),
  savedAt: new Date(0),
  saveNumber: 1,
  draft: { a: 1 },
  draftPages: [],
  answers: null,
  submittedAt: null,
  submissionHash: null,
};
const sent: StoredResponse = { ...draft, draft: null, answers: { a: 1 }, submittedAt: new Date(0) };
const entered = (change: Partial<EnteredCase>) =>
  ({ purpose: "answer", waveState: "open", response: null, isWithdrawn: false, ...change }) as EnteredCase;

describe("what a link leads to", () => {
  it.each([
    ["an open wave", {}, "answering"],
    ["an open wave, begun", { response: draft }, "answering"],
    ["a wave that has not opened", { waveState: "planned" }, "not-yet-open"],
    ["a closed wave", { waveState: "closed" }, "closed"],
    ["a closed wave, begun", { waveState: "closed", response: draft }, "closed"],
    ["sent answers", { response: sent }, "submitted"],
    ["sent answers, closed wave", { waveState: "closed", response: sent }, "submitted"],
    ["sent answers being changed, by the answer link", { response: { ...sent, draft: {} } }, "submitted"],
    ["the own page", { purpose: "own", response: sent }, "own-page"],
    [
      "the own page, answers being changed",
      { purpose: "own", response: { ...sent, draft: {} } },
      "correcting",
    ],
    [
      "the own page, changing begun, closed wave",
      { purpose: "own", waveState: "closed", response: { ...sent, draft: {} } },
      "own-page",
    ],
    ["withdrawn", { isWithdrawn: true, response: sent, purpose: "own" }, "withdrawn"],
  ] as [string, Partial<EnteredCase>, string][])("%s", (_, change, situation) => {
    expect(situationOf(entered(change))).toBe(situation);
  });
});

describe("the seed of a case", () => {
  it("is FNV-1a of its id", () => {
    expect(seedOf("")).toBe(0x811c9dc5);
    expect(seedOf("a")).toBe(0xe40c292c);
    expect(seedOf("foobar")).toBe(0xbf9cf968);
  });
});
