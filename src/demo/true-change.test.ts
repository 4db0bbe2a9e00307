// The truth of the demo's world: proper shares, and the change that the story tells.
import { describe, expect, test } from "vitest";
import { coreRoles } from "./core-case.ts";
import { coreItems, dontKnowPerHundred, trueShare, trueSharesOf, valuesOfItem } from "./true-change.ts";

describe("true shares", () => {
  test.each(coreItems)("of %s add up to 100 for every role and wave", (item) => {
    for (const role of coreRoles) {
      for (const wave of [1, 2, 3]) {
        const shares = trueSharesOf(item, role, wave);
        expect(shares).toHaveLength(valuesOfItem[item].length);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
        expect(shares.every((share) => Number.isInteger(share) && share >= 0)).toBe(true);
      }
    }
  });

  test("stay as they are after the second wave", () => {
    for (const item of coreItems) {
      for (const role of coreRoles) expect(trueSharesOf(item, role, 5)).toBe(trueSharesOf(item, role, 2));
    }
  });

  test("do not move where nothing has changed", () => {
    for (const role of coreRoles) {
      expect(trueSharesOf("local_service", role, 2)).toEqual(trueSharesOf("local_service", role, 1));
    }
    expect(trueSharesOf("group_ability", "local_group", 2)).toEqual(
      trueSharesOf("group_ability", "local_group", 1),
    );
  });

  test("of a mixed group count people by how likely they are to have an opinion", () => {
    const among = [{ role: "politician" }, { role: "local_group" }, { role: "local_group" }] as const;
    const weights = [
      100 - dontKnowPerHundred.takes_part.politician,
      100 - dontKnowPerHundred.takes_part.local_group,
    ] as const;
    const byHand = (weights[0] * 0.4 + 2 * weights[1] * 0.2) / (weights[0] + 2 * weights[1]);
    expect(trueShare("takes_part", ["yes"], 1, among)).toBeCloseTo(byHand, 12);
    expect(trueShare("takes_part", valuesOfItem.takes_part, 2, among)).toBeCloseTo(1, 12);
  });
});
