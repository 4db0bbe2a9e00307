// What a wave can never show: groups in which fewer people are asked than a figure must rest on.

/** Somebody who will be asked, with the groups that figures are given for. */
export interface AskedPerson {
  readonly role: string;
  readonly municipality: string;
}

/** One group of a table, and whether it can be shown at all. */
export interface GroupOutlook {
  readonly role: string | null;
  readonly municipality: string | null;
  /** People asked in the group. */
  readonly asked: number;
  /**
   * `never`: fewer are asked than a figure must rest on. `only_if_everybody`: exactly as many, so one person
   * who does not answer hides it. `possible`: more.
   */
  readonly outlook: "never" | "only_if_everybody" | "possible";
}

/** The tables a wave will have, and the outlook of each group, in the order of first appearance. */
export interface TableOutlooks {
  readonly asked: number;
  readonly total: GroupOutlook["outlook"];
  readonly byRole: readonly GroupOutlook[];
  readonly byMunicipality: readonly GroupOutlook[];
  /** Only the pairs in which anybody is asked. */
  readonly byBoth: readonly GroupOutlook[];
}

/**
 * Which groups can never be shown, judged by how many are asked in them (methods: primary rule, a base below the
 * minimum is hidden). It says what is certain before anybody has answered; hiding further groups so that
 * these cannot be worked out comes on top.
 *
 * @param people everybody who will be asked, once each
 * @param minimumBase smallest number of answers a figure may rest on, 1 or more
 */
export function tableOutlooks(people: readonly AskedPerson[], minimumBase: number): TableOutlooks {
  const outlook = (asked: number): GroupOutlook["outlook"] =>
    asked < minimumBase ? "never" : asked === minimumBase ? "only_if_everybody" : "possible";
  const groups = (
    groupOf: (person: AskedPerson) => { role: string | null; municipality: string | null },
  ): GroupOutlook[] => {
    const counted = new Map<string, { role: string | null; municipality: string | null; asked: number }>();
    for (const person of people) {
      const group = groupOf(person);
      const key = JSON.stringify([group.role, group.municipality]);
      const known = counted.get(key) ?? { ...group, asked: 0 };
      known.asked += 1;
      counted.set(key, known);
    }
    return [...counted.values()].map((group) => ({ ...group, outlook: outlook(group.asked) }));
  };
  return {
    asked: people.length,
    total: outlook(people.length),
    byRole: groups(({ role }) => ({ role, municipality: null })),
    byMunicipality: groups(({ municipality }) => ({ role: null, municipality })),
    byBoth: groups(({ role, municipality }) => ({ role, municipality })),
  };
}
