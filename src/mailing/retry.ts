// When a mail that was certainly not sent is tried again, and when that ends.
import type { HandOver } from "./mail-transport.ts";

/** After the first, second … attempt that failed because of the recipient's side; the last one repeats. */
const recipientWaitsMinutes = [5, 15, 60, 120, 240];
/** Trouble of our own or the mail server's: as soon as it may be over. */
const serviceWaitMinutes = 1;
/** A recipient that has put us off for so long has refused. */
export const giveUpAfterHours = 48;

const minutes = (count: number) => count * 60_000;

/**
 * What to do after `put_back`.
 *
 * @param attempt number of the attempt that failed, from 1
 * @param firstClaimedAt when the first attempt began
 */
export function afterPutBack(
  handOver: Extract<HandOver, { kind: "put_back" }>,
  { attempt, firstClaimedAt, now }: { attempt: number; firstClaimedAt: Date; now: Date },
): { readonly kind: "again"; readonly dueAt: Date } | { readonly kind: "give-up" } {
  if (handOver.trouble === "service") {
    return { kind: "again", dueAt: new Date(now.getTime() + minutes(serviceWaitMinutes)) };
  }
  if (now.getTime() - firstClaimedAt.getTime() >= minutes(giveUpAfterHours * 60)) return { kind: "give-up" };
  const wait = recipientWaitsMinutes[Math.min(attempt, recipientWaitsMinutes.length) - 1]!;
  return { kind: "again", dueAt: new Date(now.getTime() + minutes(wait)) };
}
