// Svenska texter om personerna i en undersökning: kolumnerna i en personlista, vad som är fel i en, och vad en inläsning gör.
import type { panel as english } from "../en/panel.ts";

export const panel: typeof english = {
  headings: {
    member_id: ["medlems-id", "medlemsnummer", "person-id", "deltagar-id", "id"],
    name: ["namn", "fullständigt namn", "för- och efternamn"],
    email: ["e-post", "e-postadress", "mejl", "mejladress", "mail", "mailadress"],
    phone: ["telefon", "telefonnummer", "mobil", "mobilnummer", "mobiltelefon", "tel"],
    role: ["roll"],
    municipality: ["kommun", "kommunkod", "kommunnamn"],
    language: ["språk"],
    seat_from: ["uppdrag från", "från", "från och med", "fr.o.m.", "from", "tillträdde", "startdatum"],
    seat_to: ["uppdrag till", "till", "till och med", "t.o.m.", "tom", "avgick", "slutdatum"],
  },
  languageNames: {
    sv: ["svenska"],
    nb: ["norska", "bokmål", "norskt bokmål"],
    nn: ["nynorska", "nynorsk"],
    en: ["engelska"],
  },
  columns: {
    member_id: "medlems-id",
    name: "namn",
    email: "e-post",
    phone: "telefon",
    role: "roll",
    municipality: "kommun",
    language: "språk",
    seat_from: "från",
    seat_to: "till",
  },
  place: (row, letter, heading) =>
    [row === null ? "" : `Rad ${row}`, letter === null ? "" : `kolumn ${letter} (${heading})`]
      .filter((part) => part !== "")
      .join(", "),
  list: (items) => items.join(", "),
  fileEmpty: "Filen är tom.",
  fileTooLarge: (megabytes, most) => `Filen är för stor (${megabytes} MB; högst ${most} MB kan läsas).`,
  tooManyRows: (most) =>
    `Filen har för många rader eller kolumner (högst ${most} rader kan läsas). Ta bort allt utom listan med personer.`,
  notExcel:
    "Detta är ingen Excelfil, fast namnet slutar som en. Öppna den i Excel och spara den som ”Excel-arbetsbok (.xlsx)”.",
  oldOrLockedExcel:
    "Detta är en gammal Excelfil (.xls) eller en med lösenord. Spara den som ”Excel-arbetsbok (.xlsx)” utan lösenord.",
  openDocument: "Detta är ett kalkylblad från LibreOffice (.ods). Spara det som .xlsx eller .csv.",
  notATable: "Detta är varken ett kalkylblad eller en textfil. Välj personlistan som .xlsx eller .csv.",
  damagedExcel:
    "Excelfilen är skadad och går inte att läsa. Öppna den i Excel, spara den på nytt och försök igen.",
  openQuote: 'Ett citattecken öppnas och stängs aldrig. Leta efter ett ensamt " i filen.',
  sheetEmpty: "Det finns ingenting i filen.",
  noHeadings: (found) =>
    `Inga rubriker hittades. Första raden måste ha minst: namn, roll, kommun. Den har: ${found}.`,
  noPeople: "Det finns rubriker men inga personer under dem.",
  missingColumn: (column) => `Kolumnen ”${column}” saknas. Lägg till den, med den rubriken.`,
  columnTwice: (column, other) => `Två kolumner anger ${column}, den andra är ”${other}”. Behåll en av dem.`,
  missingValue: (column) => `Uppgift saknas: ${column}.`,
  tooLong: (value, most) => `”${value}” är för långt (högst ${most} tecken).`,
  garbled: (value) =>
    `”${value}” har bokstäver som blev fel när filen sparades. Spara den på nytt som .xlsx eller som CSV UTF-8.`,
  formulaText: (value) => `”${value}” börjar som en formel. Skriv texten utan =, +, - eller @ framför.`,
  formulaWithoutResult:
    "Här finns en formel vars resultat inte går att läsa. Kopiera cellen och klistra in den som värde.",
  errorValue: "Här finns ett felvärde som #SAKNAS! (#N/A). Skriv rätt värde i stället.",
  badMemberId: (value) =>
    `”${value}” kan inte vara ett medlems-id. Använd högst 60 bokstäver, siffror, ”.”, ”_” och ”-”.`,
  invalidEmail: (value) => `”${value}” är inte en e-postadress.`,
  unknownRole: (value, roles, near) =>
    near === null
      ? `”${value}” är inte en roll i undersökningen. Rollerna är: ${roles}.`
      : `”${value}” är inte en roll i undersökningen. Menar du ”${near}”?`,
  unknownMunicipality: (value, near) =>
    near === ""
      ? `”${value}” är inte en kommun. Skriv namnet, eller koden med fyra siffror.`
      : `”${value}” är inte en kommun. Menar du ${near}?`,
  ambiguousMunicipality: (value, candidates) =>
    `Det finns flera kommuner som heter ”${value}”: ${candidates}. Skriv koden.`,
  municipalityNotThen: (value, day, candidates) =>
    `”${value}” var inte en kommun den ${day}: ${candidates}. Skriv den som gällde den dagen.`,
  unknownLanguage: (value, languages) =>
    `”${value}” är inte ett språk i undersökningen. Använd något av: ${languages}.`,
  badDate: (value) =>
    `”${value}” är inte ett datum. Skriv år-månad-dag, till exempel 2026-09-01, eller dag.månad.år.`,
  datesSwapped: (value, from) => `Den sista dagen, ${value}, kommer före den första, ${from}.`,
  sameMemberId: (value, row) => `”${value}” står på rad ${row} också. Varje person har ett eget id.`,
  samePerson: (value, row) =>
    `${value} står på rad ${row} också, med samma adress. Behåll en rad: den plats som personen ska tillfrågas om.`,
  sameAddress: (value, row) =>
    `${value} är adressen på rad ${row} också. Delar två personer den, får du bekräfta det när resten av filen är rätt.`,
  sameName: (value, row) =>
    `${value} står på rad ${row} också, med samma roll och kommun. Är det två personer, får du bekräfta det när resten av filen är rätt.`,
  sameMember: (value, row) => `${value} och rad ${row} togs för samma medlem. Välj en annan för en av dem.`,
  seatOverlap: (value, from, to) =>
    `${value} har redan en plats från ${from} till ${to}. Skriv en första dag efter det.`,
  unknownDay: "okänd dag",
  openEnd: "nu",
  zerosRestored: (value, taken) =>
    `”${value}” lästes som ${taken}: kalkylprogrammet hade tagit bort nollan framför.`,
  formulaResult: (value) => `Resultatet av en formel togs: ”${value}”.`,
  columnNotRead: (heading) => `Kolumnen ”${heading}” används inte.`,
  otherSheet: (sheet, read) => `Bladet ”${sheet}” lästes inte, bara ”${read}”.`,
  readAs: (encoding) => `Texten lästes som ${encoding}. Kontrollera att å, ä, ö, æ och ø är rätt nedan.`,
  dateNotTaken: (value, kept) =>
    `Den första dagen ${value} togs inte, eftersom någon hade platsen då. Det står kvar ${kept}.`,
  question: {
    match: (name) => `Är ${name} någon som redan finns med?`,
    matchBy: {
      "email-and-name": "samma namn och adress",
      email: "samma adress, annat namn",
      name: "samma namn, annan eller ingen adress",
    },
    newPerson: "Nej, en ny person",
    sharedAddress: (address, names) => `${names} har samma adress, ${address}. Stämmer det?`,
    sameName: (names) => `${names}: två rader med samma namn. Är det två olika personer?`,
    otherPerson: (memberId, before, now) =>
      `${memberId} är ${before} hittills och ${now} i filen, med en annan adress. Är det samma person?`,
    yes: "Ja",
  },
  outcome: {
    new: "ny",
    moved: "byter",
    corrected: "stod på fel plats",
    returned: "kommer tillbaka",
    left: "slutar",
    changed: "ändrade uppgifter",
    unchanged: "oförändrad",
  },
  takesSeatOf: (name) => `tar platsen efter ${name}`,
  newSeat: "en ny plats",
};
