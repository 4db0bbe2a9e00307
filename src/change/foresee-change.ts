// The smallest change that a planned or open wave could show, foreseen from the waves before it.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import { membersOnDate } from "../panel/seat-store.ts";
import { detectableShareChange } from "../statistics/detectable-change.ts";
import type { StudyDefinition } from "../study/study.ts";
import { listCases } from "../wave/case-store.ts";
import type { Wave } from "../wave/wave.ts";
import { everyone, openAnalysis } from "./analysis.ts";
import { estimateChange } from "./change.ts";
import { findCube } from "./cube-store.ts";
import { measureOf } from "./measure.ts";
import { responseOf, retentionOf } from "./response.ts";
import { WeightingError } from "./weights.ts";

/** What is foreseen, with what it rests on. Shares, rates and changes on the 0–1 scale. */
export interface ForeseenChange {
  /** The closed wave before, that the wave is compared with. */
  readonly comparedWith: string;
  readonly invited: number;
  readonly earlierAnswers: number;
  /** Answers expected, as many of the invited as answered in the wave before; and of people who answered then too. */
  readonly laterResponseRate: number;
  readonly retention: number;
  readonly phi: number;
  /** Smallest change of a share of one half that would be found; null where none could be. */
  readonly smallest: number | null;
}

/** 5 % and 80 %, the usual ones. */
const alpha = 0.05;
const power = 0.8;
/** The correlation of two answers of a person where no two waves tell it. */
const unknownPhi = 0.5;

/**
 * Foresees a wave from the closed one before it: the same response rate; retention as from the wave before to that one,
 * or where there is only one, the response rate; phi the median of the main shares of that pair, else 0.5. The share
 * is one half, the one hardest to tell. Unweighted, without finite-population correction.
 *
 * @returns null where no wave has been closed before, nobody is asked or nobody answered
 */
export async function foreseeChange(
  db: Kysely<Database>,
  study: StudyDefinition,
  { studyId, waveNumber, state, referenceDate }: Wave,
): Promise<ForeseenChange | null> {
  const [last, before] = [String(waveNumber - 1), String(waveNumber - 2)];
  const pair = await findCube(db, studyId, [before, last]);
  const kept = pair ?? (await findCube(db, studyId, [last]));
  if (kept === undefined) return null;
  const invited =
    state === "planned"
      ? (await membersOnDate(db, study.studyId, referenceDate)).filter(
          (member) => !member.hasWithdrawn && !member.hasDeclinedFurtherWaves,
        ).length
      : (await listCases(db, studyId, waveNumber)).length;
  const analysis = openAnalysis(kept.plan, kept.cube);
  const { counts, rates } = responseOf(analysis, everyone, last);
  const earlierAnswers = counts.I + counts.P;
  const laterResponseRate = rates.rr2 ?? 0;
  if (invited === 0 || earlierAnswers === 0 || laterResponseRate === 0) return null;
  const known = pair === undefined ? null : retentionOf(analysis, everyone, [before, last]).rate;
  const later = invited * laterResponseRate;
  const retention = Math.min(known ?? laterResponseRate, later / earlierAnswers);
  const phi = pair === undefined ? unknownPhi : (medianPhi(analysis, [before, last]) ?? unknownPhi);
  const planned = { invited, earlierAnswers, laterResponseRate, retention, phi, alpha, power };
  const { up } = detectableShareChange({ ...planned, finitePopulation: false }, 0.5);
  return { comparedWith: last, ...planned, smallest: up };
}

function medianPhi(
  analysis: ReturnType<typeof openAnalysis>,
  waves: readonly [string, string],
): number | null {
  try {
    const found = analysis.plan.items
      .flatMap((item) =>
        item.main.filter((name) => measureOf(item, name)?.kind !== "mean").map((name) => [item.id, name]),
      )
      .flatMap(([item, name]) => {
        const change = estimateChange(analysis, item!, name!, everyone, waves);
        return change.kind === "share" && change.bothN > 0 ? [change.phi] : [];
      })
      .sort((a, b) => a - b);
    return found[Math.floor((found.length - 1) / 2)] ?? null;
  } catch (error) {
    if (error instanceof WeightingError) return null;
    throw error;
  }
}
