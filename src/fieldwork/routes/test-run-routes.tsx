// Addresses of the test run. Nothing is read but the questionnaire, and nothing is written anywhere.
import { type Context, Hono } from "hono";
import { languageNames } from "../../collection/respondent-texts.ts";
import { municipalityNameOf } from "../../collection/walk-context.ts";
import type { LanguageCode } from "../../language/language-code.ts";
import { readFormFields } from "../../questionnaire/form-fields.ts";
import type { Answers } from "../../questionnaire/instrument.ts";
import { prepareQuestionnaire } from "../../questionnaire/prepare-questionnaire.ts";
import type { Questionnaire, WalkContext } from "../../questionnaire/questionnaire.ts";
import { dayIn } from "../../study/calendar-date.ts";
import { roleLabel, studyTitle } from "../../study/study.ts";
import { findInstrument } from "../../study/study-store.ts";
import { fieldOf, readForm } from "../../web/form-body.ts";
import { nonceOf } from "../../web/security-headers.ts";
import type { FieldworkDeps } from "../fieldwork-deps.ts";
import { TestRunDonePage, TestRunPage } from "../pages/test-run-pages.tsx";
import { shownLanguages, titleOf } from "../preview-questionnaire.tsx";
import {
  firstStep,
  nextStep,
  type PressedPage,
  type Pretended,
  packProgress,
  pretended,
  type TestStep,
  testContext,
  unpackProgress,
} from "../test-run.ts";
import { type LeadEnv, numberIn } from "./lead-request.ts";
import { questionnaireCrumbs } from "./questionnaire-routes.tsx";

const mostFormBytes = 1_000_000;

/** One test run as it stands in a request. */
interface TestRun {
  readonly questionnaire: Questionnaire;
  readonly version: number;
  readonly who: Pretended;
  readonly language: LanguageCode;
  readonly context: WalkContext;
}

/** Mount at "/lead/:study/questionnaire". */
export function testRunRoutes(deps: FieldworkDeps): Hono<LeadEnv> {
  const routes = new Hono<LeadEnv>();

  const openRun = async (c: Context<LeadEnv>, role: string, asked: string): Promise<TestRun | null> => {
    const { study, now } = c.get("lead");
    const version = numberIn(c.req.param("version"));
    const stored = version === null ? undefined : await findInstrument(deps.db, study.studyId, version);
    if (version === null || stored === undefined) return null;
    const languages = shownLanguages(stored.instrument);
    const language = languages.find((one) => one === asked) ?? languages[0] ?? study.defaultLanguage;
    const who = pretended(study, role, now);
    return {
      questionnaire: prepareQuestionnaire(stored.instrument),
      version,
      who,
      language,
      context: testContext(study, who, language, now),
    };
  };

  const show = (c: Context<LeadEnv>, run: TestRun, step: TestStep | null) => {
    if (step === null) return c.notFound();
    if (step.kind === "done") return showDone(c, run, step.completed);
    const lead = c.get("lead");
    const { study, language: textsLanguage } = lead;
    const { questionnaire, language, who, context } = run;
    const page = questionnaire.page(step.page, step.progress.answers, context, step.problems);
    if (page === null) return c.notFound();
    const href = `${lead.base}/questionnaire/${run.version}`;
    const referenceDate = dayIn(study.timeZone, lead.now);
    return c.html(
      <TestRunPage
        language={language}
        languages={shownLanguages(questionnaire.instrument).map((code) => ({
          code,
          name: languageNames[code],
          isCurrent: code === language,
          href: null,
        }))}
        site={studyTitle(study, language)}
        heading={titleOf(questionnaire.instrument, study, language)}
        nonce={nonceOf(c)}
        page={page}
        problems={step.problems}
        notice={step.notice}
        action={`${href}/try`}
        fields={{ page: page.name, role: who.role, lang: language, progress: packProgress(step.progress) }}
        leaveHref={href}
        who={{
          role: roleLabel(study, who.role, textsLanguage).singular,
          municipality: municipalityNameOf({ municipality: who.municipality, referenceDate }, study),
        }}
        texts={lead.texts.questionnaire}
        textsLanguage={textsLanguage}
      />,
      step.problems.length > 0 ? 422 : 200,
    );
  };

  const showDone = (c: Context<LeadEnv>, run: TestRun, completed: Answers) => {
    const lead = c.get("lead");
    const { questionnaire, context, language, who } = run;
    const { test } = lead.texts.questionnaire;
    const href = `${lead.base}/questionnaire/${run.version}`;
    const coded = questionnaire.codedAnswers(completed, context);
    return c.html(
      <TestRunDonePage
        frame={{ ...lead.frame, returnTo: href }}
        crumbs={questionnaireCrumbs(lead, run.version)}
        answers={questionnaire.shownAnswers(completed, context)}
        codes={coded.map(({ variable, values }) => ({
          variable,
          values: values
            .map((value) => (value === "__na__" ? `${value} (${test.filtered})` : value))
            .join(", "),
        }))}
        thanks={questionnaire.completedText(completed, context)}
        language={language}
        againHref={`${href}/try?${new URLSearchParams({ role: who.role, lang: language })}`}
        leaveHref={href}
        texts={lead.texts.questionnaire}
      />,
    );
  };

  routes.get("/:version{[0-9]+}/try", async (c) => {
    const run = await openRun(c, c.req.query("role") ?? "", c.req.query("lang") ?? "");
    return run === null ? c.notFound() : show(c, run, firstStep(run.questionnaire, run.context));
  });

  routes.post("/:version{[0-9]+}/try", async (c) => {
    const body = await readForm(c.req.raw, mostFormBytes);
    const pairs = body.kind === "form" ? body.pairs : [];
    const showIn = fieldOf(pairs, "show-in");
    const run = await openRun(c, fieldOf(pairs, "role"), showIn || fieldOf(pairs, "lang"));
    if (run === null) return c.notFound();
    const pressed: PressedPage = {
      page: fieldOf(pairs, "page"),
      progress: unpackProgress(fieldOf(pairs, "progress")),
      form: readFormFields(pairs),
      press: pressIn(pairs),
    };
    return show(c, run, nextStep(run.questionnaire, pressed, run.context));
  });

  return routes;
}

/** Adding or removing a turn, and another language, stay on the page. */
function pressIn(pairs: readonly (readonly [string, string])[]): PressedPage["press"] {
  if (fieldOf(pairs, "show-in") !== "") return "stay";
  if (pairs.some(([name]) => name.endsWith(":*add") || name.endsWith(":*remove"))) return "stay";
  return fieldOf(pairs, "press") === "back" ? "back" : "next";
}
