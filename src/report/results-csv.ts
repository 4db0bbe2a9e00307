// Figures as a table of two columns, as tidvis change --format csv prints them.
import type { Results } from "../change/folder/results.ts";

/** "figure,value" and one line per figure; a value that is not defined is empty. Lines end with CRLF (RFC 4180). */
export function resultsAsCsv(results: Results): string {
  const lines = Object.entries(results).map(
    ([key, value]) => `${quoted(key)},${quoted(String(value ?? ""))}`,
  );
  return ["figure,value", ...lines, ""].join("\r\n");
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
