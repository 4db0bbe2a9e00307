// Addresses of one wave: following it, opening, closing and opening it again.
import { type Context, Hono } from "hono";
import { readMember } from "../../panel/read-panel.ts";
import { dayIn } from "../../study/calendar-date.ts";
import { roleLabel } from "../../study/study.ts";
import { casesWithOutcomes, waveStanding } from "../../wave/case-outcomes.ts";
import type { Wave } from "../../wave/wave.ts";
import { hasShownFigures } from "../../wave/wave-store.ts";
import { closeWave } from "../close-wave.ts";
import type { FieldworkDeps } from "../fieldwork-deps.ts";
import type { GroupOutlook } from "../hidden-tables.ts";
import { municipalityName } from "../municipality-names.ts";
import { openWave } from "../open-wave.ts";
import { WavePage } from "../pages/wave-page.tsx";
import { ClosingPage, OpeningPage, type OpeningView, ReopeningPage } from "../pages/wave-steps.tsx";
import { readMailView } from "../read-mail-view.ts";
import { readOpening } from "../read-opening.ts";
import { readWaveView } from "../read-wave-view.ts";
import { reopenWave } from "../reopen-wave.ts";
import { crumbsOf, type LeadEnv, type LeadRequest, postedForm } from "./lead-request.ts";
import { outcomeOf } from "./outcome.ts";
import { hrefOf, waveCrumbs, waveOfAddress } from "./wave-of-address.ts";

/** Mount at "/lead/:study/waves/:wave". */
export function waveRoutes(deps: FieldworkDeps): Hono<LeadEnv> {
  const routes = new Hono<LeadEnv>();

  routes.get("/", async (c) => {
    const lead = c.get("lead");
    const wave = await waveOfAddress(deps, c);
    if (wave === null) return c.notFound();
    const isRefreshing = c.req.query("every") === "minute" && wave.state === "open";
    if (isRefreshing) c.header("Refresh", "60");
    const view = await readWaveView(deps.db, lead, wave, {
      ...(await readMailView(deps, lead, wave)),
      isRefreshing,
    });
    return c.html(
      <WavePage
        frame={lead.frame}
        crumbs={crumbsOf(lead)}
        outcome={outcomeOf(c, lead)}
        view={view}
        texts={lead.texts.fieldwork}
        written={lead.written}
      />,
    );
  });

  routes.get("/open", async (c) => {
    const lead = c.get("lead");
    const wave = await waveOfAddress(deps, c);
    if (wave === null) return c.notFound();
    if (wave.state !== "planned") return c.redirect(hrefOf(lead, wave), 303);
    return c.html(
      <OpeningPage
        {...stepOf(lead, wave)}
        action={`${hrefOf(lead, wave)}/open`}
        view={await openingView(deps, lead, wave)}
        written={lead.written}
      />,
    );
  });

  routes.post("/open", async (c) => {
    const lead = c.get("lead");
    const wave = await waveOfAddress(deps, c);
    if (wave === null) return c.notFound();
    const href = hrefOf(lead, wave);
    if (wave.state === "planned" && wave.closesOn < dayIn(lead.study.timeZone, lead.now)) {
      return c.redirect(`${href}/open`, 303);
    }
    const { studyId, waveNumber } = wave;
    const { randomBytes } = deps;
    const actor = lead.staff.staffId;
    const opened = await openWave(deps.db, { studyId, waveNumber, actor, now: lead.now, randomBytes });
    switch (opened.kind) {
      case "opened":
        return c.redirect(`${href}?done=opened`, 303);
      case "no-such-wave":
        return c.notFound();
      case "already-opened":
        return c.redirect(`${href}?done=notPlanned`, 303);
      case "nobody-to-ask":
      case "municipality-divided":
        return c.redirect(`${href}/open`, 303);
    }
  });

  routes.get("/close", async (c) => {
    const lead = c.get("lead");
    const wave = await waveOfAddress(deps, c);
    if (wave === null) return c.notFound();
    if (wave.state !== "open") return c.redirect(`${hrefOf(lead, wave)}?done=notOpen`, 303);
    const cases = await casesWithOutcomes(deps.db, wave, lead.study.silentDisposition);
    const { overall } = waveStanding(cases).summary;
    const view = { answered: overall.answered, asked: overall.cases, drafts: overall.started };
    return c.html(<ClosingPage {...stepOf(lead, wave)} action={`${hrefOf(lead, wave)}/close`} view={view} />);
  });

  routes.post("/close", async (c) => {
    const lead = c.get("lead");
    const wave = await waveOfAddress(deps, c);
    if (wave === null) return c.notFound();
    const { studyId, waveNumber } = wave;
    const { makeCubes, protectWave } = deps;
    const actor = lead.staff.staffId;
    const request = { studyId, waveNumber, actor, now: lead.now, makeCubes, protectWave };
    const closed = await closeWave(deps.db, request);
    const done = closed.kind === "closed" || closed.kind === "already-closed" ? "closed" : "notOpen";
    return c.redirect(`${hrefOf(lead, wave)}?done=${done}`, 303);
  });

  const showReopening = async (c: Context<LeadEnv>, wave: Wave, closesOn: string, problem: string | null) => {
    const lead = c.get("lead");
    const isShown = await hasShownFigures(deps.db, wave.studyId, wave.waveNumber);
    return c.html(
      <ReopeningPage
        {...stepOf(lead, wave)}
        action={`${hrefOf(lead, wave)}/reopen`}
        view={{ isShown, closesOn }}
        problems={problem === null ? [] : [{ field: "closes_on", message: problem }]}
      />,
      problem === null ? 200 : 422,
    );
  };

  routes.get("/reopen", async (c) => {
    const lead = c.get("lead");
    const wave = await waveOfAddress(deps, c);
    if (wave === null) return c.notFound();
    if (wave.state !== "closed") return c.redirect(`${hrefOf(lead, wave)}?done=notClosed`, 303);
    const today = dayIn(lead.study.timeZone, lead.now);
    return showReopening(c, wave, [wave.closesOn, today].sort().at(-1) ?? today, null);
  });

  routes.post("/reopen", async (c) => {
    const lead = c.get("lead");
    const wave = await waveOfAddress(deps, c);
    if (wave === null) return c.notFound();
    const closesOn = (await postedForm(c))("closes_on");
    const { studyId, waveNumber } = wave;
    const actor = lead.staff.staffId;
    const reopened = await reopenWave(deps.db, { studyId, waveNumber, closesOn, actor, now: lead.now });
    const href = hrefOf(lead, wave);
    switch (reopened.kind) {
      case "reopened":
        return c.redirect(`${href}?done=reopened`, 303);
      case "no-such-wave":
        return c.notFound();
      case "not-closed":
        return c.redirect(`${href}?done=notClosed`, 303);
      case "figures-shown":
        return c.redirect(`${href}/reopen`, 303);
      case "bad-closing-day":
        return showReopening(c, wave, closesOn, lead.texts.fieldwork.reopening.badEnd);
    }
  });

  return routes;
}

function stepOf(lead: LeadRequest, wave: Wave) {
  const name = lead.texts.fieldwork.study.waveName(wave.waveNumber);
  return {
    frame: lead.frame,
    crumbs: waveCrumbs(lead, wave),
    wave: name,
    texts: lead.texts.fieldwork,
  };
}

async function openingView(deps: FieldworkDeps, lead: LeadRequest, wave: Wave): Promise<OpeningView> {
  const { study, language } = lead;
  const opening = await readOpening(deps.db, study, wave);
  const { byRole, byMunicipality, byBoth } = opening.outlooks;
  const lineOf = (table: OpeningView["tables"][number]["table"], groups: readonly GroupOutlook[]) => ({
    table,
    groups: groups.length,
    never: groups.filter(({ outlook }) => outlook === "never").length,
    everybody: groups.filter(({ outlook }) => outlook === "only_if_everybody").length,
  });
  const nameOf = ({ role, municipality, asked }: GroupOutlook) =>
    `${[
      ...(role === null ? [] : [roleLabel(study, role, language).plural]),
      ...(municipality === null ? [] : [municipalityName(study, municipality, wave.referenceDate)]),
    ].join(", ")} (${asked})`;
  const divided = await Promise.all(
    opening.divided.map(async (memberId) => ({
      name: (await readMember(deps.db, deps.vault, study.studyId, memberId))?.contact?.name ?? memberId,
      href: `${lead.base}/people/${encodeURIComponent(memberId)}`,
    })),
  );
  return {
    asked: opening.asked,
    withoutEmail: opening.withoutEmail,
    leftOut: opening.leftOut,
    referenceDate: wave.referenceDate,
    minimumBase: study.minimumBase,
    tables: [lineOf("byRole", byRole), lineOf("byMunicipality", byMunicipality), lineOf("byBoth", byBoth)],
    never: [...byRole, ...byMunicipality].filter(({ outlook }) => outlook === "never").map(nameOf),
    peopleHref: `${lead.base}/people/load`,
    isPastEnd: wave.closesOn < dayIn(study.timeZone, lead.now),
    planHref: `${hrefOf(lead, wave)}/plan`,
    divided,
  };
}
