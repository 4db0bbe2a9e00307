// Brings a counted cube into its one canonical form: profiles and values in a fixed order, cells sorted, so
// that the same data give the same cube to the last digit whatever order they came in.

import type { AnalysisPlan } from "./analysis-plan.ts";
import type { CellCounter } from "./cell-counter.ts";
import type {
  CaseCounts,
  Cube,
  EligibleCounts,
  PairCells,
  PathCells,
  Profile,
  VariableCounts,
  WaveCells,
} from "./cube.ts";
import type { VariableEncoder, VariableState } from "./variable.ts";

/** A variable with its running counts; see `freezeCube`. */
export type CountedVariable = {
  encoder: VariableEncoder;
  waves: CellCounter[];
  pairs: CellCounter[];
  paths: CellCounter[];
};

/** What the builder has counted. Keys are packed: profile·S + state, (pair·S + state)·S + state, path·4^k + classes. */
export type CountedCube = {
  plan: AnalysisPlan;
  columns: readonly string[];
  waveSets: readonly (readonly number[])[];
  profiles: readonly Profile[];
  counted: readonly CountedVariable[];
  presence: { waves: CellCounter[]; pairs: CellCounter[]; paths: CellCounter[] };
  profilePairs: readonly number[][][];
  profilePaths: readonly number[][][];
  cases: readonly CaseCounts[];
  eligible: readonly EligibleCounts[];
};

/** The canonical cube of the counts. */
export function freezeCube(counted: CountedCube): Cube {
  const order = counted.profiles
    .map((profile, id) => ({
      id,
      key: JSON.stringify([profile.stratum, profile.values, profile.baseWeight]),
    }))
    .sort((a, b) => compareText(a.key, b.key));
  const newId = new Int32Array(order.length);
  order.forEach((entry, position) => {
    newId[entry.id] = position;
  });
  const pairOf = counted.profilePairs.map((pairs) => pairs.map((pair) => pair.map((id) => newId[id]!)));
  const pathOf = counted.profilePaths.map((paths) =>
    paths.map((path) => path.map((id) => (id < 0 ? -1 : newId[id]!))),
  );
  const present: VariableState = { code: "", given: "answer", base: "value" };
  return {
    waves: [...counted.plan.waves],
    columns: [...counted.columns],
    waveSets: counted.waveSets,
    profiles: order.map((entry) => counted.profiles[entry.id]!),
    presence: {
      key: { item: "", option: null },
      states: [present],
      waves: counted.presence.waves.map((cells) => waveCells(cells, 1, newId, [0])),
      pairs: counted.presence.pairs.map((cells, index) => pairCells(cells, 1, pairOf[index]!, [0])),
      paths: counted.presence.paths.map((cells, index) =>
        pathCells(
          cells.sorted().map(({ key, count }) => ({
            path: pathOf[index]![key]!.map((profile) => (profile < 0 ? -1 : profile * 4 + 1)),
            count,
          })),
        ),
      ),
    },
    variables: counted.counted.map((variable) => freezeVariable(variable, newId, pairOf, pathOf)),
    cases: [...counted.cases].sort((a, b) => a.wave - b.wave || compareText(caseKey(a), caseKey(b))),
    eligible: [...counted.eligible].sort((a, b) => compareText(a.stratum, b.stratum)),
  };
}

function caseKey(cell: CaseCounts): string {
  return JSON.stringify(cell.values);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function freezeVariable(
  variable: CountedVariable,
  newId: Int32Array,
  pairOf: number[][][],
  pathOf: number[][][],
): VariableCounts {
  const { encoder } = variable;
  const declared = encoder.declaredStates;
  const order = encoder.states
    .map((state, id) => ({ state, id }))
    .sort((a, b) =>
      a.id < declared || b.id < declared ? a.id - b.id : Number(a.state.code) - Number(b.state.code),
    );
  const newState: number[] = [];
  order.forEach((entry, position) => {
    newState[entry.id] = position;
  });
  return {
    key: encoder.key,
    states: order.map((entry) => entry.state),
    waves: variable.waves.map((cells) => waveCells(cells, encoder.capacity, newId, newState)),
    pairs: variable.pairs.map((cells, index) => pairCells(cells, encoder.capacity, pairOf[index]!, newState)),
    paths: variable.paths.map((cells, index) => pathCells(unpackPaths(cells, pathOf[index]!))),
  };
}

function waveCells(counter: CellCounter, capacity: number, newId: Int32Array, newState: number[]): WaveCells {
  const cells = counter.sorted().map(({ key, count }) => {
    const state = key % capacity;
    return [newId[(key - state) / capacity]!, newState[state]!, count];
  });
  const [profile, state, count] = columnsOf(cells, 3);
  return {
    profile: Int32Array.from(profile!),
    state: Int32Array.from(state!),
    count: Float64Array.from(count!),
  };
}

function pairCells(
  counter: CellCounter,
  capacity: number,
  pairOf: number[][],
  newState: number[],
): PairCells {
  const cells = counter.sorted().map(({ key, count }) => {
    const laterState = key % capacity;
    const rest = (key - laterState) / capacity;
    const earlierState = rest % capacity;
    const [earlierProfile, laterProfile] = pairOf[(rest - earlierState) / capacity]!;
    return [earlierProfile!, laterProfile!, newState[earlierState]!, newState[laterState]!, count];
  });
  const [earlierProfile, laterProfile, earlierState, laterState, count] = columnsOf(cells, 5);
  return {
    earlierProfile: Int32Array.from(earlierProfile!),
    earlierState: Int32Array.from(earlierState!),
    laterProfile: Int32Array.from(laterProfile!),
    laterState: Int32Array.from(laterState!),
    count: Float64Array.from(count!),
  };
}

function unpackPaths(counter: CellCounter, pathOf: number[][]): { path: number[]; count: number }[] {
  const merged = new Map<string, { path: number[]; count: number }>();
  for (const { key, count } of counter.sorted()) {
    const waveCount = pathOf[0]!.length;
    let rest = key;
    const classes: number[] = [];
    for (let position = waveCount - 1; position >= 0; position--) {
      classes[position] = rest % 4;
      rest = Math.floor(rest / 4);
    }
    const path = pathOf[rest]!.map((profile, position) =>
      classes[position] === 0 ? -1 : profile * 4 + classes[position]!,
    );
    const name = path.join(",");
    const cell = merged.get(name);
    if (cell === undefined) merged.set(name, { path, count });
    else cell.count += count;
  }
  return [...merged.values()];
}

function pathCells(cells: { path: number[]; count: number }[]): PathCells {
  const sorted = [...cells].sort((a, b) => compareNumbers(a.path, b.path));
  return {
    path: Int32Array.from(sorted.flatMap((cell) => cell.path)),
    count: Float64Array.from(sorted.map((cell) => cell.count)),
  };
}

function columnsOf(cells: number[][], width: number): number[][] {
  const sorted = cells.sort(compareNumbers);
  return Array.from({ length: width }, (_, column) => sorted.map((cell) => cell[column]!));
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length; index++) {
    const difference = a[index]! - b[index]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
