// What a command may do with the person at the terminal: say things, and read files named relative to theirs.
export interface CommandIo {
  /** A line of the result, on standard output. */
  out(line: string): void;
  /** A line for the person's eyes, on standard error: warnings, errors, progress. */
  err(line: string): void;
  /** Folder that relative file names start from. */
  readonly workingFolder: string;
}
