// L5: a list of people is read in whatever form an office keeps it.
import { describe, expect, test } from "vitest";
import { csv, kinds, people, person, problems, read, utf8 } from "../../../tests/support/a-panel-file.ts";
import { handMadeWorkbook, markupRow, workbook } from "../../../tests/support/excel-workbook.ts";

describe("L5 a file in any form", () => {
  test("has its columns by heading, in any order and language, and whatever stands beside them", async () => {
    const headings = [
      "member_id,name,email,phone,role,municipality,language,seat_from,seat_to",
      "Medlems-ID,Namn,E-post,Telefon,ROLL,Kommun,Språk,Från,Till",
      "id,navn,e-postadresse,mobil,Rolle,Kommunenummer,Målform,Fra og med,T.o.m.",
      "Person-id,Namn *,epost:,tlf,Rolle,kommunenamn,språk,Frå,Til",
      "ID,Full name,E-mail address,Mobile number,Role,Municipality code,Language,Start date,End date",
    ];
    for (const heading of headings) {
      const file = await csv(
        heading,
        "7,Åsa Öberg,asa@example.org,070-1740605,politiker,Flen,sv,2022-10-15,2026-12-31",
      );
      expect(people(file)).toEqual([
        person(2, {
          memberId: "7",
          email: "asa@example.org",
          phone: "070-1740605",
          language: "sv",
          seatFrom: "2022-10-15",
          seatTo: "2026-12-31",
        }),
      ]);
    }
    const file = await csv("Kommun;Anteckning;Roll;Namn", "Flen;ring först;politiker;Åsa Öberg");
    expect(people(file)).toEqual([person(2)]);
    expect(file.notices).toMatchObject([{ kind: "column-not-read", value: "Anteckning", letter: "B" }]);
  });

  test.each([
    ["comma", ","],
    ["semicolon", ";"],
    ["tab", "\t"],
  ])("may have %s between values, and quotation marks around them", async (_name, separator) => {
    const line = (...values: string[]) => values.join(separator);
    const text = [
      line("namn", "roll", "kommun", "e-post"),
      line(`"Öberg${separator} ""Åsa"""`, "politiker", "Flen", '"asa@example.org"'),
    ].join("\r\n");
    expect(people(await read("people.txt", utf8(text)))).toEqual([
      person(2, { name: `Öberg${separator === "\t" ? "" : separator} "Åsa"`, email: "asa@example.org" }),
    ]);
  });

  test("may name its separator in the first line, as Excel does", async () => {
    expect(people(await csv("sep=;", "namn;roll;kommun", "Åsa Öberg;politiker;Flen"))).toEqual([person(2)]);
  });

  test("keeps å, ä, ö, æ and ø in UTF-8 with and without BOM, UTF-16 and Windows-1252", async () => {
    const text = "namn;roll;kommun\r\nÆrlig Ødegård Åström Näslöf;politiker;Älvdalen\r\n";
    const single = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const wide = new Uint8Array(
      new Uint16Array([...`\uFEFF${text}`].map((letter) => letter.charCodeAt(0))).buffer,
    );
    const swapped = wide.map((_byte, at) => wide[at ^ 1]!);
    const expected = [person(2, { name: "Ærlig Ødegård Åström Näslöf", municipality: "2039" })];
    for (const bytes of [utf8(text), utf8(`\uFEFF${text}`), single, wide, swapped]) {
      expect(people(await read("people.csv", bytes))).toEqual(expected);
    }
    expect((await read("people.csv", single)).notices).toMatchObject([{ kind: "read-as" }]);
    expect((await read("people.csv", utf8(text))).notices).toEqual([]);
  });

  test("may be an Excel workbook with dates, numbers and a title above the headings", async () => {
    const bytes = await workbook({
      sheet: "Lista",
      data: [
        ["Personer i projektet"],
        [],
        ["Namn", "Roll", "Kommun", "Uppdrag", "Fr.o.m.", "Mobil", "Id"],
        ["Åsa Öberg", "Politiker", 482, "ordförande", new Date("2022-10-15T00:00:00Z"), 701740605, "007"],
        [null, null, null, null, null, null, null],
        ["Bo Ek", "tjänstepersoner", "Älvdalens kommun", null, "15.10.2022", "+46 70 174 06 06", 8],
      ],
    });
    const file = await read("lista.xlsx", bytes);
    expect(people(file)).toEqual([
      person(4, { memberId: "007", phone: "0701740605", seatFrom: "2022-10-15" }),
      person(6, {
        memberId: "8",
        name: "Bo Ek",
        phone: "+46 70 174 06 06",
        role: "official",
        municipality: "2039",
        seatFrom: "2022-10-15",
      }),
    ]);
    expect(file.notices).toMatchObject([
      { kind: "column-not-read", value: "Uppdrag" },
      { kind: "zeros-restored", row: 4, letter: "F", value: "701740605", taken: "0701740605" },
      { kind: "zeros-restored", row: 4, letter: "C", value: "482", taken: "0482 Flen" },
    ]);
  });

  test("is found on whichever sheet it stands", async () => {
    const bytes = await workbook(
      { sheet: "Läs mig", data: [["Så här fyller du i listan"], ["Skriv en person per rad."]] },
      { sheet: "Tom", data: [] },
      {
        sheet: "Personer",
        data: [
          ["Namn", "Roll", "Kommun"],
          ["Åsa Öberg", "politiker", "Flen"],
        ],
      },
    );
    const file = await read("lista.xlsx", bytes);
    expect(people(file)).toEqual([person(2)]);
    expect(file.notices).toMatchObject([{ kind: "other-sheet", sheet: "Läs mig", value: "Personer" }]);
  });

  test("may give a municipality by code, name, both, in capitals or without accents", async () => {
    const lines = [
      "2039",
      "Älvdalen",
      "2039 Älvdalen",
      "ÄLVDALEN",
      "Alvdalen",
      "älvdalens kommun",
      "  Älvdalen ",
    ];
    const file = await csv(
      "namn;roll;kommun",
      ...lines.map((place, index) => `P${index};politiker;${place}`),
    );
    expect(new Set(people(file).map(({ municipality }) => municipality))).toEqual(new Set(["2039"]));
  });

  test("may give a role by its code or its name, one or many, in any language of the study", async () => {
    const lines = ["politician", "Politiker", "politicians", "POLITIKER"];
    const file = await csv("namn;roll;kommun", ...lines.map((role, index) => `P${index};${role};Flen`));
    expect(new Set(people(file).map(({ role }) => role))).toEqual(new Set(["politician"]));
  });

  test("is read without invisible characters, and with accents in one piece", async () => {
    const file = await csv(
      "namn;roll;kommun;e-post",
      "A\u030Asa\u00A0 O\u0308berg\u200B;politiker;Flen;\uFEFFasa@example.org ",
    );
    expect(people(file)).toEqual([person(2, { email: "asa@example.org" })]);
  });

  test("may have the seats of one person one after the other, under one id", async () => {
    const file = await csv(
      "id;namn;e-post;roll;kommun;från;till",
      "7;Åsa Öberg;asa@example.org;politiker;Flen;2022-10-15;2025-12-31",
      "7;Åsa Öberg;asa@example.org;tjänsteperson;Flen;2026-01-01;",
    );
    expect(people(file).map(({ role, seatTo }) => [role, seatTo])).toEqual([
      ["politician", "2025-12-31"],
      ["official", null],
    ]);
  });
});

/** The archive with another unpacked size in its directory for every file. */
function withDeclaredSize(archive: Uint8Array, size: number): Uint8Array {
  const forged = archive.slice();
  const view = new DataView(forged.buffer);
  for (let at = 0; at + 28 < forged.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return forged;
}

describe("L5 a workbook that is more than what is typed in", () => {
  const head = markupRow(1, ["Namn", "Roll", "Kommun", "Från"]);
  const withRow = (...cells: (string | null)[]) => handMadeWorkbook([head, markupRow(2, cells)]);

  test("gives the result of a formula, and says so", async () => {
    const formula = '<c r="A2" t="str"><f>B9&amp;" "&amp;C9</f><v>Åsa Öberg</v></c>';
    const file = await read("list.xlsx", withRow(formula, "politiker", "Flen", null));
    expect(people(file)).toEqual([person(2)]);
    expect(file.notices).toMatchObject([{ kind: "formula-result", row: 2, letter: "A", value: "Åsa Öberg" }]);
  });

  test("does not take a formula without a result, or an error, for an empty cell", async () => {
    const noResult = '<c r="A2" t="str"><f>B9</f></c>';
    const error = '<c r="D2" t="e"><f>VLOOKUP(A2,X:Y,2,0)</f><v>#N/A</v></c>';
    const file = await read("list.xlsx", withRow(noResult, "politiker", "Flen", error));
    expect(problems(file)).toEqual([
      "Row 2, column A (Namn): There is a formula whose result cannot be read. Copy the cell and paste it as values.",
      "Row 2, column D (Från): There is an error value such as #N/A. Write the right value instead.",
    ]);
  });

  test("is not filled up to a stray empty cell at the end of the sheet", async () => {
    const far = '<row r="1048576"><c r="XFD1048576" s="0"/></row>';
    const bytes = handMadeWorkbook([head, markupRow(2, ["Åsa Öberg", "politiker", "Flen", null]), far]);
    expect(people(await read("list.xlsx", bytes))).toEqual([person(2)]);
  });

  test("is refused when something stands at the end of the sheet", async () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(kinds(await read("list.xlsx", handMadeWorkbook([head, far])))).toEqual(["too-many-rows"]);
  });

  test("is refused when it would unpack to more than any list of people", async () => {
    const bytes = withDeclaredSize(withRow("Åsa Öberg", "politiker", "Flen", null), 200_000_000);
    expect(kinds(await read("list.xlsx", bytes))).toEqual(["file-too-large"]);
  });

  test("is refused when it unpacks to more than it says", async () => {
    const bytes = withDeclaredSize(withRow("Åsa Öberg", "politiker", "Flen", null), 10);
    expect(kinds(await read("list.xlsx", bytes))).toEqual(["damaged-excel"]);
  });

  test("keeps long numbers to the digit", async () => {
    const id = '<c r="A2"><v>900719925474099312</v></c>';
    const bytes = handMadeWorkbook([
      markupRow(1, ["Id", "Namn", "Roll", "Kommun"]),
      markupRow(2, [id, "Åsa Öberg", "politiker", "Flen"]),
    ]);
    expect(people(await read("list.xlsx", bytes))[0]?.memberId).toBe("900719925474099312");
  });
});
