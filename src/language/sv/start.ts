// Swedish texts of the front page.
import type { start as english } from "../en/start.ts";

export const start: typeof english = {
  title: "Frågor från tid till annan",
  intro: "Samma frågor ställs igen efter en tid, för att se vad som har förändrats.",
  answer: {
    heading: "Du har fått en inbjudan att svara",
    text: "Öppna länken i mejlet. Om du fick ett brev skriver du in koden som står där.",
    code: "Skriv in koden från ett brev",
    lost: "Jag hittar inte min länk",
  },
  staff: { heading: "Du leder eller utvärderar en undersökning", signIn: "Logga in" },
};
