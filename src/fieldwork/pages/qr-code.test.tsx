import { encode } from "uqr";
import { describe, expect, test } from "vitest";
import { QrCode } from "./qr-code.tsx";

describe("the picture of a link", () => {
  test("has every dark module of the code once, with four empty modules around", () => {
    const text = "https://tidvis.example/s/AbCdEfGhIjKlMnOpQrStUvWx";
    const html = String(QrCode({ text, label: "Link" }));
    const bare = encode(text, { ecc: "M", border: 0 });
    const drawn = [...html.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(
      ([, x, y]) => `${Number(x) - 4},${Number(y) - 4}`,
    );
    const dark = bare.data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])));
    expect(new Set(drawn)).toEqual(new Set(dark));
    expect(drawn).toHaveLength(dark.length);
    expect(html).toContain(`viewBox="0 0 ${bare.size + 8} ${bare.size + 8}"`);
  });
});
