// What only some kinds of random questions have: choices, limits, rows.
import fc from "fast-check";
import { conditionOn, textOn } from "./conditions.ts";
import {
  clean,
  columns,
  isOneOf,
  type Json,
  type Kind,
  ownName,
  type Planned,
  sometimes,
  values,
} from "./planned.ts";

const choicesFor = (others: readonly Planned[]): fc.Arbitrary<unknown[]> =>
  fc
    .tuple(
      ...values.map((value) =>
        fc.tuple(
          textOn(value.toUpperCase(), others),
          sometimes(conditionOn(others), 12),
          fc.integer({ min: 0, max: 2 }),
        ),
      ),
    )
    .map((items) =>
      items.map(([text, visibleIf, plainness], index) =>
        plainness > 0 && !visibleIf
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

const order = fc.constantFrom("none", "none", "none", "asc", "desc", "random");

const carriers: readonly Kind[] = ["radiogroup", "dropdown", "checkbox", "tagbox"];

/** Choices are carried forward, so from questions that come before. */
const selectPart = (planned: Planned, others: readonly Planned[], kind: Kind): fc.Arbitrary<Json> => {
  const sources = others.filter(
    (one) => carriers.includes(one.kind) && !one.name.includes(".") && one.name < planned.name,
  );
  return fc
    .record({
      choices: choicesFor(others),
      special,
      choicesVisibleIf: sometimes(fc.oneof(fc.constant("{item} <> 'c'"), conditionOn(others)), 6),
      choicesEnableIf: sometimes(fc.constant("{item} <> 'd'"), 8),
      hideIfChoicesEmpty: sometimes(fc.constant(true), 8),
      choicesOrder: order,
      showSelectAllItem: sometimes(fc.constant(true), 6),
      exclusive: sometimes(fc.constantFrom(0, 1, 2), 8),
      source: sources.length === 0 ? fc.constant(undefined) : sometimes(fc.constantFrom(...sources), 4),
      mode: fc.constantFrom("all", "selected", "unselected"),
    })
    .map(
      ({ choices, special: specials, source, mode, choicesOrder, showSelectAllItem, exclusive, ...rest }) => {
        const isSortable = choicesOrder === "random" || !JSON.stringify(choices).includes("{");
        const isMany = kind === "checkbox" || kind === "tagbox";
        const marked =
          exclusive === undefined || !isMany
            ? choices
            : choices.map((choice, index) => (index === exclusive ? exclusiveChoice(choice) : choice));
        return clean({
          choices: kind === "imagepicker" ? marked.map(picture) : marked,
          ...(kind === "ranking" || kind === "imagepicker" ? {} : specials),
          ...rest,
          // A form cannot give what is not carried forward; random answers can, and "all" then takes them away.
          showSelectAllItem: isMany && !source ? showSelectAllItem : undefined,
          choicesOrder: isSortable ? choicesOrder : undefined,
          ...(source && kind !== "imagepicker" && kind !== "ranking"
            ? { choicesFromQuestion: source.name, choicesFromQuestionMode: mode }
            : {}),
        });
      },
    );
};

const asObject = (choice: unknown): Json =>
  typeof choice === "object" ? { ...(choice as Json) } : { value: choice };
const exclusiveChoice = (choice: unknown): Json => ({ ...asObject(choice), isExclusive: true });
const picture = (choice: unknown): Json => ({
  ...asObject(choice),
  imageLink: `/${String(asObject(choice).value)}.png`,
});

const many = (planned: Planned, others: readonly Planned[], kind: Kind): fc.Arbitrary<Json> =>
  fc
    .tuple(selectPart(planned, others, kind), fc.constantFrom(0, 0, 2), fc.constantFrom(0, 0, 3))
    .map(([part, minSelectedChoices, maxSelectedChoices]) =>
      clean({
        type: kind,
        ...part,
        minSelectedChoices: minSelectedChoices || undefined,
        maxSelectedChoices: part.choicesEnableIf ? undefined : maxSelectedChoices || undefined,
      }),
    );

const matrix = (planned: Planned, others: readonly Planned[]): fc.Arbitrary<Json> =>
  fc
    .record({
      rowsVisibleIf: sometimes(fc.oneof(fc.constant("{item} <> 'r2'"), conditionOn(others)), 4),
      columnsVisibleIf: sometimes(fc.constant("{item} < 3 or {calc} > 2"), 6),
      eachRowRequired: fc.boolean(),
      eachRowUnique: sometimes(fc.constant(true)),
      rowOrder: fc.constantFrom("initial", "initial", "random"),
      hideIfRowsEmpty: sometimes(fc.constant(true)),
      cellType: sometimes(fc.constant("checkbox"), 5),
      text: textOn("row", others),
    })
    .map(({ text, cellType, eachRowUnique, rowOrder, ...rest }) =>
      clean({
        type: "matrix",
        columns: [...columns],
        rows: ["r1", { value: "r2", text }, "r3"],
        ...rest,
        // In a turn survey-core shuffles before the turn belongs to anyone's questionnaire.
        rowOrder: planned.name.includes(".") ? undefined : rowOrder,
        cellType,
        eachRowUnique: cellType ? undefined : eachRowUnique,
      }),
    );

/** The part of a question that its kind asks for. */
export const partOf = (planned: Planned, others: readonly Planned[]): fc.Arbitrary<Json> => {
  const { kind } = planned;
  switch (kind) {
    case "radiogroup":
    case "dropdown":
    case "imagepicker":
      return selectPart(planned, others, kind).map((part) => ({ type: kind, ...part }));
    case "checkbox":
    case "tagbox":
      return many(planned, others, kind);
    case "pictures":
      return selectPart(planned, others, "imagepicker").map((part) => ({
        type: "imagepicker",
        ...part,
        multiSelect: true,
      }));
    case "ranking":
      return fc
        .tuple(selectPart(planned, others, kind), fc.boolean())
        .map(([part, selectToRankEnabled]) => clean({ type: kind, ...part, selectToRankEnabled }));
    case "boolean":
      return fc.constantFrom<Json>(
        { type: "boolean" },
        { type: "boolean", valueTrue: "yes", valueFalse: "no" },
      );
    case "rating":
      return fc.constantFrom<Json>(
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
        { type: "rating", rateType: "smileys", rateMax: 4 },
      );
    case "number":
      return fc.constantFrom<Json>(
        { type: "text", inputType: "number" },
        { type: "text", inputType: "number", min: 1, max: 4 },
        { type: "text", inputType: "number", step: 2 },
        { type: "text", inputType: "range", min: 0, max: 10 },
      );
    case "date":
      return fc.constantFrom<Json>(
        { type: "text", inputType: "date" },
        { type: "text", inputType: "date", min: "2002-01-01" },
      );
    case "comment":
      return fc.constantFrom<Json>({ type: "comment" }, { type: "comment", maxLength: 5, rows: 2 });
    case "matrix":
      return matrix(planned, others);
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
      return fc.constantFrom<Json>(
        { type: "text" },
        { type: "text", maxLength: 4 },
        { type: "text", inputType: "email" },
        { type: "text", placeholder: "like {who}" },
      );
  }
};

/** Validators that a kind of question may have. */
export const validatorsFor = (
  others: readonly Planned[],
  kind: Kind,
): fc.Arbitrary<readonly Json[] | undefined> => {
  const expression = conditionOn(others).map(
    (condition): Json => ({ type: "expression", expression: condition, text: "Not so {who}." }),
  );
  const one = (list: readonly Json[]): fc.Arbitrary<readonly Json[]> =>
    fc.oneof(expression, fc.constantFrom(...list)).map((validator) => [validator]);
  if (kind === "number")
    return sometimes(
      one([
        { type: "numeric", minValue: 2, maxValue: 4 },
        { type: "numeric", minValue: 2 },
        { type: "numeric", maxValue: 3 },
      ]),
    );
  if (kind === "text" || kind === "comment")
    return sometimes(
      one([
        { type: "text", minLength: 2, maxLength: 3 },
        { type: "text", minLength: 3, text: "Longer, {who}." },
        { type: "text", allowDigits: false },
        { type: "regex", regex: "^[a-z]+$", text: "Small letters." },
        { type: "regex", regex: "^[a-z]+$", caseInsensitive: true, text: "Letters." },
        { type: "email" },
      ]),
    );
  if (kind === "checkbox" || kind === "tagbox")
    return sometimes(
      one([
        { type: "answercount", minCount: 2, maxCount: 3 },
        { type: "answercount", maxCount: 2 },
      ]),
    );
  return sometimes(
    expression.map((validator) => [validator]),
    8,
  );
};

/** Names of questions of the same kind, for copying from. */
export const peersOf = (planned: Planned, others: readonly Planned[]): readonly string[] =>
  others
    .filter((one) => one.kind === planned.kind && (!isOneOf(one) || one.inside.length === 0))
    .map(({ name }) => name);

/** JSON name and the rest of a question. */
export const named = (planned: Planned, json: Json): Json => ({ ...json, name: ownName(planned) });
