// Response rates against cases worked out by hand.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ClassifiedCase, headlineRate, responseRates } from "./response-rate.ts";

const cases = (
  count: number,
  disposition: string,
  role = "politician",
  municipality = "0482",
): ClassifiedCase[] => Array.from({ length: count }, () => ({ role, municipality, disposition }));

describe("L8 response rates by name", () => {
  test("101 of 140 who held office, the rest silent: 72.1 % by every name", () => {
    const { overall } = responseRates([...cases(101, "1.1"), ...cases(39, "2.2")]);
    expect(overall.cases).toBe(140);
    for (const name of ["rr1", "rr2", "rr3", "rr4", "rr5", "rr6"] as const) {
      expect(overall.rates[name]).toBeCloseTo(0.7214285714, 9);
    }
    expect(headlineRate(overall)).toEqual({ name: "rr2", rate: 101 / 140 });
  });

  test("a wave with every class, by hand", () => {
    // I 50, P 10, R 8 (5 refusals, 3 break-offs), NC 12, O 2, U 10, NE 8; K = 82, e = 82/90 = 0.9111…
    const { overall } = responseRates([
      ...cases(50, "1.1"),
      ...cases(10, "1.2"),
      ...cases(5, "2.11"),
      ...cases(3, "2.12"),
      ...cases(12, "2.2"),
      ...cases(1, "2.31"),
      ...cases(1, "2.36"),
      ...cases(6, "3.19"),
      ...cases(3, "3.3"),
      ...cases(1, "3.9"),
      ...cases(8, "4.1"),
    ]);
    expect(overall.counts).toEqual({ I: 50, P: 10, R: 8, NC: 12, O: 2, U: 10, NE: 8 });
    const { rates } = overall;
    expect(rates.rr1).toBeCloseTo(50 / 92, 12);
    expect(rates.rr2).toBeCloseTo(60 / 92, 12);
    expect(rates.rr3).toBeCloseTo(50 / (82 + 820 / 90), 12);
    expect(rates.rr4).toBeCloseTo(60 / (82 + 820 / 90), 12);
    expect(rates.rr5).toBeCloseTo(50 / 82, 12);
    expect(rates.rr6).toBeCloseTo(60 / 82, 12);
    expect(rates.coop1).toBeCloseTo(50 / 70, 12);
    expect(rates.coop3).toBeCloseTo(50 / 68, 12);
    expect(rates.ref1).toBeCloseTo(8 / 92, 12);
    expect(rates.con3).toBeCloseTo(70 / 82, 12);
    expect(headlineRate(overall).name).toBe("rr2");
  });

  test("nobody eligible gives no rate, not zero", () => {
    const { overall } = responseRates(cases(3, "4.1"));
    expect(overall.rates.rr1).toBeNull();
    expect(overall.rates.rr5).toBeNull();
    expect(responseRates([]).overall.rates.rr2).toBeNull();
  });

  test("a code that is none is a mistake", () => {
    expect(() => responseRates(cases(1, "7"))).toThrow(RangeError);
  });
});

describe("L8 rates of groups", () => {
  test("each role and municipality has its own, in order of code", () => {
    const rates = responseRates([
      ...cases(3, "1.1", "politician", "2505"),
      ...cases(1, "2.2", "politician", "0482"),
      ...cases(2, "2.11", "official", "0482"),
    ]);
    expect([...rates.byRole.keys()]).toEqual(["official", "politician"]);
    expect([...rates.byMunicipality.keys()]).toEqual(["0482", "2505"]);
    expect(rates.byRole.get("politician")?.rates.rr1).toBe(0.75);
    expect(rates.byMunicipality.get("0482")?.rates.rr1).toBe(0);
    expect(rates.byMunicipality.get("2505")?.rates.rr1).toBe(1);
  });

  test("classes add up to the whole, however the cases are split", () => {
    const one = fc.record({
      role: fc.constantFrom("politician", "official", "local_group"),
      municipality: fc.constantFrom("0482", "0428", "2505"),
      disposition: fc.constantFrom("1.1", "1.2", "2.11", "2.12", "2.2", "2.36", "3.11", "3.19", "4.1"),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), (list) => {
        const rates = responseRates(list);
        for (const groups of [rates.byRole, rates.byMunicipality]) {
          const sum = { I: 0, P: 0, R: 0, NC: 0, O: 0, U: 0, NE: 0 };
          for (const { counts } of groups.values()) {
            for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += counts[name];
          }
          expect(sum).toEqual(rates.overall.counts);
        }
      }),
    );
  });
});
