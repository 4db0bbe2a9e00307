// What a sentence about a change is told in: language, names of the waves, what is worth mentioning.
import type { LanguageCode } from "../../src/language/language-code.ts";
import { evaluatorTexts } from "../../src/report/report-texts.ts";

export const waveNames: Record<LanguageCode, readonly [string, string]> = {
  sv: ["omgång 1", "omgång 2"],
  nb: ["runde 1", "runde 2"],
  nn: ["runde 1", "runde 2"],
  en: ["wave 1", "wave 2"],
};
export const frame = (language: LanguageCode, mentionFrom = 5) => ({
  language,
  texts: evaluatorTexts(language).sentences,
  earlier: waveNames[language][0],
  later: waveNames[language][1],
  mentionFrom,
  minimumBase: 5,
});
