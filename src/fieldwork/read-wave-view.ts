// What the wave page shows: counts, rates, mail, and what can be done now.
import type { Kysely } from "kysely";
import { weightingProblemOf } from "../change/cube-store.ts";
import { foreseeChange } from "../change/foresee-change.ts";
import type { Database } from "../db/schema.ts";
import { roleLabel } from "../study/study.ts";
import { type CaseWithOutcome, casesWithOutcomes, waveStanding } from "../wave/case-outcomes.ts";
import type { FieldCounts } from "../wave/field-counts.ts";
import type { Wave } from "../wave/wave.ts";
import { hasShownFigures, isImported } from "../wave/wave-store.ts";
import { isLetter } from "./invited-status.ts";
import { alphabetical, municipalityName } from "./municipality-names.ts";
import type { MailView } from "./pages/wave-mail.tsx";
import type { StandingView, WaveAction, WaveView } from "./pages/wave-page.tsx";
import { rateLines } from "./rate-lines.ts";
import type { LeadRequest } from "./routes/lead-request.ts";

/** @param withoutEmail the members who have no address and get a letter */
export async function readWaveView(
  db: Kysely<Database>,
  lead: LeadRequest,
  wave: Wave,
  more: {
    readonly mail: MailView;
    readonly withoutEmail: ReadonlySet<string>;
    readonly isRefreshing: boolean;
  },
): Promise<WaveView> {
  const { study, language } = lead;
  const href = `${lead.base}/waves/${wave.waveNumber}`;
  const cases = wave.state === "planned" ? [] : await casesWithOutcomes(db, wave, study.silentDisposition);
  const { summary, rates } = waveStanding(cases);
  const letters = cases.filter((one) => needsLetter(one, more.withoutEmail)).length;
  return {
    name: lead.texts.fieldwork.study.waveName(wave.waveNumber),
    state: wave.state,
    opensOn: wave.opensOn,
    closesOn: wave.closesOn,
    referenceDate: wave.referenceDate,
    instrumentVersion: wave.instrumentVersion,
    openedAt: wave.openedAt,
    closedAt: wave.closedAt,
    standing: standingOf(summary.overall),
    rates:
      wave.state === "planned"
        ? null
        : rateLines(cases, rates, {
            roles: study.roles.map(({ role }) => ({ role, label: roleLabel(study, role, language).plural })),
            municipality: (code) => municipalityName(study, code, wave.referenceDate),
            compare: alphabetical(study),
          }),
    mail: more.mail,
    letters,
    lettersHref: `${href}/letters`,
    actions: await actionsOf(db, wave, href, summary.overall, letters),
    isUnweightable:
      wave.state === "closed" && (await weightingProblemOf(db, study.studyId, wave.waveNumber)) !== null,
    foreseen: wave.state === "closed" ? null : await foreseenOf(db, lead, wave),
    asOf: lead.now,
    isRefreshing: more.isRefreshing,
    href,
  };
}

async function foreseenOf(
  db: Kysely<Database>,
  { study, texts }: LeadRequest,
  wave: Wave,
): Promise<WaveView["foreseen"]> {
  const foreseen = await foreseeChange(db, study, wave);
  if (foreseen === null) return null;
  const { comparedWith, smallest } = foreseen;
  const name = texts.fieldwork.study.waveName(Number(comparedWith));
  return {
    wave: `${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    points: smallest === null ? null : Math.round(smallest * 100),
  };
}

/** Nothing has been handed over, there is no address, and the person has not said no. */
function needsLetter(
  { surveyCase, events, outcome }: CaseWithOutcome,
  withoutEmail: ReadonlySet<string>,
): boolean {
  return outcome.standing === "not-asked" && withoutEmail.has(surveyCase.memberId) && !events.some(isLetter);
}

function standingOf(counts: FieldCounts): StandingView {
  const { notMe, left, ...rest } = counts;
  return { ...rest, left: left + notMe };
}

async function actionsOf(
  db: Kysely<Database>,
  wave: Wave,
  href: string,
  counts: FieldCounts,
  letters: number,
): Promise<WaveAction[]> {
  const people: WaveAction = { act: "people", href: `${href}/people` };
  if (wave.state === "planned") {
    return [
      { act: "open", href: `${href}/open` },
      { act: "plan", href: `${href}/plan` },
    ];
  }
  if (wave.state === "closed") {
    const { studyId, waveNumber } = wave;
    const stays =
      (await hasShownFigures(db, studyId, waveNumber)) || (await isImported(db, studyId, waveNumber));
    return stays ? [people] : [people, { act: "reopen", href: `${href}/reopen` }];
  }
  const send: WaveAction = { act: "send", href: `${href}/send?kind=invitation` };
  const remind: WaveAction = { act: "remind", href: `${href}/send?kind=reminder` };
  return [
    ...(counts.notAsked > letters ? [send] : []),
    ...(counts.waiting + counts.started > 0 ? [remind] : []),
    people,
    { act: "letters", href: `${href}/letters` },
    { act: "add", href: `${href}/add` },
    { act: "close", href: `${href}/close` },
  ];
}
