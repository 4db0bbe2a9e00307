import { afterEach, expect, test } from "vitest";
import { loadSolver, type OpenProgram, type Program } from "./linear-program.ts";

const opened: OpenProgram[] = [];
afterEach(() => {
  for (const program of opened.splice(0)) program.close();
});
async function open(program: Program): Promise<OpenProgram> {
  const one = (await loadSolver()).open(program);
  opened.push(one);
  return one;
}

test("finds the largest hidden count that a published sum allows", async () => {
  const facts = [{ terms: [0, 1].map((at) => ({ at, times: 1 })), least: 7, most: 7 }];
  const program = await open({ least: [0, 2], most: [9, 9], facts });
  expect(program.largest([{ at: 0, times: 1 }])?.[0]).toBeCloseTo(5, 9);
});

test("says that nothing agrees where the facts contradict each other", async () => {
  const facts = [{ terms: [{ at: 0, times: 1 }], least: 4, most: 4 }];
  expect((await open({ least: [0], most: [3], facts })).largest([{ at: 0, times: 1 }])).toBeNull();
});

test("has nothing to find where nothing is hidden", async () => {
  expect(await open({ least: [], most: [], facts: [] }).then((one) => one.largest([]))).toHaveLength(0);
});
