// Cases as this process read them last, so that a form that comes back need not read its case again. Nothing that is
// shown comes from here, and a save made from here proves in the database that nothing has changed since.
import type { EnteredCase } from "./entered-case.ts";

export interface RememberedCases {
  keep(entered: EnteredCase, now: Date): void;
  /** The case if it was read not long ago and its link still holds; it is forgotten by being taken. */
  take(linkHash: string, now: Date): EnteredCase | null;
}

const lastsSeconds = 600;
const mostKept = 2000;

export const rememberCases = (): RememberedCases => {
  const kept = new Map<string, { readonly entered: EnteredCase; readonly readAt: number }>();
  return {
    keep: (entered, now) => {
      kept.delete(entered.linkHash);
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? "");
      kept.set(entered.linkHash, { entered, readAt: now.getTime() });
    },
    take: (linkHash, now) => {
      const found = kept.get(linkHash);
      if (found === undefined) return null;
      kept.delete(linkHash);
      const isFresh = Math.abs(now.getTime() - found.readAt) < lastsSeconds * 1000;
      return isFresh && found.entered.expiresAt > now ? found.entered : null;
    },
  };
};
