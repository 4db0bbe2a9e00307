// A list of people as a test writes it, read, and what was read or refused in words.

import { panel as english } from "../../src/language/en/panel.ts";
import { problemInWords } from "../../src/panel/import/import-words.ts";
import { type PanelFile, readPanelFile } from "../../src/panel/import/read-panel-file.ts";
import { aStudy } from "./a-study.ts";

export const asOf = "2026-09-01";
export const study = aStudy();
export const read = (name: string, bytes: Uint8Array, inStudy = study) =>
  readPanelFile({ name, bytes }, inStudy, asOf);
export const utf8 = (text: string) => new TextEncoder().encode(text);
export const csv = (...lines: string[]) => read("people.csv", utf8(lines.join("\n")));
export const people = (file: PanelFile) => {
  if (file.kind === "refused")
    throw new Error(file.problems.map((one) => problemInWords(one, english)).join("\n"));
  return file.rows.map(({ places: _places, isNumberId: _isNumberId, ...row }) => row);
};
export const problems = (file: PanelFile) =>
  file.kind === "refused" ? file.problems.map((one) => problemInWords(one, english)) : [];
export const kinds = (file: PanelFile) =>
  file.kind === "refused" ? file.problems.map(({ kind }) => kind) : [];
export const person = (row: number, change: object = {}) => ({
  row,
  memberId: null,
  name: "Åsa Öberg",
  email: null,
  phone: null,
  role: "politician",
  municipality: "0482",
  language: null,
  seatFrom: null,
  seatTo: null,
  ...change,
});
