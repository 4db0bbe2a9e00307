// The short code printed in a letter, for those who have no e-mail. The database keeps a keyed hash of it.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import type { StudyId } from "../study/study.ts";
import type { CaseId } from "../wave/case.ts";
import { countAttempt, isAttemptAllowed } from "./attempt.ts";
import { keyedHash } from "./derived-key.ts";
import type { KeyRing } from "./key-ring.ts";
import { insertAccessCode, readAccessCode } from "./way-in-store.ts";

/** No vowels (no words), nothing that is taken for something else in print: 24 characters. */
const alphabet = "2346789BCDFGHJKMPQRTVWXY";
const codeLength = 12;
const groupLength = 4;
/** Bytes at or above the largest multiple of 24 are drawn again, so that every character is equally likely. */
const fairBytes = 240;

/** Wrong codes one caller may type before having to wait. */
export const codeAttempts = { limit: 30, windowMinutes: 15 };

type RandomBytes = (length: number) => Uint8Array;

/** A code as it is printed: "K4TX-9PQR-23BW", 55 bits. */
export function drawAccessCode(randomBytes: RandomBytes): string {
  let code = "";
  while (code.length < codeLength) {
    for (const byte of randomBytes(codeLength)) {
      if (byte < fairBytes && code.length < codeLength) code += alphabet[byte % alphabet.length];
    }
  }
  return code.match(new RegExp(`.{${groupLength}}`, "g"))!.join("-");
}

/** A typed code as it is compared, without case, spaces and dashes; null if it cannot be a code. */
export function comparableCode(typed: string): string | null {
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Dash}.]/gu, "");
  return code.length === codeLength && [...code].every((letter) => alphabet.includes(letter)) ? code : null;
}

/** Mints a code for a case beside those it has. @returns the code, to be printed and not kept */
export async function mintAccessCode(
  db: Kysely<Database>,
  code: {
    readonly studyId: StudyId;
    readonly caseId: CaseId;
    readonly now: Date;
    readonly expiresAt: Date;
    readonly keys: KeyRing;
    readonly randomBytes: RandomBytes;
  },
): Promise<string> {
  const printed = drawAccessCode(code.randomBytes);
  await insertAccessCode(db, { ...code, codeHash: await hashCode(code.keys, comparableCode(printed)!) });
  return printed;
}

/**
 * The case that a typed code leads to. A wrong, an unknown, an expired and a revoked code are told apart
 * nowhere: all are `unknown`.
 *
 * @param caller where the request comes from (an IP address); null: not known, and all of those share one
 *   allowance. `too-many` from the 31st wrong code within a quarter of an hour on, also for right codes.
 */
export async function findCaseByCode(
  db: Kysely<Database>,
  typed: string,
  door: { readonly keys: KeyRing; readonly now: Date; readonly caller: string | null },
): Promise<
  | { kind: "case"; studyId: StudyId; caseId: CaseId; expiresAt: Date }
  | { kind: "unknown" }
  | { kind: "too-many" }
> {
  const attempt = { ...codeAttempts, ...door, door: "access-code" };
  if (!(await isAttemptAllowed(db, attempt))) return { kind: "too-many" };
  const code = comparableCode(typed);
  const found = code === null ? null : await readAccessCode(db, await hashCode(door.keys, code));
  if (found !== null && found.revokedAt === null && found.expiresAt > door.now) {
    return { kind: "case", studyId: found.studyId, caseId: found.caseId, expiresAt: found.expiresAt };
  }
  await countAttempt(db, attempt);
  return { kind: "unknown" };
}

async function hashCode(keys: KeyRing, code: string): Promise<string> {
  return keyedHash(await keys.serviceKey(), "access code", code);
}
