// Whether the keys at hand are those with which this database was sealed. Without this question a service that
// is started with another key folder would make new keys, and seal with them what nobody could join later.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import type { ContactVault } from "../panel/contact.ts";
import { openAddress } from "./address-vault.ts";
import { type KeyRing, StudyKeyDestroyedError } from "./key-ring.ts";
import { readOneSealedAddress, readOneSealedContactPerStudy } from "./sealed-sample-data.ts";
import { SealBrokenError } from "./sealing.ts";

export type KeyCheck =
  | { readonly kind: "fit" }
  /** `study`: whose key is another one; null: the service's own. */
  | { readonly kind: "do-not-fit"; readonly study: string | null };

/**
 * Opens one sealed text per key. A study whose key was destroyed on purpose fits.
 *
 * @throws StudyKeyMissingError where keys are given by a secret and one is not in it
 */
export async function checkKeys(db: Kysely<Database>, keys: KeyRing, vault: ContactVault): Promise<KeyCheck> {
  const address = await readOneSealedAddress(db);
  if (address !== null && !(await opens(() => openAddress(keys, address)))) {
    return { kind: "do-not-fit", study: null };
  }
  for (const { studyId, sealed } of await readOneSealedContactPerStudy(db)) {
    if (!(await opens(() => vault.openContact(studyId, sealed)))) {
      return { kind: "do-not-fit", study: studyId };
    }
  }
  return { kind: "fit" };
}

async function opens(open: () => Promise<unknown>): Promise<boolean> {
  try {
    await open();
    return true;
  } catch (error) {
    if (error instanceof StudyKeyDestroyedError) return true;
    if (error instanceof SealBrokenError) return false;
    throw error;
  }
}
