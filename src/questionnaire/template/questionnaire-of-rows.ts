// From the rows of the template to a questionnaire's JSON, with the place of everything in the workbook.
import { inside } from "../checks/walk-json.ts";
import { cellText, readCell, type YesNoWords } from "./cell-value.ts";
import { innerLists, itemLists, kindOf, type SheetName } from "./template-columns.ts";
import type { TemplateFault, TemplateProblem } from "./template-problem.ts";
import type { TemplateRow, TemplateRows } from "./template-rows.ts";

type Json = Record<string, unknown>;

/** Where something of the questionnaire stands in the workbook. */
export interface WorkbookPlace {
  readonly sheet: SheetName;
  readonly row: number;
}

/** What reading needs beside the rows. */
export interface ReadingWords {
  readonly yesNo: YesNoWords;
  /** The type of question that goes by this name in any language; null where none does. */
  readonly typeOf: (name: string) => string | null;
  readonly typeNames: readonly string[];
}

export interface ReadQuestionnaire {
  readonly json: Readonly<Record<string, unknown>>;
  readonly problems: readonly TemplateProblem[];
  /** Row of every page, question, choice and setting by its path in the JSON. */
  readonly places: ReadonlyMap<string, WorkbookPlace>;
}

interface QuestionRow {
  readonly source: TemplateRow;
  readonly json: Json;
  readonly name: string;
  readonly within: string;
  readonly page: string;
  parent: QuestionRow | null;
  readonly children: QuestionRow[];
}

const keyForm = /^(.*) \(([A-Za-z0-9-]+)\)$/;

class RowReader {
  readonly problems: TemplateProblem[] = [];
  readonly words: ReadingWords;
  constructor(words: ReadingWords) {
    this.words = words;
  }

  fault(kind: TemplateFault, sheet: SheetName, row: TemplateRow, key = "", list: readonly string[] = []) {
    const value = key === "" ? "" : cellText(row.cells.get(key) ?? null);
    this.problems.push({ kind, sheet, row: row.row, column: key, heading: key, value, list });
  }

  /** The fields of a row as JSON, texts in several languages put together. */
  fields(sheet: SheetName, row: TemplateRow): Json {
    const fields: Json = {};
    const languages = new Map<string, Json>();
    for (const [key, cell] of row.cells) {
      const match = keyForm.exec(key);
      const property = match?.[1] ?? key;
      const read = readCell(cell, kindOf(sheet, property), this.words.yesNo);
      if (read.kind === "fault") this.fault(read.fault, sheet, row, key);
      if (read.kind !== "value") continue;
      if (match === null) fields[property] = read.value;
      else {
        const texts = languages.get(property) ?? {};
        languages.set(property, { ...texts, [match[2] ?? ""]: read.value });
      }
    }
    for (const [property, texts] of languages)
      fields[property] = fields[property] === undefined ? texts : { default: fields[property], ...texts };
    return fields;
  }
}

const take = (fields: Json, key: string): unknown => {
  const value = fields[key];
  delete fields[key];
  return value;
};
const takeText = (fields: Json, key: string): string => {
  const value = take(fields, key);
  return typeof value === "string" ? value.trim() : value === undefined ? "" : String(value);
};

const isTable = (type: unknown): boolean => type === "matrixdropdown" || type === "matrixdynamic";

/** Puts the type in place: a question's, or a column's cell type; parts of a multiple text have none. */
const putType = (reader: RowReader, question: QuestionRow, given: unknown): void => {
  const { json, parent, source } = question;
  const owner = parent?.json.type;
  if (given === undefined) {
    if (parent === null || !(isTable(owner) || owner === "multipletext"))
      reader.fault("no-type", "questions", source, "type", reader.words.typeNames);
    return;
  }
  const type = typeof given === "string" ? reader.words.typeOf(given) : given;
  if (type === null) {
    reader.fault("unknown-type", "questions", source, "type", reader.words.typeNames);
    return;
  }
  if (owner === "multipletext") return;
  json[isTable(owner) ? "cellType" : "type"] = type;
};

const readQuestions = (reader: RowReader, rows: readonly TemplateRow[]): readonly QuestionRow[] => {
  const questions: QuestionRow[] = [];
  const byName = new Map<string, QuestionRow>();
  let page = "";
  for (const source of rows) {
    const json = reader.fields("questions", source);
    const type = take(json, "type");
    const within = takeText(json, "inside");
    const ownPage = takeText(json, "page");
    if (within === "" && ownPage !== "") page = ownPage;
    const name = typeof json.name === "string" ? json.name.trim() : "";
    const parent = within === "" ? null : (byName.get(within) ?? null);
    const question: QuestionRow = { source, json, name, within, page, parent, children: [] };
    if (within !== "" && parent === null) reader.fault("nothing-to-stand-in", "questions", source, "inside");
    putType(reader, question, type);
    const parentType = String(parent?.json.type ?? "");
    if (parent !== null && innerLists[parentType] === undefined) {
      reader.fault("cannot-hold-others", "questions", source, "inside", Object.keys(innerLists));
      question.parent = null;
    } else parent?.children.push(question);
    if (innerLists[String(json.type ?? "")] !== undefined) byName.set(name, question);
    else if (!byName.has(name)) byName.set(name, question);
    questions.push(question);
  }
  return questions;
};

const readChoices = (
  reader: RowReader,
  rows: readonly TemplateRow[],
  questions: readonly QuestionRow[],
): ReadonlyMap<Json, WorkbookPlace> => {
  const places = new Map<Json, WorkbookPlace>();
  const plain = Map.groupBy(questions, ({ name }) => name);
  const placed = Map.groupBy(questions, ({ within, name }) => `${within}.${name}`);
  const lists = new Map<QuestionRow, Map<string, unknown[]>>();
  let reference = "";
  let list = "";
  for (const row of rows) {
    const fields = reader.fields("choices", row);
    const ownReference = takeText(fields, "question");
    const ownList = takeText(fields, "list");
    if (ownReference !== "") [reference, list] = [ownReference, ownList || "choices"];
    else if (ownList !== "") list = ownList;
    if (reference === "") {
      reader.fault("no-question", "choices", row, "question");
      continue;
    }
    const found = plain.get(reference) ?? placed.get(reference) ?? [];
    const [question] = found;
    if (question === undefined || found.length > 1) {
      const kind = question === undefined ? "unknown-question" : "ambiguous-question";
      reader.fault(kind, "choices", row, "question", closest(reference, [...plain.keys()]));
      continue;
    }
    const listName = listNamed(list);
    if (listName === null) {
      reader.fault("unknown-list", "choices", row, "list", itemLists);
      continue;
    }
    if (fields.value === undefined) {
      reader.fault("no-code", "choices", row, "value");
      continue;
    }
    const ofQuestion = lists.get(question) ?? new Map<string, unknown[]>();
    lists.set(question, ofQuestion);
    const items = ofQuestion.get(listName) ?? [];
    ofQuestion.set(listName, items);
    const isPlain = Object.keys(fields).length === 1;
    items.push(isPlain ? fields.value : fields);
    if (!isPlain) places.set(fields, { sheet: "choices", row: row.row });
  }
  for (const [question, ofQuestion] of lists)
    for (const [listName, items] of ofQuestion) question.json[listName] = items;
  return places;
};

const listNamed = (name: string): string | null =>
  itemLists.find((list) => list.toLowerCase() === name.toLowerCase()) ?? null;

/** Names that begin alike or differ in case, for pointing at what may be meant. */
const closest = (name: string, names: readonly string[]): readonly string[] => {
  const wanted = name.toLowerCase();
  return names
    .filter((one) => one !== "")
    .filter((one) => one.toLowerCase() === wanted || one.toLowerCase().startsWith(wanted.slice(0, 3)))
    .slice(0, 3);
};

const assemble = (question: QuestionRow): Json => {
  const key = innerLists[String(question.json.type ?? "")];
  if (key !== undefined && question.children.length > 0) question.json[key] = question.children.map(assemble);
  return question.json;
};

interface Pages {
  readonly pages: readonly Json[];
  readonly rows: ReadonlyMap<Json, TemplateRow>;
}

const readPages = (
  reader: RowReader,
  rows: readonly TemplateRow[],
  questions: readonly QuestionRow[],
): Pages | null => {
  const top = questions.filter(({ within }) => within === "");
  if (rows.length === 0 && top.every(({ page }) => page === "")) return null;
  const byName = new Map<string, Json>();
  const sources = new Map<Json, TemplateRow>();
  for (const row of rows) {
    const fields = reader.fields("pages", row);
    const name = typeof fields.name === "string" ? fields.name : "";
    if (name === "") {
      reader.fault("no-name", "pages", row, "name");
      continue;
    }
    if (byName.has(name)) {
      reader.fault("twice", "pages", row, "name");
      continue;
    }
    if (name.startsWith("#")) delete fields.name;
    byName.set(name, fields);
    sources.set(fields, row);
  }
  for (const question of top) {
    if (question.page === "") {
      reader.fault("no-page", "questions", question.source, "page", [...byName.keys()]);
      continue;
    }
    const page = byName.get(question.page) ?? {
      ...(question.page.startsWith("#") ? {} : { name: question.page }),
    };
    byName.set(question.page, page);
    const elements = Array.isArray(page.elements) ? page.elements : [];
    page.elements = [...elements, assemble(question)];
  }
  return { pages: [...byName.values()], rows: sources };
};

/** Paths of everything that has a row of its own. */
const locate = (json: Json, rowOf: ReadonlyMap<Json, WorkbookPlace>): ReadonlyMap<string, WorkbookPlace> => {
  const places = new Map<string, WorkbookPlace>();
  const visit = (value: unknown, path: string): void => {
    if (value === null || typeof value !== "object") return;
    const place = rowOf.get(value as Json);
    if (place !== undefined) places.set(path, place);
    for (const [key, inner] of Object.entries(value))
      visit(inner, Array.isArray(value) ? `${path}[${key}]` : inside(path, key));
  };
  visit(json, "");
  return places;
};

/** The questionnaire that the rows describe, with everything that is wrong in them. */
export const questionnaireOfRows = (rows: TemplateRows, words: ReadingWords): ReadQuestionnaire => {
  const reader = new RowReader(words);
  const json: Json = {};
  const settings = new Map<string, WorkbookPlace>();
  for (const row of rows.settings) {
    const fields = reader.fields("settings", row);
    const setting = takeText(fields, "setting");
    if (setting === "") reader.fault("no-setting", "settings", row, "setting");
    else if (Object.hasOwn(json, setting)) reader.fault("twice", "settings", row, "setting");
    else if (fields.text !== undefined) {
      json[setting] = fields.text;
      settings.set(setting, { sheet: "settings", row: row.row });
    }
  }
  const questions = readQuestions(reader, rows.questions);
  const rowOf = new Map<Json, WorkbookPlace>(readChoices(reader, rows.choices, questions));
  for (const { json: one, source } of questions) rowOf.set(one, { sheet: "questions", row: source.row });
  const pages = readPages(reader, rows.pages, questions);
  if (pages !== null) {
    json.pages = pages.pages;
    for (const [page, row] of pages.rows) rowOf.set(page, { sheet: "pages", row: row.row });
  } else {
    const elements = questions.filter(({ within }) => within === "").map(assemble);
    if (elements.length > 0) json.elements = elements;
  }
  return {
    json,
    problems: reader.problems,
    places: new Map([...settings, ...locate(json, rowOf)]),
  };
};
