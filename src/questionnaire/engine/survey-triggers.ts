// Triggers: what a questionnaire does by itself when a condition comes true.
import type { CompiledTrigger } from "./compiled.ts";
import { storedDate } from "./dates.ts";
import { lookUp } from "./evaluate.ts";
import { nameSteps } from "./expression-tree.ts";
import { prepared } from "./prepared.ts";
import type { SurveyState } from "./survey-state.ts";
import { areEqual, copyOf, inData, type Value } from "./values.ts";

/** What is going on while triggers run. */
export interface TriggerRun {
  isRunning: boolean;
  keys: Record<string, Value>;
}

/** When triggers are looked at. */
export interface TriggerMoment {
  /** The value that changed first-hand. */
  readonly name?: string;
  readonly isOnNextPage?: boolean;
  readonly isOnComplete?: boolean;
}

const maximumRounds = 3;

/** A trigger's way out of the questionnaire's order, for the route. */
export type Jump = { readonly kind: "complete" } | { readonly kind: "skip"; readonly target: string };

const needsValidQuestion = (trigger: CompiledTrigger): boolean =>
  trigger.kind === "complete" || trigger.kind === "skip";

const setTarget = (survey: SurveyState, name: string, value: Value): void => {
  const question = lookUp(survey.scope, nameSteps(name), name)?.question;
  if (question) question.setValue(value);
  else if (!name.includes(".")) survey.setValue(name, value, name);
};

const copyValue = (survey: SurveyState, trigger: Extract<CompiledTrigger, { kind: "copyvalue" }>): void => {
  if (!trigger.target || !trigger.source) return;
  const found = lookUp(survey.scope, nameSteps(trigger.source), trigger.source);
  if (!found) return;
  const value = trigger.inWords ? (found.inWords?.(found.value) ?? String(found.value ?? "")) : found.value;
  setTarget(survey, trigger.target, copyOf(value));
};

const setVisible = (
  survey: SurveyState,
  trigger: Extract<CompiledTrigger, { kind: "visible" }>,
  isVisible: boolean,
): void => {
  for (const page of survey.pages) if (trigger.pages.includes(page.def.name)) page.setVisible(isVisible);
  for (const name of trigger.questions) survey.findQuestion(name)?.setVisible(isVisible);
};

const succeed = (survey: SurveyState, trigger: CompiledTrigger): void => {
  switch (trigger.kind) {
    case "setvalue":
      if (trigger.isVariable) survey.setVariable(trigger.target, copyOf(trigger.value));
      else setTarget(survey, trigger.target, copyOf(trigger.value));
      break;
    case "copyvalue":
      copyValue(survey, trigger);
      break;
    case "runexpression": {
      if (!trigger.formula) break;
      const value = prepared(trigger.formula).evaluate(survey.scope);
      if (trigger.target && value !== undefined)
        setTarget(survey, trigger.target, storedDate(copyOf(value), ""));
      break;
    }
    case "visible":
      setVisible(survey, trigger, true);
      break;
    case "skip":
    case "complete":
      break;
  }
};

const isItsOwnTarget = (trigger: CompiledTrigger, keys: readonly string[]): boolean =>
  (trigger.kind === "setvalue" || trigger.kind === "copyvalue") &&
  keys.length === 1 &&
  keys[0] === trigger.target;

const canRun = (trigger: CompiledTrigger, moment: TriggerMoment): boolean => {
  if (moment.isOnComplete) return false;
  switch (trigger.kind) {
    case "setvalue":
      return !moment.isOnNextPage && trigger.target !== "";
    case "copyvalue":
      return !moment.isOnNextPage && trigger.target !== "" && trigger.source !== "";
    case "runexpression":
    case "skip":
      return !moment.isOnNextPage;
    default:
      return true;
  }
};

const runTrigger = (survey: SurveyState, trigger: CompiledTrigger, moment: TriggerMoment): void => {
  const { keys } = survey.triggerRun;
  if (!canRun(trigger, moment) || isItsOwnTarget(trigger, Object.keys(keys))) return;
  const more = trigger.kind === "copyvalue" && trigger.source ? [trigger.source] : [];
  if (!trigger.expression) {
    if (trigger.kind === "copyvalue" && survey.isConcerned(null, keys, [])) succeed(survey, trigger);
    return;
  }
  if (!survey.isConcerned(trigger.expression, keys, more)) return;
  if (prepared(trigger.expression).evaluate(survey.scope) === true) succeed(survey, trigger);
  else if (trigger.kind === "visible") setVisible(survey, trigger, false);
};

/** Runs the triggers that changed keys concern; what they change may concern others, up to three rounds. */
export const runTriggers = (
  survey: SurveyState,
  keys: Record<string, Value>,
  moment: TriggerMoment,
): void => {
  const { triggers } = survey.compiled;
  if (survey.isCompleted || triggers.length === 0) return;
  const run = survey.triggerRun;
  if (run.isRunning) {
    Object.assign(run.keys, keys);
    return;
  }
  const question = moment.name && !moment.isOnComplete ? survey.questionsWithKey(moment.name)[0] : undefined;
  const isInvalid = triggers.some(needsValidQuestion) && question !== undefined && !question.isValid();
  run.isRunning = true;
  run.keys = keys;
  let seen = { ...keys };
  for (let round = 0; round < maximumRounds; round += 1) {
    for (const trigger of triggers)
      if (!(isInvalid && needsValidQuestion(trigger))) runTrigger(survey, trigger, moment);
    if (areEqual(seen, run.keys, inData)) break;
    run.keys = Object.fromEntries(
      Object.entries(run.keys).filter(([key, value]) => !areEqual(value, seen[key], inData)),
    );
    seen = { ...run.keys };
  }
  run.isRunning = false;
};
