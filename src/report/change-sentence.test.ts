// The sentence about a change, in every language, for every verdict.
import { describe, expect, test } from "vitest";
import { protectedChange, type RawChange } from "../../tests/support/protected-change.ts";
import { frame } from "../../tests/support/sentence-frame.ts";
import { type LanguageCode, languageCodes } from "../language/language-code.ts";
import { changeSentenceOf } from "./change-sentence.ts";

/** Each case a person has read aloud in every language: verdict, figures, and what may be said of them. */
const reviewed: readonly (readonly [string, RawChange, Readonly<Record<LanguageCode, string>>])[] = [
  [
    "a rise",
    { verdict: "changed" },
    {
      sv: "Andelen har ökat med 12 procentenheter, från 41 till 53 procent. Med osäkerheten inräknad är ökningen mellan 4 och 20 procentenheter.",
      nb: "Andelen har økt med 12 prosentpoeng, fra 41 til 53 prosent. Når usikkerheten regnes med, er økningen mellom 4 og 20 prosentpoeng.",
      nn: "Delen har auka med 12 prosentpoeng, frå 41 til 53 prosent. Når uvissa er rekna med, er auken mellom 4 og 20 prosentpoeng.",
      en: "The share has risen by 12 percentage points, from 41 to 53 per cent. Allowing for uncertainty, the rise is between 4 and 20 percentage points.",
    },
  ],
  [
    "a fall",
    { verdict: "changed", levels: [0.62, 0.455], interval: [-0.271, -0.05] },
    {
      sv: "Andelen har minskat med 17 procentenheter, från 62 till 46 procent. Med osäkerheten inräknad är minskningen mellan 5 och 27 procentenheter.",
      nb: "Andelen har gått ned med 17 prosentpoeng, fra 62 til 46 prosent. Når usikkerheten regnes med, er nedgangen mellom 5 og 27 prosentpoeng.",
      nn: "Delen har gått ned med 17 prosentpoeng, frå 62 til 46 prosent. Når uvissa er rekna med, er nedgangen mellom 5 og 27 prosentpoeng.",
      en: "The share has fallen by 17 percentage points, from 62 to 46 per cent. Allowing for uncertainty, the fall is between 5 and 27 percentage points.",
    },
  ],
  [
    "a certain change of one point, too small to mention",
    { verdict: "changed", levels: [0.41, 0.42], interval: [0.002, 0.014] },
    {
      sv: "Andelen har ökat med 1 procentenhet, från 41 till 42 procent. Med osäkerheten inräknad är ökningen mellan 0 och 1 procentenhet. Det är mindre än gränsen för vad som är värt att nämna, 5 procentenheter.",
      nb: "Andelen har økt med 1 prosentpoeng, fra 41 til 42 prosent. Når usikkerheten regnes med, er økningen mellom 0 og 1 prosentpoeng. Det er mindre enn grensen for hva som er verdt å nevne, 5 prosentpoeng.",
      nn: "Delen har auka med 1 prosentpoeng, frå 41 til 42 prosent. Når uvissa er rekna med, er auken mellom 0 og 1 prosentpoeng. Det er mindre enn grensa for kva som er verdt å nemne, 5 prosentpoeng.",
      en: "The share has risen by 1 percentage point, from 41 to 42 per cent. Allowing for uncertainty, the rise is between 0 and 1 percentage points. That is below the limit for changes worth mentioning, 5 percentage points.",
    },
  ],
  [
    "a certain rise that rounds to nothing",
    { verdict: "changed", levels: [0.411, 0.414], interval: [0.001, 0.004], n: [90000, 90000], both: 80000 },
    {
      sv: "Andelen har ökat med mindre än 1 procentenhet, från 41 till 41 procent. Det är mindre än gränsen för vad som är värt att nämna, 5 procentenheter.",
      nb: "Andelen har økt med mindre enn 1 prosentpoeng, fra 41 til 41 prosent. Det er mindre enn grensen for hva som er verdt å nevne, 5 prosentpoeng.",
      nn: "Delen har auka med mindre enn 1 prosentpoeng, frå 41 til 41 prosent. Det er mindre enn grensa for kva som er verdt å nemne, 5 prosentpoeng.",
      en: "The share has risen by less than 1 percentage point, from 41 to 41 per cent. That is below the limit for changes worth mentioning, 5 percentage points.",
    },
  ],
  [
    "a rise of a mean",
    { kind: "mean", verdict: "changed", levels: [3.1, 3.52], interval: [0.15, 0.7] },
    {
      sv: "Medelvärdet har ökat med 0,4 skalsteg, från 3,1 till 3,5. Med osäkerheten inräknad är ökningen mellan ungefär 0,2 och 0,7 skalsteg.",
      nb: "Gjennomsnittet har økt med 0,4 skalatrinn, fra 3,1 til 3,5. Når usikkerheten regnes med, er økningen mellom omtrent 0,2 og 0,7 skalatrinn.",
      nn: "Gjennomsnittet har auka med 0,4 skalatrinn, frå 3,1 til 3,5. Når uvissa er rekna med, er auken mellom om lag 0,2 og 0,7 skalatrinn.",
      en: "The average has risen by 0.4 scale points, from 3.1 to 3.5. Allowing for uncertainty, the rise is between about 0.2 and 0.7 scale points.",
    },
  ],
  [
    "a fall of a mean, too small to mention",
    { kind: "mean", verdict: "changed", levels: [3.5, 3.35], interval: [-0.25, -0.05] },
    {
      sv: "Medelvärdet har minskat med 0,2 skalsteg, från 3,5 till 3,4. Med osäkerheten inräknad är minskningen mellan ungefär 0,1 och 0,3 skalsteg. Det är mindre än gränsen för vad som är värt att nämna, 0,2 skalsteg.",
      nb: "Gjennomsnittet har gått ned med 0,2 skalatrinn, fra 3,5 til 3,4. Når usikkerheten regnes med, er nedgangen mellom omtrent 0,1 og 0,3 skalatrinn. Det er mindre enn grensen for hva som er verdt å nevne, 0,2 skalatrinn.",
      nn: "Gjennomsnittet har gått ned med 0,2 skalatrinn, frå 3,5 til 3,4. Når uvissa er rekna med, er nedgangen mellom om lag 0,1 og 0,3 skalatrinn. Det er mindre enn grensa for kva som er verdt å nemne, 0,2 skalatrinn.",
      en: "The average has fallen by 0.2 scale points, from 3.5 to 3.4. Allowing for uncertainty, the fall is between about 0.1 and 0.3 scale points. That is below the limit for changes worth mentioning, 0.2 scale points.",
    },
  ],
  [
    "no sign of change",
    { verdict: "no-sign-of-change", levels: [0.41, 0.42], interval: [-0.06, 0.08] },
    {
      sv: "Inget tyder på någon förändring: 41 procent i omgång 1 och 42 procent i omgång 2. Med osäkerheten inräknad är förändringen mellan −6 och +8 procentenheter.",
      nb: "Det er ingen tegn til endring: 41 prosent i runde 1 og 42 prosent i runde 2. Når usikkerheten regnes med, er endringen mellom −6 og +8 prosentpoeng.",
      nn: "Det er ingen teikn til endring: 41 prosent i runde 1 og 42 prosent i runde 2. Når uvissa er rekna med, er endringa mellom −6 og +8 prosentpoeng.",
      en: "There is no sign of change: 41 per cent in wave 1 and 42 per cent in wave 2. Allowing for uncertainty, the change is between −6 and +8 percentage points.",
    },
  ],
  [
    "no sign of change in a mean",
    { kind: "mean", verdict: "no-sign-of-change", levels: [3.12, 3.12], interval: [-0.2, 0.2] },
    {
      sv: "Inget tyder på någon förändring: medelvärdet är 3,1 i omgång 1 och 3,1 i omgång 2. Med osäkerheten inräknad är förändringen mellan ungefär −0,2 och +0,2 skalsteg.",
      nb: "Det er ingen tegn til endring: gjennomsnittet er 3,1 i runde 1 og 3,1 i runde 2. Når usikkerheten regnes med, er endringen mellom omtrent −0,2 og +0,2 skalatrinn.",
      nn: "Det er ingen teikn til endring: gjennomsnittet er 3,1 i runde 1 og 3,1 i runde 2. Når uvissa er rekna med, er endringa mellom om lag −0,2 og +0,2 skalatrinn.",
      en: "There is no sign of change: an average of 3.1 in wave 1 and 3.1 in wave 2. Allowing for uncertainty, the change is between about −0.2 and +0.2 scale points.",
    },
  ],
  [
    "a rise where everybody invited answered",
    { verdict: "changed", levels: [0.41, 0.53], interval: [0.12, 0.12], coverage: "free-of-sampling-error" },
    {
      sv: "Andelen har ökat med 12 procentenheter, från 41 till 53 procent. Alla som bjöds in har svarat, så det finns ingen urvalsosäkerhet.",
      nb: "Andelen har økt med 12 prosentpoeng, fra 41 til 53 prosent. Alle som ble invitert, har svart, så det er ingen utvalgsusikkerhet.",
      nn: "Delen har auka med 12 prosentpoeng, frå 41 til 53 prosent. Alle som vart inviterte, har svara, så det er inga utvalsuvisse.",
      en: "The share has risen by 12 percentage points, from 41 to 53 per cent. Everybody who was invited answered, so there is no sampling error.",
    },
  ],
  [
    "nobody who answered twice, corrected for a finite population",
    {
      verdict: "cannot-tell",
      levels: [0.41, 0.47],
      interval: [-0.02, 0.14],
      doubt: "includes-zero",
      coverage: "no-overlap-in-finite-population",
    },
    {
      sv: "Det går inte att säga om andelen har förändrats: 41 procent i omgång 1 och 47 procent i omgång 2. Med osäkerheten inräknad är förändringen mellan −2 och +14 procentenheter. Ingen har svarat båda gångerna. Med korrigering för att nästan alla har tillfrågats blir gränserna då för snäva: läs dem med försiktighet.",
      nb: "Det er ikke mulig å si om andelen har endret seg: 41 prosent i runde 1 og 47 prosent i runde 2. Når usikkerheten regnes med, er endringen mellom −2 og +14 prosentpoeng. Ingen svarte begge gangene. Korrigert for at nesten alle er spurt, blir grensene da for snevre: les dem med varsomhet.",
      nn: "Det er ikkje mogleg å seie om delen har endra seg: 41 prosent i runde 1 og 47 prosent i runde 2. Når uvissa er rekna med, er endringa mellom −2 og +14 prosentpoeng. Ingen svara begge gongene. Korrigert for at nesten alle er spurde, blir grensene då for tronge: les dei med varsemd.",
      en: "We cannot tell whether the share has changed: 41 per cent in wave 1 and 47 per cent in wave 2. Allowing for uncertainty, the change is between −2 and +14 percentage points. Nobody answered both times. Corrected for almost everybody having been asked, the limits are then too narrow: read them with care.",
    },
  ],
  [
    "a part of the population from which nobody answered",
    {
      verdict: "no-sign-of-change",
      levels: [0.41, 0.42],
      interval: [-0.06, 0.08],
      coverage: "population-part-not-covered",
    },
    {
      sv: "Inget tyder på någon förändring: 41 procent i omgång 1 och 42 procent i omgång 2. Med osäkerheten inräknad är förändringen mellan −6 och +8 procentenheter. Från en del av målgruppen har ingen svarat, så siffrorna säger inget om den delen.",
      nb: "Det er ingen tegn til endring: 41 prosent i runde 1 og 42 prosent i runde 2. Når usikkerheten regnes med, er endringen mellom −6 og +8 prosentpoeng. Fra en del av målgruppen har ingen svart, så tallene sier ikke noe om den delen.",
      nn: "Det er ingen teikn til endring: 41 prosent i runde 1 og 42 prosent i runde 2. Når uvissa er rekna med, er endringa mellom −6 og +8 prosentpoeng. Frå ein del av målgruppa har ingen svara, så tala seier ikkje noko om den delen.",
      en: "There is no sign of change: 41 per cent in wave 1 and 42 per cent in wave 2. Allowing for uncertainty, the change is between −6 and +8 percentage points. Nobody answered from a part of the population, so the figures say nothing about that part.",
    },
  ],
  [
    "cannot tell",
    { verdict: "cannot-tell", doubt: "includes-zero", levels: [0.41, 0.47], interval: [-0.03, 0.152] },
    {
      sv: "Det går inte att säga om andelen har förändrats: 41 procent i omgång 1 och 47 procent i omgång 2. Med osäkerheten inräknad är förändringen mellan −3 och +15 procentenheter.",
      nb: "Det er ikke mulig å si om andelen har endret seg: 41 prosent i runde 1 og 47 prosent i runde 2. Når usikkerheten regnes med, er endringen mellom −3 og +15 prosentpoeng.",
      nn: "Det er ikkje mogleg å seie om delen har endra seg: 41 prosent i runde 1 og 47 prosent i runde 2. Når uvissa er rekna med, er endringa mellom −3 og +15 prosentpoeng.",
      en: "We cannot tell whether the share has changed: 41 per cent in wave 1 and 47 per cent in wave 2. Allowing for uncertainty, the change is between −3 and +15 percentage points.",
    },
  ],
  [
    "cannot tell, up to one point",
    { verdict: "cannot-tell", doubt: "includes-zero", levels: [0.41, 0.33], interval: [-0.18, 0.01] },
    {
      sv: "Det går inte att säga om andelen har förändrats: 41 procent i omgång 1 och 33 procent i omgång 2. Med osäkerheten inräknad är förändringen mellan −18 och +1 procentenhet.",
      nb: "Det er ikke mulig å si om andelen har endret seg: 41 prosent i runde 1 og 33 prosent i runde 2. Når usikkerheten regnes med, er endringen mellom −18 og +1 prosentpoeng.",
      nn: "Det er ikkje mogleg å seie om delen har endra seg: 41 prosent i runde 1 og 33 prosent i runde 2. Når uvissa er rekna med, er endringa mellom −18 og +1 prosentpoeng.",
      en: "We cannot tell whether the share has changed: 41 per cent in wave 1 and 33 per cent in wave 2. Allowing for uncertainty, the change is between −18 and +1 percentage points.",
    },
  ],
  [
    "cannot tell because so much is compared",
    { verdict: "cannot-tell", doubt: "many-comparisons", interval: [0.01, 0.22] },
    {
      sv: "Det går inte att säga om andelen har förändrats: 41 procent i omgång 1 och 53 procent i omgång 2. Sedd för sig skulle förändringen vara mellan +1 och +22 procentenheter, men när så mycket jämförs samtidigt är det inte tydligt nog för att kallas en förändring.",
      nb: "Det er ikke mulig å si om andelen har endret seg: 41 prosent i runde 1 og 53 prosent i runde 2. Sett for seg selv ville endringen vært mellom +1 og +22 prosentpoeng, men når så mye sammenlignes samtidig, er det ikke tydelig nok til å kalles en endring.",
      nn: "Det er ikkje mogleg å seie om delen har endra seg: 41 prosent i runde 1 og 53 prosent i runde 2. Sett for seg sjølv ville endringa vore mellom +1 og +22 prosentpoeng, men når så mykje blir samanlikna samtidig, er det ikkje tydeleg nok til å kallast ei endring.",
      en: "We cannot tell whether the share has changed: 41 per cent in wave 1 and 53 per cent in wave 2. Taken alone, the change would be between +1 and +22 percentage points, but with so many comparisons made at once that is not clear enough to call it a change.",
    },
  ],
  [
    "a mean without an interval",
    { kind: "mean", verdict: "cannot-tell", doubt: "no-interval", levels: [3, 4], interval: null },
    {
      sv: "Det går inte att säga om medelvärdet har förändrats: 3,0 i omgång 1 och 4,0 i omgång 2. Svaren är för få eller för lika för att osäkerheten ska kunna räknas ut.",
      nb: "Det er ikke mulig å si om gjennomsnittet har endret seg: 3,0 i runde 1 og 4,0 i runde 2. Svarene er for få eller for like til at usikkerheten kan regnes ut.",
      nn: "Det er ikkje mogleg å seie om gjennomsnittet har endra seg: 3,0 i runde 1 og 4,0 i runde 2. Svara er for få eller for like til at uvissa kan reknast ut.",
      en: "We cannot tell whether the average has changed: 3.0 in wave 1 and 4.0 in wave 2. The answers are too few or too alike for the uncertainty to be worked out.",
    },
  ],
  [
    "a mean that nobody moved, because everybody answered alike",
    {
      kind: "mean",
      verdict: "no-sign-of-change",
      doubt: "no-interval",
      levels: [5, 5],
      interval: [0, 0],
    },
    {
      sv: "Inget tyder på någon förändring: medelvärdet är 5,0 i omgång 1 och 5,0 i omgång 2. Svaren är för få eller för lika för att osäkerheten ska kunna räknas ut.",
      nb: "Det er ingen tegn til endring: gjennomsnittet er 5,0 i runde 1 og 5,0 i runde 2. Svarene er for få eller for like til at usikkerheten kan regnes ut.",
      nn: "Det er ingen teikn til endring: gjennomsnittet er 5,0 i runde 1 og 5,0 i runde 2. Svara er for få eller for like til at uvissa kan reknast ut.",
      en: "There is no sign of change: an average of 5.0 in wave 1 and 5.0 in wave 2. The answers are too few or too alike for the uncertainty to be worked out.",
    },
  ],
  [
    "a mean, cannot tell because the interval holds 0",
    {
      kind: "mean",
      verdict: "cannot-tell",
      doubt: "includes-zero",
      levels: [3.1, 3.4],
      interval: [-0.1, 0.7],
    },
    {
      sv: "Det går inte att säga om medelvärdet har förändrats: 3,1 i omgång 1 och 3,4 i omgång 2. Med osäkerheten inräknad är förändringen mellan ungefär −0,1 och +0,7 skalsteg.",
      nb: "Det er ikke mulig å si om gjennomsnittet har endret seg: 3,1 i runde 1 og 3,4 i runde 2. Når usikkerheten regnes med, er endringen mellom omtrent −0,1 og +0,7 skalatrinn.",
      nn: "Det er ikkje mogleg å seie om gjennomsnittet har endra seg: 3,1 i runde 1 og 3,4 i runde 2. Når uvissa er rekna med, er endringa mellom om lag −0,1 og +0,7 skalatrinn.",
      en: "We cannot tell whether the average has changed: 3.1 in wave 1 and 3.4 in wave 2. Allowing for uncertainty, the change is between about −0.1 and +0.7 scale points.",
    },
  ],
  [
    "five to nineteen answers, too few to say",
    { verdict: "too-few-to-say", n: [19, 5], both: 5 },
    {
      sv: "Svaren är för få för att det ska gå att säga om något har förändrats: 19 svar i omgång 1 och 5 svar i omgång 2.",
      nb: "Det er for få svar til å si om noe har endret seg: 19 svar i runde 1 og 5 svar i runde 2.",
      nn: "Det er for få svar til å seie om noko har endra seg: 19 svar i runde 1 og 5 svar i runde 2.",
      en: "There are too few answers to say whether anything has changed: 19 answers in wave 1 and 5 answers in wave 2.",
    },
  ],
  [
    "too few to say",
    { verdict: "too-few-to-say", n: [12, 9], both: 9 },
    {
      sv: "Svaren är för få för att det ska gå att säga om något har förändrats: 12 svar i omgång 1 och 9 svar i omgång 2.",
      nb: "Det er for få svar til å si om noe har endret seg: 12 svar i runde 1 og 9 svar i runde 2.",
      nn: "Det er for få svar til å seie om noko har endra seg: 12 svar i runde 1 og 9 svar i runde 2.",
      en: "There are too few answers to say whether anything has changed: 12 answers in wave 1 and 9 answers in wave 2.",
    },
  ],
  [
    "hidden",
    { verdict: "hidden", n: [4, 30], both: 4 },
    {
      sv: "Visas inte: färre än 5 svar i minst en av omgångarna, eller så skulle en så liten grupp kunna räknas fram.",
      nb: "Vises ikke: færre enn 5 svar i minst én av rundene, eller så kunne en så liten gruppe regnes ut.",
      nn: "Blir ikkje vist: færre enn 5 svar i minst éin av rundane, eller så kunne ei så lita gruppe reknast ut.",
      en: "Not shown: fewer than 5 answers in at least one of the waves, or a group that small could be worked out.",
    },
  ],
  [
    "not comparable",
    { verdict: "not-comparable" },
    {
      sv: "Jämförs inte: frågan eller svarsalternativen ändrades mellan omgångarna.",
      nb: "Sammenlignes ikke: spørsmålet eller svaralternativene ble endret mellom rundene.",
      nn: "Blir ikkje samanlikna: spørsmålet eller svaralternativa vart endra mellom rundane.",
      en: "Not compared: the question or its answer options were changed between the waves.",
    },
  ],
  [
    "not asked in both waves",
    { verdict: "not-asked" },
    {
      sv: "Jämförs inte: frågan ställdes inte i båda omgångarna.",
      nb: "Sammenlignes ikke: spørsmålet ble ikke stilt i begge rundene.",
      nn: "Blir ikkje samanlikna: spørsmålet vart ikkje stilt i begge rundane.",
      en: "Not compared: the question was not asked in both waves.",
    },
  ],
];

describe("E2 the sentence about a change", () => {
  for (const [name, change, sentences] of reviewed) {
    test.each(languageCodes)(`${name}, %s`, (language) => {
      expect(changeSentenceOf(protectedChange(change), frame(language))).toBe(sentences[language]);
    });
  }

  test.each(languageCodes)(
    "says nothing of a hidden group that it does not say of an empty one, %s",
    (language) => {
      const said = [4, 1, 0].map((base) =>
        changeSentenceOf(protectedChange({ verdict: "changed", n: [base, base], both: 0 }), frame(language)),
      );
      expect(new Set(said).size).toBe(1);
      expect(said[0]).not.toMatch(/53|12/);
    },
  );
});
