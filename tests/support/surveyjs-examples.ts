// SurveyJS's own published examples: the questionnaires in the authoring guide that survey-core's package brings.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export interface PublishedExample {
  /** The headings it stands under, and its number among several. */
  readonly name: string;
  readonly json: Readonly<Record<string, unknown>>;
}

const folder = dirname(createRequire(import.meta.url).resolve("survey-core"));

type Json = Readonly<Record<string, unknown>>;

/** The question that some excerpts speak of and do not show. */
const namedElsewhere = { type: "text", name: "q1", title: "Named in the excerpt", inputType: "number" };

const withNamed = (part: Json): Json => ({
  elements: part.name !== "q1" && JSON.stringify(part).includes("{q1}") ? [namedElsewhere, part] : [part],
});

/** An example of a single question is put into a questionnaire. */
const whole = (json: unknown): Json | null => {
  if (json === null || typeof json !== "object" || Array.isArray(json)) return null;
  const part = json as Json;
  if ("pages" in part || "elements" in part) return typeof part.type === "string" ? withNamed(part) : part;
  return typeof part.type === "string" ? withNamed(part) : null;
};

/** Every example of the guide, in its order. Nothing of it is copied: it is read from the installed package. */
export function publishedExamples(): readonly PublishedExample[] {
  const guide = readFileSync(join(folder, "llms/survey-json-authoring.md"), "utf8");
  const examples: PublishedExample[] = [];
  let heading = "";
  let caption = "";
  for (const piece of guide.matchAll(/^#{2,4} (.+)$|^\*\*(.+)\*\*$|^```json\n([\s\S]*?)^```$/gm)) {
    if (piece[1] !== undefined) [heading, caption] = [piece[1].replaceAll("`", ""), ""];
    else if (piece[2] !== undefined) caption = piece[2];
    else {
      const json = whole(JSON.parse(piece[3] ?? ""));
      const name = [heading, caption].filter(Boolean).join(": ");
      const count = examples.filter((example) => example.name.startsWith(name)).length;
      if (json !== null) examples.push({ name: count === 0 ? name : `${name} (${count + 1})`, json });
    }
  }
  return examples;
}
