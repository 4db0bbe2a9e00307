// Writes down what came of hand-overs: the outcome of the attempt, and what it means for the case.
import { violatedConstraint } from "../db/constraint.ts";
import { recordCaseEvents } from "../wave/case-store.ts";
import type { HandOver } from "./mail-transport.ts";
import type { MailingDeps } from "./mailing-deps.ts";
import { type AttemptOutcome, insertOutcomes, putBackInLine } from "./outbox-store.ts";
import { afterPutBack } from "./retry.ts";
import type { SendKind } from "./send-plan.ts";
import type { ReadyMessage } from "./take-messages.ts";

/** A hand-over whose end is known. One that is uncertain is not recorded: its claim says it all. */
export interface KnownHandOver {
  readonly message: ReadyMessage;
  readonly handOver: Exclude<HandOver, { kind: "uncertain" }>;
  readonly at: Date;
}

const handedOverEvents = {
  invitation: "invitation_handed_over",
  reminder: "reminder_handed_over",
  link: "link_handed_over",
} as const satisfies Record<SendKind, string>;

/** Constraints that say that the message, or its case, is there no more. */
const goneWithPerson = new Set(["message_outcome_claim_fk", "case_event_case_fk"]);

/** All or nothing. */
export async function recordOutcomes(
  db: MailingDeps["db"],
  handOvers: readonly KnownHandOver[],
): Promise<void> {
  const judged = handOvers.map(({ message, handOver, at }) => {
    const next = handOver.kind === "put_back" ? afterPutBack(handOver, { ...message, now: at }) : null;
    const outcome: AttemptOutcome["outcome"] = next?.kind === "give-up" ? "refused" : handOver.kind;
    const detail = handOver.kind === "handed_over" ? null : handOver.detail;
    return { message, at, outcome, detail, dueAt: next?.kind === "again" ? next.dueAt : null };
  });
  await db.transaction().execute(async (tx) => {
    await insertOutcomes(
      tx,
      judged.map(({ message, at, outcome, detail }) => ({ ...message, at, outcome, detail })),
    );
    for (const { message, dueAt } of judged) {
      if (dueAt !== null) await putBackInLine(tx, { ...message, dueAt });
    }
    await recordCaseEvents(
      tx,
      judged.flatMap(({ message, at, outcome, detail }) => {
        if (outcome !== "handed_over" && outcome !== "refused") return [];
        const { studyId, caseId, messageId, sendKind } = message;
        const kind = outcome === "refused" ? ("mail_refused" as const) : handedOverEvents[sendKind];
        const facts = { channel: "mail", message: messageId, ...(detail === null ? {} : { code: detail }) };
        return [{ studyId, caseId, kind, at, actor: "clock", detail: facts }];
      }),
    );
  });
}

/** Records a group; of persons who were erased while their mail was handed over nothing is written any more. */
async function recordWhatIsLeft(db: MailingDeps["db"], group: readonly KnownHandOver[]): Promise<void> {
  try {
    await recordOutcomes(db, group);
  } catch (error) {
    if (!goneWithPerson.has(violatedConstraint(error) ?? "")) throw error;
    if (group.length === 1) return;
    for (const one of group) await recordWhatIsLeft(db, [one]);
  }
}

export interface OutcomeRecorder {
  /** Resolves once this hand-over is written down, or could not be; never rejects. */
  record(handOver: KnownHandOver): Promise<void>;
  /** Why something could not be written down: what was handed over then is uncertain. Null if all was. */
  failure(): unknown;
}

/** Writes one group at a time; what ends meanwhile makes the next group. */
export function outcomeRecorder(db: MailingDeps["db"]): OutcomeRecorder {
  let waiting: KnownHandOver[] = [];
  let next: Promise<void> | null = null;
  let writing: Promise<void> = Promise.resolve();
  let failure: unknown = null;

  async function write(): Promise<void> {
    const group = waiting;
    waiting = [];
    next = null;
    try {
      await recordWhatIsLeft(db, group);
    } catch (error) {
      failure ??= error;
    }
  }

  return {
    record: (handOver) => {
      waiting.push(handOver);
      if (next === null) {
        next = writing.then(write);
        writing = next;
      }
      return next;
    },
    failure: () => failure,
  };
}
