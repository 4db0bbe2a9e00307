// A search for what to hide that is more work than allowed hides everything it was asked about.
import { expect, test } from "vitest";
import { boundedSolver, TooMuchWorkError } from "./bounded-solver.ts";
import type { OpenProgram, Solver } from "./linear-program.ts";

function countingSolver() {
  const closed: number[] = [];
  let opened = 0;
  const solver: Solver = {
    open: ({ least }): OpenProgram => {
      const number = ++opened;
      return { largest: () => new Float64Array(least.length), close: () => closed.push(number) };
    },
  };
  return { solver, closed };
}

const program = (unknowns: number) => ({
  least: Array<number>(unknowns).fill(0),
  most: Array<number>(unknowns).fill(1),
  facts: [],
});

test("questions count as many as there are unknowns, and all programs are closed when the work is used up", () => {
  const { solver, closed } = countingSolver();
  const bounded = boundedSolver(solver, 10);
  const [small, large] = [bounded.open(program(2)), bounded.open(program(7))];
  expect(large.largest([])).toHaveLength(7);
  expect(small.largest([])).toHaveLength(2);
  expect(() => small.largest([])).toThrow(TooMuchWorkError);
  expect(closed).toEqual([1, 2]);
  small.close();
  expect(closed).toEqual([1, 2]);
});
