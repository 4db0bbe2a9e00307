// Takes a checked questionnaire in as a version of a study: a new one, or in place of one that is not fixed.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import type { Instrument } from "../questionnaire/instrument.ts";
import { checksumOf } from "./instrument-checksum.ts";
import type { StudyId } from "./study.ts";
import { listInstruments, lockStudy, saveInstrument } from "./study-store.ts";

export type StoredQuestionnaire =
  | { readonly kind: "stored"; readonly version: number; readonly isNew: boolean }
  /** The version has been fielded, and stays as it is. */
  | { readonly kind: "fixed" }
  /** Versions are numbered without gaps. */
  | { readonly kind: "wrong-version" }
  | { readonly kind: "no-such-study" };

/** @param tx the transaction that also writes the act into the log */
export async function storeQuestionnaire(
  tx: Kysely<Database>,
  request: {
    readonly studyId: StudyId;
    readonly version: number;
    readonly instrument: Instrument;
    readonly now: Date;
  },
): Promise<StoredQuestionnaire> {
  const { studyId, version, instrument, now } = request;
  if ((await lockStudy(tx, studyId)) === undefined) return { kind: "no-such-study" };
  const versions = await listInstruments(tx, studyId);
  const before = versions.find((stored) => stored.version === version);
  const next = Math.max(0, ...versions.map((stored) => stored.version)) + 1;
  if (before === undefined && version !== next) return { kind: "wrong-version" };
  if (before !== undefined && before.fixedAt !== null) return { kind: "fixed" };
  const named = { ...instrument, version: String(version) };
  await saveInstrument(tx, studyId, version, named, await checksumOf(instrument.definition), now);
  return { kind: "stored", version, isNew: before === undefined };
}
