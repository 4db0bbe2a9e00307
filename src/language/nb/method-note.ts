// Metodenotat på bokmål: hvordan tallene på evaluatorens sider blir til, i vanlige ord.
import type { methodNote as english } from "../en/method-note.ts";

export const methodNote: typeof english = {
  title: "Slik blir tallene til",
  intro: "For deg som leser tallene eller bringer dem videre. Ingenting her krever kunnskap om statistikk.",
  sections: (minimum) => [
    {
      heading: "Hvem sine svar som teller",
      paragraphs: [
        "Alle som hadde vervet eller stillingen på rundens referansedag, ble spurt. Den som har besvart minst halvparten av spørsmålene som gjaldt, regnes som å ha svart. Rolle og kommune er de som gjaldt den dagen, så den som har byttet, regnes i den gamle da og i den nye nå.",
        "Svarprosenten heter RR2: de som svarte helt eller delvis, delt på alle som ble spurt og hadde vervet eller stillingen, eller kan ha hatt det (AAPOR, Standard Definitions). Den som hadde vervet og aldri svarte, trekker svarprosenten ned.",
      ],
    },
    {
      heading: "Andeler og gjennomsnitt",
      paragraphs: [
        "En andel er en del av dem som tok stilling. «Vet ikke» regnes ikke med, men vises for seg. Et gjennomsnitt tas av poengene på svarskalaen. Hvert tall står sammen med antallet svar det bygger på.",
      ],
    },
    {
      heading: "Endring",
      paragraphs: [
        "Endringen er det senere tallet minus det tidligere, med alle svar fra begge rundene. Mange svarer begge gangene, og de to svarene deres ligner på hverandre. Det tas det hensyn til: endringen blir sikrere enn om ulike personer hadde svart.",
        "En endring i en andel oppgis i prosentpoeng: fra 40 til 50 prosent er 10 prosentpoeng.",
      ],
    },
    {
      heading: "Hva intervallet sier",
      paragraphs: [
        "Hadde andre personer tilfeldigvis svart, ville tallet blitt litt annerledes. Et 95\u00a0%-intervall viser hvor mye: gjort om igjen mange ganger på samme måte ville omtrent 95 av 100 slike intervaller dekke den sanne verdien. Et bredt intervall betyr at vi vet lite.",
        "I små grupper er intervallene ikke perfekte. Når alle tenkelige utfall regnes gjennom, dekker intervallene for en endret andel den sanne verdien minst 95 av 100 ganger i gjennomsnitt; det dårligste enkelttilfellet med 5 svar i hver runde var 88 av 100 ganger, og med 47 svar 92. Intervallene for gjennomsnitt dekker den litt sjeldnere, fra 20 svar og oppover 92 til 95 av 100 ganger, sjeldnest der svarene er vektet. Derfor sier en setning om et gjennomsnitt «omtrent».",
        "Intervallet handler bare om tilfeldigheter. Det vet ikke om de som ikke svarte, mener noe annet enn de som svarte.",
      ],
    },
    {
      heading: "Hva som kan sies",
      paragraphs: [
        "«Økt» eller «gått ned»: endringen er mer enn tilfeldig. «Ingen tegn til endring»: intervallet dekker 0 og når ikke lenger enn 15 prosentpoeng (et halvt skalatrinn) til noen av sidene. «Ikke mulig å si»: svarene passer både med en endring og med ingen endring. «For få svar»: færre enn 20 svar i en av rundene.",
        "Blant mange sammenligninger ser noen ut som endringer bare ved en tilfeldighet. Derfor må en endring være tydeligere jo mer som sammenlignes (Benjamini og Hochberg). Alle hovedtall for alle og for hver gruppe teller med, uansett hvilke av dem du ser på, også de som er skjult eller bygger på for få svar til å si noe.",
        "At en endring er sikker, gjør den ikke viktig. Du bestemmer selv hva som er den minste endringen som er verdt å nevne.",
      ],
    },
    {
      heading: "Hva som ikke vises",
      paragraphs: [
        `Ingen andel, ikke noe gjennomsnitt og ingen endring vises der færre enn ${minimum} personer har svart. En andel kan derimot være en enkelt persons: 1 prosent av 97 svar er ett av dem. Det sier at noen svarte slik, ikke hvem. Der en så liten gruppe kunne regnes ut ved å trekke de andre fra summen, skjules en gruppe til. En tom gruppe ser ut som en liten. Hvor mange som svarte begge gangene, vises bare der det ikke peker ut noen få som har sluttet eller kommet til.`,
        "Andeler og endringer avrundes til hele prosent og prosentpoeng, gjennomsnitt til én desimal. Diagrammene tegnes fra de avrundede tallene.",
        "En tabell forblir som den var da den ble vist første gang, og en runde med tall som er vist, kan ikke åpnes igjen.",
      ],
    },
    {
      heading: "Når noe annet er endret",
      paragraphs: [
        "Et spørsmål der ordlyden eller svarene er endret, sammenlignes ikke, med mindre det er oppgitt hvordan svarene svarer til hverandre. Kommuner som ble slått sammen eller delt mellom rundene, regnes sammen til området de har felles.",
      ],
    },
  ],
  sourceHeading: "Hvor tallene kommer fra",
  sourceText:
    "Hver opptelling kan gjøres om igjen fra de samme svarene og må da gi det samme fingeravtrykket, til siste siffer.",
  sourceCaption: "Opptellingene bak tallene",
  columns: {
    waves: "Runder",
    madeAt: "Gjort",
    questionnaire: "Skjemaets versjon",
    cases: "Spurt",
    program: "Programmets versjon",
    fingerprint: "Fingeravtrykk",
  },
};
