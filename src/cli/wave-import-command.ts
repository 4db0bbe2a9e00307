// tidvis wave import: a wave that was collected elsewhere, from cases.csv and answers.csv into a study.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import { importWave, type WaveImported } from "../fieldwork/import-wave.ts";
import { decodeText, readTextTable } from "../study/text-table.ts";
import { type ImportMap, plainMap, readImportMap } from "../wave/import/import-map.ts";
import { type ImportProblem, type ImportTable, importProblemWords } from "../wave/import/import-table.ts";
import { dateFrom, numberFrom } from "./arguments.ts";
import { type CommandContext, CommandRefusedError, operator, studyNamed, tellWeighting } from "./command.ts";
import type { CommandIo } from "./command-io.ts";

interface ImportFlags {
  readonly cases: string;
  readonly answers: string;
  readonly map?: string;
  readonly opens?: string;
  readonly closes?: string;
  readonly reference?: string;
  readonly questionnaire?: number;
  readonly replace?: boolean;
  readonly dryRun?: boolean;
}

/** Problems printed at most; the rest is counted. */
const mostPrinted = 200;

const help = `
cases.csv    member_id, wave, role, municipality, disposition (AAPOR: 1.1, 1.2, 2.11 …), one row per person; further
             columns are groups, strata and weights; seat (the post, the same in every wave) and language if known
answers.csv  member_id, wave, variable, value; no row: no answer; __na__: filtered away; multi-select: a row per
             option, __none__ for none of these; ranked: 1:economy
map.json     {"wave": "2019", "columns": {"respondent": "member_id"}, "variables": {"q1": "takes_part"},
             "values": {"takes_part": {"1": "yes", "9": null}}}: names and codes of the files to those of the study
Comma or semicolon, UTF-8 or Windows-1252. Codes are text: 0482 and 2.10 keep their zeros.
Role codes are those of study.json; variables and codes those of the questionnaire, or of analysis.json.

The wave is planned, opened and closed at once, nothing is sent, and its figures are made. People who are not in the
panel are added by their ids alone. To bring a whole analysis folder: tidvis study draft --help.`;

export function addWaveImportCommand(wave: Command, context: CommandContext): void {
  wave
    .command("import")
    .argument("<study>")
    .argument("<wave>", "its number", numberFrom)
    .requiredOption("--cases <file>", "who was asked, and what came of it (cases.csv)")
    .requiredOption("--answers <file>", "what they answered (answers.csv)")
    .option("--map <file>", "how names and codes of the files are called in the study (map.json)")
    .option("--opens <date>", "first day of the field period", dateFrom)
    .option("--closes <date>", "last day of the field period", dateFrom)
    .option(
      "--reference <date>",
      "role and municipality are those of this day; the first day if left out",
      dateFrom,
    )
    .option("--questionnaire <version>", "version of the questionnaire; the newest if left out", numberFrom)
    .option(
      "--replace",
      "take in anew a wave that was taken in before, as long as no figure of it has been shown",
    )
    .option("--dry-run", "say what is in the files and what is wrong with them, and change nothing")
    .description("take in a wave that was collected elsewhere: the whole of it, or nothing")
    .addHelpText("after", help)
    .action(async (studyId: string, waveNumber: number, flags: ImportFlags) => {
      const { io } = context;
      const problems: ImportProblem[] = [];
      const cases = await tableIn(flags.cases, "cases.csv", io, problems);
      const answers = await tableIn(flags.answers, "answers.csv", io, problems);
      const map = flags.map === undefined ? plainMap : await mapIn(flags.map, io, problems);
      if (problems.length > 0) throw refusal(problems, [], io);
      const deps = await context.open();
      const study = await studyNamed(deps, studyId);
      const { opens, closes, reference, questionnaire } = flags;
      const imported = await importWave(deps.db, {
        studyId: study.studyId,
        waveNumber,
        cases,
        answers,
        map,
        plan: {
          ...(opens === undefined ? {} : { opensOn: opens }),
          ...(closes === undefined ? {} : { closesOn: closes }),
          ...(reference === undefined ? {} : { referenceDate: reference }),
          ...(questionnaire === undefined ? {} : { instrumentVersion: questionnaire }),
        },
        actor: operator,
        now: deps.now(),
        randomBytes: deps.randomBytes,
        makeCubes: deps.makeCubes,
        protectWave: deps.protectWave,
        isReplacement: flags.replace === true,
        isDryRun: flags.dryRun === true,
      });
      tell(imported, studyId, waveNumber, io);
      if (imported.kind === "imported") await tellWeighting(deps, studyId, waveNumber, io);
    });
}

function tell(imported: WaveImported, studyId: string, waveNumber: number, io: CommandIo): void {
  switch (imported.kind) {
    case "imported":
    case "checked": {
      for (const notice of imported.notices) io.err(`notice: ${importProblemWords(notice)}`);
      const { plan, cases, respondents, answers } = imported;
      if (imported.isDateAssumed)
        io.err(
          `notice: nothing says when wave ${waveNumber} was in the field; it is put on ${plan.opensOn}. Say --opens, --closes and --reference`,
        );
      const counts = `${cases} people, ${respondents} of them answered, ${answers} answers; questionnaire version ${plan.instrumentVersion}, ${plan.opensOn} to ${plan.closesOn}`;
      if (imported.kind === "checked") {
        io.out(`wave ${waveNumber} can be taken in: ${counts}`);
        io.out("nothing was changed (--dry-run)");
        return;
      }
      const added = imported.wave!.newMembers;
      io.out(
        `wave ${waveNumber} taken in and closed: ${counts}${added === 0 ? "" : `; ${added} people new to the panel, by id alone`}`,
      );
      return;
    }
    case "refused":
      throw refusal(imported.problems, imported.notices, io);
    case "no-such-study":
      throw new CommandRefusedError(`no study is called "${studyId}"`);
    case "no-such-instrument":
      throw new CommandRefusedError(
        `${studyId} has no such version of the questionnaire; it has ${imported.versions.join(", ")}`,
      );
    case "asked-here":
      throw new CommandRefusedError(
        `wave ${waveNumber} of ${studyId} is asked here; what was collected elsewhere is a wave of its own`,
      );
    case "imported-before":
      throw new CommandRefusedError(
        `wave ${waveNumber} of ${studyId} has been taken in already; --replace takes it in anew`,
      );
    case "shown":
      throw new CommandRefusedError(
        `wave ${waveNumber} of ${studyId} was taken in before, and figures of it have been shown: it stands`,
      );
    case "wrong-number":
      throw new CommandRefusedError(
        `the next wave of ${studyId} is ${imported.next}; waves are taken in in order`,
      );
    case "bad-plan":
      throw new CommandRefusedError(
        `wave ${waveNumber} cannot have these dates: ${imported.problems.map((problem) => planWords[problem]).join("; ")}`,
      );
  }
}

const planWords = {
  "bad-date": "one is no day of the calendar",
  "closes-before-it-opens": "the last day comes before the first",
  "closes-after-link-end": "the last day comes too late",
  "reference-date-not-later": "the reference date must come after that of the wave before",
};

function refusal(
  problems: readonly ImportProblem[],
  notices: readonly ImportProblem[],
  io: CommandIo,
): CommandRefusedError {
  for (const notice of notices) io.err(`notice: ${importProblemWords(notice)}`);
  for (const problem of problems.slice(0, mostPrinted)) io.err(importProblemWords(problem));
  if (problems.length > mostPrinted) io.err(`… and ${problems.length - mostPrinted} more`);
  const count = `${problems.length} problem${problems.length === 1 ? "" : "s"}`;
  return new CommandRefusedError(`nothing was taken in: ${count}, listed above`);
}

async function bytesOf(file: string, io: CommandIo): Promise<Uint8Array> {
  return readFile(resolve(io.workingFolder, file)).catch(() => {
    throw new CommandRefusedError(`${file} cannot be read`);
  });
}

async function tableIn(
  file: string,
  name: "cases.csv" | "answers.csv",
  io: CommandIo,
  problems: ImportProblem[],
): Promise<ImportTable> {
  const table = readTextTable(decodeText(await bytesOf(file, io)));
  if (table.kind === "table") return table;
  problems.push({ file: name, row: null, column: null, value: null, says: table.problem });
  return { columns: [], rows: [] };
}

async function mapIn(file: string, io: CommandIo, problems: ImportProblem[]): Promise<ImportMap> {
  try {
    const read = readImportMap(JSON.parse(decodeText(await bytesOf(file, io))));
    problems.push(...read.problems);
    return read.map;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    problems.push({ file: "map.json", row: null, column: null, value: null, says: error.message });
    return plainMap;
  }
}
