// Whatever is sent to the respondents' pages: no page of ours breaks, and nobody else's answers change.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aRespondentWorld, origin, post, type RespondentWorld } from "../support/a-respondent.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let world: RespondentWorld;
beforeAll(async () => {
  database = await freshDatabase();
  world = await aRespondentWorld(database.db, { people: 2 });
});
afterAll(() => database.close());

const nasty = fc.oneof(
  fc.constantFrom(
    "\0",
    "%00",
    "%",
    "%zz",
    "'; drop table response; --",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "__proto__",
    "constructor",
    "toString",
    "null",
    "undefined",
    "NaN",
    "-1",
    "1e999",
    "\u202e",
    "💣",
    "{{7*7}}",
    "#{1}",
    "\ud800",
    "A".repeat(5000),
    '{"a":1}',
    "first",
    "middle",
    "last",
    "yes",
    "no",
    "1",
    "declined",
    "study",
    "wave",
    "sv",
    "xx",
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
);
const field = fc.oneof(
  fc.constantFrom(
    "version",
    "language",
    "press",
    "token",
    "shown",
    "show-in",
    "stance",
    "on",
    "word",
    "scope",
    "answer",
    "code",
    "email",
    "q:meets",
    "q:why_not",
    "q:effects:skill",
    "q:topics",
    "q:times",
    "q:more",
    "q:__proto__",
    "q:",
  ),
  nasty,
);
const wellFormed = (text: string) => text.toWellFormed();
const path = fc.oneof(
  fc.constantFrom(
    "",
    "/p/first",
    "/p/middle",
    "/p/last",
    "/decline",
    "/undo",
    "/own/word",
    "/own/correct",
    "/own/keep",
    "/own/further-waves",
    "/later",
    "/own",
    "/receipt/x",
    "/privacy",
  ),
  nasty.map((part) => `/p/${encodeURIComponent(wellFormed(part))}`),
  nasty.map((part) => `/receipt/${encodeURIComponent(wellFormed(part))}`),
  fc.constantFrom("/p/%E0%A4%A", "/p/%00", "//p//first", "/p/first/", "/own/answers.json"),
);
const request = fc.record({
  path,
  method: fc.constantFrom("GET", "POST", "POST", "POST", "HEAD", "PUT"),
  type: fc.constantFrom(
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json",
    "",
  ),
  fields: fc.array(fc.tuple(field, nasty), { maxLength: 8 }),
  query: fc.option(fc.tuple(fc.constantFrom("lang", "notice", "undone", "x"), nasty)),
  isKnownLink: fc.boolean(),
});

test("O4 hostile requests produce no error of ours and change nothing of another case", async () => {
  const mine = await world.link(0);
  const theirs = await world.link(1);
  const first = { version: "1", language: "sv", press: "next", shown: ["q:meets"], "q:meets": "yes" };
  await post(world, `/s/${theirs}/p/first`, first);
  const before = JSON.stringify(await world.response(1));
  await fc.assert(
    fc.asyncProperty(request, nasty, async (sent, otherLink) => {
      const link = sent.isKnownLink ? mine : encodeURIComponent(wellFormed(otherLink)) || "x";
      const query = sent.query === null ? "" : `?${new URLSearchParams([sent.query.map(wellFormed)])}`;
      const body = new URLSearchParams(sent.fields.map(([name, value]) => [name, value])).toString();
      const answer = await world.app.request(`${origin}/s/${link}${sent.path}${query}`, {
        method: sent.method,
        headers: { "content-type": sent.type },
        ...(["GET", "HEAD"].includes(sent.method) ? {} : { body }),
      });
      expect(answer.status, `${sent.method} ${sent.path}`).toBeLessThan(500);
      expect(await answer.text()).not.toContain("<script>alert(1)</script>");
    }),
    { numRuns: 250 },
  );
  for (const door of ["/code", "/lost"]) {
    await fc.assert(
      fc.asyncProperty(fc.tuple(field, nasty), async ([name, value]) => {
        const answer = await post(world, door, { [name]: value, language: "sv" });
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 25 },
    );
  }
  expect(JSON.stringify(await world.response(1))).toBe(before);
}, 120_000);
