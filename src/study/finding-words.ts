// Findings in a study folder as sentences a person can act on.
import { type Catalogue, catalogueFor } from "../language/catalogue.ts";
import type { LanguageCode } from "../language/language-code.ts";
import {
  findingWords,
  placeInWords,
  reasonInWords as questionnaireReasonInWords,
} from "../questionnaire/checks/finding-words.ts";
import type { FindingReason, StudyFinding } from "./study-finding.ts";

/** The texts of `src/language/<language>/study.ts`. */
export type StudyWords = Catalogue["study"];

/** "study.json, roles[1].label.nb.plural: This is missing. Add it." */
export function findingInWords(finding: StudyFinding, language: LanguageCode): string {
  const words = catalogueFor(language).study;
  const { file, path, reason } = finding;
  if (reason.kind === "instrument") {
    const said = findingWords(language);
    const place = path === "" && reason.finding.element === "" ? "" : placeInWords(reason.finding, said);
    return `${words.place(file, place)}: ${questionnaireReasonInWords(reason.finding, said)}`;
  }
  return `${words.place(file, path)}: ${reasonInWords(reason, words)}`;
}

/** "Error", "Please check" or "Note". */
export function severityInWords(finding: StudyFinding, language: LanguageCode): string {
  return catalogueFor(language).study.severity[finding.severity];
}

function reasonInWords(reason: Exclude<FindingReason, { kind: "instrument" }>, words: StudyWords): string {
  switch (reason.kind) {
    case "file-missing":
      return words.fileMissing;
    case "not-json":
      return words.notJson(reason.reason);
    case "not-table":
      return words.notTable(reason.reason);
    case "missing":
      return words.missing;
    case "wrong-type":
      return words.wrongType[reason.wanted];
    case "empty":
      return words.empty;
    case "unknown-key":
      return words.unknownKey(reason.key);
    case "not-allowed":
      return words.notAllowed(reason.value, reason.allowed.join(", "));
    case "bad-form":
      return words.badForm[reason.wanted](reason.value);
    case "bad-time-zone":
      return words.badTimeZone(reason.value);
    case "out-of-range":
      return words.outOfRange(reason.value, reason.least, reason.most);
    case "twice":
      return words.twice(reason.value);
    case "anonymous":
      return words.anonymous;
    case "folder-name":
      return words.folderName(reason.folder, reason.studyId);
    case "unknown-place":
      return words.unknownPlace(reason.place, reason.allowed.map((place) => `{${place}}`).join(", "));
    case "missing-place":
      return words.missingPlace(reason.place);
    case "no-instrument":
      return words.noInstrument;
  }
}
