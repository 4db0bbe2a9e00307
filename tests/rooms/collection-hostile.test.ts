// Whatever is sent to the respondents' pages: no page of ours breaks, and nobody else's answers change.
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { collectionRoutes } from "../../src/collection/routes.tsx";
import { aRespondentWorld, everythingStored, origin, type RespondentWorld } from "../support/a-respondent.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { formsIn } from "../support/forms-in.ts";
import { type HostileRequest, hostileRequests, type Loot } from "../support/hostile-request.ts";
import { manyKinds } from "../support/many-kinds.ts";

const secret = "what-only-the-other-person-wrote";
/** The others: one has begun, one has sent. */
const others = [0, 1];
/** The attacker's own cases, each in another situation. */
const own = { fresh: 2, begun: 3, sent: 4, correcting: 5, withdrawn: 6, declined: 7, revoked: 8 };
const caseIds = Object.values(own).map((place) => `case-${String(place + 1).padStart(3, "0")}`);
const memberIds = caseIds.map((id) => id.replace("case", "member"));

let database: TestDatabase;
let world: RespondentWorld;
let loot: Loot;
let before: string;

/** Every address there is, told by the service itself. */
const routes = collectionRoutes({ randomBytes: (length: number) => new Uint8Array(length) } as never)
  .routes.filter(({ method }) => method !== "ALL")
  .map(({ method, path }) => ({ method, path }));

beforeAll(async () => {
  database = await freshDatabase();
  world = await aRespondentWorld(database.db, { people: 9, questionnaire: manyKinds() });
  for (const table of ["case_event", "member_event"]) {
    await sql`alter table ${sql.table(table)} disable trigger all`.execute(database.db);
  }
  loot = await prepared();
  await sql`create table response_before as table response`.execute(database.db);
  before = await othersStored();
});
afterAll(() => database.close());

const send = async (method: string, path: string, pairs: readonly (readonly [string, string])[] = []) =>
  await world.app.request(`${origin}${path}`, {
    method,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    ...(method === "GET" ? {} : { body: new URLSearchParams(pairs.map(([a, b]) => [a, b])).toString() }),
  });

/** What must be chosen for the last page to be reached. */
const wanted = [
  ["q:tasks", "a"],
  ["q:tasks", "b"],
] as const;

/** Goes through to the receipt with as little as possible. */
async function sendAll(place: number): Promise<{ link: string; token: string; word: string }> {
  const link = await world.link(place);
  let at = `/s/${link}`;
  for (let page = 0; page < 40; page += 1) {
    const html = await (await send("GET", at)).text();
    const word = /<p class="word"[^>]*>([^<]+)</.exec(html)?.[1];
    if (word !== undefined) return { link, token: at.split("/").at(-1)!.replace(/\?.*/, ""), word };
    const form = formsIn(html).find(({ action }) => action.includes("/p/"))!;
    const answer = await send("POST", form.action, [...form.pairs, ...wanted, ["press", "next"]]);
    at = answer.headers.get("location") ?? form.action;
  }
  throw new Error(`no receipt, but ${at}`);
}

/** Brings every case into its situation, and takes along whatever its pages give away. */
async function prepared(): Promise<Loot> {
  const write = async (place: number, words: string) =>
    send("POST", `/s/${await world.link(place)}/p/comment`, [
      ["version", "1"],
      ["q:thoughts", words],
      ["press", "later"],
    ]);
  for (const place of [...others, own.begun, own.sent, own.correcting])
    await write(place, others.includes(place) ? secret : "mine");
  await sendAll(1);
  const sent = await sendAll(own.sent);
  const correcting = await sendAll(own.correcting);
  const ownLinks = await Promise.all(
    [own.sent, own.correcting, own.begun].map((place) => world.link(place, { purpose: "own" })),
  );
  await send("POST", `/s/${ownLinks[1]}/own/correct`);
  const links = await Promise.all(Object.values(own).map((place) => world.link(place)));
  const [, , , , withdrawn, declined] = links;
  await send("POST", `/s/${withdrawn}/own/withdraw`, [["scope", "wave"]]);
  await send("POST", `/s/${declined}/decline`, [["stance", "declined"]]);
  await sql`update survey_link set revoked_at = ${world.clock.now} where case_id = ${caseIds.at(-1)}
    and purpose = 'answer'`.execute(database.db);
  const expired = await world.link(own.begun, { expiresAt: new Date("2026-03-02T00:00:00Z") });
  const begun = links[1]!;
  const visits = formsIn(await (await send("GET", `/s/${begun}/p/loop-open`)).text())[0]!;
  await send("POST", visits.action, [...visits.pairs, ["q:visit:*add", "2"]]);
  const forms: Loot["forms"][number][] = [{ part: sent.token, pairs: [["word", sent.word]], offered: [] }];
  for (const { name } of world.instrument.pages) {
    const html = await (await send("GET", `/s/${begun}/p/${name}`)).text();
    forms.push(...formsIn(html).map((form) => ({ ...form, part: name })));
  }
  return {
    links: [begun, ...links, ...ownLinks, expired],
    parts: [...world.instrument.pages.map(({ name }) => name), correcting.token, sent.word],
    forms,
  };
}

/** Everything that is stored, but for what the attacker's own cases hold and how often something was tried. */
async function othersStored(): Promise<string> {
  const tables = JSON.parse(await everythingStored(database.db)) as [string, Record<string, unknown>[]][];
  return JSON.stringify(
    tables
      .filter(([table]) => !["attempt_count", "mail_request"].includes(table))
      .map(([table, rows]) => [
        table,
        rows.filter(
          ({ case_id, member_id, act }) =>
            !caseIds.includes(case_id as string) &&
            !memberIds.includes(member_id as string) &&
            !["answers-withdrawn", "member-withdrawn"].includes(act as string),
        ),
      ]),
  );
}

let lastEvents = "";
/** Puts the attacker's cases back into the situations they were in, so that every request meets them. */
async function putBack(): Promise<void> {
  const { db } = database;
  if (lastEvents === "") {
    const { rows } = await sql<{
      last: string;
    }>`select max(event_number)::text as last from case_event`.execute(db);
    lastEvents = rows[0]!.last;
  }
  await Promise.all([
    sql`delete from case_event where event_number > ${lastEvents}::bigint`.execute(db),
    db.deleteFrom("member_event").where("member_id", "in", memberIds).execute(),
    db.deleteFrom("attempt_count").execute(),
    db.deleteFrom("mail_request").execute(),
    db.deleteFrom("response").where("case_id", "in", caseIds).execute(),
  ]);
  await sql`insert into response select * from response_before where case_id in (${sql.join(caseIds)})`.execute(
    db,
  );
}

async function attack({ method, path, headers, body }: HostileRequest): Promise<void> {
  const answer = await world.app.request(`${origin}${path}`, {
    method,
    headers,
    ...(body === null ? {} : { body }),
  });
  expect(answer.status, `${method} ${path}`).toBeLessThan(500);
  const said = await answer.text();
  expect(said).not.toContain("<script>alert(1)</script>");
  expect(said).not.toContain(secret);
}

/** What has been stored by now is shown without harm, wherever it is shown. */
async function look(at: number): Promise<void> {
  const pages = world.instrument.pages;
  const [begun] = loot.links;
  for (const path of [
    `/p/${pages[at % pages.length]!.name}`,
    "/own",
    "/own/answers.json",
    "/own/answers.txt",
  ]) {
    await attack({ method: "GET", path: `/s/${begun}${path}`, headers: {}, body: null });
  }
}

/** Ten thousand for each address with `npm run verify`; some hundreds in all with `npm test`. */
const [batches, together] = inject("isVerify") ? [200, 50] : [1, 12];
const atOnce = 4;

test.each(routes)(
  "O4 hostile requests to $method $path produce no error of ours and change nothing of another case",
  async (route) => {
    const requests = hostileRequests(route, loot);
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(requests, { minLength: together, maxLength: together, size: "max" }),
        async (sent) => {
          await putBack();
          for (let from = 0; from < sent.length; from += atOnce) {
            await Promise.all(sent.slice(from, from + atOnce).map(attack));
          }
          await look(round++);
        },
      ),
      { numRuns: batches },
    );
    expect(await othersStored()).toBe(before);
  },
  1_800_000,
);
