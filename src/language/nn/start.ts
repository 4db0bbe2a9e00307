// Nynorsk texts of the front page.
import type { start as english } from "../en/start.ts";

export const start: typeof english = {
  title: "Spørsmål frå tid til anna",
  intro: "Dei same spørsmåla blir stilte på nytt etter ei tid, for å sjå kva som har endra seg.",
  answer: {
    heading: "Du er invitert til å svare",
    text: "Opne lenkja i e-posten. Om du fekk eit brev, skriv du inn koden som står der.",
    code: "Skriv inn koden frå eit brev",
    lost: "Eg finn ikkje lenkja mi",
  },
  staff: { heading: "Du leier eller evaluerer ei undersøking", signIn: "Logg inn" },
};
