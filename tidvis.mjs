#!/usr/bin/env node
// Starts the tidvis command: with the Node it needs, from a bundle made of the sources.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const needed = 24;
const home = import.meta.dirname;
const packaged = join(home, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");

if (Number(process.versions.node.split(".")[0]) >= needed) {
  await import(pathToFileURL(await bundle()).href);
} else if (existsSync(packaged)) {
  const child = spawn(packaged, [import.meta.filename, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
} else {
  console.error(
    `Node ${needed} or newer is needed; this is ${process.version}. Install it, or run npm ci again.`,
  );
  process.exit(1);
}

/** The program's file; made anew only when its sources have changed since the last time. */
async function bundle() {
  const folder = join(home, "dist");
  const target = join(folder, `tidvis-${sourcesHash()}.mjs`);
  if (existsSync(target)) return target;
  const { build } = await import("esbuild");
  const part = join(folder, `tidvis.${process.pid}.mjs`);
  mkdirSync(folder, { recursive: true });
  const former = readdirSync(folder).filter((name) => /^tidvis-[0-9a-f]+\.mjs$/.test(name));
  await build({
    entryPoints: [join(home, "src", "cli.ts")],
    outfile: part,
    bundle: true,
    platform: "node",
    format: "esm",
    target: `node${needed}`,
    packages: "external",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    sourcemap: "inline",
    logLevel: "error",
  });
  renameSync(part, target);
  for (const name of former) rmSync(join(folder, name), { force: true });
  return target;
}

function sourcesHash() {
  const hash = createHash("sha256").update(process.version);
  const sources = readdirSync(join(home, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  for (const file of [join(home, "package.json"), import.meta.filename, ...sources.sort()])
    hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}
