// Random and sorted orders, the same for a case every time.

/** An item that may be shuffled. */
export interface Shuffled {
  readonly isFixed: boolean;
  readonly category: string;
}

const randomNumbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state += 0x6d2b79f5;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** The seed of a part of the questionnaire, from the seed of what holds it. */
export const seedOf = (outer: number, type: string, name: string): number => {
  let seed = outer;
  for (const letter of type + name) seed = ((seed << 5) - seed + letter.charCodeAt(0)) | 0;
  return seed;
};

/**
 * The items shuffled within their categories; fixed ones keep their place (mulberry32, Fisher–Yates).
 *
 * @param items in the order they were written
 */
export const shuffled = <Item extends Shuffled>(items: readonly Item[], seed: number): readonly Item[] => {
  const result = [...items];
  const categories = new Map<string, number[]>();
  for (const [index, item] of items.entries()) {
    if (item.isFixed) continue;
    const places = categories.get(item.category) ?? [];
    places.push(index);
    categories.set(item.category, places);
  }
  for (const places of categories.values()) {
    const group = places.map((place) => items[place] as Item);
    const random = randomNumbers(seed || 1);
    for (let i = group.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [group[i], group[j]] = [group[j] as Item, group[i] as Item];
    }
    for (const [index, place] of places.entries()) result[place] = group[index] as Item;
  }
  return result;
};

const leadingNumber = (text: string, at: number): number =>
  Number(/^\d+/.exec(text.slice(at))?.[0] ?? Number.NaN);

/** Compares texts as survey-core sorts choices: numbers inside them by size. */
export const compareTexts = (first: string, second: string): number => {
  const a = first.trim();
  const b = second.trim();
  if (a === b) return 0;
  if (!a || !b) return a ? 1 : -1;
  for (let i = 0; i < a.length && i < b.length; i += 1) {
    if (/\d/.test(a[i] ?? "") && /\d/.test(b[i] ?? "")) {
      const x = leadingNumber(a, i);
      const y = leadingNumber(b, i);
      if (!Number.isNaN(x) && !Number.isNaN(y) && x !== y) return x > y ? 1 : -1;
      break;
    }
    if (a[i] !== b[i]) break;
  }
  return a > b ? 1 : -1;
};
