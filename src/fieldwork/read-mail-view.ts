// What the wave page shows of the mail: send by send, what stands still, and whom it has not reached.
import { listSends, readMailOfWave, sumOfSends } from "../mailing/mail-figures-data.ts";
import { mailHealth } from "../mailing/mail-health.ts";
import { listCases, listEventsOfWave } from "../wave/case-store.ts";
import type { Wave } from "../wave/wave.ts";
import type { FieldworkDeps } from "./fieldwork-deps.ts";
import { invitedStatus } from "./invited-status.ts";
import type { MailView } from "./pages/wave-mail.tsx";
import type { LeadRequest } from "./routes/lead-request.ts";

export async function readMailView(
  deps: Pick<FieldworkDeps, "db" | "mail" | "publicUrl">,
  lead: LeadRequest,
  wave: Wave,
): Promise<{ readonly mail: MailView; readonly withoutEmail: ReadonlySet<string> }> {
  const { db, publicUrl } = deps;
  const { studyId, waveNumber } = wave;
  const { now } = lead;
  const href = `${lead.base}/waves/${waveNumber}/people`;
  const sends = await listSends(db, { studyId, waveNumber, now });
  const health = await mailHealth(db, { publicUrl, now });
  const mailOf = await readMailOfWave(db, { studyId, waveNumber, now });
  const events = await listEventsOfWave(db, studyId, waveNumber);
  const cases = await listCases(db, studyId, waveNumber);
  const statuses = cases.map(({ caseId }) =>
    invitedStatus(
      events.get(caseId) ?? [],
      mailOf.get(caseId) ?? { hasEmail: false, isWaiting: false, isUncertain: false },
    ),
  );
  const { waiting } = sumOfSends(sends);
  return {
    mail: {
      sends: sends.map((send) => ({
        kind: send.sendKind,
        requestedAt: send.requestedAt,
        all: send.waiting + send.inHand + send.handedOver + send.refused + send.notDue + send.uncertain,
        handedOver: send.handedOver,
        waiting: send.waiting + send.inHand,
        refused: send.refused,
        uncertain: send.uncertain,
        notDue: send.notDue,
      })),
      alarm:
        health.kind === "stalled" && waiting > 0
          ? { waiting, minutes: health.minutesStill, lastTick: health.lastTick }
          : null,
      standstill:
        health.homeElsewhere !== null ? "copied-elsewhere" : deps.mail === null ? "not-configured" : null,
      uncertain: statuses.filter((status) => status === "uncertain").length,
      uncertainHref: `${href}?show=uncertain`,
      refused: statuses.filter((status) => status === "refused").length,
      refusedHref: `${href}?show=refused`,
    },
    withoutEmail: new Set(
      cases.flatMap(({ caseId, memberId }) => (mailOf.get(caseId)?.hasEmail === false ? [memberId] : [])),
    ),
  };
}
