// Checking a questionnaire before fieldwork: every finding at once, each with its place and a way to mend it.
import { type LintFinding, lint, type Model, parseModel, type Question } from "./survey-model.ts";
import { codebookOf } from "./variables.ts";

// biome-ignore lint/suspicious/noExplicitAny: a questionnaire's JSON comes from outside
type Loose = any;

/** `error` keeps a version from being fixed, `warning` wants a look, `note` is said for completeness. */
export type Severity = "error" | "warning" | "note";

/** One thing found in a questionnaire. */
export interface Finding {
  readonly severity: Severity;
  /** What kind of thing: our own kinds, or survey-core's rule as `rule/…`. */
  readonly kind: string;
  /** Where in the JSON: `pages[0].elements[2].title.sv`; empty for the whole. */
  readonly path: string;
  /** Name of the question, panel or page, empty where there is none. */
  readonly element: string;
  /** What is wrong and how to mend it, in English. */
  readonly message: string;
  /** The particulars, for messages in other languages. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the checker needs to know beside the JSON. */
export interface CheckContext {
  /** Languages the texts must exist in, the main one first. */
  readonly languages: readonly string[];
  /** Names that texts and conditions may use as `{name}` beside the questions. */
  readonly knownVariables?: readonly string[];
}

/** The question types that can be fielded. */
export const supportedTypes: readonly string[] = [
  "text",
  "comment",
  "radiogroup",
  "checkbox",
  "dropdown",
  "tagbox",
  "boolean",
  "rating",
  "imagepicker",
  "matrix",
  "html",
  "image",
  "expression",
  "panel",
];

const finding = (
  severity: Severity,
  kind: string,
  path: string,
  element: string,
  message: string,
  data: Readonly<Record<string, unknown>> = {},
): Finding => ({ severity, kind, path, element, message, data });

/** Rules of survey-core's linter that say nothing here, because our own check says it better. */
const unheardRules = new Set(["element/unknown-type"]);

/** Pages and panels hold no answers, so a name shared with a question confuses people, not data. */
const sharesNameWithContainer = (found: LintFinding): boolean =>
  found.ruleId === "name/duplicate" &&
  [found.path, ...(found.related ?? []).map((related) => related.path)]
    .filter((path) => !/(^|\.)pages\[\d+\]$/.test(path))
    .filter((path, index, paths) => paths.indexOf(path) === index).length < 2;

const fromLint = (found: LintFinding): readonly Finding[] => {
  if (unheardRules.has(found.ruleId)) return [];
  if (found.ruleId === "property/invalid-value" && found.path === "locale") return [];
  const severity =
    found.severity === "info" ? "note" : sharesNameWithContainer(found) ? "warning" : found.severity;
  return [
    finding(severity, `rule/${found.ruleId}`, found.path, found.elementName ?? "", found.message, {
      ...found.messageData,
      ...(found.suggestion ? { suggestion: found.suggestion } : {}),
      ...(found.fix ? { fix: found.fix } : {}),
    }),
  ];
};

interface Visited {
  readonly json: Loose;
  readonly path: string;
}

const visitElements = (json: Loose, path: string): readonly Visited[] => {
  const inside = (list: unknown, key: string): readonly Visited[] =>
    Array.isArray(list)
      ? list.flatMap((entry, index) => {
          const place = `${path}${path ? "." : ""}${key}[${index}]`;
          return entry && typeof entry === "object"
            ? [{ json: entry, path: place }, ...visitElements(entry, place)]
            : [];
        })
      : [];
  return [
    ...inside(json.pages, "pages"),
    ...inside(json.elements, "elements"),
    ...inside(json.questions, "questions"),
    ...inside(json.templateElements, "templateElements"),
    ...inside(json.columns, "columns").filter(({ json: column }) => column.cellType !== undefined),
  ];
};

const typeFindings = (visited: readonly Visited[]): readonly Finding[] =>
  visited.flatMap(({ json, path }) => {
    const type = json.type;
    const found: Finding[] = [];
    if (typeof type === "string" && !supportedTypes.includes(type))
      found.push(
        finding(
          "error",
          "type-not-supported",
          path,
          String(json.name ?? ""),
          `Questions of type “${type}” cannot be fielded. Use one of: ${supportedTypes.join(", ")}.`,
          { type },
        ),
      );
    if (json.choicesByUrl)
      found.push(
        finding(
          "error",
          "choices-by-url",
          `${path}.choicesByUrl`,
          String(json.name ?? ""),
          "Choices cannot be fetched from another service. List them under “choices”.",
        ),
      );
    return found;
  });

const textProperties = new Set([
  "title",
  "description",
  "html",
  "text",
  "label",
  "labelTrue",
  "labelFalse",
  "requiredErrorText",
  "minRateDescription",
  "maxRateDescription",
  "placeholder",
  "otherText",
  "noneText",
  "refuseText",
  "dontKnowText",
  "commentText",
  "completedHtml",
]);

const isText = (key: string, value: unknown): value is Record<string, unknown> =>
  value !== null &&
  typeof value === "object" &&
  !Array.isArray(value) &&
  (textProperties.has(key) || "default" in value) &&
  Object.values(value).every((text) => typeof text === "string");

const translationFindings = (
  json: unknown,
  path: string,
  element: string,
  { languages }: CheckContext,
): readonly Finding[] => {
  if (json === null || typeof json !== "object") return [];
  const name =
    !Array.isArray(json) && typeof (json as Loose).name === "string" ? (json as Loose).name : element;
  return Object.entries(json).flatMap(([key, value]) => {
    const place = Array.isArray(json) ? `${path}[${key}]` : `${path}${path ? "." : ""}${key}`;
    if (!Array.isArray(json) && isText(key, value)) {
      const missing = languages.filter(
        (language, index) => !value[language] && !(index === 0 && value.default),
      );
      return missing.length === 0
        ? []
        : [
            finding(
              "warning",
              "translation-missing",
              place,
              name,
              `There is no text in ${missing.join(", ")}. Add it, or the main language will be shown.`,
              { missing },
            ),
          ];
    }
    if (
      !Array.isArray(json) &&
      languages.length > 1 &&
      typeof value === "string" &&
      textProperties.has(key) &&
      value
    )
      return [
        finding(
          "warning",
          "translation-missing",
          place,
          name,
          `This text has one language only. Write it as { "${languages.join('": …, "')}": … }.`,
          { missing: languages.slice(1) },
        ),
      ];
    return translationFindings(value, place, name, { languages });
  });
};

const duplicateVariables = (model: Model, languages: readonly string[]): readonly Finding[] => {
  const { variables } = codebookOf(model, languages);
  const seen = new Map<string, string>();
  return variables.flatMap((variable) => {
    const before = seen.get(variable.name);
    seen.set(variable.name, variable.question);
    return before === undefined
      ? []
      : [
          finding(
            "error",
            "variable-twice",
            "",
            variable.question,
            `“${variable.question}” and “${before}” both give a variable named “${variable.name}”. Rename one of them.`,
            { variable: variable.name, other: before },
          ),
        ];
  });
};

const clearFinding = (json: Loose): readonly Finding[] =>
  json.clearInvisibleValues === "none"
    ? [
        finding(
          "note",
          "hidden-answers-dropped",
          "clearInvisibleValues",
          "",
          "Answers to questions that are not on the respondent's final route are dropped all the same.",
        ),
      ]
    : [];

const analysable = (question: Question): readonly Finding[] =>
  (question as Loose).choices?.length === 0 &&
  ["radiogroup", "checkbox", "dropdown"].includes(question.getType())
    ? [finding("error", "no-choices", "", question.name, "This question has no choices. Add some.")]
    : [];

/** Everything there is to say about a questionnaire, worst first. Never throws, whatever the JSON. */
export const checkInstrument = (json: unknown, context: CheckContext): readonly Finding[] => {
  if (json === null || typeof json !== "object" || Array.isArray(json))
    return [
      finding(
        "error",
        "not-a-questionnaire",
        "",
        "",
        "This is not a SurveyJS questionnaire (a JSON object).",
      ),
    ];
  const model = parseModel(json as Record<string, unknown>);
  if (model.kind === "unreadable")
    return [finding("error", "not-a-questionnaire", "", "", `survey-core cannot load it: ${model.reason}`)];
  const visited = visitElements(json, "");
  const questions = model.model.getAllQuestions();
  const found = [
    ...typeFindings(visited),
    ...lint(json as Record<string, unknown>, context.knownVariables ?? []).flatMap(fromLint),
    ...translationFindings(json, "", "", context),
    ...duplicateVariables(model.model, context.languages),
    ...questions.flatMap(analysable),
    ...clearFinding(json),
    ...(questions.length === 0
      ? [finding("error", "no-questions", "", "", "There is no question in it.")]
      : []),
  ];
  const rank: Record<Severity, number> = { error: 0, warning: 1, note: 2 };
  return found.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
};
