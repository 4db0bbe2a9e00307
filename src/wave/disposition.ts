// The outcome of a case, worked out from its events: where it stands, and its AAPOR disposition code.
import type { IsoDate, SilentDisposition } from "../study/study.ts";
import type { CaseEvent } from "./case-event.ts";

/**
 * Where a case stands, for those who do the fieldwork.
 * - `not-asked`: nothing has been handed over to this person yet (or not since the address was corrected).
 * - `asked`: an invitation, reminder or letter is on its way or has arrived; no answer so far.
 * - `undeliverable`: the mail server refused the address.
 * - `started`: answers are saved, not sent. `submitted`: sent.
 * - `closed-complete`, `closed-partial`, `closed-break-off`: an unsent draft, as it counted at closing.
 * - `declined`, `not-me`, `left-before`, `left-after` (the reference date), `withdrawn`.
 * - `imported`: collected elsewhere.
 */
export type CaseStanding =
  | "not-asked"
  | "asked"
  | "undeliverable"
  | "started"
  | "submitted"
  | "closed-complete"
  | "closed-partial"
  | "closed-break-off"
  | "declined"
  | "not-me"
  | "left-before"
  | "left-after"
  | "withdrawn"
  | "imported";

/** How much of what applies was answered: over 80 % complete, 50 to 80 % partial, below that a break-off. */
export type Completion = "complete" | "partial" | "break-off";

/** Above this share of the routed items a response is complete. */
export const completeAbove = 0.8;
/** From this share on it is partial. */
export const partialFrom = 0.5;

/** What events of a case come to. */
export interface CaseOutcome {
  readonly standing: CaseStanding;
  /** How much was answered, where something was sent in. */
  readonly completion: Completion | null;
  /** The code that came with an imported case. */
  readonly importedCode: string | null;
}

const closings = {
  closed_complete: "closed-complete",
  closed_partial: "closed-partial",
  closed_break_off: "closed-break-off",
} as const;

const completions: Readonly<Partial<Record<CaseStanding, Completion>>> = {
  "closed-complete": "complete",
  "closed-partial": "partial",
  "closed-break-off": "break-off",
};

/**
 * Class of a share of routed items answered (a matrix row is an item, open text is not counted).
 *
 * @param answered items answered; "don't know" is an answer
 * @param routed items that applied; where none did, nothing is missing
 */
export function completionClass(answered: number, routed: number): Completion {
  const share = routed === 0 ? 1 : answered / routed;
  if (share > completeAbove) return "complete";
  return share >= partialFrom ? "partial" : "break-off";
}

/**
 * Where a case stands after its events.
 *
 * Withdrawal is for good. Somebody who left before the reference date was never eligible, whatever else
 * happened. A response that was sent in counts, also after an earlier "no", and is not undone by a later
 * "no, thank you". A corrected address takes back what the wrong recipient did, but not a "no".
 *
 * @param events in the order in which they were recorded. `left_office` carries the last day held in
 *   detail.on; without it the person counts as gone before the reference date, unless a response was sent in.
 *   `submitted` and `corrected` carry detail.completion; without it the response is complete
 * @param referenceDate holding the seat on this day makes a person eligible
 */
export function caseOutcome(events: readonly CaseEvent[], referenceDate: IsoDate): CaseOutcome {
  let reach: "not-asked" | "asked" | "undeliverable" = "not-asked";
  let isStarted = false;
  let submitted: Completion | null = null;
  let said: "declined" | "not-me" | null = null;
  let closing: (typeof closings)[keyof typeof closings] | null = null;
  let leaving: { readonly on: IsoDate | null } | null = null;
  let importedCode: string | null = null;
  for (const event of events) {
    switch (event.kind) {
      case "created":
        break;
      case "invitation_handed_over":
      case "reminder_handed_over":
      case "link_handed_over":
        reach = "asked";
        break;
      case "mail_refused":
        reach = "undeliverable";
        break;
      case "started":
        isStarted = true;
        break;
      case "submitted":
      case "corrected":
        submitted = completionIn(event);
        said = null;
        if (leaving?.on === null) leaving = null;
        break;
      case "declined":
        if (submitted === null) said = "declined";
        break;
      case "not_me":
        if (submitted === null && said === null) said = "not-me";
        break;
      case "left_office":
        leaving = { on: textIn(event, "on") };
        if (leaving.on === null && submitted !== null) leaving = null;
        break;
      case "decline_undone":
        said = null;
        leaving = null;
        break;
      case "withdrawn":
        return { standing: "withdrawn", completion: null, importedCode: null };
      case "address_corrected":
        reach = "not-asked";
        isStarted = false;
        if (said === "not-me") said = null;
        break;
      case "closed_complete":
      case "closed_partial":
      case "closed_break_off":
        closing = closings[event.kind];
        break;
      case "reopened":
        closing = null;
        break;
      case "imported":
        importedCode = textIn(event, "disposition");
        break;
    }
  }
  const standing = ((): CaseStanding => {
    if (leaving !== null && (leaving.on === null || leaving.on < referenceDate)) return "left-before";
    if (submitted !== null) return "submitted";
    if (importedCode !== null) return "imported";
    if (said !== null) return said;
    if (closing === "closed-complete" || closing === "closed-partial") return closing;
    if (leaving !== null) return "left-after";
    if (closing !== null) return closing;
    return isStarted ? "started" : reach;
  })();
  const completion = standing === "submitted" ? submitted : (completions[standing] ?? null);
  return { standing, completion, importedCode: standing === "imported" ? importedCode : null };
}

/**
 * The AAPOR disposition code of a case (Internet surveys of specifically named persons). While the wave is
 * open it is the code that the case would have if the wave were closed now.
 *
 * 1.1 complete, 1.2 partial, 2.11 refusal (also withdrawal), 2.12 break-off, 2.36 left after the reference
 * date without answering, 3.11 never asked, 3.3 undeliverable, 3.9 the address belongs to somebody else,
 * 4.1 left before the reference date; asked and silent is `silentDisposition`.
 *
 * Source: AAPOR, Standard Definitions, 10th ed. 2023.
 */
export function dispositionCode(outcome: CaseOutcome, silentDisposition: SilentDisposition): string {
  switch (outcome.standing) {
    case "submitted":
    case "closed-complete":
    case "closed-partial":
    case "closed-break-off":
      return { complete: "1.1", partial: "1.2", "break-off": "2.12" }[outcome.completion ?? "complete"];
    case "started":
      return "2.12";
    case "declined":
    case "withdrawn":
      return "2.11";
    case "left-after":
      return "2.36";
    case "left-before":
      return "4.1";
    case "not-me":
      return "3.9";
    case "undeliverable":
      return "3.3";
    case "not-asked":
      return "3.11";
    case "asked":
      return silentDisposition;
    case "imported":
      return outcome.importedCode ?? silentDisposition;
  }
}

/** The AAPOR disposition code that follows from a case's events; see `caseOutcome` and `dispositionCode`. */
export function dispositionOf(
  events: readonly CaseEvent[],
  rules: { readonly referenceDate: IsoDate; readonly silentDisposition: SilentDisposition },
): string {
  return dispositionCode(caseOutcome(events, rules.referenceDate), rules.silentDisposition);
}

function completionIn(event: CaseEvent): Completion {
  const text = textIn(event, "completion");
  return text === "partial" || text === "break-off" ? text : "complete";
}

function textIn(event: CaseEvent, name: string): string | null {
  const value = event.detail[name];
  return typeof value === "string" ? value : null;
}
