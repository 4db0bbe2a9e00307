// What importing a list would do to a panel that a test makes up: the list by its lines, the panel by its people.

import { type ImportOptions, planImport } from "../../src/panel/import/import-plan.ts";
import type { ImportChoices } from "../../src/panel/import/match-members.ts";
import { readPanelFile } from "../../src/panel/import/read-panel-file.ts";
import type { MemberId, SeatId, TenureId } from "../../src/panel/member.ts";
import type { Panel } from "../../src/panel/panel-change.ts";
import { aStudy, politician } from "./a-study.ts";

export const study = aStudy();
export const asOf = "2027-09-01";
export const minter = () => {
  let count = 0;
  return (prefix: string) => {
    count += 1;
    return `${prefix}-new-${count}`;
  };
};
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly role?: typeof politician;
  readonly municipality?: string;
  readonly from?: string | null;
  readonly to?: string | null;
}
/** A panel in which everybody has had one seat. */
export function panelOf(...known: Known[]): Panel {
  return {
    people: known.map(({ id, name, email = null }) => ({
      memberId: id as MemberId,
      contact: { name, email, phone: null },
      language: "sv",
    })),
    seats: known.map(({ id, role = politician, municipality = "0482" }) => ({
      seatId: `seat-${id}` as SeatId,
      role,
      municipality,
    })),
    tenures: known.map(({ id, from = null, to = null }) => ({
      tenureId: `tenure-${id}` as TenureId,
      seatId: `seat-${id}` as SeatId,
      memberId: id as MemberId,
      heldFrom: from,
      heldTo: to,
    })),
  };
}
export const heading = "id;namn;e-post;roll;kommun;från;till;telefon";
export async function plan(
  panel: Panel,
  lines: string[],
  choices: ImportChoices = {},
  options: ImportOptions = { asOf, absent: "keep" },
) {
  const bytes = new TextEncoder().encode([heading, ...lines].join("\n"));
  const file = await readPanelFile({ name: "people.csv", bytes }, study, asOf);
  if (file.kind === "refused") throw new Error(JSON.stringify(file.problems));
  return planImport(file, panel, study, options, choices, minter());
}
export const anna: Known = { id: "7", name: "Anna Ek", email: "anna@example.org" };
export const bo: Known = { id: "8", name: "Bo Ek", email: "bo@example.org" };
