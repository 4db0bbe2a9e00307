// tidvis wave status: how a wave stands, by role and municipality.
import { type Command, Option } from "commander";
import { foreseeChange } from "../change/foresee-change.ts";
import { municipalityOn } from "../registers/municipality.ts";
import { roleLabel, type StudyDefinition } from "../study/study.ts";
import { casesWithOutcomes, waveStanding } from "../wave/case-outcomes.ts";
import type { FieldCounts } from "../wave/field-counts.ts";
import { type GroupRates, headlineRate } from "../wave/response-rate.ts";
import { findWave } from "../wave/wave-store.ts";
import { numberFrom } from "./arguments.ts";
import {
  alignedTable,
  type CommandContext,
  CommandRefusedError,
  foreseenLine,
  studyNamed,
} from "./command.ts";

export function addWaveStatusCommand(wave: Command, context: CommandContext): void {
  wave
    .command("status")
    .argument("<study>")
    .argument("<wave>", "its number", numberFrom)
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text"))
    .description("who has been asked and has answered, as counts, with the response rate by its name")
    .action(async (studyId: string, waveNumber: number, { format }: { format: "text" | "json" }) => {
      const deps = await context.open();
      const study = await studyNamed(deps, studyId);
      const found = await findWave(deps.db, study.studyId, waveNumber);
      if (found === undefined) throw new CommandRefusedError(`${studyId} has no wave ${waveNumber}`);
      const { summary, rates } = waveStanding(
        await casesWithOutcomes(deps.db, found, study.silentDisposition),
      );
      if (format === "json") {
        const json = {
          study: studyId,
          wave: waveNumber,
          state: found.state,
          counts: plain(summary),
          rates: plain(rates),
          foreseen: found.state === "closed" ? null : await foreseeChange(deps.db, study, found),
        };
        context.io.out(JSON.stringify(json, null, 2));
        return;
      }
      const { name } = headlineRate(rates.overall);
      const line = (label: string, counts: FieldCounts, group: GroupRates | undefined) => [
        label,
        counts.cases,
        counts.answered,
        counts.started,
        counts.declined,
        counts.left + counts.notMe,
        percent(group?.rates[name] ?? null),
      ];
      const rows = [
        ["", "invited", "answered", "started", "declined", "left", name.toUpperCase()],
        line("all", summary.overall, rates.overall),
        ...[...summary.byRole].map(([role, counts]) =>
          line(roleLabel(study, role, "en").plural, counts, rates.byRole.get(role)),
        ),
        ...[...summary.byMunicipality].map(([code, counts]) =>
          line(municipalityName(study, code, found.referenceDate), counts, rates.byMunicipality.get(code)),
        ),
      ];
      context.io.out(`${studyId}, wave ${waveNumber}: ${found.state}, ${found.opensOn} to ${found.closesOn}`);
      for (const text of alignedTable(rows)) context.io.out(text);
      const foreseen = await foreseenLine(deps, study, waveNumber);
      if (foreseen !== null) context.io.out(foreseen);
    });
}

function municipalityName(study: StudyDefinition, code: string, on: string): string {
  return municipalityOn(study.country, code, on)?.name ?? code;
}

const percent = (proportion: number | null) =>
  proportion === null ? null : `${(proportion * 100).toFixed(1)} %`;

/** Maps as objects, for JSON. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner)]));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
