// From a questionnaire's JSON to the rows of the template.
import { inside } from "../checks/walk-json.ts";
import { type Cell, cellFor, type YesNoWords } from "./cell-value.ts";
import {
  columnKey,
  innerLists,
  isTranslated,
  itemLists,
  kindOf,
  propertyForm,
  type SheetName,
} from "./template-columns.ts";
import type { LeftOut, TemplateRow, TemplateRows } from "./template-rows.ts";

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === "object" && !Array.isArray(value);
const areObjects = (value: unknown): value is readonly Json[] =>
  Array.isArray(value) && value.length > 0 && value.every(isObject);

const languageForm = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/;

/** A text per language, `default` being the one without a language. */
const isByLanguage = (value: unknown): value is Readonly<Record<string, string>> =>
  isObject(value) &&
  Object.keys(value).some((key) => key !== "default") &&
  Object.entries(value).every(
    ([key, text]) => (key === "default" || languageForm.test(key)) && typeof text === "string",
  );

/** Gathers the rows while a questionnaire is gone through. */
class RowWriter {
  readonly rows: Record<SheetName, TemplateRow[]> = { questions: [], choices: [], pages: [], settings: [] };
  readonly leftOut: LeftOut[] = [];
  readonly words: YesNoWords;
  readonly typeName: (type: string) => string;
  constructor(words: YesNoWords, typeName: (type: string) => string) {
    this.words = words;
    this.typeName = typeName;
  }

  begin(sheet: SheetName): { put: (property: string, value: unknown, path: string, as?: string) => void } {
    const cells = new Map<string, Cell>();
    this.rows[sheet].push({ row: 0, cells });
    const place = (property: string, language: string | null, value: unknown, path: string): void => {
      const cell = cellFor(value, kindOf(sheet, property), this.words);
      if (cell === undefined) this.leftOut.push({ path });
      else cells.set(columnKey({ property, language }), cell);
    };
    return {
      put: (property, value, path, as = property) => {
        if (value === undefined) return;
        if (!propertyForm.test(as)) {
          this.leftOut.push({ path });
          return;
        }
        if (!isTranslated(property) || !isByLanguage(value)) return place(as, null, value, path);
        for (const [key, text] of Object.entries(value))
          place(as, key === "default" ? null : key, text, inside(path, key));
      },
    };
  }
}

interface Inner {
  /** Page and question that the rows stand in; empty where there is none. */
  readonly page: string;
  readonly within: string;
  /** Type of the question they stand in. */
  readonly owner: string;
}

/** Names that point to one row only. */
class Names {
  readonly #containers = new Map<string, number>();
  readonly #plain = new Map<string, number>();
  readonly #placed = new Map<string, number>();

  count(elements: readonly Json[], within: string): void {
    for (const element of elements) {
      const name = nameOf(element);
      const inner = innerOf(element);
      const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
      add(this.#plain, name);
      add(this.#placed, `${within}.${name}`);
      if (innerLists[typeOf(element)] !== undefined) add(this.#containers, name);
      if (inner !== null) this.count(inner, name);
    }
  }
  isContainer(name: string): boolean {
    return name !== "" && this.#containers.get(name) === 1;
  }
  /** How choices name their question, null where no name is its alone. */
  reference(name: string, within: string): string | null {
    if (name === "") return null;
    if (this.#plain.get(name) === 1 && !this.#placed.has(name)) return name;
    const placed = `${within}.${name}`;
    return within !== "" && this.#placed.get(placed) === 1 && !this.#plain.has(placed) ? placed : null;
  }
}

const nameOf = (element: Json): string => (typeof element.name === "string" ? element.name.trim() : "");
const typeOf = (element: Json): string => (typeof element.type === "string" ? element.type : "");

const innerOf = (element: Json): readonly Json[] | null => {
  const list = element[innerLists[typeOf(element)] ?? ""];
  return areObjects(list) ? list : null;
};

/** Rows for a list of codes; false where they must stay in the question's own row. */
const writeItems = (
  writer: RowWriter,
  reference: string,
  list: string,
  items: readonly unknown[],
  path: string,
): boolean => {
  const hasCodes = items.every((item) => item !== undefined && (!isObject(item) || "value" in item));
  if (items.length === 0 || !hasCodes) return false;
  for (const [index, item] of items.entries()) {
    const row = writer.begin("choices");
    const at = `${path}[${index}]`;
    row.put("question", reference, at);
    row.put("list", list, at);
    if (!isObject(item)) row.put("value", item, at);
    else
      for (const [key, value] of Object.entries(item)) {
        if (key === "question" || key === "list") writer.leftOut.push({ path: inside(at, key) });
        else row.put(key, value, inside(at, key));
      }
  }
  return true;
};

const writeElement = (
  writer: RowWriter,
  names: Names,
  element: Json,
  path: string,
  { page, within, owner }: Inner,
): void => {
  const row = writer.begin("questions");
  const name = nameOf(element);
  const isPart = owner === "matrixdropdown" || owner === "matrixdynamic" || owner === "multipletext";
  const type = owner === "multipletext" ? undefined : isPart ? element.cellType : element.type;
  row.put("type", typeof type === "string" ? writer.typeName(type) : type, inside(path, "type"));
  if (page !== "") row.put("page", page, path);
  if (within !== "") row.put("inside", within, path);
  const inner = isPart || !names.isContainer(name) ? null : innerOf(element);
  const innerKey = inner === null ? "" : (innerLists[typeOf(element)] ?? "");
  const reference = names.reference(name, within);
  for (const [key, value] of Object.entries(element)) {
    const at = inside(path, key);
    if (
      key === innerKey ||
      (key === "type" && !isPart) ||
      (key === "cellType" && isPart && type !== undefined)
    )
      continue;
    if (["type", "page", "inside"].includes(key)) writer.leftOut.push({ path: at });
    else if (
      !(itemLists.includes(key) && Array.isArray(value) && reference !== null) ||
      !writeItems(writer, reference, key, value, at)
    )
      row.put(key, value, at);
  }
  for (const [index, one] of (inner ?? []).entries())
    writeElement(writer, names, one, inside(path, innerKey, index), {
      page,
      within: name,
      owner: typeOf(element),
    });
};

const pageReference = (page: Json, index: number): string =>
  page.name === undefined ? `#${index + 1}` : nameOf(page);

const arePages = (pages: unknown): pages is readonly Json[] => {
  if (!areObjects(pages)) return false;
  const names = pages.map(pageReference);
  const areNamed = pages.every(
    ({ name }) =>
      name === undefined || (typeof name === "string" && /^[^#]/.test(name) && name.trim() === name),
  );
  const areListed = pages.every(({ elements }) => elements === undefined || Array.isArray(elements));
  return areNamed && areListed && new Set(names).size === names.length;
};

/**
 * The rows of a questionnaire.
 *
 * @param words the words for yes and no
 * @param typeName what a type of question is called in the template
 * @returns the rows, and whatever no cell can hold
 */
export const rowsOfQuestionnaire = (
  json: Json,
  words: YesNoWords,
  typeName: (type: string) => string,
): { readonly rows: TemplateRows; readonly leftOut: readonly LeftOut[] } => {
  const writer = new RowWriter(words, typeName);
  const names = new Names();
  const pages = arePages(json.pages) && json.elements === undefined ? json.pages : null;
  const loose = json.pages === undefined && areObjects(json.elements) ? json.elements : null;
  for (const page of pages ?? []) if (areObjects(page.elements)) names.count(page.elements, "");
  if (loose !== null) names.count(loose, "");
  for (const [index, page] of (pages ?? []).entries()) {
    const path = inside("", "pages", index);
    const row = writer.begin("pages");
    const reference = pageReference(page, index);
    row.put("name", reference, path);
    const elements = areObjects(page.elements) ? page.elements : null;
    for (const [key, value] of Object.entries(page))
      if (key !== "name" && !(key === "elements" && elements !== null))
        row.put(key, value, inside(path, key));
    for (const [place, element] of (elements ?? []).entries())
      writeElement(writer, names, element, inside(path, "elements", place), {
        page: reference,
        within: "",
        owner: "",
      });
  }
  for (const [index, element] of (loose ?? []).entries())
    writeElement(writer, names, element, inside("", "elements", index), { page: "", within: "", owner: "" });
  for (const [key, value] of Object.entries(json)) {
    if ((key === "pages" && pages !== null) || (key === "elements" && loose !== null)) continue;
    const row = writer.begin("settings");
    row.put("setting", key, key);
    row.put(key, value, key, "text");
  }
  return { rows: writer.rows, leftOut: writer.leftOut };
};
