// L5: a list of people is read whole or refused, with every problem named.
import { describe, expect, test } from "vitest";
import { csv, kinds, problems, read, utf8 } from "../../../tests/support/a-panel-file.ts";
import { aStudy } from "../../../tests/support/a-study.ts";
import { workbook } from "../../../tests/support/excel-workbook.ts";

describe("L5 a wrong file is refused whole, and every problem is named with row, column and value", () => {
  test("all at once", async () => {
    const file = await csv(
      "Namn;E-post;Roll;Kommun;Språk;Från;Till",
      "Åsa Öberg;asa@example.org;politiker;Norköping;sv;2022-10-15;",
      ";bo@example.org;;Flen;sv;;",
      "Cay Ek;cay at example;borgmästare;Flen;fi;31/12 2022;",
      "Dag Ek;dag@example.org;politikr;;sv;2022-02-30;",
      "Eva Ek;eva@example.org;politiker;Flen;sv;2023-01-01;2022-01-01",
      "åsa  öberg;ASA@example.org;politiker;Flen;sv;;",
      "=SUM(A1);x@example.org;politiker;Flen;sv;;",
      "Gun Ek;asa@example.org;politiker;Flen;sv;;",
      "Eva Ek;;politiker;Flen;sv;;",
    );
    expect(problems(file)).toEqual([
      "Row 2, column D (Kommun): “Norköping” is not a municipality. Did you mean Norrköping (0581), Nyköping (0480), Jönköping (0680)?",
      "Row 3, column A (Namn): The name is missing.",
      "Row 3, column C (Roll): The role is missing.",
      "Row 4, column B (E-post): “cay at example” is not an e-mail address.",
      "Row 4, column C (Roll): “borgmästare” is not a role in this study. The roles are: politiker, tjänsteperson.",
      "Row 4, column E (Språk): “fi” is not a language of this study. Use one of: sv, en.",
      "Row 4, column F (Från): “31/12 2022” is not a date. Write year-month-day, for example 2026-09-01, or day.month.year.",
      "Row 5, column C (Roll): “politikr” is not a role in this study. Did you mean “politiker”?",
      "Row 5, column D (Kommun): The municipality is missing.",
      "Row 5, column F (Från): “2022-02-30” is not a date. Write year-month-day, for example 2026-09-01, or day.month.year.",
      "Row 6, column G (Till): The last day, 2022-01-01, comes before the first, 2023-01-01.",
      "Row 7, column A (Namn): åsa öberg stands in row 2 as well, with the same address. Keep one row: the seat that the person is to be asked about.",
      "Row 8, column A (Namn): “=SUM(A1)” begins like a formula. Write the text without =, +, - or @ in front.",
      "Row 9, column B (E-post): asa@example.org is the address in row 2 too. If two people share it, you will be asked to confirm that once the rest of the file is right.",
      "Row 10, column A (Namn): Eva Ek stands in row 6 as well, in the same role and municipality. If they are two people, you will be asked to confirm that once the rest of the file is right.",
    ]);
    expect(file).toMatchObject({ kind: "refused", problems: expect.arrayContaining([]) });
  });

  test("with the values as they stand, for those who make their own words", async () => {
    const file = await csv("namn;roll;kommun", "Åsa;politiker;Flenn");
    expect(file).toMatchObject({
      problems: [
        {
          kind: "unknown-municipality",
          row: 2,
          column: "municipality",
          letter: "C",
          heading: "kommun",
          value: "Flenn",
          near: ["Flen (0482)"],
        },
      ],
    });
  });

  test("an id that two rows have, unless they are one person's seats in turn", async () => {
    const head = "id;namn;roll;kommun;från;till";
    expect(kinds(await csv(head, "7;Åsa;politiker;Flen;;", "7;Bo;politiker;Flen;;"))).toEqual([
      "same-member-id",
    ]);
    const overlapping = ["7;Åsa;politiker;Flen;;2026-01-01", "7;Åsa;politiker;Motala;2026-01-01;"];
    expect(kinds(await csv(head, ...overlapping))).toEqual(["same-member-id"]);
    const others = ["7;Åsa;politiker;Flen;;2025-12-31", "7;Bo;politiker;Motala;2026-01-01;"];
    expect(kinds(await csv(head, ...others))).toEqual(["same-member-id"]);
  });

  test("a municipality that was not there on the day of the list", async () => {
    const norway = aStudy({ country: "NO" });
    const file = await read(
      "p.csv",
      utf8("navn;rolle;kommune\nOla;politiker;0301\nKari;politiker;1103\nPer;politiker;1504"),
      norway,
    );
    expect(kinds(file)).toEqual(["municipality-not-then"]);
    expect(problems(file)[0]).toMatch(
      /^Row 4, column C \(kommune\): “1504” was not a municipality on 2026-09-01/,
    );
  });

  test("a name that several municipalities have", async () => {
    const norway = aStudy({ country: "NO" });
    const file = await read("p.csv", utf8("navn;rolle;kommune\nOla;politiker;Våler"), norway);
    expect(kinds(file)).toEqual(["ambiguous-municipality"]);
  });

  test("a code and a name that do not belong together", async () => {
    expect(kinds(await csv("namn;roll;kommun", "Åsa;politiker;0482 Motala"))).toEqual([
      "unknown-municipality",
    ]);
  });

  test("letters that were garbled on the way", async () => {
    const file = await csv("namn;roll;kommun", "Ã…sa Ã–berg;politiker;Flen", "\uFFFDsa;politiker;Flen");
    expect(kinds(file)).toEqual(["garbled", "garbled"]);
  });

  test.each([
    ["no heading at all", ["Åsa Öberg;politiker;Flen"], ["no-headings"]],
    ["headings and nobody", ["namn;roll;kommun"], ["no-people"]],
    [
      "a missing column, with what is wrong in the others",
      ["namn;kommun", "Åsa;Flenn"],
      ["missing-column", "unknown-municipality"],
    ],
    [
      "two columns for one thing",
      ["namn;roll;kommun;kommunkod", "Åsa;politiker;Flen;0482"],
      ["column-twice"],
    ],
    [
      "a quotation mark that is never closed",
      ["namn;roll;kommun", 'Åsa;"politiker;Flen', "Bo;politiker;Flen"],
      ["open-quote"],
    ],
    ["an id that is none", ["id;namn;roll;kommun", "<7>;Åsa;politiker;Flen"], ["bad-member-id"]],
    ["a name beyond all measure", ["namn;roll;kommun", `${"Å".repeat(201)};politiker;Flen`], ["too-long"]],
    ["nothing but lines", ["", ";;", ""], ["sheet-empty"]],
  ])("%s", async (_name, lines, expected) => {
    expect(kinds(await csv(...lines))).toEqual(expected);
  });
});

describe("L5 a file that is no list of people", () => {
  const pdf = utf8("%PDF-1.7 …");
  const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  test.each([
    ["nothing in it", "list.xlsx", new Uint8Array(), "file-empty"],
    ["text that calls itself Excel", "list.xlsx", utf8("namn;roll;kommun"), "not-excel"],
    ["an old or locked workbook", "list.xls", old, "old-or-locked-excel"],
    ["a zip of something else", "list.xlsx", Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3), "damaged-excel"],
    ["a PDF", "list.csv", pdf, "not-a-table"],
    ["a web page", "list.csv", utf8("<html>"), "not-a-table"],
    ["a picture", "list.csv", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0), "not-a-table"],
    ["too much", "list.csv", new Uint8Array(10_000_001), "file-too-large"],
  ])("%s", async (_name, name, bytes, kind) => {
    expect(kinds(await read(name, bytes))).toEqual([kind]);
  });

  test("an empty workbook", async () => {
    expect(kinds(await read("list.xlsx", await workbook({ sheet: "Blad1", data: [] })))).toEqual([
      "sheet-empty",
    ]);
  });

  test("a workbook that was cut off", async () => {
    const whole = await workbook({ sheet: "Blad1", data: [["Namn", "Roll", "Kommun"]] });
    for (const part of [0.3, 0.6, 0.9]) {
      expect(kinds(await read("list.xlsx", whole.slice(0, Math.floor(whole.length * part))))).toEqual([
        "damaged-excel",
      ]);
    }
  });
});
