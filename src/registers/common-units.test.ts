// Common units: finest partition over all compared dates, divisions never guessed.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commonUnits } from "./common-units.ts";
import { municipalitiesOn, sizeClassOf } from "./municipality.ts";
import { pathsBetween } from "./municipality-changes.ts";

describe("E3 a merged or divided municipality between the waves", () => {
  test("a merger is added up under the codes of its parts", () => {
    const units = commonUnits("NO", ["2019-06-01", "2021-06-01"]);
    const trondheim = units.unitOf("2021-06-01", "5001");
    expect(trondheim).toMatchObject({ label: "5001+5030", name: "Trondheim + Klæbu", kind: "merged" });
    expect(units.unitOf("2019-06-01", "5030")).toBe(trondheim);
    expect(trondheim?.membersByDate.get("2021-06-01")).toEqual(["5001"]);
  });

  test("a new code alone is the same unit, labelled by the latest", () => {
    const units = commonUnits("NO", ["2019-06-01", "2025-06-01"]);
    expect(units.unitOf("2019-06-01", "0101")).toMatchObject({
      label: "3101",
      name: "Halden",
      kind: "renumbered",
    });
  });

  test("a division is reported whole, with all that its parts joined", () => {
    const units = commonUnits("NO", ["2019-06-01", "2021-06-01"]);
    const around = units.unitOf("2019-06-01", "5012");
    expect(around?.kind).toBe("undivided");
    expect(around?.membersByDate.get("2021-06-01")).toEqual(["5055", "5056", "5059"]);
    for (const code of ["5055", "5056", "5059"]) expect(units.unitOf("2021-06-01", code)).toBe(around);
    expect(units.unitOf("2019-06-01", "1850")?.membersByDate.get("2021-06-01")).toEqual(["1806", "1875"]);
  });

  test("Knivsta and Uppsala are one unit when a wave lies before 2003", () => {
    const before = commonUnits("SE", ["2002-06-01", "2010-06-01"]);
    expect(before.unitOf("2010-06-01", "0330")).toMatchObject({ label: "0330+0380", kind: "undivided" });
    const after = commonUnits("SE", ["2003-06-01", "2010-06-01"]);
    expect(after.unitOf("2010-06-01", "0330")).toMatchObject({ label: "0330", kind: "same" });
  });

  test("Haram is one unit of its own when no compared wave lies between 2020 and 2024", () => {
    const apart = commonUnits("NO", ["2019-06-01", "2025-06-01"]);
    expect(apart.unitOf("2019-06-01", "1534")).toMatchObject({
      label: "1580",
      name: "Haram",
      kind: "renumbered",
    });
    expect(apart.unitOf("2025-06-01", "1508")).toMatchObject({
      label: "1504+1523+1529+1546",
      kind: "merged",
    });
    const between = commonUnits("NO", ["2019-06-01", "2021-06-01", "2025-06-01"]);
    const whole = between.unitOf("2025-06-01", "1580");
    expect(whole?.kind).toBe("undivided");
    expect(between.unitOf("2025-06-01", "1508")).toBe(whole);
    expect(between.unitOf("2019-06-01", "1534")).toBe(whole);
    expect(whole?.membersByDate.get("2021-06-01")).toEqual(["1507"]);
  });

  test("the pilot municipalities are themselves throughout", () => {
    const units = commonUnits("SE", ["2000-01-01", "2025-10-01", "2026-10-01"]);
    for (const code of [
      "2505",
      "2482",
      "2421",
      "2039",
      "2085",
      "0482",
      "0428",
      "0581",
      "0583",
      "0781",
      "0765",
    ]) {
      expect(units.unitOf("2026-10-01", code)).toMatchObject({ label: code, kind: "same" });
    }
  });

  test("a code of no compared date is in no unit, and no dates are a caller's mistake", () => {
    const units = commonUnits("NO", ["2025-06-01"]);
    expect(units.unitOf("2025-06-01", "1534")).toBeUndefined();
    expect(units.unitOf("2019-06-01", "0101")).toBeUndefined();
    expect(() => commonUnits("NO", [])).toThrow(RangeError);
  });

  test("inhabitants are those of the members on the latest date, added up", () => {
    const units = commonUnits("NO", ["2021-06-01", "2025-06-01"]);
    const count = (code: string) =>
      municipalitiesOn("NO", "2025-06-01").find((one) => one.code === code)!.inhabitants!.count;
    const whole = units.unitOf("2021-06-01", "1507")!;
    expect(whole.inhabitants).toEqual({ count: count("1508") + count("1580"), year: 2026 });
    expect(sizeClassOf(whole)).toEqual({ sizeClass: "large", year: 2026 });
    const ended = commonUnits("NO", ["2016-06-01", "2016-12-31"]);
    expect(ended.unitOf("2016-12-31", "0720")?.inhabitants).toBeNull();
  });
});

const days = fc.constantFrom(
  "2016-12-31",
  "2017-06-01",
  "2018-06-01",
  "2019-12-31",
  "2020-01-01",
  "2021-06-01",
  "2023-12-31",
  "2024-01-01",
  "2026-01-01",
);
const dates = fc.uniqueArray(days, { minLength: 1, maxLength: 4 });

describe("for any compared dates", () => {
  test("units are a partition on every date, closed under what happened, with labels of their own", () => {
    fc.assert(
      fc.property(dates, (compared) => {
        const { units, unitOf } = commonUnits("NO", compared);
        expect(new Set(units.map(({ label }) => label)).size).toBe(units.length);
        for (const date of compared) {
          const members = units.flatMap(({ membersByDate }) => membersByDate.get(date)!);
          expect([...members].sort()).toEqual(municipalitiesOn("NO", date).map(({ code }) => code));
          for (const unit of units) expect(unit.membersByDate.get(date)!.length).toBeGreaterThan(0);
        }
        const sorted = [...compared].sort();
        for (const [position, later] of sorted.slice(1).entries()) {
          for (const [code, ends] of pathsBetween("NO", sorted[position]!, later)) {
            for (const end of ends) expect(unitOf(later, end)).toBe(unitOf(sorted[position]!, code));
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  test("nothing is joined without cause: taking the links away one by one leaves no smaller units", () => {
    fc.assert(
      fc.property(dates, (compared) => {
        const { units } = commonUnits("NO", compared);
        const sorted = [...compared].sort();
        for (const unit of units) {
          const nodes = sorted.flatMap((date) =>
            unit.membersByDate.get(date)!.map((code) => `${date} ${code}`),
          );
          const seen = new Set([nodes[0]!]);
          const links = sorted.slice(1).flatMap((later, position) =>
            unit.membersByDate.get(sorted[position]!)!.flatMap((code) =>
              pathsOf(sorted[position]!, later)
                .get(code)!
                .map((end) => [`${sorted[position]} ${code}`, `${later} ${end}`]),
            ),
          );
          for (let size = 0; size !== seen.size; ) {
            size = seen.size;
            for (const [a, b] of links) {
              if (seen.has(a!) || seen.has(b!)) seen.add(a!).add(b!);
            }
          }
          expect(seen.size).toBe(nodes.length);
        }
      }),
      { numRuns: 20 },
    );
  });

  test("the order of the dates and repeating one change nothing", () => {
    fc.assert(
      fc.property(dates, (compared) => {
        const labels = (list: readonly string[]) => commonUnits("NO", list).units.map(({ label }) => label);
        expect(labels([...compared].reverse())).toEqual(labels(compared));
        expect(labels([...compared, compared[0]!])).toEqual(labels(compared));
      }),
      { numRuns: 10 },
    );
  });
});

const cachedPaths = new Map<string, ReadonlyMap<string, readonly string[]>>();
function pathsOf(from: string, until: string): ReadonlyMap<string, readonly string[]> {
  const key = `${from} ${until}`;
  const paths = cachedPaths.get(key) ?? pathsBetween("NO", from, until);
  cachedPaths.set(key, paths);
  return paths;
}

test("codes that Statistics Norway compares as one area are one unit here", () => {
  const file = new URL("../../tests/fixtures/registers/ssb-comparable-2024.csv", import.meta.url);
  const comparable = new Map(
    readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((row) => row.split(",") as [string, string]),
  );
  for (const date of ["2017-06-01", "2019-06-01", "2021-06-01"]) {
    const { units } = commonUnits("NO", [date, "2024-01-01"]);
    for (const { membersByDate, kind } of units) {
      const named = new Set(membersByDate.get(date)!.map((code) => comparable.get(code)!));
      if (kind === "undivided") continue;
      expect([...named], membersByDate.get(date)!.join()).toEqual(membersByDate.get("2024-01-01"));
    }
  }
});
