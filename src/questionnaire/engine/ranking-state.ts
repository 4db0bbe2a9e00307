// Options put in order.
import { itemWith } from "./choice-list.ts";
import type { CompiledItem, CompiledQuestion } from "./compiled.ts";
import { MultiChoiceState } from "./multi-choice-state.ts";
import type { QuestionPlace } from "./question-frame.ts";
import { areEqual, inQuestions, type Value } from "./values.ts";

/** A ranking; where all options are ranked, the ones left out follow in their own order. */
export class RankingState extends MultiChoiceState {
  private readonly isAllRanked: boolean;
  private isAnswered = false;

  constructor(def: CompiledQuestion, place: QuestionPlace) {
    super(def, place);
    this.isAllRanked = def.part.kind === "many" && def.part.isRanked;
  }

  protected override foundAt(index: number | undefined) {
    return { ...super.foundAt(index), isOrdered: true };
  }

  override isChosen(item: CompiledItem): boolean {
    return this.isAllRanked || super.isChosen(item);
  }

  override onLoad(): void {
    this.onChoicesChanged();
    super.onLoad();
    this.completeRanking();
  }

  override giveAnswer(value: Value): void {
    this.isAnswered = true;
    super.giveAnswer(value);
  }

  override updateFromHolder(value: Value): void {
    super.updateFromHolder(value);
    if (value) this.isAnswered = true;
  }

  override onHolderChanged(value: Value): void {
    super.onHolderChanged(value);
    this.completeRanking();
  }

  /** A ranking that nobody has made yet begins anew with its options; a single option ranks itself. */
  protected override onChoicesChanged(): void {
    super.onChoicesChanged();
    if (!this.isAllRanked) return;
    if (!this.isAnswered && !this.def.defaultValue) this.setValue([]);
    const [only] = this.list.visible;
    if (only && this.list.visible.length === 1) {
      this.setValue([]);
      this.value = [only.value];
    } else this.completeRanking();
  }

  private completeRanking(): void {
    if (!this.isAllRanked || this.isEmpty) return;
    const items = this.list.visible;
    const ranked: Value[] = [];
    for (const value of Array.isArray(this.value) ? this.value : [])
      if (itemWith(items, value) && !ranked.includes(value)) ranked.push(value);
    for (const item of items) if (!ranked.includes(item.value)) ranked.push(item.value);
    if (!areEqual(this.value, ranked, inQuestions)) this.setValue(ranked);
  }
}
