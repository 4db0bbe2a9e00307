// Bokmål texts of the front page.
import type { start as english } from "../en/start.ts";

export const start: typeof english = {
  title: "Spørsmål fra tid til annen",
  intro: "De samme spørsmålene stilles på nytt etter en tid, for å se hva som har endret seg.",
  answer: {
    heading: "Du er invitert til å svare",
    text: "Åpne lenken i e-posten. Hvis du fikk et brev, skriver du inn koden som står der.",
    code: "Skriv inn koden fra et brev",
    lost: "Jeg finner ikke lenken min",
  },
  staff: { heading: "Du leder eller evaluerer en undersøkelse", signIn: "Logg inn" },
};
