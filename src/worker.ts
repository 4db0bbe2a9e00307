// The service on Cloudflare Workers: one request, one database client; the clock is the cron trigger.
// @ts-expect-error: wrangler makes a compiled module of it.
import compiledSolver from "../node_modules/highs/build/highs.wasm";
import { openContactVault } from "./access/contact-vault.ts";
import { openKeySecret } from "./access/key-secret.ts";
import type { AppDeps } from "./app/deps.ts";
import { programVersion } from "./app/program-version.ts";
import { createApp } from "./app.tsx";
import { makeCubes } from "./change/make-cubes.ts";
import type { KeptQuestionnaires } from "./collection/prepared-study.ts";
import { ConfigError, readConfig } from "./config.ts";
import { connectPostgres } from "./db/connect-postgres.ts";
import type { OpenDatabase } from "./db/open-database.ts";
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

/** Outlives the requests of an isolate. */
const questionnaires: KeptQuestionnaires = new Map();

/** A pool of one would make a page's parallel reads wait for each other; more than a few help nobody. */
const connectionsPerRequest = 3;

/** @param clockOf the time a request is answered at */
export function workerHandler(clockOf: (request: Request) => () => Date): WorkerHandler {
  return {
    async fetch(request, bindings, execution) {
      const database = await connect(bindings);
      let isWoken = false;
      const deps = depsOf(bindings, database, clockOf(request), {
        callerOf: () => request.headers.get("cf-connecting-ip"),
        wakeMailer: () => {
          isWoken = true;
        },
      });
      const finish = async () => {
        try {
          if (isWoken) await runDue(deps);
        } finally {
          await database.close();
        }
      };
      try {
        return await createApp(deps).fetch(request);
      } finally {
        execution.waitUntil(finish());
      }
    },
    async scheduled(event, bindings) {
      const database = await connect(bindings);
      const began = Date.now();
      const now = () => new Date(event.scheduledTime + Date.now() - began);
      try {
        await runDue(depsOf(bindings, database, now, { callerOf: () => null, wakeMailer: () => {} }));
      } finally {
        await database.close();
      }
    },
  };
}

export default workerHandler(() => () => new Date());

const connect = (bindings: Bindings) =>
  connectPostgres(bindings.HYPERDRIVE.connectionString, connectionsPerRequest);

/** @throws ConfigError if a binding is missing or wrong */
function depsOf(
  { TIDVIS_PUBLIC_URL, TIDVIS_KEYS, MAIL_FROM, MAIL_API_URL, MAIL_API_KEY }: Bindings,
  database: OpenDatabase,
  now: () => Date,
  request: Pick<AppDeps, "callerOf" | "wakeMailer">,
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
    ...request,
    db: database.db,
    now,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    keys,
    vault: openContactVault(keys),
    publicUrl: settings.publicUrl,
    mail:
      mailApiUrl === null
        ? null
        : httpMailTransport({ url: mailApiUrl, key: secrets.mailApiKey, from: mailFrom }),
    mailbox: null,
    questionnaires,
    makeCubes: (tx, wave) => makeCubes(tx, { ...wave, programVersion }),
    protectWave: (wave) => protectClosedWave(deps, wave),
    log: ({ at, ...entry }) => console.log(JSON.stringify({ at: at.toISOString(), ...entry })),
  };
  return deps;
}
