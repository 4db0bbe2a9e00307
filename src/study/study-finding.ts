// What is found in a study folder before it is loaded: each thing with its file, its place and what is wrong there.
import type { Finding } from "../questionnaire/check-instrument.ts";

/** `error` keeps the study from being loaded, `warning` wants a look, `note` is said for completeness. */
export type FindingSeverity = "error" | "warning" | "note";

/** What is wrong. Every value is text as it stands in the file, shortened where it is long. */
export type FindingReason =
  | { readonly kind: "file-missing" }
  | { readonly kind: "not-json"; readonly reason: string }
  | { readonly kind: "not-table"; readonly reason: string }
  | { readonly kind: "missing" }
  | { readonly kind: "wrong-type"; readonly wanted: "text" | "list" | "object" | "yes-no" | "number" }
  | { readonly kind: "empty" }
  | { readonly kind: "unknown-key"; readonly key: string }
  | { readonly kind: "not-allowed"; readonly value: string; readonly allowed: readonly string[] }
  | { readonly kind: "bad-form"; readonly value: string; readonly wanted: "id" | "role" | "date" | "e-mail" }
  | { readonly kind: "bad-time-zone"; readonly value: string }
  | { readonly kind: "out-of-range"; readonly value: string; readonly least: number; readonly most: number }
  | { readonly kind: "twice"; readonly value: string }
  | { readonly kind: "anonymous" }
  | { readonly kind: "folder-name"; readonly folder: string; readonly studyId: string }
  | { readonly kind: "unknown-place"; readonly place: string; readonly allowed: readonly string[] }
  | { readonly kind: "missing-place"; readonly place: string }
  | { readonly kind: "no-instrument" }
  | { readonly kind: "instrument"; readonly finding: Finding };

export interface StudyFinding {
  readonly severity: FindingSeverity;
  /** Path within the study folder: "study.json", "texts/sv.json". */
  readonly file: string;
  /** The field: "roles[1].label.nb.plural"; empty for the file as a whole. */
  readonly path: string;
  readonly reason: FindingReason;
}

/** True if anything keeps the study from being loaded. */
export function isRefused(findings: readonly StudyFinding[]): boolean {
  return findings.some((finding) => finding.severity === "error");
}
