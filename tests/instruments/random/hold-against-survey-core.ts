// One questionnaire answered page by page, by the compiled engine and by survey-core side by side.
import { isDeepStrictEqual } from "node:util";
import { compileInstrument, compileModels } from "../../../src/questionnaire/compile-instrument.ts";
import type { CompiledInstrument } from "../../../src/questionnaire/engine/compiled.ts";
import { compiledEngine } from "../../../src/questionnaire/engine/compiled-walk.ts";
import type { Answers, Instrument } from "../../../src/questionnaire/instrument.ts";
import type { ElementView, PageView } from "../../../src/questionnaire/page-view.ts";
import type { WalkContext } from "../../../src/questionnaire/questionnaire.ts";
import {
  applyAnswers,
  buildModel,
  type Model,
  type Question,
} from "../../../src/questionnaire/survey-model.ts";
import { type SurveyWalk, walkOn } from "../../../src/questionnaire/survey-walk.ts";
import type { Walk } from "../../../src/questionnaire/walk.ts";
import type { Trial } from "./questionnaires.ts";

/** What both said about the same. */
export interface Said {
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** Loops and tables are compiled from a model of their own: compiling makes turns that answers must not find. */
const repeats = /"type":"(paneldynamic|matrixdynamic|matrixdropdown)"/;

const compiledOf = ({ definition, languages }: Trial, model: Model): CompiledInstrument =>
  languages.length > 1 || repeats.test(JSON.stringify(definition))
    ? compileInstrument(definition, languages)
    : compileModels(new Map([[languages[0] as string, model]]), definition);

const instrumentOf = (trial: Trial, model: Model): Instrument => ({
  version: "1",
  languages: trial.languages,
  title: {},
  description: {},
  pages: [],
  variables: [],
  compiled: compiledOf(trial, model),
  definition: trial.definition,
});

/** Which rows can be removed is our own rule, and what is said where there are none are our own words. */
const withoutOurOwn = (element: ElementView): ElementView => {
  if (element.kind === "panel") return { ...element, elements: element.elements.map(withoutOurOwn) };
  if (element.kind !== "loop") return element;
  const turns = element.isTable
    ? element.turns.map((turn) => ({ ...turn, removeField: null }))
    : element.turns;
  const isNothing = !JSON.stringify(element.held ?? []).includes(":");
  return { ...element, turns, emptyText: "", held: isNothing ? undefined : element.held };
};

const viewOf = (walk: Walk, name: string): PageView | null => {
  const view = walk.page(name);
  return view && { ...view, elements: view.elements.map(withoutOurOwn) };
};

/** The route with its titles, the page that comes after the one just answered (every page at the end), the thanks. */
const sayings = (walk: Walk, answered: string | null) => ({
  pages: walk.pages,
  views: walk.pages
    .filter((_, index) => answered === null || walk.pages[index - 1]?.name === answered)
    .map((page) => viewOf(walk, page.name)),
  completedText: walk.completedText(),
});

const problems = (walk: Walk) => walk.pages.map((page) => walk.problems(page.name));

/** survey-core says the limit of a date in English, whatever the language; ours says it as it is written. */
const withPlainDates = (pages: ReturnType<typeof problems>) =>
  pages.map((page) =>
    page.map((problem) => ({
      ...problem,
      message: problem.message.replace(/[A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} \d{4}/, (date) =>
        isoDate(new Date(date)),
      ),
    })),
  );

const isoDate = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");

/** survey-core overflows the stack where texts refer to each other in a circle; ours must not. */
const unlessEndless = <T>(act: () => T): T | null => {
  try {
    return act();
  } catch (error) {
    if (error instanceof RangeError && /call stack/.test(error.message)) return null;
    throw error;
  }
};

const keysOnPage = (model: Model, name: string): readonly string[] =>
  (model.getPageByName(name)?.questions ?? []).map((question) => question.getValueName());

const onlyKeys = (answers: Answers, keys: ReadonlySet<string>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key.replace(/-Comment$/, ""))));

const contextOf = ({ seed, languages }: Trial): WalkContext => ({
  language: languages[0] as string,
  seed,
  now: new Date("2026-05-17T10:00:00"),
  variables: { who: "Ljungby" },
});

interface Conditioned {
  questionTriggersKeys: Answers | undefined;
  isRunningConditionOnValueChanged: boolean;
}

/** Loops that have other turns than the answers that come: their turns will be made for those. */
const loopsToMake = (model: Model, given: Answers): readonly Question[] =>
  model.getAllQuestions().filter((question) => {
    const turns = given[question.getValueName()];
    const { panelCount } = question as unknown as { panelCount: number };
    return question.getType() === "paneldynamic" && Array.isArray(turns) && turns.length !== panelCount;
  });

/**
 * Where a turn is made for answers that come and changes something by itself, survey-core runs the conditions of
 * the other turns before those have their answers, and not again: see its faults. Here they run again.
 */
const settleTurns = (model: Model, loops: readonly Question[]): void => {
  const survey = model as unknown as Conditioned;
  for (const loop of loops) {
    survey.questionTriggersKeys = { [loop.getValueName()]: loop.value };
    survey.isRunningConditionOnValueChanged = true;
    model.runExpressions();
    survey.isRunningConditionOnValueChanged = false;
    survey.questionTriggersKeys = undefined;
  }
};

/** What survey-core says, and its walk; null where it went round in a circle. */
const answerThere = (
  model: Model,
  instrument: Instrument,
  more: Answers,
  soFar: Answers,
  context: WalkContext,
  answered: string | null,
) =>
  unlessEndless(() => {
    // Where the page that its own navigation stands on gets hidden, survey-core checks that page and takes away
    // what it finds wrong. Pages that were passed are left alone.
    for (const page of model.pages) page.passed = true;
    const loops = loopsToMake(model, more);
    applyAnswers(model, more);
    settleTurns(model, loops);
    model.locStrsChanged();
    const walk = walkOn(model, instrument, soFar, context, {
      finish: () => model,
      moveTo: () => {
        throw new RangeError("not asked for here");
      },
    });
    return { walk, said: sayings(walk, answered) };
  });

/**
 * What both engines say after every page and at the end. One model of survey-core is answered on from page to
 * page, which gives the same as a new one each time: values are applied in the order of the elements.
 */
export function* holdAgainstSurveyCore(trial: Trial): Generator<Said> {
  const context = contextOf(trial);
  const answers = trial.answers as Answers;
  const model = unlessEndless(() => buildModel(trial.definition, context));
  if (!model) return;
  const instrument = instrumentOf(trial, model);
  const walker = compiledEngine(instrument);
  const given = new Set<string>();
  let last: { ours: Walk; theirs: SurveyWalk } | null = null;
  const pages = model.pages.map(({ name }) => name);
  for (const page of pages) {
    const answered = page === pages.at(-1) ? null : page;
    const keys = keysOnPage(model, page);
    for (const key of keys) given.add(key);
    const soFar = onlyKeys(answers, given);
    const ours = walker(soFar, context);
    const said = sayings(ours, answered);
    const there = answerThere(model, instrument, onlyKeys(answers, new Set(keys)), soFar, context, answered);
    if (there === null) return;
    yield { ours: said, theirs: there.said };
    last = { ours, theirs: there.walk };
  }
  if (last !== null)
    yield* holdEnds(last.ours, last.theirs, /"(min|max)":/.test(JSON.stringify(trial.definition)));
}

function* holdEnds(ours: Walk, theirs: SurveyWalk, hasLimits: boolean): Generator<Said> {
  const before = theirs.data();
  const found = unlessEndless(() => problems(theirs));
  const foundByUs = problems(ours);
  // Where checking takes an answer away, survey-core keeps some messages and drops others as it goes along.
  if (found === null || !isDeepStrictEqual(before, theirs.data())) return;
  yield { ours: foundByUs, theirs: withPlainDates(found) };
  // An answer outside its limits is held by its question and not by the survey, and nothing is sent like that.
  if (hasLimits && found.flat().length > 0) return;
  yield { ours: ours.completed(), theirs: JSON.parse(JSON.stringify(theirs.completed())) };
}
