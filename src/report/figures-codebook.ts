// The codebook of a file of figures: its columns, words, questions, measures and groups in every language.
import type { PlanItem } from "../change/cube/analysis-plan.ts";
import { catalogueFor } from "../language/catalogue.ts";
import { type LanguageCode, languageCodes } from "../language/language-code.ts";
import type { Variable } from "../questionnaire/instrument.ts";
import type { StudyDefinition } from "../study/study.ts";
import { type GroupWords, groupWords, itemWords } from "./codebook-words.ts";
import { writeNumber } from "./figure-words.ts";
import {
  dontKnowMeasure,
  everyoneWord,
  fileColumns,
  hiddenWord,
  type PublishedFigures,
  quoted,
} from "./figures-file.ts";
import type { Evaluation } from "./open-evaluation.ts";
import { distributionAnswers } from "./tables/distribution-table.ts";

/** What a code means: the column it stands in, the question or grouping it belongs to, and its words per language. */
interface CodebookRow {
  readonly column: string;
  readonly within: string;
  readonly value: string;
  readonly words: (language: LanguageCode) => string;
}

/**
 * A comma-separated file (RFC 4180, UTF-8): a row per column, and one per code that the tables use. `within` is the
 * question of a measure and the grouping of a group.
 *
 * @param evaluations every wave and pair of waves, the later after the earlier: the latest wording counts
 */
export function figuresCodebook(
  study: StudyDefinition,
  evaluations: readonly Evaluation[],
  tables: readonly PublishedFigures[],
): string {
  const rows = [...columnRows(), ...wordRows(study), ...questionRows(study, evaluations, tables)];
  const all = [...rows, ...groupRows(study, evaluations, tables)];
  const seen = new Set<string>();
  const lines = all.flatMap(({ column, within, value, words }) => {
    const key = JSON.stringify([column, within, value]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [[column, within, value, ...languageCodes.map(words)]];
  });
  return [["column", "within", "value", ...languageCodes], ...lines]
    .map((cells) => `${cells.map(quoted).join(",")}\r\n`)
    .join("");
}

const columnRows = (): CodebookRow[] =>
  fileColumns.map((column) => ({
    column,
    within: "",
    value: "",
    words: (language) => catalogueFor(language).publicUse.columns[column],
  }));

type Word = Exclude<keyof ReturnType<typeof catalogueFor>["publicUse"]["words"], "hidden" | "empty">;

/** The words of a fixed set that each column may hold. */
const wordsOf: readonly (readonly [column: string, words: readonly Word[]])[] = [
  ["figure", ["response", "level", "change"]],
  ["unit", ["percent", "percentage-points", "score", "score-points"]],
  ["measure", ["rr2"]],
  ["groups", ["all"]],
  ["group", ["all"]],
  [
    "verdict",
    ["changed", "no-sign-of-change", "cannot-tell", "too-few-to-say", "not-comparable", "not-asked"],
  ],
  ["doubt", ["includes-zero", "many-comparisons", "no-interval"]],
  ["coverage", ["population-part-not-covered", "no-overlap-in-finite-population", "free-of-sampling-error"]],
  ["flag", ["ok", "uncertain"]],
];

function wordRows(study: StudyDefinition): CodebookRow[] {
  const anywhere = (value: string, words: CodebookRow["words"]) => ({
    column: "*",
    within: "",
    value,
    words,
  });
  return [
    anywhere(hiddenWord, (language) =>
      catalogueFor(language).publicUse.words.hidden(writeNumber(language, study.minimumBase)),
    ),
    anywhere("", (language) => catalogueFor(language).publicUse.words.empty),
    ...wordsOf.flatMap(([column, words]) =>
      words.map((word) => ({
        column,
        within: "",
        value: word,
        words: (language: LanguageCode) => catalogueFor(language).publicUse.words[word],
      })),
    ),
  ];
}

function questionRows(
  study: StudyDefinition,
  evaluations: readonly Evaluation[],
  tables: readonly PublishedFigures[],
): CodebookRow[] {
  const known = new Map<string, { item: PlanItem; variable: Variable }>();
  for (const { plan, codebook } of evaluations) {
    for (const item of plan.items) {
      const variable = codebook.get(item.id);
      if (variable !== undefined) known.set(item.id, { item, variable });
    }
  }
  return tables.flatMap(({ subject }): CodebookRow[] => {
    const found = known.get(String(subject.item));
    if (found === undefined) return [];
    const { item, variable } = found;
    const inWords = (language: LanguageCode) =>
      itemWords(item, variable, study, language, catalogueFor(language).report);
    const measure = (name: string): CodebookRow => ({
      column: "measure",
      within: item.id,
      value: name,
      words: (language) =>
        name === dontKnowMeasure
          ? catalogueFor(language).report.item.dontKnow
          : inWords(language).measure(name),
    });
    const names =
      subject.kind === "distribution"
        ? [...distributionAnswers(item).map(({ measure: name }) => name), ...dontKnowOf(item)]
        : [String(subject.measure)];
    return [
      { column: "question", within: "", value: item.id, words: (language) => inWords(language).wording },
      ...names.map(measure),
    ];
  });
}

const dontKnowOf = ({ dontKnow }: PlanItem): string[] => (dontKnow.length === 0 ? [] : [dontKnowMeasure]);

function groupRows(
  study: StudyDefinition,
  evaluations: readonly Evaluation[],
  tables: readonly PublishedFigures[],
): CodebookRow[] {
  const dates = new Map(
    evaluations.flatMap(({ waves }) => waves.map(({ label, referenceDate }) => [label, referenceDate])),
  );
  const known = new Set<string>();
  return tables.flatMap(({ subject: { breakdown }, table }): CodebookRow[] => {
    const key = JSON.stringify([breakdown, table.waves]);
    if (typeof breakdown !== "string" || known.has(key)) return [];
    known.add(key);
    const own = table.waves.map((wave) => dates.get(wave) ?? "");
    const words = new Map<LanguageCode, GroupWords>(
      languageCodes.map((language) => [
        language,
        groupWords(breakdown, study, own, language, catalogueFor(language).report),
      ]),
    );
    return [
      {
        column: "groups",
        within: "",
        value: breakdown,
        words: (language) => words.get(language)!.heading,
      },
      ...table.rows.map(({ level }) => ({
        column: "group",
        within: breakdown,
        value: level ?? everyoneWord,
        words: (language: LanguageCode) => words.get(language)!.level(level ?? ""),
      })),
    ];
  });
}
