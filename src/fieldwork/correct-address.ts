// Putting right a person's contact details. Where mails went to another address until now, the old ways in to
// open cases are closed and what was begun through them is put aside: it may have been somebody else.
import type { Kysely } from "kysely";
import { recordAudit } from "../access/audit-log.ts";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import { requestSend } from "../mailing/request-send.ts";
import type { ContactVault } from "../panel/contact.ts";
import { type CorrectedContact, correctContact } from "../panel/correct-contact.ts";
import type { MemberId } from "../panel/member.ts";
import type { RandomBytes } from "../panel/minted-id.ts";
import { readMember } from "../panel/read-panel.ts";
import type { StudyId } from "../study/study.ts";
import { holdOpenCases } from "./open-cases.ts";
import { renewWaysIn } from "./renew-ways-in.ts";

export type CorrectedAddress =
  /** `queued`: how many mails with a new link were put in line, one per case that is open. */
  | { readonly kind: "corrected"; readonly isNewAddress: boolean; readonly queued: number }
  | Exclude<CorrectedContact, { kind: "corrected" }>;

/**
 * Replaces contact details and, if given, the language. Where a case is open and somebody can be reached, a
 * mail with a new link is put in line; the caller wakes the mail loop.
 */
export async function correctAddress(
  db: Kysely<Database>,
  vault: ContactVault,
  request: {
    readonly studyId: StudyId;
    readonly memberId: MemberId;
    readonly contact: { readonly name: string; readonly email: string | null; readonly phone: string | null };
    readonly language?: LanguageCode;
    /** The lead knows that others have the same address. */
    readonly isAddressShared: boolean;
    readonly actor: string;
    readonly now: Date;
    readonly randomBytes: RandomBytes;
  },
): Promise<CorrectedAddress> {
  const { studyId, memberId, actor, now, randomBytes } = request;
  return inTransaction(db, async (tx) => {
    const before = await readMember(tx, vault, studyId, memberId);
    const corrected = await correctContact(tx, vault, request);
    if (corrected.kind !== "corrected") return corrected;
    const { isNewAddress } = corrected;
    const hadAddress = before?.contact?.email != null;
    const open =
      isNewAddress && hadAddress
        ? await renewWaysIn(tx, { studyId, memberId, actor, now })
        : await holdOpenCases(tx, studyId, memberId);
    await recordAudit(tx, {
      studyId,
      actor,
      act: "contact-corrected",
      detail: { member: memberId, isNewAddress, linksRevoked: isNewAddress && hadAddress },
      at: now,
    });
    let queued = 0;
    for (const { waveNumber, caseId } of isNewAddress ? open : []) {
      const by = { actor, now, randomBytes };
      const sent = await requestSend(tx, { studyId, waveNumber, kind: "link", caseIds: [caseId], ...by });
      if (sent.kind === "queued") queued += sent.count;
    }
    return { kind: "corrected", isNewAddress, queued };
  });
}
