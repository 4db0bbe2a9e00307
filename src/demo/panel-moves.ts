// What happens to the demo's panel in the year between the waves: people leave, follow each other, change seats.
import type { CoreMember, CoreRole } from "./core-case.ts";
import { drawWhole } from "./seeded-random.ts";
import { type SyntheticPerson, syntheticNames, syntheticPerson } from "./synthetic-panel.ts";

/** A seat: a role in a municipality. */
export interface CoreSeat {
  readonly role: CoreRole;
  readonly municipality: string;
  readonly municipalityName: string;
}

/** One thing that happened; all days are `yyyy-mm-dd` and belong to the time in the seat. */
export type PanelMove =
  | { readonly kind: "leaves"; readonly memberId: string; readonly seat: CoreSeat; readonly lastDay: string }
  /** A new person takes a seat that `follows` has left. */
  | { readonly kind: "joins"; readonly person: SyntheticPerson; readonly follows: string }
  /** A member leaves one seat for another, which `follows` has left. */
  | {
      readonly kind: "changes-seat";
      readonly memberId: string;
      readonly from: CoreSeat;
      readonly lastDay: string;
      readonly to: CoreSeat;
      readonly firstDay: string;
      readonly follows: string;
    };

const turns = [
  ["2025-12-31", "2026-01-01"],
  ["2026-02-28", "2026-03-01"],
  ["2026-04-30", "2026-05-01"],
  ["2026-06-30", "2026-07-01"],
  ["2026-08-31", "2026-09-01"],
] as const;

const followedLeavers: Readonly<Record<CoreRole, number>> = { politician: 3, official: 3, local_group: 2 };

/**
 * The moves between the two waves: a volunteer becomes politician in the same municipality, a politician
 * takes up a local group's seat, an official goes to another municipality; each into a seat that somebody left,
 * and a new person into the seat left behind. Eight more leave and are followed by new people; one volunteer
 * leaves and nobody follows. So 12 leave, 11 join, 3 change seats, and one seat stays empty.
 *
 * @param panel the people before the first wave, at least two of each role in every municipality
 */
export function panelMovesBeforeWave2(panel: readonly SyntheticPerson[], seed: number): readonly PanelMove[] {
  const moved = new Set<string>();
  const pick = (purpose: string, isFit: (person: SyntheticPerson) => boolean): SyntheticPerson => {
    const fit = panel.filter((person) => !moved.has(person.memberId) && isFit(person));
    const drawn = (person: SyntheticPerson) => drawWhole(seed, "move", purpose, person.memberId);
    const picked = fit.sort((a, b) => drawn(a) - drawn(b))[0];
    if (!picked) throw new RangeError(`nobody in the panel can be the one who ${purpose}`);
    moved.add(picked.memberId);
    return picked;
  };
  const names = syntheticNames(seed, panel.length + 11).slice(panel.length);
  const moves: PanelMove[] = [];
  let joined = 0;
  const turn = (part: 0 | 1) => turns[(moves.length + joined) % turns.length]![part];
  const leaves = (person: SyntheticPerson, lastDay: string) =>
    moves.push({ kind: "leaves", memberId: person.memberId, seat: seatOf(person), lastDay });
  const follow = (person: SyntheticPerson, firstDay: string) => {
    joined += 1;
    const newcomer = syntheticPerson(
      seed,
      panel.length + joined,
      names[joined - 1]!,
      seatOf(person),
      firstDay,
    );
    moves.push({ kind: "joins", person: newcomer, follows: person.memberId });
  };

  for (const [from, to] of [
    ["local_group", "politician"],
    ["politician", "local_group"],
    ["official", "official"],
  ] as const) {
    const mover = pick(`goes from ${from} to ${to}`, ({ role }) => role === from);
    const isSeat = (person: SyntheticPerson) =>
      person.role === to && (person.municipality === mover.municipality) === (from !== to);
    const leaver = pick(`makes room for ${mover.memberId}`, isSeat);
    const [lastDay, firstDay] = [turn(0), turn(1)];
    leaves(leaver, lastDay);
    moves.push({
      kind: "changes-seat",
      memberId: mover.memberId,
      from: seatOf(mover),
      lastDay,
      to: seatOf(leaver),
      firstDay,
      follows: leaver.memberId,
    });
    follow(mover, firstDay);
  }
  for (const [role, count] of Object.entries(followedLeavers)) {
    for (let number = 1; number <= count; number += 1) {
      const leaver = pick(`leaves ${role} ${number}`, (person) => person.role === role);
      const [lastDay, firstDay] = [turn(0), turn(1)];
      leaves(leaver, lastDay);
      follow(leaver, firstDay);
    }
  }
  leaves(
    pick("leaves an empty seat", ({ role }) => role === "local_group"),
    turn(0),
  );
  return moves;
}

/** Everybody who holds a seat after the moves, with the seat held then, in order of id. */
export function panelAfter(
  panel: readonly SyntheticPerson[],
  moves: readonly PanelMove[],
): readonly CoreMember[] {
  const members = new Map<string, CoreMember>(panel.map((person) => [person.memberId, person]));
  for (const move of moves) {
    if (move.kind === "leaves") members.delete(move.memberId);
    else if (move.kind === "joins") members.set(move.person.memberId, move.person);
    else members.set(move.memberId, { memberId: move.memberId, ...move.to });
  }
  return [...members.values()]
    .map(({ memberId, role, municipality }) => ({ memberId, role, municipality }))
    .sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
}

function seatOf({ role, municipality, municipalityName }: SyntheticPerson): CoreSeat {
  return { role, municipality, municipalityName };
}
