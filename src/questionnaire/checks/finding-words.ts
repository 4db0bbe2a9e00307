// Findings as sentences a person can act on, in the reader's language.
import {
  questionnaireFindings as english,
  type FindingPieces,
} from "../../language/en/questionnaire-findings.ts";
import type { LanguageCode } from "../../language/language-code.ts";
import { questionnaireFindings as bokmal } from "../../language/nb/questionnaire-findings.ts";
import { questionnaireFindings as nynorsk } from "../../language/nn/questionnaire-findings.ts";
import { questionnaireFindings as swedish } from "../../language/sv/questionnaire-findings.ts";
import type { Finding, FindingFacts } from "./finding.ts";

/** The texts about findings in one language. */
export type FindingWords = typeof english;

const byLanguage: Readonly<Record<LanguageCode, FindingWords>> = {
  en: english,
  sv: swedish,
  nb: bokmal,
  nn: nynorsk,
};

export const findingWords = (language: LanguageCode): FindingWords => byLanguage[language];

const piecesOf = (facts: FindingFacts): FindingPieces => ({
  name: facts.name ?? "",
  value: facts.value ?? "",
  other: facts.other ?? "",
  list: (facts.list ?? []).join(", "),
  count: facts.count ?? 1,
});

/** What is wrong and how to mend it: "{age} is used here, but no question has that name. Correct the name." */
export const reasonInWords = ({ kind, facts }: Finding, words: FindingWords): string => {
  const kinds: Readonly<Record<string, (pieces: FindingPieces) => string>> = words.kinds;
  const sentence = Object.hasOwn(kinds, kind) ? kinds[kind]!(piecesOf(facts)) : words.other(kind);
  return facts.suggestion ? `${sentence} ${words.didYouMean(facts.suggestion)}` : sentence;
};

/** Where it is: "“age”, pages[0].elements[2].visibleIf". */
export const placeInWords = ({ element, path }: Finding, words: FindingWords): string =>
  words.at(element, path) || words.whole;
