// groups.csv: what is read of it, and what is said of a file that is wrong.
import { expect, test } from "vitest";
import { municipalityGroupsOn, readMunicipalityGroups } from "./municipality-group.ts";
import type { StudyFinding } from "./study-finding.ts";

function read(text: string) {
  const findings: StudyFinding[] = [];
  const groups = readMunicipalityGroups({ value: text, file: "groups.csv", path: "", findings });
  return { groups, found: findings.map(({ path, reason }) => `${path} ${reason.kind}`) };
}

test("a municipality's level holds from its day until the next row's", () => {
  const { groups, found } = read(
    "\uFEFFmunicipality;valid_from;group;level;source\r\n0580;2020-01-01;region;east;\r\n0580;2024-01-01;region;west;the county\r\n",
  );
  expect(found).toEqual([]);
  const on = municipalityGroupsOn(groups);
  expect(on("0580", "2019-12-31")).toEqual({});
  expect(on("0580", "2023-12-31")).toEqual({ region: "east" });
  expect(on("0580", "2024-01-01")).toEqual({ region: "west" });
});

test("every wrong cell is named with its line", () => {
  const { found } = read(
    "municipality,valid_from,group,level\n0580,2020-13-01,region,east\n,2020-01-01,region,\n0581,2020-01-01,region,a\n0581,2020-01-01,region,b\n",
  );
  expect(found).toEqual([
    "2: valid_from bad-form",
    "3: municipality empty",
    "3: level empty",
    "5: municipality twice",
  ]);
});

test("a file that is no table is said to be none, and a missing column is named", () => {
  expect(read('municipality,valid_from,group,level\n"0580,2020').found).toEqual([" not-table"]);
  expect(read("").found).toEqual([" not-table"]);
  expect(read("municipality,group,level\n0580,region,east\n").found).toEqual(["valid_from missing"]);
});
