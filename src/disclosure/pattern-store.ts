// All SQL of what is hidden in all tables of a wave together: kept in the ledger beside the tables, and never shown.
import type { Kysely } from "kysely";
import { jsonb } from "../db/jsonb.ts";
import type { Database } from "../db/schema.ts";
import type { Pattern } from "./wave-counts.ts";

/** What was decided for some breakdowns of a wave at once. */
export interface KeptPattern {
  readonly breakdowns: readonly string[];
  readonly hidden: Pattern;
  /** Respondents per row, by which a row is known again. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Breakdowns that were seen at once to be impossible, each with the reason; absent where nobody looked. */
  readonly refused?: ReadonlyMap<string, string>;
}

const kind = "protection";
const prefix = (wave: string) => `${kind}/${wave}/`;

interface StoredPattern {
  readonly breakdowns: readonly string[];
  readonly everywhere: readonly string[];
  readonly within: readonly (readonly [string, readonly string[]])[];
  readonly sizes: readonly (readonly [string, number])[];
  readonly refused?: readonly (readonly [string, string])[];
}

/**
 * What has been decided for a wave, oldest first.
 *
 * @param checksum of the wave's counts; what was decided for other counts does not hold
 */
export async function keptPatterns(
  db: Kysely<Database>,
  studyId: string,
  wave: string,
  checksum: string,
): Promise<KeptPattern[]> {
  const rows = await db
    .selectFrom("published_table")
    .select(["table_id", "content", "specification"])
    .where("study_id", "=", studyId)
    .where("table_id", "like", `${prefix(wave)}%`)
    .orderBy("table_id")
    .execute();
  return rows
    .filter(({ specification }) => (specification as { checksum?: string }).checksum === checksum)
    .map(({ content }) => {
      const { breakdowns, everywhere, within, sizes, refused } = content as unknown as StoredPattern;
      return {
        breakdowns,
        sizes: new Map(sizes),
        refused: new Map(refused ?? []),
        hidden: {
          everywhere: new Set(everywhere),
          within: new Map(within.map(([layer, names]) => [layer, new Set(names)])),
        },
      };
    });
}

/** Keeps what was decided, as number `place` of its wave. What stands at that place for other counts is replaced. */
export async function keepPattern(
  tx: Kysely<Database>,
  studyId: string,
  wave: string,
  { place, checksum, pattern }: { place: number; checksum: string; pattern: KeptPattern },
): Promise<void> {
  const { breakdowns, hidden, sizes, refused } = pattern;
  const content: StoredPattern = {
    breakdowns,
    sizes: [...sizes],
    refused: [...(refused ?? [])],
    everywhere: [...hidden.everywhere],
    within: [...hidden.within].map(([layer, names]) => [layer, [...names]] as const),
  };
  const values = {
    waves: jsonb([Number(wave)]),
    specification: jsonb({ kind, checksum }),
    content: jsonb(content),
  };
  await tx
    .insertInto("published_table")
    .values({
      study_id: studyId,
      table_id: `${prefix(wave)}${String(place).padStart(4, "0")}`,
      edition: 1,
      first_shown_at: null,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(["study_id", "table_id", "edition"]).doUpdateSet(values))
    .execute();
}

/** Holds the study's waves, so that one decision about what to hide is made after the other. */
export async function holdForProtection(tx: Kysely<Database>, studyId: string, wave: string): Promise<void> {
  await tx
    .selectFrom("wave")
    .select("wave_number")
    .where("study_id", "=", studyId)
    .where("wave_number", "=", Number(wave))
    .forUpdate()
    .execute();
}
