// Preparing an instrument to be answered: the engine's walks, with what every engine has in common.
import { answerPage, pageProblems, withProblems } from "./answer-page.ts";
import { compiledEngine } from "./engine/compiled-walk.ts";
import type { Answers, Instrument } from "./instrument.ts";
import { answersInWords, codeAnswers, completionOf, pageItems } from "./item-answers.ts";
import type { PageView } from "./page-view.ts";
import type { Questionnaire, RoutePage, WalkContext } from "./questionnaire.ts";
import type { Engine, Walk, Walker } from "./walk.ts";

const viewsOf = (walk: Walk): readonly PageView[] =>
  walk.pages.map((page) => walk.page(page.name)).filter((view) => view !== null);

const routePage = (walk: Walk, index: number): RoutePage | null => {
  const page = walk.pages[index];
  const view = page && walk.page(page.name);
  return page && view
    ? {
        name: page.name,
        title: page.title,
        number: index + 1,
        isLast: index === walk.pages.length - 1,
        items: pageItems(view),
      }
    : null;
};

/**
 * Within one context (a request has one) several things are asked of the same answers: the walk that took or showed
 * them last is asked again instead of being begun anew.
 */
const shareWalks = (walker: Walker): Walker => {
  const latest = new WeakMap<WalkContext, { readonly answers: Answers; readonly walk: Walk }>();
  const share = (answers: Answers, context: WalkContext, walk: Walk): Walk => {
    const shared: Walk = Object.assign(Object.create(walk) as Walk, {
      moveTo: (others: Answers) => {
        latest.delete(context);
        return share(others, context, walk.moveTo(others));
      },
    });
    latest.set(context, { answers, walk: shared });
    return shared;
  };
  return (answers, context) => {
    const known = latest.get(context);
    return known?.answers === answers ? known.walk : share(answers, context, walker(answers, context));
  };
};

/** A questionnaire walked by the given engine. */
export const questionnaireWith = (engine: Engine, instrument: Instrument): Questionnaire => {
  const walker = shareWalks(engine(instrument));
  const { completedText, completedTextsIf } = instrument.compiled;
  const hasCompletedText = completedText !== "" || completedTextsIf.length > 0;
  const routes = new WeakMap<Walk, readonly RoutePage[]>();
  const routed = (answers: Answers, context: WalkContext): ReadonlySet<string> =>
    new Set(viewsOf(walker(answers, context)).flatMap(pageItems));
  const route = (walk: Walk): readonly RoutePage[] => {
    const known =
      routes.get(walk) ??
      walk.pages.map((_, index) => routePage(walk, index)).filter((page) => page !== null);
    routes.set(walk, known);
    return known;
  };
  return {
    instrument,
    route: (answers, context) => route(walker(answers, context)),
    page: (name, answers, context, problems = []) => {
      const view = walker(answers, context).page(name);
      return view && withProblems(view, problems);
    },
    answerPage: (name, answers, form, context) => answerPage(walker, name, answers, form, context),
    openPages: (answers, context) => {
      const walk = walker(answers, context);
      return route(walk)
        .map((page) => {
          const view = walk.page(page.name);
          return { page, problems: view ? pageProblems(walk, view, answers) : [] };
        })
        .filter(({ problems }) => problems.length > 0);
    },
    complete: (answers, context) => walker(answers, context).completed(),
    completionShare: (answers, context) => completionOf(instrument, answers, routed(answers, context)),
    codedAnswers: (completed, context) => codeAnswers(instrument, completed, routed(completed, context)),
    shownAnswers: (answers, context) => answersInWords(viewsOf(walker(answers, context))),
    completedText: (answers, context) => (hasCompletedText ? walker(answers, context).completedText() : null),
  };
};

/** An instrument ready to be answered. Keep the result: preparing costs more than walking. */
export const prepareQuestionnaire = (instrument: Instrument): Questionnaire =>
  questionnaireWith(compiledEngine, instrument);
