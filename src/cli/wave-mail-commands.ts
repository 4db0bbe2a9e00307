// tidvis wave send | remind: the invitation, and the reminder to those who have not answered.
import type { Command } from "commander";
import { planSend } from "../mailing/plan-send.ts";
import { requestSend } from "../mailing/request-send.ts";
import type { SendPlan } from "../mailing/send-plan.ts";
import { numberFrom } from "./arguments.ts";
import { type CommandContext, CommandRefusedError, operator, studyNamed } from "./command.ts";

export function addWaveMailCommands(wave: Command, context: CommandContext): void {
  for (const [name, kind, what] of [
    [
      "send",
      "invitation",
      "queue the invitation to everybody in the wave who has an e-mail address and has not had it",
    ],
    [
      "remind",
      "reminder",
      "queue a reminder to those who were invited and have neither answered nor said no",
    ],
  ] as const) {
    wave
      .command(name)
      .argument("<study>")
      .argument("<wave>", "its number", numberFrom)
      .option("--dry-run", "say who would get a mail, and queue nothing")
      .description(`${what}; mails leave while the service runs`)
      .action(async (studyId: string, waveNumber: number, { dryRun }: { dryRun?: boolean }) => {
        const deps = await context.open();
        const study = await studyNamed(deps, studyId);
        const wish = { studyId: study.studyId, waveNumber, kind, now: deps.now() };
        const plan = await planSend(deps.db, wish);
        if (plan.kind === "unknown-wave")
          throw new CommandRefusedError(`${studyId} has no wave ${waveNumber}`);
        if (plan.kind === "wave-not-open") throw new CommandRefusedError(`wave ${waveNumber} is not open`);
        for (const line of leftOutLines(plan)) context.io.err(line);
        if (dryRun) {
          context.io.out(`${plan.recipients.length} people would get the ${kind} (--dry-run)`);
          return;
        }
        const sent = await requestSend(deps.db, {
          ...wish,
          fingerprint: plan.fingerprint,
          actor: operator,
          randomBytes: deps.randomBytes,
        });
        switch (sent.kind) {
          case "queued":
            deps.wakeMailer();
            context.io.out(
              `${sent.count} mails queued; tidvis wave status ${studyId} ${waveNumber} tells how it goes`,
            );
            return;
          case "nobody":
            context.io.out("nobody is to get this mail; nothing was queued");
            return;
          default:
            throw new CommandRefusedError(
              "nothing was queued: who is to get the mail has changed in the meantime; run the command again",
            );
        }
      });
  }
}

/** How many get no mail, by reason. */
function leftOutLines({ leftOut }: SendPlan): string[] {
  const counts = new Map<string, number>();
  for (const { reason } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `${count} without this mail: ${reason.replaceAll("-", " ")}`);
}
