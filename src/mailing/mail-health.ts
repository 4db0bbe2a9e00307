// Whether mail moves: what waits, since when, and when the clock last ticked.
import type { Kysely } from "kysely";
import { readWaitingMailRequests } from "../access/mail-request-store.ts";
import type { Database } from "../db/schema.ts";
import { lastTick } from "./clock-tick-store.ts";
import { readMovement } from "./mail-figures-data.ts";
import { readHome } from "./service-home-store.ts";

/** Something waits and nothing has moved for so long: an alarm. */
export const stalledAfterMinutes = 10;

export interface MailHealth {
  /** `idle`: nothing waits. `moving`: something waits, not for long. `stalled`: something has waited too long. */
  readonly kind: "idle" | "moving" | "stalled";
  /** Mails and requests that could be dealt with now. */
  readonly waiting: number;
  /** Minutes since anything moved, while something waits; 0 when nothing does. */
  readonly minutesStill: number;
  /** When the mail loop last ran; null if never. */
  readonly lastTick: Date | null;
  /** Where the database is at home, if it is not here: then nobody is mailed. */
  readonly homeElsewhere: string | null;
}

/** Reads only; in a database that has never sent anything, no home is recorded yet. */
export async function mailHealth(
  db: Kysely<Database>,
  { publicUrl, now }: { readonly publicUrl: string; readonly now: Date },
): Promise<MailHealth> {
  const mails = await readMovement(db, now);
  const requests = await readWaitingMailRequests(db);
  const home = await readHome(db);
  const waiting = mails.waiting + requests.waiting;
  const times = [
    ...(mails.oldestDue === null ? [] : [latest(mails.oldestDue, mails.lastClaim)]),
    ...(requests.oldest === null ? [] : [requests.oldest]),
  ].map((time) => time.getTime());
  const stillSince = times.length === 0 ? now.getTime() : Math.min(...times);
  const minutesStill = Math.max(0, Math.floor((now.getTime() - stillSince) / 60_000));
  return {
    kind: waiting === 0 ? "idle" : minutesStill >= stalledAfterMinutes ? "stalled" : "moving",
    waiting,
    minutesStill,
    lastTick: await lastTick(db),
    homeElsewhere: home === null || home === publicUrl ? null : home,
  };
}

function latest(one: Date, other: Date | null): Date {
  return other !== null && other > one ? other : one;
}
