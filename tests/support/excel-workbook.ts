// Excel workbooks for tests: as a spreadsheet writes them, and by hand where a spreadsheet would not.
import { strToU8, zipSync } from "fflate";
import writeWorkbook, { type SheetData } from "write-excel-file/node";

export interface Sheet {
  readonly sheet: string;
  readonly data: SheetData;
}

/** A workbook with these sheets. */
export async function workbook(...sheets: Sheet[]): Promise<Uint8Array> {
  const dated = sheets.map((sheet) => ({ ...sheet, dateFormat: "yyyy-mm-dd" }));
  return new Uint8Array(await writeWorkbook(dated).toBuffer());
}

/**
 * A workbook whose only sheet has these rows, given as markup of its cells:
 * `<c r="A1" t="inlineStr"><is><t>name</t></is></c>`.
 */
export function handMadeWorkbook(rows: readonly string[]): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006/relationships";
  return zipSync({
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(
      `<worksheet xmlns="${main}"><sheetData>${rows.join("")}</sheetData></worksheet>`,
    ),
  });
}

/** Markup of a row of texts; null leaves a cell out, a string that begins with "<" stands for itself. */
export function markupRow(row: number, texts: readonly (string | null)[]): string {
  const cells = texts.map((text, column) => {
    if (text === null || text.startsWith("<")) return text ?? "";
    const address = `${String.fromCharCode(65 + column)}${row}`;
    const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    return `<c r="${address}" t="inlineStr"><is><t>${escaped}</t></is></c>`;
  });
  return `<row r="${row}">${cells.join("")}</row>`;
}
