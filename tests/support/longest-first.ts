// The order of the test files: whole stories first, so that no processor waits for one at the end.
import { BaseSequencer, type TestSpecification } from "vitest/node";

const order = ["journeys", "database", "unit"];

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => order.indexOf(a.project.name) - order.indexOf(b.project.name));
  }
}
