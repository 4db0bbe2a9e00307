// Takes messages out of the line: claims them, judges each recipient once more, and mints links for those who
// are still to get one. When this has been committed, and not before, mails may be handed over.
import { linkExpiry } from "../access/link-expiry.ts";
import { mintSurveyLinks } from "../access/survey-link.ts";
import type { StudyId } from "../study/study.ts";
import { findStudy } from "../study/study-store.ts";
import { type Candidate, holdContacts, readCandidates } from "./candidate-data.ts";
import type { MailingDeps } from "./mailing-deps.ts";
import { askedByRecipient, type ClaimedMessage, claimMessages, insertOutcomes } from "./outbox-store.ts";
import { notDueNow } from "./recipient.ts";

/** A claimed message whose recipient is to get it now. */
export interface ReadyMessage extends ClaimedMessage {
  readonly candidate: Candidate;
  readonly sealedContact: string;
  /** The random part of the personal link. */
  readonly linkToken: string;
}

export interface TakenMessages {
  /** How many left the line. */
  readonly taken: number;
  readonly ready: readonly ReadyMessage[];
  /** How many were taken out because their recipients are to get nothing any more. */
  readonly notDue: number;
}

/** @param claim.claimant names this process in the claims it writes */
export async function takeMessages(
  deps: Pick<MailingDeps, "db" | "now" | "randomBytes">,
  claim: { readonly claimant: string; readonly most: number },
): Promise<TakenMessages> {
  const now = deps.now();
  return deps.db.transaction().execute(async (tx) => {
    const { taken, claimed } = await claimMessages(tx, { ...claim, now });
    const ready: ReadyMessage[] = [];
    let notDue = 0;
    for (const [studyId, messages] of byStudy(claimed)) {
      const study = await findStudy(tx, studyId);
      const caseIds = messages.map(({ caseId }) => caseId);
      const sealed = await holdContacts(tx, studyId, caseIds);
      const candidates = await readCandidates(tx, { studyId, now, caseIds });
      const judged = messages.map((message) => {
        const candidate = candidates.find(({ caseId }) => caseId === message.caseId)!;
        const isAskedForByRecipient = message.requestedBy === askedByRecipient;
        const reason = notDueNow(message.sendKind, { ...candidate, isAskedForByRecipient });
        return { message, candidate, reason };
      });
      const due = judged.filter(({ reason }) => reason === null);
      const stopped = judged.flatMap(({ message, reason }) =>
        reason === null ? [] : [{ ...message, outcome: "not_due" as const, at: now, detail: reason }],
      );
      await insertOutcomes(tx, stopped);
      notDue += stopped.length;
      const expiresAt = linkExpiry(study!);
      const tokens = await mintSurveyLinks(
        tx,
        due.map(({ message: { caseId } }) => ({
          studyId,
          caseId,
          purpose: "answer" as const,
          now,
          expiresAt,
          randomBytes: deps.randomBytes,
        })),
      );
      ready.push(
        ...due.map(({ message, candidate }, place) => ({
          ...message,
          candidate,
          sealedContact: sealed.get(candidate.memberId)!,
          linkToken: tokens[place]!,
        })),
      );
    }
    return { taken, ready, notDue };
  });
}

function byStudy(messages: readonly ClaimedMessage[]): Map<StudyId, ClaimedMessage[]> {
  return Map.groupBy(messages, ({ studyId }) => studyId);
}
