// Response headers that keep pages from being framed, leaked, cached or made to run what is not ours.
import type { Context, MiddlewareHandler } from "hono";
import { NONCE, secureHeaders } from "hono/secure-headers";
import { drawWord } from "./random-word.ts";

const noPowers = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "payment",
  "usb",
];
/** Where Hono keeps the nonce of staff pages too. */
const nonceKey = "secureHeadersNonce";
const year = "max-age=31536000";

/** What stands on every respondent's page, its policy aside. */
const respondentHead = {
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Origin-Agent-Cluster": "?1",
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": year,
  "X-Content-Type-Options": "nosniff",
  "X-DNS-Prefetch-Control": "off",
  "X-Frame-Options": "DENY",
  "Permissions-Policy": noPowers.map((power) => `${power}=()`).join(", "),
  "Cache-Control": "no-store",
} as const;

const respondentPolicy = (nonce: string): string =>
  `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/**
 * For everything a respondent may open: nothing is sent along to other places, nothing is kept by caches.
 * What `respondentAnswer` made has its headers already; every other answer gets them here.
 */
export const respondentHeaders =
  (randomBytes: (length: number) => Uint8Array): MiddlewareHandler =>
  async (c, next) => {
    c.set(nonceKey, c.get(nonceKey) ?? drawWord(randomBytes));
    await next();
    if (c.get("isWhole") === true) return;
    for (const [name, value] of Object.entries(headOf(c)))
      if (name !== "Cache-Control" || !c.res.headers.has(name)) c.res.headers.set(name, value);
  };

const headOf = (c: Context): Record<string, string> => {
  const requestId: unknown = c.get("requestId");
  const head: Record<string, string> = {
    ...respondentHead,
    "Content-Security-Policy": respondentPolicy(nonceOf(c)),
  };
  if (typeof requestId === "string") head["X-Request-Id"] = requestId;
  return head;
};

/** An answer to a respondent with all its headers at once, which is quicker than setting one after the other. */
export const respondentAnswer = (
  c: Context,
  body: string | Uint8Array<ArrayBuffer> | null,
  status: number,
  headers: Readonly<Record<string, string>>,
): Response => {
  c.set("isWhole", true);
  return new Response(body, { status, headers: Object.assign(headOf(c), headers) });
};

/** For staff pages. */
export const staffHeaders = (): MiddlewareHandler => {
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'", NONCE],
      scriptSrc: ["'self'", NONCE],
      imgSrc: ["'self'", "data:"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    strictTransportSecurity: year,
    permissionsPolicy: Object.fromEntries(noPowers.map((power) => [power, false])),
  });
  return async (c, next) => {
    const answer = await headers(c, next);
    if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", "no-store");
    return answer;
  };
};

/**
 * The nonce of this response's Content-Security-Policy.
 *
 * @throws RangeError where neither respondentHeaders nor staffHeaders stands before the handler
 */
export const nonceOf = (c: Context): string => {
  const nonce: unknown = c.get(nonceKey);
  if (typeof nonce !== "string") throw new RangeError("no security headers before this handler");
  return nonce;
};
