// A database inside the process (PGlite), for trying out and small pilots. It survives a killed process but
// makes no fsync, so a power cut can lose the last answers.
import { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect } from "kysely";
import { parseInstant, parseInteger, typeId } from "./column-values.ts";
import { lockFolder } from "./folder-lock.ts";
import type { OpenDatabase } from "./open-database.ts";
import type { Database } from "./schema.ts";

const asIs = (text: string) => text;

/**
 * @param folder where the data lives; null keeps it in memory
 * @throws FolderInUseError if another process has the folder open
 */
export async function connectPglite(folder: string | null): Promise<OpenDatabase> {
  const lock = folder === null ? null : await lockFolder(folder);
  try {
    const pglite = await PGlite.create({
      ...(folder === null ? {} : { dataDir: `${folder}/pgdata` }),
      parsers: {
        [typeId.int8]: parseInteger,
        [typeId.numeric]: Number,
        [typeId.date]: asIs,
        [typeId.timestamp]: parseInstant,
        [typeId.timestamptz]: parseInstant,
      },
    });
    const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) });
    return {
      db,
      kind: "pglite",
      close: async () => {
        await db.destroy();
        if (!pglite.closed) await pglite.close();
        await lock?.release();
      },
    };
  } catch (error) {
    await lock?.release();
    throw error;
  }
}
