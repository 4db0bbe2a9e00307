// Random questions: what all have, over what their kind asks for; and those that repeat others.
import fc from "fast-check";
import { conditionOn, textOn } from "./conditions.ts";
import { named, partOf, peersOf, validatorsFor } from "./parts.ts";
import {
  answerFor,
  clean,
  isRepeat,
  isShownOnly,
  type Json,
  ownName,
  type Planned,
  rows,
  sometimes,
} from "./planned.ts";

/** What a turn fills in by itself is lost in survey-core where the turn comes with the answers: see its faults. */
const isInTurn = ({ name }: Planned): boolean => name.includes(".");

/** Effects do not hang on what stands in turns: emptied at the end, survey-core fills turns again in between. */
const effectsOn = (planned: Planned, all: readonly Planned[]): fc.Arbitrary<Json> => {
  const others = all.filter(({ kind }) => !isRepeat(kind));
  if (isShownOnly(planned) || isInTurn(planned)) return fc.constant({});
  const peers = peersOf(planned, others);
  const copies = peers.length > 0 ? fc.constantFrom(...peers.map((name) => `{${name}}`)) : fc.constant("");
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

const defaultFor = (planned: Planned): fc.Arbitrary<unknown> =>
  isShownOnly(planned) ||
  planned.kind === "ranking" ||
  isInTurn(planned) ||
  // Whether a matrix holds one column or several is settled later than the default of what it stands in.
  planned.inside.some((one) => one.kind === "matrix")
    ? fc.constant(undefined)
    : sometimes(answerFor(planned), 6);

/** What every question has, in a turn or row without effects on others. */
const frameOn = (planned: Planned, others: readonly Planned[]) =>
  fc.record({
    title: textOn(`Q ${ownName(planned)}`, others),
    description: sometimes(textOn("help", others), 4),
    visibleIf: sometimes(conditionOn(others), 2),
    enableIf: sometimes(conditionOn(others), 6),
    isRequired: sometimes(fc.constant(true), 1),
    requiredIf: sometimes(conditionOn(others), 6),
    requiredErrorText: sometimes(fc.constant("Please, {who}"), 6),
    defaultValue: defaultFor(planned),
    validators: validatorsFor(others, planned.kind),
    clearIfInvisible: sometimes(fc.constantFrom("onHidden", "onHiddenContainer", "none"), 6),
    showCommentArea: sometimes(fc.constant(true), 8),
    visible: sometimes(fc.constant(false), 15),
    titleLocation: sometimes(fc.constant("hidden"), 12),
    effects: effectsOn(planned, others),
  });

type Framed = ReturnType<typeof frameOn> extends fc.Arbitrary<infer Frame> ? Frame : never;

const assembled = (planned: Planned, part: Json, framed: Framed): Json => {
  const { effects, showCommentArea, visible, defaultValue, validators, requiredIf, isRequired, ...rest } =
    framed;
  const isAsked = planned.kind !== "html";
  const isCarried = part.choicesFromQuestion !== undefined;
  const json = clean({
    ...part,
    ...rest,
    ...effects,
    ...(isCarried ? { defaultValueExpression: undefined } : {}),
    ...(isAsked
      ? { defaultValue: isCarried ? undefined : defaultValue, validators, requiredIf, isRequired }
      : {}),
    showCommentArea:
      isAsked && planned.kind !== "expression" && !part.showOtherItem ? showCommentArea : undefined,
  });
  return named(planned, visible === false && !json.visibleIf ? { ...json, visible: false } : json);
};

const plainQuestion = (planned: Planned, others: readonly Planned[]): fc.Arbitrary<Json> =>
  fc
    .tuple(partOf(planned, others), frameOn(planned, others))
    .map(([part, framed]) => assembled(planned, part, framed));

const elsewhere = (planned: Planned, all: readonly Planned[]): readonly Planned[] =>
  all.filter(({ name }) => name !== planned.name);

const insideOf = (planned: Planned, others: readonly Planned[]): fc.Arbitrary<Json[]> =>
  fc.tuple(
    ...planned.inside.map((one) => plainQuestion(one, [...elsewhere(one, planned.inside), ...others])),
  );

/** A count: fixed, or computed from an earlier number. */
const countedBy = (
  planned: Planned,
  others: readonly Planned[],
  words: { count: string; expression: string },
) => {
  const numbers = others.filter(({ kind, name }) => kind === "number" && name < planned.name);
  const fixed = fc.integer({ min: 0, max: 3 }).map((count): Json => ({ [words.count]: count }));
  if (numbers.length === 0) return fixed;
  const source = fc.constantFrom(...numbers.map(({ name }) => name));
  return fc.oneof(
    { weight: 2, arbitrary: fixed },
    { weight: 1, arbitrary: source.map((name): Json => ({ [words.expression]: `{${name}}` })) },
  );
};

const firstAsked = ({ inside }: Planned): string | undefined => {
  const asked = inside.find((one) => ["text", "number", "dropdown", "radiogroup"].includes(one.kind));
  return asked && ownName(asked);
};

const limits = (least: string, most: string) =>
  fc.constantFrom<Json>({}, {}, {}, { [least]: 1 }, { [most]: 2 }, { [least]: 1, [most]: 2 });

const loopPart = (planned: Planned, others: readonly Planned[]): fc.Arbitrary<Json> =>
  fc
    .record({
      templateElements: insideOf(planned, others),
      counted: countedBy(planned, others, { count: "panelCount", expression: "panelCountExpression" }),
      limited: limits("minPanelCount", "maxPanelCount"),
      templateTitle: sometimes(textOn("Turn", [...planned.inside, ...others]), 1),
      templateVisibleIf: sometimes(conditionOn([...planned.inside, ...others]), 3),
      isKeyed: sometimes(fc.constant(true), 5),
      allowAddPanel: sometimes(fc.constant("no"), 3),
    })
    .map(({ counted, limited, isKeyed, allowAddPanel, ...rest }) => ({
      ...clean({
        type: "paneldynamic",
        ...counted,
        ...limited,
        ...rest,
        keyName: isKeyed && firstAsked(planned),
      }),
      ...(allowAddPanel ? { allowAddPanel: false } : {}),
    }));

const cellTypes: Readonly<Record<string, string>> = { number: "text" };

const column = (planned: Planned, json: Json): Json => {
  const {
    type: _type,
    clearIfInvisible: _clear,
    showCommentArea: _comment,
    description: _help,
    ...rest
  } = json;
  const { titleLocation: _location, visible: _visible, ...kept } = rest;
  return { ...kept, cellType: cellTypes[planned.kind] ?? planned.kind };
};

const tablePart = (planned: Planned, others: readonly Planned[]): fc.Arbitrary<Json> =>
  fc
    .record({
      cells: insideOf(planned, others),
      counted: countedBy(planned, others, { count: "rowCount", expression: "rowCountExpression" }),
      limited: limits("minRowCount", "maxRowCount"),
      rowsVisibleIf: sometimes(fc.oneof(fc.constant("{item} <> 'r2'"), conditionOn(others)), 4),
      isUnique: sometimes(fc.constant(true), 5),
      rowOrder: fc.constantFrom("initial", "initial", "random"),
      text: textOn("row", [...planned.inside, ...others]),
    })
    .map(({ cells, counted, limited, rowsVisibleIf, isUnique, rowOrder, text }) => {
      const made = planned.inside.map((one, index) => column(one, cells[index] as Json));
      const unique = isUnique ? firstAsked(planned) : undefined;
      const table = { columns: made.map((one) => (one.name === unique ? { ...one, isUnique: true } : one)) };
      return planned.kind === "growing"
        ? { type: "matrixdynamic", ...table, ...counted, ...limited }
        : clean({
            type: "matrixdropdown",
            ...table,
            rows: [rows[0], { value: rows[1], text }, rows[2]],
            rowsVisibleIf,
            rowOrder,
          });
    });

/** What may not be said twice is checked by survey-core also where nobody can change it: see its faults. */
const withoutUnique = ({ keyName: _key, ...json }: Json): Json => ({
  ...json,
  ...(Array.isArray(json.columns)
    ? { columns: json.columns.map(({ isUnique: _unique, ...one }: Json) => one) }
    : {}),
});

/** A random question among others. */
export const questionOf = (planned: Planned, all: readonly Planned[]): fc.Arbitrary<Json> => {
  const others = elsewhere(planned, all);
  if (planned.inside.length === 0) return plainQuestion(planned, others);
  const part = planned.kind === "loop" ? loopPart(planned, others) : tablePart(planned, others);
  return fc
    .tuple(part, frameOn(planned, others))
    .map(([made, framed]) =>
      assembled(planned, framed.enableIf ? withoutUnique(made) : made, { ...framed, effects: {} }),
    );
};
