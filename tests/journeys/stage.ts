// Where a story can be played: the same service on different grounds, with a clock that the story turns.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestHarness } from "wrangler";
import { createApp } from "../../src/app.tsx";
import { runCommand } from "../../src/cli/run-command.ts";
import { readConfig } from "../../src/config.ts";
import { migrate } from "../../src/db/migrate.ts";
import { demoClock } from "../../src/demo/demo-clock.ts";
import { formBrowser } from "../../src/demo/form-browser.ts";
import type { Hand } from "../../src/demo/hand.ts";
import { runDue } from "../../src/fieldwork/run-due.ts";
import { listen } from "../../src/node/listen.ts";
import { openService } from "../../src/node/open-service.ts";
import { launchBrowser } from "../support/browser.ts";
import { freshDatabase } from "../support/database.ts";
import { type MailSink, providerSink, type ReceivedMail, smtpSink } from "../support/mail-sink.ts";
import { pageBrowser } from "../support/page-browser.ts";

export interface Stage {
  /** Runs a command. @returns what it printed @throws if it is refused */
  command(...words: string[]): Promise<string>;
  /** A person at a device of their own. */
  hand(): Promise<Hand>;
  /** As `hand`, by plain HTTP where that is quicker: for the many who do what others have been seen to do. */
  quickHand(): Promise<Hand>;
  /** Moves the clock to a morning, "yyyy-mm-dd". */
  turnTo(day: string): void;
  /** Does what is due. */
  tick(): Promise<void>;
  /** Mails received since the story began. */
  readonly mails: readonly ReceivedMail[];
  close(): Promise<void>;
}

const root = join(import.meta.dirname, "../..");

/** Ends with what was opened last. */
function closers() {
  const open: (() => Promise<unknown>)[] = [];
  return {
    add: (close: () => Promise<unknown>) => open.push(close),
    closeAll: async () => {
      for (const close of open.reverse()) await close();
    },
  };
}

async function folderFor(closing: ReturnType<typeof closers>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tidvis-journey-"));
  closing.add(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function commander(
  environment: Record<string, string>,
  now: () => Date,
  closing: ReturnType<typeof closers>,
) {
  const service = await openService(readConfig(environment), { now });
  closing.add(() => service.close());
  await migrate(service.deps.db);
  const command = async (...words: string[]): Promise<string> => {
    const lines: string[] = [];
    const errors: string[] = [];
    const io = {
      out: (line: string) => lines.push(line),
      err: (line: string) => errors.push(line),
      workingFolder: root,
    };
    const exit = await runCommand(words, io, async () => service.deps);
    if (exit !== 0) throw new Error(`tidvis ${words.join(" ")}: ${errors.join("\n")}`);
    return lines.join("\n");
  };
  return { service, command };
}

/** Node, with the embedded database or PostgreSQL; over plain HTTP calls, or listening for a real browser. */
export async function nodeStage(
  kind: "pglite" | "postgres",
  { withBrowser = false, isWhole = false } = {},
): Promise<Stage> {
  const closing = closers();
  const folder = await folderFor(closing);
  const sink = await smtpSink();
  closing.add(() => sink.close());
  const clock = demoClock(() => new Date());
  const origin = "http://127.0.0.1:8765";
  const environment: Record<string, string> = {
    TIDVIS_DATA: join(folder, "data"),
    TIDVIS_KEYS_DIR: join(folder, "keys"),
    TIDVIS_PUBLIC_URL: origin,
    SMTP_URL: sink.url,
  };
  if (kind === "postgres") {
    const database = await freshDatabase();
    closing.add(() => database.close());
    environment.DATABASE_URL = database.url!;
  }
  if (withBrowser) environment.TIDVIS_PUBLIC_URL = `http://127.0.0.1:${await freePort()}`;
  const publicUrl = environment.TIDVIS_PUBLIC_URL!;
  const { service, command } = await commander(environment, clock.now, closing);
  const app = createApp(service.deps);
  const common = {
    command,
    turnTo: clock.turnTo,
    tick: () => runDue(service.deps),
    mails: sink.mails,
    close: closing.closeAll,
  };
  if (!withBrowser) {
    const fetch = async (url: string, init?: RequestInit) => app.request(url, init);
    const hand = async () => formBrowser(publicUrl, fetch);
    return { ...common, hand, quickHand: hand };
  }
  const listening = await listen(app, { host: "127.0.0.1", port: Number(new URL(publicUrl).port) });
  closing.add(() => listening.stop());
  const browser = await launchBrowser();
  closing.add(() => browser.close());
  const hand = () => pageBrowser(browser, publicUrl);
  const quickHand = isWhole ? hand : async () => formBrowser(publicUrl, (url, init) => fetch(url, init));
  return { ...common, hand, quickHand };
}

/** workerd with PostgreSQL through the Hyperdrive binding; commands run in Node on the same database and keys. */
export async function workerStage(): Promise<Stage> {
  const closing = closers();
  const folder = await folderFor(closing);
  const sink: MailSink = await providerSink();
  closing.add(() => sink.close());
  const database = await freshDatabase();
  closing.add(() => database.close());
  const clock = demoClock(() => new Date());
  const origin = "http://survey.example";
  const keys = JSON.stringify({ service: key(), studies: { "service-i-samverkan": key() } });
  const variables = {
    TIDVIS_PUBLIC_URL: origin,
    TIDVIS_KEYS: keys,
    MAIL_API_URL: sink.url,
    MAIL_API_KEY: "test",
    MAIL_FROM: "survey@example.org",
  };
  const config = {
    name: "tidvis-journey",
    main: join(root, "tests/worker/worker-with-clock.ts"),
    compatibility_date: "2026-11-01",
    compatibility_flags: ["nodejs_compat"],
    vars: variables,
    hyperdrive: [{ binding: "HYPERDRIVE", id: "0".repeat(32), localConnectionString: database.url! }],
  };
  const configPath = join(folder, "wrangler.json");
  await writeFile(configPath, JSON.stringify(config));
  const harness = createTestHarness({ workers: [{ configPath }] });
  await harness.listen();
  closing.add(() => harness.close());
  const { command } = await commander(
    { ...variables, DATABASE_URL: database.url!, TIDVIS_KEYS_DIR: join(folder, "keys") },
    clock.now,
    closing,
  );
  const worker = harness.getWorker();
  const fetch = async (url: string, init: RequestInit = {}) => {
    const request = new Request(url, init);
    const headers = Object.fromEntries([...request.headers, ["x-test-now", clock.now().toISOString()]]);
    const body = request.method === "POST" ? new Uint8Array(await request.arrayBuffer()) : undefined;
    const response = await harness.fetch(url, {
      method: request.method,
      headers,
      ...(body === undefined ? {} : { body }),
      redirect: "manual",
    });
    return response as unknown as Response;
  };
  const hand = async () => formBrowser(origin, fetch);
  return {
    command,
    turnTo: clock.turnTo,
    tick: async () => {
      await worker.scheduled({ cron: "* * * * *", scheduledTime: clock.now() });
    },
    mails: sink.mails,
    hand,
    quickHand: hand,
    close: closing.closeAll,
  };
}

const key = () => randomBytes(32).toString("base64url");

async function freePort(): Promise<number> {
  const { createServer } = await import("node:net");
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
