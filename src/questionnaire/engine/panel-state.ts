// A page or panel of one walk: whether it is visible, and its elements.
import type { CompiledElement, CompiledPanel, Expression, Text } from "./compiled.ts";
import type { Scope } from "./evaluate.ts";
import { seedOf, shuffled } from "./order.ts";
import { type ChangedKeys, canSkip, inLanguage, prepared } from "./prepared.ts";
import type { QuestionState } from "./question-state.ts";
import type { Holder, SurveyState } from "./survey-state.ts";
import { pipe } from "./texts.ts";
import type { Value } from "./values.ts";
import { isActive, isConcernedBy } from "./watched.ts";

export type ElementState = PanelState | QuestionState;

/** Makes the state of an element; handed in, so that panels need not know every kind of question. */
export type MakeElement = (element: CompiledElement, parent: PanelState) => ElementState;

/** What panels and questions share: conditions on being visible, enabled and required. */
export abstract class ConditionedState {
  readonly survey: SurveyState;
  readonly parent: PanelState | null;
  visible: boolean;
  readOnly: boolean;
  isRequired: boolean;
  private running: Expression[] | undefined;

  constructor(
    survey: SurveyState,
    parent: PanelState | null,
    def: Pick<CompiledPanel, "visible" | "visibleIf" | "readOnly" | "enableIf" | "isRequired" | "requiredIf">,
  ) {
    this.survey = survey;
    this.parent = parent;
    this.visible = def.visible || def.visibleIf !== null;
    this.readOnly = def.readOnly && def.enableIf === null;
    this.isRequired = def.isRequired && def.requiredIf === null;
  }

  abstract get scope(): Scope;

  /** Runs an expression unless it is running already; the result goes to `done`. */
  protected run(expression: Expression, done: (value: Value) => void): void {
    if (!expression || this.running?.includes(expression)) return;
    this.running ??= [];
    this.running.push(expression);
    done(prepared(expression).evaluate(this.scope));
    this.running.pop();
  }

  /** As `run`, but only where something the expression depends on has changed. */
  protected runIfConcerned(expression: Expression, done: (value: Value) => void): void {
    if (expression && !canSkip(prepared(expression), this.changedKeys())) this.run(expression, done);
  }

  /** Runs the conditions on being visible, enabled and required. */
  protected runFrameConditions(def: Pick<CompiledPanel, "visibleIf" | "enableIf" | "requiredIf">): void {
    if (def.visibleIf) this.runIfConcerned(def.visibleIf, (value) => this.setVisible(value === true));
    if (def.enableIf)
      this.runIfConcerned(def.enableIf, (value) => {
        this.readOnly = value === false;
      });
    if (def.requiredIf)
      this.runIfConcerned(def.requiredIf, (value) => {
        this.isRequired = value === true;
      });
  }

  abstract setVisible(visible: boolean): void;

  /** Keys that changed, with the names that an item of a loop or table knows them by. */
  protected changedKeys(): ChangedKeys | undefined {
    const keys = this.survey.changedKeys();
    const inside = keys && this.holder?.changedNames?.(keys);
    return inside ? { ...keys, ...inside } : keys;
  }

  /** What holds its values: the survey, or an item of a loop or table. */
  abstract get holder(): Holder | null;
}

/** A page or panel. */
export class PanelState extends ConditionedState {
  readonly def: CompiledPanel;
  elements: readonly ElementState[];
  readonly outerScope: Scope;
  readonly holder: Holder | null;
  isRunningConditions = false;
  /** False for a table's row: that nothing in it shows takes away no answers and fills in none. */
  isContainer = true;
  private wasVisible: boolean | undefined;
  /** The elements that have conditions, in order. */
  private active: readonly ElementState[] | undefined;

  constructor(
    survey: SurveyState,
    parent: PanelState | null,
    def: CompiledPanel,
    scope: Scope,
    make: MakeElement,
    holder: Holder | null = null,
  ) {
    super(survey, parent, def);
    this.def = def;
    this.outerScope = scope;
    this.holder = holder;
    this.elements = def.elements.map((element) => make(element, this));
  }

  get seed(): number {
    return seedOf((this.parent ?? this.survey).seed, this.def.kind, this.def.name);
  }

  /**
   * Puts the elements in the case's own order where the order is random; done once everything has been loaded.
   * True where anything was moved.
   */
  arrange(): boolean {
    const inside = this.elements.map((element) => element instanceof PanelState && element.arrange());
    if (!this.def.isRandom) return inside.includes(true);
    const places = this.elements.map((element) => ({
      element,
      isFixed: element.def.isFixed,
      category: element.def.category,
    }));
    this.elements = shuffled(places, this.seed).map(({ element }) => element);
    this.active = undefined;
    return true;
  }

  get scope(): Scope {
    return this.outerScope;
  }

  get isVisible(): boolean {
    return this.visible && this.elements.some((element) => element.isVisible);
  }

  get isReadOnly(): boolean {
    return this.readOnly || this.parent?.isReadOnly === true;
  }

  /** All questions inside, panels within panels included. */
  get questions(): readonly QuestionState[] {
    return this.elements.flatMap((element) =>
      element instanceof PanelState ? element.questions : [element],
    );
  }

  /** Panels inside, with this one first. */
  get panels(): readonly PanelState[] {
    return [
      this,
      ...this.elements.flatMap((element) => (element instanceof PanelState ? element.panels : [])),
    ];
  }

  /** A text of the page or panel with its names filled in. */
  piped(text: Text): string {
    return pipe(inLanguage(text, this.survey.language), this.scope);
  }

  setVisible(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    this.onVisibleChanged();
    this.parent?.onElementVisibilityChanged();
  }

  onLoad(): void {
    for (const element of this.elements) element.onLoad();
    this.onElementVisibilityChanged();
  }

  runCondition(): void {
    const keys = this.changedKeys();
    const { unreached } = this.survey;
    if (!isActive(this.def) || !isConcernedBy(this.def, keys, unreached)) return;
    const before = this.isVisible;
    this.isRunningConditions = true;
    this.active ??= this.elements.filter((element) => isActive(element.def));
    for (const element of this.active)
      if (isConcernedBy(element.def, keys, unreached)) element.runCondition();
    this.runFrameConditions(this.def);
    const after = this.isVisible;
    this.isRunningConditions = false;
    if (before !== after) this.onChildVisibilityChanged();
  }

  onElementVisibilityChanged(): void {
    this.onChildVisibilityChanged();
    this.parent?.onElementVisibilityChanged();
  }

  private onChildVisibilityChanged(): void {
    if (this.isRunningConditions) return;
    if (this.isVisible !== (this.wasVisible ?? true)) this.onVisibleChanged();
  }

  private onVisibleChanged(): void {
    const { isVisible } = this;
    this.wasVisible = isVisible;
    if (!this.isContainer) return;
    for (const question of this.questions) {
      if (isVisible) question.fillDefault();
      else question.clearIfHidden("onHiddenContainer");
    }
  }
}
