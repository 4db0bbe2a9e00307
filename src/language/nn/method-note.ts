// Metodenotat på nynorsk: korleis tala på evaluatoren sine sider blir til, i vanlege ord.
import type { methodNote as english } from "../en/method-note.ts";

export const methodNote: typeof english = {
  title: "Slik blir tala til",
  intro: "For deg som les tala eller fører dei vidare. Ingenting her krev kunnskap om statistikk.",
  sections: (minimum) => [
    {
      heading: "Kven sine svar som tel",
      paragraphs: [
        "Alle som hadde vervet eller stillinga på referansedagen for runden, vart spurde. Den som har svart på minst halvparten av spørsmåla som galdt, er rekna som å ha svara. Rolle og kommune er dei som galdt den dagen, så den som har bytt, er rekna i den gamle då og i den nye no.",
        "Svarprosenten heiter RR2: dei som svarte heilt eller delvis, delt på alle som vart spurde og hadde vervet eller stillinga, eller kan ha hatt det (AAPOR, Standard Definitions). Den som hadde vervet og aldri svara, dreg svarprosenten ned.",
      ],
    },
    {
      heading: "Delar og gjennomsnitt",
      paragraphs: [
        "Ein del er ein del av dei som tok stilling. «Veit ikkje» er ikkje rekna med, men blir vist for seg. Eit gjennomsnitt er teke av poenga på svarskalaen. Kvart tal står saman med talet på svar det byggjer på.",
      ],
    },
    {
      heading: "Endring",
      paragraphs: [
        "Endringa er det seinare talet minus det tidlegare, med alle svar frå begge rundane. Mange svarar begge gongene, og dei to svara deira liknar på kvarandre. Det er teke omsyn til: endringa blir sikrare enn om ulike personar hadde svara.",
        "Ei endring i ein del er oppgitt i prosentpoeng: frå 40 til 50 prosent er 10 prosentpoeng.",
      ],
    },
    {
      heading: "Kva intervallet seier",
      paragraphs: [
        "Hadde andre personar tilfeldigvis svart, ville talet vorte litt annleis. Eit 95\u00a0%-intervall viser kor mykje: gjort om att mange gonger på same måten ville om lag 95 av 100 slike intervall dekkje den sanne verdien. Eit breitt intervall tyder at vi veit lite.",
        "I små grupper er intervalla ikkje perfekte. Når alle tenkjelege utfall er rekna gjennom, dekkjer intervalla for ein endra del den sanne verdien minst 95 av 100 gonger i gjennomsnitt; det dårlegaste enkelttilfellet med 5 svar i kvar runde var 88 av 100 gonger, og med 47 svar 92. Intervalla for gjennomsnitt dekkjer han litt sjeldnare, frå 20 svar og oppover 92 til 95 av 100 gonger, sjeldnast der svara er vekta. Difor seier ei setning om eit gjennomsnitt «om lag».",
        "Intervallet handlar berre om tilfelle. Det veit ikkje om dei som ikkje svarte, meiner noko anna enn dei som svarte.",
      ],
    },
    {
      heading: "Kva som kan seiast",
      paragraphs: [
        "«Auka» eller «gått ned»: endringa er meir enn tilfeldig. «Ingen teikn til endring»: intervallet dekkjer 0 og når ikkje lenger enn 15 prosentpoeng (eit halvt skalatrinn) til nokon av sidene. «Ikkje mogleg å seie»: svara passar både med ei endring og med inga endring. «For få svar»: færre enn 20 svar i ein av rundane.",
        "Blant mange samanlikningar ser nokre ut som endringar berre ved eit tilfelle. Difor må ei endring vere tydelegare jo meir som blir samanlikna (Benjamini og Hochberg). Alle hovudtal for alle og for kvar gruppe tel med, same kva for nokre av dei du ser på, også dei som er skjulte eller byggjer på for få svar til å seie noko.",
        "At ei endring er sikker, gjer ho ikkje viktig. Du bestemmer sjølv kva som er den minste endringa som er verdt å nemne.",
      ],
    },
    {
      heading: "Kva som ikkje blir vist",
      paragraphs: [
        `Ingen del, ikkje noko gjennomsnitt og inga endring blir vist der færre enn ${minimum} personar har svara. Ein del kan derimot vere ein einskild person: 1 prosent av 97 svar er eitt av dei. Det seier at nokon svara slik, ikkje kven. Der ei så lita gruppe kunne reknast ut ved å trekkje dei andre frå summen, blir ei gruppe til skjult. Ei tom gruppe ser ut som ei lita. Kor mange som svara begge gongene, blir berre vist der det ikkje peikar ut nokre få som har slutta eller kome til.`,
        "Delar og endringar er avrunda til heile prosent og prosentpoeng, gjennomsnitt til éin desimal. Diagramma er teikna frå dei avrunda tala.",
        "Ein tabell står som han var då han vart vist første gongen, og ein runde med tal som er viste, kan ikkje opnast igjen.",
      ],
    },
    {
      heading: "Når noko anna er endra",
      paragraphs: [
        "Eit spørsmål der ordlyden eller svara er endra, blir ikkje samanlikna, om det ikkje er oppgitt korleis svara svarar til kvarandre. Kommunar som vart slått saman eller delte mellom rundane, er rekna saman til området dei har felles.",
      ],
    },
  ],
  sourceHeading: "Kvar tala kjem frå",
  sourceText:
    "Kvar oppteljing kan gjerast om att frå dei same svara og må då gje det same fingeravtrykket, til siste siffer.",
  sourceCaption: "Oppteljingane bak tala",
  columns: {
    waves: "Rundar",
    madeAt: "Gjord",
    questionnaire: "Versjon av skjemaet",
    cases: "Spurde",
    program: "Versjon av programmet",
    fingerprint: "Fingeravtrykk",
  },
};
