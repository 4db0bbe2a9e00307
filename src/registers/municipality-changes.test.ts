// Where municipalities went between two dates, on the cases that matter and on every code.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { municipalitiesOn } from "./municipality.ts";
import { municipalityPath, pathsBetween } from "./municipality-changes.ts";
import { isValidOn, registerOf } from "./municipality-register.ts";

describe("the path of a code", () => {
  test("Heby kept its area under a new code", () => {
    expect(municipalityPath("SE", "1917", "2005-01-01", "2010-01-01")).toEqual({
      kind: "renumbered",
      to: "0331",
    });
    expect(municipalityPath("SE", "1917", "2005-01-01", "2006-12-31")).toEqual({ kind: "same", to: "1917" });
  });

  test("Knivsta was divided from Uppsala", () => {
    expect(municipalityPath("SE", "0380", "2002-06-01", "2010-01-01")).toEqual({
      kind: "divided",
      to: ["0330", "0380"],
    });
    expect(municipalityPath("SE", "0380", "2003-01-01", "2010-01-01")).toEqual({ kind: "same", to: "0380" });
  });

  test("Tysfjord and Snillfjord were divided, and their parts joined others", () => {
    expect(municipalityPath("NO", "1850", "2019-01-01", "2024-01-01")).toEqual({
      kind: "divided",
      to: ["1806", "1875"],
    });
    expect(municipalityPath("NO", "5012", "2019-01-01", "2024-01-01")).toEqual({
      kind: "divided",
      to: ["5055", "5056", "5059"],
    });
    expect(municipalityPath("NO", "1849", "2019-01-01", "2020-01-01")).toEqual({
      kind: "merged",
      to: "1875",
      with: [],
      withPartOf: ["1850"],
    });
  });

  test("Stokke merged into Sandefjord, its boundary row to Tønsberg is not followed", () => {
    expect(municipalityPath("NO", "0720", "2016-12-31", "2017-01-01")).toEqual({
      kind: "merged",
      to: "0710",
      with: ["0706", "0719"],
      withPartOf: [],
    });
    expect(municipalityPath("NO", "0704", "2016-12-31", "2017-01-01")).toEqual({ kind: "same", to: "0704" });
  });

  test("Klæbu merged into Trondheim, whose code goes on", () => {
    expect(municipalityPath("NO", "5001", "2019-01-01", "2020-01-01")).toEqual({
      kind: "merged",
      to: "5001",
      with: ["5030"],
      withPartOf: [],
    });
  });

  test("Haram came out of Ålesund as it had gone in", () => {
    expect(municipalityPath("NO", "1534", "2019-01-01", "2020-01-01")).toMatchObject({
      kind: "merged",
      to: "1507",
    });
    expect(municipalityPath("NO", "1507", "2020-01-01", "2024-01-01")).toEqual({
      kind: "divided",
      to: ["1508", "1580"],
    });
    expect(municipalityPath("NO", "1534", "2019-01-01", "2024-01-01")).toEqual({
      kind: "renumbered",
      to: "1580",
    });
    expect(municipalityPath("NO", "1504", "2019-01-01", "2024-01-01")).toEqual({
      kind: "merged",
      to: "1508",
      with: ["1523", "1529", "1546"],
      withPartOf: [],
    });
  });

  test.each([
    ["0101", "2019-01-01", "3101"],
    ["1601", "2017-01-01", "5001"],
    ["1567", "2018-01-01", "5061"],
    ["1141", "2019-01-01", "1103"],
    ["0533", "2019-01-01", "3234"],
    ["2004", "2019-01-01", "5603"],
  ])("Norway's %s of %s is %s in 2024", (code, from, to) => {
    expect(municipalityPath("NO", code, from, "2024-01-01")).toMatchObject({ to });
  });

  test("a code that is not in force has no path", () => {
    expect(municipalityPath("SE", "1917", "2008-01-01", "2010-01-01")).toEqual({ kind: "unknown" });
    expect(municipalityPath("SE", "9999", "2008-01-01", "2010-01-01")).toEqual({ kind: "unknown" });
  });

  test("dates in the wrong order are a caller's mistake", () => {
    expect(() => municipalityPath("SE", "0380", "2010-01-01", "2002-01-01")).toThrow(RangeError);
  });
});

const days = [
  "2016-12-31",
  "2017-01-01",
  "2018-06-01",
  "2019-12-31",
  "2020-01-01",
  "2023-12-31",
  "2024-01-01",
  "2026-01-01",
];
const twoDays = fc
  .tuple(fc.constantFrom(...days), fc.constantFrom(...days))
  .map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)));

describe("between any two days", () => {
  test("every code leads to codes in force, and every code in force is reached", () => {
    fc.assert(
      fc.property(twoDays, ([from, until]) => {
        const paths = pathsBetween("NO", from, until);
        expect([...paths.keys()]).toEqual(municipalitiesOn("NO", from).map(({ code }) => code));
        const reached = new Set([...paths.values()].flat());
        expect([...paths.values()].every((ends) => ends.length > 0)).toBe(true);
        expect([...reached].sort()).toEqual(municipalitiesOn("NO", until).map(({ code }) => code));
      }),
      { numRuns: 30 },
    );
  });

  test("the same day leaves everything as it is", () => {
    for (const [code, ends] of pathsBetween("NO", "2020-01-01", "2020-01-01")) expect(ends).toEqual([code]);
  });
});

test("Statistics Norway's own grouping for time series lies on the paths", () => {
  const file = new URL("../../tests/fixtures/registers/ssb-comparable-2024.csv", import.meta.url);
  const rows = readFileSync(file, "utf8").trim().split("\n").slice(1);
  const pathsFrom = new Map(
    days.map((day) => [day, day <= "2024-01-01" ? pathsBetween("NO", day, "2024-01-01") : null]),
  );
  let compared = 0;
  for (const row of rows) {
    const [code, comparable] = row.split(",") as [string, string];
    if (comparable === "") continue;
    for (const [day, paths] of pathsFrom) {
      if (!paths || !isValidOn(registerOf("NO").byCode.get(code)!, day)) continue;
      expect(paths.get(code), `${code} on ${day}`).toContain(comparable);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(1500);
});
