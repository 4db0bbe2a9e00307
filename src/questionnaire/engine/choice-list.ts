// The choices of a question as they stand: which are visible and enabled, in which order, carried forward from where.
import type { CompiledChoices, CompiledItem } from "./compiled.ts";
import type { Found, Scope } from "./evaluate.ts";
import type { NameStep } from "./expression-tree.ts";
import { compareTexts, shuffled } from "./order.ts";
import { prepared } from "./prepared.ts";
import { areEqual, inChoices, isEmpty, type Value } from "./values.ts";

/** What the list needs from its question. */
export interface ListOwner {
  readonly scope: Scope;
  readonly seed: number;
  /** A choice's label as shown. */
  labelOf(item: CompiledItem): string;
  /** The choices carried forward from another question, null where the list is its own. */
  carried(): readonly CompiledItem[] | null;
}

/** The scope of one choice: `{item}` is its value, all else is as in its question. */
export const itemScope = (outer: Scope, value: Value, label: string): Scope =>
  Object.assign(Object.create(outer) as Scope, {
    find: (steps: readonly NameStep[], name: string, isWhole: boolean): Found | undefined => {
      const first = steps[0]?.name.toLowerCase() ?? "";
      if (steps.length === 1 && (first === "item" || first === "choice" || first === "self"))
        return { value, inWords: () => label };
      return outer.find(steps, name, isWhole);
    },
  });

/** A condition's result as choices, rows and columns take it: true, or a number that equals it. */
// biome-ignore lint/suspicious/noDoubleEquals: survey-core compares loosely here
export const holds = (result: Value): boolean => result == true;

/** The choice with a value; null where there is none. */
export const itemWith = (items: readonly CompiledItem[], value: Value): CompiledItem | null => {
  const isNothing = isEmpty(value);
  return (
    items.find((item) => (isNothing && isEmpty(item.value)) || areEqual(item.value, value, inChoices)) ?? null
  );
};

/** What of a list never changes. */
interface FixedList {
  readonly special: readonly CompiledItem[];
  readonly all: readonly CompiledItem[];
  readonly hasConditions: boolean;
}

const fixedLists = new WeakMap<CompiledChoices, FixedList>();

const fixedList = (def: CompiledChoices): FixedList => {
  const before = fixedLists.get(def);
  if (before) return before;
  const special = [def.none, def.refused, def.dontKnow, def.other].filter((item) => item !== null);
  const made = {
    special,
    all: [...def.items, ...special],
    hasConditions:
      def.visibleIf !== null ||
      def.enableIf !== null ||
      def.items.some((item) => item.visibleIf !== null || item.enableIf !== null),
  };
  fixedLists.set(def, made);
  return made;
};

/** The list of choices of one question. */
export class ChoiceList {
  readonly def: CompiledChoices;
  private readonly owner: ListOwner;
  /** Choices that conditions let through; null where all are. */
  private filtered: readonly CompiledItem[] | null = null;
  private hidden: Set<CompiledItem> | undefined;
  private disabled: Set<CompiledItem> | undefined;
  private shown: readonly CompiledItem[] | undefined;
  /** True while choices are fetched from another question, which may go round in a circle. */
  private isCarrying = false;
  private isCarried = false;
  readonly hasConditions: boolean;
  private readonly fixed: FixedList;

  constructor(def: CompiledChoices, owner: ListOwner) {
    this.def = def;
    this.owner = owner;
    this.fixed = fixedList(def);
    this.hasConditions = this.fixed.hasConditions;
  }

  /** The choices before any condition: its own, or those carried forward. */
  get active(): readonly CompiledItem[] {
    if (!this.def.fromQuestion || this.isCarrying) return this.def.items;
    this.isCarrying = true;
    const carried = this.owner.carried();
    this.isCarrying = false;
    this.isCarried = carried !== null;
    return carried ?? this.def.items;
  }

  get passing(): readonly CompiledItem[] {
    return this.filtered ?? this.active;
  }

  /** The choices shown, the special ones at the end. */
  get visible(): readonly CompiledItem[] {
    if (!this.shown) this.refresh();
    return this.shown ?? [];
  }

  /** True where what is shown may change during a walk. */
  get isMoving(): boolean {
    return this.hasConditions || this.def.fromQuestion !== "";
  }

  get special(): readonly CompiledItem[] {
    return this.fixed.special;
  }

  isEnabled(item: CompiledItem): boolean {
    return this.isCarried || !this.disabled?.has(item);
  }

  isSpecial(item: CompiledItem): boolean {
    return this.special.includes(item);
  }

  /** Works out anew what is shown. */
  refresh(): void {
    if (this.filtered === null && this.def.order === "none" && !this.def.fromQuestion)
      this.shown = this.fixed.all;
    else this.shown = [...this.ordered(this.passing), ...this.special];
  }

  private ordered(items: readonly CompiledItem[]): readonly CompiledItem[] {
    const { order } = this.def;
    if (order === "random") return shuffled(items, this.owner.seed);
    if (order === "none") return items;
    const sign = order === "asc" ? 1 : -1;
    return items.toSorted((a, b) => compareTexts(this.owner.labelOf(a), this.owner.labelOf(b)) * sign);
  }

  private passes(
    item: CompiledItem,
    own: CompiledItem["visibleIf"],
    all: CompiledChoices["visibleIf"],
  ): boolean {
    const condition = own ?? all;
    if (!condition) return true;
    return holds(
      prepared(condition).evaluate(itemScope(this.owner.scope, item.value, this.owner.labelOf(item))),
    );
  }

  /** Runs the conditions on choices. True where one came or went. */
  runConditions(): boolean {
    if (!this.hasConditions && !this.def.fromQuestion) return false;
    const active = this.active;
    this.hidden ??= new Set();
    this.disabled ??= new Set();
    let hasChanged = false;
    const passing: CompiledItem[] = [];
    for (const item of active) {
      if (this.passes(item, item.enableIf, this.def.enableIf)) this.disabled.delete(item);
      else this.disabled.add(item);
      const isVisible = this.passes(item, item.visibleIf, this.def.visibleIf);
      if (isVisible) passing.push(item);
      if (isVisible === this.hidden.has(item)) hasChanged = true;
      if (isVisible) this.hidden.delete(item);
      else this.hidden.add(item);
    }
    this.filtered = passing.length === active.length ? null : passing;
    return hasChanged || (this.def.fromQuestion !== "" && this.isCarriedChanged(active));
  }

  private isCarriedChanged(active: readonly CompiledItem[]): boolean {
    const shown = this.visible;
    return shown.length !== active.length || active.some((item, index) => shown[index]?.value !== item.value);
  }
}
