import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gzipPage, packPage } from "./pack-page.ts";

const text = (bytes: Uint8Array | undefined) => gunzipSync(bytes!).toString("utf8");

describe("packing a page", () => {
  it("gives every page back to the letter, whatever stands in it and wherever the style is", () => {
    const part = fc.string({ unit: "grapheme", maxLength: 400 });
    const style = fc.constantFrom("", "p{color:red}", "a".repeat(70_000), "…ä</s>");
    fc.assert(
      fc.property(part, style, part, fc.boolean(), (before, css, after, hasStyle) => {
        const page = hasStyle ? `${before}<style nonce="x">${css}</style>${after}` : `${before}${after}`;
        expect(text(gzipPage(page))).toBe(page);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["gzip, deflate, br", true],
    ["br;q=1.0, gzip;q=0.8", true],
    ["gzip;q=0", false],
    ["gzip;q=0.000", false],
    ["identity", false],
    ["", false],
    ["x-gzip", false],
  ])("a browser that accepts %j gets it packed: %s", (accepts, isPacked) => {
    expect(packPage("<p>page</p>", accepts) !== null).toBe(isPacked);
  });
});
