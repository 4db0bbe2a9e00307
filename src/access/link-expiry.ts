// Until when links and codes of a study work: the end of its link-ends-on day, where the study takes place.
import { addDays } from "../study/calendar-date.ts";
import type { StudyDefinition } from "../study/study.ts";

/** The first moment after the study's last day with working links. */
export function linkExpiry(study: Pick<StudyDefinition, "linkEndsOn" | "timeZone">): Date {
  return startOfDay(study.timeZone, addDays(study.linkEndsOn, 1));
}

/** Midnight at the beginning of a day in a time zone; where the clock skips it, the moment of the change. */
function startOfDay(timeZone: string, day: string): Date {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`);
  const first = asIfUtc - offsetAt(timeZone, asIfUtc);
  return new Date(asIfUtc - offsetAt(timeZone, first));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The clock of a time zone; made once, which is what costs. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat("en", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  clocks.set(timeZone, clock);
  return clock;
}

/** How far clocks of the time zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(timeZone: string, at: number): number {
  const parts = clockOf(timeZone).formatToParts(new Date(at));
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
  const shown = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return shown - Math.floor(at / 1000) * 1000;
}
