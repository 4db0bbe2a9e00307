// What can happen to a case. Events are only ever added; every status is worked out from them.

/**
 * - `created`: the case came into being. `invitation_handed_over`, `reminder_handed_over`,
 *   `link_handed_over`: a mail server (or the printer of letters) took it over. `mail_refused`: it did not.
 * - `started`: the first answer was saved. `submitted`: the answers were sent. `corrected`: sent again.
 * - `declined`: "no, thank you". `not_me`: the address belongs to somebody else. `left_office`: no longer
 *   holds the post; detail.on is the last day ("yyyy-mm-dd") where known. `decline_undone`: the person took back
 *   whichever of these three stood. `withdrawn`: the answers go.
 * - `address_corrected`: a lead put in another address.
 * - `closed_complete`, `closed_partial`, `closed_break_off`: what an unsent draft counted as at closing.
 *   `reopened`: the closing was undone; what closing decided no longer holds.
 * - `imported`: collected elsewhere; detail.disposition is the code.
 */
export const caseEventKinds = [
  "created",
  "invitation_handed_over",
  "reminder_handed_over",
  "link_handed_over",
  "mail_refused",
  "started",
  "submitted",
  "corrected",
  "declined",
  "not_me",
  "left_office",
  "decline_undone",
  "withdrawn",
  "address_corrected",
  "closed_complete",
  "closed_partial",
  "closed_break_off",
  "reopened",
  "imported",
] as const;
export type CaseEventKind = (typeof caseEventKinds)[number];

export interface CaseEvent {
  readonly kind: CaseEventKind;
  readonly at: Date;
  /** "respondent", "clock", or the staff id of a lead. Never a name or an address. */
  readonly actor: string;
  /** Facts without anything personal. */
  readonly detail: Readonly<Record<string, unknown>>;
}
