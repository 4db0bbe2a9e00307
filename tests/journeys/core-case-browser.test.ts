// On Node with PostgreSQL, in a real browser with script off.
import { inject } from "vitest";
import { coreCaseOn } from "./core-case-on.ts";
import { nodeStage } from "./stage.ts";

coreCaseOn("Node and PostgreSQL, in a browser without script", () =>
  nodeStage("postgres", { withBrowser: true, isWhole: inject("isVerify") }),
);
