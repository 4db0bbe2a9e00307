// Bokmålstekster for inn- og utlogging.
import type { access as english } from "../en/access.ts";

export const access: typeof english = {
  service: "Tidvis",
  signIn: {
    title: "Logg inn",
    text: "For deg som arbeider med en undersøkelse. Vi sender en lenke til e-postadressen din. Er du invitert til å svare på et spørreskjema? Da åpner du lenken i e-posten eller brevet du har fått.",
    email: "E-postadressen din",
    emailProblem: "Skriv hele e-postadressen din, for eksempel navn@example.org.",
    button: "Send meg en lenke",
    tooMany: "Det er bedt om mange lenker herfra. Vent et kvarter og prøv igjen.",
  },
  sent: {
    title: "Se i innboksen din",
    text: (minutes) =>
      `Hvis adressen tilhører noen som arbeider med en undersøkelse her, er en lenke på vei dit. Den virker én gang, innen ${minutes} minutter etter at den ble sendt.`,
    nothingCame:
      "Har det ikke kommet noe etter noen minutter? Se i søppelposten, sjekk adressen, eller spør den som driver tjenesten om du har en konto.",
    again: "Be om en lenke på nytt",
  },
  link: {
    title: "Logg inn",
    text: "Trykk på knappen for å logge inn på denne enheten. Da slutter lenken å virke.",
    button: "Logg inn",
  },
  spent: {
    used: {
      title: "Lenken er allerede brukt",
      text: "Hver lenke virker én gang. Hvis det ikke var du som brukte den, si fra til den som driver tjenesten.",
    },
    expired: {
      title: "Lenken er for gammel",
      text: (minutes) => `Av sikkerhetsgrunner virker en lenke bare i ${minutes} minutter.`,
    },
    unknown: {
      title: "Vi kjenner ikke igjen lenken",
      text: "Kanskje har en del av den falt bort. Åpne den nyeste e-posten, eller be om en ny lenke.",
    },
    again: "Send meg en ny lenke",
  },
  signedOut: {
    title: "Du er logget ut",
    text: "Du kan lukke siden.",
    again: "Logg inn igjen",
  },
  sessionEnded: {
    title: "Logg inn igjen",
    text: "Du ble logget ut fordi det ikke skjedde noe på en stund. Det du nettopp sendte, er ikke utført: logg inn, åpne siden på nytt og gjenta det.",
  },
};
