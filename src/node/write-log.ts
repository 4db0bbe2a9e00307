// Writes the log in batches: a system call for each line costs as much as answering some requests.
import type { LogEntry } from "../web/request-log.ts";

/** Moments are written by hand: left to JSON they take twice as long as all the rest. */
const lineOf = ({ at, level, event, requestId, method, route, status, milliseconds, detail }: LogEntry) =>
  `${JSON.stringify({ at: at.toISOString(), level, event, requestId, method, route, status, milliseconds, detail })}\n`;

const longestWaitMilliseconds = 50;

/**
 * Lines are written a moment later, warnings and errors at once; what is left is written when the process ends,
 * also by an error. Only a killed process loses the last moment.
 */
export const logTo = (output: { write(text: string): unknown }): ((entry: LogEntry) => void) => {
  let waiting = "";
  let timer: NodeJS.Timeout | null = null;
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting !== "") output.write(waiting);
    waiting = "";
  };
  process.once("exit", flush);
  return (entry) => {
    waiting += lineOf(entry);
    if (entry.level !== "info") flush();
    else timer ??= setTimeout(flush, longestWaitMilliseconds).unref();
  };
};
