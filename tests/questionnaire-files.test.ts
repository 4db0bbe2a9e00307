// One questionnaire in a file at the command line: checked, made into a template, and read back.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runCommand } from "../src/cli/run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "tidvis-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

const run = async (...words: string[]) => {
  const said = { out: [] as string[], err: [] as string[] };
  const io = {
    out: (line: string) => said.out.push(line),
    err: (line: string) => said.err.push(line),
    workingFolder: folder,
  };
  const code = await runCommand(words, io, () => Promise.reject(new Error("no database is needed")));
  return { code, out: said.out.join("\n"), err: said.err.join("\n") };
};

const save = (name: string, content: unknown) =>
  writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));

const faulty = {
  pages: [
    {
      name: "p",
      elements: [
        { type: "file", name: "f", title: { sv: "Fil", nb: "Fil" } },
        { type: "radiogroup", name: "a", title: { sv: "A" }, choices: [1, 2], visibleIf: "{gone} = 1" },
      ],
    },
  ],
};

describe("tidvis study check", () => {
  test("says every finding in a file at once, and fails", async () => {
    save("faulty.json", faulty);
    const { code, out } = await run("study", "check", "faulty.json", "--languages", "sv,nb");
    expect(code).toBe(1);
    expect(out).toMatch(/^error: “f”, pages\[0\]\.elements\[0\]: Questions of type “file”/m);
    expect(out).toMatch(/^error: “a”, pages\[0\]\.elements\[1\]\.visibleIf: \{gone\}/m);
    expect(out).toMatch(/^warning: “a”, pages\[0\]\.elements\[1\]\.title: .*nb/m);
  });

  test("says them in the language asked for, and as JSON", async () => {
    save("faulty.json", faulty);
    const { out } = await run("study", "check", "faulty.json", "--language", "nn", "--format", "json");
    expect(JSON.parse(out)).toContainEqual({
      severity: "error",
      place: "«a», pages[0].elements[1].visibleIf",
      said: expect.stringContaining("ingen spørsmål heiter det"),
    });
  });

  test("lets a sound questionnaire pass", async () => {
    const file = resolve("surveys/service-i-samverkan/instrument-1.json");
    expect(await run("study", "check", file)).toMatchObject({ code: 0, out: "" });
  });

  test.each([
    ["not JSON", "{", "not a SurveyJS questionnaire"],
    ["no object", "[]", "not a SurveyJS questionnaire"],
    ["not a workbook behind its name", "PK\u0003\u0004", "damaged"],
  ])("%s is said in words", async (name, content, said) => {
    save(`${name}.json`, content);
    const { code, out } = await run("study", "check", `${name}.json`);
    expect(code).toBe(1);
    expect(out).toContain(said);
  });

  test("a file that is not there is named", async () => {
    expect(await run("study", "check", "gone.xlsx")).toMatchObject({
      code: 1,
      err: "tidvis: there is no file gone.xlsx",
    });
  });
});

describe("tidvis study convert", () => {
  test("makes a template of a questionnaire, and the same questionnaire of the template", async () => {
    const file = resolve("surveys/ks-kompetansesentre/instrument-1.json");
    expect((await run("study", "convert", file, "--out", "ks.xlsx", "--language", "nb")).code).toBe(0);
    expect((await run("study", "check", "ks.xlsx")).code).toBe(0);
    expect((await run("study", "convert", "ks.xlsx", "--out", "ks.json")).code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, "ks.json"), "utf8"))).toEqual(
      JSON.parse(readFileSync(file, "utf8")),
    );
  });

  test("findings in a template name its rows", async () => {
    save("faulty.json", faulty);
    await run("study", "convert", "faulty.json", "--out", "faulty.xlsx", "--language", "sv");
    const { code, out } = await run("study", "check", "faulty.xlsx", "--language", "sv");
    expect(code).toBe(1);
    expect(out).toMatch(/”f”, Frågor, rad 2: /);
    expect(out).toMatch(/”a”, Frågor, rad 3: \{gone\}/);
  });

  test("names what cannot stand in a cell, and writes the rest", async () => {
    save("long.json", { elements: [{ type: "text", name: "a", title: "x".repeat(33_000) }] });
    const { code, out, err } = await run("study", "convert", "long.json", "--out", "long.xlsx");
    expect([code, out]).toEqual([0, "long.xlsx: written, without 1 thing named above"]);
    expect(err).toContain("elements[0].title");
  });

  test("says which kind of file comes of it", async () => {
    const { code, err } = await run("study", "convert", "faulty.json", "--out", "faulty.json");
    expect(code).toBe(1);
    expect(err).toContain("is turned into a .xlsx file");
  });
});

test("tidvis study template writes an empty template in the language asked for", async () => {
  const written = await run("study", "template", "--out", "empty.xlsx", "--languages", "sv,nb");
  expect(written).toMatchObject({ code: 0, out: "empty.xlsx: written" });
  expect(existsSync(join(folder, "empty.xlsx"))).toBe(true);
  expect((await run("study", "check", "empty.xlsx")).out).toContain("There is no question in it");
});
