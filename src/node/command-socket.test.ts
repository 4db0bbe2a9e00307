import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runInService, serveCommands } from "./command-socket.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tidvis-socket-"));
});
afterEach(() => rm(folder, { recursive: true }));

function collected() {
  const out: string[] = [];
  const err: string[] = [];
  return {
    out,
    err,
    io: {
      out: (line: string) => out.push(line),
      err: (line: string) => err.push(line),
      workingFolder: "/somewhere",
    },
  };
}

describe("a command while the service runs", () => {
  test("runs inside the service, with its words, folder, output and exit code", async () => {
    const stop = await serveCommands(folder, async (words, io) => {
      io.out(`${words.join("|")} in ${io.workingFolder}`);
      io.err("careful – å");
      return 3;
    });
    const { io, out, err } = collected();
    expect(await runInService(folder, ["wave", "status", "two words"], io)).toBe(3);
    expect(out).toEqual(["wave|status|two words in /somewhere"]);
    expect(err).toEqual(["careful – å"]);
    await stop();
  });

  test("is told apart from there being no service", async () => {
    expect(await runInService(folder, ["migrate"], collected().io)).toBeNull();
  });

  test("fails clearly when the service goes away in the middle", async () => {
    let begun: () => void;
    const running = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const stop = await serveCommands(folder, () => {
      begun();
      return new Promise(() => {});
    });
    const { io, err } = collected();
    const result = runInService(folder, ["wave", "close"], io);
    await running;
    await stop();
    expect(await result).toBe(1);
    expect(err.join()).toMatch(/went away/);
  });
});
