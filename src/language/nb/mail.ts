// Bokmålstekster rundt hver e-post: det undersøkelsens egne tekster ikke trenger å gjenta, innloggingsposten og demoens innboks.
import type { mail as english } from "../en/mail.ts";

export const mail: typeof english = {
  answer: "Åpne spørsmålene",
  until: (day) => `Du kan svare til og med ${day}.`,
  waysOut:
    "Vil du ikke være med, har du sluttet i vervet eller stillingen, eller har e-posten kommet til feil person? Si fra her, så minner vi deg ikke på det igjen:",
  waysOutLink: "Nei takk",
  lostLink: "Mister du lenken, kan du be om en ny her:",
  whoAsks: (controller) => `Det er ${controller} som spør.`,
  contact: (contact) => `Lurer du på noe? Kontakt ${contact}.`,
  automatic: "E-posten er sendt automatisk.",
  signIn: {
    subject: "Lenken din for å logge inn",
    text: "Noen, trolig du, har bedt om å få logge inn med denne adressen. Åpne lenken og trykk på knappen:",
    link: "Logg inn",
    limits: (minutes) => `Lenken virker én gang, i ${minutes} minutter.`,
    ignore: "Var det ikke du, trenger du ikke å gjøre noe.",
  },
  mailbox: {
    title: "Demoens innboks",
    intro: "Her er e-postene som demoen ville ha sendt. Ingen andre får dem. De nyeste står først.",
    search: "Navn, adresse eller emne",
    find: "Søk",
    none: "Her er det ingen e-post.",
    to: "Til",
    subject: "Emne",
    received: "Overlevert",
    count: (shown, all) => (shown === all ? `${all} e-poster` : `${shown} av ${all} e-poster`),
    older: "Eldre e-post",
    newer: "Nyere e-post",
    back: "Tilbake til innboksen",
    unknown: "E-posten finnes ikke.",
  },
};
