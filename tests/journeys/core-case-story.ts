// The core case from a list of people to a statement of change, as the people in it live it.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import {
  answerSurvey,
  corePages,
  declineSurvey,
  enterSurvey,
  fillPage,
  wordsOf,
} from "../../src/demo/answer-survey.ts";
import { type CoreMember, coreSeed, coreWaves } from "../../src/demo/core-case.ts";
import type { Hand } from "../../src/demo/hand.ts";
import { printLetters, signInAt } from "../../src/demo/lead-at-desk.ts";
import { panelAfter, panelMovesBeforeWave2 } from "../../src/demo/panel-moves.ts";
import { type SyntheticCase, syntheticWave } from "../../src/demo/synthetic-answers.ts";
import { type SyntheticPerson, syntheticPanel } from "../../src/demo/synthetic-panel.ts";
import { fieldwork } from "../../src/language/en/fieldwork.ts";
import { fieldworkMail } from "../../src/language/en/fieldwork-mail.ts";
import { fieldworkPeople } from "../../src/language/en/fieldwork-people.ts";
import type { Stage } from "./stage.ts";

export const study = "service-i-samverkan";
const folder = join(import.meta.dirname, "../../surveys", study);
const leadAddress = "lead@example.org";
const evaluatorAddress = "evaluator@example.org";

const panel = syntheticPanel(coreSeed);
const moves = panelMovesBeforeWave2(panel, coreSeed);
const newcomers = moves.flatMap((move) => (move.kind === "joins" ? [move.person] : []));
const people: ReadonlyMap<string, SyntheticPerson> = new Map(
  [...panel, ...newcomers].map((person) => [person.memberId, person]),
);

/** The story up to the closing of the second wave. */
export async function playTwoWaves(stage: Stage): Promise<void> {
  stage.turnTo("2025-09-29");
  await stage.command("study", "load", folder);
  await stage.command("staff", "add", study, leadAddress, "--role", "lead");
  await stage.command("staff", "add", study, evaluatorAddress, "--role", "evaluator");
  await loadPeople(stage, "panel.xlsx");
  expect(
    await stage
      .command("wave", "plan", study, "9", "--opens", "2025-10-06", "--closes", "2025-11-02")
      .catch(String),
  ).toMatch(/next wave/);
  const seen = new Set<string>();
  await playWave(stage, 1, panel, seen);

  stage.turnTo("2026-10-02");
  await loadPeople(stage, "panel-changes.csv");
  await playWave(stage, 2, panelAfter(panel, moves), seen);
}

/** @param seen the manners of answering that a hand has been seen to do, so that others may be quick about it */
async function playWave(
  stage: Stage,
  wave: 1 | 2,
  members: readonly CoreMember[],
  seen: Set<string>,
): Promise<void> {
  const { referenceDate, opensOn, remindsOn, closesOn } = coreWaves[wave];
  const cases = syntheticWave(coreSeed, wave, members);
  stage.turnTo(opensOn);
  const lead = await signIn(stage, leadAddress);
  await lead.open(`/lead/${study}/waves/new`);
  await lead.type(fieldwork.plan.opensOn, opensOn);
  await lead.type(fieldwork.plan.closesOn, closesOn);
  await lead.type(fieldwork.plan.referenceDate, referenceDate);
  await lead.press(fieldwork.plan.submit);
  const waveAddress = `/lead/${study}/waves/${wave}`;
  await lead.open(`${waveAddress}/open`);
  expect(await lead.text()).toContain(`${members.length} people`);
  const mailsBefore = stage.mails.length;
  await lead.press(fieldwork.opening.submit);
  await stage.tick();
  expect(stage.mails.length, "mails sent by opening").toBe(mailsBefore);

  const invited = await sendTo(stage, lead, waveAddress);
  expect(invited).toEqual(addressesOf(members));
  const withLetter = members
    .map(({ memberId }) => people.get(memberId)!)
    .filter(({ email }) => email === null);
  expect(withLetter).toHaveLength(9);
  const links = new Map([...newestLinks(stage), ...(await printLetters(lead, waveAddress, withLetter))]);

  await answerAll(
    stage,
    cases.filter(({ acts }) => acts === "before-reminder"),
    links,
    wave,
    seen,
  );
  stage.turnTo(remindsOn);
  const desk = await signIn(stage, leadAddress);
  const reminded = await sendTo(stage, desk, waveAddress, "?kind=reminder");
  expect(reminded).toEqual(addressesOf(cases.filter(isToBeReminded)));
  const laterLinks = new Map([...links, ...newestLinks(stage)]);
  await answerAll(
    stage,
    cases.filter(({ acts }) => acts === "after-reminder"),
    laterLinks,
    wave,
    seen,
  );

  await desk.open(`${waveAddress}/close`);
  await desk.press(fieldwork.closing.submit);
  await desk.close();
  await lead.close();
  const status = JSON.parse(await stage.command("wave", "status", study, `${wave}`, "--format", "json"));
  expect(status.state).toBe("closed");
  expect(status.counts.overall).toMatchObject({ cases: members.length, answered: wave === 1 ? 101 : 98 });
}

/** Signs in by the link that comes by mail, and is where that role begins. */
export async function signIn(stage: Stage, address: string): Promise<Hand> {
  const hand = await stage.hand();
  const before = stage.mails.length;
  await signInAt(hand, address, async () => {
    await stage.tick();
    const find = () => stage.mails.slice(before).find(({ to }) => to === address);
    await expect.poll(find, { message: `a sign-in mail to ${address}`, timeout: 30_000 }).toBeDefined();
    const mail = find();
    return /https?:\/\/\S+\/sign-in\/\S+/.exec(mail!.text)![0];
  });
  return hand;
}

export const signInAsEvaluator = (stage: Stage) => signIn(stage, evaluatorAddress);

async function loadPeople(stage: Stage, file: string): Promise<void> {
  const lead = await signIn(stage, leadAddress);
  await lead.open(`/lead/${study}/people/load`);
  await lead.attach("file", { name: file, bytes: new Uint8Array(await readFile(join(folder, file))) });
  await lead.press(fieldworkPeople.load.submit);
  await lead.press(fieldworkPeople.load.confirm);
  expect(lead.status(), await lead.text()).toBe(200);
  await lead.close();
}

/** Sends what the page proposes. @returns the addresses that got the mail, in order */
async function sendTo(stage: Stage, lead: Hand, waveAddress: string, which = ""): Promise<string[]> {
  await lead.open(`${waveAddress}/send${which}`);
  const count = Number(/Send to (\d+) people/.exec(await lead.text())?.[1]);
  const before = stage.mails.length;
  await lead.press(fieldworkMail.send.submit(count));
  await stage.tick();
  // The press wakes the mailer too: the last mail may be in its hands, not in those of the clock.
  await expect.poll(() => mailedTo(stage, before).length, { timeout: 30_000 }).toBe(count);
  const reached = mailedTo(stage, before);
  await lead.open(waveAddress);
  expect(lead.status(), await lead.text()).toBe(200);
  await stage.tick();
  expect(mailedTo(stage, before)).toEqual(reached);
  return reached;
}

const mailedTo = (stage: Stage, from: number) =>
  stage.mails
    .slice(from)
    .map(({ to }) => to)
    .sort();

const addressesOf = (members: readonly { readonly memberId: string }[]) =>
  members.flatMap(({ memberId }) => people.get(memberId)!.email?.toLowerCase() ?? []).sort();

/** Whoever has neither sent answers nor said no before the reminder. */
const isToBeReminded = ({ acts, outcome }: SyntheticCase) =>
  acts !== "before-reminder" || outcome.kind === "stops" || outcome.kind === "silent";

/** The newest link of each member who gets mail. */
function newestLinks(stage: Stage): Map<string, string> {
  const byAddress = new Map(
    stage.mails.flatMap(({ to, text }) => {
      const link = /https?:\/\/\S+\/s\/[\w-]+/.exec(text)?.[0];
      return link === undefined ? [] : [[to, link] as const];
    }),
  );
  const links = [...people.values()].flatMap(({ memberId, email }) => {
    const link = byAddress.get(email?.toLowerCase() ?? "");
    return link === undefined ? [] : [[memberId, link] as const];
  });
  return new Map(links);
}

async function answerAll(
  stage: Stage,
  cases: readonly SyntheticCase[],
  ways: ReadonlyMap<string, string>,
  wave: number,
  seen: Set<string>,
): Promise<void> {
  let submitters = 0;
  for (const { memberId, outcome } of cases) {
    if (outcome.kind === "silent") continue;
    const way = ways.get(memberId)!;
    const habit = outcome.kind === "submits" && wave === 1 ? habits[submitters++] : undefined;
    const manner = `${outcome.kind} ${way.startsWith("http")}`;
    const isTelling = habit !== undefined || !seen.has(manner);
    seen.add(manner);
    const hand = await (isTelling ? stage.hand() : stage.quickHand());
    await enterSurvey(hand, way);
    if (outcome.kind === "stops") await answerSurvey(hand, outcome.answers, { until: outcome.afterPage });
    else if (outcome.kind !== "submits") await declineSurvey(hand, outcome.kind);
    else {
      await (habit ?? plainly)(hand, way, outcome.answers, stage);
      expect(await hand.text()).toContain((await wordsOf(hand)).receipt.title);
    }
    await hand.close();
  }
}

type Answers = Parameters<typeof answerSurvey>[1];
/** How somebody goes about it; ends on the receipt. */
type Habit = (hand: Hand, link: string, answers: Answers, stage: Stage) => Promise<void>;

const plainly: Habit = (hand, _link, answers) => answerSurvey(hand, answers);

const habits: readonly Habit[] = [
  async function opensTheLinkTwice(hand, link, answers) {
    await hand.open(link);
    await answerSurvey(hand, answers);
  },
  async function stopsAndGoesOnElsewhere(hand, link, answers, stage) {
    await answerSurvey(hand, answers, { until: "planning" });
    const elsewhere = await stage.hand();
    await elsewhere.open(link);
    expect(await elsewhere.fields()).toContain("q:service_points");
    await elsewhere.close();
    await hand.open(link);
    await answerSurvey(hand, answers, { from: 1 });
  },
  async function goesBackByTheButton(hand, _link, answers) {
    await answerSurvey(hand, answers, { until: "planning" });
    await hand.press((await wordsOf(hand)).page.back);
    expect(await hand.fields()).toContain("q:takes_part");
    await answerSurvey(hand, answers);
  },
  async function pressesSendTwice(hand, _link, answers) {
    await answerSurvey(hand, answers, { until: "service" });
    await fillPage(hand, corePages[2].questions, answers);
    await hand.press((await wordsOf(hand)).page.send, { twice: true });
  },
  async function goesBackInTheBrowser(hand, _link, answers) {
    await answerSurvey(hand, answers, { until: "planning" });
    await hand.back();
    const isFirstPage = (await hand.fields()).includes("q:takes_part");
    await answerSurvey(hand, answers, { from: isFirstPage ? 0 : 1 });
  },
];
