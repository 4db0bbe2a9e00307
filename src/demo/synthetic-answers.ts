// Made-up answers to the core case's questionnaire, with a change between the waves that is known to be true.
import type { CoreMember } from "./core-case.ts";
import { drawBelow, drawWhole } from "./seeded-random.ts";
import { type CoreItem, coreItems, dontKnowPerHundred, trueSharesOf, valuesOfItem } from "./true-change.ts";

/** Answers in SurveyJS's data format: the value by question name; a question left empty is not there. */
export type SyntheticAnswers = Readonly<Record<string, string>>;

/** What a member does with a wave's invitation. */
export type SyntheticOutcome =
  | { readonly kind: "submits"; readonly answers: SyntheticAnswers }
  /** Leaves without sending; the pages up to `afterPage` have been saved. */
  | {
      readonly kind: "stops";
      readonly afterPage: "planning" | "service";
      readonly answers: SyntheticAnswers;
    }
  /** "No, thank you." */
  | { readonly kind: "declines" }
  /** "I no longer hold this post." */
  | { readonly kind: "left-office" }
  | { readonly kind: "silent" };

export interface SyntheticCase extends CoreMember {
  readonly wave: number;
  /** Whether something happens before the reminder or only after it; silent people have `never`. */
  readonly acts: "before-reminder" | "after-reminder" | "never";
  readonly outcome: SyntheticOutcome;
}

/** Per thousand of those invited in a wave, in this order of willingness; the rest stay silent. */
interface Willingness {
  readonly submit: number;
  readonly stopAfterService: number;
  readonly stopAfterPlanning: number;
  readonly decline: number;
  readonly leftOffice: number;
}

/** Of 140 invited in the first wave 101 answer: 98 submit and 3 stop after the second page. Of 139 later: 98. */
const willingness: readonly [Willingness, Willingness] = [
  { submit: 700, stopAfterService: 22, stopAfterPlanning: 15, decline: 29, leftOffice: 0 },
  { submit: 691, stopAfterService: 15, stopAfterPlanning: 22, decline: 36, leftOffice: 8 },
];

const keepsOpinionPerHundred = 70;
const followsGeneralMoodPerHundred = 35;
const keepsWillingnessPerHundred = 65;
const keepsHavingNoOpinionPerHundred = 50;
const skipsItemPerHundred = 3;
const commentsPerHundred = 15;
const actsAfterReminderPerHundred = 35;

const comments = [
  "Påhittat svar: bussen till vårdcentralen borde gå oftare.",
  "Påhittat svar: butiken är bygdens mötesplats, den måste få vara kvar.",
  "Påhittat svar: vi träffas nu varje kvartal och det märks.",
  "Påhittat svar: drivmedel är den största frågan här.",
  "Påhittat svar: mer tid till dialog, mindre till blanketter.",
  "Påhittat svar: vi vill veta vad som händer med våra förslag.",
];

/**
 * What a member would answer in a wave.
 *
 * The model: each member has, for each item, a place between the most and the least positive, every place
 * equally likely, and the true shares of the role cut that line into values. So the expected share of a value
 * among members of a role is the true one. Places are partly shared between a member's items (a general mood)
 * and mostly kept from wave to wave; a kept place changes its value only where the true shares moved. Don't
 * know and skipped items do not depend on the place, nor does who answers: among those with an opinion,
 * respondents of a role differ from everybody in it by chance alone.
 *
 * @param wave 1, 2, 3 …
 * @returns at most two of the five items are left out, at most one on the first two pages together
 */
export function syntheticAnswers(seed: number, wave: number, member: CoreMember): SyntheticAnswers {
  const answers: Record<string, string> = {};
  let skipped = 0;
  for (const item of coreItems) {
    const isLast = item === "group_ability";
    const maySkip = skipped === 0 || isLast;
    if (maySkip && drawBelow(100, seed, "skips", wave, item, member.memberId) < skipsItemPerHundred) {
      skipped += 1;
    } else
      answers[item] = hasNoOpinion(seed, wave, item, member) ? "dontknow" : opinion(seed, wave, item, member);
  }
  if (drawBelow(100, seed, "comments", wave, member.memberId) < commentsPerHundred) {
    answers.anything_else = comments[drawBelow(comments.length, seed, "comment", wave, member.memberId)]!;
  }
  return answers;
}

/**
 * What everybody invited in a wave does. Willing people mostly stay willing. The numbers are fixed: of 140 in
 * the first wave 101 count as respondents (98 submit, 3 stop after two pages), 2 break off, 4 decline.
 *
 * @param members those invited in the wave, with the seats of its reference date
 * @returns in the order of `members`
 */
export function syntheticWave(
  seed: number,
  wave: number,
  members: readonly CoreMember[],
): readonly SyntheticCase[] {
  const { submit, stopAfterService, stopAfterPlanning, decline, leftOffice } = willingness[wave <= 1 ? 0 : 1];
  const ranked = [...members].sort(
    (a, b) => reluctance(seed, wave, a) - reluctance(seed, wave, b) || (a.memberId < b.memberId ? -1 : 1),
  );
  const upTo = (perThousand: number) => Math.floor((members.length * perThousand + 500) / 1000);
  const limits = [submit, stopAfterService, stopAfterPlanning, decline, leftOffice].map((_, position, all) =>
    upTo(all.slice(0, position + 1).reduce((sum, share) => sum + share, 0)),
  );
  const outcomes = new Map<string, SyntheticOutcome>();
  for (const [rank, member] of ranked.entries()) {
    const answers = () => syntheticAnswers(seed, wave, member);
    const step = limits.findIndex((limit) => rank < limit);
    outcomes.set(
      member.memberId,
      step === 0
        ? { kind: "submits", answers: answers() }
        : step === 1
          ? { kind: "stops", afterPage: "service", answers: pick(answers(), coreItems.slice(0, 4)) }
          : step === 2
            ? { kind: "stops", afterPage: "planning", answers: pick(answers(), coreItems.slice(0, 2)) }
            : step === 3
              ? { kind: "declines" }
              : step === 4
                ? { kind: "left-office" }
                : { kind: "silent" },
    );
  }
  return members.map(({ memberId, role, municipality }) => {
    const outcome = outcomes.get(memberId)!;
    const isLate = drawBelow(100, seed, "late", wave, memberId) < actsAfterReminderPerHundred;
    const acts = outcome.kind === "silent" ? "never" : isLate ? "after-reminder" : "before-reminder";
    return { memberId, role, municipality, wave, acts, outcome };
  });
}

function opinion(seed: number, wave: number, item: CoreItem, member: CoreMember): string {
  const place = placeOf(seed, wave, item, member.memberId);
  let upTo = 0;
  for (const [position, share] of trueSharesOf(item, member.role, wave).entries()) {
    upTo += share * 100;
    if (place < upTo) return valuesOfItem[item][position]!;
  }
  throw new RangeError(`true shares of ${item} do not add up to 100`);
}

/** A whole number from 0 to 9 999, all equally likely. */
function placeOf(seed: number, wave: number, item: CoreItem, memberId: string): number {
  if (wave > 1 && drawBelow(100, seed, "keeps", wave, item, memberId) < keepsOpinionPerHundred) {
    return placeOf(seed, wave - 1, item, memberId);
  }
  const isMood =
    wave <= 1 && drawBelow(100, seed, "follows mood", item, memberId) < followsGeneralMoodPerHundred;
  return isMood
    ? drawBelow(10_000, seed, "mood", memberId)
    : drawBelow(10_000, seed, "place", wave, item, memberId);
}

function hasNoOpinion(seed: number, wave: number, item: CoreItem, member: CoreMember): boolean {
  const { memberId, role } = member;
  const isKept =
    wave > 1 &&
    drawBelow(100, seed, "keeps no opinion", wave, item, memberId) < keepsHavingNoOpinionPerHundred;
  if (isKept) return hasNoOpinion(seed, wave - 1, item, member);
  return drawBelow(100, seed, "no opinion", wave, item, memberId) < dontKnowPerHundred[item][role];
}

/** The lower, the sooner a member answers. */
function reluctance(seed: number, wave: number, { memberId, role }: CoreMember): number {
  const isKept =
    wave > 1 && drawBelow(100, seed, "keeps willingness", wave, memberId) < keepsWillingnessPerHundred;
  if (isKept) return reluctance(seed, wave - 1, { memberId, role, municipality: "" });
  const draw = Math.floor(drawWhole(seed, "reluctance", wave, memberId) / 4096);
  return draw * { politician: 105, official: 90, local_group: 100 }[role];
}

function pick(answers: SyntheticAnswers, names: readonly string[]): SyntheticAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)));
}
