// The questions: opening the link, one address per page, saving, sending, the receipt.
import { type Context, Hono } from "hono";
import type { Answers } from "../questionnaire/instrument.ts";
import type { PageView } from "../questionnaire/page-view.ts";
import type { Problem, WalkContext } from "../questionnaire/questionnaire.ts";
import { fillText } from "../study/study-texts.ts";
import { drawWord } from "../web/random-word.ts";
import { nonceOf } from "../web/security-headers.ts";
import { seeOther, sendPage } from "../web/send-page.ts";
import {
  answerPage,
  isReceiptOf,
  type PageNotice,
  type PageOutcome,
  type PostedPage,
} from "./answer-page.ts";
import { canAnswer, type EnteredCase } from "./entered-case.ts";
import { firstView } from "./first-view.ts";
import { ownPageResponse } from "./own-routes.tsx";
import { LaterPage } from "./pages/later-page.tsx";
import { PrivacyPage } from "./pages/privacy-page.tsx";
import { readPosted } from "./posted-page.ts";
import { printQuestions } from "./print-questions.tsx";
import { placesOf, printReceipt } from "./print-receipt.tsx";
import { wordOf } from "./receipt-word.ts";
import {
  onPost,
  onVisit,
  type PostedPairs,
  type RouteDeps,
  shutResponse,
  situationResponse,
} from "./respond.tsx";
import { resumePage } from "./resume-point.ts";
import { typedAnswers } from "./typed-answers.ts";
import { addressIn, type Visit, visitOf } from "./visit.ts";
import { walkContext } from "./walk-context.ts";

/** Mount at "/". */
export const questionRoutes = (deps: RouteDeps): Hono => {
  const routes = new Hono();

  routes.get("/s/:link", (c) =>
    onVisit(c, deps, (visit) => {
      if (visit.entered.purpose === "own") return ownPageResponse(c, deps, visit);
      if (!canAnswer(visit.situation)) return situationResponse(c, visit);
      const view = viewToResume(deps, visit);
      return view === null ? situationResponse(c, visit) : showView(c, deps, visit, view);
    }),
  );

  routes.get("/s/:link/p/:page", (c) =>
    onVisit(c, deps, (visit) => {
      if (!canAnswer(visit.situation)) {
        return visit.entered.purpose === "own" ? toOwnPage(c, visit) : situationResponse(c, visit);
      }
      return showPage(c, deps, visit, { page: c.req.param("page") });
    }),
  );

  routes.post("/s/:link/p/:page", (c) =>
    onPost(
      c,
      deps,
      async (visit, pairs) => {
        const posted = readPosted(c.req.param("page"), visit, pairs);
        const { entered, prepared, isFromMemory } = visit;
        const onSaved = (saved: EnteredCase) => deps.justSaved.keep(c, saved, deps.now());
        const outcome = await answerPage({ ...deps, onSaved }, entered, prepared, posted, isFromMemory);
        return respondTo(c, deps, visit, posted, outcome, pairs);
      },
      "to-answer",
    ),
  );

  routes.get("/s/:link/later", (c) =>
    onVisit(c, deps, (visit) =>
      canAnswer(visit.situation)
        ? sendPage(c, <LaterPage visit={visit} nonce={nonceOf(c)} />)
        : situationResponse(c, visit),
    ),
  );

  routes.get("/s/:link/receipt/:token", (c) =>
    onVisit(c, deps, async (visit) => {
      const token = c.req.param("token");
      if (!visit.entered.isWithdrawn && (await isReceiptOf(visit.entered, token))) {
        return showReceipt(c, deps, visit, token);
      }
      return canAnswer(visit.situation) || visit.entered.purpose === "own"
        ? seeOther(c, addressIn(visit))
        : situationResponse(c, visit);
    }),
  );

  routes.get("/s/:link/privacy", (c) =>
    onVisit(c, deps, async (visit) => {
      const texts = await deps.studies.texts(visit.entered.studyId, visit.language);
      const notice = texts?.privacyNotice ?? { subject: "", paragraphs: [] };
      return sendPage(
        c,
        <PrivacyPage
          visit={visit}
          nonce={nonceOf(c)}
          heading={fillText(notice.subject, placesOf(visit))}
          paragraphs={notice.paragraphs.map((text) => fillText(text, placesOf(visit)))}
        />,
      );
    }),
  );

  return routes;
};

const nothing: Answers = {};

const draftOf = (visit: Visit): Answers => visit.entered.response?.draft ?? nothing;

const contextOf = (deps: RouteDeps, { entered, prepared, language }: Visit): WalkContext =>
  walkContext(entered, prepared.study, language, deps.now());

const pageToResume = (deps: RouteDeps, visit: Visit, context = contextOf(deps, visit)): string | null => {
  const progress = { answers: draftOf(visit), donePages: visit.entered.response?.draftPages ?? [] };
  return resumePage(visit.prepared.questionnaire, progress, context)?.name ?? null;
};

const viewToResume = (deps: RouteDeps, visit: Visit): PageView | null => {
  const context = contextOf(deps, visit);
  const { entered, prepared } = visit;
  if (entered.response === null) return firstView(prepared, entered.instrumentVersion, context);
  const page = pageToResume(deps, visit, context);
  return page === null ? null : prepared.questionnaire.page(page, draftOf(visit), context);
};

const notices: readonly PageNotice[] = [
  "new-questions",
  "check",
  "more",
  "moved",
  "changed",
  "saved",
  "blank",
];

interface ShownPage {
  readonly page: string;
  /** What to show in the fields; the draft unless given. */
  readonly answers?: Answers;
  readonly problems?: readonly Problem[];
}

const showPage = (
  c: Context,
  deps: RouteDeps,
  visit: Visit,
  shown: ShownPage,
): Response | Promise<Response> => {
  const problems = shown.problems ?? [];
  const answers = shown.answers ?? draftOf(visit);
  const view = visit.prepared.questionnaire.page(shown.page, answers, contextOf(deps, visit), problems);
  return view === null ? backOnRoute(c, deps, visit, "moved") : showView(c, deps, visit, view, problems);
};

const showView = (
  c: Context,
  deps: RouteDeps,
  visit: Visit,
  page: PageView,
  problems: readonly Problem[] = [],
): Promise<Response> => {
  const asked = c.req.query("notice");
  const notice = notices.find((known) => known === asked) ?? null;
  const token = drawWord(deps.randomBytes);
  const printed = printQuestions(deps.printed, { visit, nonce: nonceOf(c), page, problems, notice, token });
  return sendPage(c, printed, problems.length > 0 ? 422 : 200);
};

const toOwnPage = (c: Context, visit: Visit): Response => seeOther(c, addressIn(visit, ["own"]));

const toPage = (c: Context, visit: Visit, page: string, notice: PageNotice | null, element = ""): Response =>
  seeOther(
    c,
    addressIn(visit, ["p", page], { notice }) + (element === "" ? "" : `#${encodeURIComponent(element)}`),
  );

const backOnRoute = (
  c: Context,
  deps: RouteDeps,
  visit: Visit,
  notice: PageNotice,
): Response | Promise<Response> => {
  const page = pageToResume(deps, visit);
  return page === null ? situationResponse(c, visit) : toPage(c, visit, page, notice);
};

const respondTo = (
  c: Context,
  deps: RouteDeps,
  visit: Visit,
  posted: PostedPage,
  outcome: PageOutcome,
  pairs: PostedPairs,
): Response | Promise<Response> => {
  // From here on the chosen language is the stored one, unless nothing was saved.
  const saved: Visit = { ...visit, language: posted.language, ownLanguage: posted.language };
  const unsaved: Visit = { ...visit, language: posted.language };
  switch (outcome.kind) {
    case "go-on":
      return toPage(c, saved, outcome.page, outcome.notice, outcome.element);
    case "nothing-to-save":
      return toPage(c, unsaved, outcome.page, null);
    case "saved-for-later":
      return seeOther(c, addressIn(unsaved, ["later"]));
    case "invalid":
      return showPage(c, deps, visit, {
        page: posted.page,
        answers: outcome.answers,
        problems: outcome.problems,
      });
    case "kept":
      return toPage(c, saved, posted.page, null);
    case "received":
      return seeOther(c, addressIn(saved, ["receipt", outcome.token]));
    case "off-route":
      return backOnRoute(c, deps, unsaved, "moved");
    case "other-version":
      return backOnRoute(c, deps, unsaved, "changed");
    case "shut":
      return shutResponse(c, outcome.link, pairs);
    case "too-late": {
      const late = visitOf(visit.link, outcome.entered, visit.prepared, posted.language);
      return situationResponse(c, late, typedAnswers(late, posted, pairs, deps.now()));
    }
  }
};

const showReceipt = async (c: Context, deps: RouteDeps, visit: Visit, token: string): Promise<Response> => {
  const { entered, prepared, language } = visit;
  const receipt = {
    nonce: nonceOf(c),
    token,
    word: await wordOf(deps.keys, entered, token),
    texts: await deps.studies.texts(entered.studyId, language),
    completedText: prepared.questionnaire.completedText(
      entered.response?.answers ?? nothing,
      contextOf(deps, visit),
    ),
  };
  return sendPage(c, printReceipt(deps.printed, visit, receipt));
};
