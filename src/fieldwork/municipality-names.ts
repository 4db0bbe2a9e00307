// What municipalities are called on the lead's pages: as they are named today, or were when they ended.
import { municipalityOn } from "../registers/municipality.ts";
import { registerOf } from "../registers/municipality-register.ts";
import type { IsoDate, StudyDefinition } from "../study/study.ts";

/** The name of a code on a day; its latest name where it is not in force; the code itself if it is unknown. */
export function municipalityName(study: StudyDefinition, code: string, day: IsoDate): string {
  return (
    municipalityOn(study.country, code, day)?.name ?? registerOf(study.country).byCode.get(code)?.name ?? code
  );
}

/** Alphabetical order of the study's country: å ä ö, or æ ø å, at the end. */
export function alphabetical(study: StudyDefinition): (a: string, b: string) => number {
  return new Intl.Collator(study.country === "NO" ? "nb" : "sv").compare;
}
