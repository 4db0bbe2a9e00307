// tidvis analyse: every number from a folder of cases and answers, without a study and without a service.
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import { buildCube } from "../change/cube/cube-builder.ts";
import { analyse } from "../change/folder/analyse.ts";
import { readAnalysisFolder } from "../change/folder/analysis-folder.ts";
import { CommandRefusedError } from "./command.ts";
import type { CommandIo } from "./command-io.ts";

export function addAnalyseCommand(program: Command, io: CommandIo): void {
  program
    .command("analyse")
    .argument("<dir>", "a folder with analysis.json, cases.csv and answers.csv")
    .option("--out <file>", "where to write the results; standard output if left out")
    .description("compute every figure from data collected elsewhere, in full precision and unprotected")
    .action(async (dir: string, { out }: { out?: string }) => {
      const folder = resolve(io.workingFolder, dir);
      const read = await readAnalysisFolder(folder);
      for (const warning of read.warnings) io.err(`warning: ${warning}`);
      if (read.kind === "invalid") {
        for (const problem of read.problems) io.err(problem);
        throw new CommandRefusedError(
          `${dir} cannot be analysed: ${read.problems.length} problem${read.problems.length === 1 ? "" : "s"}, listed above`,
        );
      }
      const { plan, rows } = read;
      const results = { case: plan.id, results: analyse(plan, buildCube(plan, rows)) };
      const text = JSON.stringify(results, null, 1);
      io.err(
        "These figures are not protected: small groups can give people away. Do not publish them as they are.",
      );
      if (out === undefined) io.out(text);
      else {
        await writeFile(resolve(io.workingFolder, out), `${text}\n`);
        io.out(`${Object.keys(results.results).length} figures in ${out}`);
      }
    });
}
