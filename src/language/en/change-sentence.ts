// English sentences about a change between two waves. Numbers come in written out, with sign where one belongs.

/** What a sentence says about a share, and about a mean. */
interface Pair<Phrase> {
  readonly share: Phrase;
  readonly mean: Phrase;
}
type Phrase = Pair<(size: string, from: string, to: string) => string>;
type Limits = (lower: string, upper: string) => string;
type Levels = (from: string, to: string, earlier: string, later: string) => string;

export const changeSentence = {
  percentagePoints: (number: string, isOne: boolean) =>
    isOne ? `${number} percentage point` : `${number} percentage points`,
  /** After the upper limit of a range. */
  upToPercentagePoints: (number: string, _isOne: boolean) => `${number} percentage points`,
  scalePoints: (number: string) => `${number} scale points`,
  lessThan: (size: string) => `less than ${size}`,
  answers: (count: string, isOne: boolean) => (isOne ? `${count} answer` : `${count} answers`),
  risen: {
    share: (size, from, to) => `The share has risen by ${size}, from ${from} to ${to} per cent.`,
    mean: (size, from, to) => `The average has risen by ${size}, from ${from} to ${to}.`,
  } as Phrase,
  fallen: {
    share: (size, from, to) => `The share has fallen by ${size}, from ${from} to ${to} per cent.`,
    mean: (size, from, to) => `The average has fallen by ${size}, from ${from} to ${to}.`,
  } as Phrase,
  /** The limits of an average hold a little less often than those of a share, so the sentence says "about". */
  riseBetween: {
    share: (lower, upper) => `Allowing for uncertainty, the rise is between ${lower} and ${upper}.`,
    mean: (lower, upper) => `Allowing for uncertainty, the rise is between about ${lower} and ${upper}.`,
  } as Pair<Limits>,
  fallBetween: {
    share: (lower, upper) => `Allowing for uncertainty, the fall is between ${lower} and ${upper}.`,
    mean: (lower, upper) => `Allowing for uncertainty, the fall is between about ${lower} and ${upper}.`,
  } as Pair<Limits>,
  tooSmallToMention: (limit: string) => `That is below the limit for changes worth mentioning, ${limit}.`,
  noSign: {
    share: (from, to, earlier, later) =>
      `There is no sign of change: ${from} per cent in ${earlier} and ${to} per cent in ${later}.`,
    mean: (from, to, earlier, later) =>
      `There is no sign of change: an average of ${from} in ${earlier} and ${to} in ${later}.`,
  } as Pair<Levels>,
  cannotTell: {
    share: (from, to, earlier, later) =>
      `We cannot tell whether the share has changed: ${from} per cent in ${earlier} and ${to} per cent in ${later}.`,
    mean: (from, to, earlier, later) =>
      `We cannot tell whether the average has changed: ${from} in ${earlier} and ${to} in ${later}.`,
  } as Pair<Levels>,
  changeBetween: {
    share: (lower, upper) => `Allowing for uncertainty, the change is between ${lower} and ${upper}.`,
    mean: (lower, upper) => `Allowing for uncertainty, the change is between about ${lower} and ${upper}.`,
  } as Pair<Limits>,
  manyComparisons: (lower: string, upper: string) =>
    `Taken alone, the change would be between ${lower} and ${upper}, but with so many comparisons made at once that is not clear enough to call it a change.`,
  noInterval: "The answers are too few or too alike for the uncertainty to be worked out.",
  partNotCovered:
    "Nobody answered from a part of the population, so the figures say nothing about that part.",
  noOverlap:
    "Nobody answered both times. Corrected for almost everybody having been asked, the limits are then too narrow: read them with care.",
  noSamplingError: "Everybody who was invited answered, so there is no sampling error.",
  tooFew: (earlierAnswers: string, laterAnswers: string, earlier: string, later: string) =>
    `There are too few answers to say whether anything has changed: ${earlierAnswers} in ${earlier} and ${laterAnswers} in ${later}.`,
  hidden: (minimum: string) =>
    `Not shown: fewer than ${minimum} answers in at least one of the waves, or a group that small could be worked out.`,
  notComparable: "Not compared: the question or its answer options were changed between the waves.",
  notAsked: "Not compared: the question was not asked in both waves.",
  bases: (earlierAnswers: string, laterAnswers: string, earlier: string, later: string) =>
    `Based on ${earlierAnswers} in ${earlier} and ${laterAnswers} in ${later}.`,
  answeredBoth: (count: string, isOne: boolean) =>
    isOne ? `${count} person answered both times.` : `${count} people answered both times.`,
  answeredBothHidden: "How many answered both times is not shown, because it would point to a few people.",
};
