// L5: no file makes the reading fail, and what was written comes back as it was.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aStudy, politician } from "../../../tests/support/a-study.ts";
import { handMadeWorkbook, markupRow, workbook } from "../../../tests/support/excel-workbook.ts";
import { panel as english } from "../../language/en/panel.ts";
import { panel as bokmal } from "../../language/nb/panel.ts";
import { panel as nynorsk } from "../../language/nn/panel.ts";
import { panel as swedish } from "../../language/sv/panel.ts";
import { calendarDate } from "../../study/calendar-date.ts";
import { isEmail, tidyText } from "../contact.ts";
import { fileDate } from "./file-date.ts";
import { panelColumns } from "./import-problem.ts";
import { noticeInWords, problemInWords } from "./import-words.ts";
import { columnOf, countHeadings, languageOf } from "./panel-columns.ts";
import { type PanelFile, readPanelFile } from "./read-panel-file.ts";
import { columnLetter } from "./table.ts";

const study = aStudy();
const asOf = "2026-09-01";
const languages = [english, swedish, bokmal, nynorsk];
const read = (bytes: Uint8Array, name = "people.csv") => readPanelFile({ name, bytes }, study, asOf);
const utf8 = (text: string) => new TextEncoder().encode(text);
function inWords(file: PanelFile): void {
  for (const words of languages) {
    for (const notice of file.notices) expect(noticeInWords(notice, words)).not.toBe("");
    if (file.kind === "people") continue;
    expect(file.problems.length).toBeGreaterThan(0);
    for (const problem of file.problems) expect(problemInWords(problem, words)).not.toMatch(/undefined|null/);
  }
}

describe("L5 whatever is in a file, it is read or refused in words, in every language", () => {
  test("any bytes", async () => {
    const start = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]);
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), async (head, bytes) => {
        inWords(await read(Uint8Array.of(...head, ...bytes)));
      }),
      { numRuns: 300 },
    );
  });

  test("any text under headings", { timeout: 30_000 }, async () => {
    const value = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom(
        "Flen",
        "0482",
        "politiker",
        "2026-01-01",
        "a@b.se",
        '"',
        "=1",
        "\t",
        "\u0000",
        "\uD800",
      ),
    );
    const row = fc.array(value, { maxLength: 11 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
        const heading = panelColumns.join(";");
        inWords(await read(utf8([heading, ...rows.map((values) => values.join(";"))].join("\n"))));
      }),
      { numRuns: 40 },
    );
  });

  test("any workbook with a byte turned", async () => {
    const whole = await workbook({
      sheet: "P",
      data: [
        ["Namn", "Roll", "Kommun"],
        ["Åsa", "politiker", 482],
      ],
    });
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const turned = whole.slice();
          turned[at] = turned[at]! ^ by;
          inWords(await read(turned, "people.xlsx"));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("L5 what was written comes back", () => {
  const name = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
    .map(tidyText)
    .filter((text) => text !== "" && !/^[=+\-@]|[\uFFFD¿¾Ã]/.test(text));
  const person = fc.record({
    name,
    email: fc.option(
      fc.nat({ max: 1e6 }).map((count) => `p${count}@example.org`),
      { nil: "" },
    ),
    municipality: fc.constantFrom("0482", "2039", "2505"),
  });
  const people = fc.uniqueArray(person, {
    minLength: 1,
    maxLength: 6,
    selector: ({ email, name: own }) => email || own,
  });
  const expected = (list: { name: string; email: string; municipality: string }[]) =>
    list.map(({ name: own, email, municipality }, index) => ({
      row: index + 2,
      name: own,
      email: email || null,
      role: politician,
      municipality,
    }));

  test("from text, quoted, with any separator", async () => {
    await fc.assert(
      fc.asyncProperty(
        people,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        async (list, separator, end) => {
          const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const lines = list.map((one) =>
            [quoted(one.name), one.email, "politiker", one.municipality].join(separator),
          );
          const text = [["namn", "e-post", "roll", "kommun"].join(separator), ...lines].join(end);
          expect(await read(utf8(text))).toMatchObject({ kind: "people", rows: expected(list) });
        },
      ),
      { numRuns: 200 },
    );
  });

  test("from a workbook", async () => {
    await fc.assert(
      fc.asyncProperty(people, async (list) => {
        const rows = list.map(({ name: own, email, municipality }, index) => {
          const code = `<c r="D${index + 2}"><v>${Number(municipality)}</v></c>`;
          return markupRow(index + 2, [own.replace(/^</, "("), email || null, "politiker", code]);
        });
        const bytes = handMadeWorkbook([markupRow(1, ["namn", "e-post", "roll", "kommun"]), ...rows]);
        const bracketed = list.map((one) => ({ ...one, name: one.name.replace(/^</, "(") }));
        expect(await read(bytes, "people.xlsx")).toMatchObject({ kind: "people", rows: expected(bracketed) });
      }),
      { numRuns: 100 },
    );
  });
});

describe("L5 dates", () => {
  const day = fc
    .date({
      min: new Date("1900-01-01T00:00:00Z"),
      max: new Date("2199-12-31T00:00:00Z"),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10));

  test("are read however they are written", () => {
    fc.assert(
      fc.property(day, (iso) => {
        const [year, month, date] = iso.split("-").map(Number);
        const written = [iso, `${date}.${month}.${year}`, iso.replaceAll("-", "/"), iso.replaceAll("-", "")];
        const padded = `${iso.slice(8)}.${iso.slice(5, 7)}.${year}`;
        for (const text of [...written, padded, `${iso} 00:00:00`, `${iso}T00:00:00.000Z`]) {
          expect(fileDate(text)).toBe(iso);
        }
      }),
    );
  });

  test("are days that exist, or nothing", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9./-]{6,12}$/)), (text) => {
        const date = fileDate(text);
        if (date === null) return;
        const [year, month, dayOfMonth] = date.split("-").map(Number);
        expect(calendarDate(year!, month!, dayOfMonth!)).toBe(date);
      }),
    );
  });

  test.each(["1/9/2026", "9/1/26", "2026-13-01", "30.2.2026", "46266", "2026", "i går", "2026-09-01 14:30"])(
    "“%s” is not guessed at",
    (text) => {
      expect(fileDate(text)).toBeNull();
    },
  );
});

describe("L5 headings and languages", () => {
  test.each(languages.map((words, index) => [index, words] as const))(
    "of language %i are all known",
    (_index, words) => {
      for (const column of panelColumns) {
        for (const heading of [...words.headings[column], words.columns[column], column]) {
          expect([heading, columnOf(heading)]).toEqual([heading, column]);
          expect(columnOf(` ${heading.toUpperCase()}: `)).toBe(column);
        }
      }
      for (const [code, names] of Object.entries(words.languageNames)) {
        for (const language of [code, ...names])
          expect([language, languageOf(language)]).toEqual([language, code]);
      }
    },
  );

  test("are counted once each", () => {
    expect(countHeadings(["Namn", "name", "Kommun", "", "Anteckning"])).toBe(2);
  });

  test("stand in columns as a spreadsheet letters them", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual([
      "A",
      "Z",
      "AA",
      "AZ",
      "BA",
      "ZZ",
      "AAA",
    ]);
  });
});

describe("L5 e-mail addresses", () => {
  test.each(["a@b.se", "åsa.öberg+1@malmö.example", "o'hara_2@sub.domain.example.org"])(
    "%s is one",
    (text) => {
      expect(isEmail(text)).toBe(true);
    },
  );
  test.each([
    "a@b",
    "a b@c.se",
    "Åsa <a@b.se>",
    "a@b.se, c@d.se",
    "a@b.se;",
    "mailto:a@b.se",
    "a@@b.se",
    ".a@b.se",
    "a..b@c.se",
    "a.@b.se",
    "a@b.se\nBcc: x@y.se",
    `${"a".repeat(250)}@b.se`,
  ])("%s is none", (text) => {
    expect(isEmail(text)).toBe(false);
  });
});
