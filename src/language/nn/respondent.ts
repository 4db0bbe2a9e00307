// Nynorsktekstar på sidene der ein svarer, og på ens eiga side.
import type { respondent as english } from "../en/respondent.ts";

export const respondent: typeof english = {
  page: {
    next: "Neste",
    send: "Send svara mine",
    sendCorrected: "Send dei endra svara",
    back: "Tilbake",
    later: "Lagre og hald fram seinare",
    lastPage: "Dette er siste sida. Når du trykkjer på knappen, blir svara dine sende.",
    correcting:
      "Du endrar svar som du alt har sendt. Dei gjeld som dei er, til du sender på nytt på siste sida.",
    errorTitle: (title) => `Feil: ${title}`,
    savedButUnfinished: "Det du fylte ut, er lagra.",
  },
  notice: {
    "new-questions": {
      title: "Det er litt meir på denne sida",
      text: "På grunn av det du svarte, har det kome fleire spørsmål her. Det du fylte ut, er lagra.",
    },
    check: {
      title: "Noko manglar framleis her",
      text: "Før svara kan sendast, må noko på denne sida svarast på. Alt anna er lagra.",
    },
    more: {
      title: "Éi side til",
      text: "Denne sida har du ikkje sett enno. Alt du har fylt ut så langt, er lagra.",
    },
    moved: {
      title: "Vi tok deg tilbake hit",
      text: "Sida du kom frå, høyrer ikkje til spørsmåla dine. Ingenting vart lagra frå ho, og det du lagra før, er teke vare på.",
    },
    changed: {
      title: "Sjå på denne sida ein gong til",
      text: "Sida du sende, var ei eldre. Ingenting vart lagra frå ho, og det du lagra før, er teke vare på.",
    },
    blank: {
      title: "Du har ikkje svara på noko",
      text: "Vil du likevel sende? Trykk i så fall på knappen ein gong til. Du kan òg lukke sida og svare ein annan dag.",
    },
    saved: { title: "Lagra", text: "Du kan halde fram herifrå." },
  },
  intro: {
    asks: (controller, role, municipality) =>
      `${controller} spør. Du får spørsmåla som ${role}, ${municipality}.`,
    voluntary: "Det er frivillig å svare.",
    takes: (minutes) => (minutes === 1 ? "Det tek om lag eitt minutt." : `Det tek om lag ${minutes} minutt.`),
    who: (minimumBase) =>
      `Den som leier prosjektet, ser at du har svart, men ikkje kva. Resultata blir berre viste for grupper, aldri med færre enn ${minimumBase} svar.`,
    stop: (closesOn) =>
      `Du kan stoppe når du vil og halde fram seinare: opne lenkja di igjen, på kva eining som helst, til og med ${closesOn}.`,
    unsent:
      "Om du ikkje sender inn svara, tel dei du har lagra når undersøkinga blir lukka, dersom dei dekkjer minst halvparten av spørsmåla. Du kan alltid trekkje dei tilbake.",
    privacy: "Slik bruker vi opplysningane dine",
    no: "Nei takk, feil person eller gått ut av vervet?",
    hasStance: {
      declined: "Du har sagt at du ikkje vil vere med.",
      not_me: "Du har sagt at du ikkje er rett person.",
      left_office: "Du har sagt at du ikkje lenger har vervet.",
    },
    stanceChange: "Om du svarer likevel, gjeld det ikkje lenger.",
  },
  footer: {
    responsible: (controller, contact) => `Ansvarleg: ${controller}. Spørsmål? ${contact}`,
    privacy: "Slik bruker vi opplysningane dine",
    own: "Mine opplysningar",
    decline: "Nei takk, eller feil person?",
    lost: "Har du mista lenkja?",
    code: "Skriv koden frå brevet ditt",
    accessibility: "Tilgjenge",
  },
  later: {
    title: "Svara dine så langt er lagra",
    nothingTitle: "Du kan svare seinare",
    text: (closesOn) =>
      `Opne den same lenkja igjen når du vil halde fram, på denne eininga eller ei anna. Du kan svare til og med ${closesOn}.`,
    correcting:
      "Endringa di er ikkje send enno: det du sende før, gjeld til du sender på nytt. Når du kjem tilbake, vel du å sjå svara dine og skriv ordet frå kvitteringa.",
    code: "Kom du hit med ein kode frå eit brev, skriv du den same koden igjen.",
    goOn: "Hald fram no",
  },
  receipt: {
    title: "Takk! Svara dine er mottekne.",
    correctedTitle: "Takk! Dei endra svara dine er mottekne.",
    at: (time) => `Motteke ${time}.`,
    wordTitle: "Ordet ditt",
    word: "Med dette ordet kan du sjå, endre eller trekkje tilbake svara dine. Det blir berre vist her, så skriv det ned eller skriv ut sida. Ingen andre har det, og vi kan ikkje finne det fram for deg.",
    newWord: "Det tidlegare ordet ditt gjeld ikkje lenger.",
    own: "Sjå svara mine",
    change: (closesOn) => `Du kan endre svara dine til og med ${closesOn}.`,
  },
  received: {
    title: "Svara dine er mottekne",
    text: "Dei vart sende tidlegare, her eller på ei anna eining. Du treng ikkje gjere noko meir.",
    thisTime: "Det du sende no, vart ikkje lagra, fordi svara alt var sende.",
    wordTitle: "Sjå, endre eller trekk tilbake svara dine",
    wordText:
      "Skriv ordet som stod på kvitteringa di. Då kan ingen andre som får tak i lenkja di, sjå svara.",
    word: "Ordet ditt",
    button: "Til mine opplysningar",
    wrong: "Det er ikkje rett ord. Sjekk stavemåten.",
    tooMany: "For mange forsøk. For tryggleiks skuld må du vente ein time før du prøver igjen.",
    lostWord: (contact) =>
      `Har du mista ordet? Då kan vi ikkje vise svara dine, sidan vi ikkje veit kven du er. Vil du trekkje dei tilbake, kontakt ${contact}.`,
  },
  own: {
    title: "Mine opplysningar",
    promised: "Kva vi lova",
    answersTitle: "Kva du har svart",
    noAnswers: "Ingen svar er lagra.",
    draftTitle: "Kva du har fylt ut så langt",
    draftText: "Det er ikkje sendt enno.",
    storedTitle: "Kva meir som er lagra her",
    role: "Spurd som",
    municipality: "Kommune",
    group: "Gruppe",
    language: "Språk",
    invited: "På lista sidan",
    started: "Første svar lagra",
    savedAt: "Sist lagra",
    submitted: "Sendt",
    contactNote:
      "Namnet og adressa di blir oppbevarte skilde frå svara, krypterte. Spør kontaktpersonen om du vil sjå eller rette dei.",
    whoTitle: "Kven som kan sjå det, og kor lenge",
    whoLead: "Den som leier prosjektet, ser om du har svart, etter rolle og kommune, men ikkje kva.",
    whoEvaluator: "Dei som arbeider med resultata, ser svar utan namn.",
    whoSame: "I denne undersøkinga kan same person leie prosjektet og arbeide med resultata.",
    whoBase: (minimumBase) => `Ingenting blir vist som byggjer på færre enn ${minimumBase} svar.`,
    until: (linkEndsOn) =>
      `Til og med ${linkEndsOn} kan svara dine koplast til deg. Deretter blir nøkkelen øydelagd, og ingen kan gjere det lenger.`,
    exportTitle: "Ta med deg opplysningane dine",
    exportText: "Som tekst",
    exportJson: "Som datafil (JSON)",
    changeTitle: "Endre svara dine",
    changeText: "Du går gjennom sidene på nytt. Svara gjeld som dei er, til du sender dei endra.",
    changeButton: "Endre svara mine",
    changeGoOn: "Hald fram med å endre",
    changeDrop: "Behald svara som dei var",
    changeBegun: "Du har byrja å endre svara dine, men ikkje sendt endringane.",
    changeClosed: "Undersøkinga er lukka, så svara kan ikkje endrast lenger.",
    answerGoOn: "Hald fram med å svare",
    furtherTitle: "Fleire rundar",
    furtherYes: "Vi stiller dei same spørsmåla igjen i ein seinare runde og skriv til deg då.",
    furtherNo: "Du har takka nei til fleire rundar. Vi skriv ikkje til deg om dei.",
    furtherDecline: "Nei takk til fleire rundar",
    furtherAccept: "Eg vil gjerne bli spurd igjen likevel",
    withdrawTitle: "Trekk tilbake svara dine",
    withdrawText: "Svara blir sletta og ikkje rekna med i noko resultat som blir laga etterpå.",
    withdrawLink: "Trekk tilbake …",
    expires:
      "For din tryggleik blir denne sida lukka etter to timar. Med lenkja og ordet kan du opne ho igjen.",
  },
  withdraw: {
    title: "Vil du trekkje tilbake svara dine?",
    text: "Svara blir sletta med ein gong. Det kan ikkje angrast. Resultat som alt er publiserte, blir ståande, men svara dine blir ikkje rekna med i noko som blir laga etterpå.",
    scope: "Kva vil du trekkje tilbake?",
    wave: "Berre svara i denne runden",
    study: "Alle svara mine i alle rundar, og ikkje vere med meir",
    choose: "Vel kva du vil trekkje tilbake.",
    button: "Trekk tilbake og slett",
    keep: "Nei, behald dei",
  },
  withdrawn: {
    title: "Svara dine er trekte tilbake",
    text: "Dei er sletta og blir ikkje rekna med i noko resultat frå no av. Takk for at du sa frå.",
    contact: (contact) =>
      `Vil du at òg namn og adresse blir sletta, eller lurer du på noko? Kontakt ${contact}.`,
  },
  decline: {
    title: "Feil person, eller nei takk?",
    text: "Sei frå med eitt trykk. Då får du ingen fleire påminningar i denne runden.",
    noTitle: "Eg vil ikkje vere med",
    noText: "Det er heilt greitt, og du treng ikkje seie kvifor.",
    no: "Nei takk",
    notMeTitle: "Eg er ikkje rett person",
    notMeText: "Til dømes om dette kom til feil adresse.",
    notMe: "Det er ikkje meg",
    leftTitle: "Eg har ikkje vervet lenger",
    leftText: "Då spør vi den som har det no.",
    leftOn: "Siste dag i vervet, om du vil seie det",
    leftOnHint: "Til dømes 2026-05-31. Du kan la det stå tomt.",
    leftOnProblem: "Skriv ein dato som 2026-05-31, eller la det stå tomt.",
    left: "Eg har ikkje vervet lenger",
    backToQuestions: "Til spørsmåla",
    doneTitle: "Takk for at du sa frå",
    done: {
      declined: "Vi har notert at du ikkje vil vere med. Du får ingen fleire påminningar i denne runden.",
      not_me:
        "Vi har notert at du ikkje er rett person. Vi skriv ikkje meir til denne adressa i denne runden.",
      left_office:
        "Vi har notert at du ikkje lenger har vervet. Vi skriv ikkje meir til deg om det i denne runden.",
    },
    undoText: "Trykte du feil, eller har du ombestemt deg?",
    undo: "Angre",
    undone: "Det er angra. Du kan svare som før.",
    furtherText: "Du kan òg takke nei til seinare rundar på sida «Mine opplysningar».",
    tooLate: "Denne runden er lukka, så det er ingenting å takke nei til.",
  },
  situation: {
    unknown: {
      title: "Lenkja verkar ikkje",
      text: "Sjekk at heile lenkja kom med frå e-posten eller brevet. Du kan òg få ei ny.",
    },
    expired: {
      title: "Lenkja har gått ut",
      text: "Ho gjaldt til datoen som undersøkinga lova. Namn og svar kan ikkje lenger koplast saman.",
    },
    "own-expired": {
      title: "Sida er lukka",
      text: "For din tryggleik blir ho lukka etter to timar. Opne di eiga lenkje igjen og skriv ordet ditt.",
    },
    revoked: {
      title: "Lenkja gjeld ikkje lenger",
      text: "Ei ny er send i staden. Bruk lenkja i den siste e-posten eller det siste brevet.",
    },
    "not-yet-open": {
      title: "Ikkje open enno",
      text: (opensOn) => `Du kan svare frå og med ${opensOn}. Den same lenkja verkar då.`,
    },
    closed: {
      title: "Undersøkinga er lukka",
      text: (closesOn) => `Det var mogleg å svare til og med ${closesOn}. Takk for interessa.`,
      hasDraft:
        "Du hadde byrja å svare. Det du lagra, tel om det dekkjer minst halvparten av spørsmåla. På sida «Mine opplysningar» kan du sjå det og trekkje det tilbake.",
      notSaved: "Det du sende no, kom for seint og vart ikkje lagra.",
    },
    getNew: "Få ei ny lenkje på e-post",
    typeCode: "Skriv koden frå eit brev",
    contact: (contact) => `Spørsmål? Kontakt ${contact}.`,
    own: "Mine opplysningar",
  },
  code: {
    title: "Skriv koden din",
    text: "Koden står i brevet du fekk.",
    label: "Kode",
    hint: "Tolv bokstavar og siffer. Strekar og store bokstavar spelar inga rolle.",
    button: "Hald fram",
    wrong: "Det finst ingen slik kode. Samanlikn med brevet.",
    tooMany: "For mange forsøk. Vent eit kvarter og prøv igjen.",
    lost: "Har du ikkje noko brev?",
  },
  lost: {
    title: "Få lenkja di igjen",
    text: "Skriv e-postadressa di. Om nokon med den adressa er spurd, blir det sendt ein e-post med ei ny lenkje dit.",
    label: "E-postadresse",
    button: "Send meg ei ny lenkje",
    problem: "Skriv ei e-postadresse, til dømes namn@example.org.",
    tooMany: "For mange forsøk. Vent eit kvarter og prøv igjen.",
    sentTitle: "Takk",
    sent: "Om nokon med den adressa er spurd, er ein e-post på veg. Det kan ta nokre minutt. Sjå i søppelposten òg. Av personvernomsyn kan vi ikkje seie her om adressa står på ei liste.",
    noMail: "Kom det ingenting? Då kan du vere spurd på ei anna adresse, eller med brev.",
    another: "Prøv ei anna adresse",
  },
  start: {
    title: "Svar på ei undersøking",
    text: "Har du ei personleg lenkje? Opne ho frå e-posten din. Elles kan du gå vidare her.",
    staff: "For den som leier ei undersøking: logg inn",
  },
  accessibility: {
    title: "Tilgjenge",
    paragraphs: [
      "Sidene der ein svarer, er laga for å oppfylle den europeiske standarden for tilgjengelege tenester (WCAG 2.2, nivå AA). Dei verkar utan JavaScript og utan informasjonskapslar, med berre tastatur, med skjermlesar og fire gonger forstørra.",
      "Er det noko som ikkje verka for deg? Sei frå til kontaktpersonen for undersøkinga di. Du kan òg få spørsmåla på ein annan måte, til dømes på telefon eller på papir.",
    ],
  },
  privacy: {
    back: "Tilbake til spørsmåla",
    cookies:
      "Desse sidene set ingen informasjonskapslar, hentar ingenting frå andre stader og følgjer ingen.",
  },
  export: {
    heading: (study) => `Mine opplysningar: ${study}`,
    madeAt: (time) => `Teke ut ${time}`,
    notAnswered: "ikkje svart",
  },
};
