// At closing: what unsent answers count as, by how much of the route they cover.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import type { Answers, Instrument } from "../questionnaire/instrument.ts";
import { prepareQuestionnaire } from "../questionnaire/prepare-questionnaire.ts";
import type { CompletionShare, Questionnaire, WalkContext } from "../questionnaire/questionnaire.ts";
import type { StudyDefinition } from "../study/study.ts";
import {
  type ClosedDraft,
  dropCorrections,
  type OpenDraft,
  readOpenDrafts,
  saveClosedDrafts,
  takeBackClosedDrafts,
} from "./draft-store.ts";
import { walkContext } from "./walk-context.ts";

export type DraftVerdict = "complete" | "partial" | "break_off";

/** Over 80 % of the routed items answered: complete. 50 to 80 %: partial. Less: break-off (AAPOR's usual bounds). */
export const verdictOn = ({ answeredItems, routedItems }: CompletionShare): DraftVerdict => {
  if (routedItems === 0) return "break_off";
  const share = answeredItems / routedItems;
  if (share > 0.8) return "complete";
  return share >= 0.5 ? "partial" : "break_off";
};

/** Answers that could not have been sent as they stand, such as letters where a number belongs, do not count. */
export const withoutMistakes = (
  questionnaire: Questionnaire,
  draft: Answers,
  context: WalkContext,
): Answers => {
  const questions = new Set(
    questionnaire
      .openPages(draft, context)
      .flatMap(({ problems }) => problems.map(({ question }) => question)),
  );
  const keys = new Set(
    questionnaire.instrument.variables
      .filter((variable) => questions.has(variable.question))
      .map((variable) => String(variable.path[0])),
  );
  const isKept = ([key, value]: readonly [string, unknown]): boolean =>
    !keys.has(key) || (typeof value === "object" && value !== null && !Array.isArray(value));
  return Object.fromEntries(Object.entries(draft).filter(isKept));
};

const judge = (
  questionnaire: Questionnaire,
  study: StudyDefinition,
  open: OpenDraft,
  now: Date,
): ClosedDraft => {
  const context = walkContext(open, study, open.language, now);
  const draft = withoutMistakes(questionnaire, open.draft, context);
  const verdict = verdictOn(questionnaire.completionShare(draft, context));
  return {
    caseId: open.caseId,
    verdict,
    answers: verdict === "break_off" ? null : questionnaire.complete(draft, context),
  };
};

/**
 * Judges every unsent draft of a wave and lets those of half the questionnaire or more count. Drafts of people
 * who said no are left out; corrections that were not sent are dropped. The drafts themselves stay, so that
 * `reopenDrafts` can undo it. Call in the transaction that closes the wave, after the wave is closed.
 *
 * @returns how many drafts counted as what
 */
export const closeDrafts = async (
  tx: Kysely<Database>,
  closing: {
    readonly study: StudyDefinition;
    readonly instrument: Instrument;
    readonly waveNumber: number;
    readonly now: Date;
  },
): Promise<Readonly<Record<DraftVerdict, number>>> => {
  const { study, waveNumber, now } = closing;
  const questionnaire = prepareQuestionnaire(closing.instrument);
  const counts: Record<DraftVerdict, number> = { complete: 0, partial: 0, break_off: 0 };
  await dropCorrections(tx, study.studyId, waveNumber);
  for await (const drafts of readOpenDrafts(tx, study.studyId, waveNumber)) {
    const closed = drafts.map((open) => judge(questionnaire, study, open, now));
    for (const { verdict } of closed) counts[verdict] += 1;
    await saveClosedDrafts(tx, study.studyId, closed, now);
  }
  return counts;
};

/** Undoes `closeDrafts` for a wave that is opened again: drafts are drafts, nobody has answered by closing. */
export const reopenDrafts = (
  tx: Kysely<Database>,
  study: StudyDefinition,
  waveNumber: number,
): Promise<void> => takeBackClosedDrafts(tx, study.studyId, waveNumber);
