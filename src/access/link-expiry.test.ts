// When links end: at midnight where the study takes place, in summer and in winter.
import { expect, test } from "vitest";
import { linkExpiry } from "./link-expiry.ts";

test.each([
  ["2030-12-31", "Europe/Stockholm", "2030-12-31T23:00:00.000Z"],
  ["2030-06-30", "Europe/Oslo", "2030-06-30T22:00:00.000Z"],
  // The day before summer time begins, and the day before it ends (last Sundays of March and October 2030).
  ["2030-03-30", "Europe/Stockholm", "2030-03-30T23:00:00.000Z"],
  ["2030-03-31", "Europe/Stockholm", "2030-03-31T22:00:00.000Z"],
  ["2030-10-26", "Europe/Stockholm", "2030-10-26T22:00:00.000Z"],
  ["2030-10-27", "Europe/Stockholm", "2030-10-27T23:00:00.000Z"],
  ["2030-12-31", "UTC", "2031-01-01T00:00:00.000Z"],
])("the end of %s in %s is %s", (linkEndsOn, timeZone, moment) => {
  expect(linkExpiry({ linkEndsOn, timeZone }).toISOString()).toBe(moment);
});
