// Which questions and measures the evaluator's pages show, in which order, and what is withheld.
import type { PlanItem } from "../change/cube/analysis-plan.ts";
import { measureOf } from "../change/measure.ts";
import type { LanguageCode } from "../language/language-code.ts";
import { type ItemWords, itemWords, type ReportTexts } from "./codebook-words.ts";
import type { Evaluation } from "./open-evaluation.ts";
import { distributionAnswers } from "./tables/distribution-table.ts";

/** A question with figures. */
export interface ShownItem {
  readonly item: PlanItem;
  readonly words: ItemWords;
  /** The measures that verdicts are given on; none where only the answers are shown. */
  readonly measures: readonly string[];
}

/** Questions with figures in the questionnaire's order; those answered in one's own words by their wording. */
export interface ShownItems {
  readonly items: readonly ShownItem[];
  readonly openQuestions: readonly string[];
}

/** Sorts the items of an opened study. */
export function shownItems(
  { plan, codebook, study, waves }: Evaluation,
  language: LanguageCode,
  texts: ReportTexts,
): ShownItems {
  const labels = waves.map(({ label }) => label);
  const known = plan.items.flatMap((item) => {
    const variable = codebook.get(item.id);
    const isAsked = item.waves === null || labels.some((label) => item.waves!.includes(label));
    if (variable === undefined || !isAsked) return [];
    return [{ item, words: itemWords(item, variable, study, language, texts) }];
  });
  return {
    items: known.flatMap(({ item, words }) => {
      const measures = item.main.filter((name) => measureOf(item, name) !== null);
      const isShown = measures.length > 0 || distributionAnswers(item).length > 0;
      return item.type === "open" || !isShown ? [] : [{ item, words, measures }];
    }),
    openQuestions: [
      ...new Set(known.filter(({ item }) => item.type === "open").map(({ words }) => words.wording)),
    ],
  };
}
