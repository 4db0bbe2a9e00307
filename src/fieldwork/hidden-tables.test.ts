import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AskedPerson, tableOutlooks } from "./hidden-tables.ts";

const group = (role: string, municipality: string, size: number): AskedPerson[] =>
  Array.from({ length: size }, () => ({ role, municipality }));

describe("L6 before sending, the lead sees which tables can never be shown", () => {
  test("a group with fewer people than the minimum base can never be shown; one with just as many only if all answer", () => {
    const people = [
      ...group("politician", "0980", 4),
      ...group("politician", "0581", 6),
      ...group("official", "0980", 5),
    ];
    const outlooks = tableOutlooks(people, 5);
    expect(outlooks.byBoth.map(({ asked, outlook }) => [asked, outlook])).toEqual([
      [4, "never"],
      [6, "possible"],
      [5, "only_if_everybody"],
    ]);
    expect(outlooks.byRole.map(({ role, asked, outlook }) => [role, asked, outlook])).toEqual([
      ["politician", 10, "possible"],
      ["official", 5, "only_if_everybody"],
    ]);
    expect(outlooks.total).toBe("possible");
  });

  test("140 people spread over eleven municipalities and three roles: no crossing is larger than five", () => {
    const people = Array.from({ length: 140 }, (_, index) => ({
      role: `role-${index % 3}`,
      municipality: `municipality-${Math.floor(index / 3) % 11}`,
    }));
    const { byBoth, byRole, byMunicipality } = tableOutlooks(people, 5);
    expect(byBoth).toHaveLength(33);
    expect(byBoth.filter(({ outlook }) => outlook === "possible")).toHaveLength(0);
    expect([...byRole, ...byMunicipality].every(({ outlook }) => outlook === "possible")).toBe(true);
  });

  test("every person is in one group of each table, whatever the order", () => {
    const person = fc.record({
      role: fc.constantFrom("a", "b"),
      municipality: fc.constantFrom("x", "y", "z"),
    });
    fc.assert(
      fc.property(fc.array(person), fc.integer({ min: 1, max: 9 }), (people, base) => {
        const outlooks = tableOutlooks(people, base);
        for (const table of [outlooks.byRole, outlooks.byMunicipality, outlooks.byBoth]) {
          expect(table.reduce((sum, { asked }) => sum + asked, 0)).toBe(people.length);
        }
        const turned = tableOutlooks(people.toReversed(), base);
        const sorted = (table: typeof outlooks.byBoth) => table.map((row) => JSON.stringify(row)).sort();
        expect(sorted(turned.byBoth)).toEqual(sorted(outlooks.byBoth));
      }),
    );
  });
});
