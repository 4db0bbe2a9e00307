// Staff accounts and signing in, as a browser sees it.
import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addStaff, listStaff, removeStaffRole } from "../../src/access/add-staff.ts";
import { checkAuditLog } from "../../src/access/audit-log.ts";
import { requestAttempts } from "../../src/access/mail-request.ts";
import { requireStaff, requireStaffOfStudy, type StaffEnv } from "../../src/access/require-staff.ts";
import { accessRoutes } from "../../src/access/routes.tsx";
import type { StaffId, StaffRole } from "../../src/access/staff.ts";
import { mintSignInToken } from "../../src/access/staff-sign-in.ts";
import type { StudyDefinition } from "../../src/study/study.ts";
import { aLoadedStudy } from "../support/a-study.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { memoryKeys } from "../support/memory-keys.ts";

const start = new Date("2026-03-02T09:00:00Z");
const keys = memoryKeys();
const origin = "http://localhost:8080";
let database: TestDatabase;
let study: StudyDefinition;
let clock: Date;
let woken: number;
let app: Hono;
let people = 0;

beforeAll(async () => {
  database = await freshDatabase();
  study = await aLoadedStudy(database.db, start);
  const deps = {
    db: database.db,
    keys,
    randomBytes,
    now: () => clock,
    publicUrl: origin,
    wakeMailer: () => {
      woken += 1;
    },
    callerOf: (c: { req: { header: (name: string) => string | undefined } }) =>
      c.req.header("x-test-caller") ?? null,
  };
  const lead = new Hono<StaffEnv>()
    .use(requireStaff(deps, "lead"))
    .get("/", (c) => c.text(`lead ${c.get("staff").language}`))
    .post("/", (c) => c.text("done"))
    .get("/:study", requireStaffOfStudy("lead"), (c) => c.text(`lead of ${c.req.param("study")}`));
  app = new Hono().route("/", accessRoutes(deps)).route("/lead", lead);
});
beforeEach(() => {
  clock = start;
  woken = 0;
});
afterAll(() => database.close());

const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  app.request(path, {
    method: "POST",
    body: new URLSearchParams(fields).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded", origin, ...headers },
  });
const get = (path: string, cookie = "", headers: Record<string, string> = {}) =>
  app.request(path, { headers: { cookie, ...headers } });
const cookieOf = (response: Response) => (response.headers.get("set-cookie") ?? "").split(";")[0]!;

async function aPerson(role: StaffRole = "lead"): Promise<StaffId> {
  people += 1;
  const request = { email: `staff-${people}@example.org`, role, actor: "operator", now: clock };
  const added = await addStaff(database.db, { keys, randomBytes }, study, request);
  if (added.kind !== "added") throw new Error(added.kind);
  return added.staffId;
}
const aLink = async (staffId: StaffId) =>
  `/sign-in/${await mintSignInToken(database.db, { staffId, now: clock, randomBytes })}`;
const signIn = async (staffId: StaffId) => cookieOf(await post(await aLink(staffId)));

describe("accounts", () => {
  const add = (email: string, role: StaffRole, in_ = study) =>
    addStaff(database.db, { keys, randomBytes }, in_, { email, role, actor: "operator", now: clock });

  test("an address gets a role once, however it is written", async () => {
    expect(await add("Maja@Example.org", "lead")).toMatchObject({ kind: "added" });
    expect(await add(" maja@example.org", "lead")).toMatchObject({ kind: "already" });
    expect(await add("no address", "lead")).toEqual({ kind: "not-an-address" });
    const staff = await listStaff(database.db, keys, study.studyId);
    expect(staff.filter(({ email }) => email === "maja@example.org")).toHaveLength(1);
  });

  test("one person has both roles only where the study says so", async () => {
    await add("both@example.org", "lead");
    expect(await add("both@example.org", "evaluator")).toEqual({ kind: "two-roles-not-allowed" });
    expect(await add("both@example.org", "evaluator", { ...study, onePersonTwoRoles: true })).toMatchObject({
      kind: "added",
    });
  });

  test("two roles given at the same moment are not both given", async () => {
    const outcomes = await Promise.all([
      add("race@example.org", "lead"),
      add("race@example.org", "evaluator"),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["added", "two-roles-not-allowed"]);
  });

  test("O6 giving and taking roles is in the log, without addresses; addresses are sealed", async () => {
    await add("logged@example.org", "lead");
    const checked = await checkAuditLog(database.db, study.studyId);
    expect(checked.kind).toBe("whole");
    const staff = await database.db.selectFrom("staff").selectAll().execute();
    expect(JSON.stringify([checked, staff])).not.toContain("example.org");
  });
});

describe("asking for a sign-in link", () => {
  test("the answer is the same for staff and for strangers, and so is what is kept", async () => {
    await aPerson();
    const asked = [];
    for (const email of [`staff-${people}@example.org`, "stranger@example.org"]) {
      const response = await post("/sign-in", { email });
      asked.push({
        status: response.status,
        location: response.headers.get("location"),
        body: await response.text(),
      });
    }
    expect(asked[0]).toEqual({ status: 303, location: "/sign-in/sent", body: "" });
    expect(asked[1]).toEqual(asked[0]);
    expect(woken).toBe(2);
    const rows = await database.db.selectFrom("mail_request").selectAll().orderBy("requested_at").execute();
    expect(rows.map(({ purpose }) => purpose)).toEqual(["sign_in", "sign_in"]);
    expect(JSON.stringify(rows)).not.toContain("example.org");
    expect(rows[0]!.sealed_address).not.toBe(rows[1]!.sealed_address);
  });

  test("what is no address is said at the field, with what was typed", async () => {
    const response = await post("/sign-in", { email: '"><script>' });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain("name@example.org");
    expect(page).toContain("&quot;&gt;&lt;script&gt;");
  });

  test("one caller is stopped after a while, another is not", async () => {
    const from = (caller: string) =>
      post("/sign-in", { email: "a@example.org" }, { "x-test-caller": caller });
    for (let request = 0; request < requestAttempts.limit; request++) {
      expect((await from("192.0.2.7")).status).toBe(303);
    }
    expect((await from("192.0.2.7")).status).toBe(429);
    expect((await from("192.0.2.8")).status).toBe(303);
  });
});

describe("a sign-in link", () => {
  test("R2 opening it shows a button and uses nothing up, however often", async () => {
    const link = await aLink(await aPerson());
    for (let opening = 0; opening < 3; opening++) {
      const response = await get(link);
      expect(response.status).toBe(200);
      expect(response.headers.get("set-cookie")).toBeNull();
      expect(await response.text()).toContain(`action="${link}"`);
    }
    expect((await post(link)).status).toBe(303);
  });

  test("pressing the button signs in once; the second press says that it was used and offers another", async () => {
    const link = await aLink(await aPerson());
    const first = await post(link);
    expect(first.status).toBe(303);
    expect(first.headers.get("location")).toBe("/lead");
    expect(first.headers.get("set-cookie")).toMatch(/HttpOnly/);
    expect(first.headers.get("set-cookie")).toMatch(/SameSite=Lax/);
    expect((await get("/lead", cookieOf(first))).status).toBe(200);
    const second = await post(link);
    expect(second.status).toBe(410);
    expect(second.headers.get("set-cookie")).toBeNull();
    const page = await second.text();
    expect(page).toContain("already been used");
    expect(page).toContain('href="/sign-in"');
  });

  test("of many presses at once, exactly one signs in", async () => {
    const link = await aLink(await aPerson());
    const presses = await Promise.all(Array.from({ length: 10 }, () => post(link)));
    expect(presses.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(presses.filter(({ status }) => status === 410)).toHaveLength(9);
  });

  test("after a quarter of an hour it is too old, and the page says so", async () => {
    const link = await aLink(await aPerson());
    clock = minutes(14.9);
    expect((await get(link)).status).toBe(200);
    clock = minutes(15);
    for (const response of [await get(link), await post(link)]) {
      expect(response.status).toBe(410);
      expect(await response.text()).toContain("too old");
    }
  });

  test.each([
    "/sign-in/x",
    `/sign-in/${"a".repeat(32)}`,
    "/sign-in/..%2f",
    `/sign-in/${"%C3%A5".repeat(500)}`,
  ])("O4 an invented one is unknown: %.40s", async (path) => {
    for (const response of [await get(path), await post(path)]) {
      expect([404, 410]).toContain(response.status);
      expect(response.headers.get("set-cookie")).toBeNull();
    }
  });

  test("an evaluator begins at the results", async () => {
    expect((await post(await aLink(await aPerson("evaluator")))).headers.get("location")).toBe("/evaluate");
  });

  test("the token is nowhere in the database", async () => {
    const link = await aLink(await aPerson());
    const rows = await database.db.selectFrom("sign_in_token").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(link.split("/").at(-1));
  });
});

describe("a session", () => {
  test("O1 without one a page leads to the sign-in page, and a form says that nothing was carried out", async () => {
    const page = await get("/lead");
    expect([page.status, page.headers.get("location")]).toEqual([303, "/sign-in"]);
    const form = await post("/lead");
    expect(form.status).toBe(401);
    expect(await form.text()).toContain("was not carried out");
  });

  test("ends after an hour without requests and lives on with them, for twelve hours at most", async () => {
    let cookie = await signIn(await aPerson());
    clock = minutes(59);
    const renewed = await get("/lead", cookie);
    expect(renewed.status).toBe(200);
    clock = minutes(61);
    expect((await get("/lead", cookie)).status).toBe(303);
    cookie = cookieOf(renewed);
    for (let minute = 61; minute < 12 * 60; minute += 50) {
      clock = minutes(minute);
      const response = await get("/lead", cookie);
      expect(response.status).toBe(200);
      cookie = cookieOf(response);
    }
    clock = minutes(12 * 60);
    expect((await get("/lead", cookie)).status).toBe(303);
  });

  test("O4 an altered or invented cookie is nobody's", async () => {
    const cookie = await signIn(await aPerson());
    const parts = cookie.split(".");
    const altered = parts.with(3, `${parts[3]!.startsWith("A") ? "B" : "A"}${parts[3]!.slice(1)}`).join(".");
    for (const other of [
      altered,
      "tidvis_staff=",
      "tidvis_staff=x.y.z",
      `tidvis_staff=${"a".repeat(4000)}`,
    ]) {
      expect((await get("/lead", other)).status).toBe(303);
    }
  });

  test("signing out ends it for good, also for a copy of the cookie", async () => {
    const cookie = await signIn(await aPerson());
    const response = await post("/sign-out", {}, { cookie });
    expect(response.headers.get("location")).toBe("/signed-out");
    expect(response.headers.get("set-cookie")).toMatch(/tidvis_staff=;.*Max-Age=0/);
    expect((await get("/lead", cookie)).status).toBe(303);
    expect(await (await get("/signed-out")).text()).toContain("signed out");
  });

  test("O1 a role that was taken away ends with the next request", async () => {
    const staffId = await aPerson();
    const cookie = await signIn(staffId);
    expect((await get("/lead", cookie)).status).toBe(200);
    const removal = { studyId: study.studyId, staffId, role: "lead" as const, actor: "operator", now: clock };
    expect(await removeStaffRole(database.db, removal)).toEqual({ kind: "removed" });
    expect((await get("/lead", cookie)).status).toBe(303);
    expect(await removeStaffRole(database.db, removal)).toEqual({ kind: "had-none" });
  });

  test("O1 another role, or the same role in another study, finds no such page", async () => {
    const evaluator = await signIn(await aPerson("evaluator"));
    expect((await get("/lead", evaluator)).status).toBe(404);
    const lead = await signIn(await aPerson());
    expect((await get(`/lead/${study.studyId}`, lead)).status).toBe(200);
    expect((await get("/lead/another-study", lead)).status).toBe(404);
  });

  test("a form that another website sends is refused", async () => {
    const cookie = await signIn(await aPerson());
    for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }]) {
      expect((await post("/sign-out", {}, { cookie, ...headers })).status).toBe(403);
    }
    expect((await get("/lead", cookie)).status).toBe(200);
  });
});

describe("the language", () => {
  test("is the browser's until one is chosen, and then that", async () => {
    expect(await (await get("/sign-in", "", { "accept-language": "nn-NO" })).text()).toContain('lang="nn"');
    const chosen = await post("/staff/language", { language: "sv", return: "/sign-in?x=1" });
    expect(chosen.headers.get("location")).toBe("/sign-in?x=1");
    const page = await get("/sign-in", cookieOf(chosen), { "accept-language": "nn-NO" });
    expect(await page.text()).toContain('lang="sv"');
  });

  test.each(["https://evil.example", "//evil.example", "/\\evil.example", "/.//evil.example", "evil", ""])(
    "choosing it leads nowhere else: %s",
    async (target) => {
      const response = await post("/staff/language", { language: "sv", return: target });
      const location = new URL(response.headers.get("location")!, origin);
      expect(location.origin).toBe(origin);
    },
  );
});
