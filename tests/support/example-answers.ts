// Answers to a questionnaire that nobody wrote answers for: what its own form could give, different every time.
import { Model, type Question } from "survey-core";

type Value = unknown;
// biome-ignore lint/suspicious/noExplicitAny: properties are read by name from a library without types for them
type Loose = any;

const typed: Readonly<Record<string, readonly Value[]>> = {
  number: [3, 42, 0, 250, -1],
  range: [10, 50, 90],
  date: ["2026-05-17", "1990-01-01", "2031-12-31"],
  "datetime-local": ["2026-05-17T10:00"],
  time: ["10:30"],
  month: ["2026-05"],
  week: ["2026-W20"],
  email: ["kari@example.org", "no address"],
  url: ["https://example.org"],
  tel: ["+47 55 55 55 55"],
  color: ["#112233"],
  text: ["Ljungby", "a", "something longer that nobody would write in a hurry"],
};

const pick = <T>(list: readonly T[], turn: number): T | undefined => list[turn % list.length];

const codes = (question: Loose): readonly Value[] => [
  ...(question.getChoices?.() ?? question.choices ?? []).map((item: Loose) => item.value),
  ...(question.showOtherItem ? ["other"] : []),
  ...(question.showNoneItem ? ["none"] : []),
  ...(question.showDontKnowItem ? ["dontknow"] : []),
];

const several = (list: readonly Value[], turn: number): readonly Value[] => {
  const plain = list.filter((code) => !["none", "dontknow", "other"].includes(String(code)));
  const from = plain.length === 0 ? 0 : turn % plain.length;
  return plain.slice(from, from + 1 + (turn % 3));
};

const answerTo = (question: Loose, turn: number): Value => {
  const type: string = question.getType();
  switch (type) {
    case "text":
    case "multipletexteditor":
      return pick(typed[question.inputType] ?? typed.text!, turn);
    case "comment":
      return pick(["A line.", "Two\nlines"], turn);
    case "boolean":
      return turn % 2 === 0 ? question.getValueTrue() : question.getValueFalse();
    case "rating":
      return pick(
        question.visibleRateValues.map((item: Loose) => item.value),
        turn,
      );
    case "radiogroup":
    case "dropdown":
      return pick(codes(question), turn);
    case "imagepicker":
      return question.multiSelect ? several(codes(question), turn) : pick(codes(question), turn);
    case "checkbox":
    case "tagbox":
      return several(codes(question), turn);
    case "ranking": {
      const list = codes(question);
      return [...list.slice(turn % list.length), ...list.slice(0, turn % list.length)];
    }
    case "matrix":
      return Object.fromEntries(
        question.rows.map((row: Loose, index: number) => {
          const column = pick(
            question.columns.map((one: Loose) => one.value),
            turn + index,
          );
          return [row.value, question.isMultiSelect ? [column] : column];
        }),
      );
    case "multipletext":
      return Object.fromEntries(
        question.items.map((item: Loose) => [item.name, answerTo(item.editor, turn)]),
      );
    case "paneldynamic":
      return [0, 1].map((index) => answersOf(question.template.questions, turn + index));
    case "matrixdynamic":
      return [0, 1].map((index) => cells(question, turn + index));
    case "matrixdropdown":
      return Object.fromEntries(
        question.rows.map((row: Loose, index: number) => [row.value, cells(question, turn + index)]),
      );
    default:
      return undefined;
  }
};

const cells = (table: Loose, turn: number): Record<string, Value> => {
  if (table.getType() === "matrixdynamic" && table.rowCount === 0) table.rowCount = 1;
  const row = table.visibleRows[0];
  return answersOf(row?.cells.map((cell: Loose) => cell.question) ?? [], turn, (one) => one.name);
};

const answersOf = (
  questions: readonly Loose[],
  turn: number,
  keyOf: (question: Loose) => string = (question) => question.getValueName(),
): Record<string, Value> =>
  Object.fromEntries(
    questions.flatMap((question: Loose, index) => {
      const value = answerTo(question, turn + index);
      const isOther = value === "other" ? [[`${keyOf(question)}-Comment`, "my own"]] : [];
      return value === undefined ? [] : [[keyOf(question), value], ...isOther];
    }),
  );

/** Several sets of answers: none, every question answered in different ways, and half of them answered. */
export function answerSets(definition: Readonly<Record<string, unknown>>, count: number) {
  const questions = (): Question[] => new Model(structuredClone(definition)).getAllQuestions();
  return [
    {},
    ...Array.from({ length: count }, (_, turn) => answersOf(questions(), turn)),
    answersOf(
      questions().filter((__, index) => index % 2 === 0),
      1,
    ),
  ];
}
