// tidvis public-use: everything that may be published of a study, as files that anyone may have.
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { publicUseFiles } from "../report/public-use.ts";
import { type CommandContext, CommandRefusedError, studyNamed } from "./command.ts";

const help = `
Writes figures.csv (a row per figure: who answered, the answers of each wave, what changed, for everyone and by group),
codebook.csv (what its columns and codes mean, in every language) and README.txt. Rounded as on the pages; small groups,
and what would tell of them, read "hidden". Everything in the files is published with that, and the waves in them cannot
be opened again. There are no rows per person.`;

export function addPublicUseCommand(program: Command, context: CommandContext): void {
  program
    .command("public-use")
    .argument("<study>")
    .requiredOption("--out <folder>", "the folder to write into; made if it is not there")
    .description("write everything that may be published, as files that anyone may have")
    .addHelpText("after", help)
    .action(async (studyId: string, { out }: { out: string }) => {
      const deps = await context.open();
      const study = await studyNamed(deps, studyId);
      const found = await publicUseFiles(deps.db, study, deps.now());
      if (found.kind === "no-figures") throw new CommandRefusedError(`no wave of ${studyId} is closed yet`);
      const folder = resolve(context.io.workingFolder, out);
      try {
        await mkdir(folder, { recursive: true });
        for (const [name, text] of Object.entries(found.files)) await writeFile(join(folder, name), text);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new CommandRefusedError(
          `${out} cannot be written into (${reason}). Give another folder with --out.`,
        );
      }
      const figures = found.files["figures.csv"].split("\r\n").length - 2;
      context.io.out(`${out}: ${figures} figures written, with codebook.csv and README.txt`);
    });
}
