// Linear programs: the one door to the solver HiGHS. A program is opened once and asked for many extremes, each
// starting from the solution of the one before.
import loadHighs, { type Highs, type Model } from "highs";

/** A number times an unknown. */
export interface Term {
  /** Position of the unknown. */
  readonly at: number;
  readonly times: number;
}

/** What is known of a sum of unknowns: it lies between the two. */
export interface Fact {
  readonly terms: readonly Term[];
  readonly least: number;
  readonly most: number;
}

/** Unknowns, each within its limits, and what is known of their sums. */
export interface Program {
  /** Per unknown; finite. */
  readonly least: readonly number[];
  readonly most: readonly number[];
  readonly facts: readonly Fact[];
  /** True per unknown that is a whole number; absent where none is. */
  readonly whole?: readonly boolean[];
}

/** A program that is asked for extremes. Call `close` when done: its memory is not collected. */
export interface OpenProgram {
  /**
   * The values of all unknowns where the sum is largest; null if nothing agrees with all facts, or if no answer
   * came within the time given to `open`. Where some are whole numbers, a sum within a twentieth of the largest, or
   * the largest found in that time.
   */
  readonly largest: (sum: readonly Term[]) => Float64Array | null;
  readonly close: () => void;
}

export interface Solver {
  /** @param seconds the most that one question may take */
  readonly open: (program: Program, seconds?: number) => OpenProgram;
}

let provided: WebAssembly.Module | null = null;
let loaded: Promise<Solver> | null = null;

/** Hands in the compiled solver where it cannot be read from the disk (Workers). Call before the first `loadSolver`. */
export function provideSolver(compiled: WebAssembly.Module): void {
  provided = compiled;
}

/** The solver, loaded once per process. */
export function loadSolver(): Promise<Solver> {
  loaded ??= (provided === null ? loadHighs() : loadProvided(provided)).then(solverOf);
  return loaded;
}

/**
 * Loads from what was handed in. HiGHS takes a Worker that knows `process.versions.node` for Node and looks for
 * its own file, which a bundle does not have; it does not where `process.type` says that this is a browser.
 */
async function loadProvided(compiled: WebAssembly.Module): Promise<Highs> {
  // Emscripten's own way in; the package's `wasmModule` is not looked at by its loader (1.15.3).
  const instantiateWasm = (
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance) => void,
  ) => {
    WebAssembly.instantiate(compiled, imports).then(receive);
    return {};
  };
  const { process } = globalThis as { process?: { type?: string } };
  if (process !== undefined) process.type = "renderer";
  try {
    return await loadHighs({ instantiateWasm } as Parameters<typeof loadHighs>[0]);
  } finally {
    if (process !== undefined) delete process.type;
  }
}

const nearEnough = 0.05;
const dualSimplex = 1;
const primalSimplex = 4;

function solverOf(highs: Highs): Solver {
  return {
    open: (program, seconds = 20) => {
      if (program.least.length === 0) return { largest: () => new Float64Array(0), close: () => {} };
      const model = highs.createModel(modelData(program));
      model.options.set({ output_flag: false, time_limit: seconds });
      if (program.whole === undefined) {
        // A first world is found fastest by the dual simplex; from there the primal one goes from world to world.
        model.options.set({ presolve: "off", solver: "simplex", simplex_strategy: dualSimplex });
        model.run();
        model.options.set({ simplex_strategy: primalSimplex });
      } else model.options.set({ mip_rel_gap: nearEnough });
      model.changeObjectiveSense(highs.constants.objectiveSense.maximize);
      return { largest: (sum) => largest(highs, model, program, sum), close: () => model.dispose() };
    },
  };
}

function modelData({ least, most, facts, whole }: Program) {
  const starts = [0];
  const [indices, values]: [number[], number[]] = [[], []];
  for (const { terms } of facts) {
    for (const { at, times } of terms) {
      indices.push(at);
      values.push(times);
    }
    starts.push(indices.length);
  }
  return {
    numCols: least.length,
    numRows: facts.length,
    colCost: new Float64Array(least.length),
    colLower: least,
    colUpper: most,
    rowLower: facts.map((fact) => fact.least),
    rowUpper: facts.map((fact) => fact.most),
    matrix: {
      format: "csr" as const,
      numRows: facts.length,
      numCols: least.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    ...(whole === undefined ? {} : { integrality: Int32Array.from(whole, Number) }),
  };
}

function largest(
  highs: Highs,
  model: Model,
  { least, whole }: Program,
  sum: readonly Term[],
): Float64Array | null {
  const costs = new Float64Array(least.length);
  for (const { at, times } of sum) costs[at]! += times;
  model.changeColsCost({ kind: "range", from: 0, to: least.length - 1 }, costs);
  const isSolved = () => {
    model.zeroAllClocks();
    return model.run().modelStatus === highs.constants.modelStatus.optimal;
  };
  if (whole !== undefined) {
    const { feasible } = highs.constants.solutionStatus;
    const isFound = isSolved() || model.info.get("primal_solution_status") === feasible;
    return isFound ? Float64Array.from(model.getSolution().colValue) : null;
  }
  if (!isSolved()) {
    // Where the last solution is no good start, from the beginning and in the solver's own way.
    model.clearSolver();
    model.options.set({ presolve: "on", solver: "choose", simplex_strategy: dualSimplex });
    if (!isSolved()) return null;
  }
  return Float64Array.from(model.getSolution().colValue);
}
