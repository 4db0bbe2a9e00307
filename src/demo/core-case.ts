// The made-up people of the core case: who they are, and the days on which things happen to them.

export const coreRoles = ["politician", "official", "local_group"] as const;
export type CoreRole = (typeof coreRoles)[number];

/** A member as far as answering goes. */
export interface CoreMember {
  readonly memberId: string;
  readonly role: CoreRole;
  /** Municipality code, four digits. */
  readonly municipality: string;
}

/** The eleven municipalities and how many seats of each role they have: politicians, officials, local groups. */
export const seatsPerMunicipality: readonly {
  readonly code: string;
  readonly name: string;
  readonly seats: Readonly<Record<CoreRole, number>>;
}[] = [
  { code: "2505", name: "Arvidsjaur", seats: { politician: 3, official: 3, local_group: 4 } },
  { code: "2482", name: "Skellefteå", seats: { politician: 5, official: 5, local_group: 7 } },
  { code: "2421", name: "Storuman", seats: { politician: 3, official: 3, local_group: 5 } },
  { code: "2039", name: "Älvdalen", seats: { politician: 4, official: 3, local_group: 4 } },
  { code: "2085", name: "Ludvika", seats: { politician: 4, official: 4, local_group: 5 } },
  { code: "0482", name: "Flen", seats: { politician: 4, official: 4, local_group: 4 } },
  { code: "0428", name: "Vingåker", seats: { politician: 3, official: 4, local_group: 4 } },
  { code: "0581", name: "Norrköping", seats: { politician: 5, official: 5, local_group: 6 } },
  { code: "0583", name: "Motala", seats: { politician: 4, official: 5, local_group: 5 } },
  { code: "0781", name: "Ljungby", seats: { politician: 4, official: 4, local_group: 5 } },
  { code: "0765", name: "Älmhult", seats: { politician: 4, official: 4, local_group: 4 } },
];

/** The days of a wave, `yyyy-mm-dd`: role and municipality count as on the reference date. */
export interface CoreWaveDays {
  readonly referenceDate: string;
  readonly opensOn: string;
  readonly remindsOn: string;
  readonly closesOn: string;
}

/** The two waves of the story, a year apart. Every change of seat lies between their reference dates. */
export const coreWaves: Readonly<Record<1 | 2, CoreWaveDays>> = {
  1: { referenceDate: "2025-10-01", opensOn: "2025-10-06", remindsOn: "2025-10-20", closesOn: "2025-11-02" },
  2: { referenceDate: "2026-10-01", opensOn: "2026-10-05", remindsOn: "2026-10-19", closesOn: "2026-11-01" },
};

/** The seed of the committed panel, answers and figures. */
export const coreSeed = 362;
