// Keeps a second process out of a PGlite folder: two writers lose each other's rows without any error.
import { mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { ServiceError } from "./service-error.ts";

export class FolderInUseError extends ServiceError {
  override readonly name = "FolderInUseError";
  readonly code = "folder-in-use";
  readonly processId: number;

  constructor(folder: string, processId: number) {
    super(`the data folder ${folder} is in use by process ${processId}; stop that service first`);
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
 * @throws FolderInUseError if a living process holds it
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "lock");
  const mine = `${process.pid} ${await startTimeOf(process.pid)}`;
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = await open(file, "wx", 0o600);
      await handle.writeFile(mine);
      await handle.close();
      return { release: () => rm(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = await livingHolder(file);
      if (holder !== null) throw new FolderInUseError(folder, holder);
      await rm(file, { force: true });
    }
  }
  throw new FolderInUseError(folder, (await livingHolder(file)) ?? 0);
}

async function livingHolder(file: string): Promise<number | null> {
  const [pid, startTime] = (await readFile(file, "utf8").catch(() => "")).split(" ");
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
