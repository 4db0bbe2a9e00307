import { defineConfig } from "vitest/config";

const jsx = { oxc: { jsx: { runtime: "automatic" as const, importSource: "hono/jsx" } } };

export default defineConfig({
  test: {
    projects: [
      {
        ...jsx,
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "src/**/*.test.tsx", "tests/*.test.ts", "tests/content/**/*.test.ts"],
        },
      },
    ],
  },
});
