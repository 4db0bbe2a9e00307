// Bokmålstekster på evaluatorens sider: undersøkelser, runder, hva som har endret seg, ett spørsmål om gangen.
import type { report as english } from "../en/report.ts";

export const report: typeof english = {
  hidden: "skjult",
  notDefined: "–",
  interval: (lower, upper) => `${lower} til ${upper}`,
  waveName: (number) => `Runde ${number}`,
  waveInText: (number) => `runde ${number}`,
  everyone: "Alle",
  breakdown: { role: "Etter rolle", municipality: "Etter kommune", other: (name) => `Etter ${name}` },
  groupColumn: { role: "Rolle", municipality: "Kommune", other: "Gruppe" },
  groups: {
    size: "Etter kommunestørrelse",
    centrality: "Etter sentralitet",
    county: "Etter fylke",
    economy: "Etter kommunens økonomi",
    region: "Etter region",
  },
  sizeLevels: {
    small: "Små (opptil 4 999 innbyggere)",
    medium: "Mellomstore (5 000 til 29 999)",
    large: "Store (30 000 eller flere)",
  },
  centralityLevels: { high: "Høy sentralitet", medium: "Middels sentralitet", low: "Lav sentralitet" },
  mergedNote:
    "Kommuner som ble slått sammen eller delt mellom rundene, regnes sammen til området de har felles.",
  hiddenNote: (minimum) =>
    `«Skjult» står der færre enn ${minimum} personer har svart, og der en så liten gruppe ellers kunne regnes ut fra de andre tallene. Ingen og noen få ser like ut.`,
  tableBeside: "Diagrammet og tabellen viser de samme avrundede tallene.",
  studies: {
    title: "Undersøkelsene dine",
    none: "Du har ingen undersøkelse å evaluere ennå.",
    noneHelp: "En undersøkelse vises her når du har fått rollen evaluator i den.",
    closedWaves: (count) =>
      count === 0
        ? "Ingen runde er avsluttet ennå"
        : count === 1
          ? "1 avsluttet runde"
          : `${count} avsluttede runder`,
  },
  study: {
    results: "Resultater",
    planFaults:
      "Analyseplanen til undersøkelsen (analysis.json) har feil og ble ikke brukt. Svarene telles slik de står i skjemaet, uten vekter.",
    noneClosed: "Det finnes ingen tall ennå. De regnes ut når en runde lukkes.",
    changeHeading: "Hva som har endret seg",
    change: (earlier, later) => `Fra ${earlier} til ${later}`,
    needsTwo: "Når to runder er lukket, kan du her se hva som har endret seg mellom dem.",
    levelHeading: "Svarene i én runde",
    level: (wave) => `Svarene i ${wave}`,
    wavesHeading: "Runder og svarprosent",
    wavesCaption: "Rundene i undersøkelsen",
    wave: "Runde",
    fieldPeriod: "Svartid",
    period: (from, to) => `${from} til ${to}`,
    states: { planned: "Planlagt", open: "Åpen", closed: "Lukket" },
    answered: "Svart",
    rateNote:
      "RR2 er andelen som besvarte minst halvparten av spørsmålene, av alle som ble spurt og hadde vervet eller stillingen (AAPOR, Standard Definitions). «Svart» regnes av alle som ble invitert; de som viste seg ikke å ha vervet eller stillingen, er med der, men ikke i RR2. Prosjektlederens side regner ikke med dem i det hele tatt.",
    rateShort: "RR2",
    answeredOfAsked: "svart",
    of: "av",
    responseCaption: (breakdown) => `Hvem som svarte, ${breakdown.toLowerCase()}`,
    byGroup: "Hvem som svarte, etter gruppe",
    openNow: (wave) => `${wave} er åpen. Tallene regnes ut når den lukkes.`,
  },
  overview: {
    title: (earlier, later) => `Hva som har endret seg fra ${earlier} til ${later}`,
    intro: (earlier, later) =>
      `Alle spørsmål som ble stilt både i ${earlier} og i ${later}, med hva som kan sies om dem og hvor sikkert det er.`,
    tally: {
      changed: (count) => `${count} har endret seg`,
      "no-sign-of-change": (count) => `${count} uten tegn til endring`,
      "cannot-tell": (count) => `${count} der det ikke er mulig å si`,
      "too-few-to-say": (count) => `${count} med for få svar`,
      other: (count) => `${count} som ikke sammenlignes eller er skjult`,
    },
    mentionNow: (limit) => `Grense for hva som er verdt å nevne: ${limit}`,
    mentionLabel: "Minste endring som er verdt å nevne, i prosentpoeng",
    mentionHint:
      "Endringer som er sikre, men mindre enn dette, får en merknad. Ingenting annet avhenger av grensen.",
    mentionSubmit: "Bruk grensen",
    mentionEffect: (certain, small, limit) =>
      certain === 0
        ? "Ingen endring i en andel er sikker, så grensen for hva som er verdt å nevne merker ingenting her."
        : small === 0
          ? `Grense for hva som er verdt å nevne: ${limit}. Alle sikre endringer i andeler når den.`
          : certain === 1
            ? `Den eneste sikre endringen i en andel er mindre enn grensen for hva som er verdt å nevne, ${limit}, og har fått en merknad.`
            : `Grense for hva som er verdt å nevne: ${limit}. Av ${certain} sikre endringer i andeler er ${small} mindre og har fått en merknad.`,
    belowLimit: (limit) => `Mindre enn ${limit}.`,
    mentionProblem: "Skriv et heltall fra 0 til 50.",
    noVerdict:
      "Ingen vurdering: dette er ikke en av sammenligningene som var bestemt på forhånd. Les det som et hint.",
    noSignMeans: (limit) => `Hvis noe er endret, er det med mindre enn ${limit}.`,
    amongMany: (count) =>
      `${count} sammenligninger gjøres samtidig, så hver av dem må være tydeligere enn én alene. Denne er ikke tydelig nok.`,
    manyCompared: (count) =>
      `Vurderingene tar hensyn til at ${count} sammenligninger gjøres på én gang: alle hovedtall, for alle og for hver gruppe.`,
    tableHeading: "Alle tall",
    tableCaption: (earlier, later) => `Endring fra ${earlier} til ${later}, alle`,
  },
  verdict: {
    up: "Økt",
    down: "Gått ned",
    "no-sign-of-change": "Ingen tegn til endring",
    "cannot-tell": "Ikke mulig å si",
    "too-few-to-say": "For få svar",
    hidden: "Skjult",
    "no-verdict": "Ingen vurdering",
    "not-comparable": "Sammenlignes ikke",
    "not-asked": "Sammenlignes ikke",
  },
  columns: {
    question: "Spørsmål",
    answer: "Svar",
    change: "Endring",
    interval: "95\u00a0%-intervall",
    bases: "Antall svar",
    basesOf: (earlier, later) => `${earlier} og ${later}`,
    verdict: "Hva som kan sies",
    level: "Resultat",
  },
  measure: {
    top: (answers) => `Andel som svarte ${answers}`,
    value: (answer) => `Andel som svarte ${answer}`,
    option: (answer) => `Andel som valgte ${answer}`,
    first: (answer) => `Andel som satte ${answer} først`,
    mean: "Gjennomsnitt",
    meanOf: (lowest, highest) => `Gjennomsnitt på en skala fra ${lowest} til ${highest}`,
    scaleEnd: (score, answer) => `${score} (${answer})`,
    withDontKnow: (measure) => `${measure}, der også «vet ikke» regnes med`,
    or: "eller",
    quote: (text) => `«${text}»`,
    choose: "Hva som sammenlignes",
    chooseSubmit: "Vis",
  },
  item: {
    inSentences: "I setninger",
    otherQuestions: "Andre spørsmål",
    previous: "Forrige spørsmål",
    next: "Neste spørsmål",
    answersHeading: "Svarene",
    answersCaption: "Andel av hvert svar, prosent",
    answersTitle: "Andel av hvert svar",
    answersDescription: (bars) => `Stolper på 100 prosent: ${bars}.`,
    barDescription: (wave, shares) => `${wave}: ${shares}`,
    barLabel: (wave, answers) => `${wave} (${answers})`,
    dontKnow: "Vet ikke",
    dontKnowNote:
      "«Vet ikke» er andelen av alle som besvarte spørsmålet; de andre andelene er regnet uten dem.",
    average: "Gjennomsnitt",
    answerCount: "Antall svar",
    manyChoices: "Det var mulig å velge flere svar, så andelene blir til sammen mer enn 100 prosent.",
    changeHeading: "Hva som har endret seg",
    chartTitle: (measure, breakdown) => `${measure}, ${breakdown.toLowerCase()}`,
    changeDescription: (rows) =>
      `Endring med 95\u00a0%-intervall, én linje per gruppe. En linje som krysser 0, betyr at det kanskje ikke er noen endring. ${rows}`,
    levelDescription: (rows) =>
      `Andel eller gjennomsnitt med 95\u00a0%-intervall, én linje per gruppe. ${rows}`,
    rowDescription: (group, estimate, interval) => `${group}: ${estimate}, ${interval}.`,
    pointsAxis: "Endring i prosentpoeng",
    scaleAxis: "Endring i skalatrinn",
    percentAxis: "Prosent",
    scoreAxis: "Gjennomsnitt",
    tooFewNote: "Grått: færre enn 20 svar. For få til å si noe om.",
    dotNote: "Fylt punkt: en endring som er mer enn tilfeldig. Tomt punkt: den kan være tilfeldig.",
    roundingNote: "Endringer avrundes fra den nøyaktige endringen, så 41 til 45 prosent kan stå som +3.",
  },
  others: {
    heading: "Andre spørsmål",
    text: "For disse er det ikke valgt noe hovedtall. Svarene kan leses ett spørsmål om gangen.",
  },
  open: {
    heading: "Spørsmål som er besvart med egne ord",
    withheld:
      "Svar med egne ord vises ikke ennå, fordi de kan avsløre hvem som skrev dem. De vises når de er lest, kodet og renset for alt som peker mot en person.",
  },
  crossing: {
    heading: "To grupper samtidig",
    label: "Grupper som skal krysses",
    submit: "Vis",
    pair: (one, other) => `${one} og ${other.toLowerCase()}`,
    level: (one, other) => `${one}, ${other}`,
    notOffered: (groups) => `Kan ikke krysses: ${groups}.`,
    refusedHeading: "Disse to gruppene kan ikke krysses",
    refused: {
      "too-few": (minimum) =>
        `Mer enn halvparten av gruppene ville hatt færre enn ${minimum} svar. Bare tallene for hver av de to vises.`,
      "would-tell": () =>
        "Sammen med det som allerede er vist, kunne skjulte tall regnes ut fra denne tabellen.",
      "same-groups": () => "Den ene gruppen sier allerede hvilken den andre er.",
    },
  },
  download: { heading: "Ta med deg tallene", csv: "Som tabell (CSV)", json: "For programmer (JSON)" },
  levels: {
    aboutMeans:
      "Grensene for et gjennomsnitt er omtrentlige: de dekker den sanne verdien litt sjeldnere enn 95 av 100 ganger, sjeldnest der det er få svar eller svarene er vektet.",
    title: (wave) => `Svarene i ${wave}`,
    intro: (wave) => `Alle spørsmål som ble stilt i ${wave}, med hvor sikkert hvert tall er.`,
    tableCaption: (wave) => `Svarene i ${wave}, alle`,
  },
  problem: {
    heading: "Tallene kan ikke vises akkurat nå",
    notClosed: "Runden er åpnet igjen. Tallene regnes ut på nytt når den lukkes.",
  },
};
