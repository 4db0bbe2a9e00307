// tidvis wave plan | open | close | reopen | status: what a lead does on the pages, at the terminal.
import type { Command } from "commander";
import { closeWave } from "../fieldwork/close-wave.ts";
import { openWave } from "../fieldwork/open-wave.ts";
import { planWave } from "../fieldwork/plan-wave.ts";
import { recountWave } from "../fieldwork/recount-wave.ts";
import { reopenWave } from "../fieldwork/reopen-wave.ts";
import type { StudyDefinition } from "../study/study.ts";
import { listInstruments } from "../study/study-store.ts";
import { dateFrom, numberFrom } from "./arguments.ts";
import {
  type CommandContext,
  CommandRefusedError,
  foreseenLine,
  operator,
  studyNamed,
  tellWeighting,
} from "./command.ts";
import { addWaveImportCommand } from "./wave-import-command.ts";
import { addWaveMailCommands } from "./wave-mail-commands.ts";
import { addWaveStatusCommand } from "./wave-status-command.ts";

export function addWaveCommands(program: Command, context: CommandContext): void {
  const wave = program
    .command("wave")
    .description("plan, open, send, follow, close and take in the waves of a study");

  wave
    .command("plan")
    .argument("<study>")
    .argument("<wave>", "its number", numberFrom)
    .requiredOption("--opens <date>", "first day of the field period", dateFrom)
    .requiredOption("--closes <date>", "last day of the field period", dateFrom)
    .option(
      "--reference <date>",
      "role and municipality count as on this day; the first day if left out",
      dateFrom,
    )
    .option("--questionnaire <version>", "version of the questionnaire; the newest if left out", numberFrom)
    .description("plan a wave, or change the plan of one that has not been opened")
    .action(async (studyId: string, waveNumber: number, options: PlanOptions) => {
      const deps = await context.open();
      const study = await studyNamed(deps, studyId);
      const versions = (await listInstruments(deps.db, study.studyId)).map(({ version }) => version);
      const plan = {
        instrumentVersion: options.questionnaire ?? Math.max(...versions),
        referenceDate: options.reference ?? options.opens,
        opensOn: options.opens,
        closesOn: options.closes,
      };
      const planned = await planWave(deps.db, {
        studyId: study.studyId,
        waveNumber,
        plan,
        actor: operator,
        now: deps.now(),
      });
      switch (planned.kind) {
        case "planned": {
          context.io.out(
            `wave ${planned.waveNumber} ${planned.isNew ? "planned" : "planned anew"}: questionnaire version ${plan.instrumentVersion}, ${plan.opensOn} to ${plan.closesOn}, seats as on ${plan.referenceDate}`,
          );
          const foreseen = await foreseenLine(deps, study, waveNumber);
          if (foreseen !== null) context.io.out(foreseen);
          return;
        }
        case "no-such-study":
          throw new CommandRefusedError(`no study is called "${studyId}"`);
        case "no-such-instrument":
          throw new CommandRefusedError(
            `${studyId} has no questionnaire version ${plan.instrumentVersion}; it has ${versions.join(", ")}`,
          );
        case "already-opened":
          throw new CommandRefusedError(`wave ${waveNumber} has been opened and keeps its plan`);
        case "wrong-number":
          throw new CommandRefusedError(`the next wave of ${studyId} is ${planned.next}`);
        case "invalid":
          throw new CommandRefusedError(
            `wave ${waveNumber} cannot be planned so: ${planned.problems.map((problem) => planProblemWords(study)[problem]).join("; ")}`,
          );
      }
    });

  wave
    .command("open")
    .argument("<study>")
    .argument("<wave>", "its number", numberFrom)
    .description(
      "open a planned wave: the questionnaire is fixed, everybody who holds a seat gets a case; nothing is sent",
    )
    .action(async (studyId: string, waveNumber: number) => {
      const deps = await context.open();
      const study = await studyNamed(deps, studyId);
      const { db, randomBytes, now } = deps;
      const opened = await openWave(db, {
        studyId: study.studyId,
        waveNumber,
        actor: operator,
        now: now(),
        randomBytes,
      });
      switch (opened.kind) {
        case "opened": {
          const leftOut = opened.declined + opened.withdrawn;
          return context.io.out(
            `wave ${waveNumber} is open: ${opened.cases.length} people${leftOut === 0 ? "" : `, ${leftOut} left out who wanted no further waves`}; nothing has been sent yet`,
          );
        }
        case "no-such-wave":
          throw new CommandRefusedError(
            `wave ${waveNumber} has not been planned; tidvis wave plan ${studyId} ${waveNumber} --opens DATE --closes DATE`,
          );
        case "already-opened":
          throw new CommandRefusedError(`wave ${waveNumber} has been opened already`);
        case "nobody-to-ask":
          throw new CommandRefusedError(
            `nobody holds a seat on the reference date; load people with: tidvis panel import ${studyId} FILE`,
          );
        case "municipality-divided":
          throw new CommandRefusedError(
            `the municipality of these people was divided before the reference date; say where they are now: ${opened.members.join(", ")}`,
          );
      }
    });

  addWaveMailCommands(wave, context);
  addWaveStatusCommand(wave, context);
  addWaveImportCommand(wave, context);

  wave
    .command("close")
    .argument("<study>")
    .argument("<wave>", "its number", numberFrom)
    .description("close an open wave: unsent answers count as what they are, and the figures are made")
    .action(async (studyId: string, waveNumber: number) => {
      const deps = await context.open();
      const study = await studyNamed(deps, studyId);
      const closed = await closeWave(deps.db, {
        studyId: study.studyId,
        waveNumber,
        actor: operator,
        now: deps.now(),
        makeCubes: deps.makeCubes,
        protectWave: deps.protectWave,
      });
      switch (closed.kind) {
        case "closed": {
          const drafts = Object.entries(closed.drafts).map(([verdict, count]) => `${count} ${verdict}`);
          context.io.out(`wave ${waveNumber} is closed; unsent answers: ${drafts.join(", ")}`);
          return tellWeighting(deps, studyId, waveNumber, context.io);
        }
        case "no-such-wave":
          throw new CommandRefusedError(`${studyId} has no wave ${waveNumber}`);
        case "not-open":
          throw new CommandRefusedError(`wave ${waveNumber} has not been opened`);
        case "already-closed":
          return context.io.out(`wave ${waveNumber} is closed already, and its figures are made`);
      }
    });

  wave
    .command("recount")
    .argument("<study>")
    .argument("<wave>", "its number", numberFrom)
    .description(
      "make the figures of a closed wave anew, after analysis.json was mended and loaded; until one was shown",
    )
    .action(async (studyId: string, waveNumber: number) => {
      const deps = await context.open();
      const study = await studyNamed(deps, studyId);
      const { db, makeCubes, protectWave } = deps;
      const now = deps.now();
      const { studyId: id } = study;
      const request = { studyId: id, waveNumber, actor: operator, now, makeCubes, protectWave };
      switch ((await recountWave(db, request)).kind) {
        case "recounted":
          context.io.out(`the figures of wave ${waveNumber} have been made anew`);
          return tellWeighting(deps, studyId, waveNumber, context.io);
        case "no-such-wave":
          throw new CommandRefusedError(`${studyId} has no wave ${waveNumber}`);
        case "not-closed":
          throw new CommandRefusedError(`wave ${waveNumber} is not closed`);
        case "figures-shown":
          throw new CommandRefusedError(`figures of wave ${waveNumber} have been shown; they stand`);
      }
    });

  wave
    .command("reopen")
    .argument("<study>")
    .argument("<wave>", "its number", numberFrom)
    .requiredOption("--closes <date>", "new last day of the field period", dateFrom)
    .description("open a wave again that was closed by mistake; only until a figure of it has been shown")
    .action(async (studyId: string, waveNumber: number, { closes }: { closes: string }) => {
      const deps = await context.open();
      const study = await studyNamed(deps, studyId);
      const reopened = await reopenWave(deps.db, {
        studyId: study.studyId,
        waveNumber,
        closesOn: closes,
        actor: operator,
        now: deps.now(),
      });
      switch (reopened.kind) {
        case "reopened":
          return context.io.out(`wave ${waveNumber} is open again until ${closes}`);
        case "no-such-wave":
          throw new CommandRefusedError(`${studyId} has no wave ${waveNumber}`);
        case "not-closed":
          throw new CommandRefusedError(
            `wave ${waveNumber} is not closed, or was collected elsewhere (tidvis wave import --replace)`,
          );
        case "figures-shown":
          throw new CommandRefusedError(
            `figures of wave ${waveNumber} have been shown; it cannot be opened again`,
          );
        case "bad-closing-day":
          throw new CommandRefusedError(
            `${closes} is over already, or comes after the day on which the links end (${study.linkEndsOn})`,
          );
      }
    });
}

interface PlanOptions {
  readonly opens: string;
  readonly closes: string;
  readonly reference?: string;
  readonly questionnaire?: number;
}

const planProblemWords = (study: StudyDefinition) => ({
  "bad-date": "a date is no day of the calendar",
  "closes-before-it-opens": "the last day comes before the first",
  "closes-after-link-end": `the last day comes after the day on which the links end (${study.linkEndsOn})`,
  "reference-date-not-later": "the reference date must come after that of the wave before",
});
