// Publishing the tables that a page needs: from the ledger, or made, protected and written into it.
import type { Kysely } from "kysely";
import type { Analysis } from "../change/analysis.ts";
import { isKept, waveSetName } from "../change/cube-store.ts";
import type { Database } from "../db/schema.ts";
import { ServiceError } from "../db/service-error.ts";
import { crossedIn, type ProtectedTable } from "../disclosure/protect-table.ts";
import { publishTables, type WantedTable } from "../disclosure/publish-tables.ts";
import type { RawTable } from "../disclosure/table.ts";
import type { Evaluation } from "./open-evaluation.ts";
import { protectStudy } from "./protect-study.ts";
import type { AdjustedP } from "./tables/change-table.ts";

/** A crossing was to be published that must not be shown; `protectStudy` says why. */
export class TableRefusedError extends ServiceError {
  override readonly name = "TableRefusedError";
  readonly code = "table-refused";
}

/** A table that a page needs: what it is of, and how it is made from the counts. */
export interface NeededTable {
  readonly tableId: string;
  readonly subject: Readonly<Record<string, string | null>>;
  readonly make: (analysis: Analysis, adjusted: AdjustedP) => RawTable;
}

/**
 * Protected tables in the order needed, from the ledger or made and written into it.
 *
 * @returns null if a wave has been opened again meanwhile
 */
export async function publishNeeded(
  db: Kysely<Database>,
  evaluation: Evaluation,
  needed: readonly NeededTable[],
  now: Date,
): Promise<readonly ProtectedTable[] | null> {
  const { study, kept, plan } = evaluation;
  const { minimumBase } = study;
  const isChange = plan.comparisons.length > 0;
  const wanted = needed.map(
    ({ tableId, subject, make }): WantedTable => ({
      tableId,
      specification: {
        ...subject,
        minimumBase,
        program: kept.provenance.program,
        cube: {
          waves: waveSetName(kept.waves),
          edition: kept.edition,
          checksum: kept.provenance.checksum,
        },
      },
      make: async () => {
        const analysis = await evaluation.analysis();
        return make(analysis, isChange ? await evaluation.family() : new Map());
      },
    }),
  );
  const protecting = async () => {
    const found = await protectStudy(
      db,
      evaluation,
      needed.flatMap(({ subject }) => crossingIn(subject)),
    );
    if (found.kind === "refused") throw new TableRefusedError(`${found.breakdown} of study ${study.studyId}`);
    return { rules: { minimumBase }, study: found.protection };
  };
  const published = await publishTables(db, study.studyId, wanted, protecting, now, (tx) =>
    isKept(tx, study.studyId, kept),
  );
  return published.kind === "published" ? published.tables : null;
}

const crossingIn = ({ breakdown }: NeededTable["subject"]): string[] =>
  typeof breakdown === "string" && crossedIn(breakdown) !== null ? [breakdown] : [];
