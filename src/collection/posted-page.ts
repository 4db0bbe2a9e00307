// A page of questions as it was posted, read into what answering needs to know.
import { readFormFields } from "../questionnaire/form-fields.ts";
import { fieldOf } from "../web/form-body.ts";
import type { PostedPage, Press } from "./answer-page.ts";
import { offeredLanguage } from "./respondent-texts.ts";
import type { Visit } from "./visit.ts";

const presses: readonly Press[] = ["next", "back", "later"];

/** @param pairs names and values of the form in order */
export const readPosted = (
  page: string,
  visit: Visit,
  pairs: readonly (readonly [string, string])[],
): PostedPage => {
  const showIn = offeredLanguage(fieldOf(pairs, "show-in"), visit.prepared.study.languages);
  const press = presses.find((known) => known === fieldOf(pairs, "press")) ?? "next";
  return {
    page,
    form: readFormFields(pairs),
    language: showIn ?? visit.language,
    press: showIn === undefined ? press : "show-in",
    version: fieldOf(pairs, "version"),
    token: fieldOf(pairs, "token"),
    isBlankMeant: fieldOf(pairs, "blank") === "yes",
  };
};
