// A study folder as a whole: study.json, the questionnaire's versions, the texts and the plans for analysis.
import type { LanguageCode } from "../language/language-code.ts";
import type { Finding } from "../questionnaire/check-instrument.ts";
import { versionFindings } from "../questionnaire/checks/version-findings.ts";
import { fixInstrument } from "../questionnaire/fix-instrument.ts";
import type { Instrument } from "../questionnaire/instrument.ts";
import { checkStudy } from "./check-study.ts";
import { checkTexts } from "./check-texts.ts";
import { type Declared, declaredFile, find, objectAt } from "./declared-value.ts";
import { type MunicipalityGroup, readMunicipalityGroups } from "./municipality-group.ts";
import type { StudyDefinition } from "./study.ts";
import { isRefused, type StudyFinding } from "./study-finding.ts";
import type { StudyTexts } from "./study-texts.ts";

/** One version of the questionnaire, `instrument-<version>.json`, as it would be fielded. */
export interface FolderInstrument {
  /** 1, 2, 3 … */
  readonly version: number;
  readonly instrument: Instrument;
}

/** Everything that a study folder declares, without faults. */
export interface StudyFolder {
  readonly definition: StudyDefinition;
  readonly texts: Readonly<Partial<Record<LanguageCode, StudyTexts>>>;
  /** In order of version; at least one. */
  readonly instruments: readonly FolderInstrument[];
  /** `analysis.json` and `comparability.json` as they stand, or null where there is none. */
  readonly analysis: Readonly<Record<string, unknown>> | null;
  readonly comparability: Readonly<Record<string, unknown>> | null;
  /** `groups.csv`; empty where there is none. */
  readonly groups: readonly MunicipalityGroup[];
}

/** The folder, or everything that keeps it from being loaded. Warnings and notes come with both. */
export type CheckedFolder =
  | { readonly kind: "sound"; readonly folder: StudyFolder; readonly findings: readonly StudyFinding[] }
  | { readonly kind: "faulty"; readonly findings: readonly StudyFinding[] };

/** Names that a questionnaire's texts and conditions may use beside its own questions: facts of the case. */
export const instrumentVariables: readonly string[] = ["municipality", "role"];

const instrumentName = /^instrument-([1-9]\d{0,3})\.json$/;

/**
 * Checks the files of a study folder together.
 *
 * @param files text of each file by its path within the folder ("texts/sv.json")
 * @param folderName name of the folder, to be compared with the study's; null where there is none
 */
export function checkStudyFolder(
  files: ReadonlyMap<string, string>,
  folderName: string | null,
): CheckedFolder {
  const findings: StudyFinding[] = [];
  const studyFile = declaredFile("study.json", files.get("study.json"), findings);
  const definition = studyFile === null ? null : checkStudy(studyFile);
  if (definition !== null && folderName !== null && folderName !== definition.studyId) {
    const { studyId } = definition;
    find(studyFile!, { kind: "folder-name", folder: folderName, studyId }, "warning");
  }
  const texts: Partial<Record<LanguageCode, StudyTexts>> = {};
  for (const language of definition?.languages ?? []) {
    const path = `texts/${language}.json`;
    const at = declaredFile(path, files.get(path), findings);
    const checked = at === null ? null : checkTexts(at);
    if (checked !== null) texts[language] = checked;
  }
  const instruments = checkInstruments(files, definition, findings);
  const analysis = plainObject("analysis.json", files, findings);
  const comparability = plainObject("comparability.json", files, findings);
  const groupsText = files.get("groups.csv");
  const groups =
    groupsText === undefined
      ? []
      : readMunicipalityGroups({ value: groupsText, file: "groups.csv", path: "", findings });
  if (definition === null || isRefused(findings)) return { kind: "faulty", findings };
  return {
    kind: "sound",
    folder: { definition, texts, instruments, analysis, comparability, groups },
    findings,
  };
}

function checkInstruments(
  files: ReadonlyMap<string, string>,
  definition: StudyDefinition | null,
  findings: StudyFinding[],
): FolderInstrument[] {
  const named = [...files.keys()].flatMap((path) => {
    const version = instrumentName.exec(path)?.[1];
    return version === undefined ? [] : [{ path, version: Number(version) }];
  });
  if (named.length === 0) {
    find({ value: undefined, file: "instrument-1.json", path: "", findings }, { kind: "no-instrument" });
  }
  const instruments: FolderInstrument[] = [];
  for (const { path, version } of named.sort((a, b) => a.version - b.version)) {
    const at = declaredFile(path, files.get(path), findings);
    if (at === null || definition === null) continue;
    const instrument = checkInstrumentFile(at, version, definition);
    if (instrument === null) continue;
    const previous = instruments.at(-1);
    const reused =
      previous === undefined ? [] : versionFindings(previous.instrument, previous.version, instrument);
    for (const finding of reused) findInInstrument(at, finding);
    instruments.push({ version, instrument });
  }
  return instruments;
}

function checkInstrumentFile(at: Declared, version: number, definition: StudyDefinition): Instrument | null {
  const { defaultLanguage, languages } = definition;
  const result = fixInstrument(at.value, {
    version: String(version),
    languages: [defaultLanguage, ...languages.filter((language) => language !== defaultLanguage)],
    knownVariables: instrumentVariables,
  });
  for (const finding of result.findings) findInInstrument(at, finding);
  return result.kind === "fixed" ? result.instrument : null;
}

function findInInstrument(at: Declared, finding: Finding): void {
  const path = finding.path === "" ? finding.element : finding.path;
  find({ ...at, path }, { kind: "instrument", finding }, finding.severity);
}

function plainObject(
  path: string,
  files: ReadonlyMap<string, string>,
  findings: StudyFinding[],
): Readonly<Record<string, unknown>> | null {
  if (!files.has(path)) return null;
  const at = declaredFile(path, files.get(path), findings);
  return at === null ? null : objectAt(at);
}
