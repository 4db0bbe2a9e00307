// Checking questionnaires and writing templates: what needs all of survey-core, and is loaded when a lead asks for it.
import type { LanguageCode } from "../language/language-code.ts";
import { checkInstrument } from "../questionnaire/check-instrument.ts";
import { versionFindings } from "../questionnaire/checks/version-findings.ts";
import type { Instrument } from "../questionnaire/instrument.ts";
import { writeTemplate } from "../questionnaire/template/write-workbook.ts";
import {
  type CheckedQuestionnaire,
  checkQuestionnaireFile,
  type FindingLine,
  findingLines,
  type QuestionnaireFile,
} from "../study/check-questionnaire-file.ts";
import type { StudyDefinition } from "../study/study.ts";
import { instrumentVariables } from "../study/study-folder.ts";
import type { StudyInstrument } from "../study/study-store.ts";

/** The study's languages, the one that everything must exist in first. */
const languagesOf = ({ defaultLanguage, languages }: StudyDefinition): readonly string[] => [
  defaultLanguage,
  ...languages.filter((language) => language !== defaultLanguage),
];

/** What is found in a version that is stored already. */
export const findingsInVersion = (instrument: Instrument, language: LanguageCode): readonly FindingLine[] =>
  findingLines(
    checkInstrument(instrument.definition, {
      languages: instrument.languages,
      knownVariables: instrumentVariables,
    }),
    language,
  );

/** What is found in a file that is to become a version, beside the versions before it. */
export const checkForVersion = (
  file: QuestionnaireFile,
  asked: {
    readonly study: StudyDefinition;
    readonly version: number;
    readonly versions: readonly StudyInstrument[];
    readonly language: LanguageCode;
  },
): Promise<CheckedQuestionnaire> => {
  const { study, version, versions, language } = asked;
  const earlier = versions.findLast((one) => one.version < version);
  return checkQuestionnaireFile(file, {
    languages: languagesOf(study),
    version,
    language,
    more: (instrument) =>
      earlier === undefined ? [] : versionFindings(earlier.instrument, earlier.version, instrument),
  });
};

/** The template, empty or with a questionnaire, with columns for the study's languages. */
export const templateFor = async (
  study: StudyDefinition,
  questionnaire: Readonly<Record<string, unknown>> | null,
  language: LanguageCode,
): Promise<Uint8Array> => (await writeTemplate(questionnaire, languagesOf(study), language)).bytes;
