// Svenska texter på projektledarens sidor om frågeformuläret: versioner, anmärkningar, förhandsvisning, provkörning.
import type { fieldworkQuestionnaire as english } from "../en/fieldwork-questionnaire.ts";

export const fieldworkQuestionnaire: typeof english = {
  navigation: "Frågeformulär",
  list: {
    title: "Frågeformulär",
    intro:
      "Här finns formulärets versioner. När en omgång har öppnats med en version ändras den aldrig: ändringar görs i en ny version.",
    caption: "Formulärets versioner",
    none: "Det finns inget formulär ännu. Läs in ett nedan.",
    version: (version) => `Version ${version}`,
    columns: { version: "Version", questions: "Frågor", state: "Läge" },
    fixedSince: (day) => `I bruk sedan ${day}, ändras aldrig`,
    open: "Inte använd ännu, kan ersättas",
    loadHeading: "Läs in ett formulär",
    loadIntro:
      "Välj den ifyllda mallen (Excel) eller ett formulär från SurveyJS (JSON). Du ser allt som anmärks på och hur det ser ut innan något sparas.",
    file: "Fil",
    fileHelp: (megabytes) => `.xlsx eller .json, högst ${megabytes} MB.`,
    look: "Se formuläret",
    template: "En tom mall (Excel)",
    problems: {
      file: "välj en fil att läsa in.",
      tooLarge: (megabytes) => `den är större än ${megabytes} MB.`,
    },
  },
  view: {
    fileTitle: (name) => `Formuläret i ${name}`,
    findingsHeading: "Anmärkningar",
    findingsNone: "Inga. Formuläret kan användas som det är.",
    counts: (errors, warnings, notes) => `${errors} fel, ${warnings} att kontrollera, ${notes} att notera`,
    refused: "Formuläret kan inte användas förrän felen är rättade.",
    caption: "Allt som anmärks på i formuläret",
    downloadExcel: "Som Excel-mall",
    downloadJson: "Som JSON",
    previewHeading: "Så ser det ut",
    previewIntro:
      "Sidan som den visas på en telefon (390 punkter bred) och vid ett skrivbord (1280 punkter bred). Gör en provkörning för att se det som beror på svar.",
    pages: "Sidor",
    languages: "Språk",
    page: (number, title) => (title === "" ? `Sida ${number}` : `${number}. ${title}`),
    phone: "På en telefon",
    desktop: "Vid ett skrivbord",
    preview: (device, page) => `${device}: ${page}`,
    tryHeading: "Provkörning",
    tryIntro:
      "Gå igenom formuläret som en svarande gör. Inget sparas: inga svar, inget ärende, ingen siffra.",
    role: "Som",
    language: "På",
    try: "Börja provkörningen",
    tryAfterUse: "Formuläret kan provköras när det har sparats.",
    useHeading: "Använd formuläret",
    as: "Spara det som",
    asNew: (version) => `Version ${version} (ny)`,
    asInstead: (version) => `Version ${version}, i stället för den som finns`,
    use: "Spara formuläret",
    other: "Välj en annan fil",
    fixedMeanwhile:
      "Den versionen har tagits i bruk under tiden och kan inte längre ersättas. Spara den här som en ny version.",
  },
  test: {
    banner: "Provkörning: inget sparas",
    text: (role, municipality) =>
      `Du svarar som ${role} i ${municipality}. Det du fyller i glöms när du lämnar sidan.`,
    leave: "Avsluta provkörningen",
    doneTitle: "Provkörningen är slut",
    doneText: "Inget sparades. Så här skulle en svarandes svar ha blivit:",
    caption: "Svaren",
    columns: { question: "Fråga", answer: "Svar" },
    codesHeading: "I datafilen",
    codesCaption: "Variabler och koder",
    codeColumns: { variable: "Variabel", values: "Koder" },
    filtered: "inte ställd",
    thanksHeading: "Vad den svarande läser till sist",
    again: "Börja om",
  },
  notices: { questionnaireStored: "Formuläret har sparats." },
};
