// The plan of an import as the lead is shown it: counts, questions with their answers, and who is affected how.

import type { ImportPlan, PlannedRow } from "../panel/import/import-plan.ts";
import type { ImportNotice, ImportProblem } from "../panel/import/import-problem.ts";
import { noticeInWords, problemInWords, questionInWords } from "../panel/import/import-words.ts";
import type { ImportChoices, ImportQuestion } from "../panel/import/match-members.ts";
import type { PanelWords } from "../panel/import/panel-columns.ts";
import type { Seat } from "../panel/member.ts";
import type { PeopleTexts } from "./lead-texts.ts";
import type {
  AbsentLine,
  FileProblemLine,
  LoadCounts,
  QuestionLine,
  RowLine,
} from "./pages/load-preview-page.tsx";

/** How roles and municipalities are called, and the words of both rooms. */
export interface PreviewWords {
  readonly panel: PanelWords;
  readonly people: PeopleTexts;
  readonly roleOf: (role: string) => string;
  readonly municipalityOf: (code: string) => string;
}

const questionField = (key: string) => `answer-${key.replaceAll(":", "-")}`;

/** Every problem with its place beside it, in the order of the file. */
export function problemLines(problems: readonly ImportProblem[], words: PanelWords): FileProblemLine[] {
  return problems.map((problem) => ({
    row: problem.row,
    column: problem.letter === null ? problem.heading : `${problem.letter} (${problem.heading ?? ""})`,
    text: problemInWords({ ...problem, row: null, letter: null }, words),
  }));
}

export function noticeLines(notices: readonly ImportNotice[], words: PanelWords): string[] {
  return notices.map((notice) => noticeInWords(notice, words));
}

/**
 * The answers in a posted form, by question. What has not been answered goes as proposed where the form was
 * shown for the first time; a "yes" is never given for the lead.
 */
export function choicesIn(
  questions: readonly ImportQuestion[],
  fields: ReadonlyMap<string, string> | null,
): ImportChoices {
  const given = questions.flatMap((question): [string, string][] => {
    const answer = fields?.get(questionField(question.key));
    if (answer !== undefined && answer !== "") return [[question.key, answer]];
    return question.kind === "match" && fields === null ? [[question.key, question.proposed]] : [];
  });
  return Object.fromEntries(given);
}

/** Every answer that a form could hold, before it is known what is asked: what is not asked is not looked at. */
export function allChoicesIn(fields: ReadonlyMap<string, string>): ImportChoices {
  const form = /^answer-(match|shared-address|same-name|other-person)-([\d-]*)$/;
  return Object.fromEntries(
    [...fields].flatMap(([name, value]): [string, string][] => {
      const match = form.exec(name);
      return match === null ? [] : [[`${match[1]}:${match[2]}`, value]];
    }),
  );
}

/** The questions with what can be answered, and what is answered so far. */
export function questionLines(
  questions: readonly ImportQuestion[],
  choices: ImportChoices,
  { panel, people }: PreviewWords,
): QuestionLine[] {
  return questions.map((question) => {
    const common = {
      field: questionField(question.key),
      text: questionInWords(question, panel),
      answer: choices[question.key] ?? "",
    };
    if (question.kind !== "match") {
      return { ...common, isYes: true, options: [{ value: "yes", label: panel.question.yes }] };
    }
    const candidates = question.candidates.map(({ memberId, name, by, email }) => ({
      value: memberId,
      label: people.load.candidate(name),
      hint: people.load.matchHint(panel.question.matchBy[by], email ?? ""),
    }));
    return {
      ...common,
      isYes: false,
      options: [...candidates, { value: "new", label: panel.question.newPerson }],
    };
  });
}

/** What happens to a row, one thing each: the first that fits. */
function fateOf({ isNewMember, seat, changedDetails }: PlannedRow): Exclude<keyof LoadCounts, "absent"> {
  if (isNewMember) return "added";
  if (seat.outcome === "left") return "left";
  if (seat.outcome === "moved" || seat.outcome === "returned" || seat.outcome === "corrected") return "moved";
  return seat.outcome === "unchanged" && changedDetails.length === 0 ? "unchanged" : "changed";
}

export function loadCounts(plan: ImportPlan): LoadCounts {
  const left = plan.absent.filter(({ leaves }) => leaves).length;
  const counts = { added: 0, moved: 0, left, changed: 0, unchanged: 0, absent: plan.absent.length };
  for (const row of plan.rows) counts[fateOf(row)] += 1;
  return counts;
}

/** Rows to which something happens, in the order of the file. */
export function rowLines(plan: ImportPlan, words: PreviewWords): RowLine[] {
  return plan.rows
    .filter((row) => fateOf(row) !== "unchanged")
    .map((row) => ({
      row: row.row,
      name: row.name,
      what: whatHappens(row, words),
      ...placeOf(row.seat.seat, words),
    }));
}

export function absentLines(plan: ImportPlan, words: PreviewWords): AbsentLine[] {
  return plan.absent.map(({ name, seat, leaves }) => ({
    name: name ?? words.people.list.nameGone,
    ...placeOf(seat, words),
    what: leaves ? words.panel.outcome.left : words.people.load.stays,
  }));
}

function whatHappens(row: PlannedRow, { panel, people }: PreviewWords): string {
  const { outcome } = row.seat;
  const parts: string[] = [];
  if (row.isNewMember) parts.push(panel.outcome.new);
  else if (outcome === "dates") parts.push(panel.outcome.changed);
  else if (outcome !== "unchanged") parts.push(panel.outcome[outcome]);
  if (row.predecessorName !== null) parts.push(panel.takesSeatOf(row.predecessorName));
  if (row.changedDetails.length > 0) {
    parts.push(people.load.details(panel.list(row.changedDetails.map((detail) => panel.columns[detail]))));
  }
  return parts.join(", ");
}

function placeOf(
  seat: Pick<Seat, "role" | "municipality"> | null,
  { roleOf, municipalityOf }: PreviewWords,
): { role: string; municipality: string } {
  return seat === null
    ? { role: "–", municipality: "–" }
    : { role: roleOf(seat.role), municipality: municipalityOf(seat.municipality) };
}
