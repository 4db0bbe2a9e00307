// tidvis study draft: a study folder from an analysis folder, with its data split by wave, ready to be loaded.
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { type Command, Option } from "commander";
import { readFolderFiles } from "../change/folder/analysis-folder.ts";
import { draftStudy } from "../change/folder/study-draft.ts";
import { decodeText, readTextTable, type TextTable } from "../study/text-table.ts";
import { CommandRefusedError } from "./command.ts";
import type { CommandIo } from "./command-io.ts";

const help = `
ANALYSIS is a folder with analysis.json, cases.csv and answers.csv, as tidvis analyse reads it. OUT becomes a study
folder: study.json, instrument-1.json, analysis.json, texts/, and collected/wave-1/ … with each wave's cases.csv and
answers.csv. The commands that take it in are printed. The same figures then come from
tidvis change STUDY --from 1 --to 2 --unprotected --format json as from tidvis analyse ANALYSIS.`;

export function addStudyDraftCommand(study: Command, io: CommandIo): void {
  study
    .command("draft")
    .argument("<analysis>", "a folder with analysis.json, cases.csv and answers.csv")
    .argument("<out>", "the study folder to write; its name becomes the study's")
    .addOption(new Option("--country <country>", "whose municipalities").choices(["SE", "NO"]).default("SE"))
    .description("draft a study folder from data collected elsewhere, so that its waves can be taken in")
    .addHelpText("after", help)
    .action(async (analysis: string, out: string, { country }: { country: "SE" | "NO" }) => {
      const from = resolve(io.workingFolder, analysis);
      const to = resolve(io.workingFolder, out);
      const studyId = basename(to);
      if (!/^[a-z0-9][a-z0-9-]{1,59}$/.test(studyId))
        throw new CommandRefusedError(
          `${studyId} cannot be the name of a study: 2 to 60 small letters, digits and hyphens`,
        );
      const [plan, cases, answers] = await Promise.all(
        ["analysis.json", "cases.csv", "answers.csv"].map((name) =>
          readFile(join(from, name)).catch(() => {
            throw new CommandRefusedError(`${name} cannot be read in ${analysis}`);
          }),
        ),
      );
      const read = readFolderFiles({ plan: plan!, cases: cases!, answers: answers! });
      for (const warning of read.warnings) io.err(`warning: ${warning}`);
      if (read.kind === "invalid") {
        for (const problem of read.problems) io.err(problem);
        throw new CommandRefusedError(`${analysis} cannot be read: mend what is listed above`);
      }
      const linkEndsOn = `${new Date().getFullYear() + 5}-12-31`;
      const facts = { studyId, country, linkEndsOn };
      const { files, map } = draftStudy(read.plan, decodeText(plan!), read.rows, facts);
      const written = new Map(files);
      if (map !== null) written.set("collected/map.json", map);
      const tables = {
        "cases.csv": readTextTable(decodeText(cases!)),
        "answers.csv": readTextTable(decodeText(answers!)),
      };
      read.plan.waves.forEach((wave, index) => {
        for (const [name, table] of Object.entries(tables))
          written.set(`collected/wave-${index + 1}/${name}`, rowsOfWave(table, wave));
      });
      for (const path of written.keys()) {
        if (await isThere(join(to, path)))
          throw new CommandRefusedError(`${join(out, path)} is there already; nothing is written over`);
      }
      for (const [path, text] of written) {
        await mkdir(dirname(join(to, path)), { recursive: true });
        await writeFile(join(to, path), text);
      }
      io.out(`${studyId}: a draft in ${out}. Take it in with:`);
      const shown = relative(io.workingFolder, to) || ".";
      io.out(`  tidvis study load ${shown}`);
      read.plan.waves.forEach((_, index) => {
        const folder = `${shown}/collected/wave-${index + 1}`;
        const withMap = map === null ? "" : ` --map ${shown}/collected/map.json`;
        io.out(
          `  tidvis wave import ${studyId} ${index + 1} --cases ${folder}/cases.csv --answers ${folder}/answers.csv${withMap} --opens DATE --closes DATE`,
        );
      });
    });
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

function rowsOfWave(table: TextTable, wave: string): string {
  if (table.kind === "unreadable") return "";
  const quoted = (cell: string) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const rows = table.rows
    .filter(({ cells }) => cells.wave === wave)
    .map(({ cells }) => table.columns.map((column) => cells[column]!));
  return [table.columns, ...rows].map((row) => `${row.map(quoted).join(",")}\n`).join("");
}
