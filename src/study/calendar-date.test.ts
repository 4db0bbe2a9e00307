// Days of the calendar.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, calendarDate, dayIn, isCalendarDate, typedDay } from "./calendar-date.ts";

describe("a calendar date", () => {
  test.each(["2026-11-21", "2024-02-29", "1900-01-01", "2199-12-31"])("%s is a day", (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });
  test.each([
    "2025-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "26-01-01",
    "",
    "2026-11-21T00:00",
    "1899-12-31",
  ])("%s is none", (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });
  test("is made of whole numbers only", () => {
    expect(calendarDate(2026.5, 1, 1)).toBeNull();
    expect(calendarDate(2026, 2, 30)).toBeNull();
    expect(calendarDate(2026, 2, 3)).toBe("2026-02-03");
  });
});

describe("a day as people write it", () => {
  test.each(["2026-05-31", "20260531", "2026-5-31", "31.5.2026", "31. 5. 2026", "31/5 2026", "31-05-2026"])(
    "%s is understood",
    (text) => {
      expect(typedDay(text)).toBe("2026-05-31");
    },
  );
  test.each(["", "31 May", "2026", "31.2.2026", "5.31.2026", "26-05-31", "2026-05-31T10:00"])(
    "%s is not",
    (text) => {
      expect(typedDay(text)).toBeNull();
    },
  );
});

describe("some days later", () => {
  test("goes over the ends of months and years", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
  });
  test("and back again is the same day", () => {
    const days = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(days, (count) => {
        expect(addDays(addDays("2026-06-15", count), -count)).toBe("2026-06-15");
      }),
    );
  });
  test("of something that is no day is a mistake", () => {
    expect(() => addDays("yesterday", 1)).toThrow(RangeError);
  });
});

describe("the day where a study takes place", () => {
  test("begins at the midnight of its time zone, summer and winter", () => {
    expect(dayIn("Europe/Stockholm", new Date("2026-06-30T21:59:59Z"))).toBe("2026-06-30");
    expect(dayIn("Europe/Stockholm", new Date("2026-06-30T22:00:00Z"))).toBe("2026-07-01");
    expect(dayIn("Europe/Stockholm", new Date("2026-12-31T22:59:59Z"))).toBe("2026-12-31");
    expect(dayIn("Europe/Stockholm", new Date("2026-12-31T23:00:00Z"))).toBe("2027-01-01");
  });
});
