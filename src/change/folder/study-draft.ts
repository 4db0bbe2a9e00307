// The first draft of a study folder from an analysis folder: everything that data collected elsewhere say of
// themselves, so that the study can be loaded and its waves taken in.
import type { StudyText, StudyTexts } from "../../study/study-texts.ts";
import type { AnalysisPlan, PlanItem } from "../cube/analysis-plan.ts";
import type { WaveRow } from "../cube/wave-row.ts";

/** What the data do not say. */
export interface DraftFacts {
  /** Name of the study and of its folder. */
  readonly studyId: string;
  readonly country: "SE" | "NO";
  /** Last day on which people and answers can be joined, "yyyy-mm-dd". */
  readonly linkEndsOn: string;
}

/** Files by their path within the study folder, and what the import must be told of names that had to change. */
export interface StudyDraft {
  readonly files: ReadonlyMap<string, string>;
  /** For `tidvis wave import --map`; null where every name could stay. */
  readonly map: string | null;
}

const language = "en";
const roleForm = /^[a-z][a-z0-9_-]{0,39}$/;

/**
 * Drafts a study folder: one page with one question per item, with all its codes; the roles found; analysis.json as it
 * stands. Words that people would read are placeholders to be written by whoever fields a further wave.
 *
 * @param analysisText analysis.json as it stands
 * @param raw cells of cases.csv and answers.csv as they were read
 */
export function draftStudy(
  plan: AnalysisPlan,
  analysisText: string,
  rows: readonly WaveRow[],
  { studyId, country, linkEndsOn }: DraftFacts,
): StudyDraft {
  const roles = [...new Set(rows.map(({ columns }) => columns.role ?? ""))].sort();
  const roleCodes = new Map(
    roles.map((role, index) => [role, roleForm.test(role) ? role : `role_${index + 1}`]),
  );
  const title = { [language]: plan.id === "" ? studyId : plan.id };
  const study = {
    studyId,
    title,
    country,
    roles: [...roleCodes].map(([name, role]) => ({
      role,
      label: { [language]: { singular: name || role, plural: name || role } },
    })),
    languages: [language],
    defaultLanguage: language,
    privacyMode: "confidential",
    linkEndsOn,
    controller: { name: "To be written: who decides over the data" },
    contact: { name: "To be written: who answers questions", email: "to-be-written@example.org" },
  };
  const questionnaire = {
    title,
    pages: [{ name: "page_1", elements: plan.items.map((item) => question(item, givenTo(item, rows))) }],
  };
  const renamed = [...roleCodes].filter(([name, role]) => name !== role);
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return {
    files: new Map([
      ["study.json", json(study)],
      ["instrument-1.json", json(questionnaire)],
      ["analysis.json", analysisText],
      ["comparability.json", json({ verdicts: [] })],
      [`texts/${language}.json`, json(draftTexts)],
    ]),
    map: renamed.length === 0 ? null : json({ values: { role: Object.fromEntries(renamed) } }),
  };
}

/** Codes that anybody gave, in order of code. */
function givenTo(item: PlanItem, rows: readonly WaveRow[]): string[] {
  const given = rows.flatMap(({ answers }) => {
    const answer = answers[item.id];
    return answer === undefined ? [] : typeof answer === "string" ? [answer] : [...answer];
  });
  return [...new Set(given)].filter((code) => code !== "" && !code.startsWith("__")).sort();
}

function question(item: PlanItem, given: readonly string[]): Record<string, unknown> {
  const named = { name: item.id, title: { [language]: item.id } };
  const rawCodes = [...item.crosswalk.values()].flatMap((map) => [...map.keys()]);
  const codes =
    item.crosswalk.size === 0 ? [...item.values, ...item.options] : [...new Set([...rawCodes, ...given])];
  const choices = [...new Set([...codes, ...item.dontKnow])].map((value) => ({
    value,
    text: { [language]: value },
  }));
  switch (item.type) {
    case "numeric":
      return { type: "text", inputType: "number", ...named };
    case "open":
      return { type: "comment", ...named };
    case "multi":
      return {
        type: "checkbox",
        ...named,
        choices,
        ...(codes.includes("none") ? {} : { showNoneItem: true }),
      };
    case "top3":
      return { type: "ranking", ...named, choices, selectToRankEnabled: true, maxSelectedChoices: 3 };
    default:
      return { type: "radiogroup", ...named, choices };
  }
}

const toBeWritten = "This text is to be written before anybody is asked.";
const draft = (subject: string, ...paragraphs: string[]): StudyText => ({
  subject,
  paragraphs: [toBeWritten, ...paragraphs],
});

const draftTexts: StudyTexts = {
  invitation: draft("{study}", "{name}", "{link}"),
  reminder: draft("{study}", "{name}", "{link}"),
  link: draft("{study}", "{link}"),
  thanks: draft("{study}"),
  letter: draft("{study}", "{link}", "{code}"),
  privacyNotice: draft("{study}", "{controller}", "{contact}", "{link_ends_on}"),
};
