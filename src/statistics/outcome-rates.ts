// AAPOR outcome rates from counts of disposition classes.

/**
 * AAPOR disposition classes: complete, partial, refusal and break-off, non-contact, other, unknown
 * eligibility, not eligible.
 */
export type DispositionClass = "I" | "P" | "R" | "NC" | "O" | "U" | "NE";

/** The classes in reporting order. */
export const dispositionClasses = ["I", "P", "R", "NC", "O", "U", "NE"] as const;

/** Number of cases per disposition class, unweighted. */
export type OutcomeCounts = Record<DispositionClass, number>;

/** Names of the exported rates, as in AAPOR Standard Definitions (RR1–RR6, COOP1–4, REF1, REF3, CON1, CON3). */
export const outcomeRateNames = [
  "rr1",
  "rr2",
  "rr3",
  "rr4",
  "rr5",
  "rr6",
  "coop1",
  "coop2",
  "coop3",
  "coop4",
  "ref1",
  "ref3",
  "con1",
  "con3",
] as const;

/** One AAPOR rate each, on the 0–1 scale; null where its denominator is 0. */
export type OutcomeRates = Record<(typeof outcomeRateNames)[number], number | null>;

/** Counts of zero in every class. */
export function noOutcomes(): OutcomeCounts {
  return { I: 0, P: 0, R: 0, NC: 0, O: 0, U: 0, NE: 0 };
}

/**
 * Class of a final disposition code, by its prefix: 1.1 complete, 1.2 partial, 2.1 refusal or break-off,
 * 2.2 non-contact, 2.3 other, 3 unknown eligibility, 4 not eligible.
 *
 * @param code AAPOR code as a string ("2.10" and "2.1" are different codes of the same class)
 * @returns the class, or null if the code belongs to none
 */
export function dispositionClassOf(code: string): DispositionClass | null {
  if (code.startsWith("1.1")) return "I";
  if (code.startsWith("1.2")) return "P";
  if (code.startsWith("2.1")) return "R";
  if (code.startsWith("2.2")) return "NC";
  if (code.startsWith("2.3")) return "O";
  if (/^3(\.|$)/.test(code)) return "U";
  if (/^4(\.|$)/.test(code)) return "NE";
  return null;
}

/**
 * AAPOR outcome rates for Internet surveys of specifically named persons.
 *
 * RR3 and RR4 take e = K / (K + NE), with K = I + P + R + NC + O, as the share of the unknown who are
 * eligible. Unweighted. Source: AAPOR, Standard Definitions, 9th ed. 2016 and 10th ed. 2023.
 *
 * @param counts cases per class, every invited person once
 * @returns rates on the 0–1 scale; null where a denominator is 0, RR3 and RR4 also where e is not defined
 */
export function outcomeRates(counts: OutcomeCounts): OutcomeRates {
  const {
    I: complete,
    P: partial,
    R: refusal,
    NC: nonContact,
    O: other,
    U: unknown,
    NE: notEligible,
  } = counts;
  const known = complete + partial + refusal + nonContact + other;
  const eligibleShare = ratio(known, known + notEligible);
  const estimated = eligibleShare === null ? 0 : known + eligibleShare * unknown;
  const answered = complete + partial;
  const contacted = answered + refusal + other;
  return {
    rr1: ratio(complete, known + unknown),
    rr2: ratio(answered, known + unknown),
    rr3: ratio(complete, estimated),
    rr4: ratio(answered, estimated),
    rr5: ratio(complete, known),
    rr6: ratio(answered, known),
    coop1: ratio(complete, contacted),
    coop2: ratio(answered, contacted),
    coop3: ratio(complete, answered + refusal),
    coop4: ratio(answered, answered + refusal),
    ref1: ratio(refusal, known + unknown),
    ref3: ratio(refusal, known),
    con1: ratio(contacted, known + unknown),
    con3: ratio(contacted, known),
  };
}

function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}
