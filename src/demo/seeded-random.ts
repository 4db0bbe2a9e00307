// Random draws that are the same on every platform: each is worked out from a seed and what it is for.

/**
 * A number that only the seed and the words decide, as good as random and independent between words.
 *
 * Integer arithmetic only: the words are hashed into four 32-bit states (cyrb128 by bryc, public domain), which
 * start the generator sfc32 (Chris Doty-Humphrey, PractRand, public domain); twelve rounds are thrown away.
 *
 * @param seed  any whole number
 * @param words what the draw is for; the same words always give the same draw
 * @returns a whole number from 0 to 4 294 967 295, all equally likely
 */
export function drawWhole(seed: number, ...words: readonly (string | number)[]): number {
  let [a, b, c, counter] = hashedStates([seed, ...words].join("\u0000"));
  let drawn = 0;
  for (let round = 0; round < 13; round += 1) {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    drawn = sum >>> 0;
  }
  return drawn;
}

/**
 * A draw from 0 to `limit` − 1, equally likely up to one part in four thousand million times `limit`.
 *
 * @param limit whole number from 1 to 2 000 000
 */
export function drawBelow(limit: number, seed: number, ...words: readonly (string | number)[]): number {
  return Math.floor((drawWhole(seed, ...words) * limit) / 4_294_967_296);
}

function hashedStates(text: string): [number, number, number, number] {
  let h1 = 1779033703;
  let h2 = 3144134277;
  let h3 = 1013904242;
  let h4 = 2773480762;
  for (let position = 0; position < text.length; position += 1) {
    const unit = text.charCodeAt(position);
    h1 = h2 ^ Math.imul(h1 ^ unit, 597399067);
    h2 = h3 ^ Math.imul(h2 ^ unit, 2869860233);
    h3 = h4 ^ Math.imul(h3 ^ unit, 951274213);
    h4 = h1 ^ Math.imul(h4 ^ unit, 2716044179);
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067);
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233);
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213);
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179);
  const mixed = h1 ^ h2 ^ h3 ^ h4;
  return [mixed | 0, (h2 ^ mixed) | 0, (h3 ^ mixed) | 0, (h4 ^ mixed) | 0];
}
