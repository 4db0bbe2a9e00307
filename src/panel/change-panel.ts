// Carries out changes of the panel, and keeps what happened to whom.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import type { StudyId } from "../study/study.ts";
import type { Contact, ContactVault } from "./contact.ts";
import type { PanelChange } from "./panel-change.ts";
import {
  insertMembers,
  type MemberEventRecord,
  recordMemberEvents,
  type SealedContact,
  saveContact,
  setLanguage,
} from "./panel-store.ts";
import { insertSeats, insertTenures, removeTenure, removeUnusedSeat, setTenureDates } from "./seat-store.ts";

/**
 * Carries out changes as they were worked out by a seat book on the panel as it is now. The caller holds the
 * study (`lockStudy`) from reading the panel to the end of the transaction.
 */
export async function changePanel(
  tx: Kysely<Database>,
  vault: ContactVault,
  studyId: StudyId,
  changes: readonly PanelChange[],
  by: { readonly actor: string; readonly now: Date },
): Promise<void> {
  const { actor, now } = by;
  for (const change of changes) {
    if (change.kind === "set-tenure-dates") {
      const { tenureId, heldFrom, heldTo } = change.tenure;
      await setTenureDates(tx, studyId, tenureId, heldFrom, heldTo);
    } else if (change.kind === "remove-tenure") await removeTenure(tx, studyId, change.tenure.tenureId);
  }
  const added = changes.filter((change) => change.kind === "add-member");
  const sealed = await Promise.all(added.map(({ contact }) => sealedContact(vault, studyId, contact)));
  const members = added.map(({ memberId, language }, index) => ({
    memberId,
    language,
    contact: sealed[index]!,
  }));
  await insertMembers(tx, studyId, members, now);
  for (const change of changes) {
    if (change.kind === "set-contact") {
      const contact = await sealedContact(vault, studyId, change.contact);
      await saveContact(tx, studyId, change.memberId, contact, now);
    } else if (change.kind === "set-language") {
      await setLanguage(tx, studyId, change.memberId, change.language);
    }
  }
  const seats = changes.flatMap((change) => (change.kind === "add-seat" ? [change.seat] : []));
  const tenures = changes.flatMap((change) => (change.kind === "start-tenure" ? [change.tenure] : []));
  await insertSeats(tx, studyId, seats, now);
  await insertTenures(tx, studyId, tenures, now);
  for (const change of changes) {
    if (change.kind === "remove-tenure") await removeUnusedSeat(tx, studyId, change.tenure.seatId);
  }
  const events = changes.flatMap((change) => eventOf(change) ?? []);
  await recordMemberEvents(
    tx,
    events.map((event) => ({ ...event, studyId, at: now, actor })),
  );
}

async function sealedContact(
  vault: ContactVault,
  studyId: StudyId,
  contact: Contact,
): Promise<SealedContact> {
  const [sealed, nameHash, emailHash] = await Promise.all([
    vault.sealContact(studyId, contact),
    vault.hashName(studyId, contact.name),
    contact.email === null ? null : vault.hashEmail(studyId, contact.email),
  ]);
  return { sealed, nameHash, emailHash };
}

function eventOf(change: PanelChange): Pick<MemberEventRecord, "memberId" | "kind" | "detail"> | null {
  switch (change.kind) {
    case "add-member":
      return { memberId: change.memberId, kind: "added" };
    case "set-contact":
      return { memberId: change.memberId, kind: "contact_corrected" };
    case "set-language":
      return { memberId: change.memberId, kind: "language_changed", detail: { language: change.language } };
    case "add-seat":
      return null;
    case "start-tenure": {
      const { memberId, seatId, heldFrom } = change.tenure;
      return { memberId, kind: "seat_taken", detail: { seatId, from: heldFrom } };
    }
    case "set-tenure-dates": {
      const { memberId, seatId, heldFrom, heldTo } = change.tenure;
      if (change.isEnd) return { memberId, kind: "seat_left", detail: { seatId, on: heldTo } };
      return { memberId, kind: "seat_corrected", detail: { seatId, from: heldFrom, to: heldTo } };
    }
    case "remove-tenure": {
      const { memberId, seatId } = change.tenure;
      return { memberId, kind: "seat_corrected", detail: { seatId, removed: true } };
    }
  }
}
