// Putting right a name, an address or a telephone number.
import type { Kysely } from "kysely";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { StudyId } from "../study/study.ts";
import { lockStudy } from "../study/study-store.ts";
import { changePanel } from "./change-panel.ts";
import {
  type ContactProblem,
  type ContactVault,
  checkContact,
  comparableEmail,
  isSameContact,
} from "./contact.ts";
import type { MemberId } from "./member.ts";
import type { PanelChange } from "./panel-change.ts";
import { findMembersByEmailHash } from "./panel-store.ts";
import { readMember } from "./read-panel.ts";

export type CorrectedContact =
  /** `isNewAddress`: mails go elsewhere from now on; open cases have to be told. */
  | { readonly kind: "corrected"; readonly isNewAddress: boolean }
  | { readonly kind: "unchanged" }
  /** There is no such member, or the contact details have been erased. */
  | { readonly kind: "unknown-member" }
  | { readonly kind: "invalid-contact"; readonly problems: readonly ContactProblem[] }
  /** These members have the same address; to be confirmed. */
  | { readonly kind: "shared-address"; readonly members: readonly MemberId[] };

/** Replaces contact details, and the language of mails if one is given. */
export async function correctContact(
  db: Kysely<Database>,
  vault: ContactVault,
  request: {
    readonly studyId: StudyId;
    readonly memberId: MemberId;
    readonly contact: {
      readonly name: string;
      readonly email?: string | null;
      readonly phone?: string | null;
    };
    readonly language?: LanguageCode;
    readonly isAddressShared: boolean;
    readonly actor: string;
    readonly now: Date;
  },
): Promise<CorrectedContact> {
  const { studyId, memberId, actor, now } = request;
  const { contact, problems } = checkContact(request.contact);
  if (problems.length > 0) return { kind: "invalid-contact", problems };
  return inTransaction(db, async (tx) => {
    await lockStudy(tx, studyId);
    const person = await readMember(tx, vault, studyId, memberId);
    if (!person?.contact) return { kind: "unknown-member" };
    const before = person.contact;
    const isNewAddress = comparableEmail(contact.email ?? "") !== comparableEmail(before.email ?? "");
    if (isNewAddress && contact.email !== null && !request.isAddressShared) {
      const hash = await vault.hashEmail(studyId, contact.email);
      const members = (await findMembersByEmailHash(tx, studyId, hash)).filter((other) => other !== memberId);
      if (members.length > 0) return { kind: "shared-address", members };
    }
    const changes: PanelChange[] = [];
    if (!isSameContact(before, contact)) {
      changes.push({ kind: "set-contact", memberId, contact });
    }
    if (request.language !== undefined && request.language !== person.language) {
      changes.push({ kind: "set-language", memberId, language: request.language });
    }
    if (changes.length === 0) return { kind: "unchanged" };
    await changePanel(tx, vault, studyId, changes, { actor, now });
    return { kind: "corrected", isNewAddress };
  });
}
