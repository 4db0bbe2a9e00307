// Works out whom a send would reach, for the lead to see before anything is put in line.
import type { Kysely } from "kysely";
import { plainHash } from "../access/derived-key.ts";
import type { Database } from "../db/schema.ts";
import type { Contact, ContactVault } from "../panel/contact.ts";
import type { MemberId } from "../panel/member.ts";
import type { StudyId } from "../study/study.ts";
import type { CaseId } from "../wave/case.ts";
import type { WaveNumber } from "../wave/wave.ts";
import { findWave } from "../wave/wave-store.ts";
import { type Candidate, readCandidates, readSealedContacts } from "./candidate-data.ts";
import { leftOutOfPlan } from "./recipient.ts";
import type { SendKind, SendPlan } from "./send-plan.ts";

export interface SendWish {
  readonly studyId: StudyId;
  readonly waveNumber: number;
  readonly kind: SendKind;
  /** Only these; everybody in the wave unless given. */
  readonly caseIds?: readonly CaseId[];
  readonly now: Date;
}

/** Why nothing can be sent in a wave. */
export type NoPlan = { readonly kind: "unknown-wave" } | { readonly kind: "wave-not-open" };

/** Changes nothing. Cases that were not chosen are in neither list. */
export async function planSend(db: Kysely<Database>, wish: SendWish): Promise<SendPlan | NoPlan> {
  const { studyId, waveNumber, kind, now } = wish;
  const wave = await findWave(db, studyId, waveNumber);
  if (wave === undefined) return { kind: "unknown-wave" };
  if (wave.state !== "open") return { kind: "wave-not-open" };
  const chosen = wish.caseIds === undefined ? null : new Set(wish.caseIds);
  const which = wish.caseIds === undefined ? { waveNumber } : { caseIds: wish.caseIds };
  const candidates = (await readCandidates(db, { studyId, now, ...which })).filter(
    (candidate) => candidate.waveNumber === waveNumber && (chosen?.has(candidate.caseId) ?? true),
  );
  const judged = candidates.map((candidate) => ({ candidate, reason: leftOutOfPlan(kind, candidate) }));
  const recipients = judged.filter(({ reason }) => reason === null).map(({ candidate }) => candidate);
  return {
    kind: "plan",
    studyId,
    waveNumber: waveNumber as WaveNumber,
    sendKind: kind,
    recipients: recipients.map(plannedCase),
    leftOut: judged.flatMap(({ candidate, reason }) =>
      reason === null ? [] : [{ ...plannedCase(candidate), reason }],
    ),
    fingerprint: await fingerprintOf(wish, recipients),
  };
}

/** Names and addresses of some members; null for those whose details have been erased. */
export async function openContacts(
  db: Kysely<Database>,
  vault: ContactVault,
  studyId: StudyId,
  memberIds: readonly MemberId[],
): Promise<Map<MemberId, Contact | null>> {
  const sealed = await readSealedContacts(db, studyId, memberIds);
  const opened = await Promise.all(
    memberIds.map(async (memberId): Promise<[MemberId, Contact | null]> => {
      const text = sealed.get(memberId);
      return [memberId, text === undefined ? null : await vault.openContact(studyId, text)];
    }),
  );
  return new Map(opened);
}

function plannedCase({ caseId, memberId, role, municipality, language }: Candidate) {
  return { caseId, memberId, role, municipality, language };
}

function fingerprintOf(wish: SendWish, recipients: readonly Candidate[]): Promise<string> {
  const people = recipients
    .map(({ caseId, contactChangedAt }) => `${caseId} ${contactChangedAt?.toISOString() ?? ""}`)
    .sort();
  return plainHash(JSON.stringify([wish.studyId, wish.waveNumber, wish.kind, people]));
}
