// Rounding for display: half away from zero, with a tolerance that makes 0.285 read as 0.29.

/**
 * Rounds half away from zero. Source: methods of this project (R's round() is half-even).
 *
 * @param value any finite number
 * @param digits decimals to keep, 0 or more
 * @returns the rounded value; never −0
 */
export function roundHalfAway(value: number, digits = 0): number {
  const scale = 10 ** digits;
  const rounded = (Math.sign(value) * Math.floor(Math.abs(value) * scale + 0.5 + 1e-9)) / scale;
  return rounded === 0 ? 0 : rounded;
}
