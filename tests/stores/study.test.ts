// Loading a study folder into the database, again and after it has been fielded.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadStudy } from "../../src/study/load-study.ts";
import type { StudyId } from "../../src/study/study.ts";
import {
  findInstrument,
  findStudy,
  findStudyPlans,
  findStudyTexts,
  fixInstrumentVersion,
  listInstruments,
  listStudies,
} from "../../src/study/study-store.ts";
import { aQuestionnaire, aStudy, aStudyFolder, official, politician } from "../support/a-study.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

const now = new Date("2026-11-21T09:00:00Z");
const later = new Date("2026-12-01T09:00:00Z");
let database: TestDatabase;
let count = 0;
const freshId = () => {
  count += 1;
  return `study-${count}` as StudyId;
};
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

describe("a study", () => {
  test("comes back as it was declared", async () => {
    const { db } = database;
    const folder = { ...aStudyFolder({ studyId: freshId() }), analysis: { items: [{ id: "q1" }] } };
    const { studyId } = folder.definition;
    expect(await loadStudy(db, folder, now)).toEqual({ kind: "loaded", studyId, isNew: true, versions: [1] });
    expect(await findStudy(db, studyId)).toEqual(folder.definition);
    expect((await listStudies(db)).map((study) => study.studyId)).toContain(studyId);
    expect(await findStudyPlans(db, studyId)).toEqual({
      analysis: { items: [{ id: "q1" }] },
      comparability: null,
    });
    expect((await findInstrument(db, studyId, 1))?.instrument).toEqual(folder.instruments[0]?.instrument);
    expect(await findInstrument(db, studyId, 2)).toBeUndefined();
    expect(await findStudy(db, "no-such-study")).toBeUndefined();
  });

  test("has texts in each language, and its default language where one is missing", async () => {
    const { db } = database;
    const { definition } = aStudyFolder({ studyId: freshId() });
    await loadStudy(db, aStudyFolder(definition), now);
    expect((await findStudyTexts(db, definition.studyId, "en"))?.link.subject).toBe("en: link");
    expect((await findStudyTexts(db, definition.studyId, "nn"))?.link.subject).toBe("sv: link");
    expect(await findStudyTexts(db, "no-such-study", "sv")).toBeUndefined();
  });

  test("may be loaded again, which changes nothing, and improved", async () => {
    const { db } = database;
    const studyId = freshId();
    await loadStudy(db, aStudyFolder({ studyId }), now);
    expect(await loadStudy(db, aStudyFolder({ studyId }), later)).toMatchObject({
      isNew: false,
      versions: [],
    });
    const better = aStudyFolder({ studyId, title: { sv: "Bättre titel", en: "Better title" } }, [
      aQuestionnaire("Hur mår du?"),
      aQuestionnaire("Ny version"),
    ]);
    expect(await loadStudy(db, better, later)).toMatchObject({ kind: "loaded", versions: [1, 2] });
    expect((await findStudy(db, studyId))?.title.sv).toBe("Bättre titel");
  });

  test("loses a role that nobody holds, and keeps one that somebody does", async () => {
    const { db } = database;
    const studyId = freshId();
    const [first, second] = aStudy().roles;
    await loadStudy(db, aStudyFolder({ studyId }), now);
    const seat = { study_id: studyId, seat_id: "s1", municipality: "0482", created_at: now };
    await db
      .insertInto("seat")
      .values({ ...seat, role: official })
      .execute();
    const title = { sv: "Annan", en: "Other" };
    expect(await loadStudy(db, aStudyFolder({ studyId, title, roles: [first!] }), later)).toEqual({
      kind: "role-in-use",
    });
    expect((await findStudy(db, studyId))?.title).not.toEqual(title);
    expect(await loadStudy(db, aStudyFolder({ studyId, roles: [second!] }), later)).toMatchObject({
      kind: "loaded",
    });
    const roles = await db.selectFrom("study_role").select("role").where("study_id", "=", studyId).execute();
    expect(roles.map(({ role }) => role)).not.toContain(politician);
  });
});

describe("L7 a fielded version of the questionnaire", () => {
  test("is not replaced, and the whole load is refused", async () => {
    const { db } = database;
    const studyId = freshId();
    await loadStudy(db, aStudyFolder({ studyId }), now);
    await fixInstrumentVersion(db, studyId, 1, now);
    const before = await listInstruments(db, studyId);
    const changed = aStudyFolder({ studyId }, [aQuestionnaire("Annan fråga"), aQuestionnaire()]);
    expect(await loadStudy(db, changed, later)).toEqual({ kind: "instrument-fixed", versions: [1] });
    expect(await listInstruments(db, studyId)).toEqual(before);
  });

  test("is refused a change by the database too", async () => {
    const { db } = database;
    const studyId = freshId();
    await loadStudy(db, aStudyFolder({ studyId }), now);
    await fixInstrumentVersion(db, studyId, 1, now);
    const change = db
      .updateTable("instrument")
      .set({ checksum: "another" })
      .where("study_id", "=", studyId)
      .execute();
    await expect(change).rejects.toThrow("is fixed");
  });

  test("keeps the moment at which it was fixed, and may have versions after it", async () => {
    const { db } = database;
    const studyId = freshId();
    await loadStudy(db, aStudyFolder({ studyId }), now);
    await fixInstrumentVersion(db, studyId, 1, now);
    await fixInstrumentVersion(db, studyId, 1, later);
    expect((await findInstrument(db, studyId, 1))?.fixedAt).toEqual(now);
    const two = aStudyFolder({ studyId }, [aQuestionnaire(), aQuestionnaire("Ny")]);
    expect(await loadStudy(db, two, later)).toMatchObject({ kind: "loaded", versions: [2] });
  });

  test("is the same whatever the order of fields in its file", async () => {
    const { db } = database;
    const studyId = freshId();
    await loadStudy(db, aStudyFolder({ studyId }), now);
    await fixInstrumentVersion(db, studyId, 1, now);
    const { title, pages } = aQuestionnaire();
    expect(await loadStudy(db, aStudyFolder({ studyId }, [{ pages, title }]), later)).toMatchObject({
      kind: "loaded",
      versions: [],
    });
  });
});

describe("once people have been asked", () => {
  test("promises can be made stricter, not looser", async () => {
    const { db } = database;
    const studyId = freshId();
    await loadStudy(db, aStudyFolder({ studyId }), now);
    const looser = { linkEndsOn: "2031-12-31", minimumBase: 4, onePersonTwoRoles: true };
    expect(await loadStudy(db, aStudyFolder({ studyId, ...looser }), now)).toMatchObject({ kind: "loaded" });
    await fixInstrumentVersion(db, studyId, 1, now);
    const loosest = { linkEndsOn: "2032-01-01", minimumBase: 3, timeZone: "Europe/Helsinki" };
    expect(await loadStudy(db, aStudyFolder({ studyId, ...looser, ...loosest }), later)).toEqual({
      kind: "promise-broken",
      promises: ["time-zone", "link-ends-later", "smaller-minimum-base"],
    });
    const stricter = { linkEndsOn: "2029-12-31", minimumBase: 10, onePersonTwoRoles: false };
    expect(await loadStudy(db, aStudyFolder({ studyId, ...stricter }), later)).toMatchObject({
      kind: "loaded",
    });
  });
});
