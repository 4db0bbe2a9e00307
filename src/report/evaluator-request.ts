// A request to the evaluator's pages of one study: who asks, which study, in which words.
import type { Context, MiddlewareHandler } from "hono";
import type { Kysely } from "kysely";
import { hasRole, type SignedInStaff } from "../access/staff.ts";
import { languageChoices } from "../access/staff-language.ts";
import type { Database } from "../db/schema.ts";
import { type LanguageCode, locales } from "../language/language-code.ts";
import { type StudyDefinition, studyTitle } from "../study/study.ts";
import { findStudy } from "../study/study-store.ts";
import { nonceOf } from "../web/security-headers.ts";
import type { Reader } from "./change-report.ts";
import type { EvaluatorFrame } from "./pages/evaluator-frame.tsx";
import { type EvaluatorTexts, evaluatorTexts } from "./report-texts.ts";

/** What every handler below `/evaluate/:study` has at hand. */
export interface EvaluatorRequest {
  readonly study: StudyDefinition;
  readonly title: string;
  readonly texts: EvaluatorTexts;
  readonly reader: Reader;
  /** What was typed as the smallest change worth mentioning, where it cannot be used. */
  readonly typedLimit: string | null;
  readonly frame: EvaluatorFrame;
  /** "/evaluate/<study>": every address of the study begins so. */
  readonly base: string;
  /** Settings that links within the study carry along: "" or "?mention=10". */
  readonly carried: string;
  readonly day: (date: string) => string;
  readonly now: Date;
}

export interface EvaluatorEnv {
  Variables: { staff: SignedInStaff; evaluator: EvaluatorRequest };
}

const mentionDefault = 5;
const mentionMost = 50;

/** Puts `evaluator` into the context for the evaluator of the study in the address; others find no such page. */
export function evaluatorOfStudy(deps: {
  readonly db: Kysely<Database>;
  readonly now: () => Date;
}): MiddlewareHandler<EvaluatorEnv> {
  return async (c, next) => {
    const staff = c.get("staff");
    const studyId = c.req.param("study") ?? "";
    if (!hasRole(staff, studyId, "evaluator")) return c.notFound();
    const study = await findStudy(deps.db, studyId);
    if (study === undefined) return c.notFound();
    const { language } = staff;
    const texts = evaluatorTexts(language);
    const base = `/evaluate/${study.studyId}`;
    const typed = (c.req.query("mention") ?? "").trim();
    const mention = /^\d{1,2}$/.test(typed) && Number(typed) <= mentionMost ? Number(typed) : null;
    c.set("evaluator", {
      study,
      title: studyTitle(study, language),
      texts,
      reader: {
        language,
        texts: texts.report,
        sentences: texts.sentences,
        mentionFrom: mention ?? mentionDefault,
      },
      typedLimit: typed === "" || mention !== null ? null : typed.slice(0, 20),
      frame: {
        ...plainFrame(c, language),
        site: studyTitle(study, language),
        siteHref: base,
        navigation: [
          { href: base, label: texts.report.study.results, isCurrent: !c.req.path.endsWith("/method") },
          {
            href: `${base}/method`,
            label: texts.method.title,
            isCurrent: c.req.path === `${base}/method`,
          },
        ],
      },
      base,
      carried: mention === null || mention === mentionDefault ? "" : `?mention=${mention}`,
      day: dayWriter(language),
      now: deps.now(),
    });
    return next();
  };
}

/** The frame around a page, without a study. */
export function plainFrame(c: Context, language: LanguageCode): EvaluatorFrame {
  const { pathname, search } = new URL(c.req.url);
  return {
    lang: language,
    site: "Tidvis",
    siteHref: "/evaluate",
    nonce: nonceOf(c),
    texts: evaluatorTexts(language).web,
    languages: languageChoices(language),
    languageAction: "/staff/language",
    returnTo: `${pathname}${search}`,
    signOutAction: "/sign-out",
  };
}

/** Writes "yyyy-mm-dd" as "17 May 2026". */
export function dayWriter(language: LanguageCode): (date: string) => string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" });
  return (date) => format.format(new Date(`${date}T00:00:00Z`));
}
