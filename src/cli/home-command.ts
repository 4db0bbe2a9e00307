// tidvis move-home: the service runs at another address from now on.
import type { Command } from "commander";
import { moveHome } from "../mailing/service-home.ts";
import { type CommandContext, operator } from "./command.ts";

export function addHomeCommand(program: Command, context: CommandContext): void {
  program
    .command("move-home")
    .description(
      "say that this database belongs to the address in TIDVIS_PUBLIC_URL now; until then a database that was copied or moved mails nobody",
    )
    .action(async () => {
      const { db, publicUrl, now } = await context.open();
      const moved = await moveHome(db, { publicUrl, actor: operator, now: now() });
      context.io.out(
        moved.kind === "moved"
          ? `moved from ${moved.from} to ${publicUrl}`
          : `already at home at ${publicUrl}`,
      );
    });
}
