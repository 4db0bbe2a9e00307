// Tekstar på nynorsk på sidene til prosjektleiaren om spørjeskjemaet: versjonar, merknader, førehandsvising, prøvekøyring.
import type { fieldworkQuestionnaire as english } from "../en/fieldwork-questionnaire.ts";

export const fieldworkQuestionnaire: typeof english = {
  navigation: "Spørjeskjema",
  list: {
    title: "Spørjeskjema",
    intro:
      "Her er versjonane av skjemaet. Når ein runde er opna med ein versjon, blir han aldri endra: endringar blir gjorde i ein ny versjon.",
    caption: "Versjonar av skjemaet",
    none: "Det er ikkje noko skjema enno. Les inn eitt nedanfor.",
    version: (version) => `Versjon ${version}`,
    columns: { version: "Versjon", questions: "Spørsmål", state: "Tilstand" },
    fixedSince: (day) => `I bruk sidan ${day}, blir aldri endra`,
    open: "Ikkje brukt enno, kan bytast ut",
    loadHeading: "Les inn eit skjema",
    loadIntro:
      "Vel den utfylte malen (Excel) eller eit skjema frå SurveyJS (JSON). Du ser alle merknader, og korleis det ser ut, før noko blir lagra.",
    file: "Fil",
    fileHelp: (megabytes) => `.xlsx eller .json, høgst ${megabytes} MB.`,
    look: "Sjå skjemaet",
    template: "Ein tom mal (Excel)",
    problems: {
      file: "vel ei fil å lese inn.",
      tooLarge: (megabytes) => `ho er større enn ${megabytes} MB.`,
    },
  },
  view: {
    fileTitle: (name) => `Skjemaet i ${name}`,
    findingsHeading: "Merknader",
    findingsNone: "Ingen. Skjemaet kan brukast som det er.",
    counts: (errors, warnings, notes) => `${errors} feil, ${warnings} å kontrollere, ${notes} å merke seg`,
    refused: "Skjemaet kan ikkje brukast før feila er retta.",
    caption: "Alle merknader til skjemaet",
    downloadExcel: "Som Excel-mal",
    downloadJson: "Som JSON",
    previewHeading: "Slik ser det ut",
    previewIntro:
      "Sida slik ho blir vist på ein telefon (390 punkt brei) og ved eit skrivebord (1280 punkt brei). Gjer ei prøvekøyring for å sjå det som er avhengig av svar.",
    pages: "Sider",
    languages: "Språk",
    page: (number, title) => (title === "" ? `Side ${number}` : `${number}. ${title}`),
    phone: "På ein telefon",
    desktop: "Ved eit skrivebord",
    preview: (device, page) => `${device}: ${page}`,
    tryHeading: "Prøvekøyring",
    tryIntro:
      "Gå gjennom skjemaet slik dei som svarer, gjer. Ingenting blir lagra: ingen svar, inga sak, ingen tal.",
    role: "Som",
    language: "På",
    try: "Start prøvekøyringa",
    tryAfterUse: "Skjemaet kan prøvekøyrast når det er lagra.",
    useHeading: "Bruk skjemaet",
    as: "Lagre det som",
    asNew: (version) => `Versjon ${version} (ny)`,
    asInstead: (version) => `Versjon ${version}, i staden for den som er der`,
    use: "Lagre skjemaet",
    other: "Vel ei anna fil",
    fixedMeanwhile:
      "Den versjonen er teken i bruk i mellomtida og kan ikkje lenger bytast ut. Lagre denne som ein ny versjon.",
  },
  test: {
    banner: "Prøvekøyring: ingenting blir lagra",
    text: (role, municipality) =>
      `Du svarer som ${role} i ${municipality}. Det du fyller ut, blir gløymt når du går frå sida.`,
    leave: "Avslutt prøvekøyringa",
    doneTitle: "Prøvekøyringa er slutt",
    doneText: "Ingenting vart lagra. Slik ville svara ha blitt:",
    caption: "Svara",
    columns: { question: "Spørsmål", answer: "Svar" },
    codesHeading: "I datafila",
    codesCaption: "Variablar og kodar",
    codeColumns: { variable: "Variabel", values: "Kodar" },
    filtered: "ikkje stilt",
    thanksHeading: "Det som blir lese til slutt",
    again: "Start på nytt",
  },
  notices: { questionnaireStored: "Skjemaet er lagra." },
};
