// Nynorsktekstar om kva som er lagra, kva som ikkje er det enno, og kva som ikkje kunne lagrast.
import type { unsaved as english } from "../en/unsaved.ts";

export const unsaved: typeof english = {
  saved: "Lagra.",
  more: "Lagra. På grunn av det du svara, er det no fleire spørsmål på sida.",
  waiting:
    "Ikkje lagra enno: vi får ikkje kontakt med tenaren. Det du fyller ut, blir på denne eininga og blir sendt så snart det går.",
  goOn: "Ikkje sendt enno: vi får ikkje kontakt med tenaren. Det du har fylt ut, blir på denne eininga. La sida stå open, så held vi fram så snart det går.",
  refused:
    "Dette kunne ikkje lagrast. Trykk på knappen over, så ser du kvifor. Det du har fylt ut, er her framleis.",
  typedTitle: "Det du fylte ut sist",
  typedText: "Det er ikkje lagra. Du kan kopiere det herifrå om du vil ta vare på det.",
  withdrawnOn: "Du treng ikkje gjere noko meir og kan lukke sida.",
  newWord: "Når du sender dei endra svara, får du eit nytt ord, og ordet du har no, sluttar å gjelde.",
  device:
    "Om det ikkje er nett medan du svarar, blir det du fyller ut, liggjande på eininga di til det er lagra. Då blir det fjerna derifrå.",
};
