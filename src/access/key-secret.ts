// The key ring where there is no disk (Workers): all keys in one secret, put there by the operator.
import { ServiceError } from "../db/service-error.ts";
import {
  type KeyBytes,
  type KeyRing,
  KeyUnreadableError,
  parseKey,
  StudyKeyDestroyedError,
  StudyKeyMissingError,
} from "./key-ring.ts";

/** A key in a secret is destroyed by the operator, who takes it out of the secret. */
export class KeyNotOursToDestroyError extends ServiceError {
  override readonly name = "KeyNotOursToDestroyError";
  readonly code = "key-not-ours-to-destroy";
  constructor(studyId: string) {
    super(`set the key of study ${studyId} to "destroyed" in the secret to destroy it`);
  }
}

/**
 * @param secret `{"service": KEY, "studies": {"<study>": KEY, …}}`, each KEY 32 random bytes in base64url or,
 *   for a study whose promised date has come, "destroyed"
 * @throws KeyUnreadableError if the secret has another form
 */
export function openKeySecret(secret: string): KeyRing {
  const { service, studies } = readSecret(secret);
  const serviceKey = parseKey(service, "the service key");
  const held = new Map<string, KeyBytes>();
  return {
    serviceKey: async () => serviceKey,
    studyKey: async (studyId) => {
      const known = held.get(studyId);
      if (known !== undefined) return known;
      const text = Object.hasOwn(studies, studyId) ? studies[studyId] : undefined;
      if (text === undefined) throw new StudyKeyMissingError(studyId, "the secret");
      if (text === "destroyed") throw new StudyKeyDestroyedError(studyId);
      const key = parseKey(text, `the key of study ${studyId}`);
      held.set(studyId, key);
      return key;
    },
    destroyStudyKey: async (studyId) => {
      throw new KeyNotOursToDestroyError(studyId);
    },
  };
}

function readSecret(secret: string): { service: string; studies: Record<string, string> } {
  const unreadable = new KeyUnreadableError("the secret with the keys");
  let content: unknown;
  try {
    content = JSON.parse(secret);
  } catch {
    throw unreadable;
  }
  if (typeof content !== "object" || content === null) throw unreadable;
  const { service, studies = {} } = content as Record<string, unknown>;
  if (typeof service !== "string" || typeof studies !== "object" || studies === null) throw unreadable;
  if (!Object.values(studies).every((key) => typeof key === "string")) throw unreadable;
  return { service, studies: studies as Record<string, string> };
}
