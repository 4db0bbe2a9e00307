// The public-use file: everything declared is published, and the whole ledger of published tables is written down.
import type { Kysely } from "kysely";
import type { PlanItem } from "../change/cube/analysis-plan.ts";
import { comparabilityOf, isAskedIn } from "../change/cube/analysis-plan.ts";
import { keptPlans } from "../change/cube-store.ts";
import { measureOf } from "../change/measure.ts";
import type { Database } from "../db/schema.ts";
import { allShownTables } from "../disclosure/published-table-store.ts";
import { languageCodes } from "../language/language-code.ts";
import type { StudyDefinition } from "../study/study.ts";
import { evaluatedWaves } from "./evaluation-data.ts";
import { figuresCodebook } from "./figures-codebook.ts";
import { figuresFile, type PublishedFigures } from "./figures-file.ts";
import { type Evaluation, openEvaluation } from "./open-evaluation.ts";
import { publicUseReadme } from "./public-use-readme.ts";
import { type NeededTable, publishNeeded } from "./publish-needed.ts";
import { changeNeeded, distributionNeeded } from "./read-change-view.ts";
import { levelNeeded } from "./read-level-view.ts";
import { responseNeeded } from "./read-study-view.ts";
import { shownBreakdowns } from "./shown-breakdowns.ts";
import { distributionAnswers } from "./tables/distribution-table.ts";

/** The files by name; each a text in UTF-8. */
export type PublicUseFiles = Readonly<Record<PublicUseFileName, string>>;

export const publicUseFileNames = ["figures.csv", "codebook.csv", "README.txt"] as const;
export type PublicUseFileName = (typeof publicUseFileNames)[number];

/** The files, or why there are none. */
export type PublicUse =
  | { readonly kind: "written"; readonly files: PublicUseFiles }
  /** No wave is closed, or one was opened again meanwhile. */
  | { readonly kind: "no-figures" };

/**
 * Publishes every declared table of every closed wave and pair of them, then writes down all that is in the ledger,
 * crossings included. The figures are a function of the ledger alone: the file tells nothing that was not published
 * as a protected table. The same ledger gives the same file to the last byte.
 */
export async function publicUseFiles(
  db: Kysely<Database>,
  study: StudyDefinition,
  now: Date,
): Promise<PublicUse> {
  const closed = (await evaluatedWaves(db, study.studyId)).filter(({ state }) => state === "closed");
  const labels = closed.map(({ label }) => label);
  const sets = [
    ...labels.map((label) => [label]),
    ...labels.flatMap((earlier, at) => labels.slice(at + 1).map((later) => [earlier, later])),
  ];
  const evaluations: Evaluation[] = [];
  for (const waves of sets) {
    const opened = await openEvaluation(db, study, waves);
    if (opened.kind !== "open") continue;
    evaluations.push(opened.evaluation);
    for (const needed of declaredTables(opened.evaluation)) {
      if ((await publishNeeded(db, opened.evaluation, needed, now)) === null) return { kind: "no-figures" };
    }
  }
  if (evaluations.length === 0) return { kind: "no-figures" };
  const tables = inOrder(await allShownTables(db, study.studyId), evaluations);
  const files: PublicUseFiles = {
    "figures.csv": figuresFile(study.studyId, tables),
    "codebook.csv": figuresCodebook(study, evaluations, tables),
    "README.txt": publicUseReadme(study, await keptPlans(db, study.studyId), languageCodes),
  };
  return { kind: "written", files };
}

/** What the pages and the API offer of a wave or a pair of waves without being asked for crossings, in batches. */
function declaredTables({ plan, waves }: Evaluation): NeededTable[][] {
  const [first, second] = waves.map(({ label }) => label) as [string, string?];
  const breakdowns = [null, ...shownBreakdowns(plan)];
  const measured = plan.items.filter(({ type }) => type !== "open");
  if (second === undefined) {
    return [
      breakdowns.map((breakdown) => responseNeeded(first, breakdown)),
      ...measured
        .filter((item) => isAskedIn(item, first))
        .map((item) => [
          ...measuresOf(item).flatMap((measure) =>
            breakdowns.map((breakdown) => levelNeeded(first, item.id, measure, breakdown)),
          ),
          ...(distributionAnswers(item).length === 0 ? [] : [distributionNeeded(first, item.id)]),
        ]),
    ];
  }
  return measured
    .filter((item) => comparabilityOf(item, first, second) !== "not_comparable")
    .filter((item) => isAskedIn(item, first) && isAskedIn(item, second))
    .map((item) =>
      measuresOf(item).flatMap((measure) =>
        breakdowns.map((breakdown) => changeNeeded([first, second], item.id, measure, breakdown)),
      ),
    );
}

const measuresOf = (item: PlanItem): string[] =>
  [...new Set([...item.main, ...item.measures])].filter((measure) => measureOf(item, measure) !== null);

/** By kind, then as the plan has its waves, questions, measures and groups; what it does not have comes last. */
function inOrder(
  tables: Awaited<ReturnType<typeof allShownTables>>,
  evaluations: readonly Evaluation[],
): PublishedFigures[] {
  const items = evaluations.flatMap(({ plan }) => plan.items);
  const known = {
    kind: ["response", "level", "distribution", "change"],
    item: [...new Set(items.map(({ id }) => id))],
    measure: [...new Set(items.flatMap(measuresOf))],
    breakdown: [...new Set(evaluations.flatMap(({ plan }) => shownBreakdowns(plan)))],
  };
  const place = (list: readonly string[], value: unknown): number => {
    if (value === null || value === undefined) return -1;
    const at = list.indexOf(String(value));
    return at < 0 ? list.length : at;
  };
  const isMulti = (id: unknown) =>
    items.some((item) => item.id === id && (item.type === "multi" || item.type === "top3"));
  return tables
    .map(({ specification, table }) => ({
      subject: specification,
      table,
      isMulti: isMulti(specification.item),
      rank: [
        place(known.kind, specification.kind),
        ...[0, 1].map((at) => Number(table.waves[at] ?? 0)),
        place(known.item, specification.item),
        place(known.measure, specification.measure),
        place(known.breakdown, specification.breakdown),
      ],
    }))
    .sort((a, b) => a.rank.map((own, at) => own - b.rank[at]!).find((difference) => difference !== 0) ?? 0)
    .map(({ rank: _, ...published }) => published);
}
