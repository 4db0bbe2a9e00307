// Bokmålstekster i rammen rundt hver side, og på sidene som vises når noe ikke går.
import type { web as english } from "../en/web.ts";

export const web: typeof english = {
  skipToContent: "Hopp til innholdet",
  languages: "Språk",
  navigation: "Hovedmeny",
  signOut: "Logg ut",
  errorSummary: "Noe må rettes",
  errorPrefix: "Feil:",
  requiredMark: "må besvares",
  pageOf: (page, total) => `Side ${page} av ${total}`,
  emptyTable: "Her er det ingenting ennå.",
  accessibility: "Tilgjengelighet",
  backToStart: "Til startsiden",
  requestId: (id) => `Hvis du spør oss om dette, oppgi nummeret ${id}`,
  problem: {
    "not-found": {
      title: "Siden finnes ikke",
      text: "Sjekk at hele adressen kom med, og at den er skrevet slik du fikk den.",
    },
    "foreign-form": {
      title: "Skjemaet ble ikke tatt imot",
      text: "Det kom ikke fra en side i denne tjenesten. Åpne siden her og send skjemaet derfra.",
    },
    "weights-impossible": {
      title: "Ingen tall: vektene går ikke opp",
      text: "Vektene i undersøkelsen kan ikke regnes ut på disse svarene: en gruppe som har en andel av befolkningen, mangler svar, eller omvendt. Ingen svar er gått tapt. Den som driver tjenesten, kan rette vektene, og da finnes tallene her.",
    },
    "people-erased": {
      title: "Personene her er slettet",
      text: "Nøkkelen til navn og adresser i undersøkelsen er ødelagt. Tallene finnes fortsatt, og ingen kan lenger se hvem svarene kom fra.",
    },
    "sign-in-again": { title: "Logg inn igjen", text: "Du er blitt logget ut. Ingenting er gått tapt." },
    "too-large": {
      title: "Det ble for mye på én gang",
      text: "Det du sendte, er større enn vi kan ta imot. Gå tilbake, kort det ned og send på nytt.",
    },
    unreadable: { title: "Vi kunne ikke lese det som ble sendt", text: "Gå tilbake og prøv en gang til." },
    "method-not-allowed": { title: "Det går ikke her", text: "Åpne siden på nytt fra begynnelsen." },
    "too-many-attempts": {
      title: "For mange forsøk",
      text: "For sikkerhets skyld må du vente litt. Prøv igjen om en time.",
    },
    busy: { title: "Det er mye å gjøre akkurat nå", text: "Vent litt og prøv igjen." },
    unexpected: { title: "Noe gikk galt", text: "Feilen er vår. Gå tilbake og prøv igjen om litt." },
  },
};
