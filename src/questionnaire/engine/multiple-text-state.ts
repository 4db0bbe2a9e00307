// Several short texts under one heading: each a text question whose value lies within the whole.
import type { CompiledPart, CompiledQuestion, CompiledTextPart } from "./compiled.ts";
import type { Found } from "./evaluate.ts";
import type { NameStep } from "./expression-tree.ts";
import type { Fault } from "./faults.ts";
import type { QuestionPlace } from "./question-frame.ts";
import { QuestionState } from "./question-state.ts";
import type { Holder } from "./survey-state.ts";
import { TextState } from "./typed-states.ts";
import { isBlank, type Value } from "./values.ts";

/** A multiple text of one walk. */
export class MultipleTextState extends QuestionState {
  private readonly editors: readonly { readonly def: CompiledTextPart; readonly question: TextState }[];

  constructor(def: CompiledQuestion, place: QuestionPlace) {
    super(def, place);
    const { parts } = def.part as Extract<CompiledPart, { kind: "multipletext" }>;
    const holder: Holder = {
      scope: place.holder.scope,
      isFillingDefault: false,
      getValue: (key) => this.partValue(key),
      setValue: (key, value) => this.setPart(key, value),
      getComment: () => "",
      setComment: () => undefined,
      findQuestion: (name) => place.holder.findQuestion(name),
    };
    this.editors = parts.map((part) => ({
      def: part,
      question: new TextState(part.question, { ...place, parent: null, holder, outer: this }),
    }));
  }

  override get parts(): readonly { readonly def: CompiledTextPart; readonly question: TextState }[] {
    return this.editors;
  }

  private partValue(key: string): Value {
    return (this.value as Record<string, Value> | undefined)?.[key];
  }

  private setPart(key: string, value: Value): void {
    this.setNewValue({
      ...((this.value as object | undefined) ?? {}),
      [key]: isBlank(value) ? undefined : value,
    });
  }

  protected override accepts(value: Value): boolean {
    return value instanceof Object && !Array.isArray(value);
  }

  protected override hold(value: Value): void {
    super.hold(value);
    for (const { def, question } of this.editors) question.updateFromHolder(this.partValue(def.name));
  }

  override findInside(
    steps: readonly NameStep[],
    _index: number | undefined,
    isWhole: boolean,
  ): Found | undefined {
    const [first] = steps;
    const editor = this.editors.find(({ def }) => def.name === first?.name);
    return editor?.question.findInside(steps.slice(1), first?.index, isWhole);
  }

  protected override displayOf(value: Value): Value {
    const words: Record<string, Value> = {};
    for (const { def, question } of this.editors) {
      const held = (value as Record<string, Value>)[def.name];
      if (!isBlank(held)) words[this.piped(def.title)] = question.displayValue(held);
    }
    return words;
  }

  override onLoad(): void {
    for (const { question } of this.editors) question.onLoad();
    super.onLoad();
  }

  protected override runOwnConditions(): void {
    super.runOwnConditions();
    for (const { question } of this.editors) question.runCondition();
  }

  override faults(): readonly Fault[] {
    if (!this.isVisible || this.isReadOnly) return [];
    const inside = this.editors.flatMap(({ def, question }) =>
      question.faults().map((fault) => ({ ...fault, at: [def.name] })),
    );
    return [...super.faults(), ...inside];
  }
}
