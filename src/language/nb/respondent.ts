// Bokmålstekster på sidene der man svarer, og på ens egen side.
import type { respondent as english } from "../en/respondent.ts";

export const respondent: typeof english = {
  page: {
    next: "Neste",
    send: "Send svarene mine",
    sendCorrected: "Send de endrede svarene",
    back: "Tilbake",
    later: "Lagre og fortsett senere",
    lastPage: "Dette er siste side. Når du trykker på knappen, sendes svarene dine.",
    correcting:
      "Du endrer svar som du allerede har sendt. De gjelder som de er, til du sender på nytt på siste side.",
    errorTitle: (title) => `Feil: ${title}`,
    savedButUnfinished: "Det du fylte ut, er lagret.",
  },
  notice: {
    "new-questions": {
      title: "Det er litt mer på denne siden",
      text: "På grunn av det du svarte, har det kommet flere spørsmål her. Det du fylte ut, er lagret.",
    },
    check: {
      title: "Noe mangler fortsatt her",
      text: "Før svarene kan sendes, må noe på denne siden besvares. Alt annet er lagret.",
    },
    more: {
      title: "Én side til",
      text: "Denne siden har du ikke sett ennå. Alt du har fylt ut så langt, er lagret.",
    },
    moved: {
      title: "Vi tok deg tilbake hit",
      text: "Siden du kom fra, hører ikke til spørsmålene dine. Ingenting ble lagret fra den, og det du lagret før, er beholdt.",
    },
    changed: {
      title: "Se på denne siden en gang til",
      text: "Siden du sendte, var en eldre. Ingenting ble lagret fra den, og det du lagret før, er beholdt.",
    },
    blank: {
      title: "Du har ikke svart på noe",
      text: "Vil du likevel sende? Trykk i så fall på knappen en gang til. Du kan også lukke siden og svare en annen dag.",
    },
    saved: { title: "Lagret", text: "Du kan fortsette herfra." },
  },
  intro: {
    asks: (controller, role, municipality) =>
      `${controller} spør. Du får spørsmålene som ${role}, ${municipality}.`,
    voluntary: "Det er frivillig å svare.",
    takes: (minutes) =>
      minutes === 1 ? "Det tar omtrent ett minutt." : `Det tar omtrent ${minutes} minutter.`,
    who: (minimumBase) =>
      `Den som leder prosjektet, ser at du har svart, men ikke hva. Resultatene vises bare for grupper, aldri med færre enn ${minimumBase} svar.`,
    stop: (closesOn) =>
      `Du kan stoppe når du vil og fortsette senere: åpne lenken din igjen, på hvilken enhet som helst, til og med ${closesOn}.`,
    unsent:
      "Hvis du ikke sender inn svarene, teller de du har lagret når undersøkelsen lukkes, dersom de dekker minst halvparten av spørsmålene. Du kan alltid trekke dem tilbake.",
    privacy: "Slik bruker vi opplysningene dine",
    no: "Nei takk, feil person eller gått ut av vervet?",
    hasStance: {
      declined: "Du har sagt at du ikke vil være med.",
      not_me: "Du har sagt at du ikke er rett person.",
      left_office: "Du har sagt at du ikke lenger har vervet.",
    },
    stanceChange: "Hvis du svarer likevel, gjelder det ikke lenger.",
  },
  footer: {
    responsible: (controller, contact) => `Ansvarlig: ${controller}. Spørsmål? ${contact}`,
    privacy: "Slik bruker vi opplysningene dine",
    own: "Mine opplysninger",
    decline: "Nei takk, eller feil person?",
    lost: "Har du mistet lenken?",
    code: "Skriv koden fra brevet ditt",
    accessibility: "Tilgjengelighet",
  },
  later: {
    title: "Svarene dine så langt er lagret",
    nothingTitle: "Du kan svare senere",
    text: (closesOn) =>
      `Åpne den samme lenken igjen når du vil fortsette, på denne enheten eller en annen. Du kan svare til og med ${closesOn}.`,
    correcting:
      "Endringen din er ikke sendt ennå: det du sendte før, gjelder til du sender på nytt. Når du kommer tilbake, velger du å se svarene dine og skriver ordet fra kvitteringen.",
    code: "Kom du hit med en kode fra et brev, skriver du den samme koden igjen.",
    goOn: "Fortsett nå",
  },
  receipt: {
    title: "Takk! Svarene dine er mottatt.",
    correctedTitle: "Takk! De endrede svarene dine er mottatt.",
    at: (time) => `Mottatt ${time}.`,
    wordTitle: "Ordet ditt",
    word: "Med dette ordet kan du se, endre eller trekke tilbake svarene dine. Det vises bare her, så skriv det ned eller skriv ut siden. Ingen andre har det, og vi kan ikke finne det fram for deg.",
    newWord: "Det tidligere ordet ditt gjelder ikke lenger.",
    own: "Se svarene mine",
    change: (closesOn) => `Du kan endre svarene dine til og med ${closesOn}.`,
  },
  received: {
    title: "Svarene dine er mottatt",
    text: "De ble sendt tidligere, her eller på en annen enhet. Du trenger ikke gjøre noe mer.",
    thisTime: "Det du sendte nå, ble ikke lagret, fordi svarene allerede var sendt.",
    wordTitle: "Se, endre eller trekk tilbake svarene dine",
    wordText:
      "Skriv ordet som sto på kvitteringen din. Da kan ingen andre som får tak i lenken din, se svarene.",
    word: "Ordet ditt",
    button: "Til mine opplysninger",
    wrong: "Det er ikke riktig ord. Sjekk stavemåten.",
    tooMany: "For mange forsøk. For sikkerhets skyld må du vente en time før du prøver igjen.",
    lostWord: (contact) =>
      `Har du mistet ordet? Da kan vi ikke vise svarene dine, siden vi ikke vet hvem du er. Vil du trekke dem tilbake, kontakt ${contact}.`,
  },
  own: {
    title: "Mine opplysninger",
    promised: "Hva vi lovet",
    answersTitle: "Hva du har svart",
    noAnswers: "Ingen svar er lagret.",
    draftTitle: "Hva du har fylt ut så langt",
    draftText: "Det er ikke sendt ennå.",
    storedTitle: "Hva mer som er lagret her",
    role: "Spurt som",
    municipality: "Kommune",
    group: "Gruppe",
    language: "Språk",
    invited: "På listen siden",
    started: "Første svar lagret",
    savedAt: "Sist lagret",
    submitted: "Sendt",
    corrected: "Endrede svar sendt",
    withdrawn: "Trukket tilbake",
    contactNote:
      "Navnet og adressen din oppbevares atskilt fra svarene, kryptert. Spør kontaktpersonen hvis du vil se eller rette dem.",
    whoTitle: "Hvem som kan se det, og hvor lenge",
    whoLead: "Den som leder prosjektet, ser om du har svart, etter rolle og kommune, men ikke hva.",
    whoEvaluator: "De som arbeider med resultatene, ser svar uten navn.",
    whoSame: "I denne undersøkelsen kan samme person lede prosjektet og arbeide med resultatene.",
    whoBase: (minimumBase) => `Ingenting vises som bygger på færre enn ${minimumBase} svar.`,
    until: (linkEndsOn) =>
      `Til og med ${linkEndsOn} kan svarene dine kobles til deg. Deretter ødelegges nøkkelen, og ingen kan gjøre det lenger.`,
    exportTitle: "Ta med deg opplysningene dine",
    exportText: "Som tekst",
    exportJson: "Som datafil (JSON)",
    changeTitle: "Endre svarene dine",
    changeText: "Du går gjennom sidene på nytt. Svarene gjelder som de er, til du sender de endrede.",
    changeButton: "Endre svarene mine",
    changeGoOn: "Fortsett å endre",
    changeDrop: "Behold svarene som de var",
    changeBegun: "Du har begynt å endre svarene dine, men ikke sendt endringene.",
    changeClosed: "Undersøkelsen er lukket, så svarene kan ikke endres lenger.",
    answerGoOn: "Fortsett å svare",
    furtherTitle: "Flere runder",
    furtherYes: "Vi stiller de samme spørsmålene igjen i en senere runde og skriver til deg da.",
    furtherNo: "Du har takket nei til flere runder. Vi skriver ikke til deg om dem.",
    furtherDecline: "Nei takk til flere runder",
    furtherAccept: "Jeg vil gjerne bli spurt igjen likevel",
    withdrawTitle: "Trekk tilbake svarene dine",
    withdrawText: "Svarene slettes og regnes ikke med i noe resultat som lages etterpå.",
    withdrawLink: "Trekk tilbake …",
    expires:
      "For din sikkerhet lukkes denne siden etter to timer. Med lenken og ordet kan du åpne den igjen.",
  },
  withdraw: {
    title: "Vil du trekke tilbake svarene dine?",
    text: "Svarene slettes med en gang. Det kan ikke angres. Resultater som allerede er publisert, blir stående, men svarene dine regnes ikke med i noe som lages etterpå.",
    scope: "Hva vil du trekke tilbake?",
    wave: "Bare svarene i denne runden",
    study: "Alle svarene mine i alle runder, og ikke være med mer",
    choose: "Velg hva du vil trekke tilbake.",
    otherRounds: "Svarene mine i de andre rundene også, og ikke være med lenger",
    button: "Trekk tilbake og slett",
    keep: "Nei, behold dem",
  },
  withdrawn: {
    left: "At du ble spurt og at du trakk svarene tilbake, er fortsatt notert. Hva som er lagret, ser du på siden «Mine opplysninger».",
    nothingStored: "Ingen svar fra denne runden er lagret lenger.",
    otherRounds: (rounds) =>
      `Svarene dine i andre runder er fortsatt lagret (runde ${rounds}). Du når dem med lenken til den runden.`,
    outOfStudy: "Du er ikke lenger med i undersøkelsen. Vi skriver ikke til deg om senere runder.",
    rest: "Trekk tilbake de andre rundene også …",
    title: "Svarene dine er trukket tilbake",
    text: "De er slettet og regnes ikke med i noe resultat fra nå av. Takk for at du sa fra.",
    contact: (contact) =>
      `Vil du at også navn og adresse slettes, eller lurer du på noe? Kontakt ${contact}.`,
  },
  decline: {
    title: "Feil person, eller nei takk?",
    text: "Si fra med ett trykk. Da får du ingen flere påminnelser i denne runden.",
    noTitle: "Jeg vil ikke være med",
    noText: "Det er helt greit, og du trenger ikke si hvorfor.",
    no: "Nei takk",
    notMeTitle: "Jeg er ikke rett person",
    notMeText: "For eksempel hvis dette kom til feil adresse.",
    notMe: "Det er ikke meg",
    leftTitle: "Jeg har ikke vervet lenger",
    leftText: "Da spør vi den som har det nå.",
    leftOn: "Siste dag i vervet, hvis du vil si det",
    leftOnHint: "For eksempel 2026-05-31. Du kan la det stå tomt.",
    leftOnProblem: "Skriv en dato som 2026-05-31, eller la det stå tomt.",
    left: "Jeg har ikke vervet lenger",
    backToQuestions: "Til spørsmålene",
    doneTitle: "Takk for at du sa fra",
    done: {
      declined: "Vi har notert at du ikke vil være med. Du får ingen flere påminnelser i denne runden.",
      not_me:
        "Vi har notert at du ikke er rett person. Vi skriver ikke mer til denne adressen i denne runden.",
      left_office:
        "Vi har notert at du ikke lenger har vervet. Vi skriver ikke mer til deg om det i denne runden.",
    },
    undoText: "Trykket du feil, eller har du ombestemt deg?",
    undo: "Angre",
    undone: "Det er angret. Du kan svare som før.",
    furtherText: "Du kan også takke nei til senere runder på siden «Mine opplysninger».",
    tooLate: "Denne runden er lukket, så det er ingenting å takke nei til.",
  },
  situation: {
    unknown: {
      title: "Lenken virker ikke",
      text: "Sjekk at hele lenken kom med fra e-posten eller brevet. Du kan også få en ny.",
    },
    expired: {
      title: "Lenken er utløpt",
      text: "Den gjaldt til datoen som undersøkelsen lovet. Navn og svar kan ikke lenger kobles sammen.",
    },
    "own-expired": {
      title: "Siden er lukket",
      text: "For din sikkerhet lukkes den etter to timer. Åpne din egen lenke igjen og skriv ordet ditt.",
    },
    revoked: {
      title: "Lenken gjelder ikke lenger",
      text: "En ny er sendt i stedet. Bruk lenken i den siste e-posten eller det siste brevet.",
    },
    "not-yet-open": {
      title: "Ikke åpen ennå",
      text: (opensOn) => `Du kan svare fra og med ${opensOn}. Den samme lenken virker da.`,
    },
    closed: {
      title: "Undersøkelsen er lukket",
      text: (closesOn) => `Det var mulig å svare til og med ${closesOn}. Takk for interessen.`,
      hasDraft:
        "Du hadde begynt å svare. Det du lagret, teller hvis det dekker minst halvparten av spørsmålene. På siden «Mine opplysninger» kan du se det og trekke det tilbake.",
      notSaved: "Det du sendte nå, kom for sent og ble ikke lagret.",
    },
    getNew: "Få en ny lenke på e-post",
    typeCode: "Skriv koden fra et brev",
    contact: (contact) => `Spørsmål? Kontakt ${contact}.`,
    own: "Mine opplysninger",
  },
  code: {
    title: "Skriv koden din",
    text: "Koden står i brevet du fikk.",
    label: "Kode",
    hint: "Tolv bokstaver og sifre. Streker og store bokstaver spiller ingen rolle.",
    button: "Fortsett",
    wrong: "Det finnes ingen slik kode. Sammenlign med brevet.",
    tooMany: "For mange forsøk. Vent et kvarter og prøv igjen.",
    lost: "Har du ikke noe brev?",
  },
  lost: {
    title: "Få lenken din igjen",
    text: "Skriv e-postadressen din. Hvis noen med den adressen er spurt, sendes en e-post med en ny lenke dit.",
    label: "E-postadresse",
    button: "Send meg en ny lenke",
    problem: "Skriv en e-postadresse, for eksempel navn@example.org.",
    tooMany: "For mange forsøk. Vent et kvarter og prøv igjen.",
    sentTitle: "Takk",
    sent: "Hvis noen med den adressen er spurt, er en e-post på vei. Det kan ta noen minutter. Se i søppelposten også. Av personvernhensyn kan vi ikke si her om adressen står på en liste.",
    noMail: "Kom det ingenting? Da kan du være spurt på en annen adresse, eller med brev.",
    another: "Prøv en annen adresse",
  },
  start: {
    title: "Svar på en undersøkelse",
    text: "Har du en personlig lenke? Åpne den fra e-posten din. Ellers kan du gå videre her.",
    staff: "For den som leder en undersøkelse: logg inn",
  },
  accessibility: {
    title: "Tilgjengelighet",
    paragraphs: [
      "Sidene der man svarer, er laget for å oppfylle den europeiske standarden for tilgjengelige tjenester (WCAG 2.2, nivå AA). De virker uten JavaScript og uten informasjonskapsler, med bare tastatur, med skjermleser og fire ganger forstørret.",
      "Er det noe som ikke virket for deg? Si fra til kontaktpersonen for undersøkelsen din. Du kan også få spørsmålene på en annen måte, for eksempel på telefon eller på papir.",
    ],
  },
  privacy: {
    back: "Tilbake til spørsmålene",
    cookies:
      "Disse sidene setter ingen informasjonskapsler, henter ingenting fra andre steder og følger ingen.",
  },
  export: {
    heading: (study) => `Mine opplysninger: ${study}`,
    madeAt: (time) => `Tatt ut ${time}`,
    notAnswered: "ikke besvart",
  },
};
