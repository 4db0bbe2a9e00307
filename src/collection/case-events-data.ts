// The events of a case as one column beside what else is read of it.
import { sql } from "kysely";
import type { CaseEvent } from "../wave/case-event.ts";

/** An event as it comes out of the column. */
export interface EventRow {
  readonly kind: CaseEvent["kind"];
  readonly at: string;
  readonly actor: string;
  readonly detail: Record<string, unknown>;
}

/** The events of the case `c`, in the order in which they were recorded. */
export const eventsOfCase = sql`(
  select coalesce(jsonb_agg(jsonb_build_object(
      'kind', e.kind, 'at', e.at, 'actor', e.actor, 'detail', e.detail) order by e.event_number), '[]'::jsonb)
  from case_event e where e.study_id = c.study_id and e.case_id = c.case_id)`;

export const caseEventsOf = (rows: readonly EventRow[]): CaseEvent[] =>
  rows.map((row) => ({ ...row, at: new Date(row.at) }));
