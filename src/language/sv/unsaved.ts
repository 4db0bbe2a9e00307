// Svenska texter om vad som är sparat, vad som inte är det än, och vad som inte gick att spara.
import type { unsaved as english } from "../en/unsaved.ts";

export const unsaved: typeof english = {
  saved: "Sparat.",
  more: "Sparat. På grund av det du svarade finns det nu fler frågor på sidan.",
  waiting:
    "Inte sparat än: vi når inte servern. Det du fyller i finns kvar på den här enheten och skickas så snart det går.",
  goOn: "Inte skickat än: vi når inte servern. Det du har fyllt i finns kvar på den här enheten. Låt sidan vara öppen, så fortsätter vi så snart det går.",
  refused:
    "Det här gick inte att spara. Tryck på knappen ovanför, så ser du varför. Det du har fyllt i finns kvar här.",
  typedTitle: "Det du fyllde i sist",
  typedText: "Det är inte sparat. Du kan kopiera det härifrån om du vill ha det kvar.",
  withdrawnOn: "Du behöver inte göra något mer och kan stänga sidan.",
  newWord: "När du skickar de ändrade svaren får du ett nytt ord, och det ord du har nu slutar att gälla.",
  device:
    "Om det inte finns något nät medan du svarar ligger det du fyller i kvar på din enhet tills det har sparats. Sedan tas det bort därifrån.",
};
