// Prints a page of questions. One on which nothing is filled in yet is the same for many, and printed once for them.
import type { GappedPage } from "../web/send-page.ts";
import type { EnteredCase } from "./entered-case.ts";
import { QuestionPage, type QuestionPageProps } from "./pages/question-page.tsx";
import { type PrintedPages, textOf } from "./printed-pages.ts";

/** All that a kept page tells of a case; what is not here cannot be on it. */
export const shownCase = (entered: EnteredCase) => ({
  studyId: entered.studyId,
  instrumentVersion: entered.instrumentVersion,
  role: entered.role,
  municipality: entered.municipality,
  referenceDate: entered.referenceDate,
  closesOn: entered.closesOn,
  stance: entered.stance,
  isWithdrawn: entered.isWithdrawn,
  response: entered.response === null ? null : {},
});

const isUntouched = ({ visit, page, problems }: QuestionPageProps): boolean => {
  const draft = visit.entered.response?.draft ?? null;
  if (problems.length > 0) return false;
  if (draft === null) return true;
  return !visit.prepared.questionnaire.instrument.variables.some(
    (variable) => variable.page === page.name && Object.hasOwn(draft, String(variable.path[0])),
  );
};

/** @returns the whole document */
export const printQuestions = (printed: PrintedPages, props: QuestionPageProps): string | GappedPage => {
  if (!isUntouched(props)) return String(<QuestionPage {...props} />);
  const { visit, page, problems, notice, nonce, token } = props;
  const { link, caseMark, linkMark, language, ownLanguage, situation } = visit;
  const shown = shownCase(visit.entered);
  const own = { link, nonce, token, caseMark, linkMark };
  const print = (gaps: typeof own): string =>
    String(
      <QuestionPage
        visit={{ ...visit, ...gaps, entered: shown as unknown as EnteredCase }}
        page={page}
        problems={problems}
        notice={notice}
        nonce={gaps.nonce}
        token={gaps.token}
      />,
    );
  const key = JSON.stringify([language, ownLanguage, situation, shown, notice]) + textOf(page);
  return printed.print(visit.prepared.study, key, own, print);
};
