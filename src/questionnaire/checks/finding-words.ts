// Findings as sentences a person can act on, in the reader's language.
import { type Catalogue, catalogueFor } from "../../language/catalogue.ts";
import type { FindingPieces } from "../../language/en/questionnaire-findings.ts";
import type { LanguageCode } from "../../language/language-code.ts";
import type { Finding, FindingFacts } from "./finding.ts";

/** The texts about findings in one language. */
export type FindingWords = Catalogue["questionnaireFindings"];

export const findingWords = (language: LanguageCode): FindingWords =>
  catalogueFor(language).questionnaireFindings;

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
