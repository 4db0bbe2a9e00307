// Reads the panel with names and addresses opened, for those who may see who people are.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import type { StudyId } from "../study/study.ts";
import type { ContactVault } from "./contact.ts";
import type { MemberId } from "./member.ts";
import type { Panel, PanelPerson } from "./panel-change.ts";
import { findStoredMember, listStoredMembers, type StoredMember } from "./panel-store.ts";
import { listSeats, listTenures } from "./seat-store.ts";

/** Everybody ever added, every seat, and who held which one when. */
export async function readPanel(db: Kysely<Database>, vault: ContactVault, studyId: StudyId): Promise<Panel> {
  const stored = await listStoredMembers(db, studyId);
  const people = await Promise.all(stored.map((member) => openMember(vault, studyId, member)));
  return { people, seats: await listSeats(db, studyId), tenures: await listTenures(db, studyId) };
}

/** One member; undefined if there is none of this id. */
export async function readMember(
  db: Kysely<Database>,
  vault: ContactVault,
  studyId: StudyId,
  memberId: MemberId,
): Promise<PanelPerson | undefined> {
  const stored = await findStoredMember(db, studyId, memberId);
  return stored === undefined ? undefined : openMember(vault, studyId, stored);
}

async function openMember(vault: ContactVault, studyId: StudyId, member: StoredMember): Promise<PanelPerson> {
  const { memberId, language, sealed } = member;
  const contact = sealed === null ? null : await vault.openContact(studyId, sealed);
  return { memberId, language, contact };
}
