// Nynorsktekstar rundt kvar e-post: det undersøkinga sine eigne tekstar ikkje treng å ta opp att, innloggingsposten og innboksen i demoen.
import type { mail as english } from "../en/mail.ts";

export const mail: typeof english = {
  answer: "Opne spørsmåla",
  until: (day) => `Du kan svare til og med ${day}.`,
  waysOut:
    "Vil du ikkje vere med, har du slutta i vervet eller stillinga, eller har e-posten kome til feil person? Sei frå her, så minner vi deg ikkje på det att:",
  waysOutLink: "Nei takk",
  lostLink: "Mistar du lenkja, kan du be om ei ny her:",
  whoAsks: (controller) => `Det er ${controller} som spør.`,
  contact: (contact) => `Lurer du på noko? Kontakt ${contact}.`,
  automatic: "E-posten er send automatisk.",
  signIn: {
    subject: "Lenkja di for å logge inn",
    text: "Nokon, truleg du, har bede om å få logge inn med denne adressa. Opne lenkja og trykk på knappen:",
    link: "Logg inn",
    limits: (minutes) => `Lenkja verkar éin gong, i ${minutes} minutt.`,
    ignore: "Var det ikkje du, treng du ikkje gjere noko.",
  },
  mailbox: {
    title: "Innboksen i demoen",
    intro: "Her er e-postane som demoen ville ha sendt. Ingen andre får dei. Dei nyaste står først.",
    search: "Namn, adresse eller emne",
    find: "Søk",
    none: "Her er det ingen e-post.",
    to: "Til",
    subject: "Emne",
    received: "Overlevert",
    count: (shown, all) => (shown === all ? `${all} e-postar` : `${shown} av ${all} e-postar`),
    older: "Eldre e-post",
    newer: "Nyare e-post",
    back: "Tilbake til innboksen",
    unknown: "E-posten finst ikkje.",
  },
};
