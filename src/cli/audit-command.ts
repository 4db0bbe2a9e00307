// tidvis audit: what was done with a study, by whom and when, and whether the log is whole.
import { type Command, Option } from "commander";
import { checkAuditLog } from "../access/audit-log.ts";
import { readAuditEntries } from "../access/audit-store.ts";
import { type CommandContext, CommandRefusedError, studyNamed } from "./command.ts";

export function addAuditCommand(program: Command, context: CommandContext): void {
  program
    .command("audit")
    .argument("<study>")
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text"))
    .description("every act on the study's data, and whether an entry is missing or was altered")
    .action(async (studyId: string, { format }: { format: "text" | "json" }) => {
      const { db } = await context.open();
      const study = await studyNamed({ db }, studyId);
      const checked = await checkAuditLog(db, study.studyId);
      const entries = await readAuditEntries(db, study.studyId);
      if (format === "json") context.io.out(JSON.stringify(entries, null, 2));
      else {
        for (const { entryNumber, at, actor, act, detail } of entries) {
          context.io.out(`${entryNumber}  ${at.toISOString()}  ${actor}  ${act}  ${JSON.stringify(detail)}`);
        }
      }
      if (checked.kind === "broken") {
        throw new CommandRefusedError(
          `the log is not whole: entry ${checked.entryNumber} is missing, altered or out of place`,
        );
      }
      context.io.err(`${entries.length} entries, none missing, none altered`);
    });
}
