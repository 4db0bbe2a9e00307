import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CaseEvent, type CaseEventKind, caseEventKinds } from "../wave/case-event.ts";
import { invitedStatus } from "./invited-status.ts";

const at = new Date("2026-05-17T08:00:00Z");
const events = (...kinds: (CaseEventKind | [CaseEventKind, Record<string, unknown>])[]): CaseEvent[] =>
  kinds.map((kind) => {
    const [name, detail] = typeof kind === "string" ? [kind, {}] : kind;
    return { kind: name, at, actor: "clock", detail };
  });
const reachable = { hasEmail: true, isWaiting: false, isUncertain: false };

describe("what a lead sees about one person in a wave", () => {
  test("never tells whether somebody has answered: the status is the same with and without", () => {
    const quiet: CaseEventKind[] = [
      "started",
      "submitted",
      "corrected",
      "closed_complete",
      "closed_partial",
      "closed_break_off",
      "reopened",
    ];
    const mail = fc.record({ hasEmail: fc.boolean(), isWaiting: fc.boolean(), isUncertain: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...caseEventKinds)), mail, (kinds, known) => {
        const all = events("created", ...kinds);
        const without = all.filter(({ kind }) => !quiet.includes(kind));
        expect(invitedStatus(all, known)).toBe(invitedStatus(without, known));
      }),
    );
  });

  test("the last mail counts: refused, then handed over at the corrected address", () => {
    const refused = events("created", "invitation_handed_over", "mail_refused");
    expect(invitedStatus(refused, reachable)).toBe("refused");
    const corrected = [...refused, ...events("address_corrected")];
    expect(invitedStatus(corrected, { ...reachable, isWaiting: true })).toBe("waiting");
    expect(invitedStatus([...corrected, ...events("link_handed_over")], reachable)).toBe("invited");
  });

  test("“not me” falls away when the address is corrected, “no, thank you” does not", () => {
    expect(invitedStatus(events("created", "not_me"), reachable)).toBe("not_me");
    expect(invitedStatus(events("created", "not_me", "address_corrected"), reachable)).toBe("not-invited");
    expect(invitedStatus(events("created", "declined", "address_corrected"), reachable)).toBe("declined");
    expect(invitedStatus(events("created", "declined", "decline_undone"), reachable)).toBe("not-invited");
  });

  test("without an address a person is waiting for a letter until one has been printed", () => {
    const paper = { ...reachable, hasEmail: false };
    expect(invitedStatus(events("created"), paper)).toBe("no-email");
    expect(invitedStatus(events("created", ["invitation_handed_over", { channel: "letter" }]), paper)).toBe(
      "letter",
    );
  });

  test("a mail that may have gone out is said to be uncertain", () => {
    expect(invitedStatus(events("created"), { ...reachable, isUncertain: true })).toBe("uncertain");
  });
});
