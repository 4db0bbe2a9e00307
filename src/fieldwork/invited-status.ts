// What a lead may see about one person in a wave: what became of the mail and what the person said, never
// whether there is an answer.
import type { CaseEvent, CaseEventKind } from "../wave/case-event.ts";

/**
 * - `no-email`: gets a letter. `letter`: one has been printed. `not-invited`: no mail yet.
 * - `waiting`: a mail is in line. `invited`: handed over. `refused`: the last mail was.
 * - `uncertain`: the last mail may or may not have been sent.
 * - `declined`, `left`, `not_me`, `withdrawn`: what the person said, or somebody noted.
 */
export type InvitedStatus =
  | "no-email"
  | "letter"
  | "not-invited"
  | "waiting"
  | "invited"
  | "refused"
  | "uncertain"
  | "declined"
  | "left"
  | "not_me"
  | "withdrawn";

/** What is known about the mail to one case, beside its events. */
export interface MailOfCase {
  readonly hasEmail: boolean;
  readonly isWaiting: boolean;
  readonly isUncertain: boolean;
}

const handedOver: ReadonlySet<CaseEventKind> = new Set([
  "invitation_handed_over",
  "reminder_handed_over",
  "link_handed_over",
]);

/** True for a hand-over on paper; mails say nothing about their channel. */
export function isLetter(event: CaseEvent): boolean {
  return handedOver.has(event.kind) && event.detail.channel === "letter";
}

/**
 * The status of one case. What a person said comes first, then mail on its way, then what became of the last
 * mail. A corrected address forgets "not me" and what became of mail to the old one. Starting, answering and
 * closing change nothing: the status is the same before and after.
 *
 * @param events the case's events, oldest first
 */
export function invitedStatus(events: readonly CaseEvent[], mail: MailOfCase): InvitedStatus {
  let said: InvitedStatus | null = null;
  let last: "handed-over" | "letter" | "refused" | null = null;
  for (const event of events) {
    if (event.kind === "withdrawn") return "withdrawn";
    if (event.kind === "declined") said = "declined";
    else if (event.kind === "left_office") said = "left";
    else if (event.kind === "not_me") said = "not_me";
    else if (event.kind === "decline_undone") said = null;
    else if (event.kind === "address_corrected") {
      if (said === "not_me") said = null;
      last = null;
    } else if (event.kind === "mail_refused") last = "refused";
    else if (handedOver.has(event.kind)) last = isLetter(event) ? "letter" : "handed-over";
  }
  if (said !== null) return said;
  if (mail.isUncertain) return "uncertain";
  if (mail.isWaiting) return "waiting";
  if (last === "refused") return "refused";
  if (last === "letter") return "letter";
  if (last === "handed-over") return "invited";
  return mail.hasEmail ? "not-invited" : "no-email";
}
