// Municipalities on the day of a wave.
import { expect, test } from "vitest";
import { municipalityAt } from "./municipality-at.ts";
import { planProblems } from "./plan-wave.ts";

test("a municipality that goes on keeps its code", () => {
  expect(municipalityAt("SE", "0482", "2030-01-01")).toBe("0482");
  expect(municipalityAt("NO", "0301", "2026-01-01")).toBe("0301");
});

test("one that was renumbered or merged has the code of the day", () => {
  expect(municipalityAt("NO", "1601", "2017-06-01")).toBe("1601");
  expect(municipalityAt("NO", "1601", "2019-01-01")).toBe("5001");
  expect(municipalityAt("NO", "1102", "2019-12-31")).toBe("1102");
  expect(municipalityAt("NO", "1102", "2020-01-01")).toBe("1108");
});

test("nobody is placed by guess where one was divided", () => {
  expect(municipalityAt("NO", "1850", "2020-01-01")).toBeNull();
});

test("a plan is checked for dates that cannot be", () => {
  const plan = {
    instrumentVersion: 1,
    referenceDate: "2026-09-01",
    opensOn: "2026-10-01",
    closesOn: "2026-10-31",
  };
  expect(planProblems(plan, "2030-12-31", null)).toEqual([]);
  expect(planProblems({ ...plan, closesOn: "2026-09-30" }, "2026-09-15", "2026-09-01")).toEqual([
    "closes-before-it-opens",
    "closes-after-link-end",
    "reference-date-not-later",
  ]);
  expect(planProblems({ ...plan, opensOn: "1 October" }, "2030-12-31", null)).toEqual(["bad-date"]);
});
