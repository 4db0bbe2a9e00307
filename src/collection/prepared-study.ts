// Studies ready to be answered: declaration and prepared questionnaire, kept between requests.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import { ServiceError } from "../db/service-error.ts";
import type { LanguageCode } from "../language/language-code.ts";
import { prepareQuestionnaire } from "../questionnaire/prepare-questionnaire.ts";
import type { Questionnaire } from "../questionnaire/questionnaire.ts";
import type { StudyDefinition } from "../study/study.ts";
import { findInstrument, findStudy, findStudyTexts } from "../study/study-store.ts";
import type { StudyTexts } from "../study/study-texts.ts";

/** A study's questionnaire is gone although a wave uses it. */
export class InstrumentMissingError extends ServiceError {
  override readonly name = "InstrumentMissingError";
  readonly code = "instrument-missing";
  constructor(studyId: string, version: number) {
    super(`instrument ${version} of study ${studyId} is not in the database`);
  }
}

export interface PreparedStudy {
  readonly study: StudyDefinition;
  readonly questionnaire: Questionnaire;
}

export interface PreparedStudies {
  /** @throws InstrumentMissingError */
  open(studyId: string, instrumentVersion: number): Promise<PreparedStudy>;
  /** The study's own texts in a language, or in its main language; undefined if it has none. */
  texts(studyId: string, language: LanguageCode): Promise<StudyTexts | undefined>;
}

/** Preparing costs more than walking, so what is prepared is kept; declarations are read anew now and then. */
const definitionLastsSeconds = 30;
const mostKept = 50;

interface Kept<Value> {
  readonly readAt: Date;
  readonly value: Value;
}

/** Fixed questionnaires by study and version; values, not promises, so that requests on Workers may share them. */
export type KeptQuestionnaires = Map<string, Questionnaire>;

/** One per service. A fixed instrument never changes; one that is not fixed is never kept. */
export const prepareStudies = (deps: {
  readonly db: Kysely<Database>;
  readonly now: () => Date;
  readonly questionnaires: KeptQuestionnaires;
}): PreparedStudies => {
  const definitions = new Map<string, Kept<StudyDefinition>>();
  const studyTexts = new Map<string, Kept<StudyTexts | undefined>>();

  const keep = <Value>(kept: Map<string, Value>, key: string, value: Value): Value => {
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? "");
    kept.set(key, value);
    return value;
  };

  /** What was read a moment ago, else what `read` finds now: the same object as long as it says the same. */
  const recent = async <Value>(
    kept: Map<string, Kept<Value>>,
    key: string,
    read: () => Promise<Value>,
  ): Promise<Value> => {
    const now = deps.now();
    const known = kept.get(key);
    const age = known === undefined ? Number.POSITIVE_INFINITY : now.getTime() - known.readAt.getTime();
    if (known !== undefined && Math.abs(age) < definitionLastsSeconds * 1000) return known.value;
    const value = await read();
    const isSame = known !== undefined && JSON.stringify(known.value) === JSON.stringify(value);
    return keep(kept, key, { readAt: now, value: isSame ? known.value : value }).value;
  };

  const studyOf = (studyId: string, version: number): Promise<StudyDefinition> =>
    recent(definitions, studyId, async () => {
      const study = await findStudy(deps.db, studyId);
      if (study === undefined) throw new InstrumentMissingError(studyId, version);
      return study;
    });

  const questionnaireOf = async (studyId: string, version: number): Promise<Questionnaire> => {
    const key = `${studyId} ${version}`;
    const kept = deps.questionnaires.get(key);
    if (kept !== undefined) return kept;
    const stored = await findInstrument(deps.db, studyId, version);
    if (stored === undefined) throw new InstrumentMissingError(studyId, version);
    const questionnaire = prepareQuestionnaire(stored.instrument);
    return stored.fixedAt === null ? questionnaire : keep(deps.questionnaires, key, questionnaire);
  };

  return {
    open: async (studyId, instrumentVersion) => {
      const [study, questionnaire] = await Promise.all([
        studyOf(studyId, instrumentVersion),
        questionnaireOf(studyId, instrumentVersion),
      ]);
      return { study, questionnaire };
    },
    texts: (studyId, language) =>
      recent(studyTexts, `${studyId} ${language}`, () => findStudyTexts(deps.db, studyId, language)),
  };
};
