// What must be hidden in all tables of a study together: found at the first figure of a wave, kept in the ledger,
// and reckoned with whenever another breakdown is asked for.
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
import { protectJointly } from "../disclosure/protect-jointly.ts";
import { crossedIn, type StudyProtection } from "../disclosure/protect-table.ts";
import type { Release } from "../disclosure/reader-knowledge.ts";
import {
  type Entry,
  isHiddenIn,
  joined,
  nothingHidden,
  type Pattern,
  sumOf,
  wholeOf,
} from "../disclosure/wave-counts.ts";
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

/** Why a crossing of two groups cannot be shown. */
export type RefusalReason = "too-few" | "would-tell" | "same-groups";

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
  const { study, plan, waves, kept } = evaluation;
  const units = plan.unitMap === null ? [] : [unitBreakdown(kept.waves)];
  const wanted = [...units, ...breakdowns];
  const decided = new Map<string, readonly KeptPattern[]>();
  for (const { label } of waves) {
    const found = await inTransaction(db, (tx) => decideWave(tx, evaluation, label, wanted));
    if (found.kind === "refused") return found;
    decided.set(label, found.patterns);
  }
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
  const keep = async (decision: Omit<KeptPattern, "sizes">, entries: readonly Entry[]) => {
    const respondents = fine.counts.layers[0]!.counts;
    const sizes = new Map(entries.map((entry) => [entry.name, sumOf(respondents, entry)]));
    const pattern: KeptPattern = { ...decision, sizes };
    await keepPattern(tx, studyId, wave, { place: patterns.length, checksum, pattern });
    patterns = [...patterns, pattern];
  };
  if (patterns.length === 0) {
    const added = declared.flatMap((variable) => entriesOf(fine, variable));
    const { hidden } = protectJointly(
      solver,
      { before: wholeRelease(fine, minimumBase), added },
      { minimumBase },
    );
    await keep({ breakdowns: declared, hidden }, added);
  }
  const plans = new Map((await keptPlans(tx, studyId)).map((of) => [unitBreakdown(of.waves), of.plan]));
  const entriesNamed = (breakdown: string): Entry[] => {
    const ofUnits = plans.get(breakdown);
    if (ofUnits !== undefined) return unitEntriesOf(fine, ofUnits, wave);
    const crossed = crossedIn(breakdown);
    return crossed === null ? entriesOf(fine, breakdown) : crossedEntriesOf(fine, crossed);
  };
  for (const breakdown of missingIn(patterns)) {
    const before = releaseOf(fine, minimumBase, patterns, entriesNamed);
    const decision = addBreakdown(solver, before, entriesNamed(breakdown), { minimumBase });
    if (typeof decision === "string" && !breakdown.startsWith("unit@"))
      return { kind: "refused", breakdown, reason: decision };
    const rows = entriesNamed(breakdown);
    const all = new Set(rows.map(({ name }) => name));
    const hidden = typeof decision === "string" ? { everywhere: all, within: new Map() } : decision;
    await keep({ breakdowns: [breakdown], hidden }, rows);
  }
  return { kind: "decided", patterns };
}

/**
 * What is hidden in a further breakdown, or why it cannot be shown beside what is out. Where more than half of the
 * groups are too small, hiding them and what must go with them leaves next to nothing: only the margins are shown.
 */
function addBreakdown(
  solver: Solver,
  before: Release,
  entries: readonly Entry[],
  rules: DisclosureRules,
): Pattern | RefusalReason {
  const keyOf = ({ cells }: Entry) => [...cells].sort((a, b) => a - b).join();
  const out = new Map(before.entries.map((entry) => [keyOf(entry), entry]));
  const added = entries.filter((entry) => !out.has(keyOf(entry)));
  const known = entries.filter((entry) => out.has(keyOf(entry)));
  const layers = before.counts.layers.map(({ name }) => name);
  const hiddenAlready = (entry: Entry, layer: string) =>
    isHiddenIn(before.hidden, layer, out.get(keyOf(entry))!.name);
  const inherited: Pattern = {
    everywhere: new Set(
      known.filter((entry) => hiddenAlready(entry, respondentsLayer)).map(({ name }) => name),
    ),
    within: new Map(
      layers.map((layer) => [
        layer,
        new Set(known.filter((entry) => hiddenAlready(entry, layer)).map(({ name }) => name)),
      ]),
    ),
  };
  if (added.length === 0)
    return known.some(({ breakdown }) => breakdown.includes("*")) ? "same-groups" : inherited;
  const respondents = before.counts.layers[0]!;
  const small = added.filter((entry) => sumOf(respondents.counts, entry) < rules.minimumBase);
  if (2 * small.length > added.length) return "too-few";
  const { hidden, exposed } = protectJointly(solver, { before, added }, rules);
  const isAnyShown = added.some(({ name }) => !hidden.everywhere.has(name));
  return exposed.length > 0 || !isAnyShown ? "would-tell" : joined(inherited, hidden);
}

/** Everybody alone; bases below the minimum are hidden from the start. */
function wholeRelease({ counts }: FineWave, minimumBase: number): Release {
  const whole = wholeOf(counts);
  const small = counts.layers.filter((layer) => sumOf(layer.counts, whole) < minimumBase);
  const within = new Map(small.map(({ name }) => [name, new Set([whole.name])]));
  return { counts, entries: [whole], hidden: { everywhere: new Set(), within } };
}

function releaseOf(
  fine: FineWave,
  minimumBase: number,
  patterns: readonly KeptPattern[],
  entriesNamed: (breakdown: string) => Entry[],
): Release {
  const start = wholeRelease(fine, minimumBase);
  const entries = patterns.flatMap(({ breakdowns }) => breakdowns.flatMap(entriesNamed));
  const hidden = patterns.reduce((all, pattern) => joined(all, pattern.hidden), nothingHidden);
  return {
    counts: fine.counts,
    entries: [...start.entries, ...entries],
    hidden: joined(start.hidden, hidden),
  };
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
    const start = wholeRelease(fine[at], rules.minimumBase);
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
