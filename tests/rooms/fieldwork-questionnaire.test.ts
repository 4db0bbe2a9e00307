// The questionnaire on the lead's pages: what was found in it, how it looks, a test run without a trace, a new version.
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeTemplate } from "../../src/questionnaire/template/write-workbook.ts";
import { listInstruments } from "../../src/study/study-store.ts";
import { aDesk, type Desk, loadPeople, openWave, publicUrl } from "../support/a-lead.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let desk: Desk;
beforeAll(async () => {
  database = await freshDatabase();
  desk = await aDesk(database.db);
});
afterAll(() => database.close());

const bytesOf = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));
const question = (name: string, more: object = {}) => ({
  type: "radiogroup",
  name,
  title: { sv: `Fråga ${name}`, en: `Question ${name}`, nb: `Spørsmål ${name}`, nn: `Spørsmål ${name}` },
  choices: [1, 2],
  ...more,
});
const sound = {
  pages: [
    { name: "one", elements: [question("a", { isRequired: true })] },
    { name: "two", elements: [question("b")] },
  ],
};

/** How many rows every table of the database holds. */
const rowsEverywhere = async () => {
  const tables = await database.db.introspection.getTables();
  const counts: Record<string, number> = {};
  for (const { name, schema } of tables) {
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from ${sql.table(`${schema}.${name}`)}`.execute(database.db);
    counts[name] = rows[0]?.n ?? 0;
  }
  return counts;
};

describe("a questionnaire in a file", () => {
  test("with errors is refused, with everything that was found", async () => {
    const lead = await desk.signedIn();
    await lead.open(`${desk.base}/questionnaire`);
    const faulty = {
      pages: [
        {
          name: "p",
          elements: [{ type: "file", name: "f", title: "F" }, question("a", { visibleIf: "{gone} = 1" })],
        },
      ],
    };
    await lead.attach("file", { name: "faulty.json", bytes: bytesOf(faulty) });
    await lead.press("See the questionnaire");
    expect(lead.status()).toBe(422);
    const text = await lead.text();
    expect(text).toContain("Questions of type “file” cannot be asked here");
    expect(text).toContain("{gone} is used here");
    expect(text).toContain("cannot be used before the errors have been mended");
    expect(await lead.fields()).not.toContain("version");
  });

  test("is seen first, and stored as a new version when the lead says so", async () => {
    const lead = await desk.signedIn();
    const before = await listInstruments(desk.db, desk.study.studyId);
    await lead.open(`${desk.base}/questionnaire`);
    await lead.attach("file", { name: "new.json", bytes: bytesOf(sound) });
    await lead.press("See the questionnaire");
    expect(lead.status()).toBe(200);
    expect(await listInstruments(desk.db, desk.study.studyId)).toHaveLength(before.length);
    await lead.press("Store the questionnaire");
    expect(await lead.text()).toContain("The questionnaire has been stored.");
    const after = await listInstruments(desk.db, desk.study.studyId);
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)?.instrument.definition).toEqual(sound);
    expect(await desk.acts()).toContain("questionnaire-stored");
  });

  test("as a filled-in template is the same questionnaire", async () => {
    const lead = await desk.signedIn();
    const { bytes } = await writeTemplate(sound, [], "sv");
    await lead.open(`${desk.base}/questionnaire`);
    await lead.attach("file", { name: "mall.xlsx", bytes });
    await lead.press("See the questionnaire");
    await lead.press("Store the questionnaire");
    expect((await listInstruments(desk.db, desk.study.studyId)).at(-1)?.instrument.definition).toEqual(sound);
  });

  test("can take the place of a version that was not used yet, and never of one that was", async () => {
    const fielded = await aDesk(database.db);
    const lead = await fielded.signedIn();
    await loadPeople(fielded, lead);
    await lead.open(`${fielded.base}/questionnaire`);
    await lead.attach("file", { name: "new.json", bytes: bytesOf(sound) });
    await lead.press("See the questionnaire");
    await lead.choose("version", "1");
    const other = await fielded.signedIn();
    await openWave(fielded, other);
    await lead.press("Store the questionnaire");
    expect(lead.status()).toBe(409);
    expect(await lead.text()).toContain("can no longer be replaced");
    const [first] = await listInstruments(fielded.db, fielded.study.studyId);
    expect(first?.instrument.definition).not.toEqual(sound);
  });

  test.each([
    ["nothing", null, "File: choose a file to load."],
    [
      "what is no JSON",
      { name: "a.json", bytes: new TextEncoder().encode("{") },
      "not a SurveyJS questionnaire",
    ],
    ["what is no workbook", { name: "a.xlsx", bytes: new TextEncoder().encode("a;b") }, "not an Excel file"],
  ])("%s is said on the page", async (_, file, said) => {
    const lead = await desk.signedIn();
    await lead.open(`${desk.base}/questionnaire`);
    if (file !== null) await lead.attach("file", file);
    await lead.press("See the questionnaire");
    expect(lead.status()).toBe(422);
    expect(await lead.text()).toContain(said);
  });
});

describe("a stored version", () => {
  test("shows its findings and its pages as respondents see them", async () => {
    const lead = await desk.signedIn();
    await lead.open(`${desk.base}/questionnaire/2`);
    expect(await lead.text()).toContain("Nothing. The questionnaire can be used as it is.");
    const response = await desk.app.request(`${publicUrl}${desk.base}/questionnaire/2`);
    expect(response.status).toBe(303);
  });

  test("comes as a template and as JSON", async () => {
    const lead = await desk.signedIn();
    for (const file of ["questionnaire.xlsx", "instrument.json"]) {
      await lead.open(`${desk.base}/questionnaire/2/${file}`);
      expect(lead.status()).toBe(200);
    }
    await lead.open(`${desk.base}/questionnaire/99`);
    expect(lead.status()).toBe(404);
  });
});

describe("what is under the questionnaire's address", () => {
  const under = ["/1", "/1/try", "/template.xlsx", "/1/questionnaire.xlsx", "/1/instrument.json"];

  test("O1 is not there for evaluators, for leads of other studies, or for those who are not signed in", async () => {
    const [evaluator, visitor] = [await desk.signedIn("evaluator"), desk.visitor()];
    const elsewhere = await aDesk(database.db);
    const stranger = await desk.signedIn("lead", "en", elsewhere.study);
    for (const path of under) {
      for (const person of [evaluator, stranger]) {
        await person.open(`${desk.base}/questionnaire${path}`);
        expect(person.status()).toBe(404);
      }
      await visitor.open(`${desk.base}/questionnaire${path}`);
      expect(visitor.address()).toBe(`${publicUrl}/sign-in`);
    }
  });

  test("cannot be posted to from another website", async () => {
    for (const path of ["/look", "/use", "/1/try"]) {
      const response = await desk.app.request(`${publicUrl}${desk.base}/questionnaire${path}`, {
        method: "POST",
        headers: { origin: "https://evil.example", "content-type": "application/x-www-form-urlencoded" },
        body: "page=first",
      });
      expect(response.status).toBe(403);
    }
  });
});

describe("a test run", () => {
  test("goes through the questionnaire as a respondent does, and leaves no trace", async () => {
    const lead = await desk.signedIn();
    await lead.open(`${desk.base}/questionnaire/2`);
    const before = await rowsEverywhere();
    await lead.press("Start the test run");
    expect(await lead.text()).toContain("Test run: nothing is stored");
    await lead.press("Next");
    expect(lead.status()).toBe(422);
    await lead.choose("q:a", "2");
    await lead.press("Next");
    expect(lead.status()).toBe(200);
    await lead.press("Back");
    await lead.press("Next");
    await lead.choose("q:b", "1");
    await lead.press("Send my answers");
    const text = await lead.text();
    expect(text).toContain("The test run is over");
    expect(text).toMatch(/Question a2/);
    expect(text).toMatch(/a2b1|a2\s*b1/);
    expect(await rowsEverywhere()).toEqual(before);
  });

  test("begins anew where what travels in its page has been tampered with", async () => {
    const lead = await desk.signedIn();
    const before = await rowsEverywhere();
    await lead.open(`${desk.base}/questionnaire/2/try?role=nobody&lang=xx`);
    expect(lead.status()).toBe(200);
    for (const progress of [
      "",
      "{",
      "[]",
      '{"answers":[]}',
      '{"answers":{"a":{"x":[null]}},"donePages":[1]}',
    ]) {
      await lead.open(`${desk.base}/questionnaire/2/try?role=nobody&lang=en`);
      await lead.write("progress", progress);
      await lead.write("page", "gone");
      await lead.press("Next");
      expect(lead.status()).toBe(200);
      expect(await lead.text()).toContain("Question a");
    }
    expect(await rowsEverywhere()).toEqual(before);
  });
});
