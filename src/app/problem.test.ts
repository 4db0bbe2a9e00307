import { HTTPException } from "hono/http-exception";
import { expect, test } from "vitest";
import { StudyKeyDestroyedError } from "../access/key-ring.ts";
import { WeightingError } from "../change/weights.ts";
import type { StudyId } from "../study/study.ts";
import { problemOf } from "./problem.ts";

test("a form that another website sent is refused as such, not as a page for others", () => {
  expect(problemOf(new HTTPException(403)).problem).toBe("foreign-form");
});

test("a study whose key is destroyed says that its people are erased", () => {
  const error = new StudyKeyDestroyedError("old" as StudyId);
  expect(problemOf(error)).toMatchObject({ problem: "people-erased", level: "warning" });
});

test("a database that is away is busy, and anything else unexpected", () => {
  expect(problemOf(Object.assign(new Error("refused"), { code: "ECONNREFUSED" })).problem).toBe("busy");
  expect(problemOf(new Error("surprise"))).toMatchObject({ problem: "unexpected", level: "error" });
});

test("weights that cannot be carried out are a page that says so, and no fault of the service", () => {
  const error = new WeightingError('respondents in size "large", which has no population share');
  expect(problemOf(error)).toEqual({
    problem: "weights-impossible",
    level: "warning",
    code: "weighting-impossible",
  });
});
