// A question that repeats others: what loops and tables have in common.
import type { CompiledElement, CompiledPanel, CompiledPart, Text } from "./compiled.ts";
import type { Found } from "./evaluate.ts";
import type { NameStep } from "./expression-tree.ts";
import type { Fault } from "./faults.ts";
import { panelFaults } from "./page-check.ts";
import { type MakeElement, PanelState } from "./panel-state.ts";
import type { ChangedKeys } from "./prepared.ts";
import { QuestionState } from "./question-state.ts";
import { findInItem, type ItemWords, RepeatItem } from "./repeat-item.ts";
import { isNothing } from "./row-values.ts";
import type { Value } from "./values.ts";

type RepeatPart = Extract<CompiledPart, { kind: "loop" | "table" }>;

/** Makes an element inside an item. */
export type MakeInside = (
  element: CompiledElement,
  parent: PanelState,
  item: RepeatItem,
  outer: QuestionState,
) => ReturnType<MakeElement>;

/** A loop or table of one walk. */
export abstract class RepeatState extends QuestionState {
  items: readonly RepeatItem[] = [];
  /** Set by the factory, which knows every kind of question. */
  makeInside!: MakeInside;
  /** True once its items have been made: before that it only counts. */
  protected isMade = false;

  abstract get words(): ItemWords;
  abstract get visibleItems(): readonly RepeatItem[];
  abstract factOf(item: RepeatItem, name: string): Found | undefined;
  /** What an item holds, seen from inside it. */
  abstract valuesOf(item: RepeatItem): Readonly<Record<string, Value>>;
  /** True where a value that one of an item's questions hands on changes anything. */
  abstract isNews(item: RepeatItem, key: string, value: Value): boolean;
  /** Takes what one of an item's questions holds now. */
  abstract setItemValue(item: RepeatItem, key: string, value: Value): void;

  /** A new item with its questions, not among the items yet. */
  protected newItem(panel: CompiledPanel): RepeatItem {
    const item = new RepeatItem(this);
    item.panel = new PanelState(
      this.survey,
      null,
      panel,
      item.scope,
      (element, parent) => this.makeInside(element, parent, item, this),
      item,
    );
    return item;
  }

  isChangedIn(keys: Readonly<Record<string, unknown>>): boolean {
    if (Object.hasOwn(keys, this.key)) return true;
    return this.outer instanceof RepeatState && this.outer.isChangedIn(keys);
  }

  override ownValue(steps: readonly NameStep[]): Found | undefined {
    return this.isEmpty ? undefined : super.ownValue(steps);
  }

  override findInside(
    steps: readonly NameStep[],
    index: number | undefined,
    isWhole: boolean,
  ): Found | undefined {
    if (index !== undefined && index > -1) {
      const item = this.items[index];
      return item && steps.length > 0 ? findInItem(item, steps, isWhole) : undefined;
    }
    if (this.isEmpty) return steps.length === 0 ? { value: undefined, question: this } : undefined;
    return super.findInside(steps, index, isWhole);
  }

  protected override runOwnConditions(): void {
    super.runOwnConditions();
    this.runCount();
    this.runItems();
  }

  /** Works out how many items there are to be, where a formula says so. */
  protected abstract runCount(): void;

  protected runItems(): void {
    for (const item of this.items) item.panel.runCondition();
  }

  override get hasTriggers(): boolean {
    return true;
  }

  override runTriggers(name: string, value: Value, keys: ChangedKeys | undefined): void {
    super.runTriggers(name, value, keys);
    for (const item of this.visibleItems)
      for (const question of item.questions) question.runTriggers(name, value, keys);
  }

  override onAnyChanged(key: string, question: string): void {
    super.onAnyChanged(key, question);
    for (const item of this.items)
      for (const one of item.questions) {
        one.onAnyChanged(key, question);
        one.onAnyChanged(this.words.own, "");
      }
  }

  override clearIncorrect(): void {
    for (const item of this.items) for (const question of item.questions) question.clearIncorrect();
  }

  override removeImpossible(): void {
    for (const item of this.visibleItems)
      for (const question of item.questions) if (question.isShownIn(item.panel)) question.removeImpossible();
  }

  /** True where nothing of it belongs in a finished response: it is hidden, or no item holds anything. */
  get leavesNothing(): boolean {
    return !this.isVisibleInSurvey || isNothing(this.value);
  }

  // How it is shown.

  /** Where an item's answers lie within the whole: its index, or its row's value. */
  abstract placeOf(item: RepeatItem): string | number;
  abstract titleOf(item: RepeatItem): string;
  /** True where answers are kept by row and not in a list. */
  abstract get isKeyed(): boolean;
  abstract get canAdd(): boolean;
  abstract get canRemove(): boolean;
  protected abstract get part(): RepeatPart;

  get addText(): Text {
    return this.part.addText;
  }

  get removeText(): Text {
    return this.part.removeText;
  }

  get emptyText(): Text {
    return this.part.emptyText;
  }

  protected abstract get defaultItem(): Value;

  /** What an added item holds to begin with: its default, over it what the last one holds where that is copied. */
  get newTurn(): Value {
    const last = this.items.at(-1);
    return {
      ...((this.defaultItem as object | undefined) ?? {}),
      ...(this.part.copiesLast && last ? last.values : {}),
    };
  }

  // Faults.

  /** Keys of questions whose values must differ between items. */
  protected abstract get uniqueKeys(): readonly string[];
  /** Questions that say what another has said already. */
  protected abstract repeatedQuestions(): ReadonlySet<QuestionState>;

  override faults(): readonly Fault[] {
    if (!this.isVisible || this.isReadOnly) return [];
    const inside = this.visibleItems.flatMap((item) => this.itemFaults(item));
    return [...super.faults(), ...inside];
  }

  private itemFaults(item: RepeatItem): readonly Fault[] {
    const message = this.piped(this.part.keyError) || this.survey.words.uniqueValue;
    const repeated = this.uniqueKeys.length > 0 ? this.repeatedQuestions() : null;
    return panelFaults(item.panel, (question) => (repeated?.has(question) ? [{ at: [], message }] : [])).map(
      (fault) => ({ ...fault, at: [this.placeOf(item), ...fault.at] }),
    );
  }
}
