// Taking in a file of people as the lead confirmed it, and what follows for waves that are open.
import type { Kysely } from "kysely";
import { recordAudit } from "../access/audit-log.ts";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import type { ContactVault } from "../panel/contact.ts";
import { type ImportedPanel, type ImportRequest, importPanel } from "../panel/import/import-panel.ts";
import type { ImportPlan } from "../panel/import/import-plan.ts";
import type { MemberId } from "../panel/member.ts";
import { readPanel } from "../panel/read-panel.ts";
import { dayIn } from "../study/calendar-date.ts";
import type { IsoDate, StudyId } from "../study/study.ts";
import { findStudy } from "../study/study-store.ts";
import { recordCaseEvent } from "../wave/case-store.ts";
import { listWaves } from "../wave/wave-store.ts";
import { holdOpenCases } from "./open-cases.ts";
import { renewWaysIn } from "./renew-ways-in.ts";

/** How many people a plan adds, and how many of those it knows already it changes in any way. */
export function countsOfPlan(plan: ImportPlan): { readonly added: number; readonly changed: number } {
  const changed = plan.rows.filter(
    ({ isNewMember, seat, changedDetails }) =>
      !isNewMember && (seat.outcome !== "unchanged" || changedDetails.length > 0),
  );
  return {
    added: plan.rows.filter(({ isNewMember }) => isNewMember).length,
    changed: changed.length + plan.absent.filter(({ leaves }) => leaves).length,
  };
}

/**
 * Takes in a file: all of it, or nothing. In waves that are open, people with a new address need a new link
 * and those who left get no reminder.
 *
 * @param request.seen fingerprint of the preview that the lead saw; null where there was none
 */
export async function loadPeople(
  db: Kysely<Database>,
  vault: ContactVault,
  request: ImportRequest & { readonly seen: string | null; readonly actor: string; readonly now: Date },
): Promise<ImportedPanel> {
  const { studyId, actor, now } = request;
  return inTransaction(db, async (tx) => {
    const reached = await membersReached(tx, vault, studyId);
    const imported = await importPanel(tx, vault, request);
    if (imported.kind !== "imported") return imported;
    const { plan } = imported;
    const today = dayIn((await findStudy(tx, studyId))!.timeZone, now);
    for (const { memberId, changedDetails } of plan.rows) {
      if (!changedDetails.includes("email") || !reached.has(memberId)) continue;
      await renewWaysIn(tx, { studyId, memberId, actor, now });
    }
    for (const [memberId, lastDay] of leavers(plan, today)) {
      for (const { caseId } of await holdOpenCases(tx, studyId, memberId)) {
        const detail = { on: lastDay };
        await recordCaseEvent(tx, { studyId, caseId, kind: "left_office", at: now, actor, detail });
      }
    }
    const detail = { ...countsOfPlan(plan), rows: plan.rows.length, asOf: request.options.asOf };
    await recordAudit(tx, { studyId, actor, act: "people-loaded", detail, at: now });
    return imported;
  });
}

/** While a wave is open, the members who have an address now: what they were sent may have gone astray. */
async function membersReached(
  tx: Kysely<Database>,
  vault: ContactVault,
  studyId: StudyId,
): Promise<ReadonlySet<MemberId>> {
  const isAnyOpen = (await listWaves(tx, studyId)).some(({ state }) => state === "open");
  if (!isAnyOpen) return new Set();
  const { people } = await readPanel(tx, vault, studyId);
  return new Set(people.flatMap(({ memberId, contact }) => (contact?.email ? [memberId] : [])));
}

/** Members who hold no seat any more, with their last day; not those who move to another. */
function leavers({ changes }: ImportPlan, today: IsoDate): Map<MemberId, IsoDate> {
  const seated = new Set(
    changes.flatMap((change) => (change.kind === "start-tenure" ? [change.tenure.memberId] : [])),
  );
  return new Map(
    changes.flatMap((change): [MemberId, IsoDate][] => {
      if (change.kind !== "set-tenure-dates" || !change.isEnd) return [];
      const { memberId, heldTo } = change.tenure;
      return heldTo === null || heldTo > today || seated.has(memberId) ? [] : [[memberId, heldTo]];
    }),
  );
}
