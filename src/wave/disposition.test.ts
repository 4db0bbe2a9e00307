// What a list of events comes to: where the case stands and which AAPOR code it gets.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CaseEvent, type CaseEventKind, caseEventKinds } from "./case-event.ts";
import { caseOutcome, completionClass, dispositionOf } from "./disposition.ts";

const referenceDate = "2026-09-01";
const at = new Date("2026-09-10T08:00:00Z");
type Told = CaseEventKind | [CaseEventKind, Record<string, unknown>];
const events = (...told: Told[]): CaseEvent[] =>
  told.map((one) => {
    const [kind, detail] = typeof one === "string" ? [one, {}] : one;
    return { kind, at, actor: "respondent", detail };
  });
const codeOf = (told: Told[], silentDisposition: "2.2" | "3.19" = "2.2") =>
  dispositionOf(events(...told), { referenceDate, silentDisposition });
const invited: Told[] = ["created", "invitation_handed_over"];
const left = (on: string): Told => ["left_office", { on }];

describe("L8 the code follows from the events", () => {
  const cases: [string, Told[], string][] = [
    ["never asked", ["created"], "3.11"],
    ["asked and silent", invited, "2.2"],
    ["asked, reminded and silent", [...invited, "reminder_handed_over"], "2.2"],
    ["begun and not sent in", [...invited, "started"], "2.12"],
    ["sent in", [...invited, "started", "submitted"], "1.1"],
    ["sent in and corrected", [...invited, "started", "submitted", "corrected"], "1.1"],
    ["sent in, half of it", [...invited, "started", ["submitted", { completion: "partial" }]], "1.2"],
    ["sent in, next to nothing", [...invited, "started", ["submitted", { completion: "break-off" }]], "2.12"],
    [
      "sent in, half of it, then completed",
      [
        ...invited,
        "started",
        ["submitted", { completion: "partial" }],
        ["corrected", { completion: "complete" }],
      ],
      "1.1",
    ],
    ["declined", [...invited, "declined"], "2.11"],
    ["begun, then declined", [...invited, "started", "declined"], "2.11"],
    ["declined, then sent in after all", [...invited, "declined", "started", "submitted"], "1.1"],
    ["declined, begun again, not sent in", [...invited, "declined", "started"], "2.11"],
    ["declined, and taken back", [...invited, "declined", "decline_undone"], "2.2"],
    ["declined, taken back by answering", [...invited, "declined", "started", "decline_undone"], "2.12"],
    ["not me, and taken back", [...invited, "not_me", "decline_undone"], "2.2"],
    ["left the post, and taken back", [...invited, "left_office", "decline_undone"], "2.2"],
    ["taken back, and declined again", [...invited, "declined", "decline_undone", "declined"], "2.11"],
    ["sent in, no further mails please", [...invited, "started", "submitted", "declined"], "1.1"],
    ["withdrawn after sending in", [...invited, "started", "submitted", "withdrawn"], "2.11"],
    ["withdrawn, and sent in from another tab", [...invited, "submitted", "withdrawn", "submitted"], "2.11"],
    ["draft nearly whole at closing", [...invited, "started", "closed_complete"], "1.1"],
    ["draft half done at closing", [...invited, "started", "closed_partial"], "1.2"],
    ["draft hardly begun at closing", [...invited, "started", "closed_break_off"], "2.12"],
    ["closed by mistake, reopened", [...invited, "started", "closed_partial", "reopened"], "2.12"],
    [
      "reopened, sent in, closed again",
      [...invited, "started", "closed_partial", "reopened", "submitted"],
      "1.1",
    ],
    [
      "reopened and closed again",
      [...invited, "started", "closed_break_off", "reopened", "closed_partial"],
      "1.2",
    ],
    ["declined with a draft at closing", [...invited, "started", "declined", "closed_partial"], "2.11"],
    ["refused by the mail server", ["created", "mail_refused"], "3.3"],
    ["handed over, came back later", [...invited, "mail_refused"], "3.3"],
    [
      "came back, sent again to the right address",
      [...invited, "mail_refused", "address_corrected", "link_handed_over"],
      "2.2",
    ],
    ["address corrected, nothing sent since", [...invited, "mail_refused", "address_corrected"], "3.11"],
    ["a reminder came back after the answer", [...invited, "started", "submitted", "mail_refused"], "1.1"],
    ["the wrong person", [...invited, "not_me"], "3.9"],
    [
      "the wrong person, then the right one",
      [...invited, "not_me", "address_corrected", "link_handed_over"],
      "2.2",
    ],
    [
      "the wrong person began; the right one is silent",
      [...invited, "started", "not_me", "address_corrected", "link_handed_over"],
      "2.2",
    ],
    ["not me, pressed by mistake, then sent in", [...invited, "not_me", "started", "submitted"], "1.1"],
    ["a no stands when the address is corrected", [...invited, "declined", "address_corrected"], "2.11"],
    ["left before the reference date", [...invited, left("2026-08-31")], "4.1"],
    ["left on the reference date: held it that day", [...invited, left("2026-09-01")], "2.36"],
    ["left after the reference date", [...invited, left("2026-09-15")], "2.36"],
    ["left, day unknown", [...invited, "left_office"], "4.1"],
    ["left, day unknown, yet sent in afterwards", [...invited, "left_office", "submitted"], "1.1"],
    ["sent in, then left, day unknown", [...invited, "submitted", "left_office"], "1.1"],
    ["sent in, and had left before the reference date", [...invited, "submitted", left("2026-06-30")], "4.1"],
    ["sent in, then left", [...invited, "submitted", left("2026-10-01")], "1.1"],
    ["the day of leaving was put right", [...invited, left("2026-06-30"), left("2026-09-30")], "2.36"],
    [
      "left after the reference date, draft half done",
      [...invited, "started", left("2026-09-15"), "closed_partial"],
      "1.2",
    ],
    ["collected elsewhere", ["created", ["imported", { disposition: "2.31" }]], "2.31"],
    [
      "collected elsewhere, withdrawn since",
      ["created", ["imported", { disposition: "1.1" }], "withdrawn"],
      "2.11",
    ],
  ];
  test.each(cases)("%s", (_name, told, code) => {
    expect(codeOf(told)).toBe(code);
  });

  test("silence is of unknown eligibility where the study says so, and only silence", () => {
    expect(codeOf(invited, "3.19")).toBe("3.19");
    expect(codeOf([...invited, "started"], "3.19")).toBe("2.12");
    expect(codeOf(["created"], "3.19")).toBe("3.11");
  });
});

describe("whatever the events", () => {
  const anyEvents = fc.array(
    fc.record({
      kind: fc.constantFrom(...caseEventKinds),
      at: fc.constant(at),
      actor: fc.constant("respondent"),
      detail: fc.oneof(
        fc.constant({}),
        fc.record({ on: fc.constantFrom("2026-08-31", "2026-09-01", "2026-10-01") }),
        fc.record({ completion: fc.constantFrom("complete", "partial", "break-off", 7) }),
      ),
    }),
    { maxLength: 12 },
  );
  const rules = { referenceDate, silentDisposition: "2.2" as const };

  test("there is one of the known codes", () => {
    const known = ["1.1", "1.2", "2.11", "2.12", "2.2", "2.36", "3.11", "3.3", "3.9", "4.1"];
    fc.assert(
      fc.property(anyEvents, (list) => {
        expect(known).toContain(dispositionOf(list, rules));
      }),
    );
  });

  test("withdrawal is for good", () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, (before, after) => {
        const [withdrawn] = events("withdrawn");
        expect(caseOutcome([...before, withdrawn!, ...after], referenceDate).standing).toBe("withdrawn");
      }),
    );
  });

  test("an event that was recorded twice in a row changes nothing", () => {
    fc.assert(
      fc.property(anyEvents, (list) => {
        const twice = list.flatMap((event) => [event, event]);
        expect(dispositionOf(twice, rules)).toBe(dispositionOf(list, rules));
      }),
    );
  });

  test("sending in makes a respondent of everybody who was eligible and has not withdrawn", () => {
    fc.assert(
      fc.property(anyEvents, (list) => {
        const before = caseOutcome(list, referenceDate).standing;
        const hasDated = list.some(({ kind, detail }) => kind === "left_office" && "on" in detail);
        fc.pre(before !== "withdrawn" && !hasDated);
        const code = dispositionOf([...list, ...events("submitted")], rules);
        expect(code).toBe("1.1");
      }),
    );
  });
});

describe("how much was answered", () => {
  test.each([
    [10, 10, "complete"],
    [81, 100, "complete"],
    [8, 10, "partial"],
    [5, 10, "partial"],
    [49, 100, "break-off"],
    [0, 10, "break-off"],
    [0, 0, "complete"],
  ] as const)("%i of %i is %s", (answered, routed, completion) => {
    expect(completionClass(answered, routed)).toBe(completion);
  });
});
