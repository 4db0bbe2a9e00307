// What somebody filled in that could not be saved, to be shown back to them. Made from the form alone: what is stored
// of the case is not for everyone who holds the link.
import type { PostedPage } from "./answer-page.ts";
import type { Visit } from "./visit.ts";
import { walkContext } from "./walk-context.ts";

/** One answer in words; without a title where the question is not known. */
export interface TypedAnswer {
  readonly title: string;
  readonly answer: string;
}

/** Sentences of a form whose questions cannot be opened: chosen codes would tell nobody anything. */
export const typedTexts = (pairs: readonly (readonly [string, string])[]): readonly TypedAnswer[] =>
  pairs
    .filter(([name, value]) => name.startsWith("q:") && /\S\s+\S/.test(value))
    .map(([, answer]) => ({ title: "", answer }));

/** The answers of a posted page in words; empty when there are none. */
export const typedAnswers = (
  visit: Visit,
  posted: PostedPage,
  pairs: readonly (readonly [string, string])[],
  now: Date,
): readonly TypedAnswer[] => {
  const { entered, prepared, language } = visit;
  const context = walkContext(entered, prepared.study, language, now);
  const answered = prepared.questionnaire.answerPage(posted.page, {}, posted.form, context);
  const typed = new Set(answered === null ? [] : Object.keys(answered.pageAnswers));
  const shown =
    answered === null
      ? []
      : prepared.questionnaire
          .shownAnswers(answered.answers, context)
          .filter(({ question }) => typed.has(question));
  const rest = typedTexts(pairs).filter(
    ({ answer }) => !shown.some((known) => known.answer.includes(answer.trim())),
  );
  return [...shown, ...rest];
};
