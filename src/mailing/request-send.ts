// Puts in line exactly the mails that the lead was shown, or none.
import type { Kysely } from "kysely";
import { recordAudit } from "../access/audit-log.ts";
import { base64Url } from "../access/base64-url.ts";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import { insertSend, lockSends } from "./outbox-store.ts";
import { type NoPlan, planSend, type SendWish } from "./plan-send.ts";
import type { MessageId, SendId, SendPlan } from "./send-plan.ts";

const idLengthBytes = 15;

/**
 * - `queued`: in line; the mail loop hands them over.
 * - `nobody`: there was nobody to send to.
 * - `changed`: the recipients are not those of the fingerprint any more; `plan` shows who they are now.
 */
export type RequestedSend =
  | { readonly kind: "queued"; readonly sendId: SendId; readonly count: number }
  | { readonly kind: "nobody"; readonly plan: SendPlan }
  | { readonly kind: "changed"; readonly plan: SendPlan }
  | NoPlan;

/**
 * @param db a transaction or not; the caller wakes the mail loop once it has ended
 * @param request.fingerprint of the plan that was shown; left out where nobody looks at a plan, as when one
 *   person is sent a new link
 */
export async function requestSend(
  db: Kysely<Database>,
  request: SendWish & {
    readonly fingerprint?: string;
    readonly actor: string;
    readonly randomBytes: (length: number) => Uint8Array;
  },
): Promise<RequestedSend> {
  const { studyId, waveNumber, kind, actor, now, randomBytes } = request;
  return inTransaction(db, async (tx) => {
    await lockSends(tx, studyId, waveNumber);
    const plan = await planSend(tx, request);
    if (plan.kind !== "plan") return plan;
    if (request.fingerprint !== undefined && request.fingerprint !== plan.fingerprint) {
      return { kind: "changed", plan };
    }
    const count = plan.recipients.length;
    if (count === 0) return { kind: "nobody", plan };
    const sendId = base64Url(randomBytes(idLengthBytes)) as SendId;
    const messages = plan.recipients.map(({ caseId }) => ({
      messageId: base64Url(randomBytes(idLengthBytes)) as MessageId,
      caseId,
    }));
    await insertSend(tx, { studyId, sendId, waveNumber, kind, requestedBy: actor, now, messages });
    const detail = { wave: waveNumber, kind, send: sendId, count };
    await recordAudit(tx, { studyId, actor, act: "mail-queued", detail, at: now });
    return { kind: "queued", sendId, count };
  });
}
