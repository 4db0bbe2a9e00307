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
import { isBlank, type Value } from "./values.ts";

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
  /** What is being put together while items are made; it becomes the value at the end. */
  private pending: { value: Value; isChanged: boolean } | null = null;
  protected isFromItem = false;

  abstract get words(): ItemWords;
  abstract get visibleItems(): readonly RepeatItem[];
  abstract factOf(item: RepeatItem, name: string): Found | undefined;
  protected abstract valueOfItem(whole: Value, index: number): Record<string, Value> | undefined;
  protected abstract withItem(whole: Value, index: number, value: Record<string, Value>): Value;
  protected abstract syncItems(): void;

  /** The value as it stands, also while items are being made. */
  protected get whole(): Value {
    return this.pending ? this.pending.value : this.value;
  }

  itemValue(item: RepeatItem): Record<string, Value> | undefined {
    const index = this.items.indexOf(item);
    return this.valueOfItem(this.whole, index < 0 ? this.items.length : index);
  }

  setItemValue(item: RepeatItem, key: string, value: Value): void {
    const index = this.items.indexOf(item);
    const place = index < 0 ? this.items.length : index;
    const row = { ...(this.valueOfItem(this.whole, place) ?? {}) };
    if (isBlank(value)) delete row[key];
    else row[key] = value;
    this.setFromItem(this.withItem(this.whole, place, row));
  }

  protected setFromItem(value: Value): void {
    if (this.pending) {
      this.pending = { value, isChanged: true };
      return;
    }
    const before = this.isFromItem;
    this.isFromItem = true;
    this.setNewValue(value);
    this.isFromItem = before;
  }

  protected override hold(value: Value): void {
    super.hold(value);
    if (!this.isFromItem) this.syncItems();
  }

  /** Makes an item: its questions take what is there for them, else their defaults, and run their conditions. */
  protected addItem(panel: CompiledPanel): void {
    const item = new RepeatItem(this);
    item.panel = new PanelState(this.survey, null, panel, item.scope, (element, parent) =>
      this.makeInside(element, parent, item, this),
    );
    item.panel.holder = item;
    for (const question of item.questions) question.onMade();
    this.items = [...this.items, item];
  }

  /** Puts items together and takes what they filled in as one change. */
  protected whileMaking(make: () => void): void {
    if (this.pending) {
      make();
      return;
    }
    this.pending = { value: this.value, isChanged: false };
    make();
    const { value, isChanged } = this.pending;
    this.pending = null;
    if (isChanged) this.setFromItem(value);
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
    for (const item of this.items) this.runItem(item);
  }

  protected runItem(item: RepeatItem): void {
    item.panel.runCondition();
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

  override onHolderChanged(value: Value): void {
    super.onHolderChanged(value);
    for (const item of this.items)
      for (const question of item.questions) question.onHolderChanged(item.getValue(question.key));
  }

  override clearIncorrect(): void {
    for (const item of this.items) for (const question of item.questions) question.clearIncorrect();
  }

  override removeImpossible(): void {
    for (const item of this.visibleItems)
      for (const question of item.questions) if (question.isShownIn(item.panel)) question.removeImpossible();
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
