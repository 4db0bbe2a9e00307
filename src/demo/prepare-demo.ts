// Makes the demo ready: an empty data folder is filled by telling the story, a filled one is left as it is.
import { access, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createApp } from "../app.tsx";
import type { CommandIo } from "../cli/command-io.ts";
import { runCommand } from "../cli/run-command.ts";
import type { Config } from "../config.ts";
import { migrate } from "../db/migrate.ts";
import { ServiceError } from "../db/service-error.ts";
import { runDue } from "../fieldwork/run-due.ts";
import { openLocalMailbox } from "../mailing/local-mailbox.ts";
import { openService } from "../node/open-service.ts";
import { listStudies } from "../study/study-store.ts";
import { demoClock } from "./demo-clock.ts";
import { formBrowser } from "./form-browser.ts";
import { newestLinks, newestSignInLink } from "./newest-links.ts";
import { demoStaff, demoStudy, tellStory } from "./tell-story.ts";

export class DemoRefusedError extends ServiceError {
  override readonly name = "DemoRefusedError";
  readonly code = "demo-refused";
}

export interface Demo {
  /** What to open as whom. @param origin where the service listens */
  welcome(origin: string): string[];
}

/**
 * @throws DemoRefusedError if the database holds anything but the demo: its mails would all be for anyone to read
 */
export async function prepareDemo(config: Config, io: CommandIo): Promise<Demo> {
  const { settings, secrets } = config;
  if (secrets.databaseUrl !== null || secrets.smtpUrl !== null) {
    throw new DemoRefusedError(
      "--demo is for the embedded database and its own mailbox; unset DATABASE_URL and SMTP_URL",
    );
  }
  const folder = resolve(settings.dataFolder);
  const marker = join(folder, "demo");
  const state = await readFile(marker, "utf8").catch(() => null);
  if (state === "ready\n") return { welcome };
  if (state === null && (await holdsStudies(config))) {
    throw new DemoRefusedError(
      `${folder} holds studies of its own; give the demo another folder with TIDVIS_DATA`,
    );
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(marker, "being prepared\n");

  const clock = demoClock(() => new Date());
  const mailbox = await openLocalMailbox(folder);
  const service = await openService(config, { now: clock.now, mailbox });
  try {
    await migrate(service.deps.db);
    const app = createApp(service.deps);
    const fetch = async (url: string, init?: RequestInit) => app.request(url, init);
    const quiet: CommandIo = { ...io, out: () => {} };
    await tellStory(
      {
        command: async (...words) => {
          const exit = await runCommand(words, quiet, async () => service.deps);
          if (exit !== 0) throw new DemoRefusedError(`tidvis ${words.join(" ")} was refused`);
        },
        hand: () => formBrowser(settings.publicUrl, fetch),
        turnTo: clock.turnTo,
        tick: () => runDue(service.deps),
        links: () => newestLinks(mailbox, settings.publicUrl),
        signInLink: (address) => newestSignInLink(mailbox, settings.publicUrl, address),
        say: (line) => io.out(line),
      },
      join(import.meta.dirname, "..", "surveys", demoStudy),
      new Date().toISOString().slice(0, 10),
    );
  } finally {
    await service.close();
  }
  await writeFile(marker, "ready\n");
  return { welcome };
}

async function holdsStudies(config: Config): Promise<boolean> {
  const isNew = await access(resolve(config.settings.dataFolder)).then(
    () => false,
    () => true,
  );
  if (isNew) return false;
  const service = await openService(config);
  try {
    await migrate(service.deps.db);
    return (await listStudies(service.deps.db)).length > 0;
  } finally {
    await service.close();
  }
}

function welcome(origin: string): string[] {
  return [
    "",
    "The demo: a made-up study with made-up people. Two waves are closed, the third is in the field.",
    "",
    `  Read the mails        ${origin}/mailbox`,
    `  Answer as a person    open a mail there and follow its link`,
    `  Lead the study        ${origin}/sign-in   as ${demoStaff.lead}`,
    `  Read what changed     ${origin}/sign-in   as ${demoStaff.evaluator}`,
    "",
    "Signing in sends a link to the mailbox. Ctrl-C stops; npm start goes on where you left it; remove ./data to begin anew.",
  ];
}
