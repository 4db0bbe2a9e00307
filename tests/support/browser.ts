// A real browser for the tests: the Chromium that npm brought, with its own libraries and letters where the machine has
// none; Debian's where npm has none for the machine.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const installed = "/usr/bin/chromium";

export async function launchBrowser(): Promise<Browser> {
  if (process.arch !== "x64" && existsSync(installed))
    return chromium.launch({ executablePath: installed, args });
  const folder = await unpackedBrowser();
  const executablePath = join(folder, "chromium");
  return chromium.launch({ executablePath, args, env: environmentFor(folder, executablePath) });
}

/** One folder for each user and version; complete from the moment it is there. */
async function unpackedBrowser(): Promise<string> {
  const home = dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")));
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { version: string };
  const folder = join(tmpdir(), `tidvis-browser-${version}-${userInfo().uid}`);
  if (existsSync(folder)) return folder;
  const part = mkdtempSync(`${folder}-`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = part;
  try {
    const { default: packaged, inflate } = await import("@sparticuz/chromium");
    await packaged.executablePath();
    await inflate(join(home, "bin", "al2023.tar.br"));
    writeFileSync(
      join(part, "own-fonts.conf"),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
    );
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(part, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(part, { recursive: true });
  }
  return folder;
}

function environmentFor(folder: string, executablePath: string): Record<string, string> {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const lacksLibraries = spawnSync("ldd", [executablePath], { encoding: "utf8" }).stdout.includes(
    "not found",
  );
  return {
    ...Object.fromEntries(own),
    ...(lacksLibraries ? { LD_LIBRARY_PATH: join(folder, "al2023", "lib") } : {}),
    ...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_FILE: join(folder, "own-fonts.conf") }),
  };
}
