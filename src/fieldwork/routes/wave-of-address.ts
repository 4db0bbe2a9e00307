// The wave, and the case in it, that an address names.
import type { Context } from "hono";
import type { CaseId, SurveyCase } from "../../wave/case.ts";
import { findCase } from "../../wave/case-store.ts";
import type { Wave } from "../../wave/wave.ts";
import { findWave } from "../../wave/wave-store.ts";
import type { FieldworkDeps } from "../fieldwork-deps.ts";
import type { Crumb } from "../pages/lead-frame.tsx";
import { crumbsOf, type LeadEnv, type LeadRequest, numberIn } from "./lead-request.ts";

/** The wave of the study that the address names; null if there is none. */
export async function waveOfAddress(
  { db }: Pick<FieldworkDeps, "db">,
  c: Context<LeadEnv>,
): Promise<Wave | null> {
  const number = numberIn(c.req.param("wave"));
  if (number === null) return null;
  return (await findWave(db, c.get("lead").study.studyId, number)) ?? null;
}

/** The case of that wave that the address names; null if there is none. */
export async function caseOfAddress(
  { db }: Pick<FieldworkDeps, "db">,
  c: Context<LeadEnv>,
  wave: Wave,
): Promise<SurveyCase | null> {
  const found = await findCase(db, wave.studyId, (c.req.param("case") ?? "") as CaseId);
  return found?.waveNumber === wave.waveNumber ? found : null;
}

/** "/lead/<study>/waves/<number>" */
export function hrefOf(lead: LeadRequest, wave: Pick<Wave, "waveNumber">): string {
  return `${lead.base}/waves/${wave.waveNumber}`;
}

/** The way back from a page below a wave. */
export function waveCrumbs(lead: LeadRequest, wave: Wave, ...between: readonly Crumb[]): Crumb[] {
  const label = lead.texts.fieldwork.study.waveName(wave.waveNumber);
  return crumbsOf(lead, { href: hrefOf(lead, wave), label }, ...between);
}
