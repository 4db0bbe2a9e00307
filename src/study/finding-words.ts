// Findings in a study folder as sentences a person can act on.
import type { study as english } from "../language/en/study.ts";
import type { FindingReason, StudyFinding } from "./study-finding.ts";

/** The texts of `src/language/<language>/study.ts`. */
export type StudyWords = typeof english;

/** "study.json, roles[1].label.nb.plural: This is missing. Add it." */
export function findingInWords(finding: StudyFinding, words: StudyWords): string {
  return `${words.place(finding.file, finding.path)}: ${reasonInWords(finding.reason, words)}`;
}

function reasonInWords(reason: FindingReason, words: StudyWords): string {
  switch (reason.kind) {
    case "file-missing":
      return words.fileMissing;
    case "not-json":
      return words.notJson(reason.reason);
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
    case "instrument":
      return reason.message;
  }
}
