// The people of a study as a list that can be searched: one line for everybody, with the seat held now.
import { comparableEmail } from "../panel/contact.ts";
import { isHeldOn, type MemberId, type Seat, type Tenure } from "../panel/member.ts";
import type { Panel, PanelPerson } from "../panel/panel-change.ts";
import type { IsoDate } from "../study/study.ts";

/** Which people are wanted. Empty texts want everybody. */
export interface PeopleSearch {
  readonly text: string;
  readonly role: string;
  readonly municipality: string;
  readonly choice: "now" | "all" | "no-email" | "shared-email" | "vacant";
}

/** A person with the seat held today, or else the next one, or the last one. */
export interface ListedPerson {
  readonly person: PanelPerson;
  readonly tenure: Tenure | null;
  readonly seat: Seat | null;
  readonly holdsSeatNow: boolean;
  readonly isEmailShared: boolean;
}

/**
 * Everybody, in order of municipality, role and name as `compare` orders them.
 *
 * @param today the day on which seats are held
 * @param nameOf what a municipality is called
 */
export function listPeople(
  panel: Panel,
  today: IsoDate,
  nameOf: (municipality: string) => string,
  compare: (a: string, b: string) => number,
): ListedPerson[] {
  const seats = new Map(panel.seats.map((seat) => [seat.seatId, seat]));
  const tenures = new Map<MemberId, Tenure[]>();
  for (const tenure of panel.tenures) {
    tenures.set(tenure.memberId, [...(tenures.get(tenure.memberId) ?? []), tenure]);
  }
  const addresses = new Map<string, number>();
  for (const { contact } of panel.people) {
    if (!contact?.email) continue;
    const address = comparableEmail(contact.email);
    addresses.set(address, (addresses.get(address) ?? 0) + 1);
  }
  const listed = panel.people.map((person): ListedPerson => {
    const held = tenures.get(person.memberId) ?? [];
    const current = held.find((tenure) => isHeldOn(tenure, today));
    const upcoming = held.find(({ heldFrom }) => heldFrom !== null && heldFrom > today);
    const tenure = current ?? upcoming ?? held.at(-1) ?? null;
    const email = person.contact?.email;
    return {
      person,
      tenure,
      seat: tenure === null ? null : (seats.get(tenure.seatId) ?? null),
      holdsSeatNow: current !== undefined,
      isEmailShared: email ? (addresses.get(comparableEmail(email)) ?? 0) > 1 : false,
    };
  });
  const place = ({ seat }: ListedPerson) => (seat === null ? "\uffff" : nameOf(seat.municipality));
  const name = ({ person }: ListedPerson) => person.contact?.name ?? "\uffff";
  return listed.sort(
    (a, b) =>
      compare(place(a), place(b)) ||
      compare(a.seat?.role ?? "", b.seat?.role ?? "") ||
      compare(name(a), name(b)),
  );
}

/** Those of the list that are wanted; letter case does not matter. */
export function searchPeople(
  listed: readonly ListedPerson[],
  search: PeopleSearch,
  nameOf: (municipality: string) => string,
): ListedPerson[] {
  const text = search.text.normalize("NFC").toLowerCase().trim();
  return listed.filter((one) => {
    const { contact } = one.person;
    const municipality = one.seat === null ? "" : nameOf(one.seat.municipality);
    const fits = [contact?.name ?? "", contact?.email ?? "", municipality].some((field) =>
      field.normalize("NFC").toLowerCase().includes(text),
    );
    if (!fits) return false;
    if (search.role !== "" && one.seat?.role !== search.role) return false;
    if (search.municipality !== "" && one.seat?.municipality !== search.municipality) return false;
    if (search.choice === "all") return true;
    if (search.choice === "no-email" && (contact === null || contact.email !== null)) return false;
    if (search.choice === "shared-email" && !one.isEmailShared) return false;
    return one.holdsSeatNow;
  });
}

/** Seats that nobody holds today, in the order of the panel. */
export function vacantSeats(panel: Panel, today: IsoDate): Seat[] {
  const held = new Set(panel.tenures.filter((tenure) => isHeldOn(tenure, today)).map(({ seatId }) => seatId));
  return panel.seats.filter(({ seatId }) => !held.has(seatId));
}
