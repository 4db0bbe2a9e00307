// Finding a municipality on a day by code or by name as people write it, and its groups.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CountryCode,
  centralityGroupOf,
  findMunicipality,
  municipalitiesOn,
  municipalityOn,
  sizeClassOf,
} from "./municipality.ts";

const today = "2026-01-01";

function foundCode(country: CountryCode, text: string, date = today): string | null {
  const match = findMunicipality(country, text, date);
  return match.kind === "found" ? match.municipality.code : null;
}

const pilots = [
  ["2505", "Arvidsjaur", "Norrbottens län", 6_089],
  ["2482", "Skellefteå", "Västerbottens län", 78_150],
  ["2421", "Storuman", "Västerbottens län", 5_577],
  ["2039", "Älvdalen", "Dalarnas län", 6_882],
  ["2085", "Ludvika", "Dalarnas län", 26_634],
  ["0482", "Flen", "Södermanlands län", 15_362],
  ["0428", "Vingåker", "Södermanlands län", 8_750],
  ["0581", "Norrköping", "Östergötlands län", 144_980],
  ["0583", "Motala", "Östergötlands län", 43_505],
  ["0781", "Ljungby", "Kronobergs län", 28_280],
  ["0765", "Älmhult", "Kronobergs län", 17_653],
] as const;

test.each(pilots)("pilot %s is %s in %s from 2000 until today", (code, name, county, count) => {
  for (const date of ["2000-01-01", "2004-01-01", "2026-01-01", "2031-12-31"]) {
    expect(municipalityOn("SE", code, date)).toMatchObject({ code, name, countyName: county, validTo: null });
  }
  expect(municipalityOn("SE", code, today)?.inhabitants).toEqual({ count, year: 2024 });
  expect(foundCode("SE", name)).toBe(code);
});

describe("a code on a day", () => {
  test("is in force from its first day and not on the day it ends", () => {
    expect(municipalityOn("SE", "1917", "2006-12-31")?.name).toBe("Heby");
    expect(municipalityOn("SE", "1917", "2007-01-01")).toBeUndefined();
    expect(municipalityOn("SE", "0331", "2006-12-31")).toBeUndefined();
    expect(municipalityOn("SE", "0331", "2007-01-01")?.countyName).toBe("Uppsala län");
    expect(municipalityOn("SE", "0330", "2002-12-31")).toBeUndefined();
    expect(municipalityOn("SE", "0330", "2003-01-01")?.name).toBe("Knivsta");
  });

  test("bears the name of that day", () => {
    expect(municipalityOn("SE", "2023", "2007-12-31")?.name).toBe("Malung");
    expect(municipalityOn("SE", "2023", "2008-01-01")?.name).toBe("Malung-Sälen");
    expect(municipalityOn("NO", "0301", "2025-12-31")?.name).toBe("Oslo");
    expect(municipalityOn("NO", "0301", "2026-01-01")?.name).toBe("Oslo - Oslove");
  });

  test("belongs to one country", () => {
    expect(municipalityOn("NO", "2482", today)).toBeUndefined();
    expect(municipalityOn("SE", "5001", today)).toBeUndefined();
  });

  test("is refused with a date that is none", () => {
    expect(() => municipalityOn("SE", "2482", "1/10/2025")).toThrow(RangeError);
  });
});

describe("L5 a municipality in a file", () => {
  test("is found by code, also one that lost its leading zero in a spreadsheet", () => {
    expect(foundCode("SE", " 0482 ")).toBe("0482");
    expect(foundCode("SE", "482")).toBe("0482");
    expect(findMunicipality("SE", "9999", today)).toEqual({ kind: "unknown", suggestions: [] });
  });

  test("is found by its name in any case, with or without accents, with kommun after it", () => {
    for (const text of [
      "Älmhult",
      "älmhult",
      "ALMHULT",
      "A\u0308lmhult",
      "Ælmhult",
      "Älmhults kommun",
      " Älmhult ",
    ]) {
      expect(foundCode("SE", text), text).toBe("0765");
    }
    expect(foundCode("SE", "Göteborgs Stad")).toBe("1480");
    expect(foundCode("NO", "tromso kommune")).toBe("5501");
    expect(foundCode("SE", "Upplands-Väsby")).toBe("0114");
  });

  test("keeps two names apart that differ in an accent only", () => {
    expect(foundCode("SE", "HABO")).toBe("0643");
    expect(foundCode("SE", "håbo")).toBe("0305");
    expect(foundCode("SE", "Habo kommun")).toBe("0643");
    expect(foundCode("SE", "Håbo kommun")).toBe("0305");
  });

  test("is found by each of its languages and by a name it bore before", () => {
    expect(foundCode("NO", "Tråante")).toBe("5001");
    expect(foundCode("NO", "Karasjok")).toBe("5610");
    expect(foundCode("NO", "karasjohka")).toBe("5610");
    expect(foundCode("SE", "Malung")).toBe("2023");
  });

  test("gives the candidates where the name belongs to several", () => {
    const match = findMunicipality("NO", "Herøy", today);
    expect(match.kind === "ambiguous" && match.candidates.map(({ code }) => code)).toEqual(["1515", "1818"]);
    expect(foundCode("NO", "Herøy (Nordland)")).toBe("1818");
    expect(findMunicipality("NO", "Våler", today).kind).toBe("ambiguous");
    expect(findMunicipality("NO", "Nes", "2019-06-01").kind).toBe("ambiguous");
  });

  test("says when it is one of another time", () => {
    const match = findMunicipality("NO", "Tysfjord", today);
    expect(match.kind === "not-on-date" && match.candidates.map(({ code }) => code)).toEqual(["1850"]);
    expect(findMunicipality("SE", "1917", today)).toMatchObject({
      kind: "not-on-date",
      candidates: [{ validTo: "2007-01-01" }],
    });
  });

  test.each([
    ["SE", "Skelefteå", "2482"],
    ["SE", "Norköping", "0581"],
    ["SE", "Vingaker kn", "0428"],
    ["SE", "Ludivka", "2085"],
    ["NO", "Baerum", "3201"],
    ["SE", "Arvids", "2505"],
  ] as const)("%s: asks whether the misspelt %s was meant for %s", (country, text, code) => {
    const match = findMunicipality(country, text, today);
    expect(match.kind === "unknown" && match.suggestions[0]?.code).toBe(code);
  });

  test("suggests nothing for what is like nothing", () => {
    for (const text of ["", "   ", "-", "Timbuktu i fjärran", "👋"]) {
      expect(findMunicipality("SE", text, today), text).toEqual({ kind: "unknown", suggestions: [] });
    }
  });

  test("of either country is found by every form of its name, or offered among those that share it", () => {
    for (const [country, word] of [
      ["SE", "kommun"],
      ["NO", "kommune"],
    ] as const) {
      for (const date of ["2019-06-01", "2022-06-01", today]) {
        for (const { code, name } of municipalitiesOn(country, date)) {
          expect(foundCode(country, code, date)).toBe(code);
          const texts = [name, name.toUpperCase(), `${name} ${word}`, name.normalize("NFD")];
          if (country === "SE" && !name.endsWith("s")) texts.push(`${name}s kommun`);
          for (const text of texts) {
            const match = findMunicipality(country, text, date);
            const codes =
              match.kind === "found"
                ? [match.municipality.code]
                : match.kind === "ambiguous"
                  ? match.candidates.map((candidate) => candidate.code)
                  : [];
            expect(codes, text).toContain(code);
            if (country === "SE") expect(codes, text).toHaveLength(1);
          }
        }
      }
    }
  });

  test("never throws on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        expect(["found", "ambiguous", "not-on-date", "unknown"]).toContain(
          findMunicipality("NO", text, today).kind,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe("groups from the register", () => {
  test("size classes end at 4 999 and 29 999 and carry the year of the figure", () => {
    const classOf = (count: number) => sizeClassOf({ inhabitants: { count, year: 2024 } });
    expect(classOf(1)).toEqual({ sizeClass: "small", year: 2024 });
    expect(classOf(4999)?.sizeClass).toBe("small");
    expect(classOf(5000)?.sizeClass).toBe("medium");
    expect(classOf(29_999)?.sizeClass).toBe("medium");
    expect(classOf(30_000)?.sizeClass).toBe("large");
    expect(sizeClassOf(municipalityOn("NO", "0720", "2016-12-31")!)).toBeNull();
    expect(sizeClassOf(municipalityOn("NO", "5001", today)!)).toEqual({ sizeClass: "large", year: 2026 });
  });

  test("centrality groups join two classes each", () => {
    const groups = new Set(
      municipalitiesOn("NO", today).map(
        (municipality) => `${municipality.centrality!.class} ${centralityGroupOf(municipality)!.group}`,
      ),
    );
    expect([...groups].sort()).toEqual(["1 high", "2 high", "3 medium", "4 medium", "5 low", "6 low"]);
    expect(centralityGroupOf(municipalityOn("NO", "0301", today)!)).toEqual({ group: "high", year: 2024 });
    expect(centralityGroupOf(municipalityOn("SE", "2482", today)!)).toBeNull();
    expect(centralityGroupOf(municipalityOn("NO", "1507", "2022-01-01")!)).toBeNull();
  });
});
