// Variables of the cube: every item is one, and every option of a multi-select or top three is one. Each
// has a list of states that a respondent can be in, and a table from raw answer to state per wave.

import type { AnalysisPlan, PlanItem } from "./analysis-plan.ts";
import { isAskedIn } from "./analysis-plan.ts";
import { type Answer, NOT_ASKED, REFUSED } from "./wave-row.ts";

/**
 * What a respondent's answer to one variable amounts to.
 *
 * `given`: whether the item was answered, don't know included; on raw answers, before any crosswalk.
 * `base`: what the answer is after the crosswalk: a `value`, a `dont-know`, or `outside` every base.
 */
export type VariableState = {
  code: string;
  given: "no-answer" | "not-asked" | "refused" | "dont-know" | "answer";
  base: "outside" | "dont-know" | "value";
};

/** A yes/no variable's codes for an option: not chosen, chosen, and for a top three chosen first. */
export const OPTION_NO = "no";
export const OPTION_CHOSEN = "chosen";
export const OPTION_FIRST = "first";

/** Identity of a variable: the item, and the option where the item has options. */
export type VariableKey = { item: string; option: string | null };

/** Text form of a variable's identity, unique within a plan. */
export function variableName(key: VariableKey): string {
  return JSON.stringify(key.option === null ? [key.item] : [key.item, key.option]);
}

/** States that every variable has, in this order: no answer, not asked, refused. */
export const NO_ANSWER_STATE = 0;
const NOT_ASKED_STATE = 1;
const REFUSED_STATE = 2;

const commonStates: readonly VariableState[] = [
  { code: "", given: "no-answer", base: "outside" },
  { code: "", given: "not-asked", base: "outside" },
  { code: "", given: "refused", base: "outside" },
];

/** Class of a state: 0 outside every base, 1 a value with a score, 2 a value without a score, 3 don't know. */
export type StateClass = 0 | 1 | 2 | 3;

/** Turns raw answers of one variable into state numbers; numeric variables gain states as values appear. */
export type VariableEncoder = {
  key: VariableKey;
  states: VariableState[];
  /** Class per state, parallel to `states`. */
  classes: StateClass[];
  /** States that the plan declares; those after them are numbers in order of appearance. */
  declaredStates: number;
  /** Largest number of states there can be. */
  capacity: number;
  /**
   * @returns the state number
   * @throws RangeError for a code outside the item's list
   */
  stateOf(answer: Answer | undefined, wave: string): number;
};

const NUMERIC_CAPACITY = 65_536;

/** The variables of a plan, in the order of its items and options. */
export function variablesOf(plan: AnalysisPlan): VariableEncoder[] {
  return plan.items.flatMap((item) =>
    item.type === "multi" || item.type === "top3"
      ? item.options.map((option) => optionEncoder(item, option))
      : [codeEncoder(item)],
  );
}

function codeEncoder(item: PlanItem): VariableEncoder {
  const states: VariableState[] = [];
  const classes: StateClass[] = [];
  const add = (state: VariableState): number => {
    classes.push(classOf(item, state));
    return states.push(state) - 1;
  };
  commonStates.forEach(add);
  const rawDontKnow = new Map(
    item.dontKnow.map((code) => [code, add({ code, given: "dont-know", base: "dont-know" })]),
  );
  const mappedDontKnow = new Map(
    item.crosswalk.size === 0
      ? []
      : item.dontKnow.map((code) => [code, add({ code, given: "answer", base: "dont-know" })]),
  );
  const values = new Map(item.values.map((code) => [code, add({ code, given: "answer", base: "value" })]));
  const outside = item.crosswalk.size === 0 ? null : add({ code: "", given: "answer", base: "outside" });
  const written = item.type === "open" ? add({ code: "", given: "answer", base: "value" }) : null;

  function stateOfNumber(raw: string): number {
    const code = String(Number(raw));
    const known = values.get(code);
    if (known !== undefined) return known;
    if (raw.trim() === "" || !Number.isFinite(Number(raw))) throw unknownCode(item, raw);
    if (states.length >= NUMERIC_CAPACITY)
      throw new RangeError(`item ${item.id} has too many different numbers`);
    const state = add({ code, given: "answer", base: "value" });
    values.set(code, state);
    return state;
  }

  return {
    key: { item: item.id, option: null },
    states,
    classes,
    declaredStates: states.length,
    capacity: item.type === "numeric" ? NUMERIC_CAPACITY : states.length,
    stateOf(answer, wave) {
      if (answer === undefined || !isAskedIn(item, wave)) return NO_ANSWER_STATE;
      if (typeof answer !== "string") throw unknownCode(item, answer.join(","));
      if (answer === NOT_ASKED) return NOT_ASKED_STATE;
      if (answer === REFUSED) return REFUSED_STATE;
      const dontKnow = rawDontKnow.get(answer);
      if (dontKnow !== undefined) return dontKnow;
      if (written !== null) return written;
      const map = item.crosswalk.get(wave);
      const code = map === undefined ? answer : map.get(answer);
      if (code === undefined) return outside!;
      if (item.type === "numeric") return stateOfNumber(code);
      const state = values.get(code) ?? mappedDontKnow.get(code) ?? outside;
      if (state === null) throw unknownCode(item, answer);
      return state;
    },
  };
}

function optionEncoder(item: PlanItem, option: string): VariableEncoder {
  const states: VariableState[] = [
    ...commonStates,
    ...item.dontKnow.map((code) => ({ code, given: "dont-know", base: "dont-know" }) as const),
    { code: OPTION_NO, given: "answer", base: "value" },
    { code: OPTION_CHOSEN, given: "answer", base: "value" },
    { code: OPTION_FIRST, given: "answer", base: "value" },
    { code: "", given: "answer", base: "outside" },
  ];
  const no = commonStates.length + item.dontKnow.length;
  const [chosen, first, outside] = [no + 1, no + 2, no + 3];
  const isRanked = item.type === "top3";

  return {
    key: { item: item.id, option },
    states,
    classes: states.map((state) => (state.base === "value" ? 1 : state.base === "dont-know" ? 3 : 0)),
    declaredStates: states.length,
    capacity: states.length,
    stateOf(answer, wave) {
      if (answer === undefined || !isAskedIn(item, wave)) return NO_ANSWER_STATE;
      if (answer === NOT_ASKED) return NOT_ASKED_STATE;
      if (answer === REFUSED) return REFUSED_STATE;
      const codes = typeof answer === "string" ? [answer] : answer;
      if (codes.length === 1 && item.dontKnow.includes(codes[0]!)) {
        return commonStates.length + item.dontKnow.indexOf(codes[0]!);
      }
      const map = item.crosswalk.get(wave);
      let [hasChosen, isFirst, hasOption] = [false, false, false];
      for (let rank = 0; rank < codes.length; rank++) {
        const raw = codes[rank]!;
        if (raw === "") continue;
        const code = map === undefined ? raw : map.get(raw);
        const isKnown = code !== undefined && item.options.includes(code);
        if (!isKnown && item.crosswalk.size === 0 && !item.dontKnow.includes(raw))
          throw unknownCode(item, raw);
        hasOption ||= isKnown;
        if (code !== option) continue;
        hasChosen = true;
        isFirst ||= rank === 0;
      }
      if (hasChosen) return isRanked && isFirst ? first : chosen;
      return isRanked && !hasOption ? outside : no;
    },
  };
}

function classOf(item: PlanItem, state: VariableState): StateClass {
  if (state.base === "outside") return 0;
  if (state.base === "dont-know") return 3;
  return scoreOf(item, state.code) === null ? 2 : 1;
}

/** Score of a value code on the item's scale: the declared one, or the number itself; null if it has none. */
export function scoreOf(item: PlanItem, code: string): number | null {
  if (item.type === "numeric") return Number(code);
  return item.scores.get(code) ?? null;
}

function unknownCode(item: PlanItem, code: string): RangeError {
  return new RangeError(`item ${item.id} has no value ${JSON.stringify(code)}`);
}
