// A question of one walk as expressions and texts see it: where it stands, whether it shows, its value in words.
import type { CompiledQuestion } from "./compiled.ts";
import type { Found, Scope } from "./evaluate.ts";
import { propertyOf } from "./evaluate.ts";
import type { NameStep } from "./expression-tree.ts";
import { numberAt } from "./number-text.ts";
import { seedOf } from "./order.ts";
import { ConditionedState, type PanelState } from "./panel-state.ts";
import { inLanguage } from "./prepared.ts";
import { QuestionScope } from "./question-scope.ts";
import type { QuestionState } from "./question-state.ts";
import type { Holder, SurveyState } from "./survey-state.ts";
import { pipe } from "./texts.ts";
import { copyOf, isBlank, type Value } from "./values.ts";

/** What a question is made in. */
export interface QuestionPlace {
  readonly survey: SurveyState;
  readonly parent: PanelState | null;
  readonly holder: Holder;
  /** The loop or table a question stands in. */
  readonly outer: QuestionState | null;
}

const escapeMarkup = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const noFollowers: readonly QuestionState[] = [];

/** What a question shows and how names find it. */
export abstract class QuestionFrame extends ConditionedState {
  readonly def: CompiledQuestion;
  readonly holder: Holder;
  readonly outer: QuestionState | null;
  readonly key: string;
  private ownScope: Scope | undefined;
  value: Value;
  comment: string | undefined;
  /** Questions whose choices come from this one. */
  followers: readonly QuestionState[] = noFollowers;

  constructor(def: CompiledQuestion, place: QuestionPlace) {
    super(place.survey, place.parent, def);
    this.def = def;
    this.holder = place.holder;
    this.outer = place.outer;
    this.key = def.key;
  }

  /** Seed of its own random orders. */
  get seed(): number {
    return seedOf((this.outer ?? this.parent ?? this.survey).seed, this.def.type, this.def.name);
  }

  get scope(): Scope {
    this.ownScope ??= new QuestionScope(this);
    return this.ownScope;
  }

  abstract setValue(value: Value): void;

  /** True where a text may stand beside it. */
  get mayHaveComment(): boolean {
    return this.def.hasComment || Boolean(this.def.choices?.other);
  }

  get isVisible(): boolean {
    return this.visible;
  }

  get isReadOnly(): boolean {
    return this.readOnly || this.parent?.isReadOnly === true || this.outer?.isReadOnly === true;
  }

  /** False for texts and pictures. */
  get hasValue(): boolean {
    return this.def.part.kind !== "html" && this.def.part.kind !== "picture";
  }

  get isEmpty(): boolean {
    return isBlank(this.value);
  }

  get isParentVisible(): boolean {
    if (this.outer && !this.outer.isVisible) return false;
    for (let panel = this.parent; panel; panel = panel.parent) if (!panel.isVisible) return false;
    return true;
  }

  /** True where it and every panel up to the given one are visible. */
  isShownIn(outermost: PanelState): boolean {
    if (!this.isVisible) return false;
    for (let panel = this.parent; panel && panel !== outermost; panel = panel.parent)
      if (!panel.isVisible) return false;
    return true;
  }

  get isVisibleInSurvey(): boolean {
    return this.isVisible && this.isParentVisible;
  }

  protected text(part: Parameters<typeof inLanguage>[0]): string {
    return inLanguage(part, this.survey.language);
  }

  // What expressions and texts see of it.

  /** The value as expressions see it. */
  get expressionValue(): Value {
    return this.value;
  }

  /** What a name that begins with this question stands for. */
  findInside(steps: readonly NameStep[], index: number | undefined, _isWhole: boolean): Found | undefined {
    if (steps.length === 0) return this.foundAt(index);
    if (this.isEmpty) return undefined;
    const at = index === undefined ? this.value : Array.isArray(this.value) ? this.value[index] : undefined;
    const value = propertyOf(at, steps);
    return value === undefined ? undefined : { value };
  }

  protected foundAt(index: number | undefined): Found {
    const held = this.expressionValue;
    const value = index !== undefined && index > -1 && Array.isArray(held) ? held[index] : held;
    return { value, isOrdered: false, inWords: (one) => this.displayValue(one), question: this };
  }

  /** The value in words; of another value where one is given. */
  displayValue(given: Value = undefined): Value {
    const held = given === undefined || given === null ? copyOf(this.value) : given;
    const shown =
      isBlank(held) && this.text(this.def.defaultDisplayValue)
        ? this.text(this.def.defaultDisplayValue)
        : held;
    return isBlank(shown) ? this.displayOfNothing() : this.displayOf(shown);
  }

  protected displayOfNothing(): Value {
    return "";
  }

  protected displayOf(value: Value): Value {
    return value;
  }

  /** The value as validators see it. */
  get validatedValue(): Value {
    return this.value;
  }

  /** A property of its own value, for names that nothing else claims before. */
  ownValue(steps: readonly NameStep[]): Found | undefined {
    if (this.value === undefined || this.value === null) return undefined;
    if (typeof this.value !== "object" && steps[0]?.name !== "length") return undefined;
    const value = propertyOf(this.value, steps);
    return value === undefined ? undefined : { value };
  }

  /** A text of the question with its names filled in. */
  piped(text: Parameters<typeof inLanguage>[0]): string {
    return pipe(this.text(text), this.scope, this.def.showsDisplayValues);
  }

  /** Author's markup with answers filled in as text, so that nobody's answer becomes markup. */
  pipedMarkup(text: Parameters<typeof inLanguage>[0]): string {
    return pipe(this.text(text), this.scope, true, escapeMarkup);
  }

  /** Takes a number for itself; says how many it used. */
  takeNumber(index: number, start: string, numbers: Map<unknown, string>): number {
    const isNumbered = index >= 0 && this.isVisible && this.def.isTitleShown && this.def.showNumber;
    if (isNumbered) numbers.set(this, numberAt(index, start));
    return isNumbered ? 1 : 0;
  }
}
