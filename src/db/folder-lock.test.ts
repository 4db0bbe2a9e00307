import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FolderInUseError, lockFolder } from "./folder-lock.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tidvis-lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("the lock of a data folder", () => {
  test("keeps a second opener out until it is released", async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderInUseError);
    await lock.release();
    await (await lockFolder(folder)).release();
  });

  test("left by a process that has died is taken over", async () => {
    const child = spawn("sleep", ["60"]);
    await writeFile(join(folder, "lock"), `${child.pid} 1`);
    child.kill("SIGKILL");
    await once(child, "exit");
    await (await lockFolder(folder)).release();
  });

  test("of a process id that another program now has is taken over", async () => {
    await writeFile(join(folder, "lock"), `${process.pid} 1`);
    await (await lockFolder(folder)).release();
  });

  test("is taken by exactly one of many who find it stale at once", async () => {
    await writeFile(join(folder, "lock"), "999999999 1");
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    expect(attempts.filter((attempt) => attempt.status === "fulfilled")).toHaveLength(1);
  });
});
