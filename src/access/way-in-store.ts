// Survey links and letter codes as the database keeps them: as hashes.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import type { StudyId } from "../study/study.ts";
import type { CaseId } from "../wave/case.ts";

interface WayIn {
  readonly studyId: StudyId;
  readonly caseId: CaseId;
  readonly expiresAt: Date;
}

export async function insertSurveyLinks(
  db: Kysely<Database>,
  links: readonly (WayIn & { linkHash: string; purpose: "answer" | "own"; now: Date })[],
): Promise<void> {
  if (links.length === 0) return;
  await db
    .insertInto("survey_link")
    .values(
      links.map((link) => ({
        link_hash: link.linkHash,
        study_id: link.studyId,
        case_id: link.caseId,
        purpose: link.purpose,
        minted_at: link.now,
        expires_at: link.expiresAt,
        revoked_at: null,
      })),
    )
    .execute();
}

export async function readSurveyLink(
  db: Kysely<Database>,
  linkHash: string,
): Promise<(WayIn & { purpose: "answer" | "own"; revokedAt: Date | null }) | null> {
  const row = await db
    .selectFrom("survey_link")
    .select(["study_id", "case_id", "purpose", "expires_at", "revoked_at"])
    .where("link_hash", "=", linkHash)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...wayIn(row), purpose: row.purpose, revokedAt: row.revoked_at };
}

export async function insertAccessCode(
  db: Kysely<Database>,
  code: WayIn & { codeHash: string; now: Date },
): Promise<void> {
  await db
    .insertInto("access_code")
    .values({
      code_hash: code.codeHash,
      study_id: code.studyId,
      case_id: code.caseId,
      minted_at: code.now,
      expires_at: code.expiresAt,
      revoked_at: null,
    })
    .execute();
}

export async function readAccessCode(
  db: Kysely<Database>,
  codeHash: string,
): Promise<(WayIn & { revokedAt: Date | null }) | null> {
  const row = await db
    .selectFrom("access_code")
    .select(["study_id", "case_id", "expires_at", "revoked_at"])
    .where("code_hash", "=", codeHash)
    .executeTakeFirst();
  return row === undefined ? null : { ...wayIn(row), revokedAt: row.revoked_at };
}

/** Ends every link and code that leads to a case: its address was somebody else's, or its member withdrew. */
export async function revokeWaysIn(
  db: Kysely<Database>,
  { studyId, caseId, now }: { studyId: StudyId; caseId: CaseId; now: Date },
): Promise<void> {
  for (const table of ["survey_link", "access_code"] as const) {
    await db
      .updateTable(table)
      .set({ revoked_at: now })
      .where("study_id", "=", studyId)
      .where("case_id", "=", caseId)
      .where("revoked_at", "is", null)
      .execute();
  }
}

function wayIn(row: { study_id: string; case_id: string; expires_at: Date }): WayIn {
  return { studyId: row.study_id as StudyId, caseId: row.case_id as CaseId, expiresAt: row.expires_at };
}
