// Svenska meningar om en förändring mellan två omgångar. Talen kommer färdigskrivna, med tecken där det hör till.
import type { changeSentence as english } from "../en/change-sentence.ts";

export const changeSentence: typeof english = {
  percentagePoints: (number, isOne) => (isOne ? `${number} procentenhet` : `${number} procentenheter`),
  upToPercentagePoints: (number, isOne) => (isOne ? `${number} procentenhet` : `${number} procentenheter`),
  scalePoints: (number) => `${number} skalsteg`,
  lessThan: (size) => `mindre än ${size}`,
  answers: (count) => `${count} svar`,
  risen: {
    share: (size, from, to) => `Andelen har ökat med ${size}, från ${from} till ${to} procent.`,
    mean: (size, from, to) => `Medelvärdet har ökat med ${size}, från ${from} till ${to}.`,
  },
  fallen: {
    share: (size, from, to) => `Andelen har minskat med ${size}, från ${from} till ${to} procent.`,
    mean: (size, from, to) => `Medelvärdet har minskat med ${size}, från ${from} till ${to}.`,
  },
  riseBetween: {
    share: (lower, upper) => `Med osäkerheten inräknad är ökningen mellan ${lower} och ${upper}.`,
    mean: (lower, upper) => `Med osäkerheten inräknad är ökningen mellan ungefär ${lower} och ${upper}.`,
  },
  fallBetween: {
    share: (lower, upper) => `Med osäkerheten inräknad är minskningen mellan ${lower} och ${upper}.`,
    mean: (lower, upper) => `Med osäkerheten inräknad är minskningen mellan ungefär ${lower} och ${upper}.`,
  },
  tooSmallToMention: (limit) => `Det är mindre än gränsen för vad som är värt att nämna, ${limit}.`,
  noSign: {
    share: (from, to, earlier, later) =>
      `Inget tyder på någon förändring: ${from} procent i ${earlier} och ${to} procent i ${later}.`,
    mean: (from, to, earlier, later) =>
      `Inget tyder på någon förändring: medelvärdet är ${from} i ${earlier} och ${to} i ${later}.`,
  },
  cannotTell: {
    share: (from, to, earlier, later) =>
      `Det går inte att säga om andelen har förändrats: ${from} procent i ${earlier} och ${to} procent i ${later}.`,
    mean: (from, to, earlier, later) =>
      `Det går inte att säga om medelvärdet har förändrats: ${from} i ${earlier} och ${to} i ${later}.`,
  },
  changeBetween: {
    share: (lower, upper) => `Med osäkerheten inräknad är förändringen mellan ${lower} och ${upper}.`,
    mean: (lower, upper) => `Med osäkerheten inräknad är förändringen mellan ungefär ${lower} och ${upper}.`,
  },
  manyComparisons: (lower, upper) =>
    `Sedd för sig skulle förändringen vara mellan ${lower} och ${upper}, men när så mycket jämförs samtidigt är det inte tydligt nog för att kallas en förändring.`,
  noInterval: "Svaren är för få eller för lika för att osäkerheten ska kunna räknas ut.",
  partNotCovered: "Från en del av målgruppen har ingen svarat, så siffrorna säger inget om den delen.",
  noOverlap:
    "Ingen har svarat båda gångerna. Med korrigering för att nästan alla har tillfrågats blir gränserna då för snäva: läs dem med försiktighet.",
  noSamplingError: "Alla som bjöds in har svarat, så det finns ingen urvalsosäkerhet.",
  tooFew: (earlierAnswers, laterAnswers, earlier, later) =>
    `Svaren är för få för att det ska gå att säga om något har förändrats: ${earlierAnswers} i ${earlier} och ${laterAnswers} i ${later}.`,
  hidden: (minimum) =>
    `Visas inte: färre än ${minimum} svar i minst en av omgångarna, eller så skulle en så liten grupp kunna räknas fram.`,
  notComparable: "Jämförs inte: frågan eller svarsalternativen ändrades mellan omgångarna.",
  notAsked: "Jämförs inte: frågan ställdes inte i båda omgångarna.",
  bases: (earlierAnswers, laterAnswers, earlier, later) =>
    `Bygger på ${earlierAnswers} i ${earlier} och ${laterAnswers} i ${later}.`,
  answeredBoth: (count, isOne) =>
    isOne ? `${count} person svarade båda gångerna.` : `${count} personer svarade båda gångerna.`,
  answeredBothHidden:
    "Hur många som svarade båda gångerna visas inte, eftersom det skulle peka ut några få personer.",
};
