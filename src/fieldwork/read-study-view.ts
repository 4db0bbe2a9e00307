// What a study's own page shows: its people, its waves, and what to do next.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import { membersOnDate } from "../panel/seat-store.ts";
import { dayIn } from "../study/calendar-date.ts";
import { studyTitle } from "../study/study.ts";
import { casesWithOutcomes, waveStanding } from "../wave/case-outcomes.ts";
import { headlineRate } from "../wave/response-rate.ts";
import type { Wave } from "../wave/wave.ts";
import { listWaves } from "../wave/wave-store.ts";
import type { NextStep, StudyView, WaveLine } from "./pages/study-pages.tsx";
import type { LeadRequest } from "./routes/lead-request.ts";

export async function readStudyView(db: Kysely<Database>, lead: LeadRequest): Promise<StudyView> {
  const { study, base, texts } = lead;
  const today = dayIn(study.timeZone, lead.now);
  const seated = await membersOnDate(db, study.studyId, today);
  const waves = await listWaves(db, study.studyId);
  const lines = await Promise.all(
    waves.map(async (wave): Promise<WaveLine & { notAsked: number }> => {
      const common = {
        name: texts.fieldwork.study.waveName(wave.waveNumber),
        href: `${base}/waves/${wave.waveNumber}`,
        state: wave.state,
        opensOn: wave.opensOn,
        closesOn: wave.closesOn,
      };
      if (wave.state === "planned")
        return { ...common, asked: null, answered: null, rate: null, notAsked: 0 };
      const { rates, summary } = waveStanding(await casesWithOutcomes(db, wave, study.silentDisposition));
      const { counts } = rates.overall;
      const { rate, name } = headlineRate(rates.overall);
      const known = counts.I + counts.P + counts.R + counts.NC + counts.O;
      return {
        ...common,
        asked: name === "rr2" ? known + counts.U : known,
        answered: counts.I + counts.P,
        rate,
        notAsked: summary.overall.notAsked === summary.overall.cases ? summary.overall.cases : 0,
      };
    }),
  );
  return {
    title: studyTitle(study, lead.language),
    peopleNow: seated.length,
    withoutEmail: seated.filter(({ hasEmail }) => !hasEmail).length,
    waves: lines,
    next: nextStep(lead, waves, lines, seated.length),
    canPlan: waves.every(({ state }) => state !== "planned"),
    peopleHref: `${base}/people`,
    importHref: `${base}/people/load`,
    planHref: `${base}/waves/new`,
    linkEndsOn: study.linkEndsOn,
  };
}

function nextStep(
  lead: LeadRequest,
  waves: readonly Wave[],
  lines: readonly { notAsked: number }[],
  people: number,
): NextStep {
  const { base } = lead;
  const last = waves.at(-1);
  if (last === undefined) {
    return people === 0
      ? { step: "load", wave: "", href: `${base}/people/load` }
      : { step: "plan", wave: "", href: `${base}/waves/new` };
  }
  const wave = lead.texts.fieldwork.study.waveName(last.waveNumber);
  const href = `${base}/waves/${last.waveNumber}`;
  if (last.state === "planned") {
    return people === 0
      ? { step: "load", wave, href: `${base}/people/load` }
      : { step: "open", wave, href: `${href}/open` };
  }
  if (last.state === "closed") return { step: "next", wave, href: `${base}/waves/new` };
  const isUnsent = (lines.at(-1)?.notAsked ?? 0) > 0;
  return isUnsent
    ? { step: "send", wave, href: `${href}/send?kind=invitation` }
    : { step: "follow", wave, href };
}
