// Whatever is sent to the respondents' pages: no page of ours breaks, and nobody else's answers change.
import fc from "fast-check";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { aRespondentWorld, origin, post, type RespondentWorld } from "../support/a-respondent.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let world: RespondentWorld;
beforeAll(async () => {
  database = await freshDatabase();
  world = await aRespondentWorld(database.db, { people: 2 + underLink.length });
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
/** Every place under a link, with what stands for its parts; a test below holds the list complete. */
const underLink = [
  "",
  "/p/:page",
  "/p/:page/keep",
  "/later",
  "/receipt/:token",
  "/privacy",
  "/own",
  "/own/word",
  "/own/answers.json",
  "/own/answers.txt",
  "/own/correct",
  "/own/keep",
  "/own/further-waves",
  "/own/withdraw",
  "/decline",
  "/declined",
  "/undo",
];
const part = fc.oneof(
  fc.constantFrom("first", "middle", "last", "%E0%A4%A", "%00", "A".repeat(22)),
  nasty.map((text) => encodeURIComponent(wellFormed(text))),
);
const strange = fc.constantFrom("//p//first", "/p/first/", "/own/answers.json/x", "/p", "/p/first/keep/keep");
const request = fc.record({
  part,
  strange: fc.option(strange, { freq: 12 }),
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

/** Ten thousand for each place with `npm run verify`; some hundreds in all with `npm test`. */
const runs = inject("isVerify") ? 10_000 : 15;

test("every route under a link is among those that are attacked", () => {
  const known = new Set(["/s/:link*", ...underLink.map((path) => `/s/:link${path}`)]);
  const missing = world.app.routes.filter(({ path }) => path.startsWith("/s/:") && !known.has(path));
  expect(missing.map(({ path }) => path)).toEqual([]);
});

test.each(underLink)(
  "O4 hostile requests to /s/<link>%s produce no error of ours and change nothing of another case",
  async (place) => {
    const mine = await world.link(2 + underLink.indexOf(place));
    const theirs = await world.link(1);
    const first = { version: "1", language: "sv", press: "next", shown: ["q:meets"], "q:meets": "yes" };
    await post(world, `/s/${theirs}/p/first`, first);
    const before = JSON.stringify(await world.response(1));
    await fc.assert(
      fc.asyncProperty(request, nasty, async (sent, otherLink) => {
        const link = sent.isKnownLink ? mine : encodeURIComponent(wellFormed(otherLink)) || "x";
        const query = sent.query === null ? "" : `?${new URLSearchParams([sent.query.map(wellFormed)])}`;
        const body = new URLSearchParams(sent.fields.map(([name, value]) => [name, value])).toString();
        const path = sent.strange ?? place.replace(/:\w+/, sent.part);
        const answer = await world.app.request(`${origin}/s/${link}${path}${query}`, {
          method: sent.method,
          headers: { "content-type": sent.type },
          ...(["GET", "HEAD"].includes(sent.method) ? {} : { body }),
        });
        expect(answer.status, `${sent.method} ${path}`).toBeLessThan(500);
        expect(await answer.text()).not.toContain("<script>alert(1)</script>");
      }),
      { numRuns: runs },
    );
    expect(JSON.stringify(await world.response(1))).toBe(before);
  },
  1_800_000,
);

test.each(["/", "/code", "/lost", "/lost/sent", "/accessibility"])(
  "O4 hostile requests to %s produce no error of ours and change nothing",
  async (door) => {
    const before = JSON.stringify(await world.response(1));
    await fc.assert(
      fc.asyncProperty(request, async ({ method, type, fields, query }) => {
        const asked = query === null ? "" : `?${new URLSearchParams([query.map(wellFormed)])}`;
        const answer = await world.app.request(`${origin}${door}${asked}`, {
          method,
          headers: { "content-type": type },
          ...(["GET", "HEAD"].includes(method)
            ? {}
            : {
                body: new URLSearchParams([...fields, ["language", "sv"]] as [string, string][]).toString(),
              }),
        });
        expect(answer.status).toBeLessThan(500);
        expect(await answer.text()).not.toContain("<script>alert(1)</script>");
      }),
      { numRuns: runs },
    );
    expect(JSON.stringify(await world.response(1))).toBe(before);
  },
  1_800_000,
);
