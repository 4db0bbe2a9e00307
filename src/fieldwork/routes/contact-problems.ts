// What is wrong with typed contact details, put into words that name the field.
import type { ContactProblem } from "../../panel/contact.ts";
import type { SummaryLine } from "../../web/form.tsx";
import type { PeopleTexts } from "../lead-texts.ts";

/** @param fieldOf what the form calls its field for a name, an address or a telephone number */
export function contactProblems(
  problems: readonly ContactProblem[],
  texts: PeopleTexts["problems"],
  fieldOf: (name: "name" | "email" | "phone") => string,
): SummaryLine[] {
  const lines: Readonly<Record<ContactProblem, SummaryLine>> = {
    "missing-name": { field: fieldOf("name"), message: texts.name },
    "long-name": { field: fieldOf("name"), message: texts.nameLong },
    "invalid-email": { field: fieldOf("email"), message: texts.email },
    "long-phone": { field: fieldOf("phone"), message: texts.phone },
  };
  return problems.map((problem) => lines[problem]);
}
