import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planOf, rowsIn } from "../../../tests/support/a-change-study.ts";
import { buildCube, createCubeBuilder } from "./cube-builder.ts";
import { cubeFromJson, cubeToJson } from "./cube-json.ts";
import type { WaveRow } from "./wave-row.ts";

const waves = ["1", "2", "3"];
const plan = planOf(waves);
const row = (unit: string, wave: string, change: Partial<WaveRow> = {}): WaveRow => ({
  unit,
  wave,
  disposition: "1.1",
  columns: { role: "official", weight: "1" },
  answers: { q: "2" },
  ...change,
});

describe("building a cube", () => {
  it("takes sorted rows one by one and gives what all at once give", () => {
    fc.assert(
      fc.property(rowsIn(waves), (data) => {
        const builder = createCubeBuilder(plan);
        for (const one of data) builder.add(one);
        const cube = builder.finish();
        const text = JSON.stringify(cubeToJson(cube));
        expect(text).toBe(JSON.stringify(cubeToJson(buildCube(plan, data))));
        expect(cubeFromJson(JSON.parse(text))).toEqual(cube);
      }),
      { numRuns: 40 },
    );
  });

  it("keeps the number of cells when everybody is there twice", () => {
    fc.assert(
      fc.property(rowsIn(waves), (data) => {
        const twice = [...data, ...data.map((one) => ({ ...one, unit: `${one.unit}+` }))];
        const [once, doubled] = [buildCube(plan, data), buildCube(plan, twice)];
        doubled.variables.forEach((variable, index) => {
          variable.pairs.forEach((cells, pair) => {
            expect(cells.earlierState).toEqual(once.variables[index]!.pairs[pair]!.earlierState);
            expect(cells.count).toEqual(once.variables[index]!.pairs[pair]!.count.map((count) => 2 * count));
          });
        });
      }),
      { numRuns: 30 },
    );
  });

  it("adds up: pairs and paths hold everybody who answered", () => {
    fc.assert(
      fc.property(rowsIn(waves), (data) => {
        const cube = buildCube(plan, data);
        const answered = (one: WaveRow): boolean =>
          /^1\.[12]/.test(one.disposition) && one.columns.weight !== "0";
        const units = new Set(data.filter(answered).map((one) => one.unit));
        const sum = (counts: Float64Array): number => counts.reduce((total, count) => total + count, 0);
        expect(sum(cube.presence.paths[0]!.count)).toBe(units.size);
        waves.forEach((wave, index) => {
          const inWave = data.filter((one) => one.wave === wave && answered(one)).length;
          expect(sum(cube.presence.waves[index]!.count)).toBe(inWave);
          for (const variable of cube.variables) expect(sum(variable.waves[index]!.count)).toBe(inWave);
        });
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ["units out of order", [row("b", "1"), row("a", "1")], "unit a comes after b"],
    ["a wave that is not planned", [row("a", "4")], "wave 4 is not in the plan"],
    ["two rows in a wave", [row("a", "1"), row("a", "1")], "two rows of one unit in wave 1"],
    ["an unknown disposition", [row("a", "1", { disposition: "9" })], 'unknown disposition "9"'],
    ["a value outside the list", [row("a", "1", { answers: { q: "7" } })], 'item q has no value "7"'],
    ["an unknown option", [row("a", "1", { answers: { m: ["c"] } })], 'item m has no value "c"'],
    [
      "a weight that is no number",
      [row("a", "1", { columns: { weight: "x" } })],
      'base weight "x" is not a number of 0 or more',
    ],
  ])("refuses %s", (_, rows, message) => {
    expect(() => {
      const builder = createCubeBuilder(plan);
      for (const one of rows) builder.add(one);
      builder.finish();
    }).toThrow(new RangeError(message));
  });

  it("refuses a stored cube of another format", () => {
    const stored = cubeToJson(buildCube(plan, []));
    expect(() => cubeFromJson({ ...stored, format: 99 as unknown as 1 })).toThrow(RangeError);
  });
});
