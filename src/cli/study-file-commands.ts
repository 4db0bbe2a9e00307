// tidvis study check FILE | template | convert: one questionnaire in a file, as JSON or in the spreadsheet template.
import { readFile, writeFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import type { Command } from "commander";
import type { LanguageCode } from "../language/language-code.ts";
import { readTemplate } from "../questionnaire/template/read-workbook.ts";
import {
  leftOutInWords,
  problemInWords,
  unreadableInWords,
} from "../questionnaire/template/template-words.ts";
import { writeTemplate } from "../questionnaire/template/write-workbook.ts";
import { checkQuestionnaireFile, type FindingLine } from "../study/check-questionnaire-file.ts";
import { languageFrom, languagesFrom } from "./arguments.ts";
import { CommandRefusedError } from "./command.ts";
import type { CommandIo } from "./command-io.ts";

/** True for what is checked as a questionnaire by itself and not as a study folder. */
export const isQuestionnaireFile = (path: string): boolean => /\.(json|xlsx)$/i.test(path);

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

const bytesOf = async (path: string, io: CommandIo): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await readFile(resolve(io.workingFolder, path)));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT" || code === "EISDIR") throw new CommandRefusedError(`there is no file ${path}`);
    throw error;
  }
};

const questionnaireIn = (bytes: Uint8Array, path: string): Readonly<Record<string, unknown>> => {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new CommandRefusedError(
      `${path} is not valid JSON (${error instanceof Error ? error.message : error})`,
    );
  }
  if (json === null || typeof json !== "object" || Array.isArray(json))
    throw new CommandRefusedError(`${path} is not a questionnaire (a JSON object)`);
  return json as Record<string, unknown>;
};

/** Says everything that is found in one file. @throws CommandRefusedError where anything is an error */
export async function checkFile(
  path: string,
  options: {
    readonly language: LanguageCode;
    readonly languages?: readonly string[];
    readonly format?: string;
  },
  io: CommandIo,
): Promise<void> {
  const { lines } = await checkQuestionnaireFile(
    { name: path, bytes: await bytesOf(path, io) },
    { languages: options.languages ?? null, version: 1, language: options.language },
  );
  sayFindings(lines, options.format, io);
  const errors = lines.filter(({ severity }) => severity === "error").length;
  if (errors > 0)
    throw new CommandRefusedError(`${path} has ${counted(errors, "error")}; mend what is listed above`);
  io.err(`${path}: can be fielded`);
}

/** Findings a line each, or as JSON on standard output. */
export function sayFindings(lines: readonly FindingLine[], format: string | undefined, io: CommandIo): void {
  if (format === "json") io.out(JSON.stringify(lines, null, 2));
  else
    for (const { severity, place, said } of lines)
      io.out(`${severity}: ${place === "" ? "" : `${place}: `}${said}`);
}

export function addStudyFileCommands(study: Command, io: CommandIo): void {
  study
    .command("template")
    .requiredOption("--out <file.xlsx>", "the file to write")
    .option("--from <file.json>", "a questionnaire to begin with; an empty template if left out")
    .option("--languages <codes>", "languages of its texts, with commas between them", languagesFrom)
    .option("--language <code>", "language of its headings and help", languageFrom, "en")
    .description("write the spreadsheet template that a questionnaire is filled in with")
    .action(async (options: { out: string; from?: string; languages?: string[]; language: LanguageCode }) => {
      const json =
        options.from === undefined ? null : questionnaireIn(await bytesOf(options.from, io), options.from);
      await writeWorkbook(json, options.out, options.languages ?? [], options.language, io);
    });

  study
    .command("convert")
    .argument("<file>", "a filled-in template (.xlsx) or a questionnaire (.json)")
    .requiredOption("--out <file>", "the file to write: .json from a template, .xlsx from a questionnaire")
    .option("--language <code>", "language of headings and of what is said", languageFrom, "en")
    .description("turn the spreadsheet template into SurveyJS JSON, or back")
    .action(async (file: string, { out, language }: { out: string; language: LanguageCode }) => {
      const wanted = extname(file).toLowerCase() === ".xlsx" ? ".json" : ".xlsx";
      if (extname(out).toLowerCase() !== wanted)
        throw new CommandRefusedError(`${file} is turned into a ${wanted} file; name one with --out`);
      const bytes = await bytesOf(file, io);
      if (wanted === ".xlsx") return writeWorkbook(questionnaireIn(bytes, file), out, [], language, io);
      const read = await readTemplate(bytes, language);
      if (read.kind === "unreadable")
        throw new CommandRefusedError(`${file}: ${unreadableInWords(read.reason, language)}`);
      for (const problem of read.problems) io.err(`error: ${problemInWords(problem, language)}`);
      if (read.problems.length > 0)
        throw new CommandRefusedError(
          `${file} has ${counted(read.problems.length, "problem")}; mend what is listed above`,
        );
      await writeFile(resolve(io.workingFolder, out), `${JSON.stringify(read.json, null, 2)}\n`);
      io.out(`${out}: written; tidvis study check ${out} says whether it can be fielded`);
    });
}

async function writeWorkbook(
  json: Readonly<Record<string, unknown>> | null,
  out: string,
  languages: readonly string[],
  language: LanguageCode,
  io: CommandIo,
): Promise<void> {
  const { bytes, leftOut } = await writeTemplate(json, languages, language);
  await writeFile(resolve(io.workingFolder, out), bytes);
  for (const one of leftOut) io.err(`warning: ${leftOutInWords(one, language)}`);
  const lost = leftOut.length === 0 ? "" : `, without ${counted(leftOut.length, "thing")} named above`;
  io.out(`${out}: written${lost}`);
}
