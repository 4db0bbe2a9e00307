// Where a respondent goes on: the first page on the route that still wants something.
import type { Answers } from "../questionnaire/instrument.ts";
import { valueAt } from "../questionnaire/item-answers.ts";
import type { Questionnaire, RoutePage, WalkContext } from "../questionnaire/questionnaire.ts";

/** How far one case has come. */
export interface Progress {
  readonly answers: Answers;
  /** Names of the pages that were left without problems. */
  readonly donePages: readonly string[];
}

/** What stands between the respondent and sending. */
export type Unfinished =
  /** Not seen yet, or left before it was done. */
  | { readonly kind: "unseen"; readonly page: RoutePage }
  /** Was done, and wants something again because of a later answer. */
  | { readonly kind: "open-again"; readonly page: RoutePage };

/** The first page on the route that is not done, or that could not be left as it stands; null when all is done. */
export const firstUnfinished = (
  questionnaire: Questionnaire,
  progress: Progress,
  context: WalkContext,
): Unfinished | null => {
  const done = new Set(progress.donePages);
  const route = questionnaire.route(progress.answers, context);
  const unseen = route.find((page) => !done.has(page.name));
  const [open] = questionnaire.openPages(progress.answers, context);
  if (open !== undefined && (unseen === undefined || open.page.number < unseen.number)) {
    return { kind: "open-again", page: open.page };
  }
  return unseen === undefined ? null : { kind: "unseen", page: unseen };
};

/** Whether a page asks something beside open text, and nothing of it has been answered. */
const isUnanswered = (page: RoutePage, { instrument }: Questionnaire, answers: Answers): boolean => {
  const asked = new Set(page.items);
  const variables = instrument.variables.filter(({ name }) => asked.has(name));
  return (
    variables.some(({ kind }) => kind !== "open") &&
    variables.every(({ path }) => valueAt(answers, path) === undefined)
  );
};

/**
 * The page to show when the link is opened: the first one that is unfinished, or was left without an answer; the
 * last when there is none.
 */
export const resumePage = (
  questionnaire: Questionnaire,
  progress: Progress,
  context: WalkContext,
): RoutePage | null => {
  const route = questionnaire.route(progress.answers, context);
  const unfinished = firstUnfinished(questionnaire, progress, context)?.page ?? route.at(-1);
  const unanswered = route.find((page) => isUnanswered(page, questionnaire, progress.answers));
  if (unfinished === undefined || unanswered === undefined) return unfinished ?? null;
  return unanswered.number < unfinished.number ? unanswered : unfinished;
};

/** The pages before and after one on the route. */
export const neighboursOf = (
  route: readonly RoutePage[],
  pageName: string,
): { readonly previous: RoutePage | null; readonly next: RoutePage | null } => {
  const index = route.findIndex((page) => page.name === pageName);
  return {
    previous: index > 0 ? (route[index - 1] ?? null) : null,
    next: index >= 0 ? (route[index + 1] ?? null) : null,
  };
};
