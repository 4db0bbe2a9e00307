import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ProtectedFigure, protectTable, recallTable } from "./protect-table.ts";
import type { RawRow, RawTable } from "./table.ts";

const rules = { minimumBase: 5 };

interface Group {
  readonly level: string | null;
  readonly bases: readonly [number, number];
  readonly both?: number;
  readonly answered?: readonly [number, number];
  readonly invited?: readonly [number, number];
}

function row({
  level,
  bases,
  both = Math.min(...bases),
  answered = bases,
  invited = [60, 60],
}: Group): RawRow {
  const [earlier, later] = bases;
  return {
    level,
    both,
    counts: {
      "1": { invited: invited[0], respondents: answered[0], base: earlier },
      "2": { invited: invited[1], respondents: answered[1], base: later },
    },
    figures: {
      invited: invited[0],
      n_a: earlier,
      n_b: later,
      n_ab: both,
      share_a: 0.4149,
      share_b: 0.45,
      change: 0.0351,
      mean_b: 3.25,
      p: 0.0004,
      verdict: "changed",
    },
  };
}

function table(everyone: Omit<Group, "level">, groups: readonly Group[] = []): RawTable {
  const column = (name: string, unit: string, waves: string[], isOfPanel = false) =>
    ({ name, unit, waves, isOfPanel }) as RawTable["columns"][number];
  return {
    tableId: "change/1-2/q/top/role",
    waves: ["1", "2"],
    breakdown: "role",
    layer: "base",
    columns: [
      column("invited", "count", []),
      column("n_a", "count", ["1"]),
      column("n_b", "count", ["2"]),
      column("n_ab", "count", ["1", "2"], true),
      column("share_a", "percent", ["1"]),
      column("share_b", "percent", ["2"]),
      column("change", "percentage-points", ["1", "2"]),
      column("mean_b", "score", ["2"]),
      column("p", "p", ["1", "2"]),
      column("verdict", "word", ["1", "2"]),
    ],
    everyone: row({ level: null, invited: [600, 600], ...everyone }),
    rows: groups.map(row),
  };
}

const plain = (figure: ProtectedFigure | undefined): unknown => {
  if (figure?.kind === "number") return figure.value;
  if (figure?.kind === "word") return figure.word;
  return figure?.kind;
};
const figuresOf = (raw: RawTable, level: string | null): Record<string, unknown> => {
  const table = protectTable(raw, rules);
  const found = [table.everyone, ...table.rows].find((candidate) => candidate.level === level)!;
  return Object.fromEntries(Object.entries(found.figures).map(([name, figure]) => [name, plain(figure)]));
};

describe("rounding", () => {
  test("per cent and points are whole, means have one decimal, halves go away from zero", () => {
    expect(figuresOf(table({ bases: [40, 40], both: 40 }), null)).toEqual({
      invited: 600,
      n_a: 40,
      n_b: 40,
      n_ab: 40,
      share_a: 41,
      share_b: 45,
      change: 4,
      mean_b: 3.3,
      p: 0,
      verdict: "changed",
    });
  });

  test("a fall of half a point is rounded away from zero, and nothing is ever minus zero", () => {
    const raw = table({ bases: [40, 40] });
    const withChange = (change: number) =>
      figuresOf({ ...raw, everyone: { ...raw.everyone, figures: { ...raw.everyone.figures, change } } }, null)
        .change;
    expect(withChange(-0.035)).toBe(-4);
    expect(Object.is(withChange(-0.0001), 0)).toBe(true);
  });

  test("what is not defined stays not defined", () => {
    const raw = table({ bases: [40, 40] });
    const figures = { ...raw.everyone.figures, p: null };
    expect(figuresOf({ ...raw, everyone: { ...raw.everyone, figures } }, null).p).toBe("not-defined");
  });
});

describe("E4 a base below the minimum", () => {
  test("hides everything that rests on it, and an empty group looks the same", () => {
    const groups: Group[] = [
      { level: "empty", bases: [0, 0] },
      { level: "small", bases: [4, 4] },
      { level: "a", bases: [30, 30] },
      { level: "b", bases: [20, 20] },
    ];
    const raw = table({ bases: [54, 54] }, groups);
    expect(figuresOf(raw, "small")).toEqual(figuresOf(raw, "empty"));
    expect(new Set(Object.values({ ...figuresOf(raw, "small"), invited: "hidden" }))).toEqual(
      new Set(["hidden"]),
    );
    expect(figuresOf(raw, "a").change).toBe(4);
  });

  test("in one wave hides that wave and the change, not the other wave", () => {
    const groups: Group[] = [
      { level: "a", bases: [30, 4], both: 4 },
      { level: "b", bases: [30, 25], both: 25 },
      { level: "c", bases: [30, 40], both: 30 },
    ];
    const figures = figuresOf(table({ bases: [90, 69], both: 59 }, groups), "a");
    expect(figures).toMatchObject({
      n_a: 30,
      share_a: 41,
      n_b: "hidden",
      change: "hidden",
      verdict: "hidden",
    });
  });

  test("takes a second group along, so that the total does not give it away", () => {
    const groups: Group[] = [
      { level: "small", bases: [3, 30], both: 3 },
      { level: "next", bases: [9, 30], both: 9 },
      { level: "large", bases: [30, 30], both: 30 },
    ];
    const raw = table({ bases: [42, 90], both: 42 }, groups);
    expect(figuresOf(raw, "next")).toMatchObject({ n_a: "hidden", change: "hidden", n_b: 30 });
    expect(figuresOf(raw, "large")).toMatchObject({ n_a: 30, n_b: 30 });
  });

  test("of everyone hides the whole table", () => {
    const raw = table({ bases: [4, 4] }, [{ level: "a", bases: [4, 4] }]);
    expect(figuresOf(raw, null)).toMatchObject({ invited: 600, n_a: "hidden", share_a: "hidden" });
  });
});

describe("E4 who answered in both waves", () => {
  test.each([
    ["one to four stayed", { bases: [30, 30] as const, both: 4 }],
    ["one to four left", { bases: [30, 40] as const, both: 27 }],
    ["one to four joined", { bases: [40, 30] as const, both: 28 }],
  ])("is hidden where %s", (_, counts) => {
    expect(figuresOf(table(counts), null)).toMatchObject({ n_ab: "hidden", change: 4 });
  });

  test("is shown where stayers, leavers and joiners are none or enough", () => {
    expect(figuresOf(table({ bases: [30, 35], both: 30 }), null).n_ab).toBe(30);
  });

  test("is hidden in every group where the sum of the groups tells of a few who changed group", () => {
    const groups: Group[] = [
      { level: "a", bases: [30, 30], both: 20 },
      { level: "b", bases: [30, 30], both: 20 },
    ];
    expect(figuresOf(table({ bases: [60, 60], both: 42 }, groups), "a").n_ab).toBe("hidden");
    expect(figuresOf(table({ bases: [60, 60], both: 45 }, groups), "a").n_ab).toBe(20);
  });
});

describe("E4 a table of an item beside the number of people who answered at all", () => {
  /** Smallest and largest hidden numbers that fit everything shown, by trying all. */
  function knowledge(groups: { invited: number; respondents: number; base: number }[], minimumBase: number) {
    const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
    const counts = (wave: { invited: number; respondents: number; base: number }) => ({ "1": wave });
    const whole = {
      invited: sum(groups.map(({ invited }) => invited)),
      respondents: sum(groups.map(({ respondents }) => respondents)),
      base: sum(groups.map(({ base }) => base)),
    };
    const protectedTable = (baseOf: (group: (typeof groups)[number]) => number) =>
      protectTable(
        {
          tableId: "t",
          waves: ["1"],
          breakdown: "role",
          layer: "base",
          columns: [{ name: "n", unit: "count", waves: ["1"], isOfPanel: false }],
          everyone: {
            level: null,
            both: null,
            counts: counts({ ...whole, base: baseOf(whole) }),
            figures: { n: 1 },
          },
          rows: groups.map((group, index) => ({
            level: String(index),
            both: null,
            counts: counts({ ...group, base: baseOf(group) }),
            figures: { n: baseOf(group) },
          })),
        },
        { minimumBase },
      ).rows.map(({ figures }) => figures.n!.kind === "hidden");
    const hiddenAnswered = protectedTable(({ respondents }) => respondents);
    const hiddenBase = protectedTable(({ base }) => base);
    const upTo = (most: number) => Array.from({ length: most + 1 }, (_, value) => value);
    let worlds: { answered: number[]; base: number[] }[] = [{ answered: [], base: [] }];
    groups.forEach((group, index) => {
      const answered = hiddenAnswered[index]
        ? upTo(group.respondents < minimumBase ? Math.min(minimumBase - 1, group.invited) : group.invited)
        : [group.respondents];
      worlds = worlds.flatMap((world) =>
        answered.flatMap((respondents) =>
          (hiddenBase[index]
            ? upTo(group.base < minimumBase ? Math.min(minimumBase - 1, respondents) : respondents)
            : [group.base].filter((base) => base <= respondents)
          ).map((base) => ({ answered: [...world.answered, respondents], base: [...world.base, base] })),
        ),
      );
    });
    worlds = worlds.filter(
      ({ answered, base }) => sum(answered) === whole.respondents && sum(base) === whole.base,
    );
    return { hiddenAnswered, hiddenBase, worlds, whole };
  }

  const groupsOfThree = fc.array(
    fc
      .record({ base: fc.nat(5), unclear: fc.nat(2), silent: fc.nat(3) })
      .map(({ base, unclear, silent }) => ({
        base,
        respondents: base + unclear,
        invited: base + unclear + silent,
      })),
    { minLength: 3, maxLength: 4 },
  );

  test("neither number of a hidden group is known within its protection", () => {
    fc.assert(
      fc.property(groupsOfThree, (groups) => {
        const minimumBase = 3;
        const { hiddenAnswered, hiddenBase, worlds, whole } = knowledge(groups, minimumBase);
        if (whole.base < minimumBase || hiddenBase.every(Boolean)) return;
        groups.forEach((group, index) => {
          const width = (values: number[]) => Math.max(...values) - Math.min(...values);
          if (hiddenAnswered[index])
            expect(width(worlds.map(({ answered }) => answered[index]!))).toBeGreaterThanOrEqual(
              Math.min(minimumBase - 1, group.invited),
            );
          if (hiddenBase[index])
            expect(width(worlds.map(({ base }) => base[index]!))).toBeGreaterThanOrEqual(
              Math.min(minimumBase - 1, hiddenAnswered[index] ? group.invited : group.respondents),
            );
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe("a caller's mistakes", () => {
  test("counts that contradict each other are refused", () => {
    expect(() => protectTable(table({ bases: [30, 30], answered: [20, 30] }), rules)).toThrow(RangeError);
  });
  test("a figure that is not a number is refused", () => {
    const raw = table({ bases: [30, 30] });
    const figures = { ...raw.everyone.figures, change: Number.NaN };
    expect(() => protectTable({ ...raw, everyone: { ...raw.everyone, figures } }, rules)).toThrow(RangeError);
  });
  test("a minimum base below three is refused", () => {
    expect(() => protectTable(table({ bases: [30, 30] }), { minimumBase: 2 })).toThrow(RangeError);
  });
});

test("a table comes back from JSON as it was", () => {
  const made = protectTable(table({ bases: [40, 40] }), rules);
  expect(recallTable(JSON.parse(JSON.stringify(made)))).toEqual(made);
});
