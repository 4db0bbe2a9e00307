// Bundles one measurement and runs it, with the Node it needs: node bench/run.mjs mail-throughput 5000
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const [name, ...rest] = process.argv.slice(2);
const home = join(import.meta.dirname, "..");
const source = join(import.meta.dirname, `${name}.ts`);
if (!existsSync(source)) {
  console.error("usage: node bench/run.mjs NAME [arguments], where bench/NAME.ts is a measurement");
  process.exit(1);
}
const outfile = join(home, "dist", "bench", `${name}.mjs`);
await build({
  entryPoints: [source],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node24",
  packages: "external",
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  sourcemap: "inline",
  logLevel: "error",
});
const packaged = join(home, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
const node = existsSync(packaged) ? packaged : process.execPath;
spawn(node, [outfile, ...rest], { stdio: "inherit" }).on("exit", (code) => process.exit(code ?? 1));
