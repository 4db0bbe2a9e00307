// Members of staff and what they may do: a role in a study each.
import type { LanguageCode } from "../language/language-code.ts";
import type { StudyId } from "../study/study.ts";

export type StaffId = string & { readonly brand: "StaffId" };

/** `lead` runs the fieldwork and never sees answers; `evaluator` sees results and never sees people. */
export type StaffRole = "lead" | "evaluator";

export interface StudyRoleOfStaff {
  readonly studyId: StudyId;
  readonly role: StaffRole;
}

/** Whoever is signed in, as the database says at this request. Has at least one role. */
export interface SignedInStaff {
  readonly staffId: StaffId;
  readonly roles: readonly StudyRoleOfStaff[];
  readonly language: LanguageCode;
}

/** Whether this person has this role in this study. */
export function hasRole(staff: Pick<SignedInStaff, "roles">, studyId: string, role: StaffRole): boolean {
  return staff.roles.some((held) => held.studyId === studyId && held.role === role);
}

/** The studies in which this person has this role, by name. */
export function studiesOf(staff: Pick<SignedInStaff, "roles">, role: StaffRole): StudyId[] {
  return staff.roles
    .filter((held) => held.role === role)
    .map(({ studyId }) => studyId)
    .sort();
}

/** Where a person's work begins. */
export function landingPath(roles: readonly StudyRoleOfStaff[]): "/lead" | "/evaluate" {
  return roles.some(({ role }) => role === "lead") ? "/lead" : "/evaluate";
}
