#!/usr/bin/env node
// Starts the tidvis command: with the Node it needs, from a bundle made of the sources.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, renameSync } from "node:fs";
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

async function bundle() {
  const target = join(home, "dist", "tidvis.mjs");
  const { build } = await import("esbuild");
  const part = join(home, "dist", `tidvis.${process.pid}.mjs`);
  try {
    mkdirSync(join(home, "dist"), { recursive: true });
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
  } catch (error) {
    const cannotWrite = ["EACCES", "EROFS", "EPERM"].includes(error.code);
    if (!(cannotWrite && existsSync(target))) throw error;
  }
  return target;
}
