// The tidvis command: reads what was typed and does it, in the running service where that has the data open.
import { resolve } from "node:path";
import { addAnalyseCommand } from "./cli/analyse-command.ts";
import type { CommandIo } from "./cli/command-io.ts";
import { runCommand } from "./cli/run-command.ts";
import { addServeCommand } from "./cli/serve-command.ts";
import { readConfig } from "./config.ts";
import { migrate } from "./db/migrate.ts";
import { ServiceError } from "./db/service-error.ts";
import { runInService } from "./node/command-socket.ts";
import { openService, type Service } from "./node/open-service.ts";

const words = process.argv.slice(2);
const io: CommandIo = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  workingFolder: process.cwd(),
};

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    if (words[0] !== "serve" && words[0] !== "analyse") {
      const { settings, secrets } = readConfig(process.env);
      const exit =
        secrets.databaseUrl === null ? await runInService(resolve(settings.dataFolder), words, io) : null;
      if (exit !== null) return exit;
    }
    return await runHere();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    io.err(`tidvis: ${error.message}`);
    return 1;
  }
}

async function runHere(): Promise<number> {
  let service: Service | null = null;
  const open = async () => {
    if (service === null) {
      service = await openService(readConfig(process.env));
      await migrate(service.deps.db);
    }
    return service.deps;
  };
  try {
    return await runCommand(words, io, open, (program) => {
      addServeCommand(program, io);
      addAnalyseCommand(program, io);
    });
  } finally {
    await (service as Service | null)?.close();
  }
}
