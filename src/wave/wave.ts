// A wave: one round of the questionnaire to everybody who held a seat on its reference date.
import type { IsoDate, StudyId } from "../study/study.ts";

/** 1, 2, 3 … within a study. */
export type WaveNumber = number & { readonly brand: "WaveNumber" };

export type WaveState = "planned" | "open" | "closed";

export interface Wave {
  readonly studyId: StudyId;
  readonly waveNumber: WaveNumber;
  readonly instrumentVersion: number;
  /** Role, municipality and groups of every case are those of this day. */
  readonly referenceDate: IsoDate;
  /** First and last day of the field period, in the study's time zone. */
  readonly opensOn: IsoDate;
  readonly closesOn: IsoDate;
  readonly state: WaveState;
  readonly plannedAt: Date;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
}

/** What was done with a wave. */
export type WaveEventKind = "planned" | "opened" | "case_added" | "closed" | "reopened";

/** Closed wins over open, open over planned. */
export function waveState(wave: { openedAt: Date | null; closedAt: Date | null }): WaveState {
  if (wave.closedAt !== null) return "closed";
  return wave.openedAt !== null ? "open" : "planned";
}
