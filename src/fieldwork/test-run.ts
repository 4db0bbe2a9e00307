// A test run: going through a questionnaire as a respondent does, with everything kept in the page and nowhere else.
import { firstUnfinished, neighboursOf } from "../collection/resume-point.ts";
import { walkContext } from "../collection/walk-context.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { FormFields } from "../questionnaire/form-fields.ts";
import type { Answers, AnswerValue } from "../questionnaire/instrument.ts";
import type { Problem, Questionnaire, WalkContext } from "../questionnaire/questionnaire.ts";
import { findMunicipality, municipalitiesOn } from "../registers/municipality.ts";
import { dayIn } from "../study/calendar-date.ts";
import type { RoleCode, StudyDefinition } from "../study/study.ts";

/** Whom the questionnaire takes the person at the test run for. */
export interface Pretended {
  readonly role: RoleCode;
  readonly municipality: string;
}

const samples: Readonly<Record<StudyDefinition["country"], string>> = { SE: "Flen", NO: "Hamar" };

/** Somebody of the study with the role asked for, or its first one; the municipality is a sample. */
export function pretended(study: StudyDefinition, role: string, now: Date): Pretended {
  const day = dayIn(study.timeZone, now);
  const found = findMunicipality(study.country, samples[study.country], day);
  const code =
    found.kind === "found" ? found.municipality.code : (municipalitiesOn(study.country, day)[0]?.code ?? "");
  const held = study.roles.find((one) => one.role === role) ?? study.roles[0]!;
  return { role: held.role, municipality: code };
}

/** What texts and conditions are filled with. */
export function testContext(
  study: StudyDefinition,
  who: Pretended,
  language: LanguageCode,
  now: Date,
): WalkContext {
  const entered = {
    caseId: "test-run",
    municipality: who.municipality,
    referenceDate: dayIn(study.timeZone, now),
    role: who.role,
    groups: {},
  } as unknown as Parameters<typeof walkContext>[0];
  return walkContext(entered, study, language, now);
}

/** How far a test run has come; all of it travels in the page. */
export interface Progress {
  readonly answers: Answers;
  readonly donePages: readonly string[];
}

export type TestStep =
  | {
      readonly kind: "page";
      readonly page: string;
      readonly progress: Progress;
      readonly problems: readonly Problem[];
      readonly notice: "new-questions" | "check" | "more" | null;
    }
  | { readonly kind: "done"; readonly completed: Answers };

/** The first page; null where the questionnaire shows none. */
export function firstStep(questionnaire: Questionnaire, context: WalkContext): TestStep | null {
  const [first] = questionnaire.route({}, context);
  if (first === undefined) return null;
  return {
    kind: "page",
    page: first.name,
    progress: { answers: {}, donePages: [] },
    problems: [],
    notice: null,
  };
}

export interface PressedPage {
  readonly page: string;
  readonly progress: Progress;
  readonly form: FormFields;
  readonly press: "next" | "back" | "stay";
}

/** What comes of a page that was sent. */
export function nextStep(
  questionnaire: Questionnaire,
  { page, progress, form, press }: PressedPage,
  context: WalkContext,
): TestStep | null {
  const answered = questionnaire.answerPage(page, progress.answers, form, context);
  if (answered === null) return firstStep(questionnaire, context);
  const { answers } = answered;
  const shown = form.get("shown") ?? [];
  const problems = answered.hasNewQuestions
    ? answered.problems.filter(({ field }) =>
        shown.some((one) => field === one || field.startsWith(`${one}:`)),
      )
    : answered.problems;
  const isDone = answered.problems.length === 0 && !answered.hasNewQuestions && press === "next";
  const donePages = [...new Set([...progress.donePages, ...(isDone ? [page] : [])])];
  const at = (
    name: string,
    notice: "new-questions" | "check" | "more" | null = null,
    found: readonly Problem[] = [],
  ): TestStep => ({ kind: "page", page: name, progress: { answers, donePages }, problems: found, notice });
  const { previous, next } = neighboursOf(questionnaire.route(answers, context), page);
  if (press === "stay") return at(page);
  if (press === "back") return at(previous?.name ?? page);
  if (problems.length > 0) return at(page, null, problems);
  if (answered.hasNewQuestions) return at(page, "new-questions");
  if (next !== null) return at(next.name);
  const unfinished = firstUnfinished(questionnaire, { answers, donePages }, context);
  if (unfinished !== null) return at(unfinished.page.name, unfinished.kind === "unseen" ? "more" : "check");
  return { kind: "done", completed: questionnaire.complete(answers, context) };
}

/** The progress as one field of the page. */
export const packProgress = (progress: Progress): string => JSON.stringify(progress);

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** The progress out of a field; the beginning where it is not one. */
export function unpackProgress(text: string): Progress {
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  if (!isObject(value) || !isObject(value.answers)) return { answers: {}, donePages: [] };
  const pages: readonly unknown[] = Array.isArray(value.donePages) ? value.donePages : [];
  return {
    answers: value.answers as Readonly<Record<string, AnswerValue>>,
    donePages: pages.filter((page): page is string => typeof page === "string"),
  };
}
