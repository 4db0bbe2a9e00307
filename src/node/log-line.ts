// A log entry as one line of JSON.
import type { LogEntry } from "../web/request-log.ts";

export function logLine({ at, ...entry }: LogEntry): string {
  return JSON.stringify({ at: at.toISOString(), ...entry });
}
