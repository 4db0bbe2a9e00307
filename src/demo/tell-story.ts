// The demo's story, told with nothing but commands and pages: two waves a year apart, and a third in the field.
import { answerSurvey, declineSurvey } from "./answer-survey.ts";
import { type CoreMember, coreSeed, coreWaves } from "./core-case.ts";
import type { Hand } from "./hand.ts";
import { panelAfter, panelMovesBeforeWave2 } from "./panel-moves.ts";
import { type SyntheticCase, syntheticWave } from "./synthetic-answers.ts";
import { syntheticPanel } from "./synthetic-panel.ts";

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
  say(line: string): void;
}

/** E-mail address of each member; null for those who get letters. */
type Addresses = ReadonlyMap<string, string | null>;

/** @param today "yyyy-mm-dd": the third wave opens then */
export async function tellStory(stage: Stage, studyFolder: string, today: string): Promise<void> {
  const panel = syntheticPanel(coreSeed);
  const moves = panelMovesBeforeWave2(panel, coreSeed);
  const newcomers = moves.flatMap((move) => (move.kind === "joins" ? [move.person] : []));
  const addresses: Addresses = new Map(
    [...panel, ...newcomers].map(({ memberId, email }) => [memberId, email]),
  );
  stage.turnTo("2025-09-29");
  stage.say("Loading the demo study and 140 invented people …");
  await stage.command("study", "load", studyFolder);
  await stage.command("panel", "import", demoStudy, `${studyFolder}/panel.xlsx`);
  for (const [role, email] of Object.entries(demoStaff))
    await stage.command("staff", "add", demoStudy, email, "--role", role);
  await playWave(stage, 1, panel, addresses);

  stage.turnTo(daysAfter(coreWaves[2].opensOn, -1));
  await stage.command("panel", "import", demoStudy, `${studyFolder}/panel-changes.csv`);
  const later = panelAfter(panel, moves);
  await playWave(stage, 2, later, addresses);

  stage.turnTo(today);
  stage.say("Wave 3: opening it, with the first answers …");
  await stage.command("wave", "plan", demoStudy, "3", "--opens", today, "--closes", daysAfter(today, 21));
  await stage.command("wave", "open", demoStudy, "3");
  await stage.command("wave", "send", demoStudy, "3");
  await stage.tick();
  const early = syntheticWave(coreSeed, 3, later).filter(({ acts }) => acts === "before-reminder");
  await answerAll(stage, early.slice(0, 40), addresses);
}

async function playWave(
  stage: Stage,
  wave: 1 | 2,
  members: readonly CoreMember[],
  addresses: Addresses,
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
  await answerAll(
    stage,
    cases.filter(({ acts }) => acts === "before-reminder"),
    addresses,
  );
  stage.turnTo(remindsOn);
  await stage.command("wave", "remind", demoStudy, `${wave}`);
  await stage.tick();
  await answerAll(
    stage,
    cases.filter(({ acts }) => acts === "after-reminder"),
    addresses,
  );
  stage.turnTo(daysAfter(closesOn, 1));
  await stage.command("wave", "close", demoStudy, `${wave}`);
}

async function answerAll(stage: Stage, cases: readonly SyntheticCase[], addresses: Addresses): Promise<void> {
  const links = await stage.links();
  for (const { memberId, outcome } of cases) {
    const link = links.get(addresses.get(memberId)?.toLowerCase() ?? "");
    if (link === undefined) continue;
    const hand = stage.hand();
    await hand.open(link);
    if (outcome.kind === "submits") await answerSurvey(hand, outcome.answers);
    else if (outcome.kind === "stops")
      await answerSurvey(hand, outcome.answers, { until: outcome.afterPage });
    else if (outcome.kind !== "silent") await declineSurvey(hand, outcome.kind);
    await hand.close();
  }
}

function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
