import { describe, expect, it } from "vitest";
import { fieldOf, readForm } from "./form-body.ts";

const posted = (body: BodyInit, type = "application/x-www-form-urlencoded"): Request =>
  new Request("http://localhost/", { method: "POST", body, headers: { "content-type": type } });

describe("readForm", () => {
  it("gives names and values in the order sent", async () => {
    expect(await readForm(posted("a=1&b=%C3%A5+%C3%A6&a=2"), 1000)).toEqual({
      kind: "form",
      pairs: [
        ["a", "1"],
        ["b", "å æ"],
        ["a", "2"],
      ],
    });
  });

  it("refuses a body over the limit, announced or not", async () => {
    expect(await readForm(posted("a=".padEnd(1001, "x")), 1000)).toEqual({ kind: "too-large" });
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode("x".repeat(400)));
      },
    });
    const unannounced = new Request("http://localhost/", {
      method: "POST",
      body: stream,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      duplex: "half",
    } as RequestInit);
    expect(await readForm(unannounced, 1000)).toEqual({ kind: "too-large" });
  });

  it("refuses forms with more fields than any page has", async () => {
    expect(await readForm(posted("a&".repeat(20_000)), 1_000_000)).toEqual({ kind: "too-large" });
  });

  it("takes broken percent signs and bytes that are not UTF-8, and leaves out NUL", async () => {
    const body = await readForm(posted("a=%E0%A4%A&b=%00x&c=%ff"), 1000);
    if (body.kind !== "form") throw new Error(body.kind);
    expect(fieldOf(body.pairs, "b")).toBe("x");
    expect(fieldOf(body.pairs, "c")).toBe("\uFFFD");
  });

  it("makes line ends one character, as a reader counts them", async () => {
    const body = await readForm(posted("a=one%0D%0Atwo"), 1000);
    expect(body.kind === "form" && fieldOf(body.pairs, "a")).toBe("one\ntwo");
  });

  it("does not take other kinds of body for a form", async () => {
    expect(await readForm(posted("{}", "application/json"), 1000)).toEqual({ kind: "unreadable" });
    expect(await readForm(posted("a=1", "text/plain"), 1000)).toEqual({ kind: "unreadable" });
  });
});
