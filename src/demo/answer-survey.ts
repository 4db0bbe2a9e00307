// A respondent of the core case at work: opens the link, fills in page after page, and sends or stops.
import { respondent as en } from "../language/en/respondent.ts";
import { respondent as nb } from "../language/nb/respondent.ts";
import { respondent as nn } from "../language/nn/respondent.ts";
import { respondent as sv } from "../language/sv/respondent.ts";
import type { Hand } from "./hand.ts";
import type { SyntheticAnswers } from "./synthetic-answers.ts";

/** The pages of the core case's questionnaire, each with the questions it holds. */
export const corePages = [
  { page: "planning", questions: ["takes_part", "collaboration"] },
  { page: "service", questions: ["service_points", "local_service"] },
  { page: "local_groups", questions: ["group_ability", "anything_else"] },
] as const;

const texts: Readonly<Record<string, typeof en>> = { sv, nb, nn, en };

/** The words of the page that the hand has open. */
export async function wordsOf(hand: Hand): Promise<typeof en> {
  return texts[await hand.language()] ?? en;
}

/** Gets in by the link from a mail, or by the code from a letter. */
export async function enterSurvey(hand: Hand, way: string): Promise<void> {
  if (way.startsWith("http")) return hand.open(way);
  await hand.open("/code?lang=sv");
  await hand.type(sv.code.label, way);
  await hand.press(sv.code.button);
}

/** Fills in the page that is open, without sending it. Choices as answered; what has no answer stays empty. */
export async function fillPage(
  hand: Hand,
  questions: readonly string[],
  answers: SyntheticAnswers,
): Promise<void> {
  for (const question of questions) {
    const answer = answers[question];
    if (answer === undefined) continue;
    if (question === "anything_else") await hand.write(`q:${question}`, answer);
    else await hand.choose(`q:${question}`, answer);
  }
}

/** Goes through the questionnaire from the page that is open. @param until the last page to save; null: send */
export async function answerSurvey(
  hand: Hand,
  answers: SyntheticAnswers,
  { from = 0, until = null }: { readonly from?: number; readonly until?: "planning" | "service" | null } = {},
): Promise<void> {
  for (const { page, questions } of corePages.slice(from)) {
    await fillPage(hand, questions, answers);
    const { next, send } = (await wordsOf(hand)).page;
    await hand.press(page === "local_groups" ? send : next);
    if (page === until) return;
  }
}

/** Says no in one of two ways, from the page that is open. */
export async function declineSurvey(hand: Hand, reason: "declines" | "left-office"): Promise<void> {
  const { decline, footer } = await wordsOf(hand);
  await hand.follow(footer.decline);
  await hand.press(reason === "declines" ? decline.no : decline.left);
}
