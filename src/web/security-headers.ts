// Response headers that keep pages from being framed, leaked, cached or made to run what is not ours.
import type { Context, MiddlewareHandler } from "hono";
import { NONCE, secureHeaders } from "hono/secure-headers";

const noPowers = {
  accelerometer: false,
  camera: false,
  displayCapture: false,
  geolocation: false,
  gyroscope: false,
  magnetometer: false,
  microphone: false,
  payment: false,
  usb: false,
} as const;

const headersFor = (visitors: "respondent" | "staff"): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: visitors === "staff" ? ["'self'", NONCE] : [NONCE],
      scriptSrc: visitors === "staff" ? ["'self'", NONCE] : [NONCE],
      imgSrc: ["'self'", "data:"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: visitors === "staff" ? "same-origin" : "no-referrer",
    xFrameOptions: "DENY",
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    strictTransportSecurity: "max-age=31536000",
    permissionsPolicy: noPowers,
  });

/** For everything a respondent may open: nothing is sent along to other places, nothing is kept by caches. */
export const respondentHeaders = (): MiddlewareHandler => withoutCaching(headersFor("respondent"));

/** For staff pages. */
export const staffHeaders = (): MiddlewareHandler => withoutCaching(headersFor("staff"));

const withoutCaching =
  (headers: MiddlewareHandler): MiddlewareHandler =>
  async (c, next) => {
    const answer = await headers(c, next);
    if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", "no-store");
    return answer;
  };

/**
 * The nonce of this response's Content-Security-Policy.
 *
 * @throws RangeError where neither respondentHeaders nor staffHeaders stands before the handler
 */
export const nonceOf = (c: Context): string => {
  const nonce: unknown = c.get("secureHeadersNonce");
  if (typeof nonce !== "string") throw new RangeError("no security headers before this handler");
  return nonce;
};
