// Where a question's own expressions and texts look names up: itself, its panel, then what holds it.
import type { Found, Scope } from "./evaluate.ts";
import type { NameStep } from "./expression-tree.ts";
import type { QuestionFrame } from "./question-frame.ts";
import { questionAt } from "./survey-names.ts";
import type { Value } from "./values.ts";

/** The scope of a question. */
export class QuestionScope implements Scope {
  readonly now: Date;
  private readonly question: QuestionFrame;
  private readonly outer: Scope;

  constructor(question: QuestionFrame) {
    this.question = question;
    this.outer = question.holder.scope;
    this.now = this.outer.now;
  }

  find(steps: readonly NameStep[], name: string, isWhole: boolean): Found | undefined {
    const { question } = this;
    const [first] = steps;
    if (steps.length === 1 && first?.name === "self") return question.findInside([], undefined, isWhole);
    if (steps.length > 1 && first?.name === "panel" && question.parent?.def.kind === "panel") {
      const found = this.inPanel(steps.slice(1), isWhole);
      if (found) return found;
    }
    return question.ownValue(steps) ?? this.outer.find(steps, name, isWhole);
  }

  private inPanel(steps: readonly NameStep[], isWhole: boolean): Found | undefined {
    const panel = this.question.parent;
    const at =
      panel && questionAt(steps, (name) => panel.questions.filter((one) => one.key.toLowerCase() === name));
    return at?.question.findInside(steps.slice(at.used), steps[at.used - 1]?.index, isWhole);
  }

  displayValue(question: string, value: Value): Value {
    return this.outer.displayValue(question, value);
  }

  commentOf(question: string): Value {
    return this.outer.commentOf(question);
  }

  isReady(container: string, turn: Value): boolean {
    return this.outer.isReady(container, turn);
  }
}
