// tidvis study check | load: a folder under surveys/, checked whole, then loaded whole.
import { basename, resolve } from "node:path";
import type { Command } from "commander";
import { recordAudit } from "../access/audit-log.ts";
import { readStudyAnalysis } from "../change/study-analysis.ts";
import type { LanguageCode } from "../language/language-code.ts";
import { findingInWords } from "../study/finding-words.ts";
import { loadStudy } from "../study/load-study.ts";
import { readStudyFolder } from "../study/read-study-folder.ts";
import type { StudyFolder } from "../study/study-folder.ts";
import { languageFrom, languagesFrom } from "./arguments.ts";
import { type CommandContext, CommandRefusedError, operator } from "./command.ts";
import { addStudyDraftCommand } from "./study-draft-command.ts";
import { addStudyFileCommands, checkFile, isQuestionnaireFile } from "./study-file-commands.ts";

export function addStudyCommands(program: Command, context: CommandContext): void {
  const study = program.command("study").description("check or load a study folder, as under surveys/");
  addStudyDraftCommand(study, context.io);

  study
    .command("check")
    .argument("<path>", "a study folder, or one questionnaire as .json or .xlsx")
    .option("--language <code>", "language of what is said", languageFrom, "en")
    .option(
      "--languages <codes>",
      "languages that one questionnaire must have; those it has if left out",
      languagesFrom,
    )
    .option("--format <format>", "for one questionnaire: text or json", "text")
    .description("say everything that would keep it from being loaded, and what to think twice about")
    .action(async (path: string, options: CheckOptions) => {
      if (isQuestionnaireFile(path)) return checkFile(path, options, context.io);
      const folder = await soundFolder(path, context, options.language);
      context.io.out(`${folder.definition.studyId}: ready to be loaded`);
    });

  addStudyFileCommands(study, context.io);

  study
    .command("load")
    .argument("<dir>", "the study folder")
    .description("load the study, or what is new in it; a version in the field never changes")
    .action(async (dir: string) => {
      const folder = await soundFolder(dir, context);
      const { db, keys, now } = await context.open();
      const loaded = await loadStudy(db, folder, now());
      switch (loaded.kind) {
        case "loaded": {
          await keys.studyKey(loaded.studyId);
          const detail = { isNew: loaded.isNew, versions: loaded.versions };
          await db.transaction().execute((tx) =>
            recordAudit(tx, {
              studyId: loaded.studyId,
              actor: operator,
              act: "study-loaded",
              detail,
              at: now(),
            }),
          );
          const versions =
            loaded.versions.length === 0
              ? "no new questionnaire"
              : `questionnaire version ${loaded.versions.join(", ")}`;
          context.io.out(`${loaded.studyId}: ${loaded.isNew ? "loaded" : "brought up to date"}, ${versions}`);
          return;
        }
        case "instrument-fixed":
          throw new CommandRefusedError(
            `questionnaire version ${loaded.versions.join(", ")} has been in the field and never changes; save the new one as instrument-${Math.max(...loaded.versions) + 1}.json`,
          );
        case "role-in-use":
          throw new CommandRefusedError(
            "study.json leaves out a role in which people hold seats; keep the role",
          );
        case "promise-broken":
          throw new CommandRefusedError(
            `study.json takes back what people were promised: ${loaded.promises.join(", ")}; these can only become stricter`,
          );
      }
    });
}

interface CheckOptions {
  readonly language: LanguageCode;
  readonly languages?: string[];
  readonly format: string;
}

async function soundFolder(
  dir: string,
  { io }: CommandContext,
  language: LanguageCode = "en",
): Promise<StudyFolder> {
  const read = await readStudyFolder(resolve(io.workingFolder, dir));
  if (read.kind === "no-folder") throw new CommandRefusedError(`there is no folder ${read.path}`);
  for (const finding of read.findings) io.err(`${finding.severity}: ${findingInWords(finding, language)}`);
  if (read.kind === "faulty") {
    const errors = read.findings.filter(({ severity }) => severity === "error").length;
    throw new CommandRefusedError(
      `${basename(dir)} has ${errors} error${errors === 1 ? "" : "s"}; mend what is listed above`,
    );
  }
  const { definition, analysis, comparability } = read.folder;
  const planned = readStudyAnalysis(definition.studyId, { analysis, comparability });
  for (const warning of planned.warnings) io.err(`warning: ${warning}`);
  for (const problem of planned.problems) io.err(`error: ${problem}`);
  if (planned.problems.length > 0)
    throw new CommandRefusedError(
      `${basename(dir)} has a plan for the analysis that cannot be used; mend what is listed above`,
    );
  return read.folder;
}
