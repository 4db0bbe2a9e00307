import { describe, expect, test } from "vitest";
import { written } from "./written.ts";

describe("what is written on the lead's pages", () => {
  test("a response rate has a decimal from a base of 100 on, and the decimal sign of the language", () => {
    expect(written("sv", "Europe/Stockholm").share(101 / 140, 140)).toBe("72,1\u00a0%");
    expect(written("en", "Europe/London").share(101 / 140, 140)).toBe("72.1%");
    expect(written("nb", "Europe/Oslo").share(1 / 8, 8)).toBe("13\u00a0%");
    expect(written("nn", "Europe/Oslo").share(null, 0)).toBe("–");
  });

  test("a moment is told in the study's time zone, a day is never moved by it", () => {
    const midnightInStockholm = new Date("2026-05-16T22:00:00Z");
    expect(written("sv", "Europe/Stockholm").moment(midnightInStockholm)).toContain("17 maj 2026");
    expect(written("en", "America/New_York").day("2026-05-17")).toBe("17 May 2026");
    expect(written("nn", "Europe/Oslo").day("2026-05-17")).toBe("17. mai 2026");
  });
});
