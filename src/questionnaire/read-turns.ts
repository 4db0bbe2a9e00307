// Loops and tables in a posted form: what each turn's fields say, and turns added or removed by their buttons.
import { type FormFields, isReshapingField } from "./form-fields.ts";
import type { Answers, AnswerValue } from "./instrument.ts";
import type { LoopView, QuestionView, TurnView } from "./page-view.ts";
import { questionsOf, type ReadAnswer, shownField, wasShown } from "./read-answers.ts";

type Turn = Readonly<Record<string, AnswerValue>>;

/** Reads one question of a turn. */
type ReadQuestion = (question: QuestionView, before: AnswerValue | undefined) => ReadAnswer;

const isTurn = (value: unknown): value is Turn =>
  value !== null && typeof value === "object" && !Array.isArray(value);

const heldBy = (whole: AnswerValue | undefined, place: string | number): Turn => {
  const turn =
    whole !== null && typeof whole === "object"
      ? (whole as Readonly<Record<string | number, AnswerValue>>)[place]
      : undefined;
  return isTurn(turn) ? turn : {};
};

/** A turn as it was, with what the form says in place of what it showed. */
const readTurn = (
  turn: TurnView,
  whole: AnswerValue | undefined,
  form: FormFields,
  read: ReadQuestion,
): Turn => {
  const held: Record<string, AnswerValue> = { ...heldBy(whole, turn.place) };
  for (const question of questionsOf(turn.elements)) {
    if (question.isReadOnly || question.kind === "expression" || !wasShown(question, form)) continue;
    const { value, comment } = read(question, held[question.key]);
    const commentKey = `${question.key}-Comment`;
    delete held[question.key];
    if (question.comment) delete held[commentKey];
    if (value !== undefined) held[question.key] = value;
    if (comment !== undefined) held[commentKey] = comment;
  }
  return held;
};

/** How many turns a list has: those held, and those shown that nothing is held of yet. */
const lengthOf = (held: readonly AnswerValue[], places: Iterable<string | number>): number =>
  Math.max(held.length, ...[...places].map((place) => Number(place) + 1));

/** How many turns the loop has, hidden ones included. */
export const turnCount = ({ held, turns }: LoopView): number =>
  lengthOf(
    Array.isArray(held) ? held : [],
    turns.map(({ place }) => place),
  );

const inList = (whole: AnswerValue | undefined, turns: ReadonlyMap<string | number, Turn>): AnswerValue => {
  const held = Array.isArray(whole) ? whole : [];
  return Array.from(
    { length: lengthOf(held, turns.keys()) },
    (_, index) => turns.get(index) ?? heldBy(held, index),
  );
};

/**
 * What a loop or table holds once the form has been read. Turns that were not shown keep their places and what
 * they hold; whether they count is decided at completion.
 */
export const readTurns = (view: LoopView, form: FormFields, read: ReadQuestion): AnswerValue | undefined => {
  const turns = new Map(view.turns.map((turn) => [turn.place, readTurn(turn, view.held, form, read)]));
  if (!view.isKeyed) {
    const list = inList(view.held, turns);
    return Array.isArray(list) && list.length === 0 ? undefined : list;
  }
  const rows: Record<string, AnswerValue> = { ...(isTurn(view.held) ? view.held : {}) };
  for (const [place, turn] of turns) {
    if (Object.keys(turn).length > 0) rows[place] = turn;
    else delete rows[place];
  }
  return Object.keys(rows).length > 0 ? rows : undefined;
};

/**
 * What a loop holds after its pressed button: a turn more, or one less. The same value where none was pressed, or
 * where the turn has been added already: the button says how many turns it makes.
 */
const reshaped = (
  view: LoopView,
  value: AnswerValue | undefined,
  form: FormFields,
): AnswerValue | undefined => {
  if (view.isKeyed) return value;
  const turns = Array.isArray(value) ? value : [];
  const goal = view.add ? Number(form.get(view.add.field)?.at(-1)) : Number.NaN;
  if (view.add && turns.length < goal) return [...turns, view.add.turn];
  const removed = view.turns.find(({ removeField }) => removeField !== null && form.has(removeField));
  return removed ? turns.filter((_, index) => index !== removed.place) : value;
};

/** A button that was pressed in a loop: which question of the page holds other turns now, and which. */
export interface Reshaping {
  readonly question: LoopView;
  readonly value: AnswerValue | undefined;
}

/** Whether a button for adding or removing a turn sent the form. */
export const isReshaping = (form: FormFields): boolean => [...form.keys()].some(isReshapingField);

/**
 * The answers with one turn more for a loop of which the form shows a turn that is not there any more, because the
 * form was sent twice or another one removed it. The same answers where there is none.
 */
export const withTurnBack = (
  questions: readonly QuestionView[],
  form: FormFields,
  answers: Answers,
): Answers => {
  for (const question of questions) {
    if (question.kind !== "loop" || question.isKeyed || !question.add || question.isReadOnly) continue;
    const count = turnCount(question);
    const start = `${question.field}:${count}:`;
    if (!form.get(shownField)?.some((field) => field.startsWith(start))) continue;
    const held = Array.isArray(question.held) ? question.held : [];
    const turns = Array.from({ length: count }, (_, index) => held[index] ?? {});
    return { ...answers, [question.key]: [...turns, question.add.turn] };
  }
  return answers;
};

const reshapedInside = (
  view: LoopView,
  value: AnswerValue | undefined,
  form: FormFields,
): AnswerValue | undefined => {
  const own = reshaped(view, value, form);
  if (own !== value) return own;
  for (const turn of view.turns)
    for (const question of questionsOf(turn.elements)) {
      if (question.kind !== "loop") continue;
      const held = heldBy(value, turn.place);
      const inner = reshapedInside(question, held[question.key], form);
      if (inner === held[question.key]) continue;
      const { [question.key]: _old, ...rest } = held;
      const changed: Turn = inner === undefined ? rest : { ...rest, [question.key]: inner };
      return Array.isArray(value)
        ? value.map((one, index) => (index === turn.place ? changed : one))
        : { ...(isTurn(value) ? value : {}), [turn.place]: changed };
    }
  return value;
};

/**
 * The button for adding or removing a turn that sent the form, loops within loops included; null where another
 * button did.
 *
 * @param held what a question of the page holds after reading
 */
export const reshapingOf = (
  questions: readonly QuestionView[],
  form: FormFields,
  held: (question: QuestionView) => AnswerValue | undefined,
): Reshaping | null => {
  for (const question of questions) {
    if (question.kind !== "loop" || question.isReadOnly) continue;
    const before = held(question);
    const value = reshapedInside(question, before, form);
    if (value !== before) return { question, value };
  }
  return null;
};
