// Nynorsktekstar for inn- og utlogging.
import type { access as english } from "../en/access.ts";

export const access: typeof english = {
  service: "Tidvis",
  signIn: {
    title: "Logg inn",
    text: "For deg som arbeider med ei undersøking. Vi sender ei lenkje til e-postadressa di. Er du invitert til å svare på eit spørjeskjema? Då opnar du lenkja i e-posten eller brevet du har fått.",
    email: "E-postadressa di",
    emailProblem: "Skriv heile e-postadressa di, til dømes namn@example.org.",
    button: "Send meg ei lenkje",
    tooMany: "Det er bede om mange lenkjer herifrå. Vent eit kvarter og prøv igjen.",
  },
  sent: {
    title: "Sjå i innboksen din",
    text: (minutes) =>
      `Dersom adressa høyrer til nokon som arbeider med ei undersøking her, er ei lenkje på veg dit. Ho verkar éin gong, innan ${minutes} minutt etter at ho vart send.`,
    nothingCame:
      "Har det ikkje kome noko etter nokre minutt? Sjå i søppelposten, sjekk adressa, eller spør den som driv tenesta om du har ein konto.",
    again: "Be om ei lenkje på nytt",
  },
  link: {
    title: "Logg inn",
    text: "Trykk på knappen for å logge inn på denne eininga. Då sluttar lenkja å verke.",
    button: "Logg inn",
  },
  spent: {
    used: {
      title: "Lenkja er alt brukt",
      text: "Kvar lenkje verkar éin gong. Dersom det ikkje var du som brukte henne, sei frå til den som driv tenesta.",
    },
    expired: {
      title: "Lenkja er for gammal",
      text: (minutes) => `Av tryggleiksgrunnar verkar ei lenkje berre i ${minutes} minutt.`,
    },
    unknown: {
      title: "Vi kjenner ikkje att lenkja",
      text: "Kanskje har ein del av henne falle bort. Opne den nyaste e-posten, eller be om ei ny lenkje.",
    },
    again: "Send meg ei ny lenkje",
  },
  signedOut: {
    title: "Du er logga ut",
    text: "Du kan lukke sida.",
    again: "Logg inn igjen",
  },
  sessionEnded: {
    title: "Logg inn igjen",
    text: "Du vart logga ut fordi det ikkje hende noko på ei stund. Det du nettopp sende, er ikkje utført: logg inn, opne sida på nytt og gjer det om att.",
  },
};
