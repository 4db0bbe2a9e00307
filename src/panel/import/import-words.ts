// Problems, notices and questions of an import as sentences a lead can act on.
import type { ImportNotice, ImportProblem } from "./import-problem.ts";
import type { ImportQuestion } from "./match-members.ts";
import type { PanelWords } from "./panel-columns.ts";

/** "Row 7, column D (Kommun): “Norköping” is not a municipality. Did you mean Norrköping (0581)?" */
export function problemInWords(problem: ImportProblem, words: PanelWords): string {
  return placed(problem, reasonInWords(problem, words), words);
}

/** "Row 7, column D (Kommun): “482” was read as 0482 Flen: the spreadsheet had taken the zero in front." */
export function noticeInWords(notice: ImportNotice, words: PanelWords): string {
  const value = notice.value ?? "";
  switch (notice.kind) {
    case "zeros-restored":
      return placed(notice, words.zerosRestored(value, notice.taken), words);
    case "formula-result":
      return placed(notice, words.formulaResult(value), words);
    case "column-not-read":
      return words.columnNotRead(value);
    case "other-sheet":
      return words.otherSheet(notice.sheet, value);
    case "read-as":
      return words.readAs(notice.encoding);
    case "date-not-taken":
      return placed(notice, words.dateNotTaken(value, notice.kept ?? words.unknownDay), words);
  }
}

/** The question itself; what can be answered to a match is in `words.question`. */
export function questionInWords(question: ImportQuestion, words: PanelWords): string {
  switch (question.kind) {
    case "match":
      return words.question.match(question.name);
    case "shared-address":
      return words.question.sharedAddress(question.email, words.list(question.names));
    case "same-name":
      return words.question.sameName(words.list(question.names));
    case "other-person":
      return words.question.otherPerson(question.memberId, question.before, question.now);
  }
}

function placed(
  place: { readonly row: number | null; readonly letter: string | null; readonly heading: string | null },
  sentence: string,
  words: PanelWords,
): string {
  const where = words.place(place.row, place.letter, place.heading);
  return where === "" ? sentence : `${where}: ${sentence}`;
}

function reasonInWords(problem: ImportProblem, words: PanelWords): string {
  const value = problem.value ?? "";
  const column = problem.column === null ? "" : words.columns[problem.column];
  switch (problem.kind) {
    case "file-empty":
      return words.fileEmpty;
    case "file-too-large":
      return words.fileTooLarge(problem.megabytes, problem.most);
    case "too-many-rows":
      return words.tooManyRows(problem.most);
    case "not-excel":
      return words.notExcel;
    case "old-or-locked-excel":
      return words.oldOrLockedExcel;
    case "open-document":
      return words.openDocument;
    case "not-a-table":
      return words.notATable;
    case "damaged-excel":
      return words.damagedExcel;
    case "open-quote":
      return words.openQuote;
    case "sheet-empty":
      return words.sheetEmpty;
    case "no-headings":
      return words.noHeadings(words.list(problem.found));
    case "no-people":
      return words.noPeople;
    case "missing-column":
      return words.missingColumn(column);
    case "column-twice":
      return words.columnTwice(column, problem.other);
    case "missing-value":
      return words.missingValue(column);
    case "too-long":
      return words.tooLong(value, problem.most);
    case "garbled":
      return words.garbled(value);
    case "formula-text":
      return words.formulaText(value);
    case "formula-without-result":
      return words.formulaWithoutResult;
    case "error-value":
      return words.errorValue;
    case "bad-member-id":
      return words.badMemberId(value);
    case "invalid-email":
      return words.invalidEmail(value);
    case "unknown-role":
      return words.unknownRole(value, words.list(problem.roles), problem.near);
    case "unknown-municipality":
      return words.unknownMunicipality(value, words.list(problem.near));
    case "ambiguous-municipality":
      return words.ambiguousMunicipality(value, words.list(problem.candidates));
    case "municipality-not-then":
      return words.municipalityNotThen(value, problem.day, words.list(problem.candidates));
    case "unknown-language":
      return words.unknownLanguage(value, words.list(problem.languages));
    case "bad-date":
      return words.badDate(value);
    case "dates-swapped":
      return words.datesSwapped(value, problem.from);
    case "same-member-id":
      return words.sameMemberId(value, problem.otherRow);
    case "same-person":
      return words.samePerson(value, problem.otherRow);
    case "same-address":
      return words.sameAddress(value, problem.otherRow);
    case "same-name":
      return words.sameName(value, problem.otherRow);
    case "same-member":
      return words.sameMember(value, problem.otherRow);
    case "seat-overlap":
      return words.seatOverlap(value, problem.from ?? words.unknownDay, problem.to ?? words.openEnd);
  }
}
