// Random bytes drawn from the system by the thousand: many small draws cost more than the bytes.
import { randomBytes } from "node:crypto";

const poolBytes = 4096;

/** As `randomBytes`. Each byte of the pool is given away once, and wiped. */
export const randomPool = (): ((length: number) => Uint8Array<ArrayBuffer>) => {
  let pool = new Uint8Array(0);
  let used = 0;
  return (length) => {
    if (length > poolBytes / 8) return new Uint8Array(randomBytes(length));
    if (used + length > pool.length) {
      pool = new Uint8Array(randomBytes(poolBytes));
      used = 0;
    }
    const drawn = pool.slice(used, used + length);
    pool.fill(0, used, used + length);
    used += length;
    return drawn;
  };
};
