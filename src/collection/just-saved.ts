// The case as a save left it, for the page that the save leads to. The browser asks for that page at once and over the
// same connection; it is shown what it would have been shown had the page been the answer to what it sent.
import type { Context } from "hono";
import type { PageWire } from "../web/send-page.ts";
import type { EnteredCase } from "./entered-case.ts";

export interface JustSaved {
  keep(c: Context, entered: EnteredCase, now: Date): void;
  /** The case that was saved by what came before on this connection, a moment ago; it is given once. */
  take(c: Context, now: Date): EnteredCase | null;
}

const lastsMilliseconds = 1000;

const connectionOf = (c: Context): object | undefined => (c.env as PageWire | undefined)?.connection;

export const justSaved = (): JustSaved => {
  const kept = new WeakMap<object, { readonly entered: EnteredCase; readonly savedAt: number }>();
  return {
    keep: (c, entered, now) => {
      const connection = connectionOf(c);
      if (connection !== undefined) kept.set(connection, { entered, savedAt: now.getTime() });
    },
    take: (c, now) => {
      const connection = connectionOf(c);
      const found = connection === undefined ? undefined : kept.get(connection);
      if (connection === undefined || found === undefined) return null;
      kept.delete(connection);
      return Math.abs(now.getTime() - found.savedAt) < lastsMilliseconds ? found.entered : null;
    },
  };
};
