// What may still be changed in a study that people have been asked under.
import type { StudyDefinition } from "./study.ts";

/** A change that would take back what people were told. */
export type BrokenPromise =
  | "country"
  | "time-zone"
  | "link-ends-later"
  | "smaller-minimum-base"
  | "two-roles";

/**
 * Promises that loading `after` over `before` would break, once a wave has been opened: the rules can only
 * become stricter. Titles, labels, languages and texts may be improved at any time.
 */
export function brokenPromises(before: StudyDefinition, after: StudyDefinition): BrokenPromise[] {
  const broken: BrokenPromise[] = [];
  if (after.country !== before.country) broken.push("country");
  if (after.timeZone !== before.timeZone) broken.push("time-zone");
  if (after.linkEndsOn > before.linkEndsOn) broken.push("link-ends-later");
  if (after.minimumBase < before.minimumBase) broken.push("smaller-minimum-base");
  if (after.onePersonTwoRoles && !before.onePersonTwoRoles) broken.push("two-roles");
  return broken;
}
