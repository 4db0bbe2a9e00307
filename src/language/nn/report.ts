// Nynorsktekstar på evaluatoren sine sider: undersøkingar, rundar, kva som har endra seg, eitt spørsmål om gongen.
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
    size: "Etter kommunestorleik",
    centrality: "Etter sentralitet",
    county: "Etter fylke",
    economy: "Etter økonomien i kommunen",
    region: "Etter region",
  },
  sizeLevels: {
    small: "Små (opptil 4 999 innbyggjarar)",
    medium: "Mellomstore (5 000 til 29 999)",
    large: "Store (30 000 eller fleire)",
  },
  centralityLevels: { high: "Høg sentralitet", medium: "Middels sentralitet", low: "Låg sentralitet" },
  mergedNote:
    "Kommunar som vart slått saman eller delte mellom rundane, er rekna saman til området dei har felles.",
  hiddenNote: (minimum) =>
    `«Skjult» står der færre enn ${minimum} personar har svart, og der ei så lita gruppe elles kunne reknast ut frå dei andre tala. Ingen og nokre få ser like ut.`,
  tableBeside: "Diagrammet og tabellen viser dei same avrunda tala.",
  studies: {
    title: "Undersøkingane dine",
    none: "Du har inga undersøking å evaluere enno.",
    noneHelp: "Ei undersøking kjem fram her når du har fått rolla evaluator i ho.",
    closedWaves: (count) =>
      count === 0
        ? "Ingen runde er avslutta enno"
        : count === 1
          ? "1 avslutta runde"
          : `${count} avslutta rundar`,
  },
  study: {
    results: "Resultat",
    planFaults:
      "Analyseplanen til undersøkinga (analysis.json) har feil og vart ikkje brukt. Svara er talde slik dei står i skjemaet, utan vekter.",
    noneClosed: "Det finst ingen tal enno. Dei blir rekna ut når ein runde blir lukka.",
    changeHeading: "Kva som har endra seg",
    change: (earlier, later) => `Frå ${earlier} til ${later}`,
    needsTwo: "Når to rundar er lukka, kan du her sjå kva som har endra seg mellom dei.",
    levelHeading: "Svara i éin runde",
    level: (wave) => `Svara i ${wave}`,
    wavesHeading: "Rundar og svarprosent",
    wavesCaption: "Rundane i undersøkinga",
    wave: "Runde",
    fieldPeriod: "Svartid",
    period: (from, to) => `${from} til ${to}`,
    states: { planned: "Planlagd", open: "Open", closed: "Lukka" },
    answered: "Svara",
    rateNote:
      "RR2 er delen som svarte på minst halvparten av spørsmåla, av alle som vart spurde og hadde vervet eller stillinga (AAPOR, Standard Definitions). «Svart» er rekna av alle som vart inviterte; dei som viste seg å ikkje ha vervet eller stillinga, er med der, men ikkje i RR2. Sida til prosjektleiaren reknar ikkje med dei i det heile.",
    rateShort: "RR2",
    answeredOfAsked: "svart",
    of: "av",
    responseCaption: (breakdown) => `Kven som svarte, ${breakdown.toLowerCase()}`,
    byGroup: "Kven som svarte, etter gruppe",
    openNow: (wave) => `${wave} er open. Tala blir rekna ut når runden blir lukka.`,
  },
  overview: {
    title: (earlier, later) => `Kva som har endra seg frå ${earlier} til ${later}`,
    intro: (earlier, later) =>
      `Alle spørsmål som vart stilte både i ${earlier} og i ${later}, med kva som kan seiast om dei og kor sikkert det er.`,
    tally: {
      changed: (count) => `${count} har endra seg`,
      "no-sign-of-change": (count) => `${count} utan teikn til endring`,
      "cannot-tell": (count) => `${count} der det ikkje er mogleg å seie`,
      "too-few-to-say": (count) => `${count} med for få svar`,
      other: (count) => `${count} som ikkje blir samanlikna eller er skjulte`,
    },
    mentionNow: (limit) => `Grense for kva som er verdt å nemne: ${limit}`,
    mentionLabel: "Minste endring som er verdt å nemne, i prosentpoeng",
    mentionHint:
      "Endringar som er sikre, men mindre enn dette, får ein merknad. Ingenting anna heng på grensa.",
    mentionSubmit: "Bruk grensa",
    mentionEffect: (certain, small, limit) =>
      certain === 0
        ? "Inga endring i ein del er sikker, så grensa for kva som er verdt å nemne merkjer ingenting her."
        : small === 0
          ? `Grense for kva som er verdt å nemne: ${limit}. Alle sikre endringar i delar når ho.`
          : certain === 1
            ? `Den einaste sikre endringa i ein del er mindre enn grensa for kva som er verdt å nemne, ${limit}, og har fått ein merknad.`
            : `Grense for kva som er verdt å nemne: ${limit}. Av ${certain} sikre endringar i delar er ${small} mindre og har fått ein merknad.`,
    belowLimit: (limit) => `Mindre enn ${limit}.`,
    mentionProblem: "Skriv eit heiltal frå 0 til 50.",
    noVerdict:
      "Inga vurdering: dette er ikkje ei av samanlikningane som var bestemte på førehand. Les det som eit hint.",
    noSignMeans: (limit) => `Om noko er endra, er det med mindre enn ${limit}.`,
    amongMany: (count) =>
      `${count} samanlikningar blir gjorde samtidig, så kvar av dei må vere tydelegare enn éi åleine. Denne er ikkje tydeleg nok.`,
    manyCompared: (count) =>
      `Vurderingane tek omsyn til at ${count} samanlikningar blir gjorde på éin gong: alle hovudtal, for alle og for kvar gruppe.`,
    tableHeading: "Alle tal",
    tableCaption: (earlier, later) => `Endring frå ${earlier} til ${later}, alle`,
  },
  verdict: {
    up: "Auka",
    down: "Gått ned",
    "no-sign-of-change": "Ingen teikn til endring",
    "cannot-tell": "Ikkje mogleg å seie",
    "too-few-to-say": "For få svar",
    hidden: "Skjult",
    "no-verdict": "Inga vurdering",
    "not-comparable": "Ikkje samanlikna",
    "not-asked": "Ikkje samanlikna",
  },
  columns: {
    question: "Spørsmål",
    answer: "Svar",
    change: "Endring",
    interval: "95\u00a0%-intervall",
    bases: "Svar i alt",
    basesOf: (earlier, later) => `${earlier} og ${later}`,
    verdict: "Kva som kan seiast",
    level: "Resultat",
  },
  measure: {
    top: (answers) => `Del som svarte ${answers}`,
    value: (answer) => `Del som svarte ${answer}`,
    option: (answer) => `Del som valde ${answer}`,
    first: (answer) => `Del som sette ${answer} først`,
    mean: "Gjennomsnitt",
    meanOf: (lowest, highest) => `Gjennomsnitt på ein skala frå ${lowest} til ${highest}`,
    scaleEnd: (score, answer) => `${score} (${answer})`,
    withDontKnow: (measure) => `${measure}, der også «veit ikkje» er rekna med`,
    or: "eller",
    quote: (text) => `«${text}»`,
    choose: "Kva som blir samanlikna",
    chooseSubmit: "Vis",
  },
  item: {
    inSentences: "I setningar",
    otherQuestions: "Andre spørsmål",
    previous: "Førre spørsmål",
    next: "Neste spørsmål",
    answersHeading: "Svara",
    answersCaption: "Del av kvart svar, prosent",
    answersTitle: "Del av kvart svar",
    answersDescription: (bars) => `Stolpar på 100 prosent: ${bars}.`,
    barDescription: (wave, shares) => `${wave}: ${shares}`,
    barLabel: (wave, answers) => `${wave} (${answers})`,
    dontKnow: "Veit ikkje",
    dontKnowNote:
      "«Veit ikkje» er delen av alle som svarte på spørsmålet; dei andre delane er rekna utan dei.",
    average: "Gjennomsnitt",
    answerCount: "Svar i alt",
    manyChoices: "Det var mogleg å velje fleire svar, så delane blir til saman meir enn 100 prosent.",
    changeHeading: "Kva som har endra seg",
    chartTitle: (measure, breakdown) => `${measure}, ${breakdown.toLowerCase()}`,
    changeDescription: (rows) =>
      `Endring med 95\u00a0%-intervall, éi linje per gruppe. Ei linje som kryssar 0, tyder at det kanskje ikkje er noka endring. ${rows}`,
    levelDescription: (rows) =>
      `Del eller gjennomsnitt med 95\u00a0%-intervall, éi linje per gruppe. ${rows}`,
    rowDescription: (group, estimate, interval) => `${group}: ${estimate}, ${interval}.`,
    pointsAxis: "Endring i prosentpoeng",
    scaleAxis: "Endring i skalatrinn",
    percentAxis: "Prosent",
    scoreAxis: "Gjennomsnitt",
    tooFewNote: "Grått: færre enn 20 svar. For få til å seie noko om.",
    dotNote: "Fylt punkt: ei endring som er meir enn tilfeldig. Tomt punkt: ho kan vere tilfeldig.",
    roundingNote: "Endringar er avrunda frå den nøyaktige endringa, så 41 til 45 prosent kan stå som +3.",
  },
  others: {
    heading: "Andre spørsmål",
    text: "For desse er det ikkje valt noko hovudtal. Svara kan lesast eitt spørsmål om gongen.",
  },
  open: {
    heading: "Spørsmål som er svart på med eigne ord",
    withheld:
      "Svar med eigne ord blir ikkje viste enno, fordi dei kan røpe kven som skreiv dei. Dei blir viste når dei er lesne, koda og reinsa for alt som peikar mot ein person.",
  },
  crossing: {
    heading: "To grupper samstundes",
    label: "Grupper som skal kryssast",
    submit: "Vis",
    pair: (one, other) => `${one} og ${other.toLowerCase()}`,
    level: (one, other) => `${one}, ${other}`,
    notOffered: (groups) => `Kan ikkje kryssast: ${groups}.`,
    refusedHeading: "Desse to gruppene kan ikkje kryssast",
    refused: {
      "too-few": (minimum) =>
        `Meir enn halvparten av gruppene ville hatt færre enn ${minimum} svar. Berre tala for kvar av dei to blir viste.`,
      "would-tell": () => "Saman med det som alt er vist, kunne skjulte tal reknast ut frå denne tabellen.",
      "same-groups": () => "Den eine gruppa seier alt kva den andre er.",
    },
  },
  download: { heading: "Ta med deg tala", csv: "Som tabell (CSV)", json: "For program (JSON)" },
  levels: {
    aboutMeans:
      "Grensene for eit gjennomsnitt er omtrentlege: dei dekkjer den sanne verdien litt sjeldnare enn 95 av 100 gonger, sjeldnast der det er få svar eller svara er vekta.",
    title: (wave) => `Svara i ${wave}`,
    intro: (wave) => `Alle spørsmål som vart stilte i ${wave}, med kor sikkert kvart tal er.`,
    tableCaption: (wave) => `Svara i ${wave}, alle`,
  },
  problem: {
    heading: "Tala kan ikkje visast akkurat no",
    notClosed: "Runden er opna igjen. Tala blir rekna ut på nytt når han blir lukka.",
  },
};
