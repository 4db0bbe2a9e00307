// Taking in a file of people: shown beforehand, then the whole of it or nothing.
import type { Kysely } from "kysely";
import { inTransaction } from "../../db/in-transaction.ts";
import type { Database } from "../../db/schema.ts";
import { isCalendarDate } from "../../study/calendar-date.ts";
import type { StudyDefinition, StudyId } from "../../study/study.ts";
import { findStudy, lockStudy } from "../../study/study-store.ts";
import { changePanel } from "../change-panel.ts";
import type { ContactVault } from "../contact.ts";
import { mintId, type RandomBytes } from "../minted-id.ts";
import { readPanel } from "../read-panel.ts";
import { type ImportOptions, type ImportPlan, planImport } from "./import-plan.ts";
import type { ImportNotice, ImportProblem } from "./import-problem.ts";
import { type ImportChoices, openQuestions } from "./match-members.ts";
import { type ChosenFile, readPanelFile } from "./read-panel-file.ts";

/** A file, and what the lead says about it. */
export interface ImportRequest {
  readonly studyId: StudyId;
  readonly file: ChosenFile;
  readonly options: ImportOptions;
  /** Answers to the questions of an earlier preview; none at first. */
  readonly choices: ImportChoices;
  readonly randomBytes: RandomBytes;
}

/** What would happen. `plan.problems` holds rows that were taken for the same member; to be answered otherwise. */
export interface ImportPreview {
  readonly kind: "preview";
  readonly plan: ImportPlan;
  /** Stands for the file, the day and the panel as it is now; an import of something else is refused. */
  readonly fingerprint: string;
}

/** Why nothing would happen. */
export type RefusedImport =
  | { readonly kind: "no-such-study" }
  | { readonly kind: "bad-date" }
  | {
      readonly kind: "refused";
      readonly problems: readonly ImportProblem[];
      readonly notices: readonly ImportNotice[];
    };

export type ImportedPanel =
  | { readonly kind: "imported"; readonly plan: ImportPlan }
  | RefusedImport
  /** The lead has to answer first, or has taken two rows for one member; see `openQuestions`, `plan.problems`. */
  | { readonly kind: "unanswered"; readonly preview: ImportPreview }
  /** File, day or panel are not those of the preview that was seen. */
  | { readonly kind: "stale"; readonly preview: ImportPreview };

/** What taking in a file would do. Changes nothing. */
export async function previewImport(
  db: Kysely<Database>,
  vault: ContactVault,
  request: ImportRequest,
): Promise<ImportPreview | RefusedImport> {
  return inTransaction(db, async (tx) => {
    const study = await findStudy(tx, request.studyId);
    return study === undefined ? { kind: "no-such-study" } : preview(tx, vault, study, request);
  });
}

/**
 * Takes in a file: all of it, or nothing.
 *
 * @param request.seen fingerprint of the preview that the lead saw; null where there was none
 */
export async function importPanel(
  db: Kysely<Database>,
  vault: ContactVault,
  request: ImportRequest & { readonly seen: string | null; readonly actor: string; readonly now: Date },
): Promise<ImportedPanel> {
  const { studyId, choices, seen, actor, now } = request;
  return inTransaction(db, async (tx) => {
    const study = await lockStudy(tx, studyId);
    if (study === undefined) return { kind: "no-such-study" };
    const planned = await preview(tx, vault, study, request);
    if (planned.kind !== "preview") return planned;
    if (seen !== null && seen !== planned.fingerprint) return { kind: "stale", preview: planned };
    const { plan } = planned;
    const isAnswered = plan.problems.length === 0 && openQuestions(plan.questions, choices).length === 0;
    if (!isAnswered) return { kind: "unanswered", preview: planned };
    await changePanel(tx, vault, studyId, plan.changes, { actor, now });
    return { kind: "imported", plan };
  });
}

async function preview(
  tx: Kysely<Database>,
  vault: ContactVault,
  study: StudyDefinition,
  request: ImportRequest,
): Promise<ImportPreview | RefusedImport> {
  const { file, options, choices, randomBytes } = request;
  if (!isCalendarDate(options.asOf)) return { kind: "bad-date" };
  const read = await readPanelFile(file, study, options.asOf);
  if (read.kind === "refused") return read;
  const panel = await readPanel(tx, vault, study.studyId);
  const planned = planImport(read, panel, study, options, choices, (prefix) => mintId(prefix, randomBytes));
  const plan = { ...planned, notices: [...read.notices, ...planned.notices] };
  const faults = plan.problems.filter(({ kind }) => kind !== "same-member");
  if (faults.length > 0) return { kind: "refused", problems: plan.problems, notices: plan.notices };
  const fingerprint = await digest([await digest(file.bytes), options, study, panel]);
  return { kind: "preview", plan, fingerprint };
}

/** SHA-256 of bytes, or of a value's JSON form, hexadecimal. */
async function digest(value: unknown): Promise<string> {
  const bytes = value instanceof Uint8Array ? value : new TextEncoder().encode(JSON.stringify(value));
  const hash = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
