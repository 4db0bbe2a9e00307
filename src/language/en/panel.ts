// English texts about the people of a study: the columns of a panel file, what is wrong in one, and what an import does.

export const panel = {
  /** What headings may be called; letter case, accents and punctuation do not matter. */
  headings: {
    member_id: ["member_id", "member id", "member number", "person id", "id"],
    name: ["name", "full name"],
    email: ["email", "e-mail", "e-mail address", "email address", "mail"],
    phone: ["phone", "telephone", "phone number", "telephone number", "mobile", "mobile number"],
    role: ["role"],
    municipality: ["municipality", "municipality code", "municipality name"],
    language: ["language"],
    seat_from: ["seat_from", "from", "from date", "in office from", "start date"],
    seat_to: ["seat_to", "to", "until", "to date", "in office until", "end date"],
  },
  /** What languages may be called in a file, beside their codes. */
  languageNames: {
    sv: ["Swedish"],
    nb: ["Norwegian", "Norwegian Bokmål", "Bokmål"],
    nn: ["Nynorsk", "Norwegian Nynorsk"],
    en: ["English"],
  },
  columns: {
    member_id: "member_id",
    name: "name",
    email: "e-mail",
    phone: "telephone",
    role: "role",
    municipality: "municipality",
    language: "language",
    seat_from: "from",
    seat_to: "to",
  },
  place: (row: number | null, letter: string | null, heading: string | null) =>
    [row === null ? "" : `Row ${row}`, letter === null ? "" : `column ${letter} (${heading})`]
      .filter((part) => part !== "")
      .join(", "),
  list: (items: readonly string[]) => items.join(", "),
  fileEmpty: "The file is empty.",
  fileTooLarge: (megabytes: number, most: number) =>
    `The file is too large (${megabytes} MB; at most ${most} MB can be read).`,
  tooManyRows: (most: number) =>
    `The file has too many rows or columns (at most ${most} rows can be read). Delete everything beside the list of people.`,
  notExcel:
    "This is not an Excel file, although its name ends like one. Open it in Excel and save it as “Excel workbook (.xlsx)”.",
  oldOrLockedExcel:
    "This is an old Excel file (.xls), or one with a password. Save it as “Excel workbook (.xlsx)” without a password.",
  openDocument: "This is a LibreOffice spreadsheet (.ods). Save it as .xlsx or .csv.",
  notATable: "This is neither a spreadsheet nor a text file. Choose the list of people as .xlsx or .csv.",
  damagedExcel:
    "The Excel file is damaged and cannot be read. Open it in Excel, save it again and try once more.",
  openQuote: 'A quotation mark is opened and never closed. Look for a single " in the file.',
  sheetEmpty: "There is nothing in the file.",
  noHeadings: (found: string) =>
    `No headings were found. The first row must have at least: name, role, municipality. It has: ${found}.`,
  noPeople: "There are headings but no people below them.",
  missingColumn: (column: string) => `The column “${column}” is missing. Add it, with this heading.`,
  columnTwice: (column: string, other: string) =>
    `Two columns give the ${column}, the other is “${other}”. Keep one of them.`,
  missingValue: (column: string) => `The ${column} is missing.`,
  tooLong: (value: string, most: number) => `“${value}” is too long (at most ${most} characters).`,
  garbled: (value: string) =>
    `“${value}” has letters that were garbled when the file was saved. Save it again as .xlsx, or as CSV UTF-8.`,
  formulaText: (value: string) =>
    `“${value}” begins like a formula. Write the text without =, +, - or @ in front.`,
  formulaWithoutResult:
    "There is a formula whose result cannot be read. Copy the cell and paste it as values.",
  errorValue: "There is an error value such as #N/A. Write the right value instead.",
  badMemberId: (value: string) =>
    `“${value}” cannot be a member_id. Use up to 60 letters, digits, “.”, “_” and “-”.`,
  invalidEmail: (value: string) => `“${value}” is not an e-mail address.`,
  unknownRole: (value: string, roles: string, near: string | null) =>
    near === null
      ? `“${value}” is not a role in this study. The roles are: ${roles}.`
      : `“${value}” is not a role in this study. Did you mean “${near}”?`,
  unknownMunicipality: (value: string, near: string) =>
    near === ""
      ? `“${value}” is not a municipality. Write its name, or its code of four digits.`
      : `“${value}” is not a municipality. Did you mean ${near}?`,
  ambiguousMunicipality: (value: string, candidates: string) =>
    `There are several municipalities called “${value}”: ${candidates}. Write the code.`,
  municipalityNotThen: (value: string, day: string, candidates: string) =>
    `“${value}” was not a municipality on ${day}: ${candidates}. Write the one of that day.`,
  unknownLanguage: (value: string, languages: string) =>
    `“${value}” is not a language of this study. Use one of: ${languages}.`,
  badDate: (value: string) =>
    `“${value}” is not a date. Write year-month-day, for example 2026-09-01, or day.month.year.`,
  datesSwapped: (value: string, from: string) => `The last day, ${value}, comes before the first, ${from}.`,
  sameMemberId: (value: string, row: number) =>
    `“${value}” stands in row ${row} as well. Every person has an id of their own.`,
  samePerson: (value: string, row: number) =>
    `${value} stands in row ${row} as well, with the same address. Keep one row: the seat that the person is to be asked about.`,
  sameAddress: (value: string, row: number) =>
    `${value} is the address in row ${row} too. If two people share it, you will be asked to confirm that once the rest of the file is right.`,
  sameName: (value: string, row: number) =>
    `${value} stands in row ${row} as well, in the same role and municipality. If they are two people, you will be asked to confirm that once the rest of the file is right.`,
  sameMember: (value: string, row: number) =>
    `${value} and row ${row} were taken for the same member. Choose another for one of them.`,
  seatOverlap: (value: string, from: string, to: string) =>
    `${value} holds a seat from ${from} to ${to} already. Write a first day after that.`,
  unknownDay: "an unknown day",
  openEnd: "now",
  zerosRestored: (value: string, taken: string) =>
    `“${value}” was read as ${taken}: the spreadsheet had taken the zero in front.`,
  formulaResult: (value: string) => `The result of a formula was taken: “${value}”.`,
  columnNotRead: (heading: string) => `The column “${heading}” is not used.`,
  otherSheet: (sheet: string, read: string) => `The sheet “${sheet}” was not read, only “${read}”.`,
  readAs: (encoding: string) =>
    `The text was read as ${encoding}. Check that å, ä, ö, æ and ø are right below.`,
  dateNotTaken: (value: string, kept: string) =>
    `The first day ${value} was not taken, because somebody held the seat then. It stays ${kept}.`,
  question: {
    match: (name: string) => `Is ${name} somebody who is in the panel already?`,
    matchBy: {
      "email-and-name": "same name and address",
      email: "same address, another name",
      name: "same name, another address or none",
    },
    newPerson: "No, a new person",
    sharedAddress: (address: string, names: string) =>
      `${names} have the same address, ${address}. Is that right?`,
    sameName: (names: string) => `${names}: two rows with the same name. Are they two different people?`,
    otherPerson: (memberId: string, before: string, now: string) =>
      `${memberId} is ${before} in the panel and ${now} in the file, with another address. Is this the same person?`,
    yes: "Yes",
  },
  outcome: {
    new: "new",
    moved: "moves",
    corrected: "was entered under the wrong post",
    returned: "returns",
    left: "leaves",
    changed: "details changed",
    unchanged: "unchanged",
  },
  takesSeatOf: (name: string) => `takes the seat of ${name}`,
  newSeat: "a new seat",
};
