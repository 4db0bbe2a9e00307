// tidvis serve: the service on this machine, with the clock that sends and closes what is due.
import { resolve } from "node:path";
import type { Command } from "commander";
import type { Hono } from "hono";
import { checkKeys } from "../access/check-keys.ts";
import { createApp } from "../app.tsx";
import { type Config, readConfig } from "../config.ts";
import { migrate } from "../db/migrate.ts";
import { type Demo, prepareDemo } from "../demo/prepare-demo.ts";
import { preparingApp } from "../demo/preparing-app.ts";
import { runDue } from "../fieldwork/run-due.ts";
import { type LocalMailbox, openLocalMailbox } from "../mailing/local-mailbox.ts";
import { serveCommands } from "../node/command-socket.ts";
import { type Listening, listen } from "../node/listen.ts";
import { type MailClock, startMailClock } from "../node/mail-clock.ts";
import { openService } from "../node/open-service.ts";
import { logTo } from "../node/write-log.ts";
import { portFrom } from "./arguments.ts";
import { CommandRefusedError } from "./command.ts";
import type { CommandIo } from "./command-io.ts";
import { runCommand } from "./run-command.ts";

const secondsBetweenTicks = 30;

export function addServeCommand(program: Command, io: CommandIo): void {
  program
    .command("serve")
    .option("--port <port>", "where to listen; 0 takes a free port (default: 8080, or PORT)", portFrom)
    .option("--demo", "with the demo study, made-up people, and a mailbox page instead of mail")
    .description("run the service on this machine")
    .action((options: { port?: number; demo?: boolean }) => serve(options, io));
}

/** Runs until the process is told to stop. */
async function serve(
  { port, demo = false }: { port?: number; demo?: boolean },
  io: CommandIo,
): Promise<void> {
  const config = readConfig(process.env, port === undefined ? {} : { port });
  if (!demo) return run(config, io, { listen: (app) => listen(app, config.settings) });
  let answering = preparingApp();
  const listening = await listen({ fetch: (...request) => answering.fetch(...request) }, config.settings);
  try {
    const { welcome } = await prepareDemo(config, io);
    const mailbox = await openLocalMailbox(resolve(config.settings.dataFolder));
    const listenWith = async (app: Hono) => {
      answering = app;
      return listening;
    };
    await run(config, io, { listen: listenWith, mailbox, welcome });
  } finally {
    await listening.stop();
  }
}

interface Running {
  readonly listen: (app: Hono) => Promise<Listening>;
  readonly mailbox?: LocalMailbox;
  readonly welcome?: Demo["welcome"];
}

async function run(config: Config, io: CommandIo, running: Running): Promise<void> {
  const { settings, secrets } = config;
  const dataFolder = resolve(settings.dataFolder);
  let clock: MailClock | null = null;
  const service = await openService(config, {
    log: logTo(process.stderr),
    wakeMailer: () => clock?.wake(),
    ...(running.mailbox === undefined ? {} : { mailbox: running.mailbox }),
  });
  const { deps } = service;
  await migrate(deps.db);
  const fit = await checkKeys(deps.db, deps.keys, deps.vault);
  if (fit.kind === "do-not-fit") {
    await service.close();
    throw new CommandRefusedError(
      `the keys in ${settings.keysFolder} are not those that ${fit.study ?? "this database"} was sealed with; put the right ones there before you start`,
    );
  }
  clock = startMailClock(() => runDue(deps), secondsBetweenTicks);
  const isEmbedded = secrets.databaseUrl === null;
  const stopCommands = isEmbedded
    ? await serveCommands(dataFolder, (words, callerIo) => runCommand(words, callerIo, async () => deps))
    : async () => {};
  const listening = await running.listen(createApp(deps));
  io.out(`Tidvis is listening on http://${settings.host}:${listening.port}`);
  if (isEmbedded) {
    io.out(
      `The database is embedded, in ${dataFolder}: it survives a killed process, not a power cut. Set DATABASE_URL for real use.`,
    );
  }
  if (deps.mail === null) io.out("No mail server is set (SMTP_URL): mails wait in the outbox.");
  for (const line of running.welcome?.(`http://localhost:${listening.port}`) ?? []) io.out(line);

  await new Promise<void>((stopped) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopped());
  });
  await listening.stop();
  await stopCommands();
  await clock.stop();
  await service.close();
}
