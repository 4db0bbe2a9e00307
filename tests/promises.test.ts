// Keeps docs/promises.md true: it names exactly the files whose tests carry a promise's number.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

function kept(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const folder of ["src", "tests"]) {
    for (const path of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })) {
      if (!/\.test\.tsx?$|-on\.ts$/.test(path)) continue;
      const text = readFileSync(join(root, folder, path), "utf8");
      for (const [, promises] of text.matchAll(/\(\s*["'`]((?:[RLEO]\d+ )+)(?=\S)/g)) {
        for (const promise of promises!.trim().split(" ")) {
          found.set(promise, (found.get(promise) ?? new Set()).add(`${folder}/${path}`));
        }
      }
    }
  }
  return found;
}

function listed(): Map<string, Set<string>> {
  const rows = readFileSync(join(root, "docs/promises.md"), "utf8").matchAll(
    /^\| ([RLEO]\d+) \|[^|]*\|([^|]*)\|$/gm,
  );
  return new Map(
    [...rows].map(([, promise, files]) => [
      promise!,
      new Set([...files!.matchAll(/`([^`]+)`/g)].map(([, file]) => file!)),
    ]),
  );
}

test("docs/promises.md names, for every promise, the files whose tests carry its number", () => {
  const [inTests, inDocument] = [kept(), listed()];
  const asLines = (map: Map<string, Set<string>>) =>
    Object.fromEntries(
      [...map].filter(([, files]) => files.size > 0).map(([promise, files]) => [promise, [...files].sort()]),
    );
  expect(asLines(inDocument)).toEqual(asLines(inTests));
});

test("docs/promises.md lists every promise", () => {
  const wanted = [...[8, 8, 6, 7].entries()].flatMap(([index, count]) =>
    Array.from({ length: count }, (_, number) => `${"RLEO"[index]}${number + 1}`),
  );
  expect([...listed().keys()]).toEqual(wanted);
});
