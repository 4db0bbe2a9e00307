// Nynorsktekstar om personane i ei undersøking: kolonnane i ei personliste, kva som er gale i ei, og kva ei innlesing gjer.
import type { panel as english } from "../en/panel.ts";

export const panel: typeof english = {
  headings: {
    member_id: ["medlems-id", "medlemsnummer", "person-id", "deltakar-id", "id"],
    name: ["namn", "fullt namn", "for- og etternamn"],
    email: ["e-post", "e-postadresse", "mail", "mailadresse"],
    phone: ["telefon", "telefonnummer", "mobil", "mobilnummer", "mobiltelefon", "tlf"],
    role: ["rolle"],
    municipality: ["kommune", "kommunenummer", "kommunenr", "kommunenamn"],
    language: ["språk", "målform"],
    seat_from: ["verv frå", "frå", "frå og med", "f.o.m.", "fom", "tok til", "startdato"],
    seat_to: ["verv til", "til", "til og med", "t.o.m.", "tom", "gjekk av", "sluttdato"],
  },
  languageNames: {
    sv: ["svensk"],
    nb: ["norsk", "bokmål", "norsk bokmål"],
    nn: ["nynorsk", "norsk nynorsk"],
    en: ["engelsk"],
  },
  columns: {
    member_id: "medlems-id",
    name: "namn",
    email: "e-post",
    phone: "telefon",
    role: "rolle",
    municipality: "kommune",
    language: "språk",
    seat_from: "frå",
    seat_to: "til",
  },
  place: (row, letter, heading) =>
    [row === null ? "" : `Rad ${row}`, letter === null ? "" : `kolonne ${letter} (${heading})`]
      .filter((part) => part !== "")
      .join(", "),
  list: (items) => items.join(", "),
  fileEmpty: "Fila er tom.",
  fileTooLarge: (megabytes, most) => `Fila er for stor (${megabytes} MB; høgst ${most} MB kan lesast).`,
  tooManyRows: (most) =>
    `Fila har for mange rader eller kolonnar (høgst ${most} rader kan lesast). Slett alt bortsett frå lista med personar.`,
  notExcel:
    "Dette er ikkje ei Excel-fil, sjølv om namnet sluttar som ei. Opne ho i Excel og lagre ho som «Excel-arbeidsbok (.xlsx)».",
  oldOrLockedExcel:
    "Dette er ei gammal Excel-fil (.xls) eller ei med passord. Lagre ho som «Excel-arbeidsbok (.xlsx)» utan passord.",
  openDocument: "Dette er eit rekneark frå LibreOffice (.ods). Lagre det som .xlsx eller .csv.",
  notATable: "Dette er verken eit rekneark eller ei tekstfil. Vel personlista som .xlsx eller .csv.",
  damagedExcel: "Excel-fila er skadd og kan ikkje lesast. Opne ho i Excel, lagre ho på nytt og prøv igjen.",
  openQuote: 'Eit hermeteikn blir opna og aldri lukka. Sjå etter eit einsleg " i fila.',
  sheetEmpty: "Det er ingenting i fila.",
  noHeadings: (found) =>
    `Fann ingen overskrifter. Første rad må ha minst: namn, rolle, kommune. Ho har: ${found}.`,
  noPeople: "Det er overskrifter, men ingen personar under dei.",
  missingColumn: (column) => `Kolonnen «${column}» manglar. Legg han til, med denne overskrifta.`,
  columnTwice: (column, other) =>
    `To kolonnar gir opp ${column}, den andre er «${other}». Behald éin av dei.`,
  missingValue: (column) => `Opplysning manglar: ${column}.`,
  tooLong: (value, most) => `«${value}» er for langt (høgst ${most} teikn).`,
  garbled: (value) =>
    `«${value}» har bokstavar som vart feil då fila vart lagra. Lagre ho på nytt som .xlsx eller som CSV UTF-8.`,
  formulaText: (value) => `«${value}» byrjar som ein formel. Skriv teksten utan =, +, - eller @ framfor.`,
  formulaWithoutResult:
    "Her er ein formel med eit resultat som ikkje kan lesast. Kopier cella og lim ho inn som verdi.",
  errorValue: "Her er ein feilverdi som #I/T (#N/A). Skriv rett verdi i staden.",
  badMemberId: (value) =>
    `«${value}» kan ikkje vere ein medlems-id. Bruk høgst 60 bokstavar, siffer, «.», «_» og «-».`,
  invalidEmail: (value) => `«${value}» er ikkje ei e-postadresse.`,
  unknownRole: (value, roles, near) =>
    near === null
      ? `«${value}» er ikkje ei rolle i undersøkinga. Rollene er: ${roles}.`
      : `«${value}» er ikkje ei rolle i undersøkinga. Meiner du «${near}»?`,
  unknownMunicipality: (value, near) =>
    near === ""
      ? `«${value}» er ikkje ein kommune. Skriv namnet, eller nummeret med fire siffer.`
      : `«${value}» er ikkje ein kommune. Meiner du ${near}?`,
  ambiguousMunicipality: (value, candidates) =>
    `Det finst fleire kommunar som heiter «${value}»: ${candidates}. Skriv nummeret.`,
  municipalityNotThen: (value, day, candidates) =>
    `«${value}» var ikkje ein kommune ${day}: ${candidates}. Skriv den som galdt den dagen.`,
  unknownLanguage: (value, languages) =>
    `«${value}» er ikkje eit språk i undersøkinga. Bruk eit av desse: ${languages}.`,
  badDate: (value) =>
    `«${value}» er ikkje ein dato. Skriv år-månad-dag, til dømes 2026-09-01, eller dag.månad.år.`,
  datesSwapped: (value, from) => `Den siste dagen, ${value}, kjem før den første, ${from}.`,
  sameMemberId: (value, row) => `«${value}» står på rad ${row} òg. Kvar person har sin eigen id.`,
  samePerson: (value, row) =>
    `${value} står på rad ${row} òg, med same adresse. Behald éi rad: den plassen personen skal spørjast om.`,
  sameAddress: (value, row) =>
    `${value} er adressa på rad ${row} òg. Deler to personar henne, får du stadfeste det når resten av fila er rett.`,
  sameName: (value, row) =>
    `${value} står på rad ${row} òg, med same rolle og kommune. Er det to personar, får du stadfeste det når resten av fila er rett.`,
  sameMember: (value, row) =>
    `${value} og rad ${row} vart tekne for same medlem. Vel ein annan for ein av dei.`,
  seatOverlap: (value, from, to) =>
    `${value} har alt ein plass frå ${from} til ${to}. Skriv ein første dag etter det.`,
  unknownDay: "ukjend dag",
  openEnd: "no",
  zerosRestored: (value, taken) =>
    `«${value}» vart lese som ${taken}: reknearket hadde fjerna nullen framfor.`,
  formulaResult: (value) => `Resultatet av ein formel vart brukt: «${value}».`,
  columnNotRead: (heading) => `Kolonnen «${heading}» blir ikkje brukt.`,
  otherSheet: (sheet, read) => `Arket «${sheet}» vart ikkje lese, berre «${read}».`,
  readAs: (encoding) =>
    `Teksten vart lesen som ${encoding}. Kontroller at å, ä, ö, æ og ø er rette nedanfor.`,
  dateNotTaken: (value, kept) =>
    `Den første dagen ${value} vart ikkje brukt, fordi nokon hadde plassen då. Det blir ståande ${kept}.`,
  question: {
    match: (name) => `Er ${name} nokon som alt er med?`,
    matchBy: {
      "email-and-name": "same namn og adresse",
      email: "same adresse, eit anna namn",
      name: "same namn, ei anna eller inga adresse",
    },
    newPerson: "Nei, ein ny person",
    sharedAddress: (address, names) => `${names} har same adresse, ${address}. Stemmer det?`,
    sameName: (names) => `${names}: to rader med same namn. Er det to ulike personar?`,
    otherPerson: (memberId, before, now) =>
      `${memberId} er ${before} hittil og ${now} i fila, med ei anna adresse. Er det same person?`,
    yes: "Ja",
  },
  outcome: {
    new: "ny",
    moved: "byter",
    corrected: "stod på feil plass",
    returned: "kjem tilbake",
    left: "sluttar",
    changed: "endra opplysningar",
    unchanged: "uendra",
  },
  takesSeatOf: (name) => `tek plassen etter ${name}`,
  newSeat: "ein ny plass",
};
