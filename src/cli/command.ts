// What every command gets, and the one way a command says that it cannot go on.
import type { AppDeps } from "../app/deps.ts";
import { weightingProblemOf } from "../change/cube-store.ts";
import { foreseeChange } from "../change/foresee-change.ts";
import { ServiceError } from "../db/service-error.ts";
import type { StudyDefinition } from "../study/study.ts";
import { findStudy } from "../study/study-store.ts";
import { findWave } from "../wave/wave-store.ts";
import type { CommandIo } from "./command-io.ts";

/** Who the audit log names for what is done on the command line. */
export const operator = "operator";

export interface CommandContext {
  readonly io: CommandIo;
  /** Connects to the database and reads the keys on first use. */
  readonly open: () => Promise<AppDeps>;
}

/** A command that was refused, in one line that says what to do. */
export class CommandRefusedError extends ServiceError {
  override readonly name = "CommandRefusedError";
  readonly code = "command-refused";
}

/** @throws CommandRefusedError naming the studies there are */
export async function studyNamed(deps: Pick<AppDeps, "db">, studyId: string): Promise<StudyDefinition> {
  const study = await findStudy(deps.db, studyId);
  if (study === undefined) {
    throw new CommandRefusedError(`no study is called "${studyId}"; load one with: tidvis study load DIR`);
  }
  return study;
}

/** Says which waves of a study, up to one, have no figures because their weighting cannot be carried out. */
export async function tellWeighting(
  { db }: Pick<AppDeps, "db">,
  studyId: string,
  upTo: number,
  io: CommandIo,
): Promise<void> {
  for (let wave = 1; wave <= upTo; wave += 1) {
    const problem = await weightingProblemOf(db, studyId, wave);
    if (problem !== null)
      io.err(
        `warning: the weighting of wave ${wave} cannot be carried out, and there are no figures of it: ${problem}. Mend design.weighting in analysis.json, load the study again and run: tidvis wave recount ${studyId} ${wave}`,
      );
  }
}

/** The smallest change that a wave could show, as a line; null where no wave before it tells. */
export async function foreseenLine(
  { db }: Pick<AppDeps, "db">,
  study: StudyDefinition,
  waveNumber: number,
): Promise<string | null> {
  const wave = await findWave(db, study.studyId, waveNumber);
  const foreseen =
    wave === undefined || wave.state === "closed" ? null : await foreseeChange(db, study, wave);
  if (foreseen === null) return null;
  const whole = (proportion: number) => Math.round(proportion * 100);
  const { invited, laterResponseRate, earlierAnswers, comparedWith, retention, smallest } = foreseen;
  const basis = `${invited} invited, ${whole(laterResponseRate)} % answering as in wave ${comparedWith}, ${whole(retention)} % of its ${earlierAnswers} answering again`;
  return smallest === null
    ? `no change of a share since wave ${comparedWith} could be found (${basis})`
    : `smallest change of a share since wave ${comparedWith} that could be found: about ${whole(smallest)} percentage points for everybody together, more in each group (${basis}; power 80 %, 5 % level)`;
}

/** A value in a table printed to the terminal, as wide as its column. */
export function alignedTable(rows: readonly (readonly (string | number | null)[])[]): string[] {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? "–" : String(cell))));
  const widths =
    cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  const isNumber = (cell: string) => /^[–\d.,%]+$/.test(cell);
  return cells.map((row) =>
    row
      .map((cell, column) =>
        isNumber(cell) && column > 0 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join("  ")
      .trimEnd(),
  );
}
