// Svensk metodnot: hur siffrorna på utvärderarens sidor är framtagna, i vanliga ord.
import type { methodNote as english } from "../en/method-note.ts";

export const methodNote: typeof english = {
  title: "Så är siffrorna framtagna",
  intro: "För dig som läser siffrorna eller för dem vidare. Ingenting här kräver kunskaper i statistik.",
  sections: (minimum) => [
    {
      heading: "Vems svar som räknas",
      paragraphs: [
        "Alla som hade uppdraget på omgångens referensdag tillfrågades. Den som har besvarat minst hälften av de frågor som gällde räknas som svarande. Roll och kommun är de som gällde den dagen, så den som har bytt uppdrag räknas i det gamla då och i det nya nu.",
        "Svarsfrekvensen heter RR2: de som svarade helt eller delvis, delat med alla som tillfrågades och hade uppdraget, eller kan ha haft det (AAPOR, Standard Definitions). Den som hade uppdraget och aldrig svarade sänker svarsfrekvensen.",
      ],
    },
    {
      heading: "Andelar och medelvärden",
      paragraphs: [
        "En andel är en del av dem som tog ställning. ”Vet inte” räknas inte med utan visas för sig. Ett medelvärde tas av poängen på svarsskalan. Varje siffra står tillsammans med antalet svar som den bygger på.",
      ],
    },
    {
      heading: "Förändring",
      paragraphs: [
        "Förändringen är den senare siffran minus den tidigare, med alla svar från båda omgångarna. Många svarar båda gångerna, och deras två svar liknar varandra. Det tas det hänsyn till: förändringen blir säkrare än om olika personer hade svarat.",
        "En förändring av en andel anges i procentenheter: från 40 till 50 procent är 10 procentenheter.",
      ],
    },
    {
      heading: "Vad intervallet säger",
      paragraphs: [
        "Om andra personer hade råkat svara skulle siffran ha blivit lite annorlunda. Ett 95\u00a0%-intervall visar hur mycket: om man gjorde om det många gånger på samma sätt skulle ungefär 95 av 100 sådana intervall täcka det sanna värdet. Ett brett intervall betyder att vi vet lite.",
        "I små grupper är intervallen inte perfekta. När alla tänkbara utfall räknas igenom täcker intervallen för en förändrad andel det sanna värdet minst 95 gånger av 100 i genomsnitt; det sämsta enskilda fallet med 5 svar i varje omgång var 88 gånger av 100, och med 47 svar 92. Intervallen för medelvärden täcker det lite mer sällan, från 20 svar och uppåt 92 till 95 gånger av 100, mest sällan där svaren är vägda. Därför säger en mening om ett medelvärde ”ungefär”.",
        "Intervallet handlar bara om slumpen. Det vet inte om de som inte svarade tycker annorlunda än de som svarade.",
      ],
    },
    {
      heading: "Vad som går att säga",
      paragraphs: [
        "”Ökat” eller ”minskat”: förändringen är mer än slump. ”Inget tecken på förändring”: intervallet täcker 0 och når inte längre än 15 procentenheter (ett halvt skalsteg) åt något håll. ”Går inte att säga”: svaren stämmer både med en förändring och med ingen förändring. ”För få svar”: färre än 20 svar i någon av omgångarna.",
        "Bland många jämförelser ser några ut som förändringar bara av en slump. Därför måste en förändring vara tydligare ju mer som jämförs (Benjamini och Hochberg). Alla huvudsiffror för alla och för varje grupp räknas, vilka av dem du än tittar på, också de som är dolda eller bygger på för få svar för att säga något.",
        "Att en förändring är säker gör den inte viktig. Du bestämmer själv vad som är den minsta förändring som är värd att nämna.",
      ],
    },
    {
      heading: "Vad som inte visas",
      paragraphs: [
        `Ingen andel, inget medelvärde och ingen förändring visas där färre än ${minimum} personer har svarat. En andel kan däremot vara en enda persons: 1 procent av 97 svar är ett av dem. Det säger att någon svarade så, inte vem. Där en så liten grupp skulle kunna räknas fram genom att dra de andra från summan döljs en grupp till. En tom grupp ser likadan ut som en liten. Hur många som svarade båda gångerna visas bara där det inte pekar ut några få som har slutat eller tillkommit.`,
        "Andelar och förändringar avrundas till hela procent och procentenheter, medelvärden till en decimal. Diagrammen ritas från de avrundade siffrorna.",
        "En tabell förblir som den var när den visades första gången, och en omgång vars siffror har visats kan inte öppnas igen.",
      ],
    },
    {
      heading: "När något annat har ändrats",
      paragraphs: [
        "En fråga vars ordalydelse eller svar har ändrats jämförs inte, om det inte har angetts hur svaren motsvarar varandra. Kommuner som har slagits ihop eller delats mellan omgångarna räknas samman till det område de har gemensamt.",
      ],
    },
  ],
  sourceHeading: "Var siffrorna kommer ifrån",
  sourceText:
    "Varje räkning kan göras om från samma svar och måste då ge samma fingeravtryck, till sista siffran.",
  sourceCaption: "Räkningarna bakom siffrorna",
  columns: {
    waves: "Omgångar",
    madeAt: "Gjord",
    questionnaire: "Formulärets version",
    cases: "Tillfrågade",
    program: "Programmets version",
    fingerprint: "Fingeravtryck",
  },
};
