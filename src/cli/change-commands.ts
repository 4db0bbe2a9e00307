// tidvis change: what changed between two waves of a study, protected as on the pages, or whole for the operator.
import { type Command, Option } from "commander";
import { recordAudit } from "../access/audit-log.ts";
import { findKeptPlan } from "../change/cube-store.ts";
import type { Results } from "../change/folder/results.ts";
import { readBreakdowns, unprotectedChanges } from "../change/unprotected-changes.ts";
import { protectedChanges, protectedChangesFile } from "../report/protected-changes.ts";
import { listWaves } from "../wave/wave-store.ts";
import { numberFrom } from "./arguments.ts";
import { alignedTable, type CommandContext, CommandRefusedError, operator, studyNamed } from "./command.ts";

interface ChangeFlags {
  readonly from?: number;
  readonly to?: number;
  readonly by?: string;
  readonly format: "text" | "csv" | "json";
  readonly unprotected?: boolean;
  readonly samePost?: boolean;
}

const help = `
Without --unprotected: what the evaluator's pages say, with the same rounding; small groups read "hidden". As csv a row
per figure, with the columns of tidvis public-use.

With --unprotected (for the operator alone): every figure under the names of tidvis analyse, in full precision. As
json or csv for every group unless --by names some, and for the waves between the two as well. The family of p_bh is
that of the comparisons in analysis.json, or the two waves where it states none; answers to other questions and
crossings belong to no family. --from and --to may be the same wave: its levels.`;

export function addChangeCommands(program: Command, context: CommandContext): void {
  program
    .command("change")
    .argument("<study>")
    .option("--from <wave>", "the earlier wave; the first that is closed unless given", numberFrom)
    .option("--to <wave>", "the later wave; the last that is closed unless given", numberFrom)
    .option(
      "--by <groups>",
      "break down by these, for instance role,municipality,role*size,answer:takes_part",
    )
    .addOption(
      new Option("--format <format>", "how to print it").choices(["text", "csv", "json"]).default("text"),
    )
    .option(
      "--unprotected",
      "full precision, small groups included: for the operator alone, and noted in the audit log",
    )
    .option(
      "--same-post",
      "follow the post instead of the person: whoever holds the seat (with --unprotected)",
    )
    .description("what changed between two closed waves, with base, interval and verdict")
    .addHelpText("after", help)
    .action(async (studyId: string, flags: ChangeFlags) => {
      const deps = await context.open();
      const study = await studyNamed(deps, studyId);
      const { format } = flags;
      const closed = (await listWaves(deps.db, study.studyId)).filter(({ state }) => state === "closed");
      const from = flags.from ?? closed.at(0)?.waveNumber;
      const to = flags.to ?? closed.at(-1)?.waveNumber;
      if (from === undefined || to === undefined) {
        throw new CommandRefusedError(`no wave of ${studyId} is closed yet`);
      }
      const breakdowns = flags.by?.split(",").map((name) => name.trim()) ?? null;
      const waves = [String(from), String(to)] as const;
      const kept = await findKeptPlan(deps.db, study.studyId, waves);
      if (kept === undefined || from > to || (from === to && !flags.unprotected)) {
        throw new CommandRefusedError(
          `waves ${from} and ${to} of ${studyId} cannot be compared: both must be closed, the earlier one first`,
        );
      }
      const groups = kept.plan.groups.map(({ variable }) => variable);
      if (!flags.unprotected && flags.samePost)
        throw new CommandRefusedError("--same-post is for --unprotected: the pages follow persons");
      const names = breakdowns ?? (flags.unprotected && format !== "text" ? groups : []);
      const { unknown, ...shown } = readBreakdowns(names, kept.plan);
      if (unknown.length > 0) {
        throw new CommandRefusedError(
          `${studyId} has no groups called ${unknown.join(", ")}; it has ${groups.join(", ")}, the answers to each question (answer:NAME), and two of these crossed (${groups.slice(0, 2).join("*")})`,
        );
      }
      const unit = flags.samePost ? "seat" : "member";
      if (!flags.unprotected && format === "csv") {
        const request = { study, waves, breakdowns: names, now: deps.now() };
        const file = await protectedChangesFile(deps.db, request);
        for (const line of file.trimEnd().split("\r\n")) context.io.out(line);
        return;
      }
      const results = flags.unprotected
        ? await unprotectedChanges(deps.db, { study, from, to, breakdowns: shown, unit })
        : await protectedChanges(deps.db, { study, waves, breakdowns: names, now: deps.now() });
      if (flags.unprotected) {
        context.io.err(
          "These figures are not protected: small groups can give people away. Do not publish them as they are.",
        );
        const detail = { waves, breakdowns: names, format, unit };
        await deps.db.transaction().execute((tx) =>
          recordAudit(tx, {
            studyId: study.studyId,
            actor: operator,
            act: "unprotected-figures-read",
            detail,
            at: deps.now(),
          }),
        );
      }
      for (const line of printed(results, studyId, format)) context.io.out(line);
    });
}

const changeColumns = ["n_a", "n_b", "est_a", "est_b", "est", "ci_lo", "ci_hi", "p_bh", "verdict"];

function printed(results: Results, studyId: string, format: "text" | "csv" | "json"): string[] {
  if (format === "json") return [JSON.stringify({ case: studyId, results }, null, 1)];
  if (format === "csv")
    return [
      "figure,value",
      ...Object.entries(results).map(([key, value]) => `${quoted(key)},${value ?? ""}`),
    ];
  const rows = new Map<string, Record<string, string | number | null>>();
  for (const [key, value] of Object.entries(results)) {
    const [stat, item, code, group, , field] = key.split("/");
    if (stat !== "change_share" && stat !== "change_mean" && stat !== "bh") continue;
    const row = `${item} ${code}  ${group}`;
    rows.set(row, { ...rows.get(row), [field!]: value });
  }
  const cells = [...rows].map(([row, fields]) => [row, ...changeColumns.map((name) => shown(fields[name]))]);
  return alignedTable([["", ...changeColumns], ...cells]);
}

const shown = (value: string | number | null | undefined) =>
  typeof value === "number" && !Number.isInteger(value) ? value.toFixed(3) : (value ?? null);

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
