// The service on Cloudflare Workers: put together once, with a database client for each request, since what one request
// has opened no other may use; the clock is the cron trigger.
import { AsyncLocalStorage } from "node:async_hooks";
// @ts-expect-error: wrangler makes a compiled module of it.
import compiledSolver from "../node_modules/highs/build/highs.wasm";
import { openContactVault } from "./access/contact-vault.ts";
import { openKeySecret } from "./access/key-secret.ts";
import type { AppDeps } from "./app/deps.ts";
import { programVersion } from "./app/program-version.ts";
import { createApp } from "./app.tsx";
import { makeCubes } from "./change/make-cubes.ts";
import { ConfigError, readConfig } from "./config.ts";
import { databaseOver, openPool, type PostgresPool } from "./db/connect-postgres.ts";
import { provideSolver } from "./disclosure/linear-program.ts";
import { runDue } from "./fieldwork/run-due.ts";
import { httpMailTransport } from "./mailing/http-mail-transport.ts";
import { protectClosedWave } from "./report/protect-closed-wave.ts";

/** What wrangler.toml and `wrangler secret` give the worker. */
export interface Bindings {
  readonly HYPERDRIVE: { readonly connectionString: string };
  readonly TIDVIS_PUBLIC_URL: string;
  readonly TIDVIS_KEYS: string;
  readonly MAIL_FROM?: string;
  readonly MAIL_API_URL?: string;
  readonly MAIL_API_KEY?: string;
}

interface Execution {
  waitUntil(work: Promise<unknown>): void;
}

interface Scheduled {
  /** Milliseconds since 1970. */
  readonly scheduledTime: number;
}

export interface WorkerHandler {
  fetch(request: Request, bindings: Bindings, execution: Execution): Promise<Response>;
  scheduled(event: Scheduled, bindings: Bindings, execution: Execution): Promise<void>;
}

provideSolver(compiledSolver as WebAssembly.Module);

/** More than a few connections help nobody; a page's parallel reads should not wait for each other. */
const connectionsPerRequest = 3;

/** What one request, or one tick of the clock, has of its own. */
interface Turn {
  readonly pool: PostgresPool;
  readonly now: () => Date;
  isMailerWoken: boolean;
}

interface Service {
  readonly deps: AppDeps;
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/** @param clockOf the time a request is answered at */
export function workerHandler(clockOf: (request: Request) => () => Date): WorkerHandler {
  const turns = new AsyncLocalStorage<Turn>();
  const services = new WeakMap<Bindings, Service>();
  const serviceFor = (bindings: Bindings): Service => {
    const known = services.get(bindings);
    if (known !== undefined) return known;
    const deps = depsOf(bindings, () => turns.getStore()!);
    const service = { deps, fetch: createApp(deps).fetch };
    services.set(bindings, service);
    return service;
  };
  const turnOf = (bindings: Bindings, now: () => Date): Turn => ({
    pool: openPool(bindings.HYPERDRIVE.connectionString, connectionsPerRequest),
    now,
    isMailerWoken: false,
  });
  return {
    fetch(request, bindings, execution) {
      const turn = turnOf(bindings, clockOf(request));
      return turns.run(turn, async () => {
        const { deps, fetch } = serviceFor(bindings);
        const finish = async () => {
          try {
            if (turn.isMailerWoken) await runDue(deps);
          } finally {
            await turn.pool.close();
          }
        };
        try {
          return await fetch(request);
        } finally {
          execution.waitUntil(finish());
        }
      });
    },
    scheduled(event, bindings) {
      const began = Date.now();
      const turn = turnOf(bindings, () => new Date(event.scheduledTime + Date.now() - began));
      return turns.run(turn, async () => {
        try {
          await runDue(serviceFor(bindings).deps);
        } finally {
          await turn.pool.close();
        }
      });
    },
  };
}

export default workerHandler(() => () => new Date());

/** @throws ConfigError if a binding is missing or wrong */
function depsOf(
  { TIDVIS_PUBLIC_URL, TIDVIS_KEYS, MAIL_FROM, MAIL_API_URL, MAIL_API_KEY }: Bindings,
  turn: () => Turn,
): AppDeps {
  const { settings, secrets } = readConfig({
    TIDVIS_PUBLIC_URL,
    TIDVIS_KEYS,
    MAIL_FROM,
    MAIL_API_URL,
    MAIL_API_KEY,
  });
  if (secrets.keys === null) throw new ConfigError("the secret TIDVIS_KEYS is not set");
  const keys = openKeySecret(secrets.keys);
  const { mailApiUrl, mailFrom } = settings;
  const deps: AppDeps = {
    db: databaseOver(() => turn().pool),
    now: () => turn().now(),
    callerOf: (c) => c.req.header("cf-connecting-ip") ?? null,
    wakeMailer: () => {
      turn().isMailerWoken = true;
    },
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    keys,
    vault: openContactVault(keys),
    publicUrl: settings.publicUrl,
    mail:
      mailApiUrl === null
        ? null
        : httpMailTransport({ url: mailApiUrl, key: secrets.mailApiKey, from: mailFrom }),
    mailbox: null,
    questionnaires: new Map(),
    makeCubes: (tx, wave) => makeCubes(tx, { ...wave, programVersion }),
    protectWave: (wave) => protectClosedWave(deps, wave),
    log: ({ at, ...entry }) => console.log(JSON.stringify({ at: at.toISOString(), ...entry })),
  };
  return deps;
}
