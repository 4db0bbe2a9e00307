// Taking in a wave that was collected elsewhere: its people, their seats, cases, outcomes and answers.
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";
import type { LanguageCode } from "../../language/language-code.ts";
import type { MemberId, Seat, SeatId, Tenure, TenureId } from "../../panel/member.ts";
import { mintId, type RandomBytes } from "../../panel/minted-id.ts";
import { insertSeats, insertTenures } from "../../panel/seat-store.ts";
import type { Answers } from "../../questionnaire/instrument.ts";
import type { RoleCode, StudyDefinition } from "../../study/study.ts";
import { fixInstrumentVersion } from "../../study/study-store.ts";
import type { CaseId, SurveyCase } from "../case.ts";
import { insertCases, recordCaseEvents } from "../case-store.ts";
import type { WaveNumber } from "../wave.ts";
import { recordWaveEvent, savePlan, updateWave, type WavePlan } from "../wave-store.ts";
import { addMembersById, insertResponses, seatIds, seatsHeld } from "./import-store.ts";
import type { ImportedCase } from "./imported-cases.ts";

/** A wave that was collected elsewhere, checked. */
export interface CollectedWave {
  readonly waveNumber: number;
  readonly plan: WavePlan;
  readonly cases: readonly ImportedCase[];
  /** Per member who answered: the answers in codes, and as the questionnaire would have stored them. */
  readonly answers: ReadonlyMap<
    string,
    { readonly coded: Readonly<Record<string, readonly string[]>>; readonly answers: Answers }
  >;
}

/** What was taken in. */
export interface ImportedWave {
  readonly cases: number;
  readonly responses: number;
  /** People who were not in the panel: known by their ids alone until a list of people names them. */
  readonly newMembers: number;
}

/**
 * Writes the wave: planned, opened and closed at once, nothing sent. Each case carries the event `imported` with its
 * outcome code. The seat is the one that the file names, else the one that the person held in this role and
 * municipality at another wave or holds, else a new one; who is new in a seat counts as holding it on the reference
 * date alone.
 * Call it in a transaction in which the wave is held and known not to be opened.
 */
export async function writeCollectedWave(
  tx: Kysely<Database>,
  study: StudyDefinition,
  { waveNumber, plan, cases, answers }: CollectedWave,
  { actor, now, randomBytes }: { actor: string; now: Date; randomBytes: RandomBytes },
): Promise<ImportedWave> {
  const { studyId, defaultLanguage } = study;
  await savePlan(tx, studyId, waveNumber, plan, now);
  await fixInstrumentVersion(tx, studyId, plan.instrumentVersion, now);
  await updateWave(tx, studyId, waveNumber, { opened_at: now, closed_at: now });
  const members = cases.map(({ memberId, language }) => ({
    memberId,
    language: language ?? defaultLanguage,
  }));
  const newMembers = await addMembersById(tx, studyId, members, now);
  const seatOf = await takeSeats(tx, study, cases, plan.referenceDate, now, randomBytes);
  const surveyCases = cases.map(
    (one): SurveyCase => ({
      studyId,
      caseId: mintId("c", randomBytes) as CaseId,
      waveNumber: waveNumber as WaveNumber,
      memberId: one.memberId as MemberId,
      seatId: seatOf.get(one.memberId)!,
      role: one.role as RoleCode,
      municipality: one.municipality,
      groups: one.groups,
      language: (one.language ?? defaultLanguage) as LanguageCode,
      createdAt: now,
    }),
  );
  await insertCases(tx, surveyCases);
  await recordCaseEvents(
    tx,
    surveyCases.map(({ caseId }, index) => ({
      studyId,
      caseId,
      kind: "imported" as const,
      at: now,
      actor,
      detail: { disposition: cases[index]!.disposition },
    })),
  );
  const responses = surveyCases.flatMap(({ caseId, memberId, language }, index) => {
    if (!cases[index]!.isRespondent) return [];
    const given = answers.get(memberId) ?? { coded: {}, answers: {} };
    return [{ caseId, language, ...given }];
  });
  await insertResponses(tx, studyId, plan.instrumentVersion, responses, now);
  const imported = { cases: cases.length, responses: responses.length, newMembers };
  for (const kind of ["planned", "opened", "closed"] as const) {
    const detail = kind === "planned" ? { ...plan, isImported: true } : { ...imported, isImported: true };
    await recordWaveEvent(tx, studyId, waveNumber, { kind, at: now, actor, detail });
  }
  return imported;
}

async function takeSeats(
  tx: Kysely<Database>,
  { studyId }: StudyDefinition,
  cases: readonly ImportedCase[],
  referenceDate: string,
  now: Date,
  randomBytes: RandomBytes,
): Promise<ReadonlyMap<string, SeatId>> {
  const postOf = (memberId: string, role: string, municipality: string) =>
    JSON.stringify([memberId, role, municipality]);
  const lastSeat = new Map<string, string>();
  const isHeld = new Set<string>();
  for (const { memberId, seatId, role, municipality } of await seatsHeld(tx, studyId)) {
    lastSeat.set(postOf(memberId, role, municipality), seatId);
    isHeld.add(JSON.stringify([memberId, seatId]));
  }
  const known = await seatIds(tx, studyId);
  const seatOf = new Map<string, SeatId>();
  const added: Seat[] = [];
  const tenures: Tenure[] = [];
  for (const one of cases) {
    const memberId = one.memberId as MemberId;
    const role = one.role as RoleCode;
    const before = lastSeat.get(postOf(memberId, role, one.municipality));
    const seatId = (one.seat ?? before ?? mintId("s", randomBytes)) as SeatId;
    seatOf.set(memberId, seatId);
    if (!known.has(seatId)) added.push({ seatId, role, municipality: one.municipality });
    known.add(seatId);
    if (isHeld.has(JSON.stringify([memberId, seatId]))) continue;
    const tenureId = mintId("t", randomBytes) as TenureId;
    tenures.push({ tenureId, seatId, memberId, heldFrom: referenceDate, heldTo: referenceDate });
  }
  await insertSeats(tx, studyId, added, now);
  await insertTenures(tx, studyId, tenures, now);
  return seatOf;
}
