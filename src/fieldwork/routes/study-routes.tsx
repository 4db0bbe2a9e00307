// Addresses of the lead's studies, of one study, and of planning a wave.
import { type Context, Hono } from "hono";
import { studiesOf } from "../../access/staff.ts";
import { membersOnDate } from "../../panel/seat-store.ts";
import { dayIn, isCalendarDate } from "../../study/calendar-date.ts";
import { studyTitle } from "../../study/study.ts";
import { findStudy, listInstruments } from "../../study/study-store.ts";
import type { Wave } from "../../wave/wave.ts";
import { findWave, listWaves } from "../../wave/wave-store.ts";
import type { SummaryLine } from "../../web/form.tsx";
import type { FieldworkDeps } from "../fieldwork-deps.ts";
import { leadTexts } from "../lead-texts.ts";
import { type PlanForm, PlanPage } from "../pages/plan-page.tsx";
import { StudiesPage, StudyPage } from "../pages/study-pages.tsx";
import { planWave } from "../plan-wave.ts";
import { readStudyView } from "../read-study-view.ts";
import { crumbsOf, frameOf, type LeadEnv, type LeadRequest, numberIn, postedForm } from "./lead-request.ts";

/** The studies a person leads. Mount at "/lead". */
export function studiesRoutes(deps: FieldworkDeps): Hono<LeadEnv> {
  return new Hono<LeadEnv>().get("/", async (c) => {
    const staff = c.get("staff");
    const studies = [];
    for (const studyId of studiesOf(staff, "lead")) {
      const study = await findStudy(deps.db, studyId);
      if (study === undefined) continue;
      studies.push({
        title: studyTitle(study, staff.language),
        href: `/lead/${studyId}`,
        people: (await membersOnDate(deps.db, studyId, dayIn(study.timeZone, deps.now()))).length,
        waves: (await listWaves(deps.db, studyId)).length,
      });
    }
    const texts = leadTexts(staff.language).fieldwork;
    return c.html(<StudiesPage frame={frameOf(c, staff.language)} studies={studies} texts={texts} />);
  });
}

/** One study, and planning its waves. Mount at "/lead/:study". */
export function studyRoutes(deps: FieldworkDeps): Hono<LeadEnv> {
  const routes = new Hono<LeadEnv>();

  routes.get("/", async (c) => {
    const lead = c.get("lead");
    const view = await readStudyView(deps.db, lead);
    return c.html(
      <StudyPage
        frame={lead.frame}
        outcome={null}
        view={view}
        texts={lead.texts.fieldwork}
        written={lead.written}
      />,
    );
  });

  const showPlan = async (
    c: Context<LeadEnv>,
    wave: Wave | null,
    form: PlanForm,
    problems: readonly SummaryLine[],
  ) => {
    const lead = c.get("lead");
    const versions = await listInstruments(deps.db, lead.study.studyId);
    const name = wave === null ? null : lead.texts.fieldwork.study.waveName(wave.waveNumber);
    const href = wave === null ? null : `${lead.base}/waves/${wave.waveNumber}`;
    return c.html(
      <PlanPage
        frame={lead.frame}
        crumbs={name === null || href === null ? crumbsOf(lead) : crumbsOf(lead, { href, label: name })}
        action={href === null ? `${lead.base}/waves/new` : `${href}/plan`}
        isChange={wave !== null}
        form={form}
        problems={problems}
        versions={versions.map(({ version }) => version)}
        timeZone={lead.study.timeZone}
        texts={lead.texts.fieldwork}
      />,
      problems.length === 0 ? 200 : 422,
    );
  };

  const savePlan = async (c: Context<LeadEnv>, wave: Wave | null) => {
    const lead = c.get("lead");
    const field = await postedForm(c);
    const form = {
      opens_on: field("opens_on"),
      closes_on: field("closes_on"),
      reference_date: field("reference_date"),
      version: field("version"),
    };
    const problems = problemsOf(lead, form);
    if (problems.length > 0) return showPlan(c, wave, form, problems);
    const planned = await planWave(deps.db, {
      studyId: lead.study.studyId,
      waveNumber: wave?.waveNumber ?? null,
      plan: {
        instrumentVersion: Number(form.version),
        referenceDate: form.reference_date,
        opensOn: form.opens_on,
        closesOn: form.closes_on,
      },
      actor: lead.staff.staffId,
      now: lead.now,
    });
    if (planned.kind === "planned") {
      const done = planned.isNew ? "planned" : "planChanged";
      return c.redirect(`${lead.base}/waves/${planned.waveNumber}?done=${done}`, 303);
    }
    const texts = lead.texts.fieldwork.plan.problems;
    if (planned.kind !== "invalid") {
      const [field, message] = {
        "no-such-study": ["opens_on", texts.other],
        "no-such-instrument": ["version", texts.version],
        "already-opened": ["opens_on", texts.opened],
        "wrong-number": ["opens_on", texts.other],
      }[planned.kind] as [string, string];
      return showPlan(c, wave, form, [{ field, message }]);
    }
    const lines = planned.problems.map(
      (problem): SummaryLine =>
        ({
          "bad-date": { field: "opens_on", message: texts.opens_on },
          "closes-before-it-opens": { field: "closes_on", message: texts.order },
          "closes-after-link-end": {
            field: "closes_on",
            message: texts.linkEnd(lead.written.day(lead.study.linkEndsOn)),
          },
          "reference-date-not-later": { field: "reference_date", message: texts.referenceNotLater },
        })[problem],
    );
    return showPlan(c, wave, form, lines);
  };

  routes.get("/waves/new", async (c) => {
    const lead = c.get("lead");
    const today = dayIn(lead.study.timeZone, lead.now);
    const versions = await listInstruments(deps.db, lead.study.studyId);
    const version = String(versions.at(-1)?.version ?? "");
    return showPlan(c, null, { opens_on: today, closes_on: "", reference_date: today, version }, []);
  });
  routes.post("/waves/new", (c) => savePlan(c, null));

  const plannedWave = async (c: Context<LeadEnv>) => {
    const number = numberIn(c.req.param("wave"));
    const wave = number === null ? undefined : await findWave(deps.db, c.get("lead").study.studyId, number);
    return wave?.state === "planned" ? wave : null;
  };
  routes.get("/waves/:wave/plan", async (c) => {
    const wave = await plannedWave(c);
    if (wave === null) return c.notFound();
    const { opensOn, closesOn, referenceDate, instrumentVersion } = wave;
    const version = String(instrumentVersion);
    return showPlan(
      c,
      wave,
      { opens_on: opensOn, closes_on: closesOn, reference_date: referenceDate, version },
      [],
    );
  });
  routes.post("/waves/:wave/plan", async (c) => {
    const wave = await plannedWave(c);
    return wave === null ? c.notFound() : savePlan(c, wave);
  });
  return routes;
}

/** What is wrong with a plan before the wave's own rules are asked; each message names its field. */
function problemsOf({ texts, study, now }: LeadRequest, form: PlanForm): SummaryLine[] {
  const said = texts.fieldwork.plan.problems;
  const lines: SummaryLine[] = (["opens_on", "closes_on", "reference_date"] as const)
    .filter((field) => !isCalendarDate(form[field]))
    .map((field) => ({ field, message: said[field] }));
  if (!/^[1-9]\d{0,5}$/.test(form.version)) lines.push({ field: "version", message: said.version });
  if (lines.length === 0 && form.closes_on < dayIn(study.timeZone, now)) {
    lines.push({ field: "closes_on", message: said.past });
  }
  return lines;
}
