// comparability.json: how an item compares between two versions of the questionnaire.
import type { Comparability } from "./cube/analysis-plan.ts";
import {
  type Findings,
  keyValue,
  placeOf,
  readChoice,
  readLabel,
  readLabelMap,
  readLabels,
  readList,
  readObject,
  warnUnknown,
} from "./cube/json-reading.ts";

/** One verdict. A version that `crosswalk` does not name keeps its codes. */
export interface ComparabilityVerdict {
  readonly item: string;
  /** Two versions of the questionnaire. */
  readonly versions: readonly [number, number];
  readonly status: Comparability;
  /** Per version of the questionnaire: code to common code. A code that is not named is outside every base. */
  readonly crosswalk: ReadonlyMap<number, ReadonlyMap<string, string>>;
}

const statuses: readonly Comparability[] = ["identical", "mapped", "collapsed", "not_comparable"];

/**
 * Reads `{"verdicts": [{"item": "q1", "versions": [1, 2], "status": "collapsed", "map": {"1": {"1": "neg", …}, "2": …},
 * "reason": "…"}]}`. `map` is wanted for `mapped` and `collapsed`; the common codes are the item's values in
 * analysis.json. `reason` is for readers of the file.
 *
 * @param json the parsed file, of any shape, or null where there is none
 */
export function readVerdicts(json: unknown): {
  readonly verdicts: readonly ComparabilityVerdict[];
  readonly problems: readonly string[];
} {
  const findings: Findings = { problems: [], warnings: [] };
  if (json === null || json === undefined) return { verdicts: [], problems: [] };
  const root = readObject(json, "", findings);
  warnUnknown(root, ["verdicts"], findings);
  const verdicts = readList(root, "verdicts", findings).flatMap((value, index) =>
    readVerdict(value, `verdicts[${index}]`, findings),
  );
  return { verdicts, problems: findings.problems };
}

function readVerdict(value: unknown, at: string, findings: Findings): ComparabilityVerdict[] {
  const object = readObject(value, at, findings);
  warnUnknown(object, ["item", "versions", "status", "map", "reason"], findings);
  const item = readLabel(keyValue(object, "item"), placeOf(object, "item"), findings);
  const versions = readLabels(object, "versions", findings).map(Number);
  const status = readChoice(object, "status", statuses, null, findings);
  const [earlier, later] = versions;
  if (versions.length !== 2 || !versions.every((version) => Number.isInteger(version) && version > 0)) {
    findings.problems.push(`${placeOf(object, "versions")} must be two versions of the questionnaire`);
  }
  const crosswalk = new Map<number, ReadonlyMap<string, string>>();
  if (keyValue(object, "map") !== undefined) {
    const map = readObject(keyValue(object, "map"), placeOf(object, "map"), findings);
    for (const version of map.values.keys()) {
      if (!versions.includes(Number(version)))
        findings.problems.push(`${placeOf(map, version)} is not one of the two versions`);
      crosswalk.set(Number(version), readLabelMap(map, version, findings));
    }
  } else if (status === "mapped" || status === "collapsed") {
    findings.problems.push(`${at}: a ${status} item needs a map from code to common code`);
  }
  if (item === null || status === null || earlier === undefined || later === undefined) return [];
  return [{ item, versions: [earlier, later], status, crosswalk }];
}
