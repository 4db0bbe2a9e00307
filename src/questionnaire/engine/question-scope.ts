// Where a question's own expressions and texts look names up: itself, its panel, then what holds it.
import type { Scope } from "./evaluate.ts";
import type { NameStep } from "./expression-tree.ts";
import type { QuestionFrame } from "./question-frame.ts";
import { questionAt } from "./survey-names.ts";

const inPanel = (question: QuestionFrame, steps: readonly NameStep[], isWhole: boolean) => {
  const panel = question.parent;
  if (!panel || panel.def.kind !== "panel") return undefined;
  const at = questionAt(steps, (name) => panel.questions.filter((one) => one.key.toLowerCase() === name));
  return at?.question.findInside(steps.slice(at.used), steps[at.used - 1]?.index, isWhole);
};

/** The scope of a question. */
export const questionScope = (question: QuestionFrame): Scope => {
  const outer = question.holder.scope;
  return Object.assign(Object.create(outer) as Scope, {
    find: (steps: readonly NameStep[], name: string, isWhole: boolean) => {
      const [first] = steps;
      if (steps.length === 1 && first?.name === "self") return question.findInside([], undefined, isWhole);
      if (steps.length > 1 && first?.name === "panel" && question.parent?.def.kind === "panel") {
        const found = inPanel(question, steps.slice(1), isWhole);
        if (found) return found;
      }
      const own = question.ownValue(steps);
      return own ?? outer.find(steps, name, isWhole);
    },
  });
};
