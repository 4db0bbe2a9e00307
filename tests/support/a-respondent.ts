// Respondents' pages on a wave that is open: an app, a clock that the test turns, and links to the cases.
import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import type { Kysely } from "kysely";
import { mintSurveyLink } from "../../src/access/survey-link.ts";
import { collectionRoutes } from "../../src/collection/routes.tsx";
import type { Database } from "../../src/db/schema.ts";
import { formBrowser } from "../../src/demo/form-browser.ts";
import type { Hand } from "../../src/demo/hand.ts";
import { fixInstrument } from "../../src/questionnaire/fix-instrument.ts";
import type { Answers, Instrument } from "../../src/questionnaire/instrument.ts";
import type { StudyDefinition } from "../../src/study/study.ts";
import { fixInstrumentVersion, saveInstrument } from "../../src/study/study-store.ts";
import type { CaseId } from "../../src/wave/case.ts";
import { aFieldedWave, type FieldedWave } from "./a-fielded-wave.ts";
import { memoryKeys } from "./memory-keys.ts";

export interface RespondentWorld {
  readonly db: Kysely<Database>;
  readonly wave: FieldedWave;
  readonly instrument: Instrument;
  readonly app: Hono;
  /** Turn it to let time pass. */
  readonly clock: { now: Date };
  readonly keys: ReturnType<typeof memoryKeys>;
  /** How often the mail loop was woken. */
  readonly woken: () => number;
  /** A new link to a case, the first unless said. */
  link(place?: number, options?: { purpose?: "answer" | "own"; expiresAt?: Date }): Promise<string>;
  /** A browser without script on the app. */
  hand(): Hand;
  /** What is stored of a case's answers; undefined: nothing. */
  response(place?: number): Promise<StoredRow | undefined>;
  close(at?: Date): Promise<void>;
}

export interface StoredRow {
  draft: Answers | null;
  draft_pages: string[];
  answers: Answers | null;
  submitted_at: Date | null;
  language: string;
  word_attempts: number;
}

export const origin = "http://survey.test";
const text = (sv: string, en: string) => ({ sv, en });

/**
 * Three pages: a required choice that decides whether a second question on the page and the middle page are
 * asked; a matrix and ticks; a number and a comment.
 */
export const threePages: Record<string, unknown> = {
  title: text("Frågor om service", "Questions about service"),
  pages: [
    {
      name: "first",
      title: text("Först", "First"),
      elements: [
        {
          type: "radiogroup",
          name: "meets",
          title: text("Träffas ni?", "Do you meet?"),
          isRequired: true,
          choices: [
            { value: "yes", text: text("Ja", "Yes") },
            { value: "no", text: text("Nej", "No") },
          ],
        },
        {
          type: "radiogroup",
          name: "why_not",
          title: text("Varför inte?", "Why not?"),
          visibleIf: "{meets} = 'no'",
          choices: [
            { value: "time", text: text("Ingen tid", "No time") },
            { value: "need", text: text("Inget behov", "No need") },
          ],
        },
      ],
    },
    {
      name: "middle",
      title: text("Mitten", "Middle"),
      visibleIf: "{meets} = 'yes'",
      elements: [
        {
          type: "matrix",
          name: "effects",
          title: text("Vad har det gett?", "What came of it?"),
          columns: [
            { value: 1, text: text("Lite", "Little") },
            { value: 2, text: text("Mycket", "Much") },
          ],
          rows: [
            { value: "skill", text: text("Kunskap", "Knowledge") },
            { value: "trust", text: text("Tillit", "Trust") },
          ],
        },
        {
          type: "checkbox",
          name: "topics",
          title: text("Vad talar ni om?", "What do you talk about?"),
          choices: [
            { value: "school", text: text("Skola", "School") },
            { value: "shop", text: text("Affär", "Shop") },
          ],
        },
      ],
    },
    {
      name: "last",
      title: text("Sist", "Last"),
      elements: [
        {
          type: "text",
          inputType: "number",
          name: "times",
          title: text("Hur många gånger?", "How many times?"),
          min: 0,
          max: 99,
        },
        { type: "comment", name: "more", title: text("Något mer?", "Anything else?") },
      ],
    },
  ],
};

/** A wave open from 2026-03-01 to 2026-03-31, seen on 2026-03-10. */
export async function aRespondentWorld(
  db: Kysely<Database>,
  options: {
    people?: number;
    questionnaire?: Record<string, unknown>;
    study?: Partial<StudyDefinition>;
  } = {},
): Promise<RespondentWorld> {
  const keys = memoryKeys();
  const wave = await aFieldedWave(db, keys, {
    people: options.people ?? 2,
    ...(options.study === undefined ? {} : { study: options.study }),
  });
  const { studyId, languages } = wave.study;
  const clock = { now: new Date("2026-03-10T10:00:00Z") };
  const fixed = fixInstrument(options.questionnaire ?? threePages, { version: "1", languages });
  if (fixed.kind === "refused") throw new Error(JSON.stringify(fixed.findings));
  await saveInstrument(db, studyId, 1, fixed.instrument, "test", clock.now);
  await fixInstrumentVersion(db, studyId, 1, clock.now);
  let woken = 0;
  const app = new Hono();
  app.route(
    "/",
    collectionRoutes({
      db,
      keys,
      now: () => clock.now,
      randomBytes: (length) => Uint8Array.from(randomBytes(length)),
      wakeMailer: () => {
        woken += 1;
      },
      callerOf: () => "192.0.2.1",
      questionnaires: new Map(),
    }),
  );
  const caseId = (place: number): CaseId => wave.cases[place]!.caseId;
  return {
    db,
    wave,
    instrument: fixed.instrument,
    app,
    clock,
    keys,
    woken: () => woken,
    link: (place = 0, { purpose = "answer", expiresAt = new Date("2030-12-31T23:00:00Z") } = {}) =>
      mintSurveyLink(db, {
        studyId,
        caseId: caseId(place),
        purpose,
        now: clock.now,
        expiresAt,
        randomBytes: (length) => Uint8Array.from(randomBytes(length)),
      }),
    hand: () => formBrowser(origin, async (url, init) => app.request(url, init)),
    response: async (place = 0) =>
      (await db
        .selectFrom("response")
        .selectAll()
        .where("study_id", "=", studyId)
        .where("case_id", "=", caseId(place))
        .executeTakeFirst()) as StoredRow | undefined,
    close: async (at = clock.now) => {
      await db
        .updateTable("wave")
        .set({ closed_at: at })
        .where("study_id", "=", studyId)
        .where("wave_number", "=", wave.waveNumber)
        .execute();
    },
  };
}

/** Sends a form as it is, the way a browser does. */
export async function post(
  world: RespondentWorld,
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
): Promise<Response> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === "string" ? [value] : value) body.append(name, one);
  }
  return await world.app.request(`${origin}${path}`, {
    method: "POST",
    body: body.toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
}

/** Everything in the database that a respondent's request could change, as one text. */
export async function everythingStored(db: Kysely<Database>): Promise<string> {
  const tables = [
    "response",
    "case_event",
    "member_event",
    "survey_link",
    "access_code",
    "draft_set_aside",
    "mail_request",
    "audit_log",
    "attempt_count",
    "wave",
    "survey_case",
  ] as const;
  const content = await Promise.all(
    tables.map(async (table) => [table, await db.selectFrom(table).selectAll().execute()]),
  );
  return JSON.stringify(content);
}
