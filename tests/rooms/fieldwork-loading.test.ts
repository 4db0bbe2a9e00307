// Loading people on the lead's pages: seen first, then all of it or nothing.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leadTexts } from "../../src/fieldwork/lead-texts.ts";
import { panelColumns } from "../../src/panel/import/import-problem.ts";
import { columnOf } from "../../src/panel/import/panel-columns.ts";
import { aDesk, aPanelFile, type Desk, loadPeople, sixPeople } from "../support/a-lead.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const countPeople = async ({ db, study }: Desk) =>
  (await db.selectFrom("panel_member").select("member_id").where("study_id", "=", study.studyId).execute())
    .length;

describe("loading people", () => {
  test("L5 a file with faults is refused whole, each fault with row, column and value", async () => {
    const desk = await aDesk(database.db);
    const lead = await desk.signedIn();
    await lead.open(`${desk.base}/people/load`);
    await lead.attach(
      "file",
      aPanelFile([
        { name: "Åsa Öst", email: "asa@example.org", role: "politician", municipality: "Flen" },
        { name: "Bo Ek", email: "not an address", role: "politician", municipality: "Flen" },
        { name: "Cia Alm", email: "cia@example.org", role: "caretaker", municipality: "Flän" },
      ]),
    );
    await lead.press("See what will happen");
    expect(lead.status()).toBe(422);
    const text = await lead.text();
    expect(text).toContain("3 problems");
    expect(text).toMatch(/3, B \(email\)“not an address” is not an e-mail address/);
    expect(text).toMatch(/4, C \(role\)“caretaker” is not a role/);
    expect(text).toMatch(/4, D \(municipality\)“Flän” is not a municipality. Did you mean Flen \(0482\)/);
    expect(await lead.fields()).toEqual([]);
    expect(await countPeople(desk)).toBe(0);
    expect(await desk.acts()).not.toContain("people-loaded");
  });

  test("L5 nothing is stored by the preview; pressing the button stores what it showed", async () => {
    const desk = await aDesk(database.db);
    const lead = await desk.signedIn();
    await lead.open(`${desk.base}/people/load`);
    await lead.attach("file", aPanelFile(sixPeople));
    await lead.press("See what will happen");
    expect(await lead.text()).toContain("New people6");
    expect(await countPeople(desk)).toBe(0);
    await lead.press("Load these people");
    expect(await lead.text()).toContain("The file has been loaded: 6 new, 0 changed.");
    expect(await lead.text()).toContain("Åsa Öst");
    expect(await countPeople(desk)).toBe(6);
    expect(await desk.acts()).toContain("people-loaded");
  });

  test("L5 what was seen is what happens: a list that changed meanwhile is shown again first", async () => {
    const desk = await aDesk(database.db);
    const [one, other] = [await desk.signedIn(), await desk.signedIn()];
    await one.open(`${desk.base}/people/load`);
    await one.attach("file", aPanelFile(sixPeople.slice(0, 2)));
    await one.press("See what will happen");
    await loadPeople(desk, other, sixPeople.slice(1, 3));
    await one.press("Load these people");
    expect(one.status()).toBe(409);
    expect(await one.text()).toContain("The list has changed since you looked.");
    expect(await countPeople(desk)).toBe(2);
    await one.press("Load these people");
    expect(await countPeople(desk)).toBe(3);
  });

  test("a person without a number is proposed as somebody known; the lead's answer decides", async () => {
    const desk = await aDesk(database.db);
    const lead = await desk.signedIn();
    await loadPeople(desk, lead);
    const again = aPanelFile([
      { name: "Åsa Öst", email: "asa.ost@example.org", role: "politician", municipality: "Flen" },
    ]);
    const preview = async () => {
      await lead.open(`${desk.base}/people/load`);
      await lead.attach("file", again);
      await lead.press("See what will happen");
    };
    await preview();
    expect(await lead.text()).toContain("Is Åsa Öst somebody who is in the panel already?");
    await lead.choose("answer-match-2", "new");
    await lead.press("See again with these answers");
    expect(await lead.text()).toContain("New people1");
    await preview();
    await lead.press("Load these people");
    expect(await lead.text()).toContain("0 new, 1 changed");
    expect(await countPeople(desk)).toBe(6);
    await lead.open(`${desk.base}/people/A1`);
    expect(await lead.text()).toContain("asa.ost@example.org");
  });

  test("two names at one address are taken only when the lead says that it is right", async () => {
    const desk = await aDesk(database.db);
    const lead = await desk.signedIn();
    const couple = [
      { name: "Åsa Öst", email: "us@example.org", role: "politician", municipality: "Flen" },
      { name: "Per Öst", email: "us@example.org", role: "official", municipality: "Flen" },
    ];
    await loadPeople(desk, lead, couple);
    expect(lead.status()).toBe(422);
    expect(await lead.text()).toContain("Answer this before you load the file");
    expect(await countPeople(desk)).toBe(0);
    const question = (await lead.fields()).find((field) => field.startsWith("answer-shared-address"))!;
    await lead.choose(question, "yes");
    await lead.press("Load these people");
    expect(await countPeople(desk)).toBe(2);
  });

  test("those who are not in the file stay, or leave, as the lead says", async () => {
    const desk = await aDesk(database.db);
    const lead = await desk.signedIn();
    await loadPeople(desk, lead);
    await lead.open(`${desk.base}/people/load`);
    await lead.attach("file", aPanelFile(sixPeople.slice(0, 5)));
    await lead.choose("absent", "leave");
    await lead.press("See what will happen");
    expect(await lead.text()).toMatch(/Fia HolmofficialMotalaleaves/);
    await lead.press("Load these people");
    await lead.open(`${desk.base}/people?show=vacant`);
    expect(await lead.text()).toContain("officialMotalaFill the seat");
  });

  test.each([
    ["nothing chosen", null, "File: choose a file to load."],
    [
      "not a table",
      { name: "list.pdf", bytes: new TextEncoder().encode("%PDF-1.7 …") },
      "neither a spreadsheet",
    ],
    ["not Excel", { name: "list.xlsx", bytes: new TextEncoder().encode("name;role") }, "not an Excel file"],
    ["empty", { name: "list.csv", bytes: new Uint8Array() }, "The file is empty."],
    [
      "too large",
      { name: "list.csv", bytes: new Uint8Array(5_000_001).fill(65) },
      "File: it is larger than 5 MB.",
    ],
  ])("%s: said on the page, nothing stored", async (_, file, said) => {
    const desk = await aDesk(database.db);
    const lead = await desk.signedIn();
    await lead.open(`${desk.base}/people/load`);
    if (file !== null) await lead.attach("file", file);
    await lead.press("See what will happen");
    expect(lead.status()).toBe(422);
    expect(await lead.text()).toContain(said);
  });

  test("å ä ö and what is not a word travel from preview to confirmation byte by byte", async () => {
    const desk = await aDesk(database.db);
    const lead = await desk.signedIn();
    const text = "Namn;Roll;Kommun\nÅsa Häggström;politician;Älvdalen\n";
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    await lead.open(`${desk.base}/people/load`);
    await lead.attach("file", { name: "personer från Excel.csv", bytes });
    await lead.press("See what will happen");
    await lead.press("Load these people");
    expect(await lead.text()).toContain("Åsa Häggströmpolitician, Älvdalen");
  });

  test("the empty file to start from has headings that are understood", async () => {
    const desk = await aDesk(database.db);
    const lead = await desk.signedIn();
    await lead.open(`${desk.base}/people/load/example.csv`);
    expect(lead.status()).toBe(200);
    for (const language of ["sv", "nb", "nn", "en"] as const) {
      const { columns } = leadTexts(language).panel;
      expect(panelColumns.map((column) => columnOf(columns[column]))).toEqual([...panelColumns]);
    }
  });
});
