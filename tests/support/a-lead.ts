// A project lead at work: the lead's pages, sign-in and the respondents' pages on one database, with a clock that
// the test turns and mails that stay here.
import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import type { Kysely } from "kysely";
import { accessTexts } from "../../src/access/access-texts.ts";
import { addStaff } from "../../src/access/add-staff.ts";
import { checkAuditLog } from "../../src/access/audit-log.ts";
import { openContactVault } from "../../src/access/contact-vault.ts";
import { accessRoutes } from "../../src/access/routes.tsx";
import type { StaffRole } from "../../src/access/staff.ts";
import { mintSignInToken } from "../../src/access/staff-sign-in.ts";
import { makeCubes } from "../../src/change/make-cubes.ts";
import { collectionRoutes } from "../../src/collection/routes.tsx";
import type { Database } from "../../src/db/schema.ts";
import { wordsOf } from "../../src/demo/answer-survey.ts";
import { formBrowser } from "../../src/demo/form-browser.ts";
import type { Hand } from "../../src/demo/hand.ts";
import { fieldworkRoutes } from "../../src/fieldwork/routes.tsx";
import { runDue } from "../../src/fieldwork/run-due.ts";
import type { LanguageCode } from "../../src/language/language-code.ts";
import type { OutgoingMail } from "../../src/mailing/mail-transport.ts";
import type { StudyDefinition } from "../../src/study/study.ts";
import type { LogEntry } from "../../src/web/request-log.ts";
import { aLoadedStudy } from "./a-study.ts";
import { fakeTransport, linkIn } from "./mail-fake.ts";
import { memoryKeys } from "./memory-keys.ts";

export const publicUrl = "http://lead.test";

export interface Desk {
  readonly db: Kysely<Database>;
  readonly study: StudyDefinition;
  /** "/lead/<study>" */
  readonly base: string;
  readonly app: Hono;
  /** Mails handed over so far, in order. */
  readonly mails: readonly OutgoingMail[];
  /** Addresses that the mail server refuses. */
  readonly refused: Set<string>;
  readonly logged: LogEntry[];
  /** Somebody signed in with a role in the study; the lead unless given. English unless given. */
  signedIn(role?: StaffRole, language?: LanguageCode, study?: StudyDefinition): Promise<Hand>;
  /** Somebody who is not signed in. */
  visitor(): Hand;
  /** The newest link mailed to an address. */
  linkTo(address: string): string;
  turnTo(moment: string): void;
  /** Does what is due. */
  tick(): Promise<void>;
  /** What the audit log says was done in the study, in order; fails if the log is not whole. */
  acts(): Promise<string[]>;
}

/** @param change of the small study of two roles */
export async function aDesk(
  db: Kysely<Database>,
  { study: change = {}, at = "2026-03-02T08:00:00Z" }: { study?: Partial<StudyDefinition>; at?: string } = {},
): Promise<Desk> {
  let clock = new Date(at);
  const now = () => clock;
  const studyId = `study-${randomBytes(6).toString("hex")}` as StudyDefinition["studyId"];
  const study = await aLoadedStudy(db, now(), { studyId, ...change });
  const keys = memoryKeys();
  const refused = new Set<string>();
  const mail = fakeTransport(({ to }) =>
    refused.has(to.address) ? { kind: "refused", detail: "550 5.1.1" } : { kind: "handed_over" },
  );
  const logged: LogEntry[] = [];
  const deps = {
    db,
    now,
    randomBytes,
    keys,
    vault: openContactVault(keys),
    publicUrl,
    mail,
    wakeMailer: () => {},
    callerOf: () => null,
    questionnaires: new Map(),
    log: (entry: LogEntry) => void logged.push(entry),
    makeCubes: (tx: Kysely<Database>, wave: { studyId: string; waveNumber: number; now: Date }) =>
      makeCubes(tx, { ...wave, programVersion: "test" }),
    protectWave: async () => {},
  };
  const app = new Hono();
  app.route("/", collectionRoutes(deps));
  app.route("/", accessRoutes(deps));
  app.route("/lead", fieldworkRoutes(deps));

  const hand = (language: LanguageCode = "en") =>
    formBrowser(publicUrl, async (url, init = {}) =>
      app.request(url, { ...init, headers: { "accept-language": language, ...init.headers } }),
    );
  return {
    db,
    study,
    base: `/lead/${studyId}`,
    app,
    mails: mail.mails,
    refused,
    logged,
    signedIn: async (role = "lead", language = "en", of = study) => {
      const email = `${role}-${randomBytes(4).toString("hex")}@staff.example`;
      const added = await addStaff(db, deps, of, { email, role, actor: "operator", now: now() });
      if (added.kind !== "added") throw new Error(added.kind);
      const token = await mintSignInToken(db, { staffId: added.staffId, now: now(), randomBytes });
      const person = hand(language);
      await person.open(`/sign-in/${token}`);
      await person.press(accessTexts(language).access.link.button);
      return person;
    },
    visitor: () => hand(),
    linkTo: (address) => {
      const newest = mail.mails.findLast(({ to }) => to.address === address);
      if (newest === undefined) throw new Error(`no mail to ${address}`);
      return `/s/${linkIn(newest)}`;
    },
    turnTo: (moment) => {
      clock = new Date(moment);
    },
    tick: () => runDue(deps),
    acts: async () => {
      const log = await checkAuditLog(db, studyId);
      if (log.kind !== "whole") throw new Error(`the log is broken at entry ${log.entryNumber}`);
      return log.entries.map(({ act }) => act);
    },
  };
}

/** A panel file for the small study: name, e-mail, role, municipality, further columns as given. */
export function aPanelFile(
  rows: readonly Readonly<Record<string, string>>[],
  name = "people.csv",
): { name: string; bytes: Uint8Array } {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
  return { name, bytes: new TextEncoder().encode(lines.map((line) => line.join(";")).join("\n")) };
}

/** Six people of the small study, one of them without an address. */
export const sixPeople = [
  { member_id: "A1", name: "Åsa Öst", email: "asa@example.org", role: "politician", municipality: "Flen" },
  { member_id: "A2", name: "Bo Ek", email: "bo@example.org", role: "politician", municipality: "Flen" },
  { member_id: "A3", name: "Cia Alm", email: "cia@example.org", role: "official", municipality: "Flen" },
  { member_id: "A4", name: "Dag Lund", email: "dag@example.org", role: "politician", municipality: "Motala" },
  { member_id: "A5", name: "Eva Berg", email: "eva@example.org", role: "official", municipality: "Motala" },
  { member_id: "A6", name: "Fia Holm", email: "", role: "official", municipality: "Motala" },
];

/** Loads people through the pages, ticking whatever has to be confirmed. */
export async function loadPeople(
  desk: Pick<Desk, "base">,
  lead: Hand,
  rows: readonly Readonly<Record<string, string>>[] = sixPeople,
): Promise<void> {
  await lead.open(`${desk.base}/people/load`);
  await lead.attach("file", aPanelFile(rows));
  await lead.press("See what will happen");
  await lead.press("Load these people");
}

/** Plans and opens the next wave through the pages, from the day of the clock to three weeks later. */
export async function openWave(
  desk: Pick<Desk, "base">,
  lead: Hand,
  { opensOn = "2026-03-02", closesOn = "2026-03-22", wave = 1 } = {},
): Promise<void> {
  await lead.open(`${desk.base}/waves/new`);
  await lead.write("opens_on", opensOn);
  await lead.write("closes_on", closesOn);
  await lead.write("reference_date", opensOn);
  await lead.press("Plan the wave");
  await lead.open(`${desk.base}/waves/${wave}/open`);
  await lead.press("Open the wave");
}

/** Sends the invitation or the reminder through the pages and lets it go out. */
export async function send(
  desk: Pick<Desk, "base" | "tick">,
  lead: Hand,
  kind: "invitation" | "reminder",
  wave = 1,
): Promise<void> {
  await lead.open(`${desk.base}/waves/${wave}/send?kind=${kind}`);
  const count = /Send to (\d+) (?:people|person)/.exec(await lead.text())?.[0];
  if (count === undefined) throw new Error(`nobody to send to: ${await lead.text()}`);
  await lead.press(count);
  await desk.tick();
}

/** Answers the small study's one question with the link. */
export async function answer(respondent: Hand, link: string): Promise<void> {
  await respondent.open(link);
  await respondent.choose("q:q1", "1");
  await respondent.press((await wordsOf(respondent)).page.send);
}
