// Bokmålssetninger om en endring mellom to runder. Tallene kommer ferdig skrevet, med fortegn der det hører til.
import type { changeSentence as english } from "../en/change-sentence.ts";

export const changeSentence: typeof english = {
  percentagePoints: (number) => `${number} prosentpoeng`,
  upToPercentagePoints: (number) => `${number} prosentpoeng`,
  scalePoints: (number) => `${number} skalatrinn`,
  lessThan: (size) => `mindre enn ${size}`,
  answers: (count) => `${count} svar`,
  risen: {
    share: (size, from, to) => `Andelen har økt med ${size}, fra ${from} til ${to} prosent.`,
    mean: (size, from, to) => `Gjennomsnittet har økt med ${size}, fra ${from} til ${to}.`,
  },
  fallen: {
    share: (size, from, to) => `Andelen har gått ned med ${size}, fra ${from} til ${to} prosent.`,
    mean: (size, from, to) => `Gjennomsnittet har gått ned med ${size}, fra ${from} til ${to}.`,
  },
  riseBetween: {
    share: (lower, upper) => `Når usikkerheten regnes med, er økningen mellom ${lower} og ${upper}.`,
    mean: (lower, upper) => `Når usikkerheten regnes med, er økningen mellom omtrent ${lower} og ${upper}.`,
  },
  fallBetween: {
    share: (lower, upper) => `Når usikkerheten regnes med, er nedgangen mellom ${lower} og ${upper}.`,
    mean: (lower, upper) => `Når usikkerheten regnes med, er nedgangen mellom omtrent ${lower} og ${upper}.`,
  },
  tooSmallToMention: (limit) => `Det er mindre enn grensen for hva som er verdt å nevne, ${limit}.`,
  noSign: {
    share: (from, to, earlier, later) =>
      `Det er ingen tegn til endring: ${from} prosent i ${earlier} og ${to} prosent i ${later}.`,
    mean: (from, to, earlier, later) =>
      `Det er ingen tegn til endring: gjennomsnittet er ${from} i ${earlier} og ${to} i ${later}.`,
  },
  cannotTell: {
    share: (from, to, earlier, later) =>
      `Det er ikke mulig å si om andelen har endret seg: ${from} prosent i ${earlier} og ${to} prosent i ${later}.`,
    mean: (from, to, earlier, later) =>
      `Det er ikke mulig å si om gjennomsnittet har endret seg: ${from} i ${earlier} og ${to} i ${later}.`,
  },
  changeBetween: {
    share: (lower, upper) => `Når usikkerheten regnes med, er endringen mellom ${lower} og ${upper}.`,
    mean: (lower, upper) => `Når usikkerheten regnes med, er endringen mellom omtrent ${lower} og ${upper}.`,
  },
  manyComparisons: (lower, upper) =>
    `Sett for seg selv ville endringen vært mellom ${lower} og ${upper}, men når så mye sammenlignes samtidig, er det ikke tydelig nok til å kalles en endring.`,
  noInterval: "Svarene er for få eller for like til at usikkerheten kan regnes ut.",
  partNotCovered: "Fra en del av målgruppen har ingen svart, så tallene sier ikke noe om den delen.",
  noOverlap:
    "Ingen svarte begge gangene. Korrigert for at nesten alle er spurt, blir grensene da for snevre: les dem med varsomhet.",
  noSamplingError: "Alle som ble invitert, har svart, så det er ingen utvalgsusikkerhet.",
  tooFew: (earlierAnswers, laterAnswers, earlier, later) =>
    `Det er for få svar til å si om noe har endret seg: ${earlierAnswers} i ${earlier} og ${laterAnswers} i ${later}.`,
  hidden: (minimum) =>
    `Vises ikke: færre enn ${minimum} svar i minst én av rundene, eller så kunne en så liten gruppe regnes ut.`,
  notComparable: "Sammenlignes ikke: spørsmålet eller svaralternativene ble endret mellom rundene.",
  notAsked: "Sammenlignes ikke: spørsmålet ble ikke stilt i begge rundene.",
  bases: (earlierAnswers, laterAnswers, earlier, later) =>
    `Bygger på ${earlierAnswers} i ${earlier} og ${laterAnswers} i ${later}.`,
  answeredBoth: (count, isOne) =>
    isOne ? `${count} person svarte begge gangene.` : `${count} personer svarte begge gangene.`,
  answeredBothHidden:
    "Hvor mange som svarte begge gangene, vises ikke, fordi det ville peke ut noen få personer.",
};
