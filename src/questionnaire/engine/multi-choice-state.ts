// A question with choices of which several are taken, in no order or in order.

import { itemWith } from "./choice-list.ts";
import { ChoiceState, otherValue } from "./choice-state.ts";
import type { CompiledItem } from "./compiled.ts";
import type { Fault } from "./faults.ts";
import { areEqual, inData, inQuestions, isBlank, isEmpty, type Value } from "./values.ts";

const listOf = (value: Value): readonly Value[] => (Array.isArray(value) ? value : []);

/** Tick boxes, a list of many, pictures of many. */
export class MultiChoiceState extends ChoiceState {
  /** Answers taken away with their choices, given back when those return. */
  private taken = new Map<string, Value>();
  private isClearing = false;

  override get isOtherChosen(): boolean {
    return this.choices.other !== null && listOf(this.value).includes(otherValue);
  }

  /** Nothing chosen is an empty list. */
  override get expressionValue(): Value {
    return this.value ?? [];
  }

  protected override isOther(value: Value): boolean {
    return Array.isArray(value) ? value.includes(otherValue) : value === otherValue;
  }

  override isChosen(item: CompiledItem): boolean {
    if (item === this.choices.other) return this.isOtherChosen;
    return listOf(this.value).some((value) => areEqual(value, item.value, inQuestions));
  }

  protected override fromData(value: Value): Value {
    if (!value) return value;
    if (!Array.isArray(value)) return [itemWith(this.list.active, value)?.value ?? value];
    return value.map((one) => itemWith(this.list.visible, one)?.value ?? one);
  }

  protected override toData(value: Value): Value {
    return isEmpty(value) || Array.isArray(value) ? value : [value];
  }

  override setValue(given: Value): void {
    if (!this.isClearing) this.taken.clear();
    const value = this.fromData(given) || [];
    if (areEqual(this.value || [], value, inQuestions)) return;
    const next = Array.isArray(value) ? [...value] : value;
    this.removeExclusive(listOf(this.value), next as Value[]);
    this.setNewValue(this.fromData(next));
  }

  /** Leaves an exclusive choice alone where it is new, and takes it out where others were added. */
  private removeExclusive(before: readonly Value[], next: Value[]): void {
    if (before.length === next.length && before.every((value, index) => value === next[index])) return;
    const exclusive = this.list.visible.filter((item) => item.isExclusive).map((item) => item.value as Value);
    if (exclusive.length === 0) return;
    const lastOf = (list: readonly Value[]): number =>
      list.findLastIndex((value) => exclusive.includes(value));
    const old = lastOf(before);
    const now = lastOf(next);
    if (old > -1 && before[old] === next[now]) {
      if (next.length > 0) next.splice(now, 1);
    } else if (old > -1) {
      const still = next.lastIndexOf(before[old]);
      if (still > -1 && still < next.length - 1) next.splice(still, 1);
    } else if (now > -1 && next.length > 1) next.splice(0, next.length, next[now]);
  }

  override updateFromHolder(given: Value): void {
    super.updateFromHolder(given);
    this.taken.clear();
  }

  /** The first value that is no choice at all, whether shown or not; -1 where there is none. */
  private firstUnknown(list: readonly Value[]): number {
    return list.findIndex((one) => !isEmpty(one) && this.isUnknown(one, false, this.list.active));
  }

  protected override unknownOf(value: Value): Value {
    const list = listOf(value);
    return list[this.firstUnknown(list)] ?? "";
  }

  protected override withOther(value: Value): Value {
    const list = [...listOf(value)];
    const index = this.firstUnknown(list);
    if (index > -1) list[index] = otherValue;
    return list;
  }

  protected override hasUnknown(value: Value, isOtherKnown: boolean): boolean {
    const list = Array.isArray(value) ? value : [value];
    return list.some((one) => !isBlank(one) && this.isUnknown(one, isOtherKnown));
  }

  protected override get mayClearIncorrect(): boolean {
    return (
      super.mayClearIncorrect ||
      (this.taken.size > 0 &&
        this.survey.questionsWithKey(this.key).length <= 1 &&
        !this.survey.compiled.keepsIncorrect)
    );
  }

  protected override clearUnknown(): void {
    const restored = this.restored();
    if (!this.value && restored.length === 0) return;
    if (listOf(this.value).length === 0) {
      this.whileClearing(() => this.clear(true));
      if (restored.length === 0) return;
    }
    const kept: Value[] = [];
    let hasChanged = restored.length > 0;
    for (const value of listOf(this.value)) {
      if (!this.isUnknown(value, true)) kept.push(value);
      else {
        hasChanged = true;
        this.taken.set(String(value), value);
      }
    }
    if (!hasChanged) return;
    const next = [...kept, ...restored];
    this.whileClearing(() => (next.length === 0 ? this.clear(true) : this.setValue(next)));
  }

  private whileClearing(act: () => void): void {
    this.isClearing = true;
    act();
    this.isClearing = false;
  }

  private restored(): readonly Value[] {
    const back: Value[] = [];
    for (const item of this.list.visible) {
      const code = String(item.value);
      if (!this.taken.has(code) || !areEqual(item.value, this.taken.get(code), inData)) continue;
      if (!this.isChosen(item)) back.push(item.value);
      this.taken.delete(code);
    }
    return back;
  }

  protected override displayOf(value: Value): Value {
    if (!Array.isArray(value)) return super.displayOf(value);
    if (areEqual(this.value, value, inData)) {
      const words = value
        .map((one) => itemWith(this.list.visible, one))
        .filter((item) => item !== null)
        .map((item) => (item === this.choices.other && this.comment ? this.comment : this.labelOf(item)));
      if (words.length > 0) return words.join(", ");
      if (this.def.type === "checkbox") return value.join(", ");
    }
    return value
      .map((one) => this.wordFor(one))
      .filter(Boolean)
      .join(", ");
  }

  private get minimum(): number {
    const { part } = this.def;
    return part.kind === "many" ? part.min : 0;
  }

  protected override ownFaults(): readonly Fault[] {
    const list = listOf(this.value);
    const isNoneAlone =
      list.length === 1 && this.list.visible.some((item) => item.isExclusive && this.isChosen(item));
    const isTooFew = this.minimum > 0 && !isNoneAlone && list.length < this.minimum;
    return [
      ...super.ownFaults(),
      ...(isTooFew ? [{ at: [], message: this.survey.words.tooFewChosen(this.minimum) }] : []),
    ];
  }
}

/** Pictures of which several may be chosen. */
export class MultiPictureState extends MultiChoiceState {
  protected override displayOf(value: Value): Value {
    return listOf(value)
      .map((one) => this.wordFor(one))
      .filter(Boolean)
      .join(", ");
  }

  protected override clearUnknown(): void {
    const kept = listOf(this.value).filter((value) => !this.isUnknown(value, true));
    if (kept.length === listOf(this.value).length && kept.length > 0) return;
    if (kept.length === 0) this.clear(true);
    else this.setValue(kept);
  }
}
