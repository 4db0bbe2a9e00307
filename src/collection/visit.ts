// One visit of a respondent: the link that was opened, the case behind it, and the language to speak.
import { plainHash } from "../access/derived-key.ts";
import type { LanguageCode } from "../language/language-code.ts";
import { underLink, withQuery } from "./addresses.ts";
import type { AnswerDeps } from "./answer-page.ts";
import {
  canAnswer,
  type EnteredCase,
  type ShutLink,
  type Situation,
  seedOf,
  situationOf,
} from "./entered-case.ts";
import { readEnteredCase } from "./entered-case-store.ts";
import type { PreparedStudies, PreparedStudy } from "./prepared-study.ts";
import type { RememberedCases } from "./remembered-cases.ts";
import { offeredLanguage, type RespondentTexts, textsIn } from "./respondent-texts.ts";

export interface Visit {
  readonly link: string;
  readonly entered: EnteredCase;
  readonly situation: Situation;
  readonly prepared: PreparedStudy;
  readonly language: LanguageCode;
  /** The language without the one that was asked for in the address. */
  readonly ownLanguage: LanguageCode;
  readonly texts: RespondentTexts;
  /** What the case and its link are called in the device of whoever answers; nobody can work them out from it. */
  readonly caseMark: string;
  readonly linkMark: string;
  /** True where the case is as this process read it some minutes ago. */
  readonly isFromMemory: boolean;
}

/** How a link is opened: to show something, to take a form that proves itself, or to do something else. */
export type Purpose = "to-show" | "to-answer" | "to-act";

const longestLink = 100;

/**
 * Opens a link. Reads only.
 *
 * @param askedLanguage `?lang=` of the address, or the language of a form
 * @param saved a case as it was left by a save a moment ago
 */
export const openVisit = async (
  deps: AnswerDeps & { readonly studies: PreparedStudies; readonly remembered: RememberedCases },
  link: string,
  askedLanguage: string | undefined,
  purpose: Purpose,
  saved: EnteredCase | null = null,
): Promise<Visit | ShutLink> => {
  if (link.length > longestLink) return "unknown";
  const now = deps.now();
  const linkHash = await plainHash(link);
  const remembered = deps.remembered.take(linkHash, now);
  const isFromMemory = remembered !== null && purpose === "to-answer";
  const isSaved = saved?.linkHash === linkHash && purpose === "to-show" && saved.expiresAt > now;
  const known = isFromMemory ? remembered : isSaved ? saved : null;
  const entered = known ?? (await readEnteredCase(deps.db, linkHash, now));
  if (typeof entered === "string") return entered;
  const prepared = await deps.studies.open(entered.studyId, entered.instrumentVersion);
  const visit = visitOf(link, entered, prepared, askedLanguage, isFromMemory);
  if (purpose === "to-show" && canAnswer(visit.situation)) deps.remembered.keep(entered, now);
  return visit;
};

/** The visit for a case that was read. */
export const visitOf = (
  link: string,
  entered: EnteredCase,
  prepared: PreparedStudy,
  askedLanguage: string | undefined,
  isFromMemory = false,
): Visit => {
  const { languages, defaultLanguage } = prepared.study;
  const ownLanguage =
    offeredLanguage(entered.response?.language ?? entered.language, languages) ?? defaultLanguage;
  const language = offeredLanguage(askedLanguage, languages) ?? ownLanguage;
  const situation = situationOf(entered);
  const texts = textsIn(language);
  const caseMark = seedOf(`${entered.studyId} ${entered.caseId}`).toString(36).padStart(7, "0");
  const linkMark = entered.linkHash.slice(0, 12);
  return {
    link,
    entered,
    situation,
    prepared,
    language,
    ownLanguage,
    texts,
    caseMark,
    linkMark,
    isFromMemory,
  };
};

/** Address of a page of this visit, in the language of the visit. */
export const addressIn = (
  visit: Visit,
  parts: readonly string[] = [],
  query: Readonly<Record<string, string | null>> = {},
): string =>
  withQuery(underLink(visit.link, ...parts), {
    ...query,
    lang: visit.language === visit.ownLanguage ? null : visit.language,
  });
