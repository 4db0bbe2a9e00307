// Nynorsksetningar om ei endring mellom to rundar. Tala kjem ferdig skrivne, med forteikn der det høyrer til.
import type { changeSentence as english } from "../en/change-sentence.ts";

export const changeSentence: typeof english = {
  percentagePoints: (number) => `${number} prosentpoeng`,
  upToPercentagePoints: (number) => `${number} prosentpoeng`,
  scalePoints: (number) => `${number} skalatrinn`,
  lessThan: (size) => `mindre enn ${size}`,
  answers: (count) => `${count} svar`,
  risen: {
    share: (size, from, to) => `Delen har auka med ${size}, frå ${from} til ${to} prosent.`,
    mean: (size, from, to) => `Gjennomsnittet har auka med ${size}, frå ${from} til ${to}.`,
  },
  fallen: {
    share: (size, from, to) => `Delen har gått ned med ${size}, frå ${from} til ${to} prosent.`,
    mean: (size, from, to) => `Gjennomsnittet har gått ned med ${size}, frå ${from} til ${to}.`,
  },
  riseBetween: {
    share: (lower, upper) => `Når uvissa er rekna med, er auken mellom ${lower} og ${upper}.`,
    mean: (lower, upper) => `Når uvissa er rekna med, er auken mellom om lag ${lower} og ${upper}.`,
  },
  fallBetween: {
    share: (lower, upper) => `Når uvissa er rekna med, er nedgangen mellom ${lower} og ${upper}.`,
    mean: (lower, upper) => `Når uvissa er rekna med, er nedgangen mellom om lag ${lower} og ${upper}.`,
  },
  tooSmallToMention: (limit) => `Det er mindre enn grensa for kva som er verdt å nemne, ${limit}.`,
  noSign: {
    share: (from, to, earlier, later) =>
      `Det er ingen teikn til endring: ${from} prosent i ${earlier} og ${to} prosent i ${later}.`,
    mean: (from, to, earlier, later) =>
      `Det er ingen teikn til endring: gjennomsnittet er ${from} i ${earlier} og ${to} i ${later}.`,
  },
  cannotTell: {
    share: (from, to, earlier, later) =>
      `Det er ikkje mogleg å seie om delen har endra seg: ${from} prosent i ${earlier} og ${to} prosent i ${later}.`,
    mean: (from, to, earlier, later) =>
      `Det er ikkje mogleg å seie om gjennomsnittet har endra seg: ${from} i ${earlier} og ${to} i ${later}.`,
  },
  changeBetween: {
    share: (lower, upper) => `Når uvissa er rekna med, er endringa mellom ${lower} og ${upper}.`,
    mean: (lower, upper) => `Når uvissa er rekna med, er endringa mellom om lag ${lower} og ${upper}.`,
  },
  manyComparisons: (lower, upper) =>
    `Sett for seg sjølv ville endringa vore mellom ${lower} og ${upper}, men når så mykje blir samanlikna samtidig, er det ikkje tydeleg nok til å kallast ei endring.`,
  noInterval: "Svara er for få eller for like til at uvissa kan reknast ut.",
  partNotCovered: "Frå ein del av målgruppa har ingen svara, så tala seier ikkje noko om den delen.",
  noOverlap:
    "Ingen svara begge gongene. Korrigert for at nesten alle er spurde, blir grensene då for tronge: les dei med varsemd.",
  noSamplingError: "Alle som vart inviterte, har svara, så det er inga utvalsuvisse.",
  tooFew: (earlierAnswers, laterAnswers, earlier, later) =>
    `Det er for få svar til å seie om noko har endra seg: ${earlierAnswers} i ${earlier} og ${laterAnswers} i ${later}.`,
  hidden: (minimum) =>
    `Blir ikkje vist: færre enn ${minimum} svar i minst éin av rundane, eller så kunne ei så lita gruppe reknast ut.`,
  notComparable: "Blir ikkje samanlikna: spørsmålet eller svaralternativa vart endra mellom rundane.",
  notAsked: "Blir ikkje samanlikna: spørsmålet vart ikkje stilt i begge rundane.",
  bases: (earlierAnswers, laterAnswers, earlier, later) =>
    `Byggjer på ${earlierAnswers} i ${earlier} og ${laterAnswers} i ${later}.`,
  answeredBoth: (count, isOne) =>
    isOne ? `${count} person svarte begge gongene.` : `${count} personar svarte begge gongene.`,
  answeredBothHidden:
    "Kor mange som svarte begge gongene, blir ikkje vist, fordi det ville peike ut nokre få personar.",
};
