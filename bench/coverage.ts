// How often the 95 % intervals hold the truth, and how wide they are beside Wald's: the table of docs/methods.md.
// node bench/run.mjs coverage [exact] [large] [grid] [weighted] [means]; without a word all of it (about half an hour).

import {
  cellsOf,
  meanTruths,
  moderateWeights,
  shareTruths,
  strongWeights,
  unweighted,
} from "../tests/support/coverage-grid.ts";
import { type DrawnCell, drawnCoverage } from "../tests/support/drawn-coverage.ts";
import { type Coverages, coverageOf, coverageWithoutOverlap } from "../tests/support/interval-coverage.ts";

const draws = 20_000;
const overlaps = ["none", "half", "full"] as const;
const asked = process.argv.slice(2);
const isAsked = (part: string): boolean => asked.length === 0 || asked.includes(part);

const three = (value: number): string => value.toFixed(3).replace(/^0/, "");
const cell = ({ mean, smallest }: { mean: number; smallest: number }): string =>
  `${three(mean)} / ${three(smallest)}`;
const price = ({ reported, waldZ }: Coverages): string =>
  `${Math.round(100 * (reported.width / waldZ.width - 1))} %`;

function row(name: string, found: Coverages): string {
  const { reported, waldT, waldZ } = found;
  const widths = [reported.width, waldZ.width].map(three).join(" | ");
  return `| ${name} | ${cell(reported)} | ${cell(waldZ)} | ${cell(waldT)} | ${widths} | ${price(found)} |`;
}

const head = (first: string): void => {
  console.log(`| ${first} | reported | Wald (z) | Wald (t) | width | width of Wald (z) | price |`);
  console.log("|---|---|---|---|---|---|---|");
};

function exactRows(sizes: readonly (readonly [number, number, number])[]): void {
  for (const [panel, leavers, joiners] of sizes) {
    console.log(row(`${panel}/${leavers}/${joiners}`, coverageOf({ panel, leavers, joiners })));
  }
}

if (isAsked("exact")) {
  console.log("\nShares, every outcome counted, 305 combinations (mean / minimum)");
  head("both/only earlier/only later");
  exactRows([
    [6, 3, 3],
    [9, 0, 0],
    [0, 9, 9],
    [3, 6, 6],
    [4, 1, 1],
    [15, 5, 8],
    [0, 5, 5],
    [3, 2, 2],
    [5, 0, 0],
    [0, 16, 16],
    [8, 8, 8],
    [16, 0, 0],
    [0, 47, 47],
    [24, 23, 23],
    [47, 0, 0],
  ]);
}
if (isAsked("large")) {
  if (!isAsked("exact")) head("both/only earlier/only later");
  exactRows([[75, 26, 26]]);
}
if (isAsked("grid")) {
  console.log("\nShares, nobody in both waves, all pairs of shares .02 to .98 in steps of .01");
  console.log("| answers in each wave | mean | minimum | pairs below .925 |");
  console.log("|---|---|---|---|");
  for (const n of [5, 9, 16, 47, 101]) {
    const { mean, smallest, belowShare } = coverageWithoutOverlap(n);
    console.log(`| ${n} | ${three(mean)} | ${three(smallest)} | ${(100 * belowShare).toFixed(1)} % |`);
  }
}

const weightings = [
  ["unweighted", unweighted],
  ["moderate weights", moderateWeights],
  ["strong weights", strongWeights],
] as const;

function drawnRows(
  isShare: boolean,
  sizes: readonly number[],
  chosen: readonly (typeof weightings)[number][],
): void {
  for (const [name, { parts, shares }] of chosen) {
    for (const n of sizes) {
      for (const overlap of overlaps) {
        const cells: DrawnCell[] = cellsOf(n, overlap, parts, shares);
        const truths = isShare ? shareTruths(shares) : meanTruths(shares);
        console.log(row(`${n}, ${overlap}, ${name}`, drawnCoverage(cells, truths, isShare, draws)));
      }
    }
  }
}

if (isAsked("weighted")) {
  console.log(`\nShares, post-stratified, ${draws} draws at each of the combinations (mean / minimum)`);
  head("answers, overlap, weights");
  drawnRows(true, [5, 16, 47, 139], weightings.slice(1));
}
if (isAsked("means")) {
  console.log(`\nMeans of a five-step scale, ${draws} draws at each of 108 combinations (mean / minimum)`);
  head("answers, overlap, weights");
  for (const [panel, leavers, joiners] of [
    [6, 3, 3],
    [9, 0, 0],
    [0, 9, 9],
  ] as const) {
    const cells = [{ share: 1, panel, leavers, joiners }];
    console.log(
      row(`${panel}/${leavers}/${joiners}, unweighted`, drawnCoverage(cells, meanTruths([1]), false, draws)),
    );
  }
  drawnRows(false, [5, 16, 20, 47, 101], weightings);
}
