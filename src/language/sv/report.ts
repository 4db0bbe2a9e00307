// Svenska texter på utvärderarens sidor: undersökningar, omgångar, vad som har förändrats, en fråga i taget.
import type { report as english } from "../en/report.ts";

export const report: typeof english = {
  hidden: "dolt",
  notDefined: "–",
  interval: (lower, upper) => `${lower} till ${upper}`,
  waveName: (number) => `Omgång ${number}`,
  waveInText: (number) => `omgång ${number}`,
  everyone: "Alla",
  breakdown: { role: "Efter roll", municipality: "Efter kommun", other: (name) => `Efter ${name}` },
  groupColumn: { role: "Roll", municipality: "Kommun", other: "Grupp" },
  groups: {
    size: "Efter kommunstorlek",
    centrality: "Efter centralitet",
    county: "Efter län",
    economy: "Efter kommunens ekonomi",
    region: "Efter region",
  },
  sizeLevels: {
    small: "Små (högst 4 999 invånare)",
    medium: "Medelstora (5 000 till 29 999)",
    large: "Stora (30 000 eller fler)",
  },
  centralityLevels: { high: "Hög centralitet", medium: "Medelhög centralitet", low: "Låg centralitet" },
  mergedNote:
    "Kommuner som har slagits ihop eller delats mellan omgångarna räknas samman till det område de har gemensamt.",
  hiddenNote: (minimum) =>
    `”Dolt” står där färre än ${minimum} personer har svarat, och där en så liten grupp annars skulle kunna räknas fram ur de andra siffrorna. Ingen och några få ser likadana ut.`,
  tableBeside: "Diagrammet och tabellen visar samma avrundade siffror.",
  studies: {
    title: "Dina undersökningar",
    none: "Du har ingen undersökning att utvärdera ännu.",
    noneHelp: "En undersökning visas här när du har fått rollen utvärderare i den.",
    closedWaves: (count) =>
      count === 0
        ? "Ingen omgång är avslutad ännu"
        : count === 1
          ? "1 avslutad omgång"
          : `${count} avslutade omgångar`,
  },
  study: {
    results: "Resultat",
    planFaults:
      "Undersökningens analysplan (analysis.json) innehåller fel och användes inte. Svaren räknas som de står i formuläret, utan vikter.",
    noneClosed: "Det finns inga siffror ännu. De räknas fram när en omgång stängs.",
    changeHeading: "Vad som har förändrats",
    change: (earlier, later) => `Från ${earlier} till ${later}`,
    needsTwo: "När två omgångar är stängda kan du här se vad som har förändrats mellan dem.",
    levelHeading: "Svaren i en omgång",
    level: (wave) => `Svaren i ${wave}`,
    wavesHeading: "Omgångar och svarsfrekvens",
    wavesCaption: "Undersökningens omgångar",
    wave: "Omgång",
    fieldPeriod: "Svarstid",
    period: (from, to) => `${from} till ${to}`,
    states: { planned: "Planerad", open: "Öppen", closed: "Stängd" },
    answered: "Svarat",
    rateNote:
      "RR2 är andelen som besvarade minst hälften av frågorna, av alla som tillfrågades och hade uppdraget (AAPOR, Standard Definitions). ”Svarat” räknas av alla som bjöds in; de som visade sig inte ha uppdraget är med där, men inte i RR2. Projektledarens sida räknar inte med dem alls.",
    rateShort: "RR2",
    answeredOfAsked: "svarat",
    of: "av",
    responseCaption: (breakdown) => `Vilka som svarade, ${breakdown.toLowerCase()}`,
    byGroup: "Vilka som svarade, efter grupp",
    openNow: (wave) => `${wave} är öppen. Dess siffror räknas fram när den stängs.`,
  },
  overview: {
    title: (earlier, later) => `Vad som har förändrats från ${earlier} till ${later}`,
    intro: (earlier, later) =>
      `Alla frågor som ställdes både i ${earlier} och i ${later}, med vad som går att säga om dem och hur säkert det är.`,
    tally: {
      changed: (count) => `${count} har förändrats`,
      "no-sign-of-change": (count) => `${count} utan tecken på förändring`,
      "cannot-tell": (count) => `${count} där det inte går att säga`,
      "too-few-to-say": (count) => `${count} med för få svar`,
      other: (count) => `${count} som inte jämförs eller är dolda`,
    },
    mentionNow: (limit) => `Gräns för vad som är värt att nämna: ${limit}`,
    mentionLabel: "Minsta förändring som är värd att nämna, i procentenheter",
    mentionHint:
      "Förändringar som är säkra men mindre än så får en anmärkning. Inget annat beror på gränsen.",
    mentionSubmit: "Använd gränsen",
    mentionEffect: (certain, small, limit) =>
      certain === 0
        ? "Ingen förändring av en andel är säker, så gränsen för vad som är värt att nämna märker ingenting här."
        : small === 0
          ? `Gräns för vad som är värt att nämna: ${limit}. Alla säkra förändringar av andelar når den.`
          : certain === 1
            ? `Den enda säkra förändringen av en andel är mindre än gränsen för vad som är värt att nämna, ${limit}, och har fått en anmärkning.`
            : `Gräns för vad som är värt att nämna: ${limit}. Av ${certain} säkra förändringar av andelar är ${small} mindre och har fått en anmärkning.`,
    belowLimit: (limit) => `Mindre än ${limit}.`,
    mentionProblem: "Skriv ett heltal från 0 till 50.",
    noVerdict:
      "Ingen bedömning: det är inte en av de jämförelser som bestämdes i förväg. Läs det som en fingervisning.",
    noSignMeans: (limit) => `Om något har förändrats är det med mindre än ${limit}.`,
    amongMany: (count) =>
      `${count} jämförelser görs samtidigt, så var och en måste vara tydligare än en ensam. Den här räcker inte till.`,
    manyCompared: (count) =>
      `Bedömningarna tar hänsyn till att ${count} jämförelser görs på en gång: alla huvudsiffror, för alla och för varje grupp.`,
    tableHeading: "Alla siffror",
    tableCaption: (earlier, later) => `Förändring från ${earlier} till ${later}, alla`,
  },
  verdict: {
    up: "Ökat",
    down: "Minskat",
    "no-sign-of-change": "Inget tecken på förändring",
    "cannot-tell": "Går inte att säga",
    "too-few-to-say": "För få svar",
    hidden: "Dolt",
    "no-verdict": "Ingen bedömning",
    "not-comparable": "Jämförs inte",
    "not-asked": "Jämförs inte",
  },
  columns: {
    question: "Fråga",
    answer: "Svar",
    change: "Förändring",
    interval: "95\u00a0%-intervall",
    bases: "Antal svar",
    basesOf: (earlier, later) => `${earlier} och ${later}`,
    verdict: "Vad som går att säga",
    level: "Resultat",
  },
  measure: {
    top: (answers) => `Andel som svarade ${answers}`,
    value: (answer) => `Andel som svarade ${answer}`,
    option: (answer) => `Andel som valde ${answer}`,
    first: (answer) => `Andel som satte ${answer} först`,
    mean: "Medelvärde",
    meanOf: (lowest, highest) => `Medelvärde på en skala från ${lowest} till ${highest}`,
    scaleEnd: (score, answer) => `${score} (${answer})`,
    withDontKnow: (measure) => `${measure}, där även ”vet inte” räknas`,
    or: "eller",
    quote: (text) => `”${text}”`,
    choose: "Vad som jämförs",
    chooseSubmit: "Visa",
  },
  item: {
    inSentences: "I meningar",
    otherQuestions: "Andra frågor",
    previous: "Föregående fråga",
    next: "Nästa fråga",
    answersHeading: "Svaren",
    answersCaption: "Andel av varje svar, procent",
    answersTitle: "Andel av varje svar",
    answersDescription: (bars) => `Staplar om 100 procent: ${bars}.`,
    barDescription: (wave, shares) => `${wave}: ${shares}`,
    barLabel: (wave, answers) => `${wave} (${answers})`,
    dontKnow: "Vet inte",
    dontKnowNote:
      "”Vet inte” är andelen av alla som besvarade frågan; de andra andelarna är räknade utan dem.",
    average: "Medelvärde",
    answerCount: "Antal svar",
    manyChoices: "Det gick att välja flera svar, så andelarna blir tillsammans mer än 100 procent.",
    changeHeading: "Vad som har förändrats",
    chartTitle: (measure, breakdown) => `${measure}, ${breakdown.toLowerCase()}`,
    changeDescription: (rows) =>
      `Förändring med 95\u00a0%-intervall, en rad per grupp. En linje som korsar 0 betyder att det kanske inte är någon förändring. ${rows}`,
    levelDescription: (rows) => `Andel eller medelvärde med 95\u00a0%-intervall, en rad per grupp. ${rows}`,
    rowDescription: (group, estimate, interval) => `${group}: ${estimate}, ${interval}.`,
    pointsAxis: "Förändring i procentenheter",
    scaleAxis: "Förändring i skalsteg",
    percentAxis: "Procent",
    scoreAxis: "Medelvärde",
    tooFewNote: "Grått: färre än 20 svar. För få för att säga något om.",
    dotNote: "Fylld punkt: en förändring som är mer än slump. Tom punkt: det kan vara slump.",
    roundingNote: "Förändringar avrundas från den exakta förändringen, så 41 till 45 procent kan stå som +3.",
  },
  others: {
    heading: "Övriga frågor",
    text: "För dessa har ingen huvudsiffra valts. Svaren kan läsas en fråga i taget.",
  },
  open: {
    heading: "Frågor som besvarats med egna ord",
    withheld:
      "Svar med egna ord visas inte ännu, eftersom de kan avslöja vem som skrev dem. De visas när de har lästs, kodats och rensats från allt som pekar på en person.",
  },
  crossing: {
    heading: "Två grupper samtidigt",
    label: "Grupper att korsa",
    submit: "Visa",
    pair: (one, other) => `${one} och ${other.toLowerCase()}`,
    level: (one, other) => `${one}, ${other}`,
    notOffered: (groups) => `Kan inte korsas: ${groups}.`,
    refusedHeading: "De här två grupperna kan inte korsas",
    refused: {
      "too-few": (minimum) =>
        `Mer än hälften av grupperna skulle ha färre än ${minimum} svar. Bara siffrorna för var och en av de två visas.`,
      "would-tell": () =>
        "Tillsammans med det som redan har visats skulle dolda siffror kunna räknas fram ur tabellen.",
      "same-groups": () => "Den ena gruppen säger redan vilken den andra är.",
    },
  },
  download: { heading: "Ta med dig siffrorna", csv: "Som tabell (CSV)", json: "För program (JSON)" },
  levels: {
    aboutMeans:
      "Gränserna för ett medelvärde är ungefärliga: de täcker det sanna värdet lite mer sällan än 95 gånger av 100, minst ofta där svaren är få eller viktade.",
    title: (wave) => `Svaren i ${wave}`,
    intro: (wave) => `Alla frågor som ställdes i ${wave}, med hur säker varje siffra är.`,
    tableCaption: (wave) => `Svaren i ${wave}, alla`,
  },
  problem: {
    heading: "Siffrorna kan inte visas just nu",
    notClosed: "Omgången har öppnats igen. Siffrorna räknas fram på nytt när den stängs.",
  },
};
