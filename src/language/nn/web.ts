// Nynorsktekstar i ramma rundt kvar side, og på sidene som blir viste når noko ikkje går.
import type { web as english } from "../en/web.ts";

export const web: typeof english = {
  skipToContent: "Hopp til innhaldet",
  languages: "Språk",
  navigation: "Hovudmeny",
  signOut: "Logg ut",
  errorSummary: "Noko må rettast",
  errorPrefix: "Feil:",
  requiredMark: "må svarast på",
  pageOf: (page, total) => `Side ${page} av ${total}`,
  emptyTable: "Her er det ingenting enno.",
  accessibility: "Tilgjenge",
  backToStart: "Til startsida",
  requestId: (id) => `Om du spør oss om dette, oppgi nummeret ${id}`,
  problem: {
    "not-found": {
      title: "Sida finst ikkje",
      text: "Sjekk at heile adressa kom med, og at ho er skriven slik du fekk henne.",
    },
    "foreign-form": {
      title: "Skjemaet vart ikkje teke imot",
      text: "Det kom ikkje frå ei side i denne tenesta. Opne sida her og send skjemaet derifrå.",
    },
    "weights-impossible": {
      title: "Ingen tal: vektene går ikkje opp",
      text: "Vektene i undersøkinga kan ikkje reknast ut på desse svara: ei gruppe som har ein del av folketalet, manglar svar, eller omvendt. Ingen svar er gått tapt. Den som driv tenesta, kan rette vektene, og då finst tala her.",
    },
    "people-erased": {
      title: "Personane her er sletta",
      text: "Nøkkelen til namn og adresser i undersøkinga er øydelagd. Tala finst framleis, og ingen kan lenger sjå kven svara kom frå.",
    },
    "sign-in-again": { title: "Logg inn på nytt", text: "Du er blitt logga ut. Ingenting er gått tapt." },
    "too-large": {
      title: "Det vart for mykje på éin gong",
      text: "Det du sende, er større enn vi kan ta imot. Gå tilbake, kort det ned og send på nytt.",
    },
    unreadable: { title: "Vi kunne ikkje lese det som vart sendt", text: "Gå tilbake og prøv ein gong til." },
    "method-not-allowed": { title: "Det går ikkje her", text: "Opne sida på nytt frå byrjinga." },
    "too-many-attempts": {
      title: "For mange forsøk",
      text: "For tryggleiks skuld må du vente litt. Prøv igjen om ein time.",
    },
    busy: { title: "Det er mykje å gjere akkurat no", text: "Vent litt og prøv igjen." },
    unexpected: { title: "Noko gjekk gale", text: "Feilen er vår. Gå tilbake og prøv igjen om litt." },
  },
};
