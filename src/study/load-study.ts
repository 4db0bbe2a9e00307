// Loads a checked study folder into the database, all of it or nothing.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import { checksumOf } from "./instrument-checksum.ts";
import type { StudyId } from "./study.ts";
import { type BrokenPromise, brokenPromises } from "./study-change.ts";
import type { StudyFolder } from "./study-folder.ts";
import {
  listInstruments,
  lockStudy,
  type StudyInstrument,
  saveInstrument,
  saveMunicipalityGroups,
  saveRoles,
  saveStudy,
  saveTexts,
} from "./study-store.ts";

export type LoadedStudy =
  | {
      readonly kind: "loaded";
      readonly studyId: StudyId;
      readonly isNew: boolean;
      /** Versions that were added or replaced. */
      readonly versions: readonly number[];
    }
  /** These versions have been fielded and differ from the files. A changed questionnaire is a new version. */
  | { readonly kind: "instrument-fixed"; readonly versions: readonly number[] }
  /** People hold or held seats in a role that the file no longer has. */
  | { readonly kind: "role-in-use" }
  | { readonly kind: "promise-broken"; readonly promises: readonly BrokenPromise[] };

class LoadRefused extends Error {
  override readonly name = "LoadRefused";
}

/** Loading the same folder again changes nothing. */
export async function loadStudy(db: Kysely<Database>, folder: StudyFolder, now: Date): Promise<LoadedStudy> {
  try {
    return await db.transaction().execute((tx) => load(tx, folder, now));
  } catch (error) {
    if (error instanceof LoadRefused) return { kind: "role-in-use" };
    throw error;
  }
}

async function load(tx: Kysely<Database>, folder: StudyFolder, now: Date): Promise<LoadedStudy> {
  const { definition, analysis, comparability } = folder;
  const { studyId } = definition;
  const before = await lockStudy(tx, studyId);
  const stored = new Map<number, StudyInstrument>();
  for (const version of await listInstruments(tx, studyId)) stored.set(version.version, version);
  const isFielded = [...stored.values()].some(({ fixedAt }) => fixedAt !== null);
  if (before !== undefined && isFielded) {
    const promises = brokenPromises(before, definition);
    if (promises.length > 0) return { kind: "promise-broken", promises };
  }
  const changed = [];
  for (const { version, instrument } of folder.instruments) {
    const checksum = await checksumOf(instrument.definition);
    if (stored.get(version)?.checksum !== checksum) changed.push({ version, instrument, checksum });
    else if (stored.get(version)?.fixedAt === null) changed.push({ version, instrument, checksum });
  }
  const fixed = changed.filter(({ version }) => stored.get(version)?.fixedAt);
  if (fixed.length > 0) return { kind: "instrument-fixed", versions: fixed.map(({ version }) => version) };

  await saveStudy(tx, definition, { analysis, comparability }, now);
  if ((await saveRoles(tx, definition)).kind === "role-in-use") throw new LoadRefused();
  await saveTexts(tx, studyId, folder.texts);
  await saveMunicipalityGroups(tx, studyId, folder.groups);
  for (const { version, instrument, checksum } of changed) {
    await saveInstrument(tx, studyId, version, instrument, checksum, now);
  }
  const versions = changed.flatMap(({ version, checksum }) =>
    stored.get(version)?.checksum === checksum ? [] : [version],
  );
  return { kind: "loaded", studyId, isNew: before === undefined, versions };
}
