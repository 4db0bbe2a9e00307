// Bokmålstekster om undersøkelsesmapper: hva som er galt i en fil, og hvordan det rettes.
import type { study as english } from "../en/study.ts";

export const study: typeof english = {
  place: (file, path) => (path === "" ? file : `${file}, ${path}`),
  severity: { error: "Feil", warning: "Kontroller", note: "Merk" },
  fileMissing: "Filen mangler. Legg den i mappen til undersøkelsen.",
  notJson: (reason) =>
    `Filen er ikke gyldig JSON (${reason}). Se etter et komma eller en parentes som mangler.`,
  notTable: (reason) =>
    `Filen kan ikke leses som en tabell (${reason}). Lagre den som CSV med kolonnenavnene på første linje.`,
  missing: "Dette mangler. Legg det til.",
  wrongType: {
    text: "Her skal det stå en tekst i anførselstegn.",
    list: "Her skal det stå en liste i hakeparenteser.",
    object: "Her skal det stå en gruppe felt i krøllparenteser.",
    "yes-no": "Her skal det stå true eller false, uten anførselstegn.",
    number: "Her skal det stå et tall, uten anførselstegn.",
  },
  empty: "Dette er tomt. Fyll det ut.",
  unknownKey: (key) => `«${key}» blir ikke lest. Kontroller stavemåten eller ta det bort.`,
  notAllowed: (value, allowed) => `«${value}» kan ikke brukes her. Velg en av disse: ${allowed}.`,
  badForm: {
    id: (value) =>
      `«${value}» kan ikke være navnet på en undersøkelse. Bruk 2 til 60 små bokstaver a–z, sifre og bindestreker.`,
    role: (value) =>
      `«${value}» kan ikke være koden for en rolle. Bruk høyst 40 små bokstaver a–z, sifre, «_» og «-», og begynn med en bokstav.`,
    date: (value) => `«${value}» er ikke en dato. Skriv år-måned-dag, for eksempel 2030-12-31.`,
    "e-mail": (value) => `«${value}» er ikke en e-postadresse.`,
  },
  badTimeZone: (value) =>
    `«${value}» er ikke en tidssone. Skriv for eksempel Europe/Stockholm eller Europe/Oslo.`,
  outOfRange: (value, least, most) =>
    `«${value}» kan ikke brukes her. Oppgi et helt tall fra ${least} til ${most}.`,
  twice: (value) => `«${value}» står to ganger. Behold én av dem.`,
  anonymous:
    "Anonyme undersøkelser kan ikke gjennomføres ennå. Sett privacyMode til «confidential»: da holdes svarene atskilt fra navnene, men påminnelser og sammenligning mellom runder virker.",
  folderName: (folder, studyId) =>
    `Mappen heter «${folder}», men undersøkelsen «${studyId}». Gi dem samme navn.`,
  unknownPlace: (place, allowed) => `{${place}} blir ikke fylt ut her. Dette kan fylles ut: ${allowed}.`,
  missingPlace: (place) =>
    `{${place}} må stå i teksten. Uten det kan mottakeren ikke gjøre det teksten ber om, eller få vite det hun eller han har rett til.`,
  noInstrument:
    "Det finnes ikke noe spørreskjema. Lagre skjemaets SurveyJS-JSON som instrument-1.json i mappen.",
};
