// Svenska texter i ramen runt varje sida, och på sidorna som visas när något inte går.
import type { web as english } from "../en/web.ts";

export const web: typeof english = {
  skipToContent: "Hoppa till innehållet",
  languages: "Språk",
  navigation: "Huvudmeny",
  signOut: "Logga ut",
  errorSummary: "Något behöver rättas",
  errorPrefix: "Fel:",
  requiredMark: "måste besvaras",
  pageOf: (page, total) => `Sida ${page} av ${total}`,
  emptyTable: "Här finns inget än.",
  accessibility: "Tillgänglighet",
  backToStart: "Till startsidan",
  requestId: (id) => `Om du frågar oss om det här, ange numret ${id}`,
  problem: {
    "not-found": {
      title: "Sidan finns inte",
      text: "Kontrollera att hela adressen kom med och att den är skriven som du fick den.",
    },
    "foreign-form": {
      title: "Formuläret togs inte emot",
      text: "Det kom inte från en sida i den här tjänsten. Öppna sidan här och skicka formuläret därifrån.",
    },
    "weights-impossible": {
      title: "Inga siffror: vikterna går inte ihop",
      text: "Undersökningens vikter går inte att räkna ut på de här svaren: en grupp som har en andel av befolkningen saknar svar, eller tvärtom. Inga svar har gått förlorade. Den som driver tjänsten kan rätta vikterna, och då finns siffrorna här.",
    },
    "people-erased": {
      title: "Personerna här är raderade",
      text: "Nyckeln till namn och adresser i undersökningen är förstörd. Siffrorna finns kvar, och ingen kan längre se vems svaren var.",
    },
    "sign-in-again": { title: "Logga in igen", text: "Du har blivit utloggad. Inget har gått förlorat." },
    "too-large": {
      title: "Det blev för mycket på en gång",
      text: "Det du skickade är större än vi kan ta emot. Gå tillbaka, korta ner det och skicka igen.",
    },
    unreadable: {
      title: "Vi kunde inte läsa det som skickades",
      text: "Gå tillbaka och försök en gång till.",
    },
    "method-not-allowed": { title: "Det går inte här", text: "Öppna sidan igen från början." },
    "too-many-attempts": {
      title: "För många försök",
      text: "För säkerhets skull behöver du vänta en stund. Försök igen om en timme.",
    },
    busy: { title: "Det är mycket att göra just nu", text: "Vänta en liten stund och försök igen." },
    unexpected: {
      title: "Något gick fel",
      text: "Felet är vårt. Gå tillbaka och försök igen om en liten stund.",
    },
  },
};
