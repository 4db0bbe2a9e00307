// Bokmålstekster på prosjektlederens sider om undersøkelser og runder: liste, planlegge, åpne, følge, lukke.
import type { fieldwork as english } from "../en/fieldwork.ts";

const people = (count: number) => (count === 1 ? "1 person" : `${count} personer`);

export const fieldwork: typeof english = {
  cancel: "Tilbake uten å endre noe",
  navigation: { overview: "Oversikt", people: "Personer" },
  studies: {
    title: "Undersøkelsene dine",
    none: "Du er ikke prosjektleder for noen undersøkelse ennå.",
    noneNext: "Be den som driver Tidvis om å lese inn undersøkelsen og gi adressen din rollen prosjektleder.",
    people,
    waves: (count) => (count === 0 ? "ingen runde ennå" : count === 1 ? "1 runde" : `${count} runder`),
  },
  study: {
    nextStep: "Neste steg",
    peopleHeading: "Personer",
    peopleNow: (count) => `${people(count)} har et verv i dag.`,
    withoutEmail: (count) =>
      count === 1
        ? "1 av dem har ingen e-postadresse og får et brev."
        : `${count} av dem har ingen e-postadresse og får et brev.`,
    noPeople: "Ingen er lest inn ennå.",
    seePeople: "Se og endre personer",
    importPeople: "Les inn personer fra en fil",
    wavesHeading: "Runder",
    wavesCaption: "Rundene i undersøkelsen",
    noWaves: "Ingen runde er planlagt ennå. I en runde går spørreskjemaet ut til alle som har et verv.",
    planWave: "Planlegg en runde",
    waveName: (number) => `Runde ${number}`,
    period: (from, to) => `${from} til ${to}`,
    columns: { wave: "Runde", answered: "Svart" },
    states: { planned: "Planlagt", open: "Åpen", closed: "Lukket" },
    linkEnds: (day) => `Etter ${day} kan navn og svar ikke lenger kobles sammen.`,
    steps: {
      load: {
        text: "Les inn personene som skal få spørsmålene. Du ser hva som kommer til å skje før noe lagres.",
        action: "Les inn personer",
      },
      plan: {
        text: "Planlegg runden: når den åpner og lukker, og hvilken dag personene skal ha vervet sitt.",
        action: "Planlegg en runde",
      },
      open: {
        text: (wave) => `${wave} er planlagt. Åpne den når listen over personer stemmer.`,
        action: (wave) => `Åpne ${wave.toLowerCase()}`,
      },
      send: {
        text: (wave) => `${wave} er åpen, men ingen invitasjoner er sendt.`,
        action: "Se invitasjonen og send den",
      },
      follow: { text: (wave) => `${wave} er åpen.`, action: "Følg runden" },
      next: {
        text: (wave) => `${wave} er lukket. Planlegg den neste når tiden er inne.`,
        action: "Planlegg neste runde",
      },
    },
  },
  plan: {
    title: "Planlegg en runde",
    intro: "Ingenting sendes når du planlegger. Du kan endre listen over personer helt til du åpner runden.",
    opensOn: "Første dag",
    closesOn: "Siste dag",
    closesOnHelp: (zone) => `Runden lukkes av seg selv når denne dagen er slutt (${zone}).`,
    referenceDate: "Referansedag",
    referenceDateHelp:
      "De som har et verv denne dagen, får spørsmålene, med den rollen og den kommunen de har da.",
    version: "Versjon av spørreskjemaet",
    versionName: (version) => `Versjon ${version}`,
    versionHelp: "Versjonen låses når runden åpnes, og endres aldri etter det.",
    dateHelp: "Skriv år-måned-dag, for eksempel 2026-05-17.",
    submit: "Planlegg runden",
    changeTitle: "Endre planen",
    changeSubmit: "Lagre planen",
    noInstrument: "Undersøkelsen har ikke noe spørreskjema ennå. Be den som driver Tidvis om å lese det inn.",
    problems: {
      opens_on: "Første dag: skriv en dato, for eksempel 2026-05-17.",
      closes_on: "Siste dag: skriv en dato, for eksempel 2026-06-17.",
      reference_date: "Referansedag: skriv en dato, for eksempel 2026-05-17.",
      order: "Siste dag: den kan ikke være før første dag.",
      past: "Siste dag: den kan ikke være passert allerede.",
      version: "Versjon av spørreskjemaet: velg en av dem i listen.",
      linkEnd: (day) => `Siste dag: lenkene slutter å virke etter ${day}, så runden må lukkes innen da.`,
      referenceNotLater: "Referansedag: den må være senere enn den forrige rundens.",
      opened: "Runden er åpnet, så planen kan ikke lenger endres.",
      other: "Runden kunne ikke planlegges med disse opplysningene. Kontroller dem og prøv igjen.",
    },
  },
  opening: {
    title: (wave) => `Åpne ${wave.toLowerCase()}`,
    whoHeading: "Hvem som får spørsmålene",
    who: (count, day) => `${people(count)} har et verv ${day} og får spørsmålene.`,
    withoutEmail: (count) => `${people(count)} uten e-postadresse trenger et brev.`,
    leftOut: (count) => `${people(count)} har takket nei til flere runder eller trukket seg, og er ikke med.`,
    learnHeading: "Hva som kan vises, og hva som aldri kan det",
    base: (base) => `Ingen tall vises som bygger på færre enn ${base} svar. Det beskytter dem som svarer.`,
    tableCaption: "Hva hver tabell i beste fall kan vise",
    tableColumns: {
      table: "Tabell",
      never: "Aldri",
      everyone: "Bare hvis alle svarer",
    },
    byRole: "Etter rolle",
    byMunicipality: "Etter kommune",
    byBoth: "Etter rolle og kommune",
    neverNamed: "Disse kan aldri vises, uansett hvor mange som svarer:",
    crossNever: (never, all) =>
      `Rolle og kommune sammen: ${never} av ${all} grupper kan aldri vises, fordi færre personer får spørsmålene der enn et tall må bygge på.`,
    crossFine: "Alle grupper av rolle og kommune er store nok til å vises, hvis nok personer svarer.",
    more: "Flere må kanskje skjules, slik at et skjult tall ikke kan regnes ut fra de andre.",
    effectHeading: "Hva som skjer når du åpner",
    effects: [
      "Spørreskjemaet låses og kan ikke lenger endres.",
      "Alle i listen får en plass i runden, med den rollen og kommunen de har på referansedagen.",
      "Ingen e-post sendes ennå. Du ser hver invitasjon før du sender den.",
    ],
    submit: "Åpne runden",
    nobody: "Ingen har et verv på referansedagen, så det er ingen å spørre.",
    loadPeople: "Les inn personer",
    pastEnd: "Siste dag er passert. Endre planen før du åpner runden.",
    divided:
      "Kommunen til disse personene er delt siden de ble skrevet inn. Gi hver av dem en ny kommune først:",
  },
  wave: {
    title: (wave) => wave,
    facts: {
      period: "Svartid",
      reference: "Referansedag",
      version: "Spørreskjema",
      opened: "Åpnet",
      closed: "Lukket",
    },
    plannedNext: "Runden er planlagt. Ingen kan svare ennå.",
    openAction: "Åpne runden",
    changePlan: "Endre planen",
    rateHeading: "Svarprosent",
    rateOf: (answered, invited) => `${answered}\u00a0av\u00a0${invited}`,
    leftOut: (people) =>
      people === 1
        ? "1 person har ikke vervet og regnes ikke med."
        : `${people} personer har ikke vervet og regnes ikke med.`,
    rateNames: {
      rr2: "RR2: hele og delvise svar blant alle i runden",
    },
    rateSource:
      "Navngitt etter AAPOR Standard Definitions. De som ikke lenger har vervet sitt, regnes ikke med.",
    notYetFinal: "Tallet endrer seg til runden lukkes.",
    byRole: "Etter rolle",
    byMunicipality: "Etter kommune",
    byBoth: "Etter rolle og kommune",
    byBothHelp: "Svart av spurte. Disse antallene er til for å følge arbeidet og publiseres aldri.",
    columns: {
      role: "Rolle",
      municipality: "Kommune",
      answered: "Svart",
      total: "Alle",
    },
    standingHeading: "Slik står det til",
    standing: {
      cases: "Personer i runden",
      answered: "Har svart",
      started: "Har begynt, men ikke sendt",
      waiting: "Spurt, ikke noe svar ennå",
      notAsked: "Ikke spurt ennå",
      undeliverable: "E-posten kunne ikke leveres",
      declined: "Har takket nei",
      left: "Har ikke vervet lenger, eller feil person",
      withdrawn: "Har trukket seg",
      imported: "Samlet inn et annet sted",
    },
    letters: (count) => (count === 1 ? "1 person trenger et brev." : `${count} personer trenger et brev.`),
    printLetters: "Skriv ut brev",
    mailHeading: "E-post",
    mailCaption: "E-post, utsending for utsending",
    noMail: "Ingen e-post er sendt i denne runden.",
    mailColumns: {
      sent: "Utsending",
      all: "E-poster",
      handedOver: "Overlevert",
      waiting: "Venter",
      refused: "Avvist",
      uncertain: "Uvisst",
      notDue: "Ikke lenger aktuelle",
    },
    mailKinds: { invitation: "Invitasjon", reminder: "Påminnelse", link: "Ny lenke" },
    handedOverMeans:
      "«Overlevert» betyr at e-postserveren har tatt imot e-posten. Om den er lest, kan man ikke se.",
    uncertain: (count) =>
      count === 1
        ? "1 e-post kan være sendt eller ikke, fordi programmet stoppet midt i. Den sendes ikke på nytt av seg selv."
        : `${count} e-poster kan være sendt eller ikke, fordi programmet stoppet midt i. De sendes ikke på nytt av seg selv.`,
    uncertainAction: "Se hvem det gjelder",
    refused: (count) =>
      count === 1
        ? "1 e-post ble avvist. Rett adressen, eller ring personen."
        : `${count} e-poster ble avvist. Rett adressene, eller ring personene.`,
    refusedAction: "Se hvilke adresser det gjelder",
    alarm: "E-posten står stille",
    alarmText: (waiting, minutes) =>
      `${waiting === 1 ? "1 e-post" : `${waiting} e-poster`} venter, og ingenting har rørt seg på ${minutes} minutter.`,
    lastTick: (when) => `Klokken i programmet slo sist ${when}.`,
    neverTicked: "Klokken i programmet har aldri slått.",
    alarmNext:
      "Si fra til den som driver Tidvis. Ingenting er tapt: e-postene går ut når programmet kjører igjen.",
    notConfigured: "Ingen e-postserver er satt opp, så e-postene venter til det er en.",
    otherHome:
      "Dette ser ut som en kopi av databasen: den hører hjemme på en annen adresse. Ingenting sendes herfra.",
    send: "Send invitasjoner",
    remind: "Send en påminnelse",
    people: "Personer i runden",
    add: "Legg til en person",
    close: "Lukk runden",
    reopen: "Åpne runden igjen",
    refresh: "Oppdater hvert minutt",
    stopRefresh: "Slutt å oppdatere",
    updated: (when) => `Tallene gjelder ${when}.`,
    weightsImpossible:
      "Det finnes ingen tall fra denne runden ennå: vektene i undersøkelsen passer ikke til svarene. Ingen svar er gått tapt. Be den som driver tjenesten, om å rette vektene.",
    foreseen: (wave: string, points: number) =>
      `Hvis like mange svarer som i ${wave}, kan en endring i en andel skilles fra tilfeldigheter fra omtrent ${points} prosentpoeng, for alle samlet og sett for seg selv. For en enkelt gruppe, eller når mye sammenlignes samtidig, skal det mer til.`,
    foreseenNothing: (wave: string) =>
      `Hvis like mange svarer som i ${wave}, er de for få til å skille en endring fra tilfeldigheter.`,
    reportNote: "Svartiden er over. Evaluatoren kan nå se tallene.",
    never: "Du ser aldri hvem som har svart hva.",
  },
  closing: {
    title: (wave) => `Lukk ${wave.toLowerCase()}`,
    now: (answered, asked) => `${answered} av ${asked} har svart.`,
    drafts: (count) =>
      count === 0
        ? "Ingen har svar som er påbegynt, men ikke sendt."
        : `${people(count)} har begynt å svare, men ikke sendt.`,
    effects: [
      "Lenkene tar ikke lenger imot svar. Den som åpner en, får vite at runden er lukket.",
      "Svar som er påbegynt, men ikke sendt, regnes med: som hele hvis mer enn 80 % av spørsmålene er besvart, som delvise fra 50 til 80 %, og ellers som avbrutt. Det står på den første siden i skjemaet.",
      "E-poster som fortsatt venter, sendes ikke.",
      "Tallene regnes ut, og evaluatoren kan se dem.",
    ],
    undo: "En runde som er lukket ved en feil, kan åpnes igjen så lenge ingen tall er vist for en evaluator.",
    submit: "Lukk runden",
    cancel: "Tilbake uten å lukke",
  },
  reopening: {
    title: (wave) => `Åpne ${wave.toLowerCase()} igjen`,
    effects: [
      "Det går an å svare og rette igjen. Det som var påbegynt, men ikke sendt, fortsetter der det var.",
      "Tallene for runden fjernes og lages på nytt når den lukkes.",
      "Ingenting sendes.",
    ],
    newEnd: "Ny siste dag",
    badEnd: "Ny siste dag: velg en dag som ikke er passert, og som ikke er senere enn lenkene virker.",
    submit: "Åpne runden igjen",
    shown: "Et tall fra runden er vist, så den kan ikke åpnes igjen.",
  },
  notices: {
    planned: "Runden er planlagt. Ingenting er sendt.",
    planChanged: "Planen er endret.",
    opened: "Runden er åpen. Ingen e-post er sendt ennå.",
    closed: "Runden er lukket.",
    reopened: "Runden er åpen igjen.",
  },
  errors: {
    notPlanned: "Runden er allerede åpnet.",
    notOpen: "Runden er ikke åpen.",
    notClosed: "Runden er ikke lukket.",
  },
};
