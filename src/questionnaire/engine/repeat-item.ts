// One turn of a loop or one row of a table: its own small survey, whose values lie within the whole.
import type { Found, Scope } from "./evaluate.ts";
import { propertyOf } from "./evaluate.ts";
import type { NameStep } from "./expression-tree.ts";
import type { PanelState } from "./panel-state.ts";
import type { QuestionState } from "./question-state.ts";
import type { RepeatState } from "./repeat-state.ts";
import type { Holder } from "./survey-state.ts";
import type { Value } from "./values.ts";

/** The words that name a turn's or row's own things in expressions. */
export interface ItemWords {
  /** `panel` or `row`. */
  readonly own: string;
  readonly previous: string;
  readonly next: string;
  /** Names that say which turn or row it is. */
  readonly facts: readonly string[];
}

export const loopWords: ItemWords = {
  own: "panel",
  previous: "prevpanel",
  next: "nextpanel",
  facts: ["panelIndex", "visiblePanelIndex"],
};

export const tableWords: ItemWords = {
  own: "row",
  previous: "prevrow",
  next: "nextrow",
  facts: ["rowIndex", "visibleRowIndex", "item", "rowName", "rowValue", "rowTitle"],
};

/** A turn or row. */
export class RepeatItem implements Holder {
  readonly owner: RepeatState;
  readonly scope: Scope;
  readonly isFillingDefault = false;
  /** Set right after it has been made: the panel that holds its questions. */
  panel!: PanelState;
  /** True while its questions take what is there already, which need not be told to the whole. */
  isTaking = false;
  /** True while a question fills in its default or works out its formula. */
  isFillingIn = false;

  constructor(owner: RepeatState) {
    this.owner = owner;
    this.scope = new ItemScope(this);
  }

  get questions(): readonly QuestionState[] {
    return this.panel?.questions ?? [];
  }

  get values(): Readonly<Record<string, Value>> {
    return this.owner.valuesOf(this);
  }

  getValue(key: string): Value {
    return this.values[key];
  }

  setValue(key: string, value: Value): void {
    if (this.isTaking || !this.owner.isNews(this, key, value)) return;
    this.owner.setItemValue(this, key, value);
    this.runOwnTriggers(key, value);
  }

  fillIn(act: () => void): void {
    const before = this.isFillingIn;
    this.isFillingIn = true;
    act();
    this.isFillingIn = before;
  }

  getComment(key: string): string {
    return (this.getValue(`${key}-Comment`) as string) || "";
  }

  setComment(key: string, text: string): void {
    this.setValue(`${key}-Comment`, text);
  }

  findQuestion(name: string): QuestionState | undefined {
    const prefix = `${this.owner.words.own}.`;
    if (!name.startsWith(prefix)) return this.owner.survey.findQuestion(name);
    return this.questions.find((question) => question.def.name === name.slice(prefix.length));
  }

  /** The values as its questions hold them. */
  get heldValues(): Record<string, Value> {
    const held: Record<string, Value> = {};
    for (const question of this.questions) {
      if (!question.isEmpty) held[question.key] = question.value;
      if (question.comment) held[`${question.key}-Comment`] = question.comment;
    }
    return held;
  }

  private runOwnTriggers(changed: string, given: Value): void {
    const isComment = changed.endsWith("-Comment");
    const key = isComment ? changed.slice(0, -"-Comment".length) : changed;
    const value = isComment ? this.questions.find((question) => question.key === key)?.value : given;
    const name = `${this.owner.words.own}.${key}`;
    for (const question of this.questions) question.runTriggers(name, value, { [name]: value });
  }

  /** Names that stand for something else than before, when the whole has changed or always. */
  changedNames(keys: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const { words } = this.owner;
    const names = [...words.facts];
    if (this.owner.isChangedIn(keys))
      names.push(words.own, words.previous, words.next, "parentPanel", "matrix");
    return Object.fromEntries(
      names.flatMap((name) => [name, name.toLowerCase()]).map((name) => [name, this]),
    );
  }
}

/** Where a turn's or row's names are looked up: itself, its neighbours, then outside. */
class ItemScope implements Scope {
  readonly now: Date;
  private readonly item: RepeatItem;

  constructor(item: RepeatItem) {
    this.item = item;
    this.now = item.owner.survey.now;
  }

  find(steps: readonly NameStep[], name: string, isWhole: boolean): Found | undefined {
    const { owner } = this.item;
    const first = steps[0]?.lower ?? "";
    if (steps.length === 1) {
      const fact = owner.factOf(this.item, first);
      if (fact) return fact;
    }
    if (steps.length > 1) {
      const found = this.nearby(first, steps.slice(1), isWhole);
      if (found) return found;
    }
    if (first === owner.words.own && steps.length > 1) {
      const found = this.inside(steps.slice(1), isWhole);
      if (found) return found;
    }
    return owner.scope.find(steps, name, isWhole);
  }

  private nearby(first: string, steps: readonly NameStep[], isWhole: boolean): Found | undefined {
    const { owner } = this.item;
    const { previous, next } = owner.words;
    if (first === previous || first === next) {
      const visible = owner.visibleItems;
      const neighbour = visible[visible.indexOf(this.item) + (first === next ? 1 : -1)];
      return neighbour ? new ItemScope(neighbour).inside(steps, isWhole) : { value: undefined };
    }
    const outer = first === "parentpanel" ? owner.holder : undefined;
    return outer instanceof RepeatItem ? new ItemScope(outer).inside(steps, isWhole) : undefined;
  }

  /** A question of the item by key, else any value it holds. */
  inside(steps: readonly NameStep[], isWhole: boolean): Found | undefined {
    let name = "";
    for (const [at, step] of steps.entries()) {
      name += (at > 0 ? "." : "") + step.lower;
      const question = this.item.questions.find((one) => one.key.toLowerCase() === name);
      const found = question?.findInside(steps.slice(at + 1), step.index, isWhole);
      if (found) return found;
      if (question || step.index !== undefined) break;
    }
    const value = propertyOf(this.item.values, steps);
    return value === undefined ? undefined : { value };
  }

  displayValue(question: string, value: Value): Value {
    const own = this.item.questions.find((one) => one.def.name === question);
    return own ? own.displayValue(value) : this.item.owner.survey.scope.displayValue(question, value);
  }

  commentOf(question: string): Value {
    return this.item.owner.survey.scope.commentOf(question);
  }

  isReady(container: string, turn: Value): boolean {
    return this.item.owner.survey.scope.isReady(container, turn);
  }
}

/** What a name stands for inside a turn or row. */
export const findInItem = (
  item: RepeatItem,
  steps: readonly NameStep[],
  isWhole: boolean,
): Found | undefined => new ItemScope(item).inside(steps, isWhole);
