// Random conditions, formulas and texts with names in them.
import fc from "fast-check";
import { isShownOnly, ownName, type Planned } from "./planned.ts";

const inArrays = (name: string, list: readonly Planned[]): readonly string[] =>
  list
    .filter(({ kind }) => kind === "number" || kind === "rating")
    .flatMap((one) => [
      `sumInArray({${name}}, '${ownName(one)}') > 3`,
      `maxInArray({${name}}, '${ownName(one)}') > 2`,
    ]);

const insideOf = ({ name, kind, inside }: Planned): fc.Arbitrary<string> => {
  const asked = inside.filter((one) => !isShownOnly(one));
  if (asked.length === 0) return fc.constant(`{${name}} notempty`);
  const at = kind === "rows" ? [`${name}.r1`, `${name}.r2`] : [`${name}[0]`, `${name}[1]`];
  return fc
    .tuple(fc.constantFrom(...at), fc.constantFrom(...asked))
    .chain(([place, one]) => operandFor({ ...one, name: `${place}.${ownName(one)}` }));
};

const wholeOf = ({ name, kind, inside }: Planned): readonly string[] =>
  kind === "rows"
    ? [`{${name}} notempty`, `{${name}} empty`]
    : [`{${name}} notempty`, `{${name}} empty`, `{${name}.length} > 1`, ...inArrays(name, inside)];

const operandFor = (planned: Planned): fc.Arbitrary<string> => {
  const { name, kind } = planned;
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
    case "loop":
    case "rows":
    case "growing":
      return fc.oneof(fc.constantFrom(...wholeOf(planned)), insideOf(planned));
    default:
      return fc.constantFrom(...any, `{${name}} = 'a'`, `{${name}} contains 'b'`, `{${name}} = 'A '`);
  }
};

const indexes = (others: readonly Planned[]): readonly string[] =>
  others.some(({ name }) => name.startsWith("panel."))
    ? ["{panelIndex} = 1", "{panelIndex} < 1", "{visiblePanelIndex} > 0"]
    : others.some(({ name }) => name.startsWith("row."))
      ? ["{rowIndex} = 1", "{rowIndex} > 1"]
      : [];

/** A condition on some of the questions; inside a turn or row also on where it is. */
export const conditionOn = (others: readonly Planned[]): fc.Arbitrary<string> => {
  const asked = others.filter(({ kind }) => kind !== "html");
  const general = ["{calc} > 2", "{calc} empty", "{who} = 'Ljungby'", "{nothing} = 1", ...indexes(others)];
  if (asked.length === 0) return fc.constantFrom("1 = 1", "{nothing} empty", ...general);
  const one = fc.constantFrom(...asked).chain(operandFor);
  return fc.oneof(
    { weight: 4, arbitrary: one },
    {
      weight: 2,
      arbitrary: fc.tuple(one, fc.constantFrom("and", "or"), one).map((parts) => parts.join(" ")),
    },
    { weight: 1, arbitrary: one.map((condition) => `!(${condition})`) },
    { weight: 1, arbitrary: one.map((condition) => `iif(${condition}, 1, 0) = 1`) },
    { weight: 1, arbitrary: fc.constantFrom(...general) },
  );
};

const namesFor = (others: readonly Planned[]): readonly string[] => [
  "{who}",
  "{calc}",
  "{nothing}",
  ...others
    .filter(({ kind }) => kind !== "html")
    .flatMap(({ name, kind, inside }) =>
      kind === "loop" || kind === "growing"
        ? inside.filter((one) => one.kind !== "html").map((one) => `{${name}[0].${ownName(one)}}`)
        : kind === "rows"
          ? inside.filter((one) => one.kind !== "html").map((one) => `{${name}.r1.${ownName(one)}}`)
          : [`{${name}}`],
    ),
  ...(others.some(({ name }) => name.startsWith("panel.")) ? ["{panelIndex}"] : []),
  ...(others.some(({ name }) => name.startsWith("row.")) ? ["{rowIndex}"] : []),
];

/** A text, sometimes with a name to be filled in, sometimes in two languages. */
export const textOn = (start: string, others: readonly Planned[]): fc.Arbitrary<unknown> => {
  const plain = fc.constantFrom(start, `${start} {0}`);
  const piped = fc.constantFrom(...namesFor(others)).map((piece) => `${start} ${piece}.`);
  return fc.oneof(
    { weight: 3, arbitrary: plain },
    { weight: 2, arbitrary: piped },
    { weight: 1, arbitrary: piped.map((text) => ({ default: text, sv: `sv ${text}` })) },
  );
};
