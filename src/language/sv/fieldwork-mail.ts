// Svenska texter på projektledarens sidor om att nå personer i en omgång: utskick, enskilda personer, brev.
import type { fieldworkMail as english } from "../en/fieldwork-mail.ts";

const people = (count: number) => (count === 1 ? "1 person" : `${count} personer`);

export const fieldworkMail: typeof english = {
  send: {
    titles: { invitation: "Skicka inbjudningar", reminder: "Skicka en påminnelse" },
    who: (count) =>
      count === 0
        ? "Det finns ingen att skicka till nu."
        : `Mejlet går till ${people(count)}. Var och en får det en gång.`,
    judged:
      "Den som svarar, tackar nej eller visar sig ha slutat innan mejlet går i väg får inget: det prövas på nytt i sändningsögonblicket.",
    latest: (when, count) =>
      `Den senaste påminnelsen i den här omgången beställdes ${when}, till ${people(count)}. Vänta några dagar med nästa.`,
    nobody: {
      invitation: "Alla med e-postadress är redan inbjudna.",
      reminder:
        "En påminnelse går till dem som är inbjudna och varken har svarat eller tackat nej. Nu finns det inga sådana.",
    },
    withoutEmail: (count) => `${people(count)} utan e-postadress får inget mejl.`,
    printLetters: "Skriv ut brev till dem",
    listHeading: (count) => `Exakt de här personerna (${count})`,
    columns: { name: "Namn", language: "Språk" },
    textHeading: "Så ser mejlet ut",
    textHelp: "Med ett påhittat namn och en länk som inte leder någonstans. Var och en får sin egen länk.",
    subject: "Ämne",
    exampleName: "Kim Exempel",
    submit: (count) => (count === 1 ? "Skicka till 1 person" : `Skicka till ${count} personer`),
    changed: "Listan har ändrats sedan du såg den. Titta på den igen innan du skickar.",
    back: "Tillbaka till omgången",
  },
  invited: {
    title: "Personer i omgången",
    intro:
      "Här kan du hjälpa en person: skicka en ny länk, rätta en adress, anteckna att någon har tackat nej. Om en person har svarat visas inte här, men en påminnelse går inte till dem som har svarat.",
    show: "Visa",
    filters: {
      all: "Alla",
      refused: "Mejlet avvisat",
      uncertain: "Mejlet kan ha skickats eller inte",
      "no-email": "Utan e-postadress",
      "not-invited": "Inte inbjudna ännu",
      declined: "Har tackat nej",
      left: "Har inte kvar uppdraget, eller fel person",
    },
    search: "Namn eller kommun",
    submit: "Visa",
    columns: { name: "Namn", status: "Läge" },
    none: "Ingen passar in på valet.",
    count: people,
    statuses: {
      "no-email": "Ingen e-postadress",
      "not-invited": "Inte inbjuden ännu",
      waiting: "Mejl väntar",
      invited: "Inbjuden",
      refused: "Mejlet avvisat",
      uncertain: "Mejlet kan ha skickats eller inte",
      letter: "Brev utskrivet",
      declined: "Har tackat nej",
      left: "Har inte kvar uppdraget",
      not_me: "Fel person",
      withdrawn: "Har tagit tillbaka sin medverkan",
    },
    nameGone: "(namnet raderat)",
  },
  person: {
    facts: {
      role: "Roll",
      municipality: "Kommun",
      email: "E-post",
      phone: "Telefon",
      status: "Läge",
      language: "Språk",
    },
    noEmail: "Finns inte",
    history: "Skickat till personen",
    historyColumns: { when: "När", what: "Vad" },
    noHistory: "Inget har skickats till personen.",
    resend: {
      heading: "Skicka en ny länk",
      text: "Personen får ett mejl med en ny länk till samma formulär. Tidigare länkar fortsätter att fungera.",
      submit: "Skicka en ny länk",
    },
    correct: {
      heading: "Rätta adressen",
      text: "Använd det här när mejlet gick till fel adress. De gamla länkarna slutar att fungera, svar som påbörjats genom dem läggs åt sidan, och en ny länk skickas till den nya adressen.",
      email: "Ny e-postadress",
      submit: "Rätta och skicka en ny länk",
    },
    refusal: {
      heading: "Har tackat nej på telefon eller i brev",
      text: "Personen får inga fler mejl i den här omgången. Inget annat ändras.",
      furtherQuestion: "Senare omgångar",
      further: "Vill inte heller vara med i fler omgångar",
      submit: "Anteckna att personen har tackat nej",
    },
    left: {
      heading: "Har inte kvar uppdraget",
      text: "Anteckna vem som har slutat, när, och vem som har tagit över.",
      action: "Se personen och uppdraget",
    },
    letter: {
      heading: "Brev",
      text: "Skriv ut ett brev med kod och länk till den här personen.",
      submit: "Skriv ut brevet",
    },
    closed: "Omgången är inte öppen, så inget kan skickas.",
  },
  letters: {
    title: "Skriv ut brev",
    intro:
      "För personer utan e-postadress. Varje brev har en länk, en bild av länken för telefonens kamera och en kort kod att skriva in.",
    code: "Varje gång du skriver ut görs nya koder; brev som redan är postade fortsätter att fungera. Koderna visas bara nu: om ett blad kommer bort skriver du ut det igen.",
    who: (count) =>
      count === 0
        ? "Alla i omgången har en e-postadress, så det finns inga brev att skriva ut."
        : count === 1
          ? "1 person i omgången har ingen e-postadress."
          : `${count} personer i omgången har ingen e-postadress.`,
    tableCaption: "Personer utan e-postadress",
    printed: (when) => `Utskrivet ${when}`,
    notPrinted: "Inte utskrivet ännu",
    columns: { name: "Namn", printed: "Brev" },
    choose: "Vilka brev",
    chooseNew: "De som inte har fått något",
    chooseReminder: "En påminnelse till dem som har fått ett och varken har svarat eller tackat nej",
    nothingToPrint: "Det fanns inget brev att skriva ut för det valet.",
    submit: "Gör breven",
    ready: (count) =>
      count === 1
        ? "1 brev är klart. Skriv ut sidan: varje brev kommer på ett eget blad."
        : `${count} brev är klara. Skriv ut sidan: varje brev kommer på ett eget blad.`,
    howTo: "Använd webbläsarens egen utskrift.",
    back: "Tillbaka till omgången",
    codeLabel: "Din kod",
    qrLabel: "Bild av länken, att läsa med telefonens kamera",
    sheetTitle: "Brev",
  },
  add: {
    title: "Lägg till en person i omgången",
    intro:
      "För den som har ett uppdrag men inte är med i omgången, till exempel för att listan inte var fullständig.",
    none: "Alla som har ett uppdrag i dag är med i omgången.",
    newPerson: "Finns personen inte i listan?",
    loadPerson: "Lägg till någon i listan över personer",
    refused: {
      noSeat: "Person: har inget uppdrag, varken på referensdagen eller i dag.",
      declined: "Person: har tackat nej till fler omgångar eller tagit tillbaka sin medverkan.",
      divided: "Person: kommunen delades före referensdagen. Ge personen en ny kommun först.",
    },
    choose: "Person",
    submit: "Lägg till i omgången",
    problem: "Person: välj en av dem i listan.",
  },
  notices: {
    queued: (count) =>
      count === 1
        ? "1 mejl är på kö. Det lämnas strax över till e-postservern."
        : `${count} mejl är på kö. De lämnas strax över till e-postservern.`,
    nobody: "Det fanns ingen kvar att skicka till. Inget mejl har ställts på kö.",
    resent: "En ny länk till personen är på kö.",
    corrected: "Adressen är rättad. De gamla länkarna fungerar inte längre, och en ny länk är på kö.",
    declined: "Det är antecknat att personen har tackat nej.",
    added: "Personen är med i omgången.",
  },
  errors: {
    noEmail: "Personen har ingen e-postadress.",
    notDue: "Inget skickades: personen behöver ingen länk i den här omgången.",
    email: "Ny e-postadress: skriv en adress, till exempel namn@example.org.",
    unchanged: "Ny e-postadress: den är densamma som förut.",
    taken: "Ny e-postadress: en annan person i undersökningen har den. Kryssa i rutan om de delar den.",
    sharedQuestion: "Delad adress",
    shared: "De delar adressen",
  },
};
