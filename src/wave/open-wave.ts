// Opening a wave: a case for everybody who held a seat on the reference date, and a questionnaire that is fixed.
import type { Kysely } from "kysely";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import type { MemberId, SeatedMember } from "../panel/member.ts";
import { mintId, type RandomBytes } from "../panel/minted-id.ts";
import { membersOnDate } from "../panel/seat-store.ts";
import { municipalityGroupsOn } from "../study/municipality-group.ts";
import type { StudyId } from "../study/study.ts";
import { fixInstrumentVersion, listMunicipalityGroups, lockStudy } from "../study/study-store.ts";
import type { CaseId, SurveyCase } from "./case.ts";
import { insertCases, recordCaseEvents } from "./case-store.ts";
import { municipalityAt } from "./municipality-at.ts";
import type { Wave } from "./wave.ts";
import { lockWave, recordWaveEvent, updateWave } from "./wave-store.ts";

export type OpenedWave =
  | {
      readonly kind: "opened";
      readonly cases: readonly SurveyCase[];
      /** Held a seat, but have said that no further waves should be sent. */
      readonly declined: number;
      /** Held a seat, but have withdrawn. */
      readonly withdrawn: number;
    }
  | { readonly kind: "no-such-wave" }
  | { readonly kind: "already-opened" }
  /** Nobody held a seat on the reference date who may be asked. */
  | { readonly kind: "nobody-to-ask" }
  /** These people's municipality was divided before the reference date; somebody has to say where they are. */
  | { readonly kind: "municipality-divided"; readonly members: readonly MemberId[] };

/** Opens a planned wave. Nothing is sent. */
export async function openWave(
  db: Kysely<Database>,
  request: {
    readonly studyId: StudyId;
    readonly waveNumber: number;
    readonly actor: string;
    readonly now: Date;
    readonly randomBytes: RandomBytes;
  },
): Promise<OpenedWave> {
  const { studyId, waveNumber, actor, now, randomBytes } = request;
  return inTransaction(db, async (tx) => {
    const study = await lockStudy(tx, studyId);
    const wave = study && (await lockWave(tx, studyId, waveNumber, "update"));
    if (study === undefined || wave === undefined) return { kind: "no-such-wave" };
    if (wave.state !== "planned") return { kind: "already-opened" };

    const seated = await membersOnDate(tx, studyId, wave.referenceDate);
    const asked = seated.filter((member) => !member.hasWithdrawn && !member.hasDeclinedFurtherWaves);
    if (asked.length === 0) return { kind: "nobody-to-ask" };
    const placed = asked.map((member) => ({
      member,
      municipality: municipalityAt(study.country, member.municipality, wave.referenceDate),
    }));
    const divided = placed.filter(({ municipality }) => municipality === null);
    if (divided.length > 0) {
      return { kind: "municipality-divided", members: divided.map(({ member }) => member.memberId) };
    }
    const groupsOn = municipalityGroupsOn(await listMunicipalityGroups(tx, studyId));
    const cases = placed.map(({ member, municipality }) => {
      const groups = groupsOn(municipality!, wave.referenceDate);
      return newCase(wave, { ...member, municipality: municipality!, groups }, now, randomBytes);
    });
    await fixInstrumentVersion(tx, studyId, wave.instrumentVersion, now);
    await updateWave(tx, studyId, waveNumber, { opened_at: now });
    await insertCases(tx, cases);
    await recordCaseEvents(
      tx,
      cases.map(({ caseId }) => ({ studyId, caseId, kind: "created" as const, at: now, actor })),
    );
    const detail = { cases: cases.length };
    await recordWaveEvent(tx, studyId, waveNumber, { kind: "opened", at: now, actor, detail });
    const withdrawn = seated.filter((member) => member.hasWithdrawn).length;
    return { kind: "opened", cases, declined: seated.length - asked.length - withdrawn, withdrawn };
  });
}

/** A case of `wave` for somebody who held a seat, with a new id. `groups` are those of the municipality. */
export function newCase(
  wave: Wave,
  member: SeatedMember & { readonly groups: Readonly<Record<string, string>> },
  now: Date,
  randomBytes: RandomBytes,
): SurveyCase {
  const { memberId, seatId, role, municipality, groups, language } = member;
  return {
    studyId: wave.studyId,
    caseId: mintId("c", randomBytes) as CaseId,
    waveNumber: wave.waveNumber,
    memberId,
    seatId,
    role,
    municipality,
    groups,
    language,
    createdAt: now,
  };
}
