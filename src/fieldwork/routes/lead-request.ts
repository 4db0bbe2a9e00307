// A request to the lead's pages of one study: who asks, which study, in which words.
import type { Context, MiddlewareHandler } from "hono";
import { hasRole, type SignedInStaff } from "../../access/staff.ts";
import { languageChoices } from "../../access/staff-language.ts";
import type { LanguageCode } from "../../language/language-code.ts";
import { type StudyDefinition, studyTitle } from "../../study/study.ts";
import { findStudy } from "../../study/study-store.ts";
import { fieldOf, readForm } from "../../web/form-body.ts";
import type { FieldworkDeps } from "../fieldwork-deps.ts";
import { type LeadTexts, leadTexts } from "../lead-texts.ts";
import type { Crumb, LeadFrame } from "../pages/lead-frame.tsx";
import { type Written, written } from "../written.ts";

/** What every handler below `/lead/:study` has at hand. */
export interface LeadRequest {
  readonly staff: SignedInStaff;
  readonly language: LanguageCode;
  readonly study: StudyDefinition;
  readonly texts: LeadTexts;
  readonly written: Written;
  readonly frame: LeadFrame;
  /** "/lead/<study>": every address of the study begins so. */
  readonly base: string;
  readonly now: Date;
}

export interface LeadEnv {
  Variables: { staff: SignedInStaff; lead: LeadRequest };
}

export const mostFormBytes = 100_000;

/** Puts `lead` into the context for the lead of the study in the address; for others there is no such page. */
export function leadOfStudy(deps: FieldworkDeps): MiddlewareHandler<LeadEnv> {
  return async (c, next) => {
    const staff = c.get("staff");
    const studyId = c.req.param("study") ?? "";
    if (!hasRole(staff, studyId, "lead")) return c.notFound();
    const study = await findStudy(deps.db, studyId);
    if (study === undefined) return c.notFound();
    const { language } = staff;
    const base = `/lead/${study.studyId}`;
    const texts = leadTexts(language);
    c.set("lead", {
      staff,
      language,
      study,
      texts,
      written: written(language, study.timeZone),
      frame: {
        ...frameOf(c, language),
        site: studyTitle(study, language),
        siteHref: base,
        navigation: [
          { href: base, label: texts.fieldwork.navigation.overview, isCurrent: c.req.path === base },
          {
            href: `${base}/people`,
            label: texts.fieldwork.navigation.people,
            isCurrent: c.req.path.startsWith(`${base}/people`),
          },
          {
            href: `${base}/questionnaire`,
            label: texts.questionnaire.navigation,
            isCurrent: c.req.path.startsWith(`${base}/questionnaire`),
          },
        ],
      },
      base,
      now: deps.now(),
    });
    return next();
  };
}

/** The frame around a page, without a study. */
export function frameOf(c: Context, language: LanguageCode): LeadFrame {
  const { pathname, search } = new URL(c.req.url);
  return {
    lang: language,
    site: "Tidvis",
    siteHref: "/lead",
    texts: leadTexts(language).web,
    languages: languageChoices(language),
    languageAction: "/staff/language",
    returnTo: c.req.method === "GET" ? `${pathname}${search}` : pathname,
    signOutAction: "/sign-out",
  };
}

/** The way back to the study's own page, and what lies between. */
export function crumbsOf(lead: LeadRequest, ...between: readonly Crumb[]): Crumb[] {
  return [{ href: lead.base, label: studyTitle(lead.study, lead.language) }, ...between];
}

/** The fields of a posted form by name; empty where it was no form or too large. */
export async function postedForm(c: Context): Promise<(name: string) => string> {
  const body = await readForm(c.req.raw, mostFormBytes);
  const pairs = body.kind === "form" ? body.pairs : [];
  return (name) => fieldOf(pairs, name).trim();
}

/** A whole number from 0 to a million in the address, or null. */
export function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : null;
}
