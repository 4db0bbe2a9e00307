// The respondents' script at an address that changes with its content, so that browsers may keep it for good.
import { Hono } from "hono";
import { respondentScript, respondentScriptHash } from "./client/respondent-script.ts";

/** Path of the script, its content's hash included. */
export const clientScriptPath = `/script/${respondentScriptHash}.js`;

/** Mount at "/". */
export const clientScriptRoute = (): Hono =>
  new Hono().get(clientScriptPath, (c) =>
    c.body(respondentScript, 200, {
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": "public, max-age=31536000, immutable",
      "X-Content-Type-Options": "nosniff",
    }),
  );
