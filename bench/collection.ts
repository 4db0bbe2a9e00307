// Complete submissions per second, each by five requests and two durable writes as a browser makes them, beside what
// a bare handler and bare commits reach in the same run.
// Usage: node bench/run.mjs collection [rounds, 5 unless given] [seconds per measurement, 3] [--profile]
import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import postgres from "postgres";
import { createApp } from "../src/app.tsx";
import { readConfig } from "../src/config.ts";
import { connectPostgres } from "../src/db/connect-postgres.ts";
import { migrate } from "../src/db/migrate.ts";
import { listen } from "../src/node/listen.ts";
import { openService } from "../src/node/open-service.ts";
import { logTo } from "../src/node/write-log.ts";
import { memoryKeys } from "../tests/support/memory-keys.ts";
import { startPostgres } from "../tests/support/postgres-server.ts";
import { runBareHandler } from "./collection/bare-handler.ts";
import { lineClient } from "./collection/line-client.ts";
import { bodies, measuredWave } from "./collection/measured-wave.ts";

/** A service runs for months; its first seconds, while it is compiled, are not what is measured. */
const warmSubmissions = 1500;

const [mode, ...args] = process.argv.slice(2);
if (mode === "bare") {
  tellProcessorTime();
  await runBareHandler(args[0]!, Number(args[1]));
} else if (mode === "service") await runService();
else await measure();

/** The service as `tidvis serve` puts it together, logs included. */
async function runService(): Promise<void> {
  const config = readConfig(process.env);
  const service = await openService(config, { log: logTo(process.stderr) });
  const { port } = await listen(createApp(service.deps), { port: 0, host: "127.0.0.1" });
  tellProcessorTime();
  process.send?.({ port });
  process.once("SIGTERM", () => process.exit(0));
}

/** Answers its parent's question how much processor time it has taken. */
function tellProcessorTime(): void {
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ processorMilliseconds: (user + system) / 1000 });
  });
}

function processorTime({ child }: Server): Promise<number> {
  child.send("processor time");
  return new Promise((resolve) => {
    child.once("message", (told) =>
      resolve((told as { processorMilliseconds: number }).processorMilliseconds),
    );
  });
}

interface Server {
  readonly port: number;
  readonly child: ChildProcess;
}

function start(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  execArgv: string[],
): Promise<Server> {
  const child = fork(process.argv[1]!, words, {
    env: { ...process.env, ...environment },
    execArgv,
    stdio: ["ignore", "inherit", "ignore", "ipc"],
  });
  return new Promise((resolve, reject) => {
    child.once("message", (told) => resolve({ child, port: (told as { port: number }).port }));
    child.once("exit", (code) => reject(new Error(`${words[0]} ended with ${code}`)));
  });
}

interface Load {
  readonly perSecond: number;
  /** Milliseconds of each request, in order of size. */
  readonly times: readonly number[];
  readonly errors: readonly string[];
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function median(values: readonly number[]): number {
  return at(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

function ended(child: ChildProcess): Promise<unknown> {
  child.removeAllListeners("exit");
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  return exit;
}

/** `clients` people answering one after the other for some seconds. */
async function load(port: number, clients: number, seconds: number, links: Iterator<string>): Promise<Load> {
  const times: number[] = [];
  const errors: string[] = [];
  let complete = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  const person = async () => {
    const client = await lineClient(port);
    const timed = async <Value>(request: Promise<Value>): Promise<Value> => {
      const from = performance.now();
      const reply = await request;
      times.push(performance.now() - from);
      return reply;
    };
    while (performance.now() < until) {
      const link = links.next().value;
      if (link === undefined) throw new Error("there are not enough links; measure for a shorter time");
      const first = await timed(client.get(`/s/${link}`));
      const second = await timed(client.post(`/s/${link}/p/one`, bodies.one));
      const third = await timed(client.get(second.location || "/"));
      const fourth = await timed(client.post(`/s/${link}/p/two`, bodies.two));
      const fifth = await timed(client.get(fourth.location || "/"));
      const seen = [first, second, third, fourth, fifth].map(({ status }) => status).join(" ");
      if (seen === "200 303 200 303 200" && /\/receipt\//.test(fourth.location)) complete += 1;
      else errors.push(seen);
    }
    client.close();
  };
  await Promise.all(Array.from({ length: clients }, person));
  const took = (performance.now() - began) / 1000;
  return { perSecond: complete / took, times: times.toSorted((a, b) => a - b), errors };
}

/** Durable commits of one row each, as `pgbench` makes them with a one-line script; npm brings no pgbench. */
async function commits(url: string, clients: number, seconds: number): Promise<number> {
  const client = postgres(url, { max: clients, onnotice: () => {} });
  await client`create table if not exists commits (id bigserial primary key, at timestamptz not null)`;
  await Promise.all(Array.from({ length: clients }, () => client`select 1`));
  const began = performance.now();
  const until = began + seconds * 1000;
  let committed = 0;
  const worker = async () => {
    for (; performance.now() < until; committed += 1) await client`insert into commits (at) values (now())`;
  };
  await Promise.all(Array.from({ length: clients }, worker));
  const took = (performance.now() - began) / 1000;
  await client.end();
  return committed / took;
}

async function measure(): Promise<void> {
  const numbers = process.argv
    .slice(2)
    .filter((word) => /^[\d.]+$/.test(word))
    .map(Number);
  const [rounds = 5, seconds = 3] = numbers;
  const isProfiled = process.argv.includes("--profile");
  const levels = [1, 8, 32];
  const folder = await mkdtemp(join(tmpdir(), "tidvis-bench-"));
  const server = await startPostgres({ durable: true });
  const url = server.url("postgres");
  const { db, close } = await connectPostgres(url);
  await migrate(db);
  const setting = await sql<{ v: string }>`select current_setting('synchronous_commit') || ', fsync ' ||
    current_setting('fsync') as v`.execute(db);
  const people = Math.ceil(rounds * levels.length * seconds * 700) + warmSubmissions + 1000;
  const { studyId, links } = await measuredWave(db, memoryKeys(), people);
  await sql`analyze survey_case, survey_link, case_event`.execute(db);
  const environment = {
    DATABASE_URL: url,
    TIDVIS_DATA: join(folder, "data"),
    TIDVIS_KEYS_DIR: join(folder, "keys"),
    TIDVIS_PUBLIC_URL: "http://survey.example",
  };
  const profile = isProfiled ? ["--cpu-prof", "--cpu-prof-dir=dist/bench/profile"] : [];
  const service = await start(["service"], environment, profile);
  const probe = await lineClient(service.port);
  const page = await probe.get(`/s/${links.at(-1)}`);
  probe.close();
  const bare = await start(["bare", url, String(page.bytes)], {}, []);
  const ours = links.values();
  const theirs = (function* () {
    for (let number = 0; ; number += 1) yield `bare-${number}`;
  })();
  for (let warm = 0; warm < warmSubmissions; )
    warm += (await load(service.port, 8, 2, ours)).times.length / 5;
  await load(bare.port, 8, 4, theirs);
  await sql`vacuum analyze`.execute(db);

  console.log(
    `PostgreSQL: synchronous_commit ${setting.rows[0]?.v}; ${rounds} rounds of ${seconds} s each; medians`,
  );
  console.log(
    `a page of ours: ${page.bytes} bytes over the wire, headers included; the bare page is as large`,
  );
  const errors: string[] = [];
  const figures = levels.map((clients) => ({
    clients,
    ours: [] as number[],
    bare: [] as number[],
    share: [] as number[],
    commits: [] as number[],
    p95: [] as number[],
    bareP95: [] as number[],
    cpu: [] as number[],
    bareCpu: [] as number[],
  }));
  let complete = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const figure of figures) {
      const { clients } = figure;
      const took = [await processorTime(bare), await processorTime(service)];
      const their = await load(bare.port, clients, seconds, theirs);
      const our = await load(service.port, clients, seconds, ours);
      figure.bareCpu.push(((await processorTime(bare)) - took[0]!) / (their.times.length / 5));
      figure.cpu.push(((await processorTime(service)) - took[1]!) / (our.times.length / 5));
      errors.push(...our.errors, ...their.errors);
      complete += our.times.length / 5;
      figure.ours.push(our.perSecond);
      figure.bare.push(their.perSecond);
      figure.share.push(our.perSecond / their.perSecond);
      figure.p95.push(at(our.times, 0.95));
      figure.bareP95.push(at(their.times, 0.95));
      figure.commits.push(await commits(url, clients, Math.min(1, seconds)));
    }
  }
  console.log(
    "clients   submissions/s   bare/s   share   p95 of a request   bare p95   processor time each   bare's   single-row commits/s",
  );
  for (const { clients, ...figure } of figures) {
    console.log(
      [
        String(clients).padStart(7),
        median(figure.ours).toFixed(0).padStart(15),
        median(figure.bare).toFixed(0).padStart(8),
        `${(median(figure.share) * 100).toFixed(0)} %`.padStart(7),
        `${median(figure.p95).toFixed(1)} ms`.padStart(18),
        `${median(figure.bareP95).toFixed(1)} ms`.padStart(10),
        `${median(figure.cpu).toFixed(2)} ms`.padStart(21),
        `${median(figure.bareCpu).toFixed(2)} ms`.padStart(8),
        median(figure.commits).toFixed(0).padStart(22),
      ].join(" "),
    );
  }
  const stored = await db
    .selectFrom("response")
    .select((row) => row.fn.countAll<string>().as("count"))
    .where("study_id", "=", studyId)
    .where("submitted_at", "is not", null)
    .executeTakeFirstOrThrow();
  const differing = [...new Set(errors)].slice(0, 5).join("; ");
  console.log(
    `${errors.length} errors ${differing}; ${complete} submissions measured, ${stored.count} in the database`,
  );
  for (const { child } of [service, bare]) await ended(child);
  await close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
