// Addresses of loading people from a file: choosing it, seeing what would happen, and doing it.
import { type Context, Hono } from "hono";
import { type ImportPreview, previewImport, type RefusedImport } from "../../panel/import/import-panel.ts";
import { panelColumns } from "../../panel/import/import-problem.ts";
import { questionInWords } from "../../panel/import/import-words.ts";
import { openQuestions } from "../../panel/import/match-members.ts";
import { listStoredMembers } from "../../panel/panel-store.ts";
import { dayIn, isCalendarDate } from "../../study/calendar-date.ts";
import { roleLabel } from "../../study/study.ts";
import type { SummaryLine } from "../../web/form.tsx";
import type { FieldworkDeps } from "../fieldwork-deps.ts";
import { countsOfPlan, loadPeople } from "../load-people.ts";
import {
  absentLines,
  allChoicesIn,
  choicesIn,
  loadCounts,
  noticeLines,
  type PreviewWords,
  problemLines,
  questionLines,
  rowLines,
} from "../load-preview.ts";
import { municipalityName } from "../municipality-names.ts";
import { type ColumnLine, LoadPage } from "../pages/load-page.tsx";
import { LoadPreviewPage, RefusedFilePage } from "../pages/load-preview-page.tsx";
import { crumbsOf, type LeadEnv, type LeadRequest } from "./lead-request.ts";
import { languageOptions } from "./people-routes.tsx";
import { carry, mostMegabytes, readUpload, type Upload, type UploadedFile } from "./uploaded-file.ts";

type Absent = "keep" | "leave";
type ChosenUpload = Extract<Upload, { kind: "file" }>;

const absentIn = (field: (name: string) => string): Absent =>
  field("absent") === "leave" ? "leave" : "keep";

/** Mount at "/lead/:study/people", before the addresses of single people. */
export function loadRoutes(deps: FieldworkDeps): Hono<LeadEnv> {
  const routes = new Hono<LeadEnv>();

  const showChoosing = async (
    c: Context<LeadEnv>,
    form: { readonly asOf: string; readonly absent: Absent },
    problems: readonly SummaryLine[],
  ) => {
    const lead = c.get("lead");
    const href = `${lead.base}/people/load`;
    return c.html(
      <LoadPage
        frame={problems.length === 0 ? lead.frame : { ...lead.frame, returnTo: href }}
        crumbs={loadCrumbs(lead)}
        action={`${href}/preview`}
        exampleHref={`${href}/example.csv`}
        columns={columnLines(lead)}
        mostMegabytes={mostMegabytes}
        asOf={form.asOf}
        absent={form.absent}
        hasPeople={(await listStoredMembers(deps.db, lead.study.studyId)).length > 0}
        problems={problems}
        texts={lead.texts.people}
      />,
      problems.length === 0 ? 200 : 422,
    );
  };

  routes.get("/load", (c) => {
    const { study, now } = c.get("lead");
    return showChoosing(c, { asOf: dayIn(study.timeZone, now), absent: "keep" }, []);
  });

  routes.get("/load/example.csv", (c) => {
    const { texts } = c.get("lead");
    const headings = panelColumns.map((column) => texts.panel.columns[column]).join(";");
    return c.body(`\ufeff${headings}\r\n`, 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="people.csv"',
    });
  });

  /** The upload, or the page that says what is missing. */
  const chosen = async (c: Context<LeadEnv>): Promise<ChosenUpload | Response> => {
    const { texts, study, now } = c.get("lead");
    const said = texts.people.problems;
    const upload = await readUpload(c);
    if (upload.kind === "too-large") {
      const asOf = dayIn(study.timeZone, now);
      return showChoosing(c, { asOf, absent: "keep" }, [
        { field: "file", message: said.fileTooLarge(mostMegabytes) },
      ]);
    }
    const form = { asOf: upload.field("as_of"), absent: absentIn(upload.field) };
    if (upload.kind === "no-file") return showChoosing(c, form, [{ field: "file", message: said.file }]);
    if (!isCalendarDate(form.asOf)) return showChoosing(c, form, [{ field: "as_of", message: said.date }]);
    return upload;
  };

  const showPreview = (
    c: Context<LeadEnv>,
    upload: ChosenUpload,
    preview: ImportPreview,
    more: { readonly hasChanged: boolean; readonly isFirst: boolean; readonly unanswered: boolean },
  ) => {
    const lead = c.get("lead");
    const words = wordsOf(lead);
    const { plan, fingerprint } = preview;
    const choices = choicesIn(plan.questions, more.isFirst ? null : upload.fields);
    const open = more.unanswered ? openQuestions(plan.questions, choices) : [];
    const href = `${lead.base}/people/load`;
    return c.html(
      <LoadPreviewPage
        frame={lead.frame}
        crumbs={loadCrumbs(lead, href)}
        view={{
          fileName: upload.file.name,
          carried: {
            ...carry(upload.file),
            fingerprint,
            as_of: upload.field("as_of"),
            absent: absentIn(upload.field),
          },
          notices: noticeLines(plan.notices, words.panel),
          questions: questionLines(plan.questions, choices, words),
          counts: loadCounts(plan),
          rows: rowLines(plan, words),
          absent: absentLines(plan, words),
          loadHref: href,
          action: href,
          againAction: `${href}/preview`,
          hasChanged: more.hasChanged,
        }}
        problems={open.map((question) => ({
          field: `answer-${question.key.replaceAll(":", "-")}`,
          message: lead.texts.people.load.unanswered(questionInWords(question, words.panel)),
        }))}
        texts={lead.texts.people}
      />,
      more.hasChanged ? 409 : more.unanswered ? 422 : 200,
    );
  };

  const showRefused = (c: Context<LeadEnv>, file: UploadedFile, refused: RefusedImport) => {
    const lead = c.get("lead");
    if (refused.kind !== "refused") return c.notFound();
    const href = `${lead.base}/people/load`;
    return c.html(
      <RefusedFilePage
        frame={lead.frame}
        crumbs={loadCrumbs(lead)}
        fileName={file.name}
        problems={problemLines(refused.problems, lead.texts.panel)}
        notices={noticeLines(refused.notices, lead.texts.panel)}
        loadHref={href}
        texts={lead.texts.people}
      />,
      422,
    );
  };

  const requestOf = (lead: LeadRequest, upload: ChosenUpload) => ({
    studyId: lead.study.studyId,
    file: upload.file,
    options: { asOf: upload.field("as_of"), absent: absentIn(upload.field) },
    choices: allChoicesIn(upload.fields),
    randomBytes: deps.randomBytes,
  });

  routes.post("/load/preview", async (c) => {
    const upload = await chosen(c);
    if (upload instanceof Response) return upload;
    const preview = await previewImport(deps.db, deps.vault, requestOf(c.get("lead"), upload));
    if (preview.kind !== "preview") return showRefused(c, upload.file, preview);
    const isFirst = upload.field("fingerprint") === "";
    return showPreview(c, upload, preview, { hasChanged: false, isFirst, unanswered: false });
  });

  routes.post("/load", async (c) => {
    const lead = c.get("lead");
    const upload = await chosen(c);
    if (upload instanceof Response) return upload;
    const imported = await loadPeople(deps.db, deps.vault, {
      ...requestOf(lead, upload),
      seen: upload.field("fingerprint"),
      actor: lead.staff.staffId,
      now: lead.now,
    });
    switch (imported.kind) {
      case "imported": {
        const { added, changed } = countsOfPlan(imported.plan);
        return c.redirect(`${lead.base}/people?done=loaded&n=${added}&m=${changed}`, 303);
      }
      case "stale":
        return showPreview(c, upload, imported.preview, {
          hasChanged: true,
          isFirst: false,
          unanswered: false,
        });
      case "unanswered":
        return showPreview(c, upload, imported.preview, {
          hasChanged: false,
          isFirst: false,
          unanswered: true,
        });
      case "no-such-study":
      case "bad-date":
      case "refused":
        return showRefused(c, upload.file, imported);
    }
  });

  return routes;
}

function loadCrumbs(lead: LeadRequest, loadHref?: string) {
  const { list, load } = lead.texts.people;
  return crumbsOf(
    lead,
    { href: `${lead.base}/people`, label: list.title },
    ...(loadHref === undefined ? [] : [{ href: loadHref, label: load.title }]),
  );
}

function wordsOf(lead: LeadRequest): PreviewWords {
  const { study, language, texts } = lead;
  const today = dayIn(study.timeZone, lead.now);
  return {
    panel: texts.panel,
    people: texts.people,
    roleOf: (role) => roleLabel(study, role, language).singular,
    municipalityOf: (code) => municipalityName(study, code, today),
  };
}

function columnLines(lead: LeadRequest): ColumnLine[] {
  const { study, language, texts } = lead;
  const { rows } = texts.people.load;
  const roles = study.roles.map(({ role }) => roleLabel(study, role, language).singular).join(", ");
  const languages = languageOptions(lead)
    .map(({ label }) => label)
    .join(", ");
  const needed: ReadonlySet<string> = new Set(["name", "role", "municipality"]);
  return panelColumns.map((column) => {
    const meaning =
      column === "role" ? rows.role(roles) : column === "language" ? rows.language(languages) : rows[column];
    return { heading: texts.panel.columns[column], isNeeded: needed.has(column), meaning };
  });
}
