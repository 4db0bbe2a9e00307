// Bokmålstekster om hva som er lagret, hva som ikke er det ennå, og hva som ikke kunne lagres.
import type { unsaved as english } from "../en/unsaved.ts";

export const unsaved: typeof english = {
  saved: "Lagret.",
  more: "Lagret. På grunn av det du svarte, er det nå flere spørsmål på siden.",
  waiting:
    "Ikke lagret ennå: vi får ikke kontakt med serveren. Det du fyller ut, blir på denne enheten og sendes så snart det går.",
  goOn: "Ikke sendt ennå: vi får ikke kontakt med serveren. Det du har fylt ut, blir på denne enheten. La siden stå åpen, så fortsetter vi så snart det går.",
  refused:
    "Dette kunne ikke lagres. Trykk på knappen over, så ser du hvorfor. Det du har fylt ut, er her fortsatt.",
  typedTitle: "Det du fylte ut sist",
  typedText: "Det er ikke lagret. Du kan kopiere det herfra hvis du vil ta vare på det.",
  withdrawnOn: "Du trenger ikke å gjøre noe mer og kan lukke siden.",
  newWord: "Når du sender de endrede svarene, får du et nytt ord, og ordet du har nå, slutter å gjelde.",
  device:
    "Hvis det ikke er nett mens du svarer, blir det du fyller ut, liggende på enheten din til det er lagret. Da fjernes det derfra.",
};
