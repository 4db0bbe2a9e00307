// Svenska texter kring varje mejl: det som undersökningens egna texter inte behöver upprepa, inloggningsmejlet och demons inkorg.
import type { mail as english } from "../en/mail.ts";

export const mail: typeof english = {
  answer: "Öppna frågorna",
  until: (day) => `Du kan svara till och med den ${day}.`,
  waysOut:
    "Vill du inte vara med, har du lämnat ditt uppdrag eller har mejlet kommit till fel person? Säg till här, så påminner vi dig inte:",
  waysOutLink: "Nej, tack",
  lostLink: "Tappar du bort länken kan du be om en ny här:",
  whoAsks: (controller) => `Det är ${controller} som frågar.`,
  contact: (contact) => `Undrar du något? Kontakta ${contact}.`,
  automatic: "Mejlet har skickats automatiskt.",
  signIn: {
    subject: "Din länk för att logga in",
    text: "Någon, troligen du, har bett om att få logga in med den här adressen. Öppna länken och tryck på knappen:",
    link: "Logga in",
    limits: (minutes) => `Länken fungerar en gång, i ${minutes} minuter.`,
    ignore: "Var det inte du behöver du inte göra något.",
  },
  mailbox: {
    title: "Demons inkorg",
    intro: "Här är mejlen som demon skulle ha skickat. Ingen annan får dem. De nyaste står först.",
    search: "Namn, adress eller ämne",
    find: "Sök",
    none: "Här finns inga mejl.",
    to: "Till",
    subject: "Ämne",
    received: "Överlämnat",
    count: (shown, all) => (shown === all ? `${all} mejl` : `${shown} av ${all} mejl`),
    older: "Äldre mejl",
    newer: "Nyare mejl",
    back: "Tillbaka till inkorgen",
    unknown: "Mejlet finns inte.",
  },
};
