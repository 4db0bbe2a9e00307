// The key ring of a machine: a folder outside the data and its backups, readable by its owner alone.
import { link, mkdir, open, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { StudyId } from "../study/study.ts";
import { base64Url } from "./base64-url.ts";
import { type KeyBytes, type KeyRing, keyLengthBytes, parseKey, StudyKeyDestroyedError } from "./key-ring.ts";

type RandomBytes = (length: number) => Uint8Array;

/**
 * Keys as files in `folder` (made with mode 0700, files 0600): service.key and study-<study>.key. A destroyed
 * key leaves study-<study>.destroyed behind, so that no new key takes its place by mistake.
 */
export function openKeyFolder(folder: string, randomBytes: RandomBytes): KeyRing {
  const held = new Map<string, Promise<KeyBytes>>();

  function hold(file: string, find: () => Promise<KeyBytes>): Promise<KeyBytes> {
    const known = held.get(file);
    if (known !== undefined) return known;
    const found = find();
    held.set(file, found);
    found.catch(() => held.delete(file));
    return found;
  }

  return {
    serviceKey: () => hold("service.key", () => readOrMakeKey(folder, "service.key", randomBytes)),
    studyKey: async (studyId) => {
      const file = studyFile(studyId, "key");
      return hold(file, async () => {
        if (await exists(join(folder, studyFile(studyId, "destroyed")))) {
          throw new StudyKeyDestroyedError(studyId);
        }
        return readOrMakeKey(folder, file, randomBytes);
      });
    },
    destroyStudyKey: async (studyId) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeDurably(join(folder, studyFile(studyId, "destroyed")), "destroyed\n", "w");
      const key = join(folder, studyFile(studyId, "key"));
      if (await exists(key)) await writeDurably(key, base64Url(randomBytes(keyLengthBytes)), "r+");
      await rm(key, { force: true });
      held.delete(studyFile(studyId, "key"));
    },
  };
}

/** @throws RangeError for what is no study's name: it would be a path of its own */
function studyFile(studyId: StudyId, ending: "key" | "destroyed"): string {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(studyId)) throw new RangeError("not the name of a study");
  return `study-${studyId}.${ending}`;
}

async function readOrMakeKey(folder: string, file: string, randomBytes: RandomBytes): Promise<KeyBytes> {
  const path = join(folder, file);
  const found = await readKey(path, file);
  if (found !== null) return found;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${file}.${base64Url(randomBytes(9))}`);
  await writeDurably(draft, `${base64Url(randomBytes(keyLengthBytes))}\n`, "wx");
  try {
    // Of two processes that make the key at once, one is first; the other takes what it made.
    await link(draft, path);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const made = await readKey(path, file);
  if (made === null) throw new Error(`${file} went away while it was made`);
  return made;
}

async function readKey(path: string, file: string): Promise<KeyBytes | null> {
  try {
    return parseKey(await readFile(path, "utf8"), file);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

async function writeDurably(path: string, text: string, flags: "w" | "wx" | "r+"): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw error;
  }
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : null;
}
