// On Node with the embedded database.
import { coreCaseOn } from "./core-case-on.ts";
import { nodeStage } from "./stage.ts";

coreCaseOn("Node and the embedded database", () => nodeStage("pglite"));
