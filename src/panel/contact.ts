// Name and addresses of a person, and the door behind which they are kept sealed.
import type { StudyId } from "../study/study.ts";

/** How a person can be reached. A member without e-mail gets a letter. */
export interface Contact {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/**
 * Seals contact details with the study's own key, which lies outside the database. Hashes are keyed as well:
 * the same address gives the same hash within a study and another one in every other study. Addresses and
 * names are compared as `comparableEmail` and `comparableName` give them.
 */
export interface ContactVault {
  sealContact(studyId: StudyId, contact: Contact): Promise<string>;
  openContact(studyId: StudyId, sealed: string): Promise<Contact>;
  hashEmail(studyId: StudyId, email: string): Promise<string>;
  hashName(studyId: StudyId, name: string): Promise<string>;
}

/** An address as it is compared: trimmed, Unicode NFC, lower case. */
export function comparableEmail(email: string): string {
  return email.trim().normalize("NFC").toLowerCase();
}

/** A name as it is compared: Unicode NFC, lower case, one space between words. */
export function comparableName(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}
