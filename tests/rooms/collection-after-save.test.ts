// The page that a save leads to, asked for over the same connection: what a reading of the case would have shown.
import { afterAll, beforeAll, expect, test } from "vitest";
import { respondent as swedish } from "../../src/language/sv/respondent.ts";
import { aRespondentWorld, type RespondentWorld } from "../support/a-respondent.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const get = async (world: RespondentWorld, path: string, connection: object): Promise<string> =>
  (await world.app.request(path, {}, { connection })).text();

const send = (world: RespondentWorld, path: string, pairs: string[][], connection: object) =>
  world.app.request(
    path,
    {
      method: "POST",
      body: new URLSearchParams([
        ["version", "1"],
        ["language", "sv"],
        ["press", "next"],
        ...pairs,
      ]).toString(),
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    },
    { connection },
  );

/** Nonces and tokens are new each time. */
const lasting = (page: string): string =>
  page.replaceAll(/nonce="[^"]+"/g, "").replaceAll(/name="token" value="[^"]+"/g, "");

const first = [
  ["shown", "q:meets"],
  ["shown", "q:why_not"],
  ["q:meets", "no"],
  ["q:why_not", "time"],
];

test("a page and the receipt are those that everybody else would be shown", async () => {
  const world = await aRespondentWorld(database.db);
  const link = await world.link();
  const [here, elsewhere] = [{}, {}];
  for (const [page, pairs] of [
    ["first", first],
    [
      "last",
      [
        ["shown", "q:times"],
        ["shown", "q:more"],
        ["q:times", "3"],
      ],
    ],
  ] as const) {
    await get(world, `/s/${link}/p/${page}`, here);
    const answer = await send(world, `/s/${link}/p/${page}`, pairs as string[][], here);
    const next = answer.headers.get("location")!;
    const shown = await get(world, next, here);
    expect(lasting(shown)).toBe(lasting(await get(world, next, elsewhere)));
    expect(shown).toContain(page === "first" ? "Hur många gånger?" : swedish.receipt.wordTitle);
  }
});

test("it is shown once, soon, and to no other link", async () => {
  const world = await aRespondentWorld(database.db);
  const link = await world.link();
  const other = await world.link(1);
  const start = world.clock.now;
  const saved = async () => {
    const connection = {};
    world.clock.now = start;
    expect((await send(world, `/s/${link}/p/first`, first, connection)).status).toBe(303);
    return connection;
  };
  const connections = [await saved(), await saved(), await saved(), await saved()];
  await world.close();
  const last = `/s/${link}/p/last`;
  expect((await get(world, last, connections[0]!)).includes("Hur många gånger?")).toBe(true);
  expect((await get(world, last, connections[0]!)).includes(swedish.situation.closed.title)).toBe(true);
  expect(
    (await get(world, `/s/${other}?lang=sv`, connections[1]!)).includes(swedish.situation.closed.title),
  ).toBe(true);
  expect((await get(world, last, connections[1]!)).includes(swedish.situation.closed.title)).toBe(true);
  await send(world, `/s/${link}/p/last`, [], connections[2]!);
  expect((await get(world, last, connections[2]!)).includes(swedish.situation.closed.title)).toBe(true);
  world.clock.now = new Date(start.getTime() + 2000);
  expect((await get(world, last, connections[3]!)).includes(swedish.situation.closed.title)).toBe(true);
});
