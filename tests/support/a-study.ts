// A small study for tests: two roles, two languages, one question.
import type { Kysely } from "kysely";
import type { Database } from "../../src/db/schema.ts";
import { loadStudy } from "../../src/study/load-study.ts";
import type { RoleCode, StudyDefinition, StudyId } from "../../src/study/study.ts";
import { checkStudyFolder, type StudyFolder } from "../../src/study/study-folder.ts";
import type { StudyTexts } from "../../src/study/study-texts.ts";

export const politician = "politician" as RoleCode;
export const official = "official" as RoleCode;

/** A study of politicians and officials in Sweden; every field can be replaced. */
export function aStudy(change: Partial<StudyDefinition> = {}): StudyDefinition {
  return {
    studyId: "small-study" as StudyId,
    title: { sv: "Liten undersökning", en: "Small study" },
    country: "SE",
    timeZone: "Europe/Stockholm",
    roles: [
      {
        role: politician,
        label: {
          sv: { singular: "politiker", plural: "politiker" },
          en: { singular: "politician", plural: "politicians" },
        },
      },
      {
        role: official,
        label: {
          sv: { singular: "tjänsteperson", plural: "tjänstepersoner" },
          en: { singular: "official", plural: "officials" },
        },
      },
    ],
    languages: ["sv", "en"],
    defaultLanguage: "sv",
    privacyMode: "confidential",
    minimumBase: 5,
    silentDisposition: "2.2",
    linkEndsOn: "2030-12-31",
    onePersonTwoRoles: false,
    controller: { name: "Exempelorganisationen", address: null },
    contact: { name: "Kim Exempel", email: "kim@example.org", phone: null },
    ...change,
  };
}

/** Every text, naming the language so that tests can tell which one was taken. */
export function someTexts(language: string): StudyTexts {
  const text = (subject: string, ...paragraphs: string[]) => ({ subject, paragraphs });
  return {
    invitation: text(`${language}: {study}`, "{name}: {link} ({closes_on})"),
    reminder: text(`${language}: reminder`, "{name}: {link}"),
    link: text(`${language}: link`, "{link}"),
    thanks: text(`${language}: thanks`, "Thank you."),
    letter: text(`${language}: letter`, "{link} {code}"),
    privacyNotice: text(`${language}: privacy`, "{controller} {contact} {link_ends_on}"),
  };
}

/** A questionnaire of one page with one question, in Swedish and English. */
export function aQuestionnaire(title = "Hur går det?"): Record<string, unknown> {
  const choice = (value: number, sv: string, en: string) => ({ value, text: { sv, en } });
  return {
    title: { sv: "Frågor", en: "Questions" },
    pages: [
      {
        name: "one",
        elements: [
          {
            type: "radiogroup",
            name: "q1",
            title: { sv: title, en: "How is it?" },
            choices: [choice(1, "Bra", "Well"), choice(2, "Illa", "Badly")],
          },
        ],
      },
    ],
  };
}

/** A sound study folder. `questionnaires` are versions 1, 2 …. */
export function aStudyFolder(
  change: Partial<StudyDefinition> = {},
  questionnaires: readonly Record<string, unknown>[] = [aQuestionnaire()],
): StudyFolder {
  const definition = aStudy(change);
  const files = new Map([["study.json", JSON.stringify(definition)]]);
  for (const language of definition.languages) {
    files.set(`texts/${language}.json`, JSON.stringify(someTexts(language)));
  }
  questionnaires.forEach((questionnaire, index) => {
    files.set(`instrument-${index + 1}.json`, JSON.stringify(questionnaire));
  });
  const checked = checkStudyFolder(files, null);
  if (checked.kind === "faulty") throw new Error(JSON.stringify(checked.findings));
  return checked.folder;
}

/** Loads `aStudyFolder()` and gives back the study. */
export async function aLoadedStudy(
  db: Kysely<Database>,
  now: Date,
  change: Partial<StudyDefinition> = {},
): Promise<StudyDefinition> {
  const folder = aStudyFolder(change);
  const loaded = await loadStudy(db, folder, now);
  if (loaded.kind !== "loaded") throw new Error(JSON.stringify(loaded));
  return folder.definition;
}
