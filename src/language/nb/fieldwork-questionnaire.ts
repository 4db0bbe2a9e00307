// Tekster på bokmål på prosjektlederens sider om spørreskjemaet: versjoner, merknader, forhåndsvisning, prøvekjøring.
import type { fieldworkQuestionnaire as english } from "../en/fieldwork-questionnaire.ts";

export const fieldworkQuestionnaire: typeof english = {
  navigation: "Spørreskjema",
  list: {
    title: "Spørreskjema",
    intro:
      "Her er versjonene av skjemaet. Når en runde er åpnet med en versjon, endres den aldri: endringer gjøres i en ny versjon.",
    caption: "Versjoner av skjemaet",
    none: "Det er ikke noe skjema ennå. Les inn ett nedenfor.",
    version: (version) => `Versjon ${version}`,
    columns: { version: "Versjon", questions: "Spørsmål", state: "Tilstand" },
    fixedSince: (day) => `I bruk siden ${day}, endres aldri`,
    open: "Ikke brukt ennå, kan erstattes",
    loadHeading: "Les inn et skjema",
    loadIntro:
      "Velg den utfylte malen (Excel) eller et skjema fra SurveyJS (JSON). Du ser alle merknader, og hvordan det ser ut, før noe lagres.",
    file: "Fil",
    fileHelp: (megabytes) => `.xlsx eller .json, høyst ${megabytes} MB.`,
    look: "Se skjemaet",
    template: "En tom mal (Excel)",
    problems: {
      file: "velg en fil å lese inn.",
      tooLarge: (megabytes) => `den er større enn ${megabytes} MB.`,
    },
  },
  view: {
    fileTitle: (name) => `Skjemaet i ${name}`,
    findingsHeading: "Merknader",
    findingsNone: "Ingen. Skjemaet kan brukes som det er.",
    counts: (errors, warnings, notes) => `${errors} feil, ${warnings} å kontrollere, ${notes} å merke seg`,
    refused: "Skjemaet kan ikke brukes før feilene er rettet.",
    caption: "Alle merknader til skjemaet",
    downloadExcel: "Som Excel-mal",
    downloadJson: "Som JSON",
    previewHeading: "Slik ser det ut",
    previewIntro:
      "Siden slik den vises på en telefon (390 punkter bred) og ved et skrivebord (1280 punkter bred). Gjør en prøvekjøring for å se det som avhenger av svar.",
    pages: "Sider",
    languages: "Språk",
    page: (number, title) => (title === "" ? `Side ${number}` : `${number}. ${title}`),
    phone: "På en telefon",
    desktop: "Ved et skrivebord",
    preview: (device, page) => `${device}: ${page}`,
    tryHeading: "Prøvekjøring",
    tryIntro:
      "Gå gjennom skjemaet slik de som svarer, gjør. Ingenting lagres: ingen svar, ingen sak, ingen tall.",
    role: "Som",
    language: "På",
    try: "Start prøvekjøringen",
    tryAfterUse: "Skjemaet kan prøvekjøres når det er lagret.",
    useHeading: "Bruk skjemaet",
    as: "Lagre det som",
    asNew: (version) => `Versjon ${version} (ny)`,
    asInstead: (version) => `Versjon ${version}, i stedet for den som er der`,
    use: "Lagre skjemaet",
    other: "Velg en annen fil",
    fixedMeanwhile:
      "Den versjonen er tatt i bruk i mellomtiden og kan ikke lenger erstattes. Lagre denne som en ny versjon.",
  },
  test: {
    banner: "Prøvekjøring: ingenting lagres",
    text: (role, municipality) =>
      `Du svarer som ${role} i ${municipality}. Det du fyller ut, blir glemt når du forlater siden.`,
    leave: "Avslutt prøvekjøringen",
    doneTitle: "Prøvekjøringen er slutt",
    doneText: "Ingenting ble lagret. Slik ville svarene ha blitt:",
    caption: "Svarene",
    columns: { question: "Spørsmål", answer: "Svar" },
    codesHeading: "I datafilen",
    codesCaption: "Variabler og koder",
    codeColumns: { variable: "Variabel", values: "Koder" },
    filtered: "ikke stilt",
    thanksHeading: "Det som leses til slutt",
    again: "Start på nytt",
  },
  notices: { questionnaireStored: "Skjemaet er lagret." },
};
