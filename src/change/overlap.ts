// The respondents that two waves share: how many, how they answered, and what their weights multiply to.

import type { PanelTable } from "../statistics/proportion-difference.ts";
import type { Design } from "./design.ts";
import type { ContributionBlocks } from "./measure-cells.ts";

/**
 * Respondents in the base and in the group in both waves. `panel` is the unweighted table of yes (contribution
 * 1) and no; `weightProducts` the sum of w_earlier · w_later · g, g the finite-population factor.
 */
export type Overlap = { both: number; panel: PanelTable; weightProducts: number };

/**
 * The overlap of a group; the design's two waves are those of the blocks.
 *
 * @param within the blocks of respondents who are in the group in both waves
 */
export function overlapOf(design: Design, joint: ContributionBlocks, within: Int32Array): Overlap {
  const [weightA, weightB] = [design.weights[0]!.weight, design.weights[1]!.weight];
  const factor = design.factors[0]![1]!;
  let [yesYes, yesNo, noYes, noNo, weightProducts] = [0, 0, 0, 0, 0];
  for (const block of within) {
    const a = joint.earlierProfile[block]!;
    const b = joint.laterProfile[block]!;
    const at = 4 * block;
    const [yy, yn, ny, nn] = [
      joint.panel[at]!,
      joint.panel[at + 1]!,
      joint.panel[at + 2]!,
      joint.panel[at + 3]!,
    ];
    yesYes += yy;
    yesNo += yn;
    noYes += ny;
    noNo += nn;
    const inBoth = yy + yn + ny + nn;
    weightProducts += inBoth * weightA[a]! * weightB[b]! * factor[design.stratumOf[a]!]!;
  }
  return { both: yesYes + yesNo + noYes + noNo, panel: { yesYes, yesNo, noYes, noNo }, weightProducts };
}
