// What a lead sees before opening a wave: who will be asked, and what can never be shown.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import type { MemberId } from "../panel/member.ts";
import { membersOnDate } from "../panel/seat-store.ts";
import type { StudyDefinition } from "../study/study.ts";
import { municipalityAt } from "../wave/municipality-at.ts";
import type { Wave } from "../wave/wave.ts";
import { type TableOutlooks, tableOutlooks } from "./hidden-tables.ts";

export interface Opening {
  readonly asked: number;
  readonly withoutEmail: number;
  /** Said no to further waves, or withdrew. */
  readonly leftOut: number;
  /** Their municipality was divided before the reference date; each needs a new one first. */
  readonly divided: readonly MemberId[];
  readonly outlooks: TableOutlooks;
}

/** Looks at who would be asked if the wave were opened now; changes nothing. */
export async function readOpening(
  db: Kysely<Database>,
  study: StudyDefinition,
  wave: Wave,
): Promise<Opening> {
  const seated = await membersOnDate(db, study.studyId, wave.referenceDate);
  const asked = seated.filter((member) => !member.hasWithdrawn && !member.hasDeclinedFurtherWaves);
  const placed = asked.map((member) => ({
    memberId: member.memberId,
    role: member.role,
    municipality: municipalityAt(study.country, member.municipality, wave.referenceDate),
  }));
  return {
    asked: asked.length,
    withoutEmail: asked.filter(({ hasEmail }) => !hasEmail).length,
    leftOut: seated.length - asked.length,
    divided: placed.flatMap(({ memberId, municipality }) => (municipality === null ? [memberId] : [])),
    outlooks: tableOutlooks(
      placed.flatMap(({ role, municipality }) => (municipality === null ? [] : [{ role, municipality }])),
      study.minimumBase,
    ),
  };
}
