// Withdrawing: the answers are erased, and with them their part in every figure made from then on.
import type { Kysely } from "kysely";
import { recordAudit } from "../access/audit-log.ts";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import type { EnteredCase } from "./entered-case.ts";
import { eraseResponses, lockMember, saveWithdrawal } from "./withdrawal-store.ts";

/** `wave`: the answers of this wave. `study`: those of every wave, and no further part in the study. */
export type WithdrawalScope = "wave" | "study";

/** Erases answers and unsent drafts; the cases remain, marked as withdrawn. Doing it again changes nothing. */
export const withdrawResponse = async (
  db: Kysely<Database>,
  entered: EnteredCase,
  scope: WithdrawalScope,
  now: Date,
): Promise<void> => {
  await inTransaction(db, async (tx) => {
    await lockMember(tx, entered);
    const withdrawn = await saveWithdrawal(tx, entered, scope, now);
    await eraseResponses(tx, entered, scope);
    if (withdrawn === 0) return;
    await recordAudit(tx, {
      studyId: entered.studyId,
      actor: "respondent",
      act: scope === "wave" ? "answers-withdrawn" : "member-withdrawn",
      detail: { waveNumber: entered.waveNumber, cases: withdrawn },
      at: now,
    });
  });
};
