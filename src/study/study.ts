// A study as its folder declares it: who is asked, in which languages, and what was promised to them.
import type { LanguageCode } from "../language/language-code.ts";

/** Name of a study, as its folder: 2–60 characters of a–z, 0–9 and "-". */
export type StudyId = string & { readonly brand: "StudyId" };
/** Code of a role within a study: 1–40 characters of a–z, 0–9, "_" and "-". */
export type RoleCode = string & { readonly brand: "RoleCode" };
/** A calendar date, "yyyy-mm-dd". */
export type IsoDate = string;

/** What a role is called: one person, and several ("politician", "politicians"). */
export interface RoleLabel {
  readonly singular: string;
  readonly plural: string;
}

/** A role that people hold in a municipality, with its name in every language of the study. */
export interface StudyRole {
  readonly role: RoleCode;
  readonly label: Readonly<Partial<Record<LanguageCode, RoleLabel>>>;
}

/** Where people can turn with questions. */
export interface StudyContact {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
}

/** Who decides over the personal data, for the privacy notice. */
export interface StudyController {
  readonly name: string;
  readonly address: string | null;
}

/**
 * AAPOR code of a person who held the office and never replied: 2.2 (non-contact), or 3.19 (unknown
 * eligibility) where the list of office holders cannot be trusted.
 */
export type SilentDisposition = "2.2" | "3.19";

/** `study.json`, read and checked. Every text exists in every language of `languages`. */
export interface StudyDefinition {
  readonly studyId: StudyId;
  readonly title: Readonly<Partial<Record<LanguageCode, string>>>;
  readonly country: "SE" | "NO";
  /** IANA name: "Europe/Stockholm". Field periods begin and end at its midnight. */
  readonly timeZone: string;
  /** In the order of the file, which is the order of every table. At least one. */
  readonly roles: readonly StudyRole[];
  /** In the order in which they are offered. At least one. */
  readonly languages: readonly LanguageCode[];
  readonly defaultLanguage: LanguageCode;
  readonly privacyMode: "confidential";
  /** Smallest number of answers that a figure may rest on; 3 or more, 5 unless declared. */
  readonly minimumBase: number;
  readonly silentDisposition: SilentDisposition;
  /** Last day on which names and answers can be joined; survey links work until its end. */
  readonly linkEndsOn: IsoDate;
  /** Whether one person may be lead and evaluator at once. */
  readonly onePersonTwoRoles: boolean;
  readonly controller: StudyController;
  readonly contact: StudyContact;
}

/** The study's title in `language`, or in its default language. */
export function studyTitle(study: StudyDefinition, language: LanguageCode): string {
  return study.title[language] ?? study.title[study.defaultLanguage] ?? study.studyId;
}

/** What a role is called in `language`, or in the study's default language; the code itself if it is unknown. */
export function roleLabel(study: StudyDefinition, role: string, language: LanguageCode): RoleLabel {
  const label = study.roles.find((candidate) => candidate.role === role)?.label;
  return label?.[language] ?? label?.[study.defaultLanguage] ?? { singular: role, plural: role };
}
