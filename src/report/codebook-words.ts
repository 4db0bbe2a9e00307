// What items, answers, measures and groups are called in the reader's language.

import type { PlanItem } from "../change/cube/analysis-plan.ts";
import { crossedIn } from "../disclosure/protect-table.ts";
import type { Catalogue } from "../language/catalogue.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { LocalizedText, Variable } from "../questionnaire/instrument.ts";
import { commonUnits } from "../registers/common-units.ts";
import { municipalityOn } from "../registers/municipality.ts";
import { registerOf } from "../registers/municipality-register.ts";
import { roleLabel, type StudyDefinition } from "../study/study.ts";
import { writeNumber } from "./figure-words.ts";

export type ReportTexts = Catalogue["report"];

/** A question's wording, its answers and what can be measured in them. */
export interface ItemWords {
  readonly wording: string;
  readonly answer: (code: string) => string;
  readonly measure: (name: string) => string;
}

const inLanguage = (text: LocalizedText | null, languages: readonly string[]): string => {
  if (text === null) return "";
  for (const language of languages) {
    const found = text[language];
    if (found !== undefined && found !== "") return found;
  }
  return Object.values(text).find((found) => found !== "") ?? "";
};

/**
 * Words of one item.
 *
 * @param variable its entry in the codebook of the latest wave
 * @param study whose default language stands in where the questionnaire lacks the reader's
 */
export function itemWords(
  item: PlanItem,
  variable: Variable,
  study: StudyDefinition,
  language: LanguageCode,
  texts: ReportTexts,
): ItemWords {
  const languages = [language, study.defaultLanguage];
  const answer = (code: string): string => {
    const found = variable.values.find((value) => value.code === code);
    return found === undefined ? code : inLanguage(found.label, languages) || code;
  };
  const row = inLanguage(variable.rowLabel, languages);
  const question = inLanguage(variable.label, languages);
  return {
    wording: row === "" ? question || variable.name : `${question} ${row}`,
    answer,
    measure: (name) => measureWords(name, item, answer, language, texts),
  };
}

function measureWords(
  name: string,
  item: PlanItem,
  answer: (code: string) => string,
  language: LanguageCode,
  texts: ReportTexts,
): string {
  const isAll = name.endsWith("@all");
  const plain = isAll ? name.slice(0, -"@all".length) : name;
  const quoted = (code: string) => texts.measure.quote(answer(code));
  const words = ((): string => {
    if (plain === "top") return texts.measure.top(item.top.map(quoted).join(` ${texts.measure.or} `));
    if (plain === "mean") return meanWords(item, answer, language, texts);
    const [kind = "", code = ""] = [plain.slice(0, plain.indexOf("=")), plain.slice(plain.indexOf("=") + 1)];
    if (kind === "opt") return texts.measure.option(quoted(code));
    return kind === "first" ? texts.measure.first(quoted(code)) : texts.measure.value(quoted(code));
  })();
  return isAll ? texts.measure.withDontKnow(words) : words;
}

function meanWords(
  item: PlanItem,
  answer: (code: string) => string,
  language: LanguageCode,
  texts: ReportTexts,
): string {
  const scored = [...item.scores].sort((a, b) => a[1] - b[1]);
  const [lowest, highest] = [scored[0], scored.at(-1)];
  if (lowest === undefined || highest === undefined) return texts.measure.mean;
  const end = ([code, score]: [string, number]): string => {
    const number = writeNumber(language, score, { digits: Number.isInteger(score) ? 0 : 1 });
    const label = answer(code);
    return label === number || label === code ? number : texts.measure.scaleEnd(number, label);
  };
  return texts.measure.meanOf(end(lowest), end(highest));
}

/** What the levels of a breakdown are called, and in which order they stand. */
export interface GroupWords {
  readonly heading: string;
  readonly column: string;
  readonly level: (level: string) => string;
  /** The plan's levels in reading order. */
  readonly inOrder: (levels: readonly string[]) => string[];
}

/**
 * Words of a breakdown. Roles stand in the study's order, municipalities by name.
 *
 * @param variable group variable of the plan: "role", "municipality", "unit" or one of the study's own
 * @param dates reference dates of the waves shown, earliest first
 */
export function groupWords(
  variable: string,
  study: StudyDefinition,
  dates: readonly string[],
  language: LanguageCode,
  texts: ReportTexts,
): GroupWords {
  const crossed = crossedIn(variable);
  if (crossed === null) return plainGroupWords(variable, study, dates, language, texts);
  const [one, other] = crossed.map((name) => plainGroupWords(name, study, dates, language, texts)) as [
    GroupWords,
    GroupWords,
  ];
  return {
    heading: texts.crossing.pair(one.heading, other.heading),
    column: texts.groupColumn.other,
    level: (name) => {
      const at = name.indexOf(`&${crossed[1]}=`);
      const [first, second] = [name.slice(crossed[0].length + 1, at), name.slice(at + crossed[1].length + 2)];
      return texts.crossing.level(one.level(first), other.level(second));
    },
    inOrder: (levels) => [...levels],
  };
}

function plainGroupWords(
  variable: string,
  study: StudyDefinition,
  dates: readonly string[],
  language: LanguageCode,
  texts: ReportTexts,
): GroupWords {
  const byName = (level: (code: string) => string) => (levels: readonly string[]) => {
    const order = new Intl.Collator(language === "nn" || language === "nb" ? "no" : language);
    return [...levels].sort((a, b) => order.compare(level(a), level(b)));
  };
  if (variable === "role") {
    const level = (code: string) => capitalised(roleLabel(study, code, language).plural);
    return {
      heading: texts.breakdown.role,
      column: texts.groupColumn.role,
      level,
      inOrder: (levels) => [...levels],
    };
  }
  if (variable === "municipality" || variable === "unit") {
    const units =
      variable === "unit"
        ? new Map(commonUnits(study.country, dates).units.map(({ label, name }) => [label, name]))
        : null;
    const latest = dates.at(-1) ?? "";
    const level = (code: string) =>
      units?.get(code) ?? municipalityOn(study.country, code, latest)?.name ?? code;
    return {
      heading: texts.breakdown.municipality,
      column: texts.groupColumn.municipality,
      level,
      inOrder: byName(level),
    };
  }
  const heading = variable in texts.groups ? texts.groups[variable as keyof ReportTexts["groups"]] : null;
  return {
    heading: heading ?? texts.breakdown.other(variable),
    column: texts.groupColumn.other,
    level: levelWords(variable, study, texts),
    inOrder: (levels) => [...levels],
  };
}

/** Names of the levels of groups that follow from the registers; others stand as they are declared. */
function levelWords(variable: string, study: StudyDefinition, texts: ReportTexts): (level: string) => string {
  const known: Readonly<Record<string, string>> =
    variable === "size" ? texts.sizeLevels : variable === "centrality" ? texts.centralityLevels : {};
  if (variable !== "county") return (level) => known[level] ?? level;
  const counties = new Map(
    [...registerOf(study.country).byCode.values()].map(({ countyCode, countyName }) => [
      countyCode,
      countyName,
    ]),
  );
  return (level) => counties.get(level) ?? level;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
