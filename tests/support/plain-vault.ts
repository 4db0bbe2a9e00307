// A contact vault for tests that are not about sealing: readable, but telling studies apart as the real one does.
import { type Contact, type ContactVault, comparableEmail, comparableName } from "../../src/panel/contact.ts";

export const plainVault: ContactVault = {
  sealContact: async (studyId, contact) => `${studyId} ${JSON.stringify(contact)}`,
  openContact: async (studyId, sealed) => {
    if (!sealed.startsWith(`${studyId} `)) throw new Error("sealed for another study");
    return JSON.parse(sealed.slice(studyId.length + 1)) as Contact;
  },
  hashEmail: async (studyId, email) => `${studyId} ${comparableEmail(email)}`,
  hashName: async (studyId, name) => `${studyId} ${comparableName(name)}`,
};
