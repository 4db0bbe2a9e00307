// Random questionnaires and random answers to them, for holding the compiled engine against survey-core.
import fc from "fast-check";

type Json = Record<string, unknown>;

/** A questionnaire with several sets of answers to try on it. */
export interface Trial {
  readonly definition: Json;
  readonly answers: readonly Json[];
  readonly seed: number;
}

const values = ["a", "b", "c", "d"] as const;
const rows = ["r1", "r2", "r3"] as const;
const columns = [1, 2, 3] as const;

/** The kinds of question a trial is made of; each knows how to make itself and an answer. */
const kinds = [
  "radiogroup",
  "dropdown",
  "checkbox",
  "tagbox",
  "boolean",
  "rating",
  "text",
  "number",
  "date",
  "comment",
  "matrix",
  "multipletext",
  "ranking",
  "imagepicker",
  "pictures",
  "expression",
  "html",
] as const;
type Kind = (typeof kinds)[number];

interface Planned {
  readonly name: string;
  readonly kind: Kind;
}

const sometimes = <T>(arbitrary: fc.Arbitrary<T>, weight = 3): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const operandFor = ({ name, kind }: Planned): fc.Arbitrary<string> => {
  const any = [`{${name}} empty`, `{${name}} notempty`];
  switch (kind) {
    case "radiogroup":
    case "dropdown":
    case "imagepicker":
      return fc.constantFrom(
        ...any,
        `{${name}} = 'a'`,
        `{${name}} <> 'b'`,
        `{${name}} anyof ['a','c']`,
        `{${name}} = 'other'`,
      );
    case "checkbox":
    case "tagbox":
    case "ranking":
    case "pictures":
      return fc.constantFrom(
        ...any,
        `{${name}} contains 'a'`,
        `{${name}} notcontains 'b'`,
        `{${name}} anyof ['a','d']`,
        `{${name}} allof ['a','b']`,
        `{${name}} noneof ['c']`,
        `{${name}.length} > 1`,
        `{${name}} = ['b','a']`,
        `{${name}[0]} = 'b'`,
      );
    case "boolean":
      return fc.constantFrom(...any, `{${name}} = true`, `{${name}} = false`, `!{${name}}`);
    case "rating":
    case "number":
      return fc.constantFrom(
        ...any,
        `{${name}} > 2`,
        `{${name}} <= 3`,
        `{${name}} + 1 >= 4`,
        `iif({${name}} > 2, 'x', 'y') = 'x'`,
        `sum({${name}}, 1, 2) > 5`,
        `round({${name}} / 2) = 2`,
        `max({${name}}, 3) = 3`,
      );
    case "date":
      return fc.constantFrom(
        ...any,
        `{${name}} > '2026-01-01'`,
        `{${name}} < today()`,
        `age({${name}}) >= 18`,
        `year({${name}}) = 2026`,
      );
    case "matrix":
      return fc.constantFrom(...any, `{${name}.r1} = 1`, `{${name}.r2} > 1`, `{${name}.r3} empty`);
    case "multipletext":
      return fc.constantFrom(...any, `{${name}.t1} = 'a'`, `{${name}.t2} notempty`);
    case "expression":
      return fc.constantFrom(...any, `{${name}} > 2`, `{${name}} = 'a'`);
    default:
      return fc.constantFrom(...any, `{${name}} = 'a'`, `{${name}} contains 'b'`, `{${name}} = 'A '`);
  }
};

const conditionOn = (others: readonly Planned[]): fc.Arbitrary<string> => {
  const asked = others.filter(({ kind }) => kind !== "html");
  if (asked.length === 0) return fc.constantFrom("1 = 1", "{nothing} empty");
  const one = fc.constantFrom(...asked).chain(operandFor);
  return fc.oneof(
    { weight: 4, arbitrary: one },
    {
      weight: 2,
      arbitrary: fc.tuple(one, fc.constantFrom("and", "or"), one).map((parts) => parts.join(" ")),
    },
    { weight: 1, arbitrary: one.map((condition) => `!(${condition})`) },
    { weight: 1, arbitrary: one.map((condition) => `iif(${condition}, 1, 0) = 1`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("{calc} > 2", "{calc} empty", "{who} = 'Ljungby'", "{nothing} = 1"),
    },
  );
};

const textOn = (start: string, others: readonly Planned[]): fc.Arbitrary<unknown> => {
  const asked = others.filter(({ kind }) => kind !== "html");
  const pieces = ["{who}", "{calc}", "{nothing}", ...asked.map(({ name }) => `{${name}}`)];
  const plain = fc.constantFrom(start, `${start} {0}`);
  const piped = fc.constantFrom(...pieces).map((piece) => `${start} ${piece}.`);
  return fc.oneof(
    { weight: 3, arbitrary: plain },
    { weight: 2, arbitrary: piped },
    { weight: 1, arbitrary: piped.map((text) => ({ default: text, sv: `sv ${text}` })) },
  );
};

const choicesFor = (others: readonly Planned[]): fc.Arbitrary<unknown[]> =>
  fc
    .tuple(
      ...values.map((value) =>
        fc.tuple(textOn(value.toUpperCase(), others), sometimes(conditionOn(others), 12), fc.boolean()),
      ),
    )
    .map((items) =>
      items.map(([text, visibleIf, isPlain], index) =>
        isPlain && !visibleIf
          ? values[index]
          : { value: values[index], text, ...(visibleIf ? { visibleIf } : {}) },
      ),
    );

const special = fc.record({
  showOtherItem: fc.boolean(),
  showNoneItem: fc.boolean(),
  showDontKnowItem: fc.boolean(),
  showRefuseItem: fc.boolean(),
});

const order = fc.constantFrom("none", "none", "asc", "desc", "random");

const selectPart = (others: readonly Planned[], kind: Kind): fc.Arbitrary<Json> =>
  fc
    .record({
      choices: choicesFor(others),
      special,
      choicesOrder: order,
      choicesVisibleIf: sometimes(fc.oneof(fc.constant("{item} <> 'c'"), conditionOn(others)), 6),
      choicesEnableIf: sometimes(fc.constant("{item} <> 'd'"), 8),
      hideIfChoicesEmpty: sometimes(fc.constant(true), 8),
      from: sometimes(
        fc
          .constantFrom(...others.map(({ name }) => name), "none")
          .chain((name) => fc.constantFrom("all", "selected", "unselected").map((mode) => ({ name, mode }))),
        6,
      ),
    })
    .map(({ choices, special: specials, from, choicesOrder, ...rest }) => {
      const isSortable = choicesOrder === "random" || !JSON.stringify(choices).includes("{");
      const source = others.find(({ name }) => name === from?.name);
      const isFrom = source && ["radiogroup", "dropdown", "checkbox", "tagbox"].includes(source.kind);
      return clean({
        choices: kind === "imagepicker" ? choices.map((choice) => picture(choice)) : choices,
        ...(kind === "ranking" || kind === "imagepicker" ? {} : specials),
        ...rest,
        choicesOrder: isSortable ? choicesOrder : undefined,
        ...(isFrom && kind !== "imagepicker"
          ? { choicesFromQuestion: source.name, choicesFromQuestionMode: from?.mode }
          : {}),
      });
    });

const picture = (choice: unknown): unknown =>
  typeof choice === "object"
    ? { ...(choice as object), imageLink: "/a.png" }
    : { value: choice, imageLink: `/${String(choice)}.png` };

const clean = (json: Json): Json =>
  Object.fromEntries(Object.entries(json).filter(([, value]) => value !== undefined && value !== false));

const validatorOf = (others: readonly Planned[], kind: Kind): fc.Arbitrary<Json[] | undefined> => {
  const expression = conditionOn(others).map((condition) => ({
    type: "expression",
    expression: condition,
    text: "Not so {who}.",
  }));
  if (kind === "number")
    return sometimes(
      fc.oneof(expression, fc.constant({ type: "numeric", minValue: 2, maxValue: 4 })).map((one) => [one]),
    );
  if (kind === "text" || kind === "comment")
    return sometimes(
      fc
        .oneof(
          expression,
          fc.constant({ type: "text", minLength: 2, maxLength: 3 }),
          fc.constant({ type: "regex", regex: "^[a-z]+$", text: "Small letters." }),
          fc.constant({ type: "email" }),
        )
        .map((one) => [one]),
    );
  if (kind === "checkbox") return sometimes(fc.constant([{ type: "answercount", minCount: 2, maxCount: 3 }]));
  return sometimes(
    expression.map((one) => [one]),
    8,
  );
};

const partOf = (planned: Planned, others: readonly Planned[]): fc.Arbitrary<Json> => {
  const { kind } = planned;
  switch (kind) {
    case "radiogroup":
    case "dropdown":
      return selectPart(others, kind).map((part) => ({ type: kind, ...part }));
    case "checkbox":
    case "tagbox":
      return fc
        .tuple(selectPart(others, kind), fc.constantFrom(0, 0, 2), fc.constantFrom(0, 0, 3))
        .map(([part, minSelectedChoices, maxSelectedChoices]) =>
          clean({
            type: kind,
            ...part,
            minSelectedChoices: minSelectedChoices || undefined,
            maxSelectedChoices: part.choicesEnableIf ? undefined : maxSelectedChoices || undefined,
          }),
        );
    case "pictures":
      return selectPart(others, "imagepicker").map((part) => ({
        type: "imagepicker",
        ...part,
        multiSelect: true,
      }));
    case "imagepicker":
      return selectPart(others, kind).map((part) => ({ type: kind, ...part }));
    case "ranking":
      return fc.tuple(selectPart(others, kind), fc.boolean()).map(([part, flag]) =>
        clean({
          type: kind,
          ...part,
          ...(kind === "ranking" ? { selectToRankEnabled: flag } : { multiSelect: flag }),
        }),
      );
    case "boolean":
      return fc.constantFrom({ type: "boolean" }, { type: "boolean", valueTrue: "yes", valueFalse: "no" });
    case "rating":
      return fc.constantFrom(
        { type: "rating", minRateDescription: "low {who}", maxRateDescription: "high" },
        {
          type: "rating",
          rateValues: [
            1,
            2,
            { value: 3, text: "three" },
            { value: 5, text: "five {who}", visibleIf: "{calc} > 2" },
          ],
        },
        { type: "rating", rateMin: 0, rateMax: 4, rateType: "stars" },
      );
    case "number":
      return fc.constantFrom(
        { type: "text", inputType: "number" },
        { type: "text", inputType: "number", min: 1, max: 4 },
        { type: "text", inputType: "number", step: 2 },
        { type: "text", inputType: "number", maxValueExpression: "1 + 3" },
      );
    case "date":
      return fc.constantFrom({ type: "text", inputType: "date" });
    case "comment":
      return fc.constantFrom({ type: "comment" }, { type: "comment", maxLength: 5, rows: 2 });
    case "matrix":
      return fc
        .record({
          rowsVisibleIf: sometimes(fc.oneof(fc.constant("{item} <> 'r2'"), conditionOn(others)), 4),
          columnsVisibleIf: sometimes(fc.constant("{item} < 3 or {calc} > 2"), 6),
          eachRowRequired: fc.boolean(),
          eachRowUnique: sometimes(fc.constant(true)),
          rowOrder: fc.constantFrom("initial", "initial", "random"),
          hideIfRowsEmpty: sometimes(fc.constant(true)),
          text: textOn("row", others),
        })
        .map(({ text, ...rest }) =>
          clean({
            type: "matrix",
            columns: [...columns],
            rows: ["r1", { value: "r2", text }, "r3"],
            ...rest,
          }),
        );
    case "multipletext":
      return fc.boolean().map((isRequired) => ({
        type: "multipletext",
        items: [
          { name: "t1", title: "first {who}", isRequired },
          { name: "t2", inputType: "number" },
        ],
      }));
    case "expression":
      return fc
        .constantFrom(...others.filter((one) => one.kind === "number" || one.kind === "rating"), undefined)
        .map((one) => ({ type: "expression", expression: one ? `{${one.name}} * 2` : "{calc} + 1" }));
    case "html":
      return textOn("<p>text</p>", others).map((html) => ({ type: "html", html }));
    default:
      return fc.constantFrom(
        { type: "text" },
        { type: "text", maxLength: 4 },
        { type: "text", inputType: "email" },
      );
  }
};

/** Some of the keys, at least one. */
const some = (model: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
  fc
    .record(model, { requiredKeys: [], noNullPrototype: true })
    .filter((value) => Object.keys(value).length > 0);

/** A value that the kind of question can hold. */
export const answerFor = (kind: Kind): fc.Arbitrary<unknown> => {
  switch (kind) {
    case "radiogroup":
    case "dropdown":
      return fc.constantFrom(...values, ...values, "other", "none", "dontknow", "refused");
    case "imagepicker":
      return fc.constantFrom(...values);
    case "checkbox":
    case "tagbox":
      return fc.oneof(
        { weight: 4, arbitrary: fc.shuffledSubarray([...values, "other"], { minLength: 1 }) },
        { weight: 1, arbitrary: fc.constantFrom(["none"], ["dontknow"]) },
      );
    case "ranking":
    case "pictures":
      return fc.shuffledSubarray([...values], { minLength: 1 });
    case "boolean":
      return fc.boolean();
    case "rating":
      return fc.integer({ min: 1, max: 5 });
    case "number":
      return fc.constantFrom(0, 1, 2, 3, 4, 5, 2.5);
    case "date":
      return fc.constantFrom("2026-05-17", "2001-01-01", "2025-12-31");
    case "matrix":
      return some(Object.fromEntries(rows.map((row) => [row, fc.constantFrom(...columns)])));
    case "multipletext":
      return some({ t1: fc.constantFrom("a", "b"), t2: fc.constantFrom(1, 2) });
    default:
      return fc.constantFrom("a", "ab", "abcd", "A", "x@example.org", "B b");
  }
};

const defaultFor = (kind: Kind): fc.Arbitrary<unknown> =>
  ["html", "expression", "ranking"].includes(kind) ? fc.constant(undefined) : sometimes(answerFor(kind), 6);

const effectsOn = (planned: Planned, others: readonly Planned[]): fc.Arbitrary<Json> => {
  if (planned.kind === "html" || planned.kind === "expression") return fc.constant({});
  const peers = others.filter(({ kind }) => kind === planned.kind);
  const copies =
    peers.length > 0 ? fc.constantFrom(...peers.map(({ name }) => `{${name}}`)) : fc.constant("");
  return fc
    .record({
      resetValueIf: sometimes(conditionOn(others), 10),
      setValueIf: sometimes(conditionOn(others), 12),
      setValueExpression: sometimes(copies, 8),
      defaultValueExpression: sometimes(copies, 8),
    })
    .map((effects) =>
      clean({
        ...effects,
        setValueExpression: effects.setValueExpression || undefined,
        defaultValueExpression:
          planned.kind === "ranking" ? undefined : effects.defaultValueExpression || undefined,
      }),
    );
};

const questionOf = (planned: Planned, all: readonly Planned[]): fc.Arbitrary<Json> => {
  const others = all.filter(({ name }) => name !== planned.name);
  return fc
    .record({
      part: partOf(planned, others),
      title: textOn(`Q ${planned.name}`, others),
      description: sometimes(textOn("help", others), 4),
      visibleIf: sometimes(conditionOn(others), 2),
      enableIf: sometimes(conditionOn(others), 6),
      isRequired: sometimes(fc.constant(true), 1),
      requiredIf: sometimes(conditionOn(others), 6),
      requiredErrorText: sometimes(fc.constant("Please, {who}"), 6),
      defaultValue: defaultFor(planned.kind),
      validators: validatorOf(others, planned.kind),
      effects: effectsOn(planned, others),
      clearIfInvisible: sometimes(fc.constantFrom("onHidden", "onHiddenContainer", "none"), 6),
      showCommentArea: sometimes(fc.constant(true), 8),
      visible: sometimes(fc.constant(false), 15),
    })
    .map(
      ({
        part,
        effects,
        showCommentArea,
        visible,
        defaultValue,
        validators,
        requiredIf,
        isRequired,
        ...rest
      }) => {
        const isAsked = planned.kind !== "html";
        const isCarried = part.choicesFromQuestion !== undefined;
        return clean({
          ...part,
          name: planned.name,
          ...rest,
          ...effects,
          ...(isCarried ? { defaultValueExpression: undefined } : {}),
          ...(isAsked
            ? { defaultValue: isCarried ? undefined : defaultValue, validators, requiredIf, isRequired }
            : {}),
          showCommentArea:
            isAsked && planned.kind !== "expression" && !part.showOtherItem ? showCommentArea : undefined,
          ...(visible === false ? { visible } : {}),
        });
      },
    )
    .map((json) => (json.visible === false ? json : json))
    .map((json) => ({ ...json, ...(json.visible === undefined ? {} : { visible: false }) }));
};

const grouped = (elements: Json[], all: readonly Planned[], page: number): fc.Arbitrary<Json[]> =>
  elements.length < 2
    ? fc.constant(elements)
    : fc
        .record({
          isGrouped: fc.boolean(),
          visibleIf: sometimes(conditionOn(all), 1),
          enableIf: sometimes(conditionOn(all), 6),
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

const pageOf = (planned: readonly Planned[], all: readonly Planned[], page: number): fc.Arbitrary<Json> =>
  fc
    .record({
      elements: fc.tuple(...planned.map((one) => questionOf(one, all))),
      visibleIf: sometimes(conditionOn(all), 3),
      questionOrder: fc.constantFrom("default", "default", "random"),
      title: sometimes(textOn("Page", all), 1),
    })
    .chain(({ elements, ...rest }) =>
      grouped(elements as Json[], all, page).map((held) =>
        clean({ name: `page${page}`, ...rest, elements: held }),
      ),
    );

const triggerOf = (all: readonly Planned[]): fc.Arbitrary<Json> => {
  const asked = all.filter(({ kind }) => kind !== "html" && kind !== "expression");
  if (asked.length === 0)
    return fc.constant({ type: "setvalue", expression: "1 = 2", setToName: "x", setValue: 1 });
  const target = fc.constantFrom(...asked);
  return fc.oneof(
    fc
      .tuple(conditionOn(all), target)
      .chain(([expression, one]) =>
        answerFor(one.kind).map(
          (setValue): Json => ({ type: "setvalue", expression, setToName: one.name, setValue }),
        ),
      ),
    fc.tuple(conditionOn(all), target).map(([expression, one]): Json => {
      const source = asked.find(({ name, kind }) => kind === one.kind && name !== one.name);
      return { type: "copyvalue", expression, setToName: one.name, fromName: source?.name ?? one.name };
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

const plan = fc
  .array(fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((pages) => {
    let number = 0;
    return pages.map((page) =>
      page.map((kind): Planned => {
        number += 1;
        return { name: `q${number}`, kind };
      }),
    );
  });

const calculation = (all: readonly Planned[]): string => {
  const one = all.find(({ kind }) => kind === "number" || kind === "rating");
  return one ? `{${one.name}} + 1` : "3";
};

const answersTo = (all: readonly Planned[]): fc.Arbitrary<Json> =>
  fc
    .tuple(
      ...all.map(({ name, kind }) =>
        sometimes(kind === "html" || kind === "expression" ? fc.constant(undefined) : answerFor(kind), 0).map(
          (value) => [name, value] as const,
        ),
      ),
    )
    .chain((entries) =>
      fc.subarray([...entries]).map((kept) => {
        const given = Object.fromEntries(kept.filter(([, value]) => value !== undefined));
        for (const [name, value] of Object.entries(given))
          if (value === "other" || (Array.isArray(value) && value.includes("other")))
            given[`${name}-Comment`] = "my own";
        return given as Json;
      }),
    );

const offered = (question: Json | undefined, value: unknown): boolean =>
  (value !== "other" || question?.showOtherItem === true) &&
  (value !== "none" || question?.showNoneItem === true) &&
  (value !== "dontknow" || question?.showDontKnowItem === true) &&
  (value !== "refused" || question?.showRefuseItem === true);

const questionsIn = (json: Json): readonly Json[] =>
  [json.pages, json.elements].flatMap((list) =>
    Array.isArray(list) ? list.flatMap((one: Json) => [one, ...questionsIn(one)]) : [],
  );

/** Answers as a form could give them: special choices only where they are offered. */
const offerable = (definition: Json, answers: Json): Json => {
  const questions = questionsIn(definition);
  const given: Json = {};
  for (const [name, value] of Object.entries(answers)) {
    if (name.endsWith("-Comment")) continue;
    const question = questions.find((one) => one.name === name && one.elements === undefined);
    const kept = Array.isArray(value) ? value.filter((one) => offered(question, one)) : value;
    if (Array.isArray(kept) ? kept.length === 0 : !offered(question, kept)) continue;
    given[name] = kept;
    const isOther = kept === "other" || (Array.isArray(kept) && kept.includes("other"));
    if (isOther) given[`${name}-Comment`] = "my own";
  }
  return given;
};

/** Trials: a questionnaire in two languages with calculated values, triggers and several sets of answers. */
export const trials: fc.Arbitrary<Trial> = plan.chain((pages) => {
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
      answers: fc.array(answersTo(all), { minLength: 4, maxLength: 4 }),
      seed: fc.integer({ min: 1, max: 1_000_000 }),
    })
    .map(({ pages: held, completed, isResult, answers, seed, ...rest }) => {
      const definition = clean({
        ...rest,
        pages: held,
        calculatedValues: [{ name: "calc", expression: calculation(all), includeIntoResult: isResult }],
        completedHtml: "Thanks {who}",
        completedHtmlOnCondition: completed ? [{ expression: completed, html: "Special thanks" }] : undefined,
      });
      return { definition, answers: [{}, ...answers.map((one) => offerable(definition, one))], seed };
    });
});
