// Nynorsktekstar på sidene til prosjektleiaren om undersøkingar og rundar: liste, planleggje, opne, følgje, lukke.
import type { fieldwork as english } from "../en/fieldwork.ts";

const people = (count: number) => (count === 1 ? "1 person" : `${count} personar`);

export const fieldwork: typeof english = {
  cancel: "Tilbake utan å endre noko",
  navigation: { overview: "Oversikt", people: "Personar" },
  studies: {
    title: "Undersøkingane dine",
    none: "Du er ikkje prosjektleiar for noka undersøking enno.",
    noneNext: "Be den som driv Tidvis om å lese inn undersøkinga og gje adressa di rolla prosjektleiar.",
    people,
    waves: (count) => (count === 0 ? "ingen runde enno" : count === 1 ? "1 runde" : `${count} rundar`),
  },
  study: {
    nextStep: "Neste steg",
    peopleHeading: "Personar",
    peopleNow: (count) => `${people(count)} har eit verv i dag.`,
    withoutEmail: (count) =>
      count === 1
        ? "1 av dei har inga e-postadresse og får eit brev."
        : `${count} av dei har inga e-postadresse og får eit brev.`,
    noPeople: "Ingen er lesne inn enno.",
    seePeople: "Sjå og endre personar",
    importPeople: "Les inn personar frå ei fil",
    wavesHeading: "Rundar",
    wavesCaption: "Rundane i undersøkinga",
    noWaves: "Ingen runde er planlagd enno. I ein runde går spørjeskjemaet ut til alle som har eit verv.",
    planWave: "Planlegg ein runde",
    waveName: (number) => `Runde ${number}`,
    period: (from, to) => `${from} til ${to}`,
    columns: { wave: "Runde", answered: "Svart" },
    states: { planned: "Planlagd", open: "Open", closed: "Lukka" },
    linkEnds: (day) => `Etter ${day} kan namn og svar ikkje lenger koplast saman.`,
    steps: {
      load: {
        text: "Les inn personane som skal få spørsmåla. Du ser kva som kjem til å skje før noko blir lagra.",
        action: "Les inn personar",
      },
      plan: {
        text: "Planlegg runden: når han opnar og lukkar, og kva dag personane skal ha vervet sitt.",
        action: "Planlegg ein runde",
      },
      open: {
        text: (wave) => `${wave} er planlagd. Opne han når lista over personar stemmer.`,
        action: (wave) => `Opne ${wave.toLowerCase()}`,
      },
      send: {
        text: (wave) => `${wave} er open, men ingen invitasjonar er sende.`,
        action: "Sjå invitasjonen og send han",
      },
      follow: { text: (wave) => `${wave} er open.`, action: "Følg runden" },
      next: {
        text: (wave) => `${wave} er lukka. Planlegg den neste når tida er inne.`,
        action: "Planlegg neste runde",
      },
    },
  },
  plan: {
    title: "Planlegg ein runde",
    intro:
      "Ingenting blir sendt når du planlegg. Du kan endre lista over personar heilt til du opnar runden.",
    opensOn: "Første dag",
    closesOn: "Siste dag",
    closesOnHelp: (zone) => `Runden blir lukka av seg sjølv når denne dagen er slutt (${zone}).`,
    referenceDate: "Referansedag",
    referenceDateHelp:
      "Dei som har eit verv denne dagen, får spørsmåla, med den rolla og den kommunen dei har då.",
    version: "Versjon av spørjeskjemaet",
    versionName: (version) => `Versjon ${version}`,
    versionHelp: "Versjonen blir låst når runden blir opna, og blir aldri endra etter det.",
    dateHelp: "Skriv år-månad-dag, til dømes 2026-05-17.",
    submit: "Planlegg runden",
    changeTitle: "Endre planen",
    changeSubmit: "Lagre planen",
    noInstrument: "Undersøkinga har ikkje noko spørjeskjema enno. Be den som driv Tidvis om å lese det inn.",
    problems: {
      opens_on: "Første dag: skriv ein dato, til dømes 2026-05-17.",
      closes_on: "Siste dag: skriv ein dato, til dømes 2026-06-17.",
      reference_date: "Referansedag: skriv ein dato, til dømes 2026-05-17.",
      order: "Siste dag: han kan ikkje vere før første dag.",
      past: "Siste dag: han kan ikkje vere passert alt.",
      version: "Versjon av spørjeskjemaet: vel ein av dei i lista.",
      linkEnd: (day) => `Siste dag: lenkjene sluttar å verke etter ${day}, så runden må lukkast innan då.`,
      referenceNotLater: "Referansedag: ho må vere seinare enn den førre runden si.",
      opened: "Runden er opna, så planen kan ikkje lenger endrast.",
      other: "Runden kunne ikkje planleggjast med desse opplysningane. Kontroller dei og prøv igjen.",
    },
  },
  opening: {
    title: (wave) => `Opne ${wave.toLowerCase()}`,
    whoHeading: "Kven som får spørsmåla",
    who: (count, day) => `${people(count)} har eit verv ${day} og får spørsmåla.`,
    withoutEmail: (count) => `${people(count)} utan e-postadresse treng eit brev.`,
    leftOut: (count) => `${people(count)} har takka nei til fleire rundar eller trekt seg, og er ikkje med.`,
    learnHeading: "Kva som kan visast, og kva som aldri kan det",
    base: (base) => `Ingen tal blir viste som byggjer på færre enn ${base} svar. Det vernar dei som svarar.`,
    tableCaption: "Kva kvar tabell i beste fall kan vise",
    tableColumns: {
      table: "Tabell",
      never: "Aldri",
      everyone: "Berre om alle svarar",
    },
    byRole: "Etter rolle",
    byMunicipality: "Etter kommune",
    byBoth: "Etter rolle og kommune",
    neverNamed: "Desse kan aldri visast, same kor mange som svarar:",
    crossNever: (never, all) =>
      `Rolle og kommune saman: ${never} av ${all} grupper kan aldri visast, fordi færre personar får spørsmåla der enn eit tal må byggje på.`,
    crossFine: "Alle grupper av rolle og kommune er store nok til å visast, om nok personar svarar.",
    more: "Fleire må kanskje skjulast, slik at eit skjult tal ikkje kan reknast ut frå dei andre.",
    effectHeading: "Kva som skjer når du opnar",
    effects: [
      "Spørjeskjemaet blir låst og kan ikkje lenger endrast.",
      "Alle i lista får ein plass i runden, med den rolla og kommunen dei har på referansedagen.",
      "Ingen e-post blir send enno. Du ser kvar invitasjon før du sender han.",
    ],
    submit: "Opne runden",
    nobody: "Ingen har eit verv på referansedagen, så det er ingen å spørje.",
    loadPeople: "Les inn personar",
    pastEnd: "Siste dag er passert. Endre planen før du opnar runden.",
    divided:
      "Kommunen til desse personane er delt sidan dei blei skrivne inn. Gje kvar av dei ein ny kommune først:",
  },
  wave: {
    title: (wave) => wave,
    facts: {
      period: "Svartid",
      reference: "Referansedag",
      version: "Spørjeskjema",
      opened: "Opna",
      closed: "Lukka",
    },
    plannedNext: "Runden er planlagd. Ingen kan svare enno.",
    openAction: "Opne runden",
    changePlan: "Endre planen",
    rateHeading: "Svarprosent",
    rateOf: (answered, invited) => `${answered}\u00a0av\u00a0${invited}`,
    leftOut: (people) =>
      people === 1
        ? "1 person har ikkje vervet og er ikkje rekna med."
        : `${people} personar har ikkje vervet og er ikkje rekna med.`,
    rateNames: {
      rr2: "RR2: heile og delvise svar blant alle i runden",
    },
    rateSource:
      "Namngjeven etter AAPOR Standard Definitions. Dei som ikkje lenger har vervet sitt, er ikkje rekna med.",
    notYetFinal: "Talet endrar seg til runden blir lukka.",
    byRole: "Etter rolle",
    byMunicipality: "Etter kommune",
    byBoth: "Etter rolle og kommune",
    byBothHelp: "Svart av spurde. Desse tala er til for å følgje arbeidet og blir aldri publiserte.",
    columns: {
      role: "Rolle",
      municipality: "Kommune",
      answered: "Svart",
      total: "Alle",
    },
    standingHeading: "Slik står det til",
    standing: {
      cases: "Personar i runden",
      answered: "Har svart",
      started: "Har byrja, men ikkje sendt",
      waiting: "Spurde, ikkje noko svar enno",
      notAsked: "Ikkje spurde enno",
      undeliverable: "E-posten kunne ikkje leverast",
      declined: "Har takka nei",
      left: "Har ikkje vervet lenger, eller feil person",
      withdrawn: "Har trekt seg",
      imported: "Samla inn ein annan stad",
    },
    letters: (count) => (count === 1 ? "1 person treng eit brev." : `${count} personar treng eit brev.`),
    printLetters: "Skriv ut brev",
    mailHeading: "E-post",
    mailCaption: "E-post, utsending for utsending",
    noMail: "Ingen e-post er send i denne runden.",
    mailColumns: {
      sent: "Utsending",
      all: "E-postar",
      handedOver: "Leverte over",
      waiting: "Ventar",
      refused: "Avviste",
      uncertain: "Uvisst",
      notDue: "Ikkje lenger aktuelle",
    },
    mailKinds: { invitation: "Invitasjon", reminder: "Påminning", link: "Ny lenkje" },
    handedOverMeans:
      "«Levert over» tyder at e-posttenaren har teke imot e-posten. Om han er lesen, kan ein ikkje sjå.",
    uncertain: (count) =>
      count === 1
        ? "1 e-post kan vere send eller ikkje, fordi programmet stogga midt i. Han blir ikkje send på nytt av seg sjølv."
        : `${count} e-postar kan vere sende eller ikkje, fordi programmet stogga midt i. Dei blir ikkje sende på nytt av seg sjølv.`,
    uncertainAction: "Sjå kven det gjeld",
    refused: (count) =>
      count === 1
        ? "1 e-post blei avvist. Rett adressa, eller ring personen."
        : `${count} e-postar blei avviste. Rett adressene, eller ring personane.`,
    refusedAction: "Sjå kva adresser det gjeld",
    alarm: "E-posten står stille",
    alarmText: (waiting, minutes) =>
      `${waiting === 1 ? "1 e-post" : `${waiting} e-postar`} ventar, og ingenting har rørt seg på ${minutes} minutt.`,
    lastTick: (when) => `Klokka i programmet slo sist ${when}.`,
    neverTicked: "Klokka i programmet har aldri slått.",
    alarmNext:
      "Sei frå til den som driv Tidvis. Ingenting er tapt: e-postane går ut når programmet køyrer igjen.",
    notConfigured: "Ingen e-posttenar er sett opp, så e-postane ventar til det er ein.",
    otherHome:
      "Dette ser ut som ein kopi av databasen: han høyrer heime på ei anna adresse. Ingenting blir sendt herifrå.",
    send: "Send invitasjonar",
    remind: "Send ei påminning",
    people: "Personar i runden",
    add: "Legg til ein person",
    close: "Lukk runden",
    reopen: "Opne runden igjen",
    refresh: "Oppdater kvart minutt",
    stopRefresh: "Slutt å oppdatere",
    updated: (when) => `Tala gjeld ${when}.`,
    weightsImpossible:
      "Det finst ingen tal frå denne runden enno: vektene i undersøkinga passar ikkje til svara. Ingen svar er gått tapt. Be den som driv tenesta, om å rette vektene.",
    foreseen: (wave: string, points: number) =>
      `Dersom like mange svarar som i ${wave}, kan ei endring i ein del skiljast frå tilfeldigheiter frå om lag ${points} prosentpoeng, for alle samla og sett for seg sjølv. For ei enkelt gruppe, eller når mykje blir samanlikna samtidig, skal det meir til.`,
    foreseenNothing: (wave: string) =>
      `Dersom like mange svarar som i ${wave}, er dei for få til å skilje ei endring frå tilfeldigheiter.`,
    reportNote: "Svartida er over. Evaluatoren kan no sjå tala.",
    never: "Du ser aldri kven som har svart kva.",
  },
  closing: {
    title: (wave) => `Lukk ${wave.toLowerCase()}`,
    now: (answered, asked) => `${answered} av ${asked} har svart.`,
    drafts: (count) =>
      count === 0
        ? "Ingen har svar som er påbyrja, men ikkje sende."
        : `${people(count)} har byrja å svare, men ikkje sendt.`,
    effects: [
      "Lenkjene tek ikkje lenger imot svar. Den som opnar ei, får vite at runden er lukka.",
      "Svar som er påbyrja, men ikkje sende, blir rekna med: som heile om meir enn 80 % av spørsmåla er svara på, som delvise frå 50 til 80 %, og elles som avbrotne. Det står på den første sida i skjemaet.",
      "E-postar som framleis ventar, blir ikkje sende.",
      "Tala blir rekna ut, og evaluatoren kan sjå dei.",
    ],
    undo: "Ein runde som er lukka ved ein feil, kan opnast igjen så lenge ingen tal er viste for ein evaluator.",
    submit: "Lukk runden",
    cancel: "Tilbake utan å lukke",
  },
  reopening: {
    title: (wave) => `Opne ${wave.toLowerCase()} igjen`,
    effects: [
      "Det går an å svare og rette igjen. Det som var påbyrja, men ikkje sendt, held fram der det var.",
      "Tala for runden blir fjerna og laga på nytt når han blir lukka.",
      "Ingenting blir sendt.",
    ],
    newEnd: "Ny siste dag",
    badEnd: "Ny siste dag: vel ein dag som ikkje er passert, og som ikkje er seinare enn lenkjene verkar.",
    submit: "Opne runden igjen",
    shown: "Eit tal frå runden er vist, så han kan ikkje opnast igjen.",
  },
  notices: {
    planned: "Runden er planlagd. Ingenting er sendt.",
    planChanged: "Planen er endra.",
    opened: "Runden er open. Ingen e-post er send enno.",
    closed: "Runden er lukka.",
    reopened: "Runden er open igjen.",
  },
  errors: {
    notPlanned: "Runden er alt opna.",
    notOpen: "Runden er ikkje open.",
    notClosed: "Runden er ikkje lukka.",
  },
};
