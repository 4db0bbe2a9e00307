// The register's facts: complete, consistent, and those that can be known from elsewhere.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { municipalitiesOn } from "./municipality.ts";
import { type CountryCode, isValidOn, type MunicipalityChange, registerOf } from "./municipality-register.ts";

const countries: readonly CountryCode[] = ["SE", "NO"];

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

describe.each(countries)("the register of %s", (country) => {
  const register = registerOf(country);
  const municipalities = [...register.byCode.values()];
  const structural = register.changes.filter(({ kind }) => kind !== "boundary" && kind !== "renamed");

  test("has one well-formed row per code", () => {
    for (const municipality of municipalities) {
      expect(municipality.code).toMatch(/^\d{4}$/);
      expect(municipality.name.normalize("NFC").trim()).toBe(municipality.name);
      expect(municipality.name).toMatch(/^\p{Lu}/u);
      expect(municipality.countyName, municipality.code).toBeTruthy();
      const { validFrom, validTo, inhabitants } = municipality;
      expect(validFrom === null || isDate(validFrom)).toBe(true);
      expect(validTo === null || isDate(validTo)).toBe(true);
      expect(validFrom === null || validTo === null || validFrom < validTo).toBe(true);
      if (inhabitants) {
        expect(Number.isInteger(inhabitants.count) && inhabitants.count > 0).toBe(true);
        expect(inhabitants.year).toBeGreaterThan(2000);
      }
    }
  });

  test("has changes in order, each from a code valid the day before to a code valid on the day", () => {
    const dates = register.changes.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    const rows = register.changes.map(({ date, from, to }) => `${date} ${from} ${to}`);
    expect(new Set(rows).size).toBe(rows.length);
    for (const { date, from, to, kind, earlierName } of register.changes) {
      const row = `${date} ${from} ${to}`;
      expect(isDate(date), row).toBe(true);
      expect(["renumbered", "merged", "split", "boundary", "renamed"]).toContain(kind);
      expect(isValidOn(register.byCode.get(from)!, dayBefore(date)), row).toBe(true);
      expect(isValidOn(register.byCode.get(to)!, date), row).toBe(true);
      expect(earlierName !== null, row).toBe(kind === "renamed");
      if (kind === "renamed") expect(from).toBe(to);
      if (kind === "boundary" || kind === "renumbered") expect(from).not.toBe(to);
    }
  });

  test("calls one to one renumbered, several to one merged, one to several split", () => {
    const others = (change: MunicipalityChange, side: "from" | "to") =>
      structural.filter((other) => other.date === change.date && other[side] === change[side]).length;
    for (const change of structural) {
      const successors = others(change, "from");
      const predecessors = others(change, "to");
      const row = `${change.date} ${change.from} ${change.to}`;
      if (change.kind === "split") expect(successors, row).toBeGreaterThan(1);
      else expect(successors, row).toBe(1);
      if (change.kind === "merged") expect(predecessors, row).toBeGreaterThan(1);
      if (change.kind === "renumbered") expect(predecessors, row).toBe(1);
    }
  });

  test("explains every beginning and every end of a code", () => {
    for (const { code, validFrom, validTo } of municipalities) {
      if (validTo)
        expect(
          structural.some(({ date, from }) => date === validTo && from === code),
          code,
        ).toBe(true);
      if (validFrom && validFrom >= register.changes[0]!.date)
        expect(
          structural.some(({ date, to }) => date === validFrom && to === code),
          code,
        ).toBe(true);
    }
  });
});

test.each([
  ["SE", "2000-01-01", 289, 21],
  ["SE", "2002-12-31", 289, 21],
  ["SE", "2003-01-01", 290, 21],
  ["SE", "2006-12-31", 290, 21],
  ["SE", "2007-01-01", 290, 21],
  ["SE", "2026-01-01", 290, 21],
  ["NO", "2017-01-01", 426, 19],
  ["NO", "2018-01-01", 422, 18],
  ["NO", "2019-12-31", 422, 18],
  ["NO", "2020-01-01", 356, 11],
  ["NO", "2023-12-31", 356, 11],
  ["NO", "2024-01-01", 357, 15],
  ["NO", "2026-01-01", 357, 15],
] as const)("%s on %s has %i municipalities in %i counties", (country, date, municipalities, counties) => {
  const then = municipalitiesOn(country, date);
  expect(then.length).toBe(municipalities);
  expect(new Set(then.map(({ countyCode }) => countyCode)).size).toBe(counties);
});

test.each([
  ["SE", 2024, 10_587_710],
  ["NO", 2026, 5_627_400],
] as const)("the municipalities of %s in %i add up to the national total", (country, year, total) => {
  const current = municipalitiesOn(country, "2026-01-01");
  expect(new Set(current.map(({ inhabitants }) => inhabitants?.year))).toEqual(new Set([year]));
  expect(current.reduce((sum, { inhabitants }) => sum + inhabitants!.count, 0)).toBe(total);
});

test("centrality is given for Norway's current codes, with the five most central known", () => {
  for (const { validTo, centrality, code } of registerOf("NO").byCode.values()) {
    expect(centrality !== null, code).toBe(validTo === null);
    if (centrality) expect([1, 2, 3, 4, 5, 6]).toContain(centrality.class);
  }
  const mostCentral = [...registerOf("NO").byCode.values()].filter(
    ({ centrality }) => centrality?.class === 1,
  );
  expect(mostCentral.map(({ code }) => code).sort()).toEqual(["0301", "3201", "3205", "3222", "3224"]);
  expect([...registerOf("SE").byCode.values()].every(({ centrality }) => centrality === null)).toBe(true);
});

test("the file keeps one row per line, so that a change of a year can be read", () => {
  for (const file of ["sweden.json", "norway.json"]) {
    const lines = readFileSync(new URL(file, import.meta.url), "utf8").split("\n");
    expect(lines.filter((line) => /^\["\d{4}",/.test(line)).length).toBeGreaterThan(290);
    expect(lines.filter((line) => line.startsWith('["')).every((line) => line.length < 120)).toBe(true);
  }
});
