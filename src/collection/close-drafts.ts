// At closing: what unsent answers count as, by how much of the route they cover.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import type { Answers, Instrument } from "../questionnaire/instrument.ts";
import { prepareQuestionnaire } from "../questionnaire/prepare-questionnaire.ts";
import type { Questionnaire, WalkContext } from "../questionnaire/questionnaire.ts";
import type { StudyDefinition } from "../study/study.ts";
import type { ClosedDraft } from "../wave/close-wave.ts";
import { caseOutcome, completionClass } from "../wave/disposition.ts";
import {
  type CountedDraft,
  dropCorrections,
  holdSaves,
  type OpenDraft,
  readOpenDrafts,
  saveCountedDrafts,
  takeBackCountedDrafts,
} from "./draft-store.ts";
import { walkContext } from "./walk-context.ts";

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
): CountedDraft => {
  const context = walkContext(open, study, open.language, now);
  const draft = withoutMistakes(questionnaire, open.draft, context);
  const { answeredItems, routedItems } = questionnaire.completionShare(draft, context);
  const completion = completionClass(answeredItems, routedItems);
  return {
    caseId: open.caseId,
    completion,
    answers: completion === "break-off" ? null : questionnaire.complete(draft, context),
  };
};

/** Drafts of people who said no or were never eligible count as nothing. */
const mayCount = ({ events, referenceDate }: OpenDraft): boolean =>
  ["started", "left-after"].includes(caseOutcome(events, referenceDate).standing);

/**
 * Judges every unsent draft of a wave and lets those of half the questionnaire or more count; corrections that
 * were not sent are dropped. The drafts themselves stay, so that `reopenDrafts` can undo it. Meant as the
 * `draftsOf` of `closeWave`, which notes on each case what its draft counted as. Whoever is saving finishes
 * first; whoever comes after finds the wave closed.
 *
 * @returns every judged draft
 */
export const closeDrafts = async (
  tx: Kysely<Database>,
  closing: {
    readonly study: StudyDefinition;
    readonly instrument: Instrument;
    readonly waveNumber: number;
    readonly now: Date;
  },
): Promise<readonly ClosedDraft[]> => {
  const { study, waveNumber, now } = closing;
  const questionnaire = prepareQuestionnaire(closing.instrument);
  const closed: ClosedDraft[] = [];
  await holdSaves(tx, study.studyId, waveNumber);
  await dropCorrections(tx, study.studyId, waveNumber);
  for await (const drafts of readOpenDrafts(tx, study.studyId, waveNumber)) {
    const counted = drafts.filter(mayCount).map((open) => judge(questionnaire, study, open, now));
    await saveCountedDrafts(tx, study.studyId, counted);
    closed.push(...counted.map(({ caseId, completion }) => ({ caseId, completion })));
  }
  return closed;
};

/** Undoes `closeDrafts` for a wave that is opened again: drafts are drafts, nobody has answered by closing. */
export const reopenDrafts = (
  tx: Kysely<Database>,
  wave: { readonly studyId: string; readonly waveNumber: number },
): Promise<void> => takeBackCountedDrafts(tx, wave.studyId, wave.waveNumber);
