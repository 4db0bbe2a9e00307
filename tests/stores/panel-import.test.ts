// L5: a list of people is taken in whole or not at all, and only as it was shown.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ImportRequest, importPanel, previewImport } from "../../src/panel/import/import-panel.ts";
import { agreeWithAll } from "../../src/panel/import/match-members.ts";
import type { PanelFile } from "../../src/panel/import/read-panel-file.ts";
import { readPanel } from "../../src/panel/read-panel.ts";
import { membersOnDate } from "../../src/panel/seat-store.ts";
import { loadStudy } from "../../src/study/load-study.ts";
import { readStudyFolder } from "../../src/study/read-study-folder.ts";
import type { StudyId } from "../../src/study/study.ts";
import { aMember } from "../support/a-panel.ts";
import { aLoadedStudy } from "../support/a-study.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { plainVault } from "../support/plain-vault.ts";

const now = new Date("2026-09-01T09:00:00Z");
const surveys = join(import.meta.dirname, "../../surveys");
let database: TestDatabase;
let count = 0;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function aStudyId(): Promise<StudyId> {
  count += 1;
  const { studyId } = await aLoadedStudy(database.db, now, { studyId: `import-${count}` as StudyId });
  return studyId;
}
const csv = (...lines: string[]) => ({
  name: "people.csv",
  bytes: new TextEncoder().encode(["id;namn;e-post;roll;kommun", ...lines].join("\n")),
});
const request = (studyId: StudyId, file: ImportRequest["file"], change: object = {}) => ({
  studyId,
  file,
  options: { asOf: "2026-09-01", absent: "keep" as const },
  choices: {},
  randomBytes,
  seen: null,
  actor: "lead-1",
  now,
  ...change,
});
const run = (studyId: StudyId, file: ImportRequest["file"], change: object = {}) =>
  importPanel(database.db, plainVault, request(studyId, file, change));
const preview = (studyId: StudyId, file: ImportRequest["file"], change: object = {}) =>
  previewImport(database.db, plainVault, request(studyId, file, change));
const panelOf = (studyId: StudyId) => readPanel(database.db, plainVault, studyId);
const kindsOf = (result: { kind: string } | PanelFile) =>
  result.kind === "refused" && "problems" in result ? result.problems.map(({ kind }) => kind) : result.kind;

describe("L5 an import", () => {
  test("takes in everybody, sealed, with their seats", async () => {
    const studyId = await aStudyId();
    const file = csv("1;Åsa Öberg;asa@example.org;politiker;Flen", "2;Bo Ek;;tjänsteperson;2039");
    expect(await run(studyId, file)).toMatchObject({
      kind: "imported",
      plan: { rows: [{ row: 2 }, { row: 3 }] },
    });
    const panel = await panelOf(studyId);
    expect(panel.people).toMatchObject([
      { memberId: "1", contact: { name: "Åsa Öberg", email: "asa@example.org" }, language: "sv" },
      { memberId: "2", contact: { name: "Bo Ek", email: null } },
    ]);
    expect(await membersOnDate(database.db, studyId, "2026-09-01")).toMatchObject([
      { memberId: "1", role: "politician", municipality: "0482", hasEmail: true },
      { memberId: "2", role: "official", municipality: "2039", hasEmail: false },
    ]);
  });

  test("with one wrong row takes in nobody", async () => {
    const studyId = await aStudyId();
    const file = csv("1;Åsa Öberg;asa@example.org;politiker;Flen", "2;Bo Ek;;tjänsteperson;Nowhere");
    expect(kindsOf(await run(studyId, file))).toEqual(["unknown-municipality"]);
    expect(await panelOf(studyId)).toEqual({ people: [], seats: [], tenures: [] });
  });

  test("that fails in the database takes in nobody", async () => {
    const studyId = await aStudyId();
    const failing = { ...plainVault, sealContact: () => Promise.reject(new Error("no key")) };
    const file = csv("1;Åsa Öberg;;politiker;Flen");
    await expect(importPanel(database.db, failing, request(studyId, file))).rejects.toThrow("no key");
    expect(await panelOf(studyId)).toEqual({ people: [], seats: [], tenures: [] });
  });

  test("is only shown by a preview", async () => {
    const studyId = await aStudyId();
    expect(await preview(studyId, csv("1;Åsa;;politiker;Flen"))).toMatchObject({ kind: "preview" });
    expect(await panelOf(studyId)).toEqual({ people: [], seats: [], tenures: [] });
    expect(await preview("nothing" as StudyId, csv())).toEqual({ kind: "no-such-study" });
    const options = { asOf: "soon", absent: "keep" };
    expect(await preview(studyId, csv(), { options })).toEqual({ kind: "bad-date" });
  });

  test("goes through if nothing has changed since the preview, and is refused if anything has", async () => {
    const studyId = await aStudyId();
    const file = csv("1;Åsa Öberg;asa@example.org;politiker;Flen");
    const shown = await preview(studyId, file);
    const seen = shown.kind === "preview" ? shown.fingerprint : "";
    const other = csv("1;Åsa Öberg;other@example.org;politiker;Flen");
    expect(kindsOf(await run(studyId, other, { seen }))).toBe("stale");
    const later = { asOf: "2026-09-02", absent: "keep" };
    expect(kindsOf(await run(studyId, file, { seen, options: later }))).toBe("stale");
    await aMember(database.db, studyId, now, { name: "Came Meanwhile" });
    const stale = await run(studyId, file, { seen });
    expect(stale).toMatchObject({
      kind: "stale",
      preview: { plan: { absent: [{ name: "Came Meanwhile" }] } },
    });
    expect((await panelOf(studyId)).people).toHaveLength(1);
    const again = stale.kind === "stale" ? stale.preview.fingerprint : "";
    expect(kindsOf(await run(studyId, file, { seen: again }))).toBe("imported");
  });

  test("waits for the lead's answers, and goes by them", async () => {
    const studyId = await aStudyId();
    const anna = await aMember(database.db, studyId, now, { name: "Anna Ek", email: "anna@example.org" });
    const file = csv(";Anna Ek;anna@example.org;tjänsteperson;Flen");
    const waiting = await run(studyId, file);
    expect(waiting).toMatchObject({
      kind: "unanswered",
      preview: { plan: { questions: [{ kind: "match" }] } },
    });
    const questions = waiting.kind === "unanswered" ? waiting.preview.plan.questions : [];
    expect(kindsOf(await run(studyId, file, { choices: agreeWithAll(questions) }))).toBe("imported");
    expect((await panelOf(studyId)).people.map(({ memberId }) => memberId)).toEqual([anna]);
    expect(await membersOnDate(database.db, studyId, "2026-09-01")).toMatchObject([{ role: "official" }]);
  });

  test("of the same file again changes nothing", async () => {
    const studyId = await aStudyId();
    const file = csv("1;Åsa Öberg;asa@example.org;politiker;Flen", "2;Bo Ek;;tjänsteperson;2039");
    await run(studyId, file);
    const before = await panelOf(studyId);
    expect(await run(studyId, file)).toMatchObject({ kind: "imported", plan: { changes: [] } });
    expect(await panelOf(studyId)).toEqual(before);
  });

  test("by two leads at once gives everybody one seat", async () => {
    const studyId = await aStudyId();
    const file = csv("1;Åsa Öberg;asa@example.org;politiker;Flen", "2;Bo Ek;;tjänsteperson;2039");
    const both = await Promise.all([run(studyId, file), run(studyId, file)]);
    expect(both.map(({ kind }) => kind)).toEqual(["imported", "imported"]);
    const panel = await panelOf(studyId);
    expect([panel.people.length, panel.seats.length, panel.tenures.length]).toEqual([2, 2, 2]);
  });
});

describe("L5 the people of service-i-samverkan", () => {
  const folder = join(surveys, "service-i-samverkan");
  const bytesOf = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) });
  async function theStudy(): Promise<StudyId> {
    count += 1;
    const read = await readStudyFolder(folder);
    if (read.kind !== "sound") throw new Error(JSON.stringify(read));
    const studyId = `core-${count}` as StudyId;
    await loadStudy(database.db, { ...read.folder, definition: { ...read.folder.definition, studyId } }, now);
    return studyId;
  }

  test("are 140 in three roles and eleven municipalities, from Excel and from text alike", async () => {
    const panels = [];
    for (const name of ["panel.xlsx", "panel.csv"]) {
      const studyId = await theStudy();
      const imported = await run(studyId, bytesOf(name));
      const questions = imported.kind === "unanswered" ? imported.preview.plan.questions : [];
      if (questions.length > 0) await run(studyId, bytesOf(name), { choices: agreeWithAll(questions) });
      const members = await membersOnDate(database.db, studyId, "2026-09-01");
      expect(members).toHaveLength(140);
      expect(new Set(members.map(({ role }) => role)).size).toBe(3);
      expect(new Set(members.map(({ municipality }) => municipality)).size).toBe(11);
      expect(members.some(({ hasEmail }) => !hasEmail)).toBe(true);
      const { people } = await panelOf(studyId);
      panels.push({ people, members: members.map(({ seatId: _seatId, ...member }) => member) });
    }
    expect(panels[0]).toEqual(panels[1]);
  });

  test("change seats, leave and are replaced in the year before the second wave, and can be taken in again", async () => {
    const studyId = await theStudy();
    const take = async (name: string, asOf: string) => {
      const options = { asOf, absent: "keep" };
      const first = await run(studyId, bytesOf(name), { options });
      if (first.kind !== "unanswered") return first;
      const choices = agreeWithAll(first.preview.plan.questions);
      return run(studyId, bytesOf(name), { options, choices });
    };
    await take("panel.csv", "2026-09-01");
    const before = await membersOnDate(database.db, studyId, "2025-10-01");
    const changed = await take("panel-changes.csv", "2026-10-01");
    expect(changed.kind).toBe("imported");
    const after = await membersOnDate(database.db, studyId, "2026-10-01");
    const wasIn = new Map(before.map((member) => [member.memberId, member]));
    const moved = after.filter(({ memberId, role, municipality }) => {
      const earlier = wasIn.get(memberId);
      return earlier !== undefined && (earlier.role !== role || earlier.municipality !== municipality);
    });
    expect(moved.map(({ memberId }) => memberId)).toEqual(expect.arrayContaining(["S001", "S035", "S078"]));
    expect(after.some(({ memberId }) => memberId === "S028")).toBe(false);
    expect(after.some(({ memberId }) => memberId === "S141")).toBe(true);
    const seatOf = (members: typeof after, memberId: string) =>
      members.find((member) => member.memberId === memberId)?.seatId;
    expect(seatOf(after, "S141")).toBe(seatOf(before, "S035"));
    const panel = await panelOf(studyId);
    expect(await take("panel-changes.csv", "2026-10-01")).toMatchObject({
      kind: "imported",
      plan: { changes: [] },
    });
    expect(await panelOf(studyId)).toEqual(panel);
  });
});
