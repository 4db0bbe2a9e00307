// Putting right a person's contact details. Where mails go to another address from now on, the old ways in
// to open cases are closed and what was begun through them is put aside: it may have been somebody else.
import type { Kysely } from "kysely";
import { recordAudit } from "../access/audit-log.ts";
import { revokeWaysIn } from "../access/way-in-store.ts";
import { setDraftAside } from "../collection/draft-store.ts";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { ContactVault } from "../panel/contact.ts";
import { type CorrectedContact, correctContact } from "../panel/correct-contact.ts";
import type { MemberId } from "../panel/member.ts";
import type { StudyId } from "../study/study.ts";
import type { SurveyCase } from "../wave/case.ts";
import { recordCaseEvent } from "../wave/case-store.ts";
import { holdOpenCases } from "./open-cases.ts";

export type CorrectedAddress =
  /** `renewed`: the open cases whose earlier links no longer work; each needs a new one. */
  | { readonly kind: "corrected"; readonly isNewAddress: boolean; readonly renewed: readonly SurveyCase[] }
  | Exclude<CorrectedContact, { kind: "corrected" }>;

/** Replaces contact details and, if given, the language. Nothing is sent. */
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
  },
): Promise<CorrectedAddress> {
  const { studyId, memberId, actor, now } = request;
  return inTransaction(db, async (tx) => {
    const corrected = await correctContact(tx, vault, request);
    if (corrected.kind !== "corrected") return corrected;
    const { isNewAddress } = corrected;
    const renewed = isNewAddress ? await holdOpenCases(tx, studyId, memberId) : [];
    for (const { caseId } of renewed) {
      await revokeWaysIn(tx, { studyId, caseId, now });
      await setDraftAside(tx, { studyId, caseId, now });
      await recordCaseEvent(tx, { studyId, caseId, kind: "address_corrected", at: now, actor });
    }
    await recordAudit(tx, {
      studyId,
      actor,
      act: "contact-corrected",
      detail: { member: memberId, isNewAddress, cases: renewed.map(({ caseId }) => caseId) },
      at: now,
    });
    return { kind: "corrected", isNewAddress, renewed };
  });
}
