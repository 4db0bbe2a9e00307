// The keys of the service: one of its own, and one per study, all kept outside the database and its backups.
import { decodeBase64Url } from "hono/utils/encode";
import { ServiceError } from "../db/service-error.ts";
import type { StudyId } from "../study/study.ts";

/** 32 random bytes. */
export type KeyBytes = Uint8Array<ArrayBuffer>;

export const keyLengthBytes = 32;

/**
 * Where keys come from. The same key is always given as the same object, so that what follows from it can be
 * kept beside it. Whoever needs a key for something derives one of its own, see `derived-key.ts`.
 */
export interface KeyRing {
  /** For what belongs to no study: staff addresses, sessions, hashes of codes. Made on first need. */
  serviceKey(): Promise<KeyBytes>;
  /**
   * A study's own key, made on first need.
   * @throws StudyKeyDestroyedError after `destroyStudyKey`
   * @throws StudyKeyMissingError where keys cannot be made
   */
  studyKey(studyId: StudyId): Promise<KeyBytes>;
  /** Ends for good, in backups too, that a name of the study can be read. The key is never made again. */
  destroyStudyKey(studyId: StudyId): Promise<void>;
}

/** The key was destroyed on purpose: names and addresses of the study can no longer be read by anyone. */
export class StudyKeyDestroyedError extends ServiceError {
  override readonly name = "StudyKeyDestroyedError";
  readonly code = "study-key-destroyed";
  constructor(studyId: string) {
    super(`the key of study ${studyId} has been destroyed: its names and addresses cannot be read any more`);
  }
}

/** The key is not where it should be. */
export class StudyKeyMissingError extends ServiceError {
  override readonly name = "StudyKeyMissingError";
  readonly code = "study-key-missing";
  constructor(studyId: string, where: string) {
    super(`no key for study ${studyId} in ${where}`);
  }
}

/** What should be a key is none. */
export class KeyUnreadableError extends ServiceError {
  override readonly name = "KeyUnreadableError";
  readonly code = "key-unreadable";
  constructor(what: string) {
    super(`${what} does not hold a key: ${keyLengthBytes} bytes in base64url are expected`);
  }
}

/** @throws KeyUnreadableError naming `what`, never the text */
export function parseKey(text: string, what: string): KeyBytes {
  const trimmed = text.trim();
  if (!/^[A-Za-z0-9_-]{43}$/.test(trimmed)) throw new KeyUnreadableError(what);
  return decodeBase64Url(trimmed);
}
