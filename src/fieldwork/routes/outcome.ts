// What came of the last act, carried in the address after the redirect: a word from a fixed list, and a count.
import type { Context } from "hono";
import { type LeadRequest, numberIn } from "./lead-request.ts";

export interface Outcome {
  readonly kind: "success" | "warning";
  readonly text: string;
}

/** The notice for `?done=…&n=…`; null for anything that is not in the list. */
export function outcomeOf(c: Context, lead: LeadRequest): Outcome | null {
  const { fieldwork, mail, people, questionnaire } = lead.texts;
  const count = numberIn(c.req.query("n")) ?? 0;
  const others = numberIn(c.req.query("m")) ?? 0;
  const done = c.req.query("done") ?? "";
  const well: Readonly<Record<string, string>> = {
    ...fieldwork.notices,
    ...mail.notices,
    ...people.notices,
    ...questionnaire.notices,
    queued: mail.notices.queued(count),
    loaded: people.notices.loaded(count, others),
  };
  const badly: Readonly<Record<string, string>> = {
    notPlanned: fieldwork.errors.notPlanned,
    notOpen: fieldwork.errors.notOpen,
    notClosed: fieldwork.errors.notClosed,
    noEmail: mail.errors.noEmail,
    notDue: mail.errors.notDue,
    nobody: mail.notices.nobody,
    noLetters: mail.letters.nothingToPrint,
  };
  if (Object.hasOwn(badly, done)) return { kind: "warning", text: badly[done]! };
  return Object.hasOwn(well, done) ? { kind: "success", text: well[done]! } : null;
}
