// The demo's story, told with nothing but commands and pages: two waves a year apart, and a third in the field.
import { answerSurvey, declineSurvey, enterSurvey } from "./answer-survey.ts";
import { type CoreMember, coreSeed, coreWaves } from "./core-case.ts";
import type { Hand } from "./hand.ts";
import { printLetters, signInAt } from "./lead-at-desk.ts";
import { panelAfter, panelMovesBeforeWave2 } from "./panel-moves.ts";
import { type SyntheticCase, syntheticWave } from "./synthetic-answers.ts";
import { type SyntheticPerson, syntheticPanel } from "./synthetic-panel.ts";

export const demoStudy = "service-i-samverkan";
export const demoStaff = { lead: "lead@demo.example", evaluator: "evaluator@demo.example" } as const;

/** What the story is told with. */
export interface Stage {
  /** Runs a `tidvis` command. @throws if it is refused */
  command(...words: string[]): Promise<void>;
  /** A person at a device of their own. */
  hand(): Hand;
  /** Moves the clock to a morning. */
  turnTo(day: string): void;
  /** Does what is due: mails go out, waves close. */
  tick(): Promise<void>;
  /** The newest survey link that each address has had by mail, by address in lower case. */
  links(): Promise<ReadonlyMap<string, string>>;
  /** The newest link to sign in with that came to an address. */
  signInLink(address: string): Promise<string>;
  say(line: string): void;
}

type People = ReadonlyMap<string, SyntheticPerson>;
/** How each member gets in: a link, or the code from a letter. */
type Ways = ReadonlyMap<string, string>;

/** @param today "yyyy-mm-dd": the third wave opens then */
export async function tellStory(stage: Stage, studyFolder: string, today: string): Promise<void> {
  const panel = syntheticPanel(coreSeed);
  const moves = panelMovesBeforeWave2(panel, coreSeed);
  const newcomers = moves.flatMap((move) => (move.kind === "joins" ? [move.person] : []));
  const people: People = new Map([...panel, ...newcomers].map((person) => [person.memberId, person]));
  stage.turnTo("2025-09-29");
  stage.say("Loading the demo study and 140 invented people …");
  await stage.command("study", "load", studyFolder);
  await stage.command("panel", "import", demoStudy, `${studyFolder}/panel.xlsx`);
  for (const [role, email] of Object.entries(demoStaff))
    await stage.command("staff", "add", demoStudy, email, "--role", role);
  await playWave(stage, 1, panel, people);

  stage.turnTo(daysAfter(coreWaves[2].opensOn, -1));
  await stage.command("panel", "import", demoStudy, `${studyFolder}/panel-changes.csv`);
  const later = panelAfter(panel, moves);
  await playWave(stage, 2, later, people);

  stage.turnTo(today);
  stage.say("Wave 3: opening it, with the first answers …");
  await stage.command("wave", "plan", demoStudy, "3", "--opens", today, "--closes", daysAfter(today, 21));
  await stage.command("wave", "open", demoStudy, "3");
  await stage.command("wave", "send", demoStudy, "3");
  await stage.tick();
  const early = syntheticWave(coreSeed, 3, later).filter(({ acts }) => acts === "before-reminder");
  const some = early.filter((_, place) => place % 3 === 0);
  await answerAll(stage, some, await waysIn(stage, people, new Map()));
}

async function playWave(
  stage: Stage,
  wave: 1 | 2,
  members: readonly CoreMember[],
  people: People,
): Promise<void> {
  const { referenceDate, opensOn, remindsOn, closesOn } = coreWaves[wave];
  const cases = syntheticWave(coreSeed, wave, members);
  stage.turnTo(opensOn);
  stage.say(`Wave ${wave}: asking ${cases.length} people …`);
  await stage.command(
    "wave",
    "plan",
    demoStudy,
    `${wave}`,
    "--opens",
    opensOn,
    "--closes",
    closesOn,
    "--reference",
    referenceDate,
  );
  await stage.command("wave", "open", demoStudy, `${wave}`);
  await stage.command("wave", "send", demoStudy, `${wave}`);
  await stage.tick();
  const codes = await lettersOf(stage, wave, members, people);
  await answerAll(
    stage,
    cases.filter(({ acts }) => acts === "before-reminder"),
    await waysIn(stage, people, codes),
  );
  stage.turnTo(remindsOn);
  await stage.command("wave", "remind", demoStudy, `${wave}`);
  await stage.tick();
  await answerAll(
    stage,
    cases.filter(({ acts }) => acts === "after-reminder"),
    await waysIn(stage, people, codes),
  );
  stage.turnTo(daysAfter(closesOn, 1));
  await stage.command("wave", "close", demoStudy, `${wave}`);
}

/** The lead signs in and prints letters for those who have no address. @returns the codes in them */
async function lettersOf(
  stage: Stage,
  wave: number,
  members: readonly CoreMember[],
  people: People,
): Promise<Ways> {
  const lead = stage.hand();
  await signInAt(lead, demoStaff.lead, async () => {
    await stage.tick();
    return stage.signInLink(demoStaff.lead);
  });
  const withLetter = members
    .map(({ memberId }) => people.get(memberId)!)
    .filter(({ email }) => email === null);
  const codes = await printLetters(lead, `/lead/${demoStudy}/waves/${wave}`, withLetter);
  await lead.close();
  return codes;
}

async function waysIn(stage: Stage, people: People, codes: Ways): Promise<Ways> {
  const links = await stage.links();
  const mailed = [...people.values()].flatMap(({ memberId, email }) => {
    const link = links.get(email?.toLowerCase() ?? "");
    return link === undefined ? [] : [[memberId, link] as const];
  });
  return new Map([...codes, ...mailed]);
}

async function answerAll(stage: Stage, cases: readonly SyntheticCase[], ways: Ways): Promise<void> {
  for (const { memberId, outcome } of cases) {
    const way = ways.get(memberId);
    if (way === undefined || outcome.kind === "silent") continue;
    const hand = stage.hand();
    await enterSurvey(hand, way);
    if (outcome.kind === "submits") await answerSurvey(hand, outcome.answers);
    else if (outcome.kind === "stops")
      await answerSurvey(hand, outcome.answers, { until: outcome.afterPage });
    else await declineSurvey(hand, outcome.kind);
    await hand.close();
  }
}

function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
