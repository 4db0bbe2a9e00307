// Whether a case gets a mail: judged when a send is planned, and again at the moment of sending.
import type { CaseEvent } from "../wave/case-event.ts";
import type { LeftOutReason, SendKind } from "./send-plan.ts";

/** What a case's events say about mail to it. */
export interface MailStanding {
  /** Why no reminder may go there; null if one may. */
  readonly stop: Extract<
    LeftOutReason,
    "answered" | "declined" | "withdrawn" | "not-me" | "left-office" | "refused"
  > | null;
  /** A mail or letter was handed over to the present address, or an answer was begun. */
  readonly isAsked: boolean;
}

/** What became of earlier mails to a case within its wave. */
export interface EarlierMail {
  /** One waits in line, or is being handed over this moment. */
  readonly isUnderWay: boolean;
  /** One may or may not have been sent. */
  readonly isUncertain: boolean;
}

const saidKinds = { declined: "declined", not_me: "not-me", left_office: "left-office" } as const;

/**
 * On the safe side wherever two events could be read two ways: who ever answered is never reminded, and a
 * refused address stays refused until it is corrected.
 *
 * @param events in the order in which they were recorded
 */
export function mailStanding(events: readonly Pick<CaseEvent, "kind">[]): MailStanding {
  let said: (typeof saidKinds)[keyof typeof saidKinds] | null = null;
  let isAnswered = false;
  let isWithdrawn = false;
  let isRefused = false;
  let isAsked = false;
  for (const { kind } of events) {
    switch (kind) {
      case "submitted":
      case "corrected":
      case "imported":
        isAnswered = true;
        break;
      case "declined":
      case "not_me":
      case "left_office":
        said = saidKinds[kind];
        break;
      case "decline_undone":
        said = null;
        break;
      case "withdrawn":
        isWithdrawn = true;
        break;
      case "mail_refused":
        isRefused = true;
        break;
      case "address_corrected":
        isRefused = false;
        isAsked = false;
        if (said === "not-me") said = null;
        break;
      case "invitation_handed_over":
      case "reminder_handed_over":
      case "link_handed_over":
      case "started":
        isAsked = true;
        break;
      default:
        break;
    }
  }
  if (isWithdrawn) return { stop: "withdrawn", isAsked };
  if (said !== null) return { stop: said, isAsked };
  if (isAnswered) return { stop: "answered", isAsked };
  return { stop: isRefused ? "refused" : null, isAsked };
}

/** Why a case is left out of a send that is being planned; null if it gets the mail. */
export function leftOutOfPlan(
  sendKind: SendKind,
  candidate: {
    readonly hasEmail: boolean;
    readonly events: readonly Pick<CaseEvent, "kind">[];
  } & EarlierMail,
): LeftOutReason | null {
  const standing = mailStanding(candidate.events);
  const stop = stopFor(sendKind, standing);
  if (stop !== null) return stop;
  if (!candidate.hasEmail) return "no-email";
  if (candidate.isUnderWay) return "already-queued";
  if (sendKind === "invitation" && standing.isAsked) return "already-invited";
  if (sendKind === "invitation" && candidate.isUncertain) return "uncertain";
  if (sendKind === "reminder" && !standing.isAsked && !candidate.isUncertain) return "not-invited-yet";
  return null;
}

/** Why a message in line is not due any more; null if it is to be handed over now. */
export function notDueNow(
  sendKind: SendKind,
  candidate: {
    readonly hasEmail: boolean;
    readonly isWaveOpen: boolean;
    readonly events: readonly Pick<CaseEvent, "kind">[];
    /** The person asked for it, on the page for lost links. */
    readonly isAskedForByRecipient: boolean;
  },
): LeftOutReason | null {
  if (!candidate.isWaveOpen) return "wave-not-open";
  if (!candidate.hasEmail) return "no-email";
  const standing = mailStanding(candidate.events);
  if (candidate.isAskedForByRecipient) {
    return standing.stop === "withdrawn" || standing.stop === "not-me" ? standing.stop : null;
  }
  return stopFor(sendKind, standing);
}

/**
 * A link may be sent again to somebody who has answered, to look at or withdraw the answers; whether there is
 * an answer, the lead does not learn from it.
 */
function stopFor(sendKind: SendKind, { stop }: MailStanding): LeftOutReason | null {
  return sendKind === "link" && stop === "answered" ? null : stop;
}
