// The wave that is answered in the measurement: a study's own questions on two pages, and a link for every submission.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import type { KeyRing } from "../../src/access/key-ring.ts";
import { mintSurveyLinks } from "../../src/access/survey-link.ts";
import type { Database } from "../../src/db/schema.ts";
import { fixInstrument } from "../../src/questionnaire/fix-instrument.ts";
import { fixInstrumentVersion, saveInstrument } from "../../src/study/study-store.ts";
import type { CaseId } from "../../src/wave/case.ts";
import { aFieldedWave } from "../../tests/support/a-fielded-wave.ts";

interface Definition {
  title: unknown;
  pages: { name: string; elements: unknown[] }[];
}

/** The six questions of `service-i-samverkan` on two pages. */
function twoPages(): unknown {
  const file = join(process.cwd(), "surveys/service-i-samverkan/instrument-1.json");
  const { pages, ...rest } = JSON.parse(readFileSync(file, "utf8")) as Definition;
  const elements = pages.flatMap((page) => page.elements);
  return {
    ...rest,
    pages: [
      { name: "one", elements: elements.slice(0, 3) },
      { name: "two", elements: elements.slice(3) },
    ],
  };
}

/** Form bodies of the two pages, as the page's own form sends them. */
export const bodies = {
  one: "version=1&language=sv&shown=q%3Atakes_part&shown=q%3Acollaboration&shown=q%3Aservice_points&q%3Atakes_part=yes&q%3Acollaboration=rather_good&q%3Aservice_points=one&press=next",
  two: "version=1&language=sv&shown=q%3Alocal_service&shown=q%3Agroup_ability&shown=q%3Aanything_else&q%3Alocal_service=rather_good&q%3Agroup_ability=rather_good&q%3Aanything_else=Vi+tr%C3%A4ffas+varje+m%C3%A5nad+och+det+fungerar+bra.&press=next",
};

/** A wave open until 2030 with a link per person. @returns the links' tokens */
export async function measuredWave(
  db: Kysely<Database>,
  keys: KeyRing,
  people: number,
): Promise<{ readonly studyId: string; readonly links: readonly string[] }> {
  const { study } = await aFieldedWave(db, keys, { people: 1, emailOf: () => null });
  const now = new Date();
  await db
    .updateTable("wave")
    .set({ closes_on: "2030-01-31" })
    .where("study_id", "=", study.studyId)
    .execute();
  const fixed = fixInstrument(twoPages(), {
    version: "1",
    languages: study.languages,
    knownVariables: ["municipality", "role_label"],
  });
  if (fixed.kind === "refused") throw new Error(JSON.stringify(fixed.findings));
  await saveInstrument(db, study.studyId, 1, fixed.instrument, "bench", now);
  await fixInstrumentVersion(db, study.studyId, 1, now);
  await sql`insert into panel_member (study_id, member_id, language, added_at)
    select study_id, 'member-' || n, language, added_at from panel_member, generate_series(1, ${people}::integer) n
    where study_id = ${study.studyId}`.execute(db);
  await sql`insert into survey_case (study_id, case_id, wave_number, member_id, seat_id, role, municipality, groups,
      language, created_at)
    select study_id, 'case-' || n, wave_number, 'member-' || n, seat_id, role, municipality, groups, language,
      created_at from survey_case, generate_series(1, ${people}::integer) n
    where study_id = ${study.studyId}`.execute(db);
  await sql`insert into case_event (study_id, case_id, kind, at, actor, detail)
    select study_id, 'case-' || n, kind, at, actor, detail from case_event, generate_series(1, ${people}::integer) n
    where study_id = ${study.studyId}`.execute(db);
  const links: string[] = [];
  for (let from = 1; from <= people; from += 1000) {
    const some = Array.from({ length: Math.min(1000, people - from + 1) }, (_, place) => ({
      studyId: study.studyId,
      caseId: `case-${from + place}` as CaseId,
      purpose: "answer" as const,
      now,
      expiresAt: new Date("2030-02-01T00:00:00Z"),
      randomBytes,
    }));
    links.push(...(await mintSurveyLinks(db, some)));
  }
  return { studyId: study.studyId, links };
}
