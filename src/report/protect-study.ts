// What must be hidden in all tables of a study together: found when a wave closes, kept in the ledger, and reckoned
// with whenever another breakdown is asked for.
import type { Kysely } from "kysely";
import { type Analysis, openAnalysis } from "../change/analysis.ts";
import { findKeptPlan, type KeptPlan, keptPlans, loadCube, waveSetName } from "../change/cube-store.ts";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import { loadSolver } from "../disclosure/linear-program.ts";
import {
  holdForProtection,
  type KeptPattern,
  keepPattern,
  keptPatterns,
} from "../disclosure/pattern-store.ts";
import { crossedIn, type StudyProtection } from "../disclosure/protect-table.ts";
import type { Entry } from "../disclosure/wave-counts.ts";
import { CountsGoneError, type Evaluation } from "./open-evaluation.ts";
import { studyProtection } from "./study-protection.ts";
import {
  crossedEntriesOf,
  entriesOf,
  fineWave,
  groupVariables,
  unitEntriesOf,
} from "./tables/wave-counts-of.ts";
import { addBreakdown, declaredPattern, type RefusalReason, releaseOf, sizesOf } from "./wave-protection.ts";

/** The protection of the waves asked for, or why a breakdown beside the declared ones cannot be shown. */
export type ProtectionOutcome =
  | { readonly kind: "protected"; readonly protection: StudyProtection }
  | { readonly kind: "refused"; readonly breakdown: string; readonly reason: RefusalReason };

/**
 * Finds or recalls what is hidden. The study's own breakdowns are protected together, wave by wave; common units of
 * municipalities and crossings come after, and what is out by then is not changed for them.
 *
 * @param breakdowns that are wanted beside the declared ones: crossings
 */
export async function protectStudy(
  db: Kysely<Database>,
  evaluation: Evaluation,
  breakdowns: readonly string[] = [],
): Promise<ProtectionOutcome> {
  const { study, waves, kept } = evaluation;
  const found = await decideStudy(db, evaluation, breakdowns);
  if (found.kind === "refused") return found;
  const [earlier, later] = waves.map(({ label }) => label);
  return {
    kind: "protected",
    protection: studyProtection({
      solver: await loadSolver(),
      decided: found.decided,
      unit: unitBreakdown(kept.waves),
      pair:
        later === undefined
          ? null
          : { analysis: await evaluation.analysis(), waves: [earlier!, later] as const },
      rules: { minimumBase: study.minimumBase },
    }),
  };
}

/** What was decided on for each of some waves, or why one of the breakdowns cannot be shown. */
type StudyDecision =
  | { readonly kind: "decided"; readonly decided: ReadonlyMap<string, readonly KeptPattern[]> }
  | { readonly kind: "refused"; readonly breakdown: string; readonly reason: RefusalReason };

/** Decides, or recalls, what is hidden in each wave of an evaluation, one transaction per wave. */
export async function decideStudy(
  db: Kysely<Database>,
  evaluation: Evaluation,
  breakdowns: readonly string[] = [],
): Promise<StudyDecision> {
  const { plan, waves, kept } = evaluation;
  const units = plan.unitMap === null ? [] : [unitBreakdown(kept.waves)];
  const decided = new Map<string, readonly KeptPattern[]>();
  for (const { label } of waves) {
    const found = await inTransaction(db, (tx) =>
      decideWave(tx, evaluation, label, [...units, ...breakdowns]),
    );
    if (found.kind === "refused") return found;
    decided.set(label, found.patterns);
  }
  return { kind: "decided", decided };
}

/** Crossings that were seen to be impossible when the waves closed, with the reason; none where nobody looked yet. */
export async function refusedCrossings(
  db: Kysely<Database>,
  { study: { studyId }, waves }: Evaluation,
): Promise<ReadonlyMap<string, RefusalReason>> {
  const refused = new Map<string, RefusalReason>();
  for (const { label } of waves) {
    const kept = await findKeptPlan(db, studyId, [label]);
    const patterns =
      kept === undefined ? [] : await keptPatterns(db, studyId, label, kept.provenance.checksum);
    for (const pattern of patterns)
      for (const [name, reason] of pattern.refused ?? []) refused.set(name, reason as RefusalReason);
  }
  return refused;
}

/** Common units depend on the waves that are compared, and so does their name in the ledger. */
const unitBreakdown = (counted: readonly string[]): string => `unit@${waveSetName(counted)}`;

type WaveDecision =
  | { readonly kind: "decided"; readonly patterns: readonly KeptPattern[] }
  | { readonly kind: "refused"; readonly breakdown: string; readonly reason: RefusalReason };

async function decideWave(
  tx: Kysely<Database>,
  evaluation: Evaluation,
  wave: string,
  wanted: readonly string[],
): Promise<WaveDecision> {
  const { studyId, minimumBase } = evaluation.study;
  const kept = await findKeptPlan(tx, studyId, [wave]);
  if (kept === undefined) throw new CountsGoneError(`cube of wave ${wave} of study ${studyId}`);
  const { checksum } = kept.provenance;
  const declared = groupVariables(kept.plan);
  const missingIn = (patterns: readonly KeptPattern[]) =>
    wanted.filter((name) => !patterns.some(({ breakdowns }) => breakdowns.includes(name)));
  let patterns = await keptPatterns(tx, studyId, wave, checksum);
  if (patterns.length > 0 && missingIn(patterns).length === 0) return { kind: "decided", patterns };
  await holdForProtection(tx, studyId, wave);
  patterns = await keptPatterns(tx, studyId, wave, checksum);
  const fine = fineWave(await analysisOf(tx, studyId, kept), wave);
  const solver = await loadSolver();
  const rules = { minimumBase };
  const keep = async (pattern: KeptPattern) => {
    await keepPattern(tx, studyId, wave, { place: patterns.length, checksum, pattern });
    patterns = [...patterns, pattern];
  };
  if (patterns.length === 0) await keep(declaredPattern(solver, fine, declared, rules));
  const plans = new Map((await keptPlans(tx, studyId)).map((of) => [unitBreakdown(of.waves), of.plan]));
  const entriesNamed = (breakdown: string): Entry[] => {
    const ofUnits = plans.get(breakdown);
    if (ofUnits !== undefined) return unitEntriesOf(fine, ofUnits, wave);
    const crossed = crossedIn(breakdown);
    return crossed === null ? entriesOf(fine, breakdown) : crossedEntriesOf(fine, crossed);
  };
  for (const breakdown of missingIn(patterns)) {
    const before = releaseOf(fine, rules, patterns, entriesNamed);
    const decision = addBreakdown(solver, before, entriesNamed(breakdown), rules);
    if (typeof decision === "string" && !breakdown.startsWith("unit@"))
      return { kind: "refused", breakdown, reason: decision };
    const rows = entriesNamed(breakdown);
    const all = new Set(rows.map(({ name }) => name));
    const hidden = typeof decision === "string" ? { everywhere: all, within: new Map() } : decision;
    await keep({ breakdowns: [breakdown], hidden, sizes: sizesOf(fine, rows) });
  }
  return { kind: "decided", patterns };
}

async function analysisOf(tx: Kysely<Database>, studyId: string, kept: KeptPlan): Promise<Analysis> {
  const cube = await loadCube(tx, studyId, kept);
  if (cube === undefined) throw new CountsGoneError(`cube ${kept.waves.join("-")} of study ${studyId}`);
  return openAnalysis(kept.plan, cube);
}
