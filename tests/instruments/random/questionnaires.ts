// Random questionnaires and random answers to them, for holding the compiled engine against survey-core.
import fc from "fast-check";
import { conditionOn, textOn } from "./conditions.ts";
import { offerable } from "./offerable.ts";
import {
  answerFor,
  clean,
  isRepeat,
  isShownOnly,
  type Json,
  type Kind,
  knownTo,
  type Planned,
  planned,
  sometimes,
} from "./planned.ts";
import { questionOf } from "./questions.ts";

/** A questionnaire with answers to try on it, page by page. */
export interface Trial {
  readonly definition: Json;
  readonly answers: Json;
  readonly seed: number;
  readonly languages: readonly string[];
}

const without = (all: readonly Planned[], list: readonly Planned[]): readonly Planned[] =>
  all.filter((one) => !list.includes(one));

/** Pages and panels do not hide themselves: with defaults that would go round and round until a limit. */
const grouped = (
  elements: Json[],
  list: readonly Planned[],
  all: readonly Planned[],
  page: number,
): fc.Arbitrary<Json[]> =>
  elements.length < 2
    ? fc.constant(elements)
    : fc
        .record({
          isGrouped: fc.boolean(),
          visibleIf: sometimes(conditionOn(without(knownToAll(list, all), list)), 1),
          enableIf: sometimes(conditionOn(knownToAll(list, all)), 6),
          isRequired: sometimes(fc.constant(true), 3),
          questionOrder: fc.constantFrom("default", "random"),
          title: textOn("Panel", all),
        })
        .map(({ isGrouped, ...rest }) =>
          isGrouped
            ? [
                clean({ type: "panel", name: `panel${page}`, ...rest, elements: elements.slice(0, -1) }),
                elements.at(-1) as Json,
              ]
            : elements,
        );

const knownToAll = (list: readonly Planned[], all: readonly Planned[]): readonly Planned[] =>
  all.filter((one) => list.every((member) => knownTo(member, all).includes(one)));

const pageOf = (list: readonly Planned[], all: readonly Planned[], page: number): fc.Arbitrary<Json> =>
  fc
    .record({
      elements: fc.tuple(...list.map((one) => questionOf(one, knownTo(one, all)))),
      visibleIf: sometimes(conditionOn(without(knownToAll(list, all), list)), 3),
      questionOrder: fc.constantFrom("default", "default", "random"),
      title: sometimes(textOn("Page", all), 1),
    })
    .chain(({ elements, ...rest }) =>
      grouped(elements as Json[], list, all, page).map((held) =>
        clean({ name: `page${page}`, ...rest, elements: held }),
      ),
    );

const triggerOf = (all: readonly Planned[]): fc.Arbitrary<Json> => {
  const asked = all.filter((one) => !isShownOnly(one) && !isRepeat(one.kind));
  if (asked.length === 0)
    return fc.constant({ type: "setvalue", expression: "1 = 2", setToName: "x", setValue: 1 });
  const target = fc.constantFrom(...asked);
  return fc.oneof(
    target.chain((one) =>
      fc
        .tuple(conditionOn(knownTo(one, all)), answerFor(one))
        .map(
          ([expression, setValue]): Json => ({ type: "setvalue", expression, setToName: one.name, setValue }),
        ),
    ),
    target.chain((one) => {
      const known = knownTo(one, all);
      const source = known.find(({ name, kind }) => kind === one.kind && name !== one.name);
      return conditionOn(known).map(
        (expression): Json => ({
          type: "copyvalue",
          expression,
          setToName: one.name,
          fromName: source?.name ?? one.name,
        }),
      );
    }),
    conditionOn(all).map(
      (expression): Json => ({
        type: "setvalue",
        expression,
        setToName: "flag",
        setValue: 3,
        isVariable: true,
      }),
    ),
    conditionOn(all).map(
      (expression): Json => ({
        type: "runexpression",
        expression,
        setToName: "ran",
        runExpression: "{calc} + 1",
      }),
    ),
  );
};

/** One loop or table is enough for a questionnaire: the others become numbers, which may drive it. */
const withOneRepeat = (drawn: readonly Kind[]): readonly Kind[] => {
  const first = drawn.findIndex((kind) => isRepeat(kind));
  return drawn.map((kind, index) => (isRepeat(kind) && index !== first ? "number" : kind));
};

/** A few small pages: what questions do to each other shows with two or three of them, and small ones are cheap. */
const planOf = (offered: readonly Kind[]): fc.Arbitrary<readonly (readonly Planned[])[]> =>
  fc.constantFrom([1], [2], [2], [1, 1], [1, 1], [1, 1], [2, 1], [1, 2], [1, 1, 1], [3, 2]).chain((sizes) =>
    fc
      .tuple(...sizes.flatMap((size) => Array.from({ length: size }, () => fc.constantFrom(...offered))))
      .chain((drawn) => {
        const kindsOf = withOneRepeat(drawn).values();
        return fc.tuple(
          ...sizes.map((size, page) =>
            fc.tuple(
              ...Array.from({ length: size }, (_, index) =>
                planned(`q${page + 1}${index + 1}`, kindsOf.next().value as Kind),
              ),
            ),
          ),
        );
      }),
  );

const calculation = (all: readonly Planned[]): string => {
  const known = knownToAll(all, all);
  const one = known.find(({ kind }) => kind === "number" || kind === "rating");
  return one ? `{${one.name}} + 1` : "3";
};

const answersTo = (all: readonly Planned[]): fc.Arbitrary<Json> => {
  const asked = all.filter((one) => !isShownOnly(one));
  return fc.record(Object.fromEntries(asked.map((one) => [one.name, answerFor(one)])), {
    requiredKeys: [],
    noNullPrototype: true,
  });
};

/** Beside what repeats a number in braces may come to mean a piece of the whole: nobody writes that. */
const withoutNumbersInBraces = (json: Json): Json =>
  JSON.parse(JSON.stringify(json).replaceAll(" {0}", "")) as Json;

const trialOf = (pages: readonly (readonly Planned[])[]): fc.Arbitrary<Trial> => {
  const all = pages.flat();
  return fc
    .record({
      pages: fc.tuple(...pages.map((page, index) => pageOf(page, all, index + 1))),
      triggers: sometimes(fc.array(triggerOf(all), { minLength: 1, maxLength: 2 }), 2),
      clearInvisibleValues: fc.constantFrom(
        "onComplete",
        "onComplete",
        "onHidden",
        "onHiddenContainer",
        "none",
      ),
      showQuestionNumbers: fc.constantFrom("off", "on", "onPage"),
      questionOrder: fc.constantFrom("initial", "initial", "random"),
      firstPageIsStartPage: sometimes(fc.constant(true), 6),
      completed: sometimes(conditionOn(all), 2),
      isResult: fc.boolean(),
      answers: answersTo(all),
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      languages: fc.oneof(
        { weight: 9, arbitrary: fc.constant(["en"]) },
        { weight: 1, arbitrary: fc.constant(["sv", "en"]) },
      ),
    })
    .map(({ pages: held, completed, isResult, answers, seed, languages, ...rest }) => {
      const definition = clean({
        ...rest,
        pages: held,
        calculatedValues: [{ name: "calc", expression: calculation(all), includeIntoResult: isResult }],
        completedHtml: "Thanks {who}",
        completedHtmlOnCondition: completed ? [{ expression: completed, html: "Special thanks" }] : undefined,
      });
      const made = all.some(({ kind }) => isRepeat(kind)) ? withoutNumbersInBraces(definition) : definition;
      return { definition: made, answers: offerable(made, answers), seed, languages };
    });
};

/** Trials with the kinds of question named: calculated values, triggers, answers as a form could give them. */
export const trialsOf = (offered: readonly Kind[]): fc.Arbitrary<Trial> => planOf(offered).chain(trialOf);
