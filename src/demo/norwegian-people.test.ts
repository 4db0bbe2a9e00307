// Made-up Norwegian office holders: everybody different, nobody real, the same for the same seed.
import { describe, expect, test } from "vitest";
import { norwegianPeople } from "./norwegian-people.ts";

const seats = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    role: "leader",
    municipality: { code: index % 2 === 0 ? "4601" : "1804", name: "Guovdageaidnu - Kautokeino" },
  }));

describe("made-up people", () => {
  test.each([1, 355, 2026])("of seed %i share no id, name or address", (seed) => {
    const people = norwegianPeople(seed, "K", seats(1100), 2016);
    for (const key of ["memberId", "name", "email"] as const) {
      expect(new Set(people.map((person) => person[key])).size).toBe(1100);
    }
    expect(people[0]!.memberId).toBe("K0001");
    expect(people.every(({ email }) => email.endsWith("@guovdageaidnu.example"))).toBe(true);
    expect(people.every(({ seatFrom }) => seatFrom >= "2016-01-01" && seatFrom <= "2021-12-01")).toBe(true);
  });

  test("are the same for the same seed and others for another one", () => {
    const names = (seed: number) => norwegianPeople(seed, "K", seats(30), 2016).map(({ name }) => name);
    expect(names(1)).toEqual(names(1));
    expect(names(1)).not.toEqual(names(2));
  });

  test("of one municipality are asked in one language, in Western Norway in Nynorsk", () => {
    const people = norwegianPeople(5, "K", seats(40), 2016);
    const languagesOf = (code: string) =>
      new Set(
        people.filter(({ municipality }) => municipality.code === code).map(({ language }) => language),
      );
    expect([...languagesOf("4601")]).toEqual(["nn"]);
    expect(languagesOf("1804").size).toBe(1);
  });

  test("are refused where there are not enough names", () => {
    expect(() => norwegianPeople(1, "K", seats(1401), 2016)).toThrow(RangeError);
  });
});
