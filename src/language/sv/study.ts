// Svenska texter om undersökningsmappar: vad som är fel i en fil, och hur det rättas.
import type { study as english } from "../en/study.ts";

export const study: typeof english = {
  place: (file, path) => (path === "" ? file : `${file}, ${path}`),
  severity: { error: "Fel", warning: "Kontrollera", note: "Upplysning" },
  fileMissing: "Filen saknas. Lägg den i undersökningens mapp.",
  notJson: (reason) =>
    `Filen är inte giltig JSON (${reason}). Leta efter ett komma eller en parentes som fattas.`,
  notTable: (reason) =>
    `Filen går inte att läsa som en tabell (${reason}). Spara den som CSV med kolumnnamnen på första raden.`,
  missing: "Detta saknas. Lägg till det.",
  wrongType: {
    text: "Här ska det stå en text inom citattecken.",
    list: "Här ska det stå en lista inom hakparenteser.",
    object: "Här ska det stå en grupp av fält inom klammerparenteser.",
    "yes-no": "Här ska det stå true eller false, utan citattecken.",
    number: "Här ska det stå ett tal, utan citattecken.",
  },
  empty: "Detta är tomt. Fyll i det.",
  unknownKey: (key) => `”${key}” läses inte. Kontrollera stavningen eller ta bort det.`,
  notAllowed: (value, allowed) => `”${value}” kan inte användas här. Välj något av: ${allowed}.`,
  badForm: {
    id: (value) =>
      `”${value}” kan inte vara namn på en undersökning. Använd 2 till 60 små bokstäver a–z, siffror och bindestreck.`,
    role: (value) =>
      `”${value}” kan inte vara kod för en roll. Använd högst 40 små bokstäver a–z, siffror, ”_” och ”-”, och börja med en bokstav.`,
    date: (value) => `”${value}” är inte ett datum. Skriv år-månad-dag, till exempel 2030-12-31.`,
    "e-mail": (value) => `”${value}” är inte en e-postadress.`,
  },
  badTimeZone: (value) =>
    `”${value}” är inte en tidszon. Skriv till exempel Europe/Stockholm eller Europe/Oslo.`,
  outOfRange: (value, least, most) =>
    `”${value}” kan inte användas här. Ange ett heltal från ${least} till ${most}.`,
  twice: (value) => `”${value}” står två gånger. Behåll ett av dem.`,
  anonymous:
    "Anonyma undersökningar kan inte genomföras ännu. Sätt privacyMode till ”confidential”: då hålls svaren åtskilda från namnen, men påminnelser och jämförelser mellan omgångar fungerar.",
  folderName: (folder, studyId) =>
    `Mappen heter ”${folder}” men undersökningen ”${studyId}”. Ge dem samma namn.`,
  unknownPlace: (place, allowed) => `{${place}} fylls inte i här. Detta kan fyllas i: ${allowed}.`,
  missingPlace: (place) =>
    `{${place}} måste stå i texten. Utan det kan mottagaren inte göra det som texten ber om, eller få veta det hon eller han har rätt till.`,
  noInstrument:
    "Det finns inget frågeformulär. Spara formulärets SurveyJS-JSON som instrument-1.json i mappen.",
};
