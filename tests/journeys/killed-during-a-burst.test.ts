// The service is killed without warning while people answer. What it had acknowledged must be there.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { mintSurveyLink } from "../../src/access/survey-link.ts";
import { runCommand } from "../../src/cli/run-command.ts";
import { readConfig } from "../../src/config.ts";
import { migrate } from "../../src/db/migrate.ts";
import { formBrowser } from "../../src/demo/form-browser.ts";
import { openService } from "../../src/node/open-service.ts";
import type { StudyId } from "../../src/study/study.ts";
import { listCases } from "../../src/wave/case-store.ts";
import { type PostgresServer, startPostgres } from "../support/postgres-server.ts";

const root = join(import.meta.dirname, "../..");
const study = "service-i-samverkan" as StudyId;
const rounds = inject("isVerify") ? 20 : 2;
const clients = 8;

interface Burst {
  readonly caseId: string;
  readonly link: string;
  /** What each acknowledged page said last, by question. */
  readonly acknowledged: Map<string, string>;
  /** What was on its way when the service died: it may have been kept or not. */
  readonly underWay: Map<string, string>;
}

describe.each(["PGlite", "PostgreSQL"] as const)(
  "R1 O5 no acknowledged page is lost when the service is killed, on %s",
  (kind) => {
    let folder: string;
    let server: PostgresServer | null = null;
    let environment: Record<string, string>;
    const bursts: Burst[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "tidvis-kill-"));
      if (kind === "PostgreSQL") server = await startPostgres({ durable: true });
      environment = {
        TIDVIS_DATA: join(folder, "data"),
        TIDVIS_KEYS_DIR: join(folder, "keys"),
        TIDVIS_PUBLIC_URL: "http://survey.example",
        ...(server === null ? {} : { DATABASE_URL: server.url("postgres") }),
      };
      const service = await openService(readConfig(environment));
      await migrate(service.deps.db);
      const io = { out: () => {}, err: (line: string) => console.error(line), workingFolder: root };
      const tidvis = async (...words: string[]) => {
        expect(await runCommand(words, io, async () => service.deps), words.join(" ")).toBe(0);
      };
      const today = new Date().toISOString().slice(0, 10);
      await tidvis("study", "load", join(root, "surveys", study));
      await tidvis("panel", "import", study, join(root, "surveys", study, "panel.csv"));
      await tidvis("wave", "plan", study, "1", "--opens", today, "--closes", "2030-01-31");
      await tidvis("wave", "open", study, "1");
      const { db, randomBytes, now } = service.deps;
      for (const { caseId } of (await listCases(db, study, 1)).slice(0, clients)) {
        const expiresAt = new Date("2030-02-01T00:00:00Z");
        const token = await mintSurveyLink(db, {
          studyId: study,
          caseId,
          purpose: "answer",
          now: now(),
          expiresAt,
          randomBytes,
        });
        bursts.push({ caseId, link: `/s/${token}`, acknowledged: new Map(), underWay: new Map() });
      }
      await service.close();
    }, 180_000);
    afterAll(async () => {
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    test(
      `in ${rounds} rounds`,
      async () => {
        let acknowledgedPages = 0;
        for (let round = 0; round < rounds; round++) {
          const { child, origin } = await start(environment);
          const stop = new AbortController();
          const pages = bursts.map((burst, client) =>
            answerUntil(stop.signal, origin, burst, round * 1000 + client),
          );
          await enoughAcknowledged(pages, 3 + (round % 5));
          const exited = new Promise((resolve) => child.once("exit", resolve));
          child.kill("SIGKILL");
          await exited;
          stop.abort();
          for (const { settled } of pages) acknowledgedPages += await settled;
          const stored = await readDrafts(environment);
          for (const burst of bursts) {
            for (const [question, value] of burst.acknowledged) {
              const allowed = [
                value,
                ...(burst.underWay.has(question) ? [burst.underWay.get(question)] : []),
              ];
              expect(allowed, `${question} of case ${burst.caseId} after round ${round + 1}`).toContain(
                stored.get(burst.caseId)?.[question],
              );
            }
            for (const question of burst.underWay.keys()) {
              const kept = stored.get(burst.caseId)?.[question];
              if (typeof kept === "string") burst.acknowledged.set(question, kept);
            }
            burst.underWay.clear();
          }
        }
        expect(acknowledgedPages).toBeGreaterThanOrEqual(rounds * clients * 3);
      },
      rounds * 30_000,
    );
  },
);

const pageOf = [
  ["planning", "takes_part", ["yes", "partly", "no"]],
  ["service", "service_points", ["several", "one", "no"]],
] as const;

interface Answering {
  count: number;
  onCount: () => void;
  readonly settled: Promise<number>;
}

/** Saves page after page with changing answers until the service is gone. */
function answerUntil(stopped: AbortSignal, origin: string, burst: Burst, start: number): Answering {
  const answering: Answering = { count: 0, onCount: () => {}, settled: Promise.resolve(0) };
  const run = async (): Promise<number> => {
    const hand = formBrowser(origin, (url, init) => fetch(url, init));
    try {
      for (let step = start; !stopped.aborted; step++) {
        const [page, question, values] = pageOf[step % 2]!;
        const value = values[Math.floor(step / 2) % values.length]!;
        await hand.open(`${burst.link}/p/${page}`);
        await hand.choose(`q:${question}`, value);
        burst.underWay.set(question, value);
        await hand.press("Nästa");
        if (hand.status() !== 200) throw new Error(`status ${hand.status()}`);
        burst.acknowledged.set(question, value);
        burst.underWay.delete(question);
        answering.count += 1;
        answering.onCount();
      }
    } catch (error) {
      const isGone = error instanceof TypeError && error.message === "fetch failed";
      if (!(isGone || String(error).includes("terminated") || String(error).includes("other side closed")))
        throw error;
    }
    return answering.count;
  };
  return Object.assign(answering, { settled: run() });
}

/** Resolves once every client has had `count` pages acknowledged; fails with the first that cannot go on. */
function enoughAcknowledged(all: readonly Answering[], count: number): Promise<unknown> {
  const each = all.map(
    (answering) =>
      new Promise<void>((resolve, reject) => {
        answering.onCount = () => {
          if (answering.count >= count) resolve();
        };
        answering.settled.catch(reject);
      }),
  );
  return Promise.all(each);
}

async function start(environment: Record<string, string>): Promise<{ child: ChildProcess; origin: string }> {
  const child = spawn(process.execPath, [join(root, "tidvis.mjs"), "serve", "--port", "0"], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const port = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const match = /listening on http:\/\/[^:]+:(\d+)/.exec(line);
      if (match) resolve(match[1]!);
    });
    child.once("exit", () => reject(new Error(`the service ended: ${said}`)));
  });
  return { child, origin: `http://127.0.0.1:${port}` };
}

async function readDrafts(
  environment: Record<string, string>,
): Promise<Map<string, Record<string, unknown>>> {
  const service = await openService(readConfig(environment));
  try {
    const rows = await service.deps.db.selectFrom("response").select(["case_id", "draft"]).execute();
    return new Map(rows.map(({ case_id, draft }) => [case_id, draft ?? {}]));
  } finally {
    await service.close();
  }
}
