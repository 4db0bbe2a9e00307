// The respondents' script and the staff pages' stylesheet, at addresses that change with their content, so that
// browsers may keep them for good.
import { Hono } from "hono";
import { respondentScript, respondentScriptHash } from "./client/respondent-script.ts";
import { staffSheet, staffSheetHash } from "./style/staff-sheet.ts";

export const clientScriptPath = `/script/${respondentScriptHash}.js`;
export const staffSheetPath = `/style/${staffSheetHash}.css`;

const keptFile = (path: string, text: string, type: string): Hono =>
  new Hono().get(path, (c) =>
    c.body(text, 200, {
      "Content-Type": `${type}; charset=utf-8`,
      "Cache-Control": "public, max-age=31536000, immutable",
      "X-Content-Type-Options": "nosniff",
    }),
  );

/** Mount at "/". */
export const clientScriptRoute = (): Hono => keptFile(clientScriptPath, respondentScript, "text/javascript");

/** Mount at "/". */
export const staffSheetRoute = (): Hono => keptFile(staffSheetPath, staffSheet, "text/css");
