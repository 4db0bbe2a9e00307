import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wholePage } from "../web/send-page.ts";
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

  it("puts what stands in the gaps of a printed page where it belongs, for one reader after the other", () => {
    const piece = fc.string({ unit: "grapheme", maxLength: 300 });
    const some = fc.constantFrom("", "<p>".repeat(20_000), "ä".repeat(9));
    const page = fc.tuple(piece, some, piece, piece, fc.array(fc.nat(2), { maxLength: 9 }));
    const fill = fc.stringMatching(/^[\w-]{22}$/);
    fc.assert(
      fc.property(page, fc.array(fc.tuple(fill, fill, fill), { minLength: 1 }), (drawn, readers) => {
        const [first, second, third, fourth, gaps] = drawn;
        const between = [first, second, third, fourth];
        const texts = [...gaps, 0].map((_, place) => between[place % 4]!);
        for (const fills of [...readers, ["other", "lengths", "are packed as well"]]) {
          const gapped = { texts, gaps, fills };
          expect(text(packPage(gapped, "gzip")!.bytes)).toBe(wholePage(gapped));
        }
      }),
      { numRuns: 100 },
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
