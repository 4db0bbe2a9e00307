// The personal link to a case: a random token that only its holder knows. The database keeps its hash.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import type { StudyId } from "../study/study.ts";
import type { CaseId } from "../wave/case.ts";
import { base64Url } from "./base64-url.ts";
import { plainHash } from "./derived-key.ts";
import { insertSurveyLinks, readSurveyLink } from "./way-in-store.ts";

/** 144 bits: 24 characters that need no padding. */
const tokenLengthBytes = 18;
const tokenForm = /^[A-Za-z0-9_-]{24}$/;

/** `answer`: the way to the questionnaire. `own`: to one's own page, after the answers have been sent. */
export type LinkPurpose = "answer" | "own";

export interface NewSurveyLink {
  readonly studyId: StudyId;
  readonly caseId: CaseId;
  readonly purpose: LinkPurpose;
  readonly now: Date;
  readonly expiresAt: Date;
  readonly randomBytes: (length: number) => Uint8Array;
}

export interface CaseByLink {
  readonly kind: "case";
  readonly studyId: StudyId;
  readonly caseId: CaseId;
  readonly purpose: LinkPurpose;
  readonly expiresAt: Date;
}

/** Mints a link to a case beside those it has. @returns the token, to be given away and not kept */
export async function mintSurveyLink(db: Kysely<Database>, link: NewSurveyLink): Promise<string> {
  const [token] = await mintSurveyLinks(db, [link]);
  return token!;
}

/** As `mintSurveyLink`, for many cases in one statement. @returns the tokens, in the same order */
export async function mintSurveyLinks(
  db: Kysely<Database>,
  links: readonly NewSurveyLink[],
): Promise<string[]> {
  const tokens = links.map(({ randomBytes }) => base64Url(randomBytes(tokenLengthBytes)));
  const rows = await Promise.all(
    links.map(async (link, place) => ({ ...link, linkHash: await plainHash(tokens[place]!) })),
  );
  await insertSurveyLinks(db, rows);
  return tokens;
}

/**
 * The case that a link leads to. Whatever is no token of ours is `unknown`; a link has `expired` from its
 * `expiresAt` on.
 */
export async function findCaseByLink(
  db: Kysely<Database>,
  token: string,
  now: Date,
): Promise<CaseByLink | { kind: "unknown" } | { kind: "expired" } | { kind: "revoked" }> {
  if (!tokenForm.test(token)) return { kind: "unknown" };
  const link = await readSurveyLink(db, await plainHash(token));
  if (link === null) return { kind: "unknown" };
  if (link.revokedAt !== null) return { kind: "revoked" };
  if (link.expiresAt <= now) return { kind: "expired" };
  const { studyId, caseId, purpose, expiresAt } = link;
  return { kind: "case", studyId, caseId, purpose, expiresAt };
}
