import { defineConfig } from "vitest/config";

const jsx = { oxc: { jsx: { runtime: "automatic" as const, importSource: "hono/jsx" } } };
const database = {
  globalSetup: ["tests/support/database-setup.ts"],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    reporters: ["default", "./tests/support/count-reporter.ts"],
    projects: [
      {
        ...jsx,
        test: { name: "unit", include: ["src/**/*.test.ts", "src/**/*.test.tsx", "tests/*.test.ts"] },
      },
      {
        ...jsx,
        test: {
          ...database,
          name: "database",
          include: [
            "tests/{stores,migrations,rooms}/**/*.test.ts",
            "tests/{stores,migrations,rooms}/**/*.test.tsx",
          ],
        },
      },
    ],
  },
});
