// What a walk through the questionnaire depends on beside the answers: language, random order, known facts.
import type { LanguageCode } from "../language/language-code.ts";
import type { WalkContext } from "../questionnaire/questionnaire.ts";
import { municipalityOn } from "../registers/municipality.ts";
import { roleLabel, type StudyDefinition, studyTitle } from "../study/study.ts";
import { type EnteredCase, seedOf } from "./entered-case.ts";

/** Name of the case's municipality on the reference date, or its code where the register knows none. */
export const municipalityNameOf = (
  entered: Pick<EnteredCase, "municipality" | "referenceDate">,
  study: StudyDefinition,
): string =>
  municipalityOn(study.country, entered.municipality, entered.referenceDate)?.name ?? entered.municipality;

/**
 * The facts that texts and conditions of a questionnaire may use: `{municipality}` (its name),
 * `{municipality_code}`, `{role}` (its code), `{role_label}`, `{study}`, and each declared group by its name.
 */
export const walkContext = (
  entered: Pick<EnteredCase, "caseId" | "municipality" | "referenceDate" | "role" | "groups">,
  study: StudyDefinition,
  language: LanguageCode,
  now: Date,
): WalkContext => ({
  language,
  seed: seedOf(entered.caseId),
  now,
  variables: {
    ...entered.groups,
    municipality: municipalityNameOf(entered, study),
    municipality_code: entered.municipality,
    role: entered.role,
    role_label: roleLabel(study, entered.role, language).singular,
    study: studyTitle(study, language),
  },
});
