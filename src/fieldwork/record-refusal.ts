// A "no, thank you" by telephone or letter, noted by the lead.
import type { Kysely } from "kysely";
import { recordAudit } from "../access/audit-log.ts";
import type { Database } from "../db/schema.ts";
import { recordMemberEvents } from "../panel/panel-store.ts";
import type { SurveyCase } from "../wave/case.ts";
import { recordCaseEvent } from "../wave/case-store.ts";
import { lockWave } from "../wave/wave-store.ts";

/** Notes that a person said no in this wave, and perhaps to later ones too. */
export async function recordRefusal(
  db: Kysely<Database>,
  request: {
    readonly surveyCase: SurveyCase;
    readonly isForLaterWavesToo: boolean;
    readonly actor: string;
    readonly now: Date;
  },
): Promise<{ readonly kind: "recorded" } | { readonly kind: "wave-not-open" }> {
  const { surveyCase, isForLaterWavesToo, actor, now } = request;
  const { studyId, caseId, memberId, waveNumber } = surveyCase;
  return db.transaction().execute(async (tx) => {
    const wave = await lockWave(tx, studyId, waveNumber, "share");
    if (wave?.state !== "open") return { kind: "wave-not-open" };
    await recordCaseEvent(tx, { studyId, caseId, kind: "declined", at: now, actor });
    if (isForLaterWavesToo) {
      await recordMemberEvents(tx, [
        { studyId, memberId, kind: "declined_further_waves", at: now, actor, detail: {} },
      ]);
    }
    const detail = { case: caseId, laterWaves: isForLaterWavesToo };
    await recordAudit(tx, { studyId, actor, act: "refusal-recorded", detail, at: now });
    return { kind: "recorded" };
  });
}
