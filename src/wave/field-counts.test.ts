// Fieldwork counts.
import { expect, test } from "vitest";
import type { CaseStanding } from "./disposition.ts";
import { fieldCounts, fieldSummary } from "./field-counts.ts";

const one = (standing: CaseStanding, role = "politician", municipality = "0482") => ({
  role,
  municipality,
  standing,
});

test("every case is in one column, whatever it stands at", () => {
  const standings: CaseStanding[] = [
    "not-asked",
    "asked",
    "undeliverable",
    "started",
    "submitted",
    "closed-complete",
    "closed-partial",
    "closed-break-off",
    "declined",
    "not-me",
    "left-before",
    "left-after",
    "withdrawn",
    "imported",
  ];
  expect(fieldCounts(standings.map((standing) => one(standing)))).toEqual({
    cases: 14,
    notAsked: 1,
    waiting: 1,
    undeliverable: 1,
    started: 2,
    answered: 3,
    declined: 1,
    notMe: 1,
    left: 2,
    withdrawn: 1,
    imported: 1,
  });
});

test("counts by role, by municipality and by both", () => {
  const summary = fieldSummary([
    one("submitted"),
    one("asked", "official"),
    one("submitted", "official", "2505"),
    one("declined", "official", "2505"),
  ]);
  expect(summary.overall).toMatchObject({ cases: 4, answered: 2, waiting: 1, declined: 1 });
  expect(summary.byRole.get("official")).toMatchObject({ cases: 3, answered: 1, waiting: 1, declined: 1 });
  expect(summary.byMunicipality.get("2505")).toMatchObject({ cases: 2, answered: 1, declined: 1 });
  expect(summary.cells.get("0482")?.get("politician")).toMatchObject({ cases: 1, answered: 1 });
  expect(summary.cells.get("2505")?.get("politician")).toBeUndefined();
});
