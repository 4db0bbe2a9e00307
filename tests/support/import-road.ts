// The road of data collected elsewhere through the commands: draft a study, load it, take in its waves, ask what changed.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Kysely } from "kysely";
import type { AppDeps } from "../../src/app/deps.ts";
import type { Results } from "../../src/change/folder/results.ts";
import { makeCubes } from "../../src/change/make-cubes.ts";
import { runCommand } from "../../src/cli/run-command.ts";
import type { Database } from "../../src/db/schema.ts";
import { memoryKeys } from "./memory-keys.ts";

/** What a command said, and its exit code. */
export interface Said {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** A terminal with a folder of its own, for studies collected elsewhere. */
export interface ImportTerminal {
  readonly folder: string;
  /** Runs `tidvis` with these words. */
  run(...words: readonly string[]): Promise<Said>;
  /** Drafts and loads a study from an analysis folder and takes in all its waves. @throws what was refused */
  takeIn(analysisFolder: string, studyId: string): Promise<void>;
  /** Every figure of the study. @throws what was refused */
  changes(studyId: string): Promise<Results>;
  close(): Promise<void>;
}

export async function importTerminal(db: Kysely<Database>): Promise<ImportTerminal> {
  const folder = await mkdtemp(join(tmpdir(), "tidvis-import-"));
  let draws = 0;
  const deps = {
    db,
    now: () => new Date("2026-11-21T09:00:00Z"),
    randomBytes: (length: number) => {
      draws += 1;
      return Uint8Array.from({ length }, (_, index) => Math.floor(draws / 32 ** index) % 256);
    },
    keys: memoryKeys(),
    makeCubes: (tx: Kysely<Database>, wave: { studyId: string; waveNumber: number; now: Date }) =>
      makeCubes(tx, { ...wave, programVersion: "test" }),
    protectWave: async () => {},
  } as unknown as AppDeps;
  const run = async (...words: readonly string[]): Promise<Said> => {
    const [out, err]: [string[], string[]] = [[], []];
    const io = {
      out: (line: string) => void out.push(line),
      err: (line: string) => void err.push(line),
      workingFolder: folder,
    };
    const exit = await runCommand(words, io, async () => deps);
    return { exit, out: out.join("\n"), err: err.join("\n") };
  };
  const must = async (...words: readonly string[]): Promise<string> => {
    const said = await run(...words);
    if (said.exit !== 0) throw new Error(`tidvis ${words.join(" ")}: ${said.err}`);
    return said.out;
  };
  return {
    folder,
    run,
    takeIn: async (analysisFolder, studyId) => {
      const told = await must("study", "draft", analysisFolder, studyId);
      const commands = told
        .split("\n")
        .slice(1)
        .map((line) => line.trim().split(" ").slice(1));
      for (const command of commands) await must(...command.filter((word) => !isDate(word)));
    },
    changes: async (studyId) => {
      const text = await must("change", studyId, "--unprotected", "--format", "json");
      return (JSON.parse(text) as { results: Results }).results;
    },
    close: () => rm(folder, { recursive: true }),
  };
}

/** The draft's commands leave the dates to be filled in; without them the day of the import is taken. */
const isDate = (word: string) => ["--opens", "--closes", "DATE"].includes(word);
