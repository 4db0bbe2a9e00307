// Pages with loops and tables: turns come and go by buttons, mistakes are said with their turn, and nothing is lost.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { respondent as english } from "../../src/language/en/respondent.ts";
import { aRespondentWorld, post, type RespondentWorld } from "../support/a-respondent.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { formsIn } from "../support/forms-in.ts";
import { manyKinds } from "../support/many-kinds.ts";

let database: TestDatabase;
let world: RespondentWorld;
const kinds = ["loop-open", "table-growing", "table-rows", "multipletext", "special-choices"] as const;

beforeAll(async () => {
  database = await freshDatabase();
  const questionnaire = manyKinds(kinds, { isStrict: true });
  world = await aRespondentWorld(database.db, { people: 4, questionnaire });
});
afterAll(() => database.close());

/** Opens a page, and sends its form with these fields on top. */
async function send(link: string, page: string, fields: Record<string, string>): Promise<Response> {
  const html = await (await world.app.request(`/s/${link}/p/${page}?lang=en`)).text();
  const form = formsIn(html).find(({ action }) => action.includes("/p/"))!;
  const filled: Record<string, string | string[]> = {};
  for (const [name, value] of form.pairs) filled[name] = [...[filled[name] ?? []].flat(), value];
  return await post(world, form.action, { ...filled, ...fields });
}

describe("a loop without script", () => {
  test("R3 the same form sent twice adds one turn, and leads to it", async () => {
    const link = await world.link(0);
    const html = await (await world.app.request(`/s/${link}/p/loop-open?lang=en`)).text();
    const { action, pairs, offered } = formsIn(html).find(({ action }) => action.includes("/p/"))!;
    const [name, goal] = offered.find(([button]) => button.endsWith(":*add"))!;
    const shown = pairs.filter(([field]) => field === "shown").map(([, field]) => field);
    const form = { ...Object.fromEntries(pairs), shown, "q:visit:0:place": "Lund", [name]: goal };
    const [once, twice] = [await post(world, action, form), await post(world, action, form)];
    expect(once.headers.get("location")).toMatch(/\/p\/loop-open(\?lang=en)?#q%3Avisit%3A1$/);
    expect(twice.status).toBe(303);
    expect((await world.response(0))?.draft).toEqual({ visit: [{ place: "Lund" }, {}] });
  });

  test("a mistake is said with its turn, or its row, and leads to its field", async () => {
    const link = await world.link(0);
    const visits = await (await send(link, "loop-open", { press: "next" })).text();
    expect(visits).toMatch(/href="#q%3Avisit%3A1%3Aplace">[^<]*2: Where\? /);
    const staff = await (await send(link, "table-rows", { "q:staff:day:full": "2", press: "next" })).text();
    expect(staff).toMatch(/href="#q%3Astaff%3Anight%3Afull">By night: Full time: /);
    expect((await world.response(0))?.draft).toMatchObject({ staff: { day: { full: 2 } } });
  });
});

describe("what a browser holds to and a form alone does not", () => {
  test("a text beside a choice is not longer than it may be", async () => {
    const long = "x".repeat(100_000);
    const link = await world.link(1);
    const fields = { "q:travel": "other", "q:travel:*comment": long, press: "next" };
    const answer = await send(link, "special-choices", fields);
    const limit = /id="q:travel:\*comment"[^>]*maxlength="(\d+)"/.exec(await answer.text())?.[1];
    expect([answer.status, limit === undefined]).toEqual(limit === undefined ? [303, true] : [422, false]);
  });
});

test("R5 the link goes on at the first page that was left without an answer", async () => {
  const link = await world.link(2);
  await send(link, "loop-open", { "q:visit:0:place": "Lund", press: "next" });
  await send(link, "table-growing", { press: "next" });
  await send(link, "table-rows", { "q:staff:day:full": "1", "q:staff:night:full": "0", press: "next" });
  const page = await (await world.app.request(`/s/${link}?lang=en`)).text();
  expect(formsIn(page).map(({ action }) => action.replace(/.*\/p\//, "").replace(/\?.*/, ""))).toContain(
    "table-growing",
  );
});

test("turns in which nothing is said are no answer: sending them is asked about first", async () => {
  const empty = await aRespondentWorld(database.db, {
    people: 1,
    questionnaire: manyKinds(["table-growing"]),
  });
  const link = await empty.link(0);
  const form = {
    version: "1",
    language: "en",
    press: "next",
    shown: ["q:trips", "q:trips:0:to", "q:trips:0:by"],
  };
  const answer = await post(empty, `/s/${link}/p/table-growing`, form);
  expect(answer.headers.get("location")).toContain("notice=blank");
  const page = await (await empty.app.request(answer.headers.get("location")!)).text();
  expect(page).toContain(english.notice.blank.title);
});
