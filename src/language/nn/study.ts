// Nynorsktekstar om undersøkingsmapper: kva som er gale i ei fil, og korleis det blir retta.
import type { study as english } from "../en/study.ts";

export const study: typeof english = {
  place: (file, path) => (path === "" ? file : `${file}, ${path}`),
  severity: { error: "Feil", warning: "Kontroller", note: "Merk" },
  fileMissing: "Fila manglar. Legg ho i mappa til undersøkinga.",
  notJson: (reason) =>
    `Fila er ikkje gyldig JSON (${reason}). Sjå etter eit komma eller ein parentes som manglar.`,
  notTable: (reason) =>
    `Fila kan ikkje lesast som ein tabell (${reason}). Lagre ho som CSV med kolonnenamna på første linja.`,
  missing: "Dette manglar. Legg det til.",
  wrongType: {
    text: "Her skal det stå ein tekst i hermeteikn.",
    list: "Her skal det stå ei liste i hakeparentesar.",
    object: "Her skal det stå ei gruppe felt i krøllparentesar.",
    "yes-no": "Her skal det stå true eller false, utan hermeteikn.",
    number: "Her skal det stå eit tal, utan hermeteikn.",
  },
  empty: "Dette er tomt. Fyll det ut.",
  unknownKey: (key) => `«${key}» blir ikkje lese. Kontroller skrivemåten eller ta det bort.`,
  notAllowed: (value, allowed) => `«${value}» kan ikkje brukast her. Vel ein av desse: ${allowed}.`,
  badForm: {
    id: (value) =>
      `«${value}» kan ikkje vere namnet på ei undersøking. Bruk 2 til 60 små bokstavar a–z, siffer og bindestrekar.`,
    role: (value) =>
      `«${value}» kan ikkje vere koden for ei rolle. Bruk høgst 40 små bokstavar a–z, siffer, «_» og «-», og byrj med ein bokstav.`,
    date: (value) => `«${value}» er ikkje ein dato. Skriv år-månad-dag, til dømes 2030-12-31.`,
    "e-mail": (value) => `«${value}» er ikkje ei e-postadresse.`,
  },
  badTimeZone: (value) =>
    `«${value}» er ikkje ei tidssone. Skriv til dømes Europe/Stockholm eller Europe/Oslo.`,
  outOfRange: (value, least, most) =>
    `«${value}» kan ikkje brukast her. Gi opp eit heilt tal frå ${least} til ${most}.`,
  twice: (value) => `«${value}» står to gonger. Behald éin av dei.`,
  anonymous:
    "Anonyme undersøkingar kan ikkje gjennomførast enno. Set privacyMode til «confidential»: då blir svara haldne åtskilde frå namna, men påminningar og samanlikning mellom rundar verkar.",
  folderName: (folder, studyId) =>
    `Mappa heiter «${folder}», men undersøkinga «${studyId}». Gi dei same namnet.`,
  unknownPlace: (place, allowed) => `{${place}} blir ikkje fylt ut her. Dette kan fyllast ut: ${allowed}.`,
  missingPlace: (place) =>
    `{${place}} må stå i teksten. Utan det kan mottakaren ikkje gjere det teksten ber om, eller få vite det ho eller han har rett til.`,
  noInstrument:
    "Det finst ikkje noko spørjeskjema. Lagre SurveyJS-JSON for skjemaet som instrument-1.json i mappa.",
};
