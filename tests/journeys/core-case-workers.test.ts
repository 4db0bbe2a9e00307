// On workerd with PostgreSQL through the Hyperdrive binding.
import { coreCaseOn } from "./core-case-on.ts";
import { workerStage } from "./stage.ts";

coreCaseOn("workerd and PostgreSQL", () => workerStage());
