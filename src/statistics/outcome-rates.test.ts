import { describe, expect, it } from "vitest";
import { detectableMeanChange, detectableShareChange, expectedAnswers } from "./detectable-change.ts";
import { dispositionClassOf, noOutcomes, outcomeRates } from "./outcome-rates.ts";

describe("outcome rates", () => {
  it("L8 follow from the counts of dispositions", () => {
    const rates = outcomeRates({ I: 50, P: 10, R: 8, NC: 20, O: 2, U: 10, NE: 5 });
    const e = 90 / 95;
    expect(rates.rr1).toBe(50 / 100);
    expect(rates.rr2).toBe(60 / 100);
    expect(rates.rr3).toBeCloseTo(50 / (90 + e * 10), 14);
    expect(rates.rr6).toBe(60 / 90);
    expect(rates.coop2).toBe(60 / 70);
    expect(rates.coop4).toBe(60 / 68);
    expect(rates.ref1).toBe(8 / 100);
    expect(rates.con3).toBe(70 / 90);
  });
  it("are not defined for nobody", () => {
    expect(Object.values(outcomeRates(noOutcomes())).every((rate) => rate === null)).toBe(true);
  });
  it("read the class from the code, in which zeros matter", () => {
    const codes = [
      "1.1",
      "1.25",
      "2.10",
      "2.11",
      "2.12",
      "2.20",
      "2.31",
      "3.19",
      "3",
      "4.1",
      "5.1",
      "2.4",
      "",
    ];
    const classes = ["I", "P", "R", "R", "R", "NC", "O", "U", "U", "NE", null, null, null];
    expect(codes.map(dispositionClassOf)).toEqual(classes);
  });
});

describe("smallest detectable change", () => {
  const plan = {
    invited: 140,
    earlierAnswers: 101,
    laterResponseRate: 0.7,
    retention: 0.75,
    phi: 0.5,
    alpha: 0.05,
    power: 0.8,
    finitePopulation: false,
  };
  it("gives the worked numbers", () => {
    expect(expectedAnswers(plan).later).toBeCloseTo(98, 10);
    const free = detectableShareChange(plan, 0.55);
    expect(free.up).toBeCloseTo(0.1495553347, 10);
    expect(free.down).toBeCloseTo(0.154185591, 10);
    const finite = detectableShareChange({ ...plan, finitePopulation: true }, 0.55);
    expect(finite.up).toBeCloseTo(0.09938770608, 11);
    expect(finite.down).toBeCloseTo(0.1015387031, 10);
  });
  it("says so when a change cannot be detected", () => {
    expect(detectableShareChange({ ...plan, invited: 8, earlierAnswers: 5 }, 0.9).up).toBeNull();
    expect(detectableShareChange(plan, 1).up).toBeNull();
  });
  it("is the same for a yes/no scale as for a share of one half with no difference in spread", () => {
    const mean = detectableMeanChange(plan, 0.5);
    expect(mean).toBeGreaterThan(detectableShareChange(plan, 0.5).up!);
    expect(detectableMeanChange(plan, 1)).toBeCloseTo(2 * mean, 12);
  });
});
