import fc from "fast-check";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { carry, readUpload } from "./uploaded-file.ts";

test("a file of any length travels through the preview unchanged", async () => {
  const app = new Hono().post("/", async (c) => {
    const upload = await readUpload(c);
    return c.json(
      upload.kind === "file" ? { name: upload.file.name, bytes: [...upload.file.bytes] } : upload.kind,
    );
  });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
      const body = new URLSearchParams(carry({ name: "people.csv", bytes }));
      const response = await app.request("/", { method: "POST", body });
      expect(await response.json()).toEqual({ name: "people.csv", bytes: [...bytes] });
    }),
  );
});
