import { describe, expect, it } from "vitest";
import { baseFlag } from "./base-flag.ts";
import type { Change, ShareChange } from "./change.ts";
import { isNotable, verdictOf } from "./verdict.ts";

/** A change of a share with the given interval and bases; what a verdict does not read is left at 0. */
function aChange(
  lower: number,
  upper: number,
  p: number,
  bases: readonly [number, number] = [50, 60],
): ShareChange {
  return {
    kind: "share",
    earlierN: bases[0],
    laterN: bases[1],
    bothN: 0,
    flag: baseFlag(Math.min(...bases)),
    earlier: 0.5,
    later: 0.5,
    change: (lower + upper) / 2,
    earlierStandardError: 0.05,
    laterStandardError: 0.05,
    covariance: 0,
    standardError: 0.07,
    df: 80,
    wald: null,
    waldP: null,
    interval: { lower, upper },
    p,
    effectSize: 0,
    notes: [],
    earlierEffectiveSize: bases[0],
    laterEffectiveSize: bases[1],
    phi: 0,
    correlation: 0,
  };
}

describe("E2 the verdict", () => {
  it.each([
    ["changed", aChange(0.02, 0.2, 0.01), 0.04],
    ["cannot-tell", aChange(0.02, 0.2, 0.01), 0.06],
    ["cannot-tell", aChange(0.02, 0.2, 0.01), null],
    ["no-sign-of-change", aChange(-0.15, 0.15, 0.9), 0.9],
    ["no-sign-of-change", aChange(0, 0.1, 0.05), 0.2],
    ["cannot-tell", aChange(-0.16, 0.05, 0.4), 0.6],
    ["too-few-to-say", aChange(0.02, 0.2, 0.001, [19, 60]), 0.001],
    ["hidden", aChange(0.02, 0.2, 0.001, [60, 4]), 0.001],
    ["hidden", aChange(0.02, 0.2, 0.001, [0, 40]), 0.001],
  ])("is %s", (verdict, change, adjusted) => {
    expect(verdictOf(change, adjusted)).toBe(verdict);
  });

  it("takes the change's own p where no family is given", () => {
    expect(verdictOf(aChange(0.02, 0.2, 0.04))).toBe("changed");
  });

  it("hides an empty and a too small base alike, and says when waves cannot be compared", () => {
    const none = (reason: "no-valid-answers" | "not-comparable" | "not-asked"): Change => ({
      kind: "not-computable",
      reason,
      earlierN: 0,
      laterN: 30,
      bothN: 0,
      flag: "empty",
    });
    expect(verdictOf(none("no-valid-answers"))).toBe("hidden");
    expect(verdictOf(none("not-comparable"))).toBe("not-comparable");
    expect(verdictOf(none("not-asked"))).toBe("not-asked");
  });
});

describe("a notable change", () => {
  it("is large enough, certain enough and has enough answers", () => {
    expect(isNotable(aChange(0.02, 0.08, 0.01), 0.01)).toBe(true);
    expect(isNotable(aChange(0.01, 0.0898, 0.01), 0.01)).toBe(false);
    expect(isNotable(aChange(0.02, 0.2, 0.01), 0.05)).toBe(false);
    expect(isNotable(aChange(0.02, 0.2, 0.01, [19, 60]), 0.01)).toBe(false);
  });
});
