// A solver that stops after so much work, the same on every machine: a service that protects its tables must go on
// answering.
import type { OpenProgram, Solver } from "./linear-program.ts";

/** The work that was allowed is done, and the question is still open. */
export class TooMuchWorkError extends Error {
  override readonly name = "TooMuchWorkError";
}

/**
 * @param most how much may be asked in all; a question counts as many as its program has unknowns
 * @returns a solver whose questions throw TooMuchWorkError once that is used up; its programs are closed then
 */
export function boundedSolver(solver: Solver, most: number): Solver {
  let left = most;
  const open = new Set<OpenProgram>();
  const close = (program: OpenProgram): void => {
    if (open.delete(program)) program.close();
  };
  return {
    open: (program, seconds) => {
      const opened = solver.open(program, seconds);
      open.add(opened);
      return {
        largest: (sum) => {
          left -= program.least.length;
          if (left >= 0) return opened.largest(sum);
          for (const other of [...open]) close(other);
          throw new TooMuchWorkError("the tables are too many to be protected one by one");
        },
        close: () => close(opened),
      };
    },
  };
}
