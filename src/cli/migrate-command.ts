// tidvis migrate: bring the database to the newest schema.
import type { Command } from "commander";
import { migrate } from "../db/migrate.ts";
import type { CommandContext } from "./command.ts";

export function addMigrateCommand(program: Command, context: CommandContext): void {
  program
    .command("migrate")
    .description(
      "bring the database to the newest schema; other commands on this machine do it by themselves",
    )
    .action(async () => {
      const { db } = await context.open();
      const done = await migrate(db);
      for (const name of done) context.io.out(name);
      context.io.out("the schema is the newest");
    });
}
