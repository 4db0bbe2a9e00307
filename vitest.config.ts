import { defineConfig } from "vitest/config";
import LongestFirst from "./tests/support/longest-first.ts";

const jsx = { oxc: { jsx: { runtime: "automatic" as const, importSource: "hono/jsx" } } };
/** The long checks run whole with `npm run verify`, and a seeded part of them with `npm test`. */
const isVerify = process.env.TIDVIS_VERIFY === "yes";
const setupFiles = ["tests/support/property-seed.ts"];
const database = {
  provide: { isVerify },
  setupFiles,
  globalSetup: ["tests/support/database-setup.ts"],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    reporters: ["default", "./tests/support/count-reporter.ts"],
    projects: [
      {
        ...jsx,
        test: {
          name: "unit",
          isolate: false,
          testTimeout: 30_000,
          provide: { isVerify },
          setupFiles,
          include: ["src/**/*.test.ts", "src/**/*.test.tsx", "tests/*.test.ts"],
        },
      },
      {
        ...jsx,
        test: {
          ...database,
          name: "database",
          isolate: false,
          include: [
            "tests/{stores,migrations,rooms}/**/*.test.ts",
            "tests/{stores,migrations,rooms}/**/*.test.tsx",
          ],
        },
      },
      {
        ...jsx,
        test: {
          ...database,
          name: "journeys",
          testTimeout: 600_000,
          include: ["tests/journeys/**/*.test.ts"],
        },
      },
    ],
  },
});
