// Everything an evaluator can open.
import { Hono } from "hono";
import type { Kysely } from "kysely";
import type { KeyRing } from "../access/key-ring.ts";
import { requireStaff } from "../access/require-staff.ts";
import { studiesOf } from "../access/staff.ts";
import { keptPlans } from "../change/cube-store.ts";
import type { Database } from "../db/schema.ts";
import { studyTitle } from "../study/study.ts";
import { findStudy } from "../study/study-store.ts";
import { staffHeaders } from "../web/security-headers.ts";
import { closedWaveCounts } from "./evaluation-data.ts";
import {
  type EvaluatorEnv,
  type EvaluatorRequest,
  evaluatorOfStudy,
  plainFrame,
} from "./evaluator-request.ts";
import { writeNumber } from "./figure-words.ts";
import { openEvaluation } from "./open-evaluation.ts";
import { EvaluatorPage } from "./pages/evaluator-frame.tsx";
import { ItemChangePage, ItemLevelPage } from "./pages/item-page.tsx";
import { LevelOverviewPage } from "./pages/level-overview-page.tsx";
import { MethodPage } from "./pages/method-page.tsx";
import { OverviewPage } from "./pages/overview-page.tsx";
import { StudiesPage, StudyPage } from "./pages/study-page.tsx";
import { itemFrame, readItemChange, readOverview } from "./read-change-view.ts";
import { readItemLevel, readLevelOverview } from "./read-level-view.ts";
import { readStudyView } from "./read-study-view.ts";
import { evaluatorTexts } from "./report-texts.ts";

export interface ReportDeps {
  readonly db: Kysely<Database>;
  readonly now: () => Date;
  readonly keys: KeyRing;
  readonly publicUrl: string;
}

/** Mount at "/evaluate". Whoever is not the evaluator of a study finds nothing there. */
export function reportRoutes(deps: ReportDeps): Hono<EvaluatorEnv> {
  const routes = new Hono<EvaluatorEnv>();
  routes.use(staffHeaders(), requireStaff(deps, "evaluator"));

  routes.get("/", async (c) => {
    const staff = c.get("staff");
    const ids = studiesOf(staff, "evaluator");
    const [studies, closed] = await Promise.all([
      Promise.all(ids.map((id) => findStudy(deps.db, id))),
      closedWaveCounts(deps.db, ids),
    ]);
    const cards = studies.flatMap((study) =>
      study === undefined
        ? []
        : [
            {
              title: studyTitle(study, staff.language),
              href: `/evaluate/${study.studyId}`,
              closedWaves: closed.get(study.studyId) ?? 0,
            },
          ],
    );
    const texts = evaluatorTexts(staff.language).report;
    return c.html(<StudiesPage frame={plainFrame(c, staff.language)} texts={texts} studies={cards} />);
  });

  routes.use("/:study", evaluatorOfStudy(deps));
  routes.use("/:study/*", evaluatorOfStudy(deps));

  routes.get("/:study", async (c) => {
    const request = c.get("evaluator");
    const { study, reader, base, day, now } = request;
    const isByGroup = c.req.query("answered") === "groups";
    const view = await readStudyView(deps.db, study, { reader, base, day, now, isByGroup });
    return c.html(
      <StudyPage
        {...view}
        frame={request.frame}
        texts={reader.texts}
        pageTexts={request.texts.web}
        language={reader.language}
        title={request.title}
        minimumBase={writeNumber(reader.language, study.minimumBase)}
        publicUse={{ texts: request.texts.publicUse, api: `/api/studies/${study.studyId}/public-use` }}
      />,
    );
  });

  routes.get("/:study/method", async (c) => {
    const { study, reader, texts, frame, base, title, day } = c.get("evaluator");
    const kept = await keptPlans(deps.db, study.studyId);
    const number = (value: number) => writeNumber(reader.language, value);
    return c.html(
      <MethodPage
        frame={frame}
        pageTexts={texts.web}
        texts={texts.method}
        crumbs={[{ href: base, label: title }]}
        minimumBase={number(study.minimumBase)}
        sources={kept.map(({ waves, provenance, madeAt }) => ({
          waves: waves.map(reader.texts.waveName).join(" + "),
          madeAt: day(madeAt.toISOString().slice(0, 10)),
          questionnaires: [
            ...new Set(Object.values(provenance.waves).map((wave) => wave.instrumentVersion)),
          ].join(", "),
          asked: waves.map((wave) => number(provenance.waves[wave]?.cases ?? 0)).join(" + "),
          program: provenance.program,
          fingerprint: provenance.checksum.slice(0, 12),
        }))}
      />,
    );
  });

  routes.get("/:study/change/:waves{[1-9][0-9]{0,3}-[1-9][0-9]{0,3}}", async (c) => {
    const request = c.get("evaluator");
    const { study, reader, base, carried, now } = request;
    const waves = c.req.param("waves").split("-");
    const opened = await openEvaluation(deps.db, study, waves);
    if (opened.kind !== "open" || Number(waves[0]) >= Number(waves[1])) return c.notFound();
    const href = hrefWithin(`${base}/change/${waves.join("-")}`, carried);
    const view = await readOverview(deps.db, opened.evaluation, reader, href, now);
    if (view === null) return c.html(<NotNow request={request} />, 409);
    return c.html(
      <OverviewPage
        {...view}
        frame={request.frame}
        pageTexts={request.texts.web}
        reader={reader}
        crumbs={[{ href: base, label: request.title }]}
        typedLimit={request.typedLimit}
        isLimitChosen={carried !== ""}
        api={`/api/studies/${study.studyId}/changes/${waves.join("-")}`}
      />,
      request.typedLimit === null ? 200 : 422,
    );
  });

  routes.get("/:study/change/:waves{[1-9][0-9]{0,3}-[1-9][0-9]{0,3}}/:item", async (c) => {
    const request = c.get("evaluator");
    const { study, reader, base, carried, now } = request;
    const waves = c.req.param("waves").split("-");
    const opened = await openEvaluation(deps.db, study, waves);
    if (opened.kind !== "open" || Number(waves[0]) >= Number(waves[1])) return c.notFound();
    const above = `${base}/change/${waves.join("-")}`;
    const asked = c.req.query("measure") ?? null;
    const item = itemFrame(opened.evaluation, c.req.param("item"), asked, reader, hrefWithin(above, carried));
    if (item === null) return c.notFound();
    const cross = c.req.query("cross") ?? null;
    const view = await readItemChange(deps.db, opened.evaluation, item, reader, now, cross);
    if (view === null) return c.html(<NotNow request={request} />, 409);
    const names = waves.map(reader.texts.waveInText) as [string, string];
    return c.html(
      <ItemChangePage
        {...view}
        {...item}
        {...sharedProps(request)}
        api={`/api/studies/${study.studyId}/changes/${waves.join("-")}`}
        wording={item.shown.words.wording}
        crumbs={[
          { href: base, label: request.title },
          { href: `${above}${carried}`, label: reader.texts.overview.title(...names) },
        ]}
      />,
    );
  });

  routes.get("/:study/wave/:wave{[1-9][0-9]{0,3}}", async (c) => {
    const request = c.get("evaluator");
    const { study, reader, base, now } = request;
    const wave = c.req.param("wave");
    const opened = await openEvaluation(deps.db, study, [wave]);
    if (opened.kind !== "open") return c.notFound();
    const href = hrefWithin(`${base}/wave/${wave}`, "");
    const view = await readLevelOverview(deps.db, opened.evaluation, reader, href, now);
    if (view === null) return c.html(<NotNow request={request} />, 409);
    const crumbs = [{ href: base, label: request.title }];
    return c.html(<LevelOverviewPage {...view} {...sharedProps(request)} crumbs={crumbs} />);
  });

  routes.get("/:study/wave/:wave{[1-9][0-9]{0,3}}/:item", async (c) => {
    const request = c.get("evaluator");
    const { study, reader, base, now } = request;
    const wave = c.req.param("wave");
    const opened = await openEvaluation(deps.db, study, [wave]);
    if (opened.kind !== "open") return c.notFound();
    const above = `${base}/wave/${wave}`;
    const asked = c.req.query("measure") ?? null;
    const item = itemFrame(opened.evaluation, c.req.param("item"), asked, reader, hrefWithin(above, ""));
    if (item === null) return c.notFound();
    const view = await readItemLevel(deps.db, opened.evaluation, item, reader, now);
    if (view === null) return c.html(<NotNow request={request} />, 409);
    return c.html(
      <ItemLevelPage
        {...view}
        {...item}
        {...sharedProps(request)}
        wording={item.shown.words.wording}
        crumbs={[
          { href: base, label: request.title },
          { href: above, label: reader.texts.levels.title(reader.texts.waveInText(wave)) },
        ]}
      />,
    );
  });

  return routes;
}

function sharedProps({ frame, texts, reader, carried }: EvaluatorRequest) {
  const mention: Record<string, string> = carried === "" ? {} : { mention: String(reader.mentionFrom) };
  return { frame, pageTexts: texts.web, reader, kept: mention };
}

/** Addresses of questions below a page, with the settings carried along. */
function hrefWithin(above: string, carried: string) {
  return (item: string, measure: string | null): string => {
    const query = new URLSearchParams(carried);
    if (measure !== null) query.set("measure", measure);
    const text = query.toString();
    return `${above}/${encodeURIComponent(item)}${text === "" ? "" : `?${text}`}`;
  };
}

const NotNow = ({ request }: { readonly request: EvaluatorRequest }) => (
  <EvaluatorPage
    frame={request.frame}
    title={request.reader.texts.problem.heading}
    crumbs={[{ href: request.base, label: request.title }]}
  >
    <p>{request.reader.texts.problem.notClosed}</p>
  </EvaluatorPage>
);
