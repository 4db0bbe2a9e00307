// Keeps a second process out of a PGlite folder: two writers lose each other's rows without any error.
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ServiceError } from "./service-error.ts";

export class FolderInUseError extends ServiceError {
  override readonly name = "FolderInUseError";
  readonly code = "folder-in-use";
  readonly processId: number;

  constructor(folder: string, processId: number) {
    super(`the data folder ${folder} is in use by process ${processId}; stop that process first`);
    this.processId = processId;
  }
}

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the folder for this process until `release`. A lock left by a process that no longer runs is taken
 * over; a process id that the system has since given to another program is told apart by its start time.
 *
 * @throws FolderInUseError if a living process (this one included) holds it
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "lock");
  const mine = `${file}.${process.pid}`;
  await writeFile(mine, `${process.pid} ${await startTimeOf(process.pid)}`, { mode: 0o600 });
  try {
    while (!(await linked(mine, file))) {
      const found = await readFile(file, "utf8").catch(() => null);
      if (found === null) continue;
      const holder = await livingHolder(found);
      if (holder !== null) throw new FolderInUseError(folder, holder);
      await removeStale(file, found);
    }
  } finally {
    await rm(mine, { force: true });
  }
  return { release: () => rm(file, { force: true }) };
}

/** A hard link appears whole or not at all, so no process ever reads a half-written lock. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Moves the stale lock away; puts back a lock that somebody else took in the meantime. */
async function removeStale(file: string, stale: string): Promise<void> {
  const aside = `${file}.stale.${process.pid}`;
  await rename(file, aside).catch(() => {});
  const moved = await readFile(aside, "utf8").catch(() => null);
  if (moved !== null && moved !== stale) await linked(aside, file);
  await rm(aside, { force: true });
}

async function livingHolder(lockText: string): Promise<number | null> {
  const [pid, startTime] = lockText.split(" ");
  const processId = Number(pid);
  if (!Number.isInteger(processId) || processId <= 0) return null;
  try {
    process.kill(processId, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return null;
  }
  return (await startTimeOf(processId)) === startTime ? processId : null;
}

/** Start time of a process in clock ticks since boot (Linux); "" where the system does not tell. */
async function startTimeOf(processId: number): Promise<string> {
  const stat = await readFile(`/proc/${processId}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}
