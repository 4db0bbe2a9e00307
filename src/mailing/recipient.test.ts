// Who gets which mail, and who must never be reminded.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CaseEventKind, caseEventKinds } from "../wave/case-event.ts";
import { leftOutOfPlan, mailStanding, notDueNow } from "./recipient.ts";

const events = (...kinds: CaseEventKind[]) => kinds.map((kind) => ({ kind }));
const candidate = (...kinds: CaseEventKind[]) => ({
  hasEmail: true,
  isUnderWay: false,
  isUncertain: false,
  events: events("created", ...kinds),
});
const invited = "invitation_handed_over" as const;
const sending = { hasEmail: true, isWaveOpen: true, isAskedForByRecipient: false };

describe("an invitation", () => {
  test.each([
    ["goes to whoever has none yet", candidate(), null],
    ["goes once", candidate(invited), "already-invited"],
    ["goes to nobody who has begun by another way", candidate("started"), "already-invited"],
    ["needs an address", { ...candidate(), hasEmail: false }, "no-email"],
    ["is not put in line twice", { ...candidate(), isUnderWay: true }, "already-queued"],
    ["is not repeated if it may have been sent", { ...candidate(), isUncertain: true }, "uncertain"],
    ["does not go to a refused address", candidate("mail_refused"), "refused"],
    ["goes to a corrected one", candidate("mail_refused", "address_corrected"), null],
    ["goes to the new address of a wrong one", candidate(invited, "not_me", "address_corrected"), null],
  ])("%s", (_, who, reason) => expect(leftOutOfPlan("invitation", who)).toBe(reason));
});

describe("a reminder", () => {
  test.each([
    ["goes to whoever was invited and is silent", candidate(invited), null],
    ["goes to whoever has begun and not sent", candidate(invited, "started"), null],
    ["goes to whoever may have got the invitation", { ...candidate(), isUncertain: true }, null],
    ["does not take the place of an invitation", candidate(), "not-invited-yet"],
    ["goes to whoever took back a no", candidate(invited, "declined", "decline_undone"), null],
    ["L2 not after an answer", candidate(invited, "started", "submitted"), "answered"],
    ["L2 not after a correction", candidate(invited, "submitted", "corrected"), "answered"],
    ["L2 not after an answer on paper", candidate(invited, "imported"), "answered"],
    ["L2 not after a no", candidate(invited, "declined"), "declined"],
    ["L2 not after a withdrawal", candidate(invited, "submitted", "withdrawn"), "withdrawn"],
    ["L2 not to the wrong person", candidate(invited, "not_me"), "not-me"],
    ["L2 not to whoever has left", candidate(invited, "left_office"), "left-office"],
    ["L2 not after a refused mail", candidate(invited, "mail_refused"), "refused"],
    ["L2 not after a refused mail, though a letter came", candidate("mail_refused", "started"), "refused"],
  ])("%s", (_, who, reason) => expect(leftOutOfPlan("reminder", who)).toBe(reason));

  test("L2 whatever else happens, an answer or a withdrawal ends reminders for good", () => {
    const kinds = fc.constantFrom(...caseEventKinds);
    const ends = fc.constantFrom<CaseEventKind>("submitted", "corrected", "withdrawn");
    fc.assert(
      fc.property(fc.array(kinds), ends, fc.array(kinds), (before, end, after) => {
        const happened = events(...before, end, ...after);
        expect(mailStanding(happened).stop).not.toBeNull();
        expect(notDueNow("reminder", { ...sending, events: happened })).not.toBeNull();
      }),
    );
  });

  test("L2 a no, a wrong address or a refused mail stand until exactly that is undone", () => {
    const undoes: Partial<Record<CaseEventKind, CaseEventKind[]>> = {
      declined: ["decline_undone"],
      left_office: ["decline_undone"],
      not_me: ["decline_undone", "address_corrected"],
      mail_refused: ["address_corrected"],
    };
    for (const [stop, undone] of Object.entries(undoes) as [CaseEventKind, CaseEventKind[]][]) {
      for (const next of caseEventKinds) {
        const due = notDueNow("reminder", { ...sending, events: events(invited, stop, next) }) === null;
        expect([stop, next, due]).toEqual([stop, next, undone.includes(next)]);
      }
    }
  });
});

describe("a link sent again by the lead", () => {
  test.each([
    ["goes to whoever is silent", candidate(invited), null],
    ["goes to whoever has answered, as to anybody", candidate(invited, "submitted"), null],
    ["L2 not after a withdrawal", candidate(invited, "withdrawn"), "withdrawn"],
    ["L2 not after a no", candidate(invited, "declined"), "declined"],
    ["L2 not to a refused address", candidate("mail_refused"), "refused"],
    ["goes where the invitation may not have arrived", { ...candidate(), isUncertain: true }, null],
  ])("%s", (_, who, reason) => expect(leftOutOfPlan("link", who)).toBe(reason));
});

describe("at the moment of sending", () => {
  test("L2 what has happened since the plan counts", () => {
    expect(notDueNow("reminder", { ...sending, events: events(invited) })).toBeNull();
    expect(notDueNow("reminder", { ...sending, events: events(invited, "submitted") })).toBe("answered");
    expect(notDueNow("invitation", { ...sending, events: events("declined") })).toBe("declined");
    expect(notDueNow("reminder", { ...sending, hasEmail: false, events: events(invited) })).toBe("no-email");
    expect(notDueNow("reminder", { ...sending, isWaveOpen: false, events: events(invited) })).toBe(
      "wave-not-open",
    );
  });

  test("L1 an invitation in line goes out, though the person asked for a link or got a letter meanwhile", () => {
    expect(notDueNow("invitation", { ...sending, events: events("link_handed_over") })).toBeNull();
  });

  test("a link that the person asked for goes out also after an answer or a no, not where it is not theirs", () => {
    const asked = { ...sending, isAskedForByRecipient: true };
    for (const kind of ["submitted", "declined", "left_office", "mail_refused"] as const) {
      expect(notDueNow("link", { ...asked, events: events(invited, kind) })).toBeNull();
    }
    expect(notDueNow("link", { ...asked, events: events(invited, "withdrawn") })).toBe("withdrawn");
    expect(notDueNow("link", { ...asked, events: events(invited, "not_me") })).toBe("not-me");
  });
});
