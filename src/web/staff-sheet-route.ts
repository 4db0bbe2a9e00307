// The staff pages' stylesheet at an address that changes with its content, so that browsers may keep it for good.
import { Hono } from "hono";
import { staffSheet, staffSheetHash } from "./style/staff-sheet.ts";

/** Path of the staff stylesheet, its content's hash included. */
export const staffSheetPath = `/style/${staffSheetHash}.css`;

/** Mount at "/". */
export const staffSheetRoute = (): Hono =>
  new Hono().get(staffSheetPath, (c) =>
    c.body(staffSheet, 200, {
      "Content-Type": "text/css; charset=utf-8",
      "Cache-Control": "public, max-age=31536000, immutable",
    }),
  );
