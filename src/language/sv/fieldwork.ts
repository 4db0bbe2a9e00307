// Svenska texter på projektledarens sidor om undersökningar och omgångar: lista, planera, öppna, följa, stänga.
import type { fieldwork as english } from "../en/fieldwork.ts";

const people = (count: number) => (count === 1 ? "1 person" : `${count} personer`);

export const fieldwork: typeof english = {
  cancel: "Tillbaka utan att ändra något",
  navigation: { overview: "Översikt", people: "Personer" },
  studies: {
    title: "Dina undersökningar",
    none: "Du är inte projektledare för någon undersökning ännu.",
    noneNext: "Be den som driver Tidvis att läsa in undersökningen och ge din adress rollen projektledare.",
    people,
    waves: (count) => (count === 0 ? "ingen omgång ännu" : count === 1 ? "1 omgång" : `${count} omgångar`),
  },
  study: {
    nextStep: "Nästa steg",
    peopleHeading: "Personer",
    peopleNow: (count) => `${people(count)} har ett uppdrag i dag.`,
    withoutEmail: (count) =>
      count === 1
        ? "1 av dem har ingen e-postadress och får ett brev."
        : `${count} av dem har ingen e-postadress och får ett brev.`,
    noPeople: "Ingen har lästs in ännu.",
    seePeople: "Se och ändra personer",
    importPeople: "Läs in personer från en fil",
    wavesHeading: "Omgångar",
    wavesCaption: "Undersökningens omgångar",
    noWaves:
      "Ingen omgång har planerats ännu. En omgång är ett utskick av frågeformuläret till alla som har ett uppdrag.",
    planWave: "Planera en omgång",
    waveName: (number) => `Omgång ${number}`,
    period: (from, to) => `${from} till ${to}`,
    columns: { wave: "Omgång", answered: "Svarat" },
    states: { planned: "Planerad", open: "Öppen", closed: "Stängd" },
    linkEnds: (day) => `Efter ${day} går det inte längre att koppla ihop namn och svar.`,
    steps: {
      load: {
        text: "Läs in de personer som ska få frågorna. Du ser vad som kommer att hända innan något sparas.",
        action: "Läs in personer",
      },
      plan: {
        text: "Planera omgången: när den öppnar och stänger, och vilken dag personerna ska ha sitt uppdrag.",
        action: "Planera en omgång",
      },
      open: {
        text: (wave) => `${wave} är planerad. Öppna den när listan över personer stämmer.`,
        action: (wave) => `Öppna ${wave.toLowerCase()}`,
      },
      send: {
        text: (wave) => `${wave} är öppen, men inga inbjudningar har skickats.`,
        action: "Se inbjudan och skicka den",
      },
      follow: { text: (wave) => `${wave} är öppen.`, action: "Följ omgången" },
      next: {
        text: (wave) => `${wave} är stängd. Planera nästa när det är dags.`,
        action: "Planera nästa omgång",
      },
    },
  },
  plan: {
    title: "Planera en omgång",
    intro: "Inget skickas när du planerar. Du kan ändra listan över personer ända tills du öppnar omgången.",
    opensOn: "Första dag",
    closesOn: "Sista dag",
    closesOnHelp: (zone) => `Omgången stängs av sig själv när den dagen är slut (${zone}).`,
    referenceDate: "Referensdag",
    referenceDateHelp:
      "De som har ett uppdrag den dagen får frågorna, med den roll och den kommun de har då.",
    version: "Version av frågeformuläret",
    versionName: (version) => `Version ${version}`,
    versionHelp: "Versionen låses när omgången öppnas och ändras aldrig efter det.",
    dateHelp: "Skriv år-månad-dag, till exempel 2026-05-17.",
    submit: "Planera omgången",
    changeTitle: "Ändra planen",
    changeSubmit: "Spara planen",
    noInstrument: "Undersökningen har inget frågeformulär ännu. Be den som driver Tidvis att läsa in det.",
    problems: {
      opens_on: "Första dag: skriv ett datum, till exempel 2026-05-17.",
      closes_on: "Sista dag: skriv ett datum, till exempel 2026-06-17.",
      reference_date: "Referensdag: skriv ett datum, till exempel 2026-05-17.",
      order: "Sista dag: den får inte ligga före första dagen.",
      past: "Sista dag: den får inte redan ha passerat.",
      version: "Version av frågeformuläret: välj en av dem i listan.",
      linkEnd: (day) =>
        `Sista dag: länkarna slutar att fungera efter ${day}, så omgången måste stängas före dess.`,
      referenceNotLater: "Referensdag: den måste vara senare än den förra omgångens.",
      opened: "Omgången har öppnats, så planen kan inte längre ändras.",
      other: "Omgången kunde inte planeras med de här uppgifterna. Kontrollera dem och försök igen.",
    },
  },
  opening: {
    title: (wave) => `Öppna ${wave.toLowerCase()}`,
    whoHeading: "Vilka som får frågorna",
    who: (count, day) => `${people(count)} har ett uppdrag ${day} och får frågorna.`,
    withoutEmail: (count) => `${people(count)} utan e-postadress behöver ett brev.`,
    leftOut: (count) =>
      `${people(count)} har tackat nej till fler omgångar eller tagit tillbaka sin medverkan och är inte med.`,
    learnHeading: "Vad som kan visas och vad som aldrig kan det",
    base: (base) => `Ingen siffra visas som bygger på färre än ${base} svar. Det skyddar dem som svarar.`,
    tableCaption: "Vad varje tabell som mest kan visa",
    tableColumns: {
      table: "Tabell",
      never: "Aldrig",
      everyone: "Bara om alla svarar",
    },
    byRole: "Efter roll",
    byMunicipality: "Efter kommun",
    byBoth: "Efter roll och kommun",
    neverNamed: "Dessa kan aldrig visas, hur många som än svarar:",
    crossNever: (never, all) =>
      `Roll och kommun tillsammans: ${never} av ${all} grupper kan aldrig visas, eftersom färre personer får frågorna där än en siffra måste bygga på.`,
    crossFine: "Alla grupper av roll och kommun är stora nog att visas, om tillräckligt många svarar.",
    more: "Fler kan behöva döljas, så att en dold siffra inte kan räknas fram ur de andra.",
    effectHeading: "Vad som händer när du öppnar",
    effects: [
      "Frågeformuläret låses och kan inte längre ändras.",
      "Alla i listan får en plats i omgången, med den roll och kommun de har på referensdagen.",
      "Inga mejl skickas ännu. Du ser varje inbjudan innan du skickar den.",
    ],
    submit: "Öppna omgången",
    nobody: "Ingen har ett uppdrag på referensdagen, så det finns ingen att fråga.",
    loadPeople: "Läs in personer",
    pastEnd: "Sista dagen har passerat. Ändra planen innan du öppnar omgången.",
    divided:
      "De här personernas kommun har delats sedan de skrevs in. Ge var och en av dem en ny kommun först:",
  },
  wave: {
    title: (wave) => wave,
    facts: {
      period: "Svarstid",
      reference: "Referensdag",
      version: "Frågeformulär",
      opened: "Öppnad",
      closed: "Stängd",
    },
    plannedNext: "Omgången är planerad. Ingen kan svara ännu.",
    openAction: "Öppna omgången",
    changePlan: "Ändra planen",
    rateHeading: "Svarsfrekvens",
    rateOf: (answered, invited) => `${answered}\u00a0av\u00a0${invited}`,
    leftOut: (people) =>
      people === 1
        ? "1 person har inte uppdraget och räknas inte."
        : `${people} personer har inte uppdraget och räknas inte.`,
    rateNames: {
      rr2: "RR2: hela och delvisa svar bland alla i omgången",
    },
    rateSource: "Benämnd enligt AAPOR Standard Definitions. De som inte längre har sitt uppdrag räknas inte.",
    notYetFinal: "Siffran ändras tills omgången stängs.",
    byRole: "Efter roll",
    byMunicipality: "Efter kommun",
    byBoth: "Efter roll och kommun",
    byBothHelp: "Svarat av tillfrågade. De här antalen är till för att följa arbetet och publiceras aldrig.",
    columns: {
      role: "Roll",
      municipality: "Kommun",
      answered: "Svarat",
      total: "Alla",
    },
    standingHeading: "Så ligger det till",
    standing: {
      cases: "Personer i omgången",
      answered: "Har svarat",
      started: "Har börjat men inte skickat",
      waiting: "Tillfrågade, inget svar än",
      notAsked: "Inte tillfrågade än",
      undeliverable: "Mejlet kunde inte levereras",
      declined: "Har tackat nej",
      left: "Har inte kvar uppdraget, eller fel person",
      withdrawn: "Har tagit tillbaka sin medverkan",
      imported: "Insamlat på annat håll",
    },
    letters: (count) => (count === 1 ? "1 person behöver ett brev." : `${count} personer behöver ett brev.`),
    printLetters: "Skriv ut brev",
    mailHeading: "Mejl",
    mailCaption: "Mejl, utskick för utskick",
    noMail: "Inga mejl har skickats i den här omgången.",
    mailColumns: {
      sent: "Utskick",
      all: "Mejl",
      handedOver: "Överlämnade",
      waiting: "Väntar",
      refused: "Avvisade",
      uncertain: "Ovisst",
      notDue: "Inte längre aktuella",
    },
    mailKinds: { invitation: "Inbjudan", reminder: "Påminnelse", link: "Ny länk" },
    handedOverMeans:
      "”Överlämnade” betyder att e-postservern har tagit emot mejlet. Om det har lästs går inte att se.",
    uncertain: (count) =>
      count === 1
        ? "1 mejl kan ha skickats eller inte, eftersom programmet stannade mitt i. Det görs inte om av sig självt."
        : `${count} mejl kan ha skickats eller inte, eftersom programmet stannade mitt i. De görs inte om av sig själva.`,
    uncertainAction: "Se vilka det gäller",
    refused: (count) =>
      count === 1
        ? "1 mejl avvisades. Rätta adressen eller ring personen."
        : `${count} mejl avvisades. Rätta adresserna eller ring personerna.`,
    refusedAction: "Se vilka adresser det gäller",
    alarm: "Mejlen står stilla",
    alarmText: (waiting, minutes) => `${waiting} mejl väntar, och inget har rört sig på ${minutes} minuter.`,
    lastTick: (when) => `Programmets klocka slog senast ${when}.`,
    neverTicked: "Programmets klocka har aldrig slagit.",
    alarmNext: "Säg till den som driver Tidvis. Inget är förlorat: mejlen går i väg när programmet kör igen.",
    notConfigured: "Ingen e-postserver är inställd, så mejlen väntar tills det finns en.",
    otherHome:
      "Det här ser ut att vara en kopia av databasen: den hör hemma på en annan adress. Inget mejlas härifrån.",
    send: "Skicka inbjudningar",
    remind: "Skicka en påminnelse",
    people: "Personer i omgången",
    add: "Lägg till en person",
    close: "Stäng omgången",
    reopen: "Öppna omgången igen",
    refresh: "Uppdatera varje minut",
    stopRefresh: "Sluta uppdatera",
    updated: (when) => `Siffrorna gäller ${when}.`,
    weightsImpossible:
      "Det finns inga siffror från den här omgången än: undersökningens vikter passar inte svaren. Inga svar har gått förlorade. Be den som driver tjänsten att rätta vikterna.",
    foreseen: (wave: string, points: number) =>
      `Om lika många svarar som i ${wave} kan en förändring av en andel skiljas från slumpen från ungefär ${points} procentenheter, för alla tillsammans och sedd för sig. För en enskild grupp, eller när mycket jämförs samtidigt, krävs mer.`,
    foreseenNothing: (wave: string) =>
      `Om lika många svarar som i ${wave} är de för få för att skilja en förändring från slumpen.`,
    reportNote: "Svarstiden är slut. Utvärderaren kan nu se siffrorna.",
    never: "Du ser aldrig vem som har svarat vad.",
  },
  closing: {
    title: (wave) => `Stäng ${wave.toLowerCase()}`,
    now: (answered, asked) => `${answered} av ${asked} har svarat.`,
    drafts: (count) =>
      count === 0
        ? "Ingen har svar som är påbörjade men inte skickade."
        : `${people(count)} har börjat svara men inte skickat.`,
    effects: [
      "Länkarna tar inte längre emot svar. Den som öppnar en får veta att omgången är stängd.",
      "Svar som är påbörjade men inte skickade räknas: som hela om mer än 80 % av frågorna är besvarade, som delvisa vid 50 till 80 %, och annars som avbrutna. Det står på formulärets första sida.",
      "Mejl som fortfarande väntar skickas inte.",
      "Siffrorna räknas fram, och utvärderaren kan se dem.",
    ],
    undo: "En omgång som stängts av misstag kan öppnas igen, så länge ingen siffra har visats för en utvärderare.",
    submit: "Stäng omgången",
    cancel: "Tillbaka utan att stänga",
  },
  reopening: {
    title: (wave) => `Öppna ${wave.toLowerCase()} igen`,
    effects: [
      "Det går att svara och rätta igen. Det som var påbörjat men inte skickat fortsätter där det var.",
      "Omgångens siffror tas bort och görs om när den stängs.",
      "Inget mejlas.",
    ],
    newEnd: "Ny sista dag",
    badEnd: "Ny sista dag: välj en dag som inte har passerat och som inte är senare än länkarna fungerar.",
    submit: "Öppna omgången igen",
    shown: "En siffra från omgången har visats, så den kan inte öppnas igen.",
  },
  notices: {
    planned: "Omgången är planerad. Inget har skickats.",
    planChanged: "Planen är ändrad.",
    opened: "Omgången är öppen. Inga mejl har gått i väg ännu.",
    closed: "Omgången är stängd.",
    reopened: "Omgången är öppen igen.",
  },
  errors: {
    notPlanned: "Omgången har redan öppnats.",
    notOpen: "Omgången är inte öppen.",
    notClosed: "Omgången är inte stängd.",
  },
};
