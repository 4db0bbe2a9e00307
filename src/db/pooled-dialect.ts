// How Kysely speaks to a pool of postgres.js: a query goes to whichever connection is free, a transaction holds one.
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from "kysely";

interface Sent extends Array<unknown> {
  readonly command: string;
  readonly count: number;
}

interface Client {
  unsafe(
    text: string,
    parameters: unknown[],
    options: { readonly prepare: boolean; readonly simple: boolean },
  ): PromiseLike<Sent>;
}

/** What is used of postgres.js. */
export interface PoolClient extends Client {
  begin(settings: string, work: (client: Client) => Promise<void>): Promise<unknown>;
}

/** A client of postgres.js, and who waits for one of its connections. */
export interface Pool {
  readonly client: PoolClient;
  /** Waits until fewer queries and transactions are under way than there are connections. */
  enter(): Promise<void>;
  leave(): void;
}

/**
 * Without its own queue, postgres.js sends a query behind one that is under way once no connection is free, and it
 * would wait for that one's locks.
 */
export const poolOf = (client: PoolClient, connections: number): Pool => {
  let free = connections;
  const waiting: (() => void)[] = [];
  return {
    client,
    enter: async () => {
      if (free > 0) free -= 1;
      else await new Promise<void>((go) => waiting.push(go));
    },
    leave: () => {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
};

const changing = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);

class PooledConnection implements DatabaseConnection {
  readonly pool: Pool;
  #transaction: { readonly client: Client; end(isKept: boolean): Promise<void> } | null = null;

  constructor(pool: Pool) {
    this.pool = pool;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const client = this.#transaction?.client ?? this.pool.client;
    const rows = await client.unsafe(sql, parameters as unknown[], { prepare: true, simple: false });
    const { command, count } = rows;
    return {
      ...(changing.has(command) ? { numAffectedRows: BigInt(count) } : {}),
      rows: Array.from(rows) as Row[],
    };
  }

  // biome-ignore lint/correctness/useYield: nothing of ours reads a query as a stream
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new RangeError("queries are not read as streams");
  }

  /** The transaction lasts as long as the function that postgres.js runs in it. */
  begin(settings: string): Promise<void> {
    return new Promise((begun, failed) => {
      const ended = this.pool.client.begin(
        settings,
        (client) =>
          new Promise((keep, giveUp) => {
            const end = async (isKept: boolean): Promise<void> => {
              this.#transaction = null;
              if (isKept) keep();
              else giveUp(new Error("rolled back"));
              await (isKept ? ended : ended.catch(() => {}));
            };
            this.#transaction = { client, end };
            begun();
          }),
      );
      ended.catch(failed);
    });
  }

  async end(isKept: boolean): Promise<void> {
    await this.#transaction?.end(isKept);
  }
}

class PooledDriver implements Driver {
  readonly #current: () => Pool;

  constructor(current: () => Pool) {
    this.#current = current;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PooledConnection> {
    const pool = this.#current();
    await pool.enter();
    return new PooledConnection(pool);
  }

  async beginTransaction(connection: PooledConnection, settings: TransactionSettings): Promise<void> {
    const { isolationLevel, accessMode } = settings;
    const level = isolationLevel === undefined ? [] : [`isolation level ${isolationLevel}`];
    await connection.begin([...level, ...(accessMode === undefined ? [] : [accessMode])].join(" "));
  }

  commitTransaction(connection: PooledConnection): Promise<void> {
    return connection.end(true);
  }

  rollbackTransaction(connection: PooledConnection): Promise<void> {
    return connection.end(false);
  }

  async releaseConnection({ pool }: PooledConnection): Promise<void> {
    pool.leave();
  }

  async destroy(): Promise<void> {}
}

/** @param current the pool to use now; asked anew for each query outside of a transaction, and for each transaction */
export const pooledDialect = (current: () => Pool): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new PooledDriver(current),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});
