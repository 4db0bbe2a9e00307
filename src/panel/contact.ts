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

/** Longest name, e-mail address and telephone number that is taken, in characters. */
export const longest = { name: 200, email: 254, phone: 40 } as const;

/** What can be wrong with typed contact details. */
export type ContactProblem = "missing-name" | "long-name" | "invalid-email" | "long-phone";

/**
 * Text as a person meant it: Unicode NFC, invisible characters and line breaks gone, one space between words.
 * Unpaired surrogates, which have no place in any file, become the replacement character.
 */
export function tidyText(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** Whether a text has the form of one e-mail address, without a name or brackets around it. */
export function isEmail(text: string): boolean {
  const form = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\.]+(?:\.[^\s@<>,;:"()[\]\\.]+)+$/u;
  return text.length <= longest.email && form.test(text) && !/^\.|\.\.|\.@/.test(text);
}

/** Typed contact details made tidy, with everything that is wrong with them; empty fields become null. */
export function checkContact(typed: {
  readonly name: string;
  readonly email?: string | null;
  readonly phone?: string | null;
}): { readonly contact: Contact; readonly problems: readonly ContactProblem[] } {
  const name = tidyText(typed.name);
  const email = tidyText(typed.email ?? "") || null;
  const phone = tidyText(typed.phone ?? "") || null;
  const problems: ContactProblem[] = [];
  if (name === "") problems.push("missing-name");
  if (name.length > longest.name) problems.push("long-name");
  if (email !== null && !isEmail(email)) problems.push("invalid-email");
  if (phone !== null && phone.length > longest.phone) problems.push("long-phone");
  return { contact: { name, email, phone }, problems };
}

/** An address as it is compared: trimmed, Unicode NFC, lower case. */
export function comparableEmail(email: string): string {
  return email.trim().normalize("NFC").toLowerCase();
}

/** A name as it is compared: Unicode NFC, lower case, one space between words. */
export function comparableName(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** Whether two contact details are the same to the letter. */
export function isSameContact(a: Contact, b: Contact): boolean {
  return a.name === b.name && a.email === b.email && a.phone === b.phone;
}
