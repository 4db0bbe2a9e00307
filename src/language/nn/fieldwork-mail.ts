// Nynorsktekstar på sidene til prosjektleiaren om å nå personar i ein runde: utsending, enkeltpersonar, brev.
import type { fieldworkMail as english } from "../en/fieldwork-mail.ts";

const people = (count: number) => (count === 1 ? "1 person" : `${count} personar`);

export const fieldworkMail: typeof english = {
  send: {
    titles: { invitation: "Send invitasjonar", reminder: "Send ei påminning" },
    who: (count) =>
      count === 0
        ? "Det er ingen å sende til no."
        : `E-posten går til ${people(count)}. Kvar av dei får han éin gong.`,
    judged:
      "Den som svarar, takkar nei eller viser seg å ha slutta før e-posten går ut, får ingen: det blir vurdert på nytt idet han blir send.",
    latest: (when, count) =>
      `Den siste påminninga i denne runden vart tinga ${when}, til ${people(count)}. Vent nokre dagar med den neste.`,
    nobody: {
      invitation: "Alle med e-postadresse er alt inviterte.",
      reminder:
        "Ei påminning går til dei som er inviterte og korkje har svart eller takka nei. No er det ingen slike.",
    },
    withoutEmail: (count) => `${people(count)} utan e-postadresse får ingen e-post.`,
    printLetters: "Skriv ut brev til dei",
    listHeading: (count) => `Nøyaktig desse personane (${count})`,
    columns: { name: "Namn", language: "Språk" },
    textHeading: "Slik ser e-posten ut",
    textHelp:
      "Med eit oppdikta namn og ei lenkje som ikkje fører nokon stad. Kvar person får si eiga lenkje.",
    subject: "Emne",
    exampleName: "Kim Eksempel",
    submit: (count) => (count === 1 ? "Send til 1 person" : `Send til ${count} personar`),
    changed: "Lista er endra sidan du såg henne. Sjå på henne igjen før du sender.",
    back: "Tilbake til runden",
  },
  invited: {
    title: "Personar i runden",
    intro:
      "Her kan du hjelpe éin person: sende ei ny lenkje, rette ei adresse, notere at nokon har takka nei. Om ein person har svart, blir ikkje vist her, men ei påminning går ikkje til dei som har svart.",
    show: "Vis",
    filters: {
      all: "Alle",
      refused: "E-posten avvist",
      uncertain: "E-posten kan vere send eller ikkje",
      "no-email": "Utan e-postadresse",
      "not-invited": "Ikkje inviterte enno",
      declined: "Har takka nei",
      left: "Har ikkje vervet lenger, eller feil person",
    },
    search: "Namn eller kommune",
    submit: "Vis",
    columns: { name: "Namn", status: "Status" },
    none: "Ingen passar til valet.",
    count: people,
    statuses: {
      "no-email": "Inga e-postadresse",
      "not-invited": "Ikkje invitert enno",
      waiting: "E-post ventar",
      invited: "Invitert",
      refused: "E-posten avvist",
      uncertain: "E-posten kan vere send eller ikkje",
      letter: "Brev skrive ut",
      declined: "Har takka nei",
      left: "Har ikkje vervet lenger",
      not_me: "Feil person",
      withdrawn: "Har trekt seg",
    },
    nameGone: "(namnet sletta)",
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
    noEmail: "Finst ikkje",
    history: "Sendt til personen",
    historyColumns: { when: "Når", what: "Kva" },
    noHistory: "Ingenting er sendt til personen.",
    resend: {
      heading: "Send ei ny lenkje",
      text: "Personen får ein e-post med ei ny lenkje til det same skjemaet. Tidlegare lenkjer verkar framleis.",
      submit: "Send ei ny lenkje",
    },
    correct: {
      heading: "Rett adressa",
      text: "Bruk dette når e-posten gjekk til feil adresse. Dei gamle lenkjene sluttar å verke, svar som er påbyrja gjennom dei, blir lagde til side, og ei ny lenkje blir send til den nye adressa.",
      email: "Ny e-postadresse",
      submit: "Rett og send ei ny lenkje",
    },
    refusal: {
      heading: "Har takka nei på telefon eller i brev",
      text: "Personen får ikkje meir e-post i denne runden. Ingenting anna blir endra.",
      furtherQuestion: "Seinare rundar",
      further: "Vil heller ikkje vere med i fleire rundar",
      submit: "Noter at personen har takka nei",
    },
    left: {
      heading: "Har ikkje vervet lenger",
      text: "Noter kven som har slutta, når, og kven som har teke over.",
      action: "Sjå personen og vervet",
    },
    letter: {
      heading: "Brev",
      text: "Skriv ut eit brev med kode og lenkje til denne personen.",
      submit: "Skriv ut brevet",
    },
    closed: "Runden er ikkje open, så ingenting kan sendast.",
  },
  letters: {
    title: "Skriv ut brev",
    intro:
      "For personar utan e-postadresse. Kvart brev har ei lenkje, eit bilete av lenkja for kameraet i telefonen og ein kort kode å skrive inn.",
    code: "Kvar gong du skriv ut, blir det laga nye kodar; brev som alt er posta, verkar framleis. Kodane blir viste berre no: blir eit ark borte, skriv du det ut igjen.",
    who: (count) =>
      count === 0
        ? "Alle i runden har ei e-postadresse, så det er ingen brev å skrive ut."
        : `${people(count)} i runden har inga e-postadresse.`,
    tableCaption: "Personar utan e-postadresse",
    printed: (when) => `Skrive ut ${when}`,
    notPrinted: "Ikkje skrive ut enno",
    columns: { name: "Namn", printed: "Brev" },
    choose: "Kva brev",
    chooseNew: "Dei som ikkje har fått noko",
    chooseReminder: "Ei påminning til dei som har fått eitt og korkje har svart eller takka nei",
    nothingToPrint: "Det var ingen brev å skrive ut for dette valet.",
    submit: "Lag breva",
    ready: (count) =>
      count === 1
        ? "1 brev er klart. Skriv ut sida: kvart brev kjem på sitt eige ark."
        : `${count} brev er klare. Skriv ut sida: kvart brev kjem på sitt eige ark.`,
    howTo: "Bruk utskrifta i nettlesaren.",
    back: "Tilbake til runden",
    codeLabel: "Koden din",
    qrLabel: "Bilete av lenkja, til å lese med kameraet i telefonen",
    sheetTitle: "Brev",
  },
  add: {
    title: "Legg til ein person i runden",
    intro:
      "For den som har eit verv, men ikkje er med i runden, til dømes fordi lista ikkje var fullstendig.",
    none: "Alle som har eit verv i dag, er med i runden.",
    newPerson: "Står personen ikkje i lista?",
    loadPerson: "Legg til nokon i lista over personar",
    refused: {
      noSeat: "Person: har ikkje noko verv, korkje på referansedagen eller i dag.",
      declined: "Person: har takka nei til fleire rundar eller trekt seg.",
      divided: "Person: kommunen blei delt før referansedagen. Gje personen ein ny kommune først.",
    },
    choose: "Person",
    submit: "Legg til i runden",
    problem: "Person: vel ein av dei i lista.",
  },
  notices: {
    queued: (count) =>
      count === 1
        ? "1 e-post er sett i kø. Han blir straks levert over til e-posttenaren."
        : `${count} e-postar er sette i kø. Dei blir straks leverte over til e-posttenaren.`,
    nobody: "Det var ingen att å sende til. Ingen e-post er sett i kø.",
    resent: "Ei ny lenkje til personen er sett i kø.",
    corrected: "Adressa er retta. Dei gamle lenkjene verkar ikkje lenger, og ei ny lenkje er sett i kø.",
    declined: "Det er notert at personen har takka nei.",
    added: "Personen er med i runden.",
  },
  errors: {
    noEmail: "Personen har inga e-postadresse.",
    notDue: "Ingenting blei sendt: personen treng inga lenkje i denne runden.",
    email: "Ny e-postadresse: skriv ei adresse, til dømes namn@example.org.",
    unchanged: "Ny e-postadresse: ho er den same som før.",
    taken: "Ny e-postadresse: ein annan person i undersøkinga har henne. Kryss av i ruta om dei deler henne.",
    sharedQuestion: "Delt adresse",
    shared: "Dei deler adressa",
  },
};
