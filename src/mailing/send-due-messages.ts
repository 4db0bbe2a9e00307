// One turn of the mail loop: whatever waits is handed over, as far as it may be.
import { forgetOldAttempts } from "../access/attempt.ts";
import { base64Url } from "../access/base64-url.ts";
import { forgetOldSignIns } from "../access/staff-sign-in.ts";
import { answerMailRequests, forgetOldMailRequests } from "./answer-mail-requests.ts";
import { noteTick } from "./clock-tick-store.ts";
import { type HandOverCounts, handOverMessages } from "./hand-over-messages.ts";
import type { MailingDeps } from "./mailing-deps.ts";
import { countDue } from "./outbox-store.ts";
import { checkHome, type HomeCheck } from "./service-home.ts";

/** Claims at once: a hundredth of what waits, so that a process that dies leaves few mails uncertain. */
const claimShare = 100;
const mostClaimsAtOnce = 50;

/**
 * - `no-transport`: no way of sending is set up. `not-ready`: the mail server does not let us in.
 * - `elsewhere`: this database is at home at another address; nobody is mailed from here.
 * - `ran`: `moreWaits` if the run ended before the line did.
 */
export type MailRun =
  | Extract<HomeCheck, { kind: "elsewhere" }>
  | { readonly kind: "no-transport" }
  | { readonly kind: "not-ready"; readonly detail: string }
  | ({
      readonly kind: "ran";
      readonly requests: number;
      readonly moreWaits: boolean;
    } & Readonly<HandOverCounts>);

/**
 * Any number of processes may do this at once. Every message is claimed before it is handed over, and a claim
 * is never taken twice; what may or may not have been sent stays so, for a person to decide.
 *
 * @param limit messages at most; what is left waits for the next turn
 */
export async function sendDueMessages(
  deps: MailingDeps,
  { limit, signal }: { readonly limit: number; readonly signal?: AbortSignal },
): Promise<MailRun> {
  const now = deps.now();
  await noteTick(deps.db, now);
  await forgetWhatIsOver(deps, now);
  const home = await checkHome(deps.db, deps.publicUrl, now);
  if (home.kind === "elsewhere") return home;
  const { mail } = deps;
  if (mail === null) return { kind: "no-transport" };
  const ready = await mail.ready();
  if (ready.kind === "not-ready") {
    deps.log({ level: "warning", event: "mail-not-ready", at: now, detail: { reason: ready.detail } });
    return ready;
  }
  const requests = await answerMailRequests({ ...deps, mail });
  const due = await countDue(deps.db, deps.now(), claimShare * mostClaimsAtOnce);
  const { stoppedBy, ...counts } = await handOverMessages(
    { ...deps, mail },
    {
      claimant: base64Url(deps.randomBytes(9)),
      most: limit,
      claimAtOnce: Math.max(1, Math.floor(due / claimShare)),
      ...(signal === undefined ? {} : { signal }),
    },
  );
  const moreWaits = (await countDue(deps.db, deps.now(), 1)) > 0;
  const happened = Object.values(counts).some((count) => count > 0);
  if (happened || stoppedBy !== null) {
    deps.log({
      level: stoppedBy === null ? "info" : "warning",
      event: stoppedBy === null ? "mail-run" : "mail-run-stopped",
      at: deps.now(),
      detail: { ...counts, ...(stoppedBy === null ? {} : { reason: stoppedBy.detail }) },
    });
  }
  return { kind: "ran", ...counts, requests, moreWaits };
}

async function forgetWhatIsOver(deps: MailingDeps, now: Date): Promise<void> {
  await forgetOldMailRequests(deps.db, now);
  await forgetOldAttempts(deps.db, now);
  await forgetOldSignIns(deps.db, now);
}
