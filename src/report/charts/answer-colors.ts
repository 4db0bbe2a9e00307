// Colours of answers in a distribution, by name: a scale from one pole to the other where the answers have an
// order, distinct hues where they have none.

/** Number of the colour class of an answer: `scale-0` … `scale-6`, or `hue-0` … `hue-7`. */
export type AnswerColor = string;

const scaleSteps = 7;
const hues = 8;

/**
 * One colour class per answer, in their order.
 *
 * @param scores score of each answer, null where it has none; with a score for all of two or more answers they
 *   run from the highest (first pole) to the lowest
 */
export function answerColors(scores: readonly (number | null)[]): AnswerColor[] {
  const known = scores.filter((score) => score !== null);
  if (known.length < scores.length || new Set(known).size < 2)
    return scores.map((_, index) => `hue-${index % hues}`);
  const [lowest, highest] = [Math.min(...known), Math.max(...known)];
  return known.map((score) => {
    const step = Math.round(((highest - score) / (highest - lowest)) * (scaleSteps - 1));
    return `scale-${step}`;
  });
}
