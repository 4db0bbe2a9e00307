// Runs one command, wherever it was typed: in its own process, or handed over to the running service.
import { Command, CommanderError } from "commander";
import type { AppDeps } from "../app/deps.ts";
import { programVersion } from "../app/program-version.ts";
import { ServiceError } from "../db/service-error.ts";
import { addAuditCommand } from "./audit-command.ts";
import { addChangeCommands } from "./change-commands.ts";
import type { CommandContext } from "./command.ts";
import type { CommandIo } from "./command-io.ts";
import { addHomeCommand } from "./home-command.ts";
import { addMigrateCommand } from "./migrate-command.ts";
import { addPanelCommands } from "./panel-commands.ts";
import { addPublicUseCommand } from "./public-use-command.ts";
import { addStaffCommands } from "./staff-commands.ts";
import { addStudyCommands } from "./study-commands.ts";
import { addWaveCommands } from "./wave-commands.ts";

/**
 * @param words what was typed after `tidvis`
 * @param open connects on first use, so that help and mistyped commands need no database
 * @returns the exit code: 0, or 1 after a clear line on standard error
 */
export async function runCommand(
  words: readonly string[],
  io: CommandIo,
  open: () => Promise<AppDeps>,
  addMore: (program: Command) => void = () => {},
): Promise<number> {
  const program = new Command("tidvis");
  program
    .description(
      "Longitudinal surveys of small, known groups: the same questions wave after wave, and what changed.",
    )
    .version(programVersion)
    .showHelpAfterError("(tidvis --help lists the commands)")
    .configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.err(text.trimEnd()),
    })
    .exitOverride();
  const context: CommandContext = { io, open };
  addMore(program);
  addMigrateCommand(program, context);
  addStudyCommands(program, context);
  addPanelCommands(program, context);
  addWaveCommands(program, context);
  addStaffCommands(program, context);
  addChangeCommands(program, context);
  addPublicUseCommand(program, context);
  addAuditCommand(program, context);
  addHomeCommand(program, context);
  try {
    await program.parseAsync([...words], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (error instanceof ServiceError) {
      io.err(`tidvis: ${error.message}`);
      return 1;
    }
    throw error;
  }
}
