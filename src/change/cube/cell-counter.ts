// Counts how often each of many numeric keys occurs: a hash table in flat arrays, so that the memory grows
// with the number of distinct keys and not with the number of rows.

const START_SIZE = 64;
const EMPTY = -1;

/** A growing table of counts. Keys are whole numbers from 0 to 2^53 − 1. */
export type CellCounter = {
  /** Adds 1 to the count of a key. */
  count(key: number): void;
  /** All keys with their counts, in ascending order of the key. */
  sorted(): { key: number; count: number }[];
};

/** An empty table. */
export function createCellCounter(): CellCounter {
  let keys = new Float64Array(START_SIZE).fill(EMPTY);
  let counts = new Float64Array(START_SIZE);
  let used = 0;

  function slotOf(key: number): number {
    const mask = keys.length - 1;
    const high = Math.floor(key / 0x100000000);
    let hash = Math.imul((key | 0) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
    hash ^= hash >>> 15;
    let slot = hash & mask;
    while (keys[slot] !== EMPTY && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  function grow(): void {
    const oldKeys = keys;
    const oldCounts = counts;
    keys = new Float64Array(oldKeys.length * 2).fill(EMPTY);
    counts = new Float64Array(oldKeys.length * 2);
    for (let index = 0; index < oldKeys.length; index++) {
      const key = oldKeys[index]!;
      if (key === EMPTY) continue;
      const slot = slotOf(key);
      keys[slot] = key;
      counts[slot] = oldCounts[index]!;
    }
  }

  return {
    count(key) {
      let slot = slotOf(key);
      if (keys[slot] === EMPTY) {
        if (used * 2 >= keys.length) {
          grow();
          slot = slotOf(key);
        }
        keys[slot] = key;
        used++;
      }
      counts[slot] = counts[slot]! + 1;
    },
    sorted() {
      const cells: { key: number; count: number }[] = [];
      keys.forEach((key, index) => {
        if (key !== EMPTY) cells.push({ key, count: counts[index]! });
      });
      return cells.sort((a, b) => a.key - b.key);
    },
  };
}
