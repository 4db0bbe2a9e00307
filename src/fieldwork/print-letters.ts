// Letters for people a mail does not reach: each gets a link of its own and a short code, shown once and not kept.
import type { Kysely } from "kysely";
import { mintAccessCode } from "../access/access-code.ts";
import { recordAudit } from "../access/audit-log.ts";
import type { KeyRing } from "../access/key-ring.ts";
import { linkExpiry } from "../access/link-expiry.ts";
import { mintSurveyLinks } from "../access/survey-link.ts";
import type { Database } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import { openContacts } from "../mailing/plan-send.ts";
import { mailStanding } from "../mailing/recipient.ts";
import type { ContactVault } from "../panel/contact.ts";
import type { RandomBytes } from "../panel/minted-id.ts";
import type { StudyDefinition } from "../study/study.ts";
import type { CaseId, SurveyCase } from "../wave/case.ts";
import type { CaseEvent, CaseEventKind } from "../wave/case-event.ts";
import { listCases, listEventsOfWave, recordCaseEvents } from "../wave/case-store.ts";
import type { Wave } from "../wave/wave.ts";
import { lockWave } from "../wave/wave-store.ts";
import { isLetter } from "./invited-status.ts";

/**
 * `new`: those without an address who have had none. `reminder`: those without an address who have had one and
 * have neither answered nor said no. Or these cases, whether they have an address or not.
 */
export type WhichLetters = "new" | "reminder" | { readonly caseIds: readonly CaseId[] };

/** A letter to be printed now. */
export interface Letter {
  readonly caseId: CaseId;
  readonly language: LanguageCode;
  readonly name: string;
  /** The random part of the personal link. */
  readonly linkToken: string;
  /** The code to type, "K4TX-9PQR-23BW". */
  readonly code: string;
}

/** Somebody in a wave as a recipient of letters. */
export interface LetterCandidate {
  readonly surveyCase: SurveyCase;
  readonly events: readonly CaseEvent[];
  readonly hasEmail: boolean;
}

/** Whether a letter goes to this person. What somebody said, and an answer, are judged as for mails. */
export function getsLetter({ surveyCase, events, hasEmail }: LetterCandidate, which: WhichLetters): boolean {
  const { stop } = mailStanding(events);
  if (typeof which === "object") {
    const isStopped = stop !== null && stop !== "refused" && stop !== "answered";
    return which.caseIds.includes(surveyCase.caseId) && !isStopped;
  }
  if (hasEmail || (stop !== null && stop !== "refused")) return false;
  return events.some(isLetter) === (which === "reminder");
}

const eventOf = (which: WhichLetters, events: readonly CaseEvent[]): CaseEventKind => {
  if (which === "reminder") return "reminder_handed_over";
  return which === "new" || !mailStanding(events).isAsked ? "invitation_handed_over" : "link_handed_over";
};

/**
 * Mints a link and a code for each letter and notes that it was printed. Earlier ones go on working: they may
 * be in the post. Letters to people whose details have been erased are left out.
 */
export async function printLetters(
  deps: {
    readonly db: Kysely<Database>;
    readonly vault: ContactVault;
    readonly keys: KeyRing;
    readonly randomBytes: RandomBytes;
  },
  request: {
    readonly study: StudyDefinition;
    readonly wave: Wave;
    readonly which: WhichLetters;
    readonly actor: string;
    readonly now: Date;
  },
): Promise<
  { readonly kind: "printed"; readonly letters: readonly Letter[] } | { readonly kind: "wave-not-open" }
> {
  const { study, which, actor, now } = request;
  const { studyId } = study;
  const { waveNumber } = request.wave;
  const { keys, randomBytes } = deps;
  return deps.db.transaction().execute(async (tx) => {
    const wave = await lockWave(tx, studyId, waveNumber, "share");
    if (wave?.state !== "open") return { kind: "wave-not-open" };
    const events = await listEventsOfWave(tx, studyId, waveNumber);
    const cases = await listCases(tx, studyId, waveNumber);
    const memberIds = cases.map(({ memberId }) => memberId);
    const contacts = await openContacts(tx, deps.vault, studyId, memberIds);
    const due = cases.flatMap((surveyCase) => {
      const contact = contacts.get(surveyCase.memberId);
      if (!contact) return [];
      const ofCase = events.get(surveyCase.caseId) ?? [];
      const candidate = { surveyCase, events: ofCase, hasEmail: contact.email !== null };
      return getsLetter(candidate, which) ? [{ ...candidate, name: contact.name }] : [];
    });
    const way = { studyId, now, expiresAt: linkExpiry(study), randomBytes };
    const tokens = await mintSurveyLinks(
      tx,
      due.map(({ surveyCase }) => ({ ...way, caseId: surveyCase.caseId, purpose: "answer" as const })),
    );
    const letters: Letter[] = [];
    for (const [place, { surveyCase, name }] of due.entries()) {
      const { caseId, language } = surveyCase;
      const code = await mintAccessCode(tx, { ...way, caseId, keys });
      letters.push({ caseId, language, name, linkToken: tokens[place]!, code });
    }
    const detail = { channel: "letter" };
    await recordCaseEvents(
      tx,
      due.map(({ surveyCase: { caseId }, events: ofCase }) => ({
        studyId,
        caseId,
        kind: eventOf(which, ofCase),
        at: now,
        actor,
        detail,
      })),
    );
    await recordAudit(tx, {
      studyId,
      actor,
      act: "letters-printed",
      detail: {
        wave: waveNumber,
        which: typeof which === "string" ? which : "chosen",
        count: letters.length,
      },
      at: now,
    });
    return { kind: "printed", letters };
  });
}
