// A study with groupings of municipalities beside role and municipality: all are shown, two of them crossed as well,
// and a reader who adds and subtracts everything that was given out finds no hidden count.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registerColumns } from "../../src/change/municipality-columns.ts";
import { jsonb } from "../../src/db/jsonb.ts";
import { exposures, type Secret } from "../../src/disclosure/attack.ts";
import { type Fact, loadSolver } from "../../src/disclosure/linear-program.ts";
import { municipalityOn } from "../../src/registers/municipality.ts";
import { protectedChanges } from "../../src/report/protected-changes.ts";
import type { StudyDefinition } from "../../src/study/study.ts";
import { anEvaluator, type SignedInReader } from "../support/an-evaluator.ts";
import { coreCaseWaves, countWaves } from "../support/core-case-waves.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

const now = new Date("2027-11-02T09:00:00Z");
const breakdowns = ["role", "municipality", "size", "centrality", "role*size", "role*centrality"];
let database: TestDatabase;
let study: StudyDefinition;
let reader: SignedInReader;

beforeAll(async () => {
  database = await freshDatabase();
  study = await coreCaseWaves(database.db);
  const { studyId } = study;
  const groups = [
    { var: "size", levels: ["small", "medium", "large"] },
    { var: "centrality", levels: ["high", "medium", "low"] },
  ];
  const stored = await database.db.selectFrom("study").select("analysis").executeTakeFirstOrThrow();
  const analysis = { ...(stored.analysis as Record<string, unknown>), groups };
  await database.db
    .updateTable("study")
    .set({ analysis: jsonb(analysis) })
    .execute();
  await countWaves(database.db, studyId, { now });
  reader = await anEvaluator(database.db, study, { now });
}, 120_000);
afterAll(() => database.close());

/** Breakdowns that are given; a crossing may be refused. */
async function given(): Promise<Record<string, number | string | null>> {
  const found: Record<string, number | string | null> = {};
  for (const breakdown of breakdowns) {
    const asked = protectedChanges(database.db, { study, waves: ["1", "2"], breakdowns: [breakdown], now });
    Object.assign(found, await asked.catch(() => ({})));
  }
  return found;
}

describe("E4 everything that is given out", () => {
  test("together tells no hidden base of a question within its protection interval", async () => {
    const results = await given();
    const solver = await loadSolver();
    const people = await database.db
      .selectFrom("survey_case")
      .select(["wave_number", "role", "municipality"])
      .execute();
    const groupsOf = ({ role, municipality }: (typeof people)[number]): Record<string, string> => ({
      role,
      municipality,
      ...registerColumns(municipalityOn(study.country, municipality, "2026-10-01")),
    });
    let [shown, hidden] = [0, 0];
    for (const wave of [1, 2] as const) {
      const cells = new Map<string, { groups: Record<string, string>; invited: number }>();
      for (const person of people.filter(({ wave_number }) => wave_number === wave)) {
        const groups = groupsOf(person);
        const key = JSON.stringify(groups);
        cells.set(key, { groups, invited: (cells.get(key)?.invited ?? 0) + 1 });
      }
      const list = [...cells.values()];
      const field = wave === 1 ? "n_a" : "n_b";
      const facts: Fact[] = [];
      const secrets: Secret[] = [];
      for (const [key, value] of Object.entries(results)) {
        const [stat, item, code, group, , name] = key.split("/");
        if (stat !== "change_share" || item !== "collaboration" || code !== "top" || name !== field) continue;
        const conditions = group === "all" ? [] : group!.split("&").map((one) => one.split("="));
        const own = [...list.keys()].filter((at) =>
          conditions.every(([variable, level]) => list[at]!.groups[variable!] === level),
        );
        const terms = own.map((at) => ({ at, times: 1 }));
        const invited = own.reduce((sum, at) => sum + list[at]!.invited, 0);
        if (typeof value === "number") {
          facts.push({ terms, least: value, most: value });
          shown += 1;
        } else if (invited > 0) {
          secrets.push({ name: group!, terms, width: Math.min(4, invited) });
          hidden += 1;
        }
      }
      const most = list.map(({ invited }) => invited);
      expect(exposures(solver, { least: most.map(() => 0), most, facts }, secrets)).toEqual([]);
    }
    expect(shown).toBeGreaterThan(20);
    expect(hidden).toBeGreaterThan(2);
  });

  test("includes two groups crossed on the page, in words", async () => {
    const page = await reader.open(`/evaluate/${study.studyId}/change/1-2/collaboration?cross=role*size`);
    const text = (await page.text()).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
    expect(text).toMatch(/By role and by size of municipality/);
    expect(text).toMatch(
      /Politicians, Medium [^%]*% \d+% [+−]?\d+ [+−]\d+ to [+−]\d+ \d+ and \d+ No verdict/,
    );
    expect(text).toContain("it is not one of the comparisons that were decided on beforehand");
  });
});
