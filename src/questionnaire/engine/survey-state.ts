// The survey of one walk: its answers and variables, and the rounds of conditions that every change sets off.

import { type QuestionnaireWords, wordsIn } from "../words.ts";
import type { CompiledInstrument, Expression } from "./compiled.ts";
import type { Found, Scope } from "./evaluate.ts";
import type { PanelState } from "./panel-state.ts";
import { type ChangedKeys, isAnyChanged, prepared } from "./prepared.ts";
import type { QuestionState } from "./question-state.ts";
import { findInSurvey, surveyScope } from "./survey-names.ts";
import { runTriggers, type TriggerRun } from "./survey-triggers.ts";
import { areEqual, inChoices, inData, inQuestions, isBlank, isEmpty, type Value } from "./values.ts";
import { type Watched, watchedBy } from "./watched.ts";

/** Rounds of conditions after one change, as survey-core's limit. */
const maximumRounds = 10;

/** Where questions keep their values: the survey, a turn of a loop, a row of a table. */
export interface Holder {
  readonly scope: Scope;
  getValue(key: string): Value;
  setValue(key: string, value: Value, question: string): void;
  getComment(key: string): string;
  setComment(key: string, text: string): void;
  /** True while a default is being filled in that must not count as the respondent's answer. */
  readonly isFillingDefault: boolean;
  findQuestion(name: string): QuestionState | undefined;
  /** Does what fills in a default or a formula's result; absent where that needs no telling. */
  fillIn?(act: () => void): void;
  /** Names that an item knows changed keys by; absent for the survey itself. */
  changedNames?(keys: ChangedKeys): Readonly<Record<string, unknown>>;
}

const addTo = (map: Map<string, QuestionState[]>, key: string, question: QuestionState): void => {
  const known = map.get(key);
  if (known) known.push(question);
  else map.set(key, [question]);
};

/** The state of the survey in one walk. */
export class SurveyState implements Holder {
  readonly compiled: CompiledInstrument;
  readonly language: string;
  readonly now: Date;
  readonly seed: number;
  readonly words: QuestionnaireWords;
  readonly scope: Scope;
  readonly isFillingDefault = false;
  values: Record<string, Value> = Object.create(null);
  readonly variables: Record<string, Value> = Object.create(null);
  /** Lower-cased keys of questions whose answers lie outside their limits, which the survey does not take. */
  readonly unreached = new Set<string>();
  pages: readonly PanelState[] = [];
  /** Top-level questions in order; `byKey` by the lower-cased key of their values. */
  questions: readonly QuestionState[] = [];
  readonly byKey = new Map<string, QuestionState[]>();
  private readonly byExactKey = new Map<string, QuestionState[]>();
  /** Questions that have triggers of their own, and those that follow what others hold. */
  private triggered: readonly QuestionState[] = [];
  private following: readonly QuestionState[] = [];
  private readonly watched: Watched;
  phase: "loading" | "conditions" | "walking" = "loading";
  isCompleted = false;
  /** The page being looked at, for `{pageno}` and triggers at its end. */
  currentPage: PanelState | null = null;
  private isRunningConditions = false;
  private isChangingTogether = false;
  private isInValueRound = false;
  private isChangedInRound = false;
  private mustNotifyAfterRound = false;
  private rounds = 0;
  private triggerKeys: Record<string, Value> | undefined;
  private readonly calculating = new Set<string>();
  private readonly notified = new Set<string>();
  readonly triggerRun: TriggerRun = { isRunning: false, keys: {} };

  constructor(compiled: CompiledInstrument, language: string, seed: number, now: Date) {
    this.compiled = compiled;
    this.language = language;
    this.seed = seed;
    this.now = now;
    this.watched = watchedBy(compiled);
    this.words = wordsIn(language);
    this.scope = surveyScope(this);
  }

  /** Keys that changed since the last full evaluation, undefined where everything has to run. */
  changedKeys(): ChangedKeys | undefined {
    return this.isInValueRound ? this.triggerKeys : undefined;
  }

  /** True once anything has been answered. */
  get hasValues(): boolean {
    for (const _ in this.values) return true;
    return false;
  }

  /** The value under a key. Values are never changed in place, so that they can be handed around. */
  getValue(key: string): Value {
    return this.values[key];
  }

  /** Takes the questions in their order; called again when the order has been settled. */
  take(questions: readonly QuestionState[]): void {
    this.questions = questions;
    this.byKey.clear();
    this.byExactKey.clear();
    for (const question of questions) {
      addTo(this.byKey, question.key.toLowerCase(), question);
      addTo(this.byExactKey, question.key, question);
    }
    this.triggered = questions.filter((question) => question.hasTriggers);
    this.following = questions.filter((question) => question.isFollowing);
  }

  questionsWithKey(key: string): readonly QuestionState[] {
    return this.byExactKey.get(key) ?? [];
  }

  findQuestion(name: string): QuestionState | undefined {
    return this.questions.find((question) => question.def.name === name);
  }

  find(name: string): Found | undefined {
    return findInSurvey(this, name);
  }

  setValue(key: string, value: Value, question: string): void {
    const before = this.getValue(key);
    const blankless = (one: Value): Value => (one === "" || one === undefined ? null : one);
    const old = blankless(before);
    const next = blankless(value);
    if (next === null || old === null ? next === old : areEqual(next, old, inQuestions)) return;
    if (isEmpty(value)) delete this.values[key];
    else this.values[key] = value;
    const isSame = areEqual(value, before, inChoices);
    for (const one of this.questionsWithKey(key))
      if (!areEqual(one.value, value, inQuestions)) one.updateFromHolder(value);
    if (isSame || this.isChangingTogether) return;
    this.notified.add(key);
    if (this.isWatched(key) || this.triggerRun.isRunning) this.afterChange(key, value, before);
    if (this.notified.has(key)) {
      this.notifyQuestions(key, value, question);
      this.notified.delete(key);
    }
  }

  getComment(key: string): string {
    return (this.values[`${key}-Comment`] as string) || "";
  }

  setComment(key: string, text: string): void {
    const before = this.getComment(key);
    if (areEqual(text, before, inQuestions)) return;
    const commentKey = `${key}-Comment`;
    const isSame = areEqual(text, before, inChoices);
    if (isBlank(text)) delete this.values[commentKey];
    else this.values[commentKey] = text;
    const questions = this.questionsWithKey(key);
    for (const question of questions) question.updateCommentFromHolder(text);
    if (!isSame && !this.isChangingTogether && (this.isWatched(commentKey) || this.isWatched(key)))
      this.afterChange(commentKey, text, before, key);
    const [first] = questions;
    if (first) first.setComment(text);
  }

  getVariable(name: string): Value {
    return this.variables[name.toLowerCase()];
  }

  setVariable(name: string, value: Value): void {
    const before = this.getVariable(name);
    const lower = name.toLowerCase();
    delete this.values[name];
    this.variables[lower] = value;
    this.notifyElements(lower, "");
    if (areEqual(before, value, inData)) return;
    this.runConditionsFor({ [lower]: value }, lower);
    runTriggers(this, { [lower]: { newValue: value, oldValue: before } }, { name: lower });
  }

  private isWatched(key: string): boolean {
    return this.watched.isAlways || this.unreached.size > 0 || this.watched.keys.has(key.toLowerCase());
  }

  /** Takes many answers at once: conditions run when all are there. Only where their order does not matter. */
  changeTogether(change: () => void): void {
    this.isChangingTogether = true;
    change();
    this.isChangingTogether = false;
    this.runConditions();
  }

  /** Conditions and triggers after a value has changed. */
  private afterChange(key: string, value: Value, before: Value, related = ""): void {
    if (related) {
      this.triggerKeys ??= {};
      this.triggerKeys[related] = this.getValue(related);
    }
    const held = related ? this.getValue(related) : undefined;
    this.runConditionsFor({ [key]: value }, key);
    if (this.compiled.triggers.length === 0) return;
    const keys: Record<string, Value> = { [key]: { newValue: value, oldValue: before } };
    if (related) keys[related] = { newValue: held, oldValue: held };
    runTriggers(this, keys, { name: related || key });
  }

  private runConditionsFor(values: Record<string, Value>, name: string): void {
    this.triggerKeys ??= {};
    Object.assign(this.triggerKeys, values);
    if (this.isRunningConditions) {
      this.isChangedInRound = true;
      return;
    }
    this.isInValueRound = true;
    this.runConditions();
    this.isInValueRound = false;
    for (const question of this.triggered) question.runTriggers(name, values[name], this.triggerKeys);
    this.triggerKeys = undefined;
  }

  /** One full evaluation, repeated while it changes values. */
  runConditions(): void {
    if (this.isCompleted || this.phase === "loading" || this.isRunningConditions) return;
    this.isRunningConditions = true;
    this.runCalculations();
    for (const page of this.pages) page.runCondition();
    this.isRunningConditions = false;
    if (this.isChangedInRound && this.rounds < maximumRounds) {
      this.isChangedInRound = false;
      this.rounds += 1;
      this.runConditions();
      return;
    }
    this.isChangedInRound = false;
    this.rounds = 0;
    if (this.mustNotifyAfterRound) {
      this.mustNotifyAfterRound = false;
      this.notifyElements("", "");
    }
    if (!this.isInValueRound) this.triggerKeys = undefined;
  }

  private runCalculations(): void {
    const done = new Set<string>();
    for (const calculated of this.compiled.calculated)
      this.calculate(calculated.name, calculated.expression, done);
  }

  private calculate(name: string, expression: Expression, done: Set<string>): void {
    if (done.has(name) || !expression || !name || this.calculating.has(name)) {
      done.add(name);
      return;
    }
    this.calculating.add(name);
    const { evaluate, names } = prepared(expression);
    for (const other of this.compiled.calculated)
      if (other.name !== name && names.includes(other.name))
        this.calculate(other.name, other.expression, done);
    const value = evaluate(this.scope);
    if (!areEqual(value, this.getVariable(name), inChoices)) this.setVariable(name, value);
    this.calculating.delete(name);
    done.add(name);
  }

  private notifyQuestions(key: string, value: Value, question: string): void {
    for (const one of this.questionsWithKey(key)) one.onHolderChanged(value);
    for (const one of this.following) one.takeBoundValue(key, value);
    this.notifyElements(key, question);
  }

  /** Tells every question that something it may take its choices from has changed. */
  notifyElements(key: string, question: string): void {
    if (this.phase === "loading") return;
    if (this.isRunningConditions) {
      this.mustNotifyAfterRound = true;
      return;
    }
    for (const one of this.following) one.onAnyChanged(key, question);
  }

  /** True where a trigger's expression has to be looked at for these keys. */
  isConcerned(expression: Expression, keys: ChangedKeys, more: readonly string[]): boolean {
    if (!expression) return more.length === 0 || isAnyChanged(keys, more);
    const { names, isVolatile } = prepared(expression);
    const all = [...names, ...more];
    return isVolatile || all.length === 0 || isAnyChanged(keys, all);
  }
}
