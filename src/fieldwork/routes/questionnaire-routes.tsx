// Addresses of the questionnaire's versions: seeing one with what was found in it, and taking one in from a file.
import { type Context, Hono } from "hono";
import { languageNames } from "../../collection/respondent-texts.ts";
import { findingWords } from "../../questionnaire/checks/finding-words.ts";
import { dayIn } from "../../study/calendar-date.ts";
import { roleLabel } from "../../study/study.ts";
import { findInstrument, listInstruments, type StudyInstrument } from "../../study/study-store.ts";
import type { SummaryLine } from "../../web/form.tsx";
import { nonceOf } from "../../web/security-headers.ts";
import type { FieldworkDeps } from "../fieldwork-deps.ts";
import { QuestionnairePage, QuestionnairesPage } from "../pages/questionnaire-pages.tsx";
import { previewOf, shownLanguages } from "../preview-questionnaire.tsx";
import { useQuestionnaire } from "../use-questionnaire.ts";
import { crumbsOf, type LeadEnv, type LeadRequest, numberIn } from "./lead-request.ts";
import { outcomeOf } from "./outcome.ts";
import { carry, mostMegabytes, readUpload, type Upload } from "./uploaded-file.ts";

type ChosenUpload = Extract<Upload, { kind: "file" }>;

const excelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Loaded on first use: nothing else on the pages needs all of survey-core. */
const questionnaireDesk = () => import("../questionnaire-desk.ts");

/** Mount at "/lead/:study/questionnaire". */
export function questionnaireRoutes(deps: FieldworkDeps): Hono<LeadEnv> {
  const routes = new Hono<LeadEnv>();

  const showList = async (c: Context<LeadEnv>, problems: readonly SummaryLine[]) => {
    const lead = c.get("lead");
    const { study, texts, written, base } = lead;
    const versions = await listInstruments(deps.db, study.studyId);
    return c.html(
      <QuestionnairesPage
        frame={lead.frame}
        crumbs={crumbsOf(lead)}
        outcome={outcomeOf(c, lead)}
        problems={problems}
        versions={versions.map(({ version, instrument, fixedAt }) => ({
          name: texts.questionnaire.list.version(version),
          href: `${base}/questionnaire/${version}`,
          questions: new Set(instrument.variables.map(({ question }) => question)).size,
          fixedSince: fixedAt === null ? null : written.day(dayIn(study.timeZone, fixedAt)),
        }))}
        action={`${base}/questionnaire/look`}
        templateHref={`${base}/questionnaire/template.xlsx`}
        mostMegabytes={mostMegabytes}
        texts={texts.questionnaire}
      />,
      problems.length === 0 ? 200 : 422,
    );
  };

  routes.get("/", (c) => showList(c, []));

  const sendExcel = async (
    c: Context<LeadEnv>,
    json: Readonly<Record<string, unknown>> | null,
    name: string,
  ) => {
    const { study, language } = c.get("lead");
    const { templateFor } = await questionnaireDesk();
    const bytes = await templateFor(study, json, language);
    return c.body(bytes.slice().buffer, 200, {
      "Content-Type": excelType,
      "Content-Disposition": `attachment; filename="${name}"`,
    });
  };

  routes.get("/template.xlsx", (c) => sendExcel(c, null, "questionnaire.xlsx"));

  const storedVersion = async (c: Context<LeadEnv>): Promise<StudyInstrument | null> => {
    const version = numberIn(c.req.param("version"));
    if (version === null) return null;
    return (await findInstrument(deps.db, c.get("lead").study.studyId, version)) ?? null;
  };

  routes.get("/:version{[0-9]+}/questionnaire.xlsx", async (c) => {
    const stored = await storedVersion(c);
    if (stored === null) return c.notFound();
    return sendExcel(c, stored.instrument.definition, `questionnaire-${stored.version}.xlsx`);
  });

  routes.get("/:version{[0-9]+}/instrument.json", async (c) => {
    const stored = await storedVersion(c);
    if (stored === null) return c.notFound();
    return c.body(`${JSON.stringify(stored.instrument.definition, null, 2)}\n`, 200, {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="instrument-${stored.version}.json"`,
    });
  });

  routes.get("/:version{[0-9]+}", async (c) => {
    const stored = await storedVersion(c);
    if (stored === null) return c.notFound();
    const lead = c.get("lead");
    const { study, texts, language } = lead;
    const { instrument, version } = stored;
    const href = `${lead.base}/questionnaire/${version}`;
    const { findingsInVersion } = await questionnaireDesk();
    const preview = previewOf(instrument, {
      study,
      page: c.req.query("page") ?? "",
      language: c.req.query("lang") ?? language,
      now: lead.now,
      nonce: nonceOf(c),
      texts: texts.questionnaire,
      hrefOf: (page, lang) => `${href}?${new URLSearchParams({ page, lang })}#preview`,
    });
    return c.html(
      <QuestionnairePage
        frame={lead.frame}
        crumbs={questionnaireCrumbs(lead)}
        outcome={outcomeOf(c, lead)}
        title={texts.questionnaire.list.version(version)}
        lines={findingsInVersion(instrument, language)}
        severities={findingWords(language).severity}
        preview={preview}
        use={{
          kind: "stored",
          tryHref: `${href}/try`,
          roles: study.roles.map(({ role }) => ({
            value: role,
            label: roleLabel(study, role, language).singular,
          })),
          languages: shownLanguages(instrument).map((code) => ({ value: code, label: languageNames[code] })),
          excelHref: `${href}/questionnaire.xlsx`,
          jsonHref: `${href}/instrument.json`,
        }}
        nonce={nonceOf(c)}
        texts={texts.questionnaire}
      />,
    );
  });

  /** The upload, or the page that says what is missing. */
  const chosen = async (c: Context<LeadEnv>): Promise<ChosenUpload | Response> => {
    const { problems } = c.get("lead").texts.questionnaire.list;
    const upload = await readUpload(c);
    if (upload.kind === "file") return upload;
    const message = upload.kind === "too-large" ? problems.tooLarge(mostMegabytes) : problems.file;
    return showList(c, [{ field: "file", message }]);
  };

  const check = async (
    { study, language }: LeadRequest,
    upload: ChosenUpload,
    versions: readonly StudyInstrument[],
    version: number,
  ) => {
    const { checkForVersion } = await questionnaireDesk();
    return checkForVersion(upload.file, { study, version, versions, language });
  };

  const showFile = async (
    c: Context<LeadEnv>,
    upload: ChosenUpload,
    warning: string | null = null,
  ): Promise<Response> => {
    const lead = c.get("lead");
    const { study, texts, language, base } = lead;
    const versions = await listInstruments(deps.db, study.studyId);
    const next = (versions.at(-1)?.version ?? 0) + 1;
    const { instrument, lines } = await check(lead, upload, versions, next);
    const { view } = texts.questionnaire;
    const preview =
      instrument === null
        ? null
        : previewOf(instrument, {
            study,
            page: upload.field("page"),
            language: upload.field("lang") || language,
            now: lead.now,
            nonce: nonceOf(c),
            texts: texts.questionnaire,
            hrefOf: () => null,
          });
    const href = `${base}/questionnaire`;
    return c.html(
      <QuestionnairePage
        frame={{ ...lead.frame, returnTo: href }}
        crumbs={questionnaireCrumbs(lead)}
        outcome={warning === null ? null : { kind: "warning", text: warning }}
        title={view.fileTitle(upload.file.name)}
        lines={lines}
        severities={findingWords(language).severity}
        preview={preview}
        use={{
          kind: "file",
          carried: carry(upload.file),
          lookAction: `${href}/look`,
          useAction: `${href}/use`,
          targets: [
            { value: String(next), label: view.asNew(next) },
            ...versions
              .filter(({ fixedAt }) => fixedAt === null)
              .map(({ version }) => ({ value: String(version), label: view.asInstead(version) })),
          ],
          otherHref: href,
          canBeUsed: instrument !== null,
        }}
        nonce={nonceOf(c)}
        texts={texts.questionnaire}
      />,
      warning !== null ? 409 : instrument === null ? 422 : 200,
    );
  };

  routes.post("/look", async (c) => {
    const upload = await chosen(c);
    return upload instanceof Response ? upload : showFile(c, upload);
  });

  routes.post("/use", async (c) => {
    const lead = c.get("lead");
    const upload = await chosen(c);
    if (upload instanceof Response) return upload;
    const version = numberIn(upload.field("version"));
    const versions = await listInstruments(deps.db, lead.study.studyId);
    const { instrument } = await check(lead, upload, versions, version ?? 1);
    if (instrument === null || version === null || version === 0) return showFile(c, upload);
    const stored = await useQuestionnaire(deps.db, {
      studyId: lead.study.studyId,
      version,
      instrument,
      actor: lead.staff.staffId,
      now: lead.now,
    });
    if (stored.kind === "stored")
      return c.redirect(`${lead.base}/questionnaire/${version}?done=questionnaireStored`, 303);
    return showFile(c, upload, lead.texts.questionnaire.view.fixedMeanwhile);
  });

  return routes;
}

export function questionnaireCrumbs(lead: LeadRequest, version?: number) {
  const { list } = lead.texts.questionnaire;
  return crumbsOf(
    lead,
    { href: `${lead.base}/questionnaire`, label: list.title },
    ...(version === undefined
      ? []
      : [{ href: `${lead.base}/questionnaire/${version}`, label: list.version(version) }]),
  );
}
