// A key ring for tests that keeps nothing.
import { randomBytes } from "node:crypto";
import { type KeyBytes, type KeyRing, StudyKeyDestroyedError } from "../../src/access/key-ring.ts";

export function memoryKeys(): KeyRing {
  const service: KeyBytes = Uint8Array.from(randomBytes(32));
  const studies = new Map<string, KeyBytes | null>();
  return {
    serviceKey: async () => service,
    studyKey: async (studyId) => {
      const key = studies.get(studyId);
      if (key === null) throw new StudyKeyDestroyedError(studyId);
      const made = key ?? Uint8Array.from(randomBytes(32));
      studies.set(studyId, made);
      return made;
    },
    destroyStudyKey: async (studyId) => {
      studies.set(studyId, null);
    },
  };
}
