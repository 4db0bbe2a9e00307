// Bokmålstekster om personene i en undersøkelse: kolonnene i en personliste, hva som er galt i en, og hva en innlesing gjør.
import type { panel as english } from "../en/panel.ts";

export const panel: typeof english = {
  headings: {
    member_id: ["medlems-id", "medlemsnummer", "person-id", "deltaker-id", "id"],
    name: ["navn", "fullt navn", "for- og etternavn"],
    email: ["e-post", "e-postadresse", "mail", "mailadresse"],
    phone: ["telefon", "telefonnummer", "mobil", "mobilnummer", "mobiltelefon", "tlf"],
    role: ["rolle"],
    municipality: ["kommune", "kommunenummer", "kommunenr", "kommunenavn"],
    language: ["språk", "målform"],
    seat_from: ["verv fra", "fra", "fra og med", "f.o.m.", "fom", "tiltrådte", "startdato"],
    seat_to: ["verv til", "til", "til og med", "t.o.m.", "tom", "fratrådte", "sluttdato"],
  },
  languageNames: {
    sv: ["svensk"],
    nb: ["norsk", "bokmål", "norsk bokmål"],
    nn: ["nynorsk", "norsk nynorsk"],
    en: ["engelsk"],
  },
  columns: {
    member_id: "medlems-id",
    name: "navn",
    email: "e-post",
    phone: "telefon",
    role: "rolle",
    municipality: "kommune",
    language: "språk",
    seat_from: "fra",
    seat_to: "til",
  },
  place: (row, letter, heading) =>
    [row === null ? "" : `Rad ${row}`, letter === null ? "" : `kolonne ${letter} (${heading})`]
      .filter((part) => part !== "")
      .join(", "),
  list: (items) => items.join(", "),
  fileEmpty: "Filen er tom.",
  fileTooLarge: (megabytes, most) => `Filen er for stor (${megabytes} MB; høyst ${most} MB kan leses).`,
  tooManyRows: (most) =>
    `Filen har for mange rader eller kolonner (høyst ${most} rader kan leses). Slett alt unntatt listen med personer.`,
  notExcel:
    "Dette er ikke en Excel-fil, selv om navnet slutter som en. Åpne den i Excel og lagre den som «Excel-arbeidsbok (.xlsx)».",
  oldOrLockedExcel:
    "Dette er en gammel Excel-fil (.xls) eller en med passord. Lagre den som «Excel-arbeidsbok (.xlsx)» uten passord.",
  openDocument: "Dette er et regneark fra LibreOffice (.ods). Lagre det som .xlsx eller .csv.",
  notATable: "Dette er verken et regneark eller en tekstfil. Velg personlisten som .xlsx eller .csv.",
  damagedExcel: "Excel-filen er skadet og kan ikke leses. Åpne den i Excel, lagre den på nytt og prøv igjen.",
  openQuote: 'Et anførselstegn åpnes og blir aldri lukket. Se etter et enslig " i filen.',
  sheetEmpty: "Det er ingenting i filen.",
  noHeadings: (found) =>
    `Fant ingen overskrifter. Første rad må ha minst: navn, rolle, kommune. Den har: ${found}.`,
  noPeople: "Det er overskrifter, men ingen personer under dem.",
  missingColumn: (column) => `Kolonnen «${column}» mangler. Legg den til, med denne overskriften.`,
  columnTwice: (column, other) => `To kolonner oppgir ${column}, den andre er «${other}». Behold én av dem.`,
  missingValue: (column) => `Opplysning mangler: ${column}.`,
  tooLong: (value, most) => `«${value}» er for langt (høyst ${most} tegn).`,
  garbled: (value) =>
    `«${value}» har bokstaver som ble feil da filen ble lagret. Lagre den på nytt som .xlsx eller som CSV UTF-8.`,
  formulaText: (value) => `«${value}» begynner som en formel. Skriv teksten uten =, +, - eller @ foran.`,
  formulaWithoutResult:
    "Her er en formel med et resultat som ikke kan leses. Kopier cellen og lim den inn som verdi.",
  errorValue: "Her er en feilverdi som #I/T (#N/A). Skriv riktig verdi i stedet.",
  badMemberId: (value) =>
    `«${value}» kan ikke være en medlems-id. Bruk høyst 60 bokstaver, sifre, «.», «_» og «-».`,
  invalidEmail: (value) => `«${value}» er ikke en e-postadresse.`,
  unknownRole: (value, roles, near) =>
    near === null
      ? `«${value}» er ikke en rolle i undersøkelsen. Rollene er: ${roles}.`
      : `«${value}» er ikke en rolle i undersøkelsen. Mener du «${near}»?`,
  unknownMunicipality: (value, near) =>
    near === ""
      ? `«${value}» er ikke en kommune. Skriv navnet, eller nummeret med fire sifre.`
      : `«${value}» er ikke en kommune. Mener du ${near}?`,
  ambiguousMunicipality: (value, candidates) =>
    `Det finnes flere kommuner som heter «${value}»: ${candidates}. Skriv nummeret.`,
  municipalityNotThen: (value, day, candidates) =>
    `«${value}» var ikke en kommune ${day}: ${candidates}. Skriv den som gjaldt den dagen.`,
  unknownLanguage: (value, languages) =>
    `«${value}» er ikke et språk i undersøkelsen. Bruk et av disse: ${languages}.`,
  badDate: (value) =>
    `«${value}» er ikke en dato. Skriv år-måned-dag, for eksempel 2026-09-01, eller dag.måned.år.`,
  datesSwapped: (value, from) => `Den siste dagen, ${value}, kommer før den første, ${from}.`,
  sameMemberId: (value, row) => `«${value}» står på rad ${row} også. Hver person har sin egen id.`,
  samePerson: (value, row) =>
    `${value} står på rad ${row} også, med samme adresse. Behold én rad: den plassen personen skal spørres om.`,
  sameAddress: (value, row) =>
    `${value} er adressen på rad ${row} også. Deler to personer den, får du bekrefte det når resten av filen er riktig.`,
  sameName: (value, row) =>
    `${value} står på rad ${row} også, med samme rolle og kommune. Er det to personer, får du bekrefte det når resten av filen er riktig.`,
  sameMember: (value, row) =>
    `${value} og rad ${row} ble tatt for samme medlem. Velg en annen for en av dem.`,
  seatOverlap: (value, from, to) =>
    `${value} har allerede en plass fra ${from} til ${to}. Skriv en første dag etter det.`,
  unknownDay: "ukjent dag",
  openEnd: "nå",
  zerosRestored: (value, taken) => `«${value}» ble lest som ${taken}: regnearket hadde fjernet nullen foran.`,
  formulaResult: (value) => `Resultatet av en formel ble brukt: «${value}».`,
  columnNotRead: (heading) => `Kolonnen «${heading}» blir ikke brukt.`,
  otherSheet: (sheet, read) => `Arket «${sheet}» ble ikke lest, bare «${read}».`,
  readAs: (encoding) =>
    `Teksten ble lest som ${encoding}. Kontroller at å, ä, ö, æ og ø er riktige nedenfor.`,
  dateNotTaken: (value, kept) =>
    `Den første dagen ${value} ble ikke brukt, fordi noen hadde plassen da. Det blir stående ${kept}.`,
  question: {
    match: (name) => `Er ${name} noen som allerede er med?`,
    matchBy: {
      "email-and-name": "samme navn og adresse",
      email: "samme adresse, et annet navn",
      name: "samme navn, en annen eller ingen adresse",
    },
    newPerson: "Nei, en ny person",
    sharedAddress: (address, names) => `${names} har samme adresse, ${address}. Stemmer det?`,
    sameName: (names) => `${names}: to rader med samme navn. Er det to forskjellige personer?`,
    otherPerson: (memberId, before, now) =>
      `${memberId} er ${before} hittil og ${now} i filen, med en annen adresse. Er det samme person?`,
    yes: "Ja",
  },
  outcome: {
    new: "ny",
    moved: "bytter",
    corrected: "sto på feil plass",
    returned: "kommer tilbake",
    left: "slutter",
    changed: "endrede opplysninger",
    unchanged: "uendret",
  },
  takesSeatOf: (name) => `tar plassen etter ${name}`,
  newSeat: "en ny plass",
};
