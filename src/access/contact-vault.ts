// Names and addresses of a study's members, sealed with the study's key.
import { type Contact, type ContactVault, comparableEmail, comparableName } from "../panel/contact.ts";
import { keyedHash } from "./derived-key.ts";
import type { KeyRing } from "./key-ring.ts";
import { seal, unseal } from "./sealing.ts";

/**
 * Every method throws StudyKeyDestroyedError once the study's promised date has come and its key has gone;
 * `openContact` throws SealBrokenError for what was sealed for another study or altered.
 */
export function openContactVault(keys: KeyRing): ContactVault {
  return {
    sealContact: async (studyId, contact) =>
      seal(await keys.studyKey(studyId), `contact ${studyId}`, JSON.stringify(contact)),
    openContact: async (studyId, sealed) =>
      JSON.parse(await unseal(await keys.studyKey(studyId), `contact ${studyId}`, sealed)) as Contact,
    hashEmail: async (studyId, email) =>
      keyedHash(await keys.studyKey(studyId), "e-mail", comparableEmail(email)),
    hashName: async (studyId, name) => keyedHash(await keys.studyKey(studyId), "name", comparableName(name)),
  };
}
