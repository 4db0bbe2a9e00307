// Reading texts/<language>.json: every text there, with the places it may hold and those it must hold.
import { type Declared, field, find, listAt, noOtherFields, objectAt, textAt } from "./declared-value.ts";
import { placesIn, placesOfText, type StudyText, type StudyTexts, type TextPlace } from "./study-texts.ts";

const textNames = Object.keys(placesOfText) as (keyof StudyTexts)[];

/** @returns null if anything is wrong; the findings say what */
export function checkTexts(at: Declared): StudyTexts | null {
  noOtherFields(at, textNames);
  const texts: Partial<Record<keyof StudyTexts, StudyText>> = {};
  for (const name of textNames) {
    const text = checkText(field(at, name), name);
    if (text !== null) texts[name] = text;
  }
  return textNames.every((name) => texts[name] !== undefined) ? (texts as StudyTexts) : null;
}

function checkText(at: Declared, name: keyof StudyTexts): StudyText | null {
  if (objectAt(at) !== at.value) return null;
  noOtherFields(at, ["subject", "paragraphs"]);
  const lines = [field(at, "subject"), ...listAt(field(at, "paragraphs"))];
  const found = at.findings.length;
  const [subject, ...paragraphs] = lines.map((line) => ({ line, text: textAt(line) }));
  const { may, must } = placesOfText[name];
  const used = new Set<string>();
  for (const { line, text } of [subject!, ...paragraphs]) {
    for (const place of placesIn(text ?? "")) {
      used.add(place);
      if (!may.includes(place as TextPlace)) find(line, { kind: "unknown-place", place, allowed: may });
    }
  }
  for (const place of must) if (!used.has(place)) find(at, { kind: "missing-place", place });
  if (at.findings.length > found || paragraphs.length === 0) return null;
  return { subject: subject!.text!, paragraphs: paragraphs.map(({ text }) => text!) };
}
