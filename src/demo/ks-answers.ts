// Made-up answers to the competence-centre questionnaire, in the codes in which answers are kept and analysed.
import { type KsMember, ksMembers } from "./ks-case.ts";
import {
  type Chances,
  expectsAdaptation,
  type KsField,
  ksFields,
  ksProperties,
  ksRemarks,
  ksTasks,
} from "./ks-fields.ts";
import { drawBelow, drawWhole } from "./seeded-random.ts";

/** A member of the gross sample with what came of the invitation. */
export interface KsCase extends KsMember {
  /** AAPOR code: 1.1 and 1.2 for those who answered, by the share of the questions they answered. */
  readonly disposition: string;
  /** Codes by variable; several for multi-selects. Empty for those who did not answer. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
}

/** Answers of health leaders who are responsible for dental care too: with the five of the counties 16. */
const healthLeadersWithDental = 11;
/** One in so many leaders leaves out much of what is asked after the first two pages. */
const oneInTires = 14;

const filtered = "__na__";
const noneOfThese = "__none__";
const dontKnow = "dontknow";
const marks = ["1", "2", "3", "4", "5"];
const frequencies = ["weekly", "monthly", "few_times_a_year", "more_seldom", "never"];
const degrees = ["very_large", "large", "some", "small", "not_at_all"];
const needs = ["more", "same", "less", "no"];
const attitudes = ["yes", "rather_yes", "rather_no", "no"];

/** Everybody of the gross sample in the order of the panel, with outcome and answers. */
export function ksCases(seed: number): readonly KsCase[] {
  const members = ksMembers(seed);
  const withDental = new Set(
    members
      .filter(({ isAnswering, role }) => isAnswering && role === "health")
      .toSorted((a, b) => drawWhole(seed, "dental", a.memberId) - drawWhole(seed, "dental", b.memberId))
      .slice(0, healthLeadersWithDental),
  );
  return members.map((member) => {
    if (!member.isAnswering)
      return { ...member, disposition: outcomeWithout(seed, member), answers: new Map() };
    const answers = answersOf(seed, member, withDental.has(member));
    return { ...member, disposition: isComplete(answers) ? "1.1" : "1.2", answers };
  });
}

/** Over 80 % of the asked items, open text left out. Nobody answers less than half of them. */
function isComplete(answers: ReadonlyMap<string, readonly string[]>): boolean {
  const fields = responsibilities(answers).length;
  const asked = ksFields.length + 4 + fields * (6 + ksProperties.length);
  const answered = [...answers].filter(
    ([variable, [first]]) => first !== filtered && !/remark$|^anything_else$/.test(variable),
  ).length;
  return answered * 100 > 80 * asked;
}

function responsibilities(answers: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return (answers.get("responsible") ?? []).filter((field) => field !== noneOfThese);
}

function outcomeWithout(seed: number, { memberId }: KsMember): string {
  const draw = drawBelow(1000, seed, "outcome", memberId);
  if (draw < 35) return "2.11";
  if (draw < 65) return "2.12";
  if (draw < 80) return "3.3";
  return draw < 95 ? "4.1" : "2.2";
}

/** What one leader does with the questions: draws that only the seed and the leader decide. */
interface Pen {
  readonly answers: Map<string, readonly string[]>;
  /** A whole number from 0 to `limit` − 1. */
  readonly draw: (limit: number, ...words: readonly (string | number)[]) => number;
  readonly skips: (variable: string) => boolean;
  /** Answers one of `values`, "don't know" so many times in a hundred, or not at all. */
  readonly choose: (variable: string, values: readonly string[], chances: Chances, unknowing: number) => void;
  /** Writes a remark so many times in a hundred. */
  readonly write: (variable: string, perHundred: number) => void;
}

function penOf(seed: number, memberId: string): Pen {
  const answers = new Map<string, readonly string[]>();
  const draw: Pen["draw"] = (limit, ...words) => drawBelow(limit, seed, memberId, ...words);
  const skipsPerHundred = draw(oneInTires, "tires") === 0 ? 45 : 2;
  const skips: Pen["skips"] = (variable) => draw(100, "skips", variable) < skipsPerHundred;
  return {
    answers,
    draw,
    skips,
    choose: (variable, values, chances, unknowing) => {
      if (skips(variable)) return;
      const knows = draw(100, "knows", variable) >= unknowing;
      answers.set(variable, [knows ? values[chosen(draw(100, "place", variable), chances)]! : dontKnow]);
    },
    write: (variable, perHundred) => {
      if (draw(100, "writes", variable) >= perHundred) return;
      answers.set(variable, [ksRemarks[draw(ksRemarks.length, "remark", variable)]!]);
    },
  };
}

function answersOf(seed: number, member: KsMember, isDentalToo: boolean): Pen["answers"] {
  const pen = penOf(seed, member.memberId);
  const { answers, draw } = pen;
  const own = fieldsOf(member, isDentalToo, pen);
  for (const { field, centres } of ksFields) {
    const perHundred = own.includes(field) ? 42 : 9;
    const known = centres.filter((centre) => draw(100, "known", centre) < perHundred);
    const unknown = draw(100, "known", field) < 25 ? dontKnow : noneOfThese;
    answers.set(`known_${field}`, known.length > 0 ? known : [unknown]);
  }
  answers.set("responsible", own.length > 0 ? own : [noneOfThese]);
  ksFields.forEach((field, index) => {
    const at = (name: string) => `field_${index + 1}_${name}`;
    if (own.includes(field.field)) answerField(pen, field, at, member);
    else for (const name of fieldItems) answers.set(at(name), [filtered]);
  });
  const adapting = expectsAdaptation[member.municipality.region];
  pen.choose("main_provider", ["yes", "no"], [51, 49], 7);
  pen.choose("adapted", ["yes", "no"], [adapting, 100 - adapting], 9);
  pen.write("anything_else", 9);
  if (!pen.skips("interview")) answers.set("interview", [draw(100, "interview") < 34 ? "yes" : "no"]);
  return answers;
}

/** One turn of the loop. Leaders of small municipalities find it harder to get hold of the centres. */
function answerField(
  pen: Pen,
  { need, frequency, dontKnow: unknowing }: KsField,
  at: (name: string) => string,
  { municipality }: KsMember,
): void {
  pen.choose(at("frequency"), frequencies, frequency, unknowing);
  pen.choose(at("mandate"), marks, [8, 20, 33, 29, 10], unknowing);
  pen.choose(at("fulfilled"), degrees, [9, 34, 39, 14, 4], unknowing + 6);
  for (const { property, chances } of ksProperties) {
    const isRemote = municipality.size === "small" && property === "availability";
    pen.choose(at(`properties_${property}`), marks, isRemote ? [12, 26, 33, 22, 7] : chances, unknowing);
  }
  pen.choose(at("need"), needs, need, unknowing);
  if (!pen.skips(at("tasks"))) {
    const knows = pen.draw(100, "knows", at("tasks")) >= unknowing;
    pen.answers.set(at("tasks"), knows ? favourites(pen, at("tasks")) : [dontKnow]);
  }
  pen.choose(at("strategic"), attitudes, [24, 38, 26, 12], unknowing + 4);
  pen.write(at("remark"), 11);
}

/** The items of a turn, in order. */
const fieldItems: readonly string[] = [
  "frequency",
  "mandate",
  "fulfilled",
  ...ksProperties.map(({ property }) => `properties_${property}`),
  "need",
  "tasks",
  "strategic",
  "remark",
];

function fieldsOf({ role }: KsMember, isDentalToo: boolean, { draw }: Pen): string[] {
  const perHundred: Readonly<Record<string, number>> = {
    health: { care: 92, primary_health: 90, mental_health: 74, upbringing: 6, migration_sami: 40 },
    education: { upbringing: 80, migration_sami: 6 },
    upbringing: { upbringing: 100, mental_health: 24, migration_sami: 20 },
    dental: { dental: 100 },
  }[role];
  return ksFields
    .map(({ field }) => field)
    .filter((field) =>
      field === "dental" && isDentalToo ? true : draw(100, "responsible", field) < (perHundred[field] ?? 0),
    );
}

/** One to three of the eight tasks, in the order of the questionnaire; most choose three. */
function favourites({ draw }: Pen, variable: string): string[] {
  const count = [3, 3, 3, 2, 1][draw(5, "count", variable)]!;
  const liking = [14, 22, 18, 8, 16, 8, 9, 5];
  const ranked = ksTasks
    .map((task, index) => ({ task, place: draw(1000, "likes", variable, task) / liking[index]! }))
    .toSorted((a, b) => a.place - b.place);
  const taken = new Set(ranked.slice(0, count).map(({ task }) => task));
  return ksTasks.filter((task) => taken.has(task));
}

/** Position of the value on which a draw from 0 to 99 falls. */
function chosen(draw: number, chances: Chances): number {
  let upTo = 0;
  const position = chances.findIndex((chance) => {
    upTo += chance;
    return draw < upTo;
  });
  if (position < 0) throw new RangeError(`chances add up to ${upTo}, not to 100`);
  return position;
}
