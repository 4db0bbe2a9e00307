// What the files of a wave collected elsewhere are checked against: the codebook and the study's analysis.
import {
  type AnalysisPlan,
  isAskedIn,
  type PlanItem,
  weightingVariables,
} from "../change/cube/analysis-plan.ts";
import { ANSWER_COLUMN } from "../change/cube/column.ts";
import type { Variable, VariableKind } from "../questionnaire/instrument.ts";
import type { AnswerRule } from "../wave/import/imported-answers.ts";

/** Groups that the service knows of every case by itself: from the municipality's code, or as the common unit. */
const known: ReadonlySet<string> = new Set(["municipality", "role", "unit", "county", "size", "centrality"]);

/** Columns of cases.csv that the analysis needs and that nothing else can supply, with what for. */
export function neededColumns({ design }: AnalysisPlan): { column: string; needed: string }[] {
  const needed = [
    { column: design.strata, needed: "the sampling design of analysis.json (strata)" },
    { column: design.baseWeight, needed: "the sampling design of analysis.json (base_weight)" },
    ...weightingVariables(design.weighting).map((column) => ({
      column,
      needed: "the weighting of analysis.json",
    })),
  ];
  return needed.flatMap(({ column, ...rest }) =>
    column === null || known.has(column) || column.startsWith(ANSWER_COLUMN) ? [] : [{ column, ...rest }],
  );
}

/** Every name that the analysis has for a role. */
export function analysedRoles({ groups, design }: AnalysisPlan): ReadonlySet<string> {
  const { weighting } = design;
  const margins =
    weighting.kind === "none" ? [] : weighting.kind === "rake" ? weighting.margins : [weighting.margin];
  return new Set([
    ...groups.filter(({ variable }) => variable === "role").flatMap(({ levels }) => levels),
    ...margins.filter(({ variable }) => variable === "role").flatMap(({ shares }) => [...shares.keys()]),
  ]);
}

const kindOfType: Readonly<Record<PlanItem["type"], VariableKind>> = {
  ordinal: "single",
  yesno: "single",
  scale: "single",
  multi: "multi",
  top3: "rank",
  numeric: "number",
  open: "open",
};

/** What each variable of the questionnaire may hold in a wave. */
export function answerRules(
  variables: readonly Variable[],
  plan: AnalysisPlan,
  wave: string,
): ReadonlyMap<string, AnswerRule> {
  const items = new Map(plan.items.map((item) => [item.id, item]));
  return new Map(
    variables.map((variable) => {
      const item = items.get(variable.name);
      const alone = variable.values.filter(({ missing }) => missing !== null).map(({ code }) => code);
      const codes = variable.values.map(({ code }) => code);
      return [
        variable.name,
        {
          kind: item === undefined ? variable.kind : kindOfType[item.type],
          codes: new Set([...codes, ...(item?.values ?? []), ...(item?.options ?? [])]),
          alone: new Set([...alone, ...(item?.dontKnow ?? [])]),
          isOpenEnded: (item?.crosswalk.size ?? 0) > 0,
          isAsked: item === undefined || isAskedIn(item, wave),
        },
      ];
    }),
  );
}
