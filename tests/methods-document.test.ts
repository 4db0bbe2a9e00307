// Keeps docs/methods.md true: every worked example comes out of the change engine as it is printed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { workedExamples } from "./support/worked-examples.ts";

const text = readFileSync(join(import.meta.dirname, "../docs/methods.md"), "utf8");

/** Blocks of the document by name, with the values as printed. */
const printed = new Map(
  [...text.matchAll(/^```example (\S+)\n([^`]*)```$/gm)].map(([, name, lines]) => [
    name!,
    [...lines!.matchAll(/(\S+) = (\S+)/g)].map(([, field, value]) => [field!, value!] as const),
  ]),
);

describe("docs/methods.md", () => {
  it("has a worked example for everything that is computed here, and nothing else", () => {
    expect([...printed.keys()].sort()).toEqual(Object.keys(workedExamples).sort());
  });

  it.each([...printed.keys()])("prints what the engine gives: %s", (name) => {
    const found = workedExamples[name]!();
    const asPrinted = printed.get(name)!.map(([field, value]) => {
      const digits = value.split(".")[1]?.length ?? 0;
      const have = found[field];
      const isSame = have !== undefined && Math.abs(have - Number(value)) <= 0.5 * 10 ** -digits + 1e-9;
      return [field, isSame ? value : have];
    });
    expect(asPrinted).toEqual(printed.get(name)!.map(([field, value]) => [field, value]));
  });

  it("has a chapter for every entry of its table of contents, in order", () => {
    const listed = [...text.matchAll(/^\d+\. \[([^\]]+)\]\(#([^)]+)\)$/gm)].map(([, title, anchor]) => [
      title,
      anchor,
    ]);
    const chapters = [...text.matchAll(/^## (\d+)\. (.+)$/gm)].map(([, number, title]) => [
      title,
      `${number}-${title!
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, "")
        .replaceAll(" ", "-")}`,
    ]);
    expect(chapters).toEqual(listed);
  });
});
