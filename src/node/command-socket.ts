// While the service has an embedded database open, no other process may. Commands then run inside the service:
// the terminal hands over its words by a local socket and prints what comes back.
import { chmod, rm } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { CommandIo } from "../cli/command-io.ts";

export type CommandRunner = (words: readonly string[], io: CommandIo) => Promise<number>;

interface Request {
  readonly words: readonly string[];
  readonly workingFolder: string;
}
type Reply = { readonly out: string } | { readonly err: string } | { readonly exit: number };

const socketPath = (dataFolder: string) => join(dataFolder, "command.sock");

/** Serves commands to whoever may open the data folder, until the returned function is called. */
export async function serveCommands(dataFolder: string, run: CommandRunner): Promise<() => Promise<void>> {
  const path = socketPath(dataFolder);
  await rm(path, { force: true });
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket)).on("error", () => socket.destroy());
    const reply = (line: Reply) => socket.write(`${JSON.stringify(line)}\n`);
    const lines = createInterface({ input: socket }).on("error", () => {});
    lines.once("line", async (line) => {
      const { words, workingFolder } = JSON.parse(line) as Request;
      const io = {
        out: (out: string) => reply({ out }),
        err: (err: string) => reply({ err }),
        workingFolder,
      };
      const exit = await run(words, io).catch((error: unknown) => {
        io.err(`tidvis: ${error instanceof Error ? error.message : String(error)}`);
        return 1;
      });
      socket.end(`${JSON.stringify({ exit })}\n`);
    });
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(path, resolve));
  await chmod(path, 0o600);
  return async () => {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
    await rm(path, { force: true });
  };
}

/** Runs a command inside the service that has the data folder open; null if none answers there. */
export function runInService(
  dataFolder: string,
  words: readonly string[],
  io: CommandIo,
): Promise<number | null> {
  return new Promise((resolve) => {
    const socket = connect(socketPath(dataFolder));
    let exit: number | null = null;
    let connected = false;
    socket.once("connect", () => {
      connected = true;
      socket.write(`${JSON.stringify({ words, workingFolder: io.workingFolder } satisfies Request)}\n`);
    });
    const lines = createInterface({ input: socket }).on("error", () => {});
    lines.on("line", (line) => {
      const reply = JSON.parse(line) as Reply;
      if ("out" in reply) io.out(reply.out);
      else if ("err" in reply) io.err(reply.err);
      else exit = reply.exit;
    });
    socket.on("error", () => {});
    socket.once("close", () => {
      if (connected && exit === null) io.err("The service went away before the command had finished.");
      resolve(connected ? (exit ?? 1) : null);
    });
  });
}
