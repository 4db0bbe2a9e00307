// One questionnaire in a file, SurveyJS JSON or the filled-in template: read, checked, and everything said in words.
import type { LanguageCode } from "../language/language-code.ts";
import type { Finding, Severity } from "../questionnaire/check-instrument.ts";
import { findingWords, placeInWords, reasonInWords } from "../questionnaire/checks/finding-words.ts";
import { languagesOf } from "../questionnaire/checks/translation-findings.ts";
import { fixInstrument } from "../questionnaire/fix-instrument.ts";
import type { Instrument } from "../questionnaire/instrument.ts";
import type { WorkbookPlace } from "../questionnaire/template/questionnaire-of-rows.ts";
import { readTemplate } from "../questionnaire/template/read-workbook.ts";
import {
  problemInWords,
  templateWords,
  unreadableInWords,
} from "../questionnaire/template/template-words.ts";
import { instrumentVariables } from "./study-folder.ts";

/** A file as it was chosen. */
export interface QuestionnaireFile {
  /** Its name tells what it is: `.xlsx` or anything else for JSON. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A finding as it is shown: how bad, where, what and how to mend it. */
export interface FindingLine {
  readonly severity: Severity;
  /** "“age”, pages[0].elements[2]" or "Questions, row 5"; empty where it concerns the whole. */
  readonly place: string;
  readonly said: string;
}

export interface CheckedQuestionnaire {
  /** The questionnaire as SurveyJS JSON, null where there is none in the file. */
  readonly json: Readonly<Record<string, unknown>> | null;
  /** What would be fielded; null where anything keeps it from being fixed. */
  readonly instrument: Instrument | null;
  /** Worst first. */
  readonly lines: readonly FindingLine[];
}

export interface CheckOptions {
  /** Languages the questionnaire must have, main one first; null for those it has. */
  readonly languages: readonly string[] | null;
  /** Version it would become. */
  readonly version: number;
  /** Language that findings are said in. */
  readonly language: LanguageCode;
  /** Findings beside those of the questionnaire itself, e.g. in comparison with an earlier version. */
  readonly more?: (instrument: Instrument) => readonly Finding[];
}

const error = (said: string, place = ""): FindingLine => ({ severity: "error", place, said });
const nothing = (line: FindingLine): CheckedQuestionnaire => ({
  json: null,
  instrument: null,
  lines: [line],
});

type Places = ReadonlyMap<string, WorkbookPlace>;

/** The row that a path of the questionnaire comes from, or the nearest around it. */
const rowOf = (path: string, places: Places): WorkbookPlace | null => {
  for (let at = path; at !== ""; at = at.replace(/(^|\.)[^.[\]]+$|\[\d+\]$/, "")) {
    const place = places.get(at);
    if (place !== undefined) return place;
  }
  return null;
};

const lineOf = (finding: Finding, places: Places | null, language: LanguageCode): FindingLine => {
  const words = findingWords(language);
  const row = places === null ? null : rowOf(finding.path, places);
  const template = templateWords(language);
  const inSheet = row === null ? null : template.place(template.sheets[row.sheet], row.row, "");
  const place = inSheet === null ? placeInWords(finding, words) : words.at(finding.element, inSheet);
  return { severity: finding.severity, place, said: reasonInWords(finding, words) };
};

/** Findings about a questionnaire that is there already, in words. */
export const findingLines = (findings: readonly Finding[], language: LanguageCode): readonly FindingLine[] =>
  findings.map((finding) => lineOf(finding, null, language));

const check = (
  json: unknown,
  places: Places | null,
  problems: readonly FindingLine[],
  { languages, version, language, more }: CheckOptions,
): CheckedQuestionnaire => {
  const isObject = json !== null && typeof json === "object" && !Array.isArray(json);
  const definition = isObject ? (json as Record<string, unknown>) : null;
  const fixed = fixInstrument(json, {
    version: String(version),
    languages: languages ?? languagesOf(definition ?? {}),
    knownVariables: instrumentVariables,
  });
  const added = fixed.kind === "fixed" ? (more?.(fixed.instrument) ?? []) : [];
  const lines = [...fixed.findings, ...added].map((finding) => lineOf(finding, places, language));
  const isSound = fixed.kind === "fixed" && problems.length === 0;
  return {
    json: definition,
    instrument: isSound ? fixed.instrument : null,
    lines: [...problems, ...lines],
  };
};

/** Reads and checks a questionnaire. Never throws, whatever is in the file. */
export const checkQuestionnaireFile = async (
  file: QuestionnaireFile,
  options: CheckOptions,
): Promise<CheckedQuestionnaire> => {
  const { language } = options;
  const isArchive = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b;
  if (/\.xlsx$/i.test(file.name) || isArchive) {
    const read = await readTemplate(file.bytes, language);
    if (read.kind === "unreadable") return nothing(error(unreadableInWords(read.reason, language)));
    const problems = read.problems.map((problem) => {
      const [place = "", ...rest] = problemInWords(problem, language).split(": ");
      return error(rest.join(": "), place);
    });
    return check(read.json, read.places, problems, options);
  }
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(file.bytes).replace(/^\uFEFF/, ""));
  } catch (reason) {
    const value = reason instanceof Error ? reason.message.slice(0, 200) : "";
    const finding: Finding = {
      severity: "error",
      kind: "not-a-questionnaire",
      path: "",
      element: "",
      facts: { value },
    };
    return nothing(error(reasonInWords(finding, findingWords(language))));
  }
  return check(json, null, [], options);
};
