// What a respondent takes away: everything stored about their answers, to read and as a data file.
import type { Answers } from "../questionnaire/instrument.ts";
import type { ShownAnswer } from "../questionnaire/questionnaire.ts";
import { roleLabel, studyTitle } from "../study/study.ts";
import type { OwnRecord } from "./own-record-data.ts";
import { writtenMoment } from "./respondent-texts.ts";
import type { Visit } from "./visit.ts";
import { municipalityNameOf, walkContext } from "./walk-context.ts";

/** The answers that the own page is about: those that count, or what is filled in so far. */
export const storedAnswers = ({ entered }: Visit): Answers | null => {
  const { response } = entered;
  if (response === null) return null;
  return response.submittedAt === null ? (response.draft ?? response.answers) : response.answers;
};

/** The stored answers in words; empty when nothing is stored. */
export const shownAnswers = (visit: Visit, now: Date): readonly ShownAnswer[] => {
  const answers = storedAnswers(visit);
  if (answers === null) return [];
  const { study, questionnaire } = visit.prepared;
  return questionnaire.shownAnswers(answers, walkContext(visit.entered, study, visit.language, now));
};

/** All that is stored on the case, for machines. Times in UTC. */
export const ownDataAsJson = (
  visit: Visit,
  record: OwnRecord,
  now: Date,
): Readonly<Record<string, unknown>> => {
  const { entered, language } = visit;
  const { study, questionnaire } = visit.prepared;
  const answers = storedAnswers(visit);
  const context = walkContext(entered, study, language, now);
  return {
    study: { id: study.studyId, title: studyTitle(study, language) },
    controller: study.controller,
    contact: study.contact,
    takenOutAt: now.toISOString(),
    wave: entered.waveNumber,
    questionnaireVersion: entered.response?.instrumentVersion ?? entered.instrumentVersion,
    askedAs: {
      role: entered.role,
      roleLabel: roleLabel(study, entered.role, language).singular,
      municipality: entered.municipality,
      municipalityName: municipalityNameOf(entered, study),
      groups: entered.groups,
      referenceDate: entered.referenceDate,
    },
    language: entered.response?.language ?? entered.language,
    startedAt: entered.response?.startedAt ?? null,
    savedAt: entered.response?.savedAt ?? null,
    submittedAt: entered.response?.submittedAt ?? null,
    correctedAt: record.correctedAt,
    withdrawnAt: record.withdrawnAt,
    otherWavesWithAnswers: record.otherWaves,
    said: entered.stance,
    answers,
    answersInWords: shownAnswers(visit, now),
    codes:
      answers === null ? [] : questionnaire.codedAnswers(questionnaire.complete(answers, context), context),
    linkEndsOn: study.linkEndsOn,
  };
};

/** The same to read. */
export const ownDataAsText = (visit: Visit, record: OwnRecord, now: Date): string => {
  const { language, entered, texts } = visit;
  const { study } = visit.prepared;
  const { own, export: words } = texts.respondent;
  const moment = (term: string, at: Date | null | undefined): string[] =>
    at === null || at === undefined ? [] : [`${term}: ${writtenMoment(at, study, language)}`];
  return [
    words.heading(studyTitle(study, language)),
    words.madeAt(writtenMoment(now, study, language)),
    "",
    `${own.role}: ${roleLabel(study, entered.role, language).singular}`,
    `${own.municipality}: ${municipalityNameOf(entered, study)}`,
    ...Object.entries(entered.groups).map(([group, level]) => `${own.group} (${group}): ${level}`),
    ...moment(own.started, entered.response?.startedAt),
    ...moment(own.savedAt, entered.response?.savedAt),
    ...moment(own.submitted, entered.response?.submittedAt),
    ...moment(own.corrected, record.correctedAt),
    ...moment(own.withdrawn, record.withdrawnAt),
    "",
    ...shownAnswers(visit, now).flatMap(({ title, answer }) => [title, ...indented(answer), ""]),
  ].join("\n");
};

const indented = (text: string): string[] => text.split("\n").map((line) => `    ${line}`);
