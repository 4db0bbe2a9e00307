// Svenska texter för in- och utloggning.
import type { access as english } from "../en/access.ts";

export const access: typeof english = {
  service: "Tidvis",
  signIn: {
    title: "Logga in",
    text: "För dig som arbetar med en undersökning. Vi skickar en länk till din e-postadress. Har du blivit inbjuden att svara på en enkät? Öppna då länken i mejlet eller brevet som du har fått.",
    email: "Din e-postadress",
    emailProblem: "Skriv hela din e-postadress, till exempel namn@example.org.",
    button: "Skicka en länk",
    tooMany: "Många länkar har begärts härifrån. Vänta en kvart och försök sedan igen.",
  },
  sent: {
    title: "Titta i din inkorg",
    text: (minutes) =>
      `Om adressen tillhör någon som arbetar med en undersökning här är en länk på väg dit. Den fungerar en gång, inom ${minutes} minuter från att den skickades.`,
    nothingCame:
      "Har inget kommit efter några minuter? Titta bland skräpposten, kontrollera adressen eller fråga den som driver tjänsten om du har ett konto.",
    again: "Begär en länk igen",
  },
  link: {
    title: "Logga in",
    text: "Tryck på knappen för att logga in på den här enheten. Länken slutar då att fungera.",
    button: "Logga in",
  },
  spent: {
    used: {
      title: "Länken är redan använd",
      text: "Varje länk fungerar en gång. Om det inte var du som använde den, säg till den som driver tjänsten.",
    },
    expired: {
      title: "Länken är för gammal",
      text: (minutes) => `Av säkerhetsskäl fungerar en länk bara i ${minutes} minuter.`,
    },
    unknown: {
      title: "Vi känner inte igen länken",
      text: "Kanske har en del av den fallit bort. Öppna det senaste mejlet eller begär en ny länk.",
    },
    again: "Skicka en ny länk",
  },
  signedOut: {
    title: "Du är utloggad",
    text: "Du kan stänga sidan.",
    again: "Logga in igen",
  },
  sessionEnded: {
    title: "Logga in igen",
    text: "Du har loggats ut eftersom inget hänt på en stund. Det du just skickade har inte utförts: logga in, öppna sidan på nytt och gör om det.",
  },
};
