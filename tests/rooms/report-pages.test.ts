// The evaluator's pages as a reader meets them: who may open them, what they say, and what they never say.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LanguageCode, languageCodes } from "../../src/language/language-code.ts";
import { protectedChanges } from "../../src/report/protected-changes.ts";
import type { StudyDefinition } from "../../src/study/study.ts";
import { anEvaluator, type SignedInReader } from "../support/an-evaluator.ts";
import { coreCaseWaves, countWaves, expectedFigures } from "../support/core-case-waves.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

const now = new Date("2027-11-02T09:00:00Z");
const items = ["takes_part", "collaboration", "service_points", "local_service", "group_ability"];
let database: TestDatabase;
let study: StudyDefinition;
let reader: SignedInReader;
let base: string;

beforeAll(async () => {
  database = await freshDatabase();
  study = await coreCaseWaves(database.db);
  base = `/evaluate/${study.studyId}`;
  await countWaves(database.db, study.studyId, { now });
  reader = await anEvaluator(database.db, study, { now });
}, 120_000);
afterAll(() => database.close());

/** The words of a page: markup away, spaces folded. */
async function textOf(path: string, language: LanguageCode = "en"): Promise<string> {
  const answer = await reader.open(path, language);
  expect(answer.status).toBe(200);
  const html = await answer.text();
  return html
    .replace(/<style.*?<\/style>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&(quot|#39|amp);/g, "'")
    .replace(/[\s\u00a0]+/g, " ");
}

const R = (item: string, field: string, group = "all") =>
  expectedFigures()[`change_share/${item}/top/${group}/1-2/${field}`] as number;
const rounded = (value: number) => Math.sign(value) * Math.floor(Math.abs(value) * 100 + 0.5 + 1e-7);
const signed = (points: number) => (points > 0 ? `+${points}` : String(points).replace("-", "−"));

describe("who may open the evaluator's pages", () => {
  const pages = () => [
    "/evaluate",
    base,
    `${base}/method`,
    `${base}/change/1-2`,
    `${base}/change/1-2/takes_part`,
    `${base}/wave/1`,
    `${base}/wave/1/takes_part`,
  ];

  test("nobody who is not signed in", async () => {
    for (const page of pages()) {
      const answer = await reader.app.request(page);
      expect([answer.status, answer.headers.get("Location")], page).toEqual([303, "/sign-in"]);
    }
  });

  test("not the lead of the study", async () => {
    const lead = await anEvaluator(database.db, study, { role: "lead", now });
    for (const page of pages()) expect((await lead.open(page)).status, page).toBe(404);
  });

  test("the evaluator, with pages that no cache keeps and that run no script", async () => {
    for (const page of pages()) {
      const answer = await reader.open(page);
      expect(answer.status, page).toBe(200);
      expect(answer.headers.get("Cache-Control")).toBe("no-store");
      const html = await answer.text();
      expect(html).not.toMatch(/ style=|<script/);
      const nonce = /<style nonce="([^"]+)"/.exec(html)?.[1];
      expect(answer.headers.get("Content-Security-Policy")).toContain(`'nonce-${nonce}'`);
    }
  });

  test("and nobody finds what is not there", async () => {
    const missing = [
      "/change/2-1",
      "/change/1-3",
      "/change/1-2/nothing",
      "/wave/3",
      "/wave/1/anything_else",
      "/x",
    ];
    for (const page of missing) expect((await reader.open(`${base}${page}`)).status, page).toBe(404);
    expect((await reader.open("/evaluate/another-study")).status).toBe(404);
  });
});

describe("the study's page", () => {
  test("L8 says how many answered each wave, and names the rate", async () => {
    const text = await textOf(base);
    expect(text).toMatch(/Wave 1 101 of 140 72% Closed 1 October 2026 to 28 October 2026/);
    expect(text).toContain("RR2 is the share of all who were asked");
    const byGroup = await textOf(`${base}?answered=groups`);
    expect(byGroup).toMatch(/Politicians 28 of 43 65% 30 of 43 70%/);
  });

  test("publishes nothing by being opened, as long as nobody asks who answered by group", async () => {
    const inLedger = () =>
      database.db
        .selectFrom("published_table")
        .select("table_id")
        .where("table_id", "like", "response/%")
        .where("first_shown_at", "is not", null)
        .execute();
    const before = (await inLedger()).length;
    expect(await textOf(base)).not.toContain("Politicians");
    expect(await inLedger()).toHaveLength(before);
  });

  test("E4 hides a small municipality, and one more so that it cannot be worked out", async () => {
    const text = await textOf(`${base}?answered=groups`);
    expect(text).toMatch(/Flen hidden of 12 hidden/);
    expect(text).toMatch(/Storuman hidden of 11 hidden/);
  });

  test("leads to what changed and to each wave", async () => {
    const html = await (await reader.open(base)).text();
    for (const path of ["/change/1-2", "/wave/1", "/wave/2"]) expect(html).toContain(`href="${base}${path}"`);
  });
});

describe("E2 what changed", () => {
  test("gives every question its levels, change and interval as R has them, rounded", async () => {
    const text = await textOf(`${base}/change/1-2`);
    for (const item of items) {
      const row = [
        `${rounded(R(item, "est_a"))}%`,
        `${rounded(R(item, "est_b"))}%`,
        signed(rounded(R(item, "est"))),
        `${signed(rounded(R(item, "ci_lo")))} to ${signed(rounded(R(item, "ci_hi")))}`,
        `${R(item, "n_a")} and ${R(item, "n_b")}`,
      ];
      expect(text).toContain(row.join(" "));
    }
  });

  test.each([
    ["sv", "Andelen har ökat med 21 procentenheter, från 43 till 63 procent."],
    ["nb", "Andelen har økt med 21 prosentpoeng, fra 43 til 63 prosent."],
    ["nn", "Delen har auka med 21 prosentpoeng, frå 43 til 63 prosent."],
    ["en", "The share has risen by 21 percentage points, from 43 to 63 per cent."],
  ] as const)("says it in a sentence in the reader's language, %s", async (language, sentence) => {
    expect(await textOf(`${base}/change/1-2`, language)).toContain(sentence);
  });

  test("tells how many answered both times, and how many comparisons the verdicts allow for", async () => {
    const text = await textOf(`${base}/change/1-2`);
    expect(text).toContain(
      "Based on 91 answers in wave 1 and 93 answers in wave 2. 67 people answered both times.",
    );
    expect(text).toContain("75 comparisons");
  });

  test("does not change a verdict with the smallest change worth mentioning, only the remark", async () => {
    const text = await textOf(`${base}/change/1-2?mention=30`);
    expect(text).toContain("The share has risen by 21 percentage points");
    expect(text).toContain("below the limit for changes worth mentioning, 30 percentage points");
    expect(await textOf(`${base}/change/1-2`)).not.toContain("below the limit");
  });

  test("says what is wrong with a limit that is no number, and keeps what was typed", async () => {
    const answer = await reader.open(`${base}/change/1-2?mention=%3Cb%3Efem`);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain("Write a whole number from 0 to 50.");
    expect(html).toContain('value="&lt;b&gt;fem"');
  });

  test("withholds what people wrote in their own words, and says so", async () => {
    expect(await textOf(`${base}/change/1-2`)).toContain("are withheld for now");
    const written = await database.db.selectFrom("response").select("answers").execute();
    const texts = written
      .map(({ answers }) => (answers as Record<string, string> | null)?.anything_else ?? "")
      .filter((text) => text.length > 8);
    expect(texts.length).toBeGreaterThan(20);
    for (const path of ["/change/1-2", "/wave/1", "/wave/2", ""]) {
      const page = await textOf(`${base}${path}`);
      for (const text of texts) expect(page).not.toContain(text);
    }
  });
});

describe("one question", () => {
  test("shows the same rounded share in chart and table", async () => {
    const html = await (await reader.open(`${base}/change/1-2/collaboration`)).text();
    const said = /Wave 1: (.*?); Wave 2/.exec(html)![1]!;
    expect(said).toBe(
      "Very well 7%, Rather well 36%, Neither well nor poorly 30%, Rather poorly 19%, Very poorly 9%",
    );
    for (const share of ["7%", "36%", "30%", "19%", "9%"])
      expect(html).toContain(`<td class="number">${share}</td>`);
  });

  test("E4 gives a hidden municipality neither figure nor mark", async () => {
    const text = await textOf(`${base}/change/1-2/collaboration`);
    expect(text).toMatch(/Flen hidden hidden hidden hidden hidden Hidden/);
    expect(text).toContain("Flen Not shown: fewer than 5 answers");
  });

  test("E2 says of groups below twenty that they are too few", async () => {
    const text = await textOf(`${base}/change/1-2/collaboration`);
    expect(text).toMatch(
      /Arvidsjaur There are too few answers to say whether anything has changed: 7 answers/,
    );
  });

  test("leads on to the next question, with the limit carried along", async () => {
    const html = await (await reader.open(`${base}/change/1-2/collaboration?mention=10`)).text();
    expect(html).toContain(`href="${base}/change/1-2/service_points?mention=10"`);
    expect(html).toContain(`href="${base}/change/1-2/takes_part?mention=10"`);
  });

  test.each(languageCodes)("has no word of another language or of the program in %s", async (language) => {
    const paths = ["", "/change/1-2", "/change/1-2/takes_part", "/wave/1", "/wave/1/takes_part", "/method"];
    for (const path of paths) {
      const text = await textOf(`${base}${path}`, language);
      expect(text).not.toMatch(/undefined|NaN|\[object|null|cannot-tell|no-sign/);
      if (language !== "en") expect(text).not.toMatch(/ (the|hidden|answers|wave) /i);
    }
  });
});

describe("one wave", () => {
  test("gives each share with its interval and base", async () => {
    const level = (field: string) => expectedFigures()[`share/takes_part/top/all/1/${field}`] as number;
    const row = `${rounded(level("est"))}% ${rounded(level("wilson_lo"))}% to ${rounded(level("wilson_hi"))}% ${level("n")}`;
    expect(await textOf(`${base}/wave/1`)).toContain(row);
  });
});

describe("E6 the note on method", () => {
  test("names program, questionnaire and fingerprint of the counts", async () => {
    const { provenance } = await database.db
      .selectFrom("cube")
      .select("provenance")
      .where("waves", "=", "1-2")
      .executeTakeFirstOrThrow();
    const text = await textOf(`${base}/method`);
    expect(text).toContain("1.2.3");
    expect(text).toContain((provenance.checksum as string).slice(0, 12));
  });
});

describe("E4 the ledger", () => {
  test("holds every table that a page has shown, as it was shown", async () => {
    await reader.open(`${base}/change/1-2/local_service`);
    const rows = await database.db
      .selectFrom("published_table")
      .select(["table_id", "waves", "specification"])
      .execute();
    const ids = rows.map((row) => row.table_id);
    for (const breakdown of ["all", "role", "municipality"]) {
      expect(ids).toContain(`change/1-2/local_service/top/${breakdown}`);
    }
    expect(ids).toContain("distribution/1/local_service");
    const change = rows.find((row) => row.table_id === "change/1-2/local_service/top/role")!;
    expect(change.waves).toEqual([1, 2]);
    expect(change.specification).toMatchObject({ item: "local_service", minimumBase: 5, program: "1.2.3" });
  });

  test("E4 holds no figure finer than whole per cent, one decimal or a count", async () => {
    const rows = await database.db.selectFrom("published_table").select("content").execute();
    const numbers = [...JSON.stringify(rows).matchAll(/"value":(-?[\d.e-]+)/g)].map((match) =>
      Number(match[1]),
    );
    expect(numbers.length).toBeGreaterThan(300);
    for (const value of numbers) expect(Math.abs(value * 1000 - Math.round(value * 1000))).toBeLessThan(1e-6);
  });
});

describe("figures for the command line", () => {
  test("are the pages' figures under the names of the analysis folder", async () => {
    const breakdowns = ["role", "municipality"];
    const results = await protectedChanges(database.db, { study, waves: ["1", "2"], breakdowns, now });
    const at = (group: string, field: string) =>
      results[`change_share/collaboration/top/${group}/1-2/${field}`];
    expect([at("all", "est"), at("all", "n_ab"), at("all", "verdict")]).toEqual([0.21, 67, "changed"]);
    expect(at("municipality=0482", "est")).toBe("hidden");
    expect(at("municipality=0765", "n_a")).toEqual(expect.any(Number));
    expect(results["bh_family/////m"]).toBe(75);
    expect(results["comparability/collaboration///1-2/status"]).toBe("identical");
  });
});

test("E4 figures by groups that the study does not have, or crossed where most would be hidden, are refused with the reason", async () => {
  const crossed = protectedChanges(database.db, {
    study,
    waves: ["1", "2"],
    breakdowns: ["role*municipality"],
    now,
  });
  await expect(crossed).rejects.toThrow("too few people");
  const text = await textOf(`${base}/change/1-2/collaboration?cross=role*municipality`);
  expect(text).toContain("More than half of the groups would have fewer than 5 answers.");
  const asked = protectedChanges(database.db, { study, waves: ["1", "2"], breakdowns: ["county"], now });
  await expect(asked).rejects.toThrow("county");
});

test("E3 a wave that is open again gives no figures", async () => {
  await database.db.updateTable("wave").set({ closed_at: null }).where("wave_number", "=", 2).execute();
  expect((await reader.open(`${base}/change/1-2`)).status).toBe(404);
  expect((await reader.open(`${base}/wave/2`)).status).toBe(404);
  expect(await textOf(base)).toContain("Wave 2 is open. Its figures are made when it closes.");
});
