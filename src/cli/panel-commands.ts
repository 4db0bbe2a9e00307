// tidvis panel import: a list of people from Excel or a text file, shown first, then the whole of it or nothing.
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Command } from "commander";
import { countsOfPlan, loadPeople } from "../fieldwork/load-people.ts";
import { panel as words } from "../language/en/panel.ts";
import { type ImportPreview, previewImport } from "../panel/import/import-panel.ts";
import { noticeInWords, problemInWords, questionInWords } from "../panel/import/import-words.ts";
import { agreeWithAll } from "../panel/import/match-members.ts";
import { dayIn } from "../study/calendar-date.ts";
import { dateFrom } from "./arguments.ts";
import { type CommandContext, CommandRefusedError, operator, studyNamed } from "./command.ts";

interface ImportFlags {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly asOf?: string;
  readonly absentLeave?: boolean;
}

export function addPanelCommands(program: Command, context: CommandContext): void {
  const panel = program.command("panel").description("the people of a study");

  panel
    .command("import")
    .argument("<study>")
    .argument(
      "<file>",
      ".xlsx or .csv with the columns name, role, municipality, and where known member_id, email, phone, language, seat_from, seat_to",
    )
    .option("--dry-run", "say what would happen, and change nothing")
    .option("--yes", "agree with what is proposed where a row may be somebody who is in the panel already")
    .option("--as-of <date>", "the day on which the list is right; today if left out", dateFrom)
    .option(
      "--absent-leave",
      "people of the panel who are not in the file have left their seats the day before",
    )
    .description("take in a list of people: the whole of it, or nothing")
    .action(async (studyId: string, file: string, flags: ImportFlags) => {
      const { io } = context;
      const deps = await context.open();
      const study = await studyNamed(deps, studyId);
      const path = resolve(io.workingFolder, file);
      const bytes = await readFile(path).catch(() => {
        throw new CommandRefusedError(`${file} cannot be read`);
      });
      const asOf = flags.asOf ?? dayIn(study.timeZone, deps.now());
      const request = {
        studyId: study.studyId,
        file: { name: basename(path), bytes: new Uint8Array(bytes) },
        options: { asOf, absent: flags.absentLeave ? ("leave" as const) : ("keep" as const) },
        randomBytes: deps.randomBytes,
      };
      const preview = await previewImport(deps.db, deps.vault, { ...request, choices: {} });
      if (preview.kind === "no-such-study") throw new CommandRefusedError(`no study is called "${studyId}"`);
      if (preview.kind === "bad-date") throw new CommandRefusedError(`${asOf} is no day of the calendar`);
      if (preview.kind === "refused") {
        for (const problem of preview.problems) io.err(problemInWords(problem, words));
        throw new CommandRefusedError(
          `nothing was taken in: ${preview.problems.length} problem${preview.problems.length === 1 ? "" : "s"} in ${file}, listed above`,
        );
      }
      tell(preview, context);
      const { questions } = preview.plan;
      if (flags.dryRun) {
        io.out("nothing was changed (--dry-run)");
        return;
      }
      if (questions.length > 0 && !flags.yes) {
        throw new CommandRefusedError(
          "nothing was taken in: only you can answer the questions above. Say --yes to agree with what is proposed, or take the file in on the study's page and answer one by one",
        );
      }
      const choices = agreeWithAll(questions);
      const agreed =
        questions.length === 0 ? preview : await previewImport(deps.db, deps.vault, { ...request, choices });
      const seen = agreed.kind === "preview" ? agreed.fingerprint : preview.fingerprint;
      const imported = await loadPeople(deps.db, deps.vault, {
        ...request,
        choices,
        seen,
        actor: operator,
        now: deps.now(),
      });
      if (imported.kind === "stale")
        throw new CommandRefusedError(
          "nothing was taken in: the panel has changed in the meantime; run the command again",
        );
      if (imported.kind !== "imported")
        throw new CommandRefusedError(
          `nothing was taken in (${imported.kind}); take the file in on the study's page`,
        );
      deps.wakeMailer();
      const { added, changed } = countsOfPlan(imported.plan);
      io.out(`${added} added, ${changed} changed`);
    });
}

/** What would happen, a line per person of whom anything changes. */
function tell({ plan }: ImportPreview, { io }: CommandContext): void {
  for (const notice of plan.notices) io.err(noticeInWords(notice, words));
  const unchanged = plan.rows.filter(
    ({ isNewMember, seat, changedDetails }) =>
      !isNewMember && seat.outcome === "unchanged" && changedDetails.length === 0,
  );
  const added = plan.rows.filter(({ isNewMember }) => isNewMember).length;
  io.out(
    `${plan.rows.length} rows: ${added} new people, ${plan.rows.length - added - unchanged.length} with changes, ${unchanged.length} as before`,
  );
  if (plan.absent.length > 0) {
    const leaving = plan.absent.filter(({ leaves }) => leaves).length;
    io.out(
      `${plan.absent.length} of the panel are not in the file: ${leaving === 0 ? "they stay as they are" : `${leaving} leave their seats`}`,
    );
  }
  for (const question of plan.questions) io.err(questionInWords(question, words));
}
