// What is true in the demo's made-up world: how every role thinks in every wave, and so what has changed.
import type { CoreMember, CoreRole } from "./core-case.ts";

/** The five questions with fixed answers, as in the instrument. */
export const coreItems = [
  "takes_part",
  "collaboration",
  "service_points",
  "local_service",
  "group_ability",
] as const;
export type CoreItem = (typeof coreItems)[number];

/** Value codes in the order of the instrument, don't know left out. */
export const valuesOfItem: Readonly<Record<CoreItem, readonly string[]>> = {
  takes_part: ["yes", "partly", "no"],
  collaboration: ["very_good", "rather_good", "neither", "rather_poor", "very_poor"],
  service_points: ["several", "one", "no"],
  local_service: ["very_good", "rather_good", "neither", "rather_poor", "very_poor"],
  group_ability: ["very_good", "rather_good", "neither", "rather_poor", "very_poor"],
};

type SharesOfRole = Readonly<Record<CoreRole, readonly number[]>>;

/**
 * True shares in per cent of those who have an opinion, in the order of `valuesOfItem`, adding up to 100.
 * The story: bringing the local community in (`takes_part`) and working together (`collaboration`) have
 * become clearly better, most of all as the local groups see it; there are some more service points; what
 * people think of their own local service has not changed at all; the groups' ability is seen as a little
 * better by the municipality and unchanged by the groups themselves.
 */
const trueShares: Readonly<Record<CoreItem, readonly [SharesOfRole, SharesOfRole]>> = {
  takes_part: [
    { politician: [40, 42, 18], official: [36, 46, 18], local_group: [20, 40, 40] },
    { politician: [54, 36, 10], official: [54, 36, 10], local_group: [46, 34, 20] },
  ],
  collaboration: [
    { politician: [12, 40, 30, 14, 4], official: [10, 38, 32, 16, 4], local_group: [5, 22, 31, 27, 15] },
    { politician: [18, 46, 24, 9, 3], official: [15, 47, 26, 9, 3], local_group: [12, 38, 26, 16, 8] },
  ],
  service_points: [
    { politician: [28, 30, 42], official: [26, 32, 42], local_group: [20, 26, 54] },
    { politician: [34, 32, 34], official: [34, 32, 34], local_group: [26, 30, 44] },
  ],
  local_service: [
    { politician: [14, 38, 26, 16, 6], official: [12, 40, 28, 14, 6], local_group: [8, 26, 28, 24, 14] },
    { politician: [14, 38, 26, 16, 6], official: [12, 40, 28, 14, 6], local_group: [8, 26, 28, 24, 14] },
  ],
  group_ability: [
    { politician: [16, 36, 28, 15, 5], official: [12, 36, 32, 15, 5], local_group: [24, 42, 22, 9, 3] },
    { politician: [20, 40, 24, 12, 4], official: [16, 40, 29, 11, 4], local_group: [24, 42, 22, 9, 3] },
  ],
};

/** Per hundred who have no opinion, by role; the same in every wave. */
export const dontKnowPerHundred: Readonly<Record<CoreItem, Readonly<Record<CoreRole, number>>>> = {
  takes_part: { politician: 8, official: 5, local_group: 10 },
  collaboration: { politician: 6, official: 4, local_group: 6 },
  service_points: { politician: 12, official: 8, local_group: 14 },
  local_service: { politician: 3, official: 8, local_group: 2 },
  group_ability: { politician: 14, official: 12, local_group: 5 },
};

/**
 * The true shares of an item's values among people of a role who have an opinion, in per cent, in the order of
 * `valuesOfItem`. After the second wave nothing changes any more.
 *
 * @param wave 1, 2, 3 …
 */
export function trueSharesOf(item: CoreItem, role: CoreRole, wave: number): readonly number[] {
  return trueShares[item][wave <= 1 ? 0 : 1][role];
}

/**
 * The true share of some of an item's values among given people, with and without change of seats: what an
 * estimate from them would be if everybody's expected answer were known instead of drawn.
 *
 * @param values value codes of the item
 * @param wave   1, 2, 3 …
 * @param among  members with the role they hold in that wave, one at least
 * @returns 0 to 1; people count by how likely their role is to have an opinion
 */
export function trueShare(
  item: CoreItem,
  values: readonly string[],
  wave: number,
  among: readonly Pick<CoreMember, "role">[],
): number {
  let withOpinion = 0;
  let withValue = 0;
  for (const { role } of among) {
    const shares = trueSharesOf(item, role, wave);
    const perHundred = values.reduce((sum, value) => sum + shares[valuesOfItem[item].indexOf(value)]!, 0);
    withOpinion += 100 - dontKnowPerHundred[item][role];
    withValue += ((100 - dontKnowPerHundred[item][role]) * perHundred) / 100;
  }
  return withValue / withOpinion;
}
