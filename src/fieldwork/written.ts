// Dates, moments, shares and numbers as they are written on the lead's pages.
import { type LanguageCode, locales } from "../language/language-code.ts";
import type { IsoDate } from "../study/study.ts";

/** How a reader of one language, in the study's time zone, is shown figures and times. */
export interface Written {
  /** "17 May 2026". */
  readonly day: (day: IsoDate) => string;
  /** "17 May 2026, 14:05" in the study's time zone. */
  readonly moment: (moment: Date) => string;
  /** "14:05" in the study's time zone. */
  readonly clock: (moment: Date) => string;
  readonly count: (count: number) => string;
  /**
   * A proportion 0–1 as per cent: one decimal where it rests on 100 or more, whole per cent below.
   * "–" where there is none.
   */
  readonly share: (proportion: number | null, base: number) => string;
}

/** Half away from zero, so that 12.5 is 13 wherever it comes from. */
const tolerance = 1e-9;

/** @param timeZone IANA name, for instance "Europe/Stockholm" */
export function written(language: LanguageCode, timeZone: string): Written {
  const locale = locales[language];
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const moment = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  const clock = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  const count = new Intl.NumberFormat(locale);
  const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return {
    day: (date) => day.format(new Date(`${date}T00:00:00Z`)),
    moment: (at) => moment.format(at),
    clock: (at) => clock.format(at),
    count: (value) => count.format(value),
    share: (proportion, base) => {
      if (proportion === null) return "–";
      const percent =
        base >= 100
          ? oneDecimal.format(Math.floor(proportion * 1000 + 0.5 + tolerance) / 10)
          : count.format(Math.floor(proportion * 100 + 0.5 + tolerance));
      return language === "en" ? `${percent}%` : `${percent}\u00a0%`;
    },
  };
}
