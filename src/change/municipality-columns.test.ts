import { describe, expect, test } from "vitest";
import { municipalityOn } from "../registers/municipality.ts";
import { registerColumns, unitMapOf } from "./municipality-columns.ts";

describe("E3 municipalities across waves", () => {
  test("that stayed the same need no common units", () => {
    const waves = [
      { label: "1", referenceDate: "2026-10-01" },
      { label: "2", referenceDate: "2027-10-01" },
    ];
    expect(unitMapOf("SE", waves, ["2039", "0482"])).toBeNull();
  });

  test("that were renumbered or merged are compared as one unit", () => {
    const waves = [
      { label: "1", referenceDate: "2019-06-01" },
      { label: "2", referenceDate: "2021-06-01" },
    ];
    // Asker took in Røyken and Hurum on 2020-01-01 and became 3025.
    const map = unitMapOf("NO", waves, ["0220", "0627", "0628", "3025"])!;
    const units = ["0220", "0627", "0628"].map((code) => map.get("1")!.get(code));
    expect(new Set([...units, map.get("2")!.get("3025")]).size).toBe(1);
  });
});

test("groups from the register are left out where it does not know them", () => {
  const columns = registerColumns(municipalityOn("SE", "2039", "2026-10-01"));
  expect(columns).toMatchObject({ county: "20", size: "medium" });
  expect(columns).not.toHaveProperty("centrality");
  expect(registerColumns(undefined)).toEqual({});
});
