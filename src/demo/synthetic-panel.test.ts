// The made-up panel: the right people in the right places, and nobody real.
import { describe, expect, test } from "vitest";
import { municipalityOn } from "../registers/municipality.ts";
import { coreRoles, coreSeed, coreWaves, seatsPerMunicipality } from "./core-case.ts";
import { syntheticNames, syntheticPanel } from "./synthetic-panel.ts";

const panel = syntheticPanel(coreSeed);

describe("the panel", () => {
  test("has 140 people with ids of their own in eleven municipalities and three roles", () => {
    expect(panel).toHaveLength(140);
    expect(panel[0]?.memberId).toBe("S001");
    expect(panel[139]?.memberId).toBe("S140");
    expect(new Set(panel.map(({ memberId }) => memberId)).size).toBe(140);
    for (const { code, seats } of seatsPerMunicipality) {
      for (const role of coreRoles) {
        const held = panel.filter((person) => person.municipality === code && person.role === role);
        expect(held, `${code} ${role}`).toHaveLength(seats[role]);
      }
    }
  });

  test("names municipalities of the register, on the days of both waves", () => {
    expect(seatsPerMunicipality).toHaveLength(11);
    for (const { referenceDate } of Object.values(coreWaves)) {
      for (const { code, name } of seatsPerMunicipality) {
        expect(municipalityOn("SE", code, referenceDate)?.name).toBe(name);
      }
    }
  });

  test.each([1, 42, coreSeed, 2026])("of seed %i uses every name and address once", (seed) => {
    const people = syntheticPanel(seed);
    expect(new Set(people.map(({ name }) => name)).size).toBe(140);
    const emails = people.flatMap(({ email }) => (email === null ? [] : [email]));
    expect(new Set(emails).size).toBe(emails.length);
    const phones = people.flatMap(({ phone }) => (phone === null ? [] : [phone]));
    expect(new Set(phones).size).toBe(phones.length);
  });

  test("has addresses and numbers that can belong to nobody", () => {
    for (const { email, phone } of panel) {
      if (email !== null) expect(email).toMatch(/^[a-z.-]+@([a-z]+\.example|[a-z]+\.example\.(org|net))$/);
      if (phone !== null) {
        const digits = Number(phone.replace(/\D/g, ""));
        expect(digits).toBeGreaterThanOrEqual(701_740_605);
        expect(digits).toBeLessThanOrEqual(701_740_699);
      }
    }
  });

  test("has nine volunteers without e-mail, å, ä and ö in names, and a few who prefer another language", () => {
    const withLetter = panel.filter(({ email }) => email === null);
    expect(withLetter).toHaveLength(9);
    expect(withLetter.every(({ role }) => role === "local_group")).toBe(true);
    for (const letter of "åäöÅÄÖ")
      expect(
        panel.some(({ name }) => name.includes(letter)),
        letter,
      ).toBe(true);
    const languages = new Set(panel.map(({ language }) => language));
    expect(languages.has("sv") && languages.size > 1).toBe(true);
  });

  test("holds its seats since before the first wave", () => {
    expect(panel.every(({ seatFrom }) => seatFrom < coreWaves[1].referenceDate)).toBe(true);
  });

  test("gives a longer list of names by adding to the shorter", () => {
    expect(syntheticNames(5, 200).slice(0, 50)).toEqual(syntheticNames(5, 50));
  });
});
