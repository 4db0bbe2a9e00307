// What must be hidden in all tables of a study together: found when a wave closes, kept in the ledger, and reckoned
// with whenever another breakdown is asked for.
import type { Kysely } from "kysely";
import { type Analysis, openAnalysis } from "../change/analysis.ts";
import { findKeptPlan, type KeptPlan, keptPlans, loadCube, waveSetName } from "../change/cube-store.ts";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import { loadSolver, type Solver } from "../disclosure/linear-program.ts";
import type { DisclosureRules } from "../disclosure/minimum-base.ts";
import { isPanelTotalSafe, type PairRelease } from "../disclosure/panel-attack.ts";
import {
  holdForProtection,
  type KeptPattern,
  keepPattern,
  keptPatterns,
} from "../disclosure/pattern-store.ts";
import { crossedIn, type StudyProtection } from "../disclosure/protect-table.ts";
import type { Release } from "../disclosure/reader-knowledge.ts";
import { type Entry, isHiddenIn, joined, sumOf } from "../disclosure/wave-counts.ts";
import { CountsGoneError, type Evaluation } from "./open-evaluation.ts";
import {
  baseLayer,
  crossedEntriesOf,
  entriesOf,
  type FineWave,
  fineWave,
  fineWaves,
  groupVariables,
  respondentsLayer,
  stayedOf,
  unitEntriesOf,
} from "./tables/wave-counts-of.ts";
import {
  addBreakdown,
  declaredPattern,
  type RefusalReason,
  releaseOf,
  sizesOf,
  wholeRelease,
} from "./wave-protection.ts";

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
  const { decided } = found;
  const solver = await loadSolver();
  const rules = { minimumBase: study.minimumBase };
  const isHidden: StudyProtection["isHidden"] = (wave, layer, breakdown, entry, respondents) => {
    const patterns = decided.get(wave) ?? [];
    const isOther = (sizes: ReadonlyMap<string, number>) => (sizes.get(entry) ?? respondents) !== respondents;
    if (patterns.some(({ sizes }) => isOther(sizes))) return true;
    const name = breakdown === "unit" ? unitBreakdown(kept.waves) : breakdown;
    const isDecided = name === null || patterns.some((pattern) => pattern.breakdowns.includes(name));
    return !isDecided || patterns.some(({ hidden }) => isHiddenIn(hidden, layer, entry));
  };
  const analysis = waves.length === 2 ? await evaluation.analysis() : null;
  const safe = new Map<string, boolean>();
  return {
    kind: "protected",
    protection: {
      isHidden,
      isPanelShown: (_, layer, breakdown) => {
        if (breakdown !== null || analysis === null) return false;
        const known = safe.get(layer) ?? isPanelShown(solver, evaluation, analysis, layer, isHidden, rules);
        safe.set(layer, known);
        return known;
      },
    },
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

/** Whether the number who answered both times may be told for everybody, judged on the two waves together. */
function isPanelShown(
  solver: Solver,
  { plan, waves }: Evaluation,
  analysis: Analysis,
  layer: string,
  isHidden: StudyProtection["isHidden"],
  rules: DisclosureRules,
): boolean {
  const labels = waves.map(({ label }) => label) as [string, string];
  const fine = fineWaves(analysis, labels) as [FineWave, FineWave];
  const places = fine.map(({ counts }) => counts.layers.findIndex(({ name }) => name === layer));
  const item = plan.items.find(({ id }) => layer.startsWith(JSON.stringify([id]).slice(0, -1)));
  const measure = [...(item?.main ?? []), ...(item?.measures ?? [])].find(
    (name) => item !== undefined && baseLayer(item.id, name) === layer,
  );
  if (item === undefined || measure === undefined || places.includes(-1)) return false;
  const release = (at: 0 | 1): Release => {
    const start = wholeRelease(fine[at], rules);
    const entries = groupVariables(plan).flatMap((variable) => entriesOf(fine[at], variable));
    const names = (of: string) =>
      entries
        .filter((entry) => {
          const respondents = sumOf(fine[at].counts.layers[0]!.counts, entry);
          return isHidden(labels[at], of, entry.breakdown, entry.name, respondents);
        })
        .map(({ name }) => name);
    const within = new Map([respondentsLayer, layer].map((of) => [of, new Set(names(of))]));
    return {
      counts: fine[at].counts,
      entries: [...start.entries, ...entries],
      hidden: joined(start.hidden, { everywhere: new Set(), within }),
    };
  };
  const pair: PairRelease = {
    earlier: release(0),
    later: release(1),
    layer: [places[0]!, places[1]!],
    stayed: stayedOf(analysis, labels, item.id, measure),
  };
  return isPanelTotalSafe(solver, pair, rules);
}
