import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { web as english } from "../language/en/web.ts";
import { Layout } from "./layout.tsx";
import { nonceOf, respondentHeaders, staffHeaders } from "./security-headers.ts";

const app = new Hono();
app.use("/s/*", respondentHeaders(randomBytes));
app.use("/lead/*", staffHeaders());
app.get("/s/page", (c) => c.html(<Layout lang="en" title="T" site="S" nonce={nonceOf(c)} texts={english} />));
app.get("/lead/page", (c) => c.text(nonceOf(c)));

describe("security headers", () => {
  it("R8 respondents' pages may fetch from nowhere else, and tell nobody where they were", async () => {
    const answer = await app.request("/s/page");
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("set-cookie")).toBeNull();
    const html = await answer.text();
    expect(html).not.toMatch(/(src|href|url\()=?["']?(https?:)?\/\//);
  });

  it("lets only the style of this very response run", async () => {
    const first = await app.request("/s/page");
    const second = await app.request("/s/page");
    const nonce = (text: string | null) => /nonce-([\w+/=-]+)/.exec(text ?? "")?.[1] ?? "";
    const ofFirst = nonce(first.headers.get("content-security-policy"));
    expect(ofFirst.length).toBeGreaterThanOrEqual(22);
    expect(await first.text()).toContain(`<style nonce="${ofFirst}">`);
    expect(nonce(second.headers.get("content-security-policy"))).not.toBe(ofFirst);
  });

  it("staff pages keep their address within the service", async () => {
    const answer = await app.request("/lead/page");
    expect(answer.headers.get("referrer-policy")).toBe("same-origin");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });
});
