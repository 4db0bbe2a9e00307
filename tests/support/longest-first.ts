// The order of the test files: whole stories and other long ones first, so that no processor waits for one at the end.
import { BaseSequencer, type TestSpecification } from "vitest/node";

const order = ["journeys", "database", "unit"];
const longest = "src/questionnaire/engine/differential.test.ts";

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ project, moduleId }: TestSpecification) =>
      moduleId.endsWith(longest) ? 0.5 : order.indexOf(project.name);
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
