// Bokmålstekster på prosjektlederens sider om å nå personer i en runde: utsending, enkeltpersoner, brev.
import type { fieldworkMail as english } from "../en/fieldwork-mail.ts";

const people = (count: number) => (count === 1 ? "1 person" : `${count} personer`);

export const fieldworkMail: typeof english = {
  send: {
    titles: { invitation: "Send invitasjoner", reminder: "Send en påminnelse" },
    who: (count) =>
      count === 0
        ? "Det er ingen å sende til nå."
        : `E-posten går til ${people(count)}. Hver av dem får den én gang.`,
    judged:
      "Den som svarer, takker nei eller viser seg å ha sluttet før e-posten går ut, får ingen: det vurderes på nytt i det den sendes.",
    latest: (when, count) =>
      `Den siste påminnelsen i denne runden ble bestilt ${when}, til ${people(count)}. Vent noen dager med den neste.`,
    nobody: {
      invitation: "Alle med e-postadresse er allerede invitert.",
      reminder:
        "En påminnelse går til dem som er invitert og verken har svart eller takket nei. Nå er det ingen slike.",
    },
    withoutEmail: (count) => `${people(count)} uten e-postadresse får ingen e-post.`,
    printLetters: "Skriv ut brev til dem",
    listHeading: (count) => `Nøyaktig disse personene (${count})`,
    columns: { name: "Navn", language: "Språk" },
    textHeading: "Slik ser e-posten ut",
    textHelp: "Med et oppdiktet navn og en lenke som ikke fører noe sted. Hver person får sin egen lenke.",
    subject: "Emne",
    exampleName: "Kim Eksempel",
    submit: (count) => (count === 1 ? "Send til 1 person" : `Send til ${count} personer`),
    changed: "Listen er endret siden du så den. Se på den igjen før du sender.",
    back: "Tilbake til runden",
  },
  invited: {
    title: "Personer i runden",
    intro:
      "Her kan du hjelpe én person: sende en ny lenke, rette en adresse, notere at noen har takket nei. Om en person har svart, vises ikke her, men en påminnelse går ikke til dem som har svart.",
    show: "Vis",
    filters: {
      all: "Alle",
      refused: "E-posten avvist",
      uncertain: "E-posten kan være sendt eller ikke",
      "no-email": "Uten e-postadresse",
      "not-invited": "Ikke invitert ennå",
      declined: "Har takket nei",
      left: "Har ikke vervet lenger, eller feil person",
    },
    search: "Navn eller kommune",
    submit: "Vis",
    columns: { name: "Navn", status: "Status" },
    none: "Ingen passer til valget.",
    count: people,
    statuses: {
      "no-email": "Ingen e-postadresse",
      "not-invited": "Ikke invitert ennå",
      waiting: "E-post venter",
      invited: "Invitert",
      refused: "E-posten avvist",
      uncertain: "E-posten kan være sendt eller ikke",
      letter: "Brev skrevet ut",
      declined: "Har takket nei",
      left: "Har ikke vervet lenger",
      not_me: "Feil person",
      withdrawn: "Har trukket seg",
    },
    nameGone: "(navnet slettet)",
  },
  person: {
    facts: {
      role: "Rolle",
      municipality: "Kommune",
      email: "E-post",
      phone: "Telefon",
      status: "Status",
      language: "Språk",
    },
    noEmail: "Finnes ikke",
    history: "Sendt til personen",
    historyColumns: { when: "Når", what: "Hva" },
    noHistory: "Ingenting er sendt til personen.",
    resend: {
      heading: "Send en ny lenke",
      text: "Personen får en e-post med en ny lenke til det samme skjemaet. Tidligere lenker virker fortsatt.",
      submit: "Send en ny lenke",
    },
    correct: {
      heading: "Rett adressen",
      text: "Bruk dette når e-posten gikk til feil adresse. De gamle lenkene slutter å virke, svar som er påbegynt gjennom dem, legges til side, og en ny lenke sendes til den nye adressen.",
      email: "Ny e-postadresse",
      submit: "Rett og send en ny lenke",
    },
    refusal: {
      heading: "Har takket nei på telefon eller i brev",
      text: "Personen får ikke mer e-post i denne runden. Ingenting annet endres.",
      furtherQuestion: "Senere runder",
      further: "Vil heller ikke være med i flere runder",
      submit: "Noter at personen har takket nei",
    },
    left: {
      heading: "Har ikke vervet lenger",
      text: "Noter hvem som har sluttet, når, og hvem som har tatt over.",
      action: "Se personen og vervet",
    },
    letter: {
      heading: "Brev",
      text: "Skriv ut et brev med kode og lenke til denne personen.",
      submit: "Skriv ut brevet",
    },
    closed: "Runden er ikke åpen, så ingenting kan sendes.",
  },
  letters: {
    title: "Skriv ut brev",
    intro:
      "For personer uten e-postadresse. Hvert brev har en lenke, et bilde av lenken for kameraet i telefonen og en kort kode å skrive inn.",
    code: "Hver gang du skriver ut, lages nye koder; brev som alt er postet, virker fortsatt. Kodene vises bare nå: blir et ark borte, skriver du det ut igjen.",
    who: (count) =>
      count === 0
        ? "Alle i runden har en e-postadresse, så det er ingen brev å skrive ut."
        : `${people(count)} i runden har ingen e-postadresse.`,
    tableCaption: "Personer uten e-postadresse",
    printed: (when) => `Skrevet ut ${when}`,
    notPrinted: "Ikke skrevet ut ennå",
    columns: { name: "Navn", printed: "Brev" },
    choose: "Hvilke brev",
    chooseNew: "De som ikke har fått noe",
    chooseReminder: "En påminnelse til dem som har fått ett og verken har svart eller takket nei",
    nothingToPrint: "Det var ingen brev å skrive ut for dette valget.",
    submit: "Lag brevene",
    ready: (count) =>
      count === 1
        ? "1 brev er klart. Skriv ut siden: hvert brev kommer på sitt eget ark."
        : `${count} brev er klare. Skriv ut siden: hvert brev kommer på sitt eget ark.`,
    howTo: "Bruk nettleserens egen utskrift.",
    back: "Tilbake til runden",
    codeLabel: "Koden din",
    qrLabel: "Bilde av lenken, til å lese med kameraet i telefonen",
    sheetTitle: "Brev",
  },
  add: {
    title: "Legg til en person i runden",
    intro:
      "For den som har et verv, men ikke er med i runden, for eksempel fordi listen ikke var fullstendig.",
    none: "Alle som har et verv i dag, er med i runden.",
    newPerson: "Står personen ikke i listen?",
    loadPerson: "Legg til noen i listen over personer",
    refused: {
      noSeat: "Person: har ikke noe verv, verken på referansedagen eller i dag.",
      declined: "Person: har takket nei til flere runder eller trukket seg.",
      divided: "Person: kommunen ble delt før referansedagen. Gi personen en ny kommune først.",
    },
    choose: "Person",
    submit: "Legg til i runden",
    problem: "Person: velg en av dem i listen.",
  },
  notices: {
    queued: (count) =>
      count === 1
        ? "1 e-post er satt i kø. Den overleveres straks til e-postserveren."
        : `${count} e-poster er satt i kø. De overleveres straks til e-postserveren.`,
    nobody: "Det var ingen igjen å sende til. Ingen e-post er satt i kø.",
    resent: "En ny lenke til personen er satt i kø.",
    corrected: "Adressen er rettet. De gamle lenkene virker ikke lenger, og en ny lenke er satt i kø.",
    declined: "Det er notert at personen har takket nei.",
    added: "Personen er med i runden.",
  },
  errors: {
    noEmail: "Personen har ingen e-postadresse.",
    notDue: "Ingenting ble sendt: personen trenger ingen lenke i denne runden.",
    email: "Ny e-postadresse: skriv en adresse, for eksempel navn@example.org.",
    unchanged: "Ny e-postadresse: den er den samme som før.",
    taken: "Ny e-postadresse: en annen person i undersøkelsen har den. Kryss av i ruten hvis de deler den.",
    sharedQuestion: "Delt adresse",
    shared: "De deler adressen",
  },
};
