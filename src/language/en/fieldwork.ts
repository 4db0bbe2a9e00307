// English texts of the lead's pages about studies and waves: list, plan, open, follow, close, reopen.

const people = (count: number) => (count === 1 ? "1 person" : `${count} people`);

/** Dates, shares and numbers come in as they are to be shown; counts as numbers. */
export const fieldwork = {
  cancel: "Back, without changing anything",
  navigation: { overview: "Overview", people: "People" },
  studies: {
    title: "Your studies",
    none: "You are not the lead of any study yet.",
    noneNext: "Ask the person who runs Tidvis to load the study and to give your address the role of lead.",
    people,
    waves: (count: number) => (count === 0 ? "no waves yet" : count === 1 ? "1 wave" : `${count} waves`),
  },
  study: {
    nextStep: "Next step",
    peopleHeading: "People",
    peopleNow: (count: number) => `${people(count)} hold a seat today.`,
    withoutEmail: (count: number) =>
      count === 1
        ? "1 of them has no e-mail address and gets a letter."
        : `${count} of them have no e-mail address and get a letter.`,
    noPeople: "Nobody has been loaded yet.",
    seePeople: "See and change people",
    importPeople: "Load people from a file",
    wavesHeading: "Waves",
    wavesCaption: "The waves of the study",
    noWaves:
      "No wave has been planned yet. A wave is one round of the questionnaire to everybody who holds a seat.",
    planWave: "Plan a wave",
    waveName: (number: number) => `Wave ${number}`,
    period: (from: string, to: string) => `${from} to ${to}`,
    columns: { wave: "Wave", answered: "Answered" },
    states: { planned: "Planned", open: "Open", closed: "Closed" },
    linkEnds: (day: string) => `Names and answers can no longer be joined after ${day}.`,
    steps: {
      load: {
        text: "Load the people who are to be asked. You see what will happen before anything is stored.",
        action: "Load people",
      },
      plan: {
        text: "Plan the wave: when it opens and closes, and on which day people must hold their seat.",
        action: "Plan a wave",
      },
      open: {
        text: (wave: string) => `${wave} is planned. Open it when the list of people is right.`,
        action: (wave: string) => `Open ${wave.toLowerCase()}`,
      },
      send: {
        text: (wave: string) => `${wave} is open, but no invitations have been sent.`,
        action: "See the invitation and send it",
      },
      follow: { text: (wave: string) => `${wave} is open.`, action: "Follow the wave" },
      next: {
        text: (wave: string) => `${wave} is closed. Plan the next one when the time has come.`,
        action: "Plan the next wave",
      },
    },
  },
  plan: {
    title: "Plan a wave",
    intro: "Nothing is sent when you plan a wave. You can still change the list of people until you open it.",
    opensOn: "First day",
    closesOn: "Last day",
    closesOnHelp: (zone: string) => `The wave closes by itself at the end of this day (${zone}).`,
    referenceDate: "Reference day",
    referenceDateHelp:
      "Those who hold a seat on this day are asked, with the role and the municipality they have then.",
    version: "Version of the questionnaire",
    versionName: (version: number) => `Version ${version}`,
    versionHelp: "The version becomes fixed when the wave opens, and never changes after that.",
    dateHelp: "Write the date as year-month-day, for example 2026-05-17.",
    submit: "Plan the wave",
    changeTitle: "Change the plan",
    changeSubmit: "Save the plan",
    noInstrument: "The study has no questionnaire yet. Ask the person who runs Tidvis to load it.",
    problems: {
      opens_on: "First day: write a date, for example 2026-05-17.",
      closes_on: "Last day: write a date, for example 2026-06-17.",
      reference_date: "Reference day: write a date, for example 2026-05-17.",
      order: "Last day: it must not be before the first day.",
      past: "Last day: it must not have passed already.",
      version: "Version of the questionnaire: choose one of those in the list.",
      linkEnd: (day: string) =>
        `Last day: links stop working after ${day}, so the wave has to close by then.`,
      referenceNotLater: "Reference day: it must be later than that of the wave before.",
      opened: "The wave has been opened, so its plan can no longer be changed.",
      other: "The wave could not be planned with these details. Check them and try again.",
    },
  },
  opening: {
    title: (wave: string) => `Open ${wave.toLowerCase()}`,
    whoHeading: "Who will be asked",
    who: (count: number, day: string) => `${people(count)} hold a seat on ${day} and will be asked.`,
    withoutEmail: (count: number) => `${people(count)} without an e-mail address will need a letter.`,
    leftOut: (count: number) =>
      `${people(count)} have said no to further waves or have withdrawn, and are left out.`,
    learnHeading: "What can be shown, and what never can",
    base: (base: number) =>
      `No figure is shown that rests on fewer than ${base} answers. That protects those who answer.`,
    tableCaption: "What each table can show at most",
    tableColumns: {
      table: "Table",
      never: "Never",
      everyone: "Only if all answer",
    },
    byRole: "By role",
    byMunicipality: "By municipality",
    byBoth: "By role and municipality",
    neverNamed: "These can never be shown, however many answer:",
    crossNever: (never: number, all: number) =>
      `Role and municipality together: ${never} of ${all} groups can never be shown, because fewer people are asked in them than a figure must rest on.`,
    crossFine: "Every group of role and municipality is large enough to be shown, if enough people answer.",
    more: "More may have to be hidden, so that a hidden figure cannot be worked out from the others.",
    effectHeading: "What happens when you open",
    effects: [
      "The questionnaire becomes fixed and can no longer be changed.",
      "Everybody in the list gets a place in the wave, with today’s role and municipality as of the reference day.",
      "No mail goes out yet. You see every invitation before you send it.",
    ],
    submit: "Open the wave",
    nobody: "Nobody holds a seat on the reference day, so there is nobody to ask.",
    loadPeople: "Load people",
    pastEnd: "The last day has passed. Change the plan before you open the wave.",
    divided:
      "The municipality of these people has been divided since they were entered. Give each of them a new municipality first:",
  },
  wave: {
    title: (wave: string) => wave,
    facts: {
      period: "Field period",
      reference: "Reference day",
      version: "Questionnaire",
      opened: "Opened",
      closed: "Closed",
    },
    plannedNext: "The wave is planned. Nobody can answer yet.",
    openAction: "Open the wave",
    changePlan: "Change the plan",
    rateHeading: "Response rate",
    rateOf: (answered: number, invited: number) => `${answered}\u00a0of\u00a0${invited}`,
    leftOut: (people: number) =>
      people === 1
        ? "1 person does not hold the post and is not counted."
        : `${people} people do not hold the post and are not counted.`,
    rateNames: {
      rr2: "RR2: complete and partial answers among everybody in the wave",
    },
    rateSource:
      "Named as in the AAPOR Standard Definitions. People who no longer hold their post are not counted.",
    notYetFinal: "The figure moves until the wave is closed.",
    byRole: "By role",
    byMunicipality: "By municipality",
    byBoth: "By role and municipality",
    byBothHelp: "Answered of asked. These counts are for following the work and are never published.",
    columns: {
      role: "Role",
      municipality: "Municipality",
      answered: "Answered",
      total: "All",
    },
    standingHeading: "How it stands",
    standing: {
      cases: "People in the wave",
      answered: "Have answered",
      started: "Have begun, but not sent",
      waiting: "Asked, no answer so far",
      notAsked: "Not asked yet",
      undeliverable: "Mail could not be delivered",
      declined: "Said no",
      left: "No longer hold the post, or the wrong person",
      withdrawn: "Have withdrawn",
      imported: "Collected elsewhere",
    },
    letters: (count: number) => (count === 1 ? "1 person needs a letter." : `${count} people need a letter.`),
    printLetters: "Print letters",
    mailHeading: "Mail",
    mailCaption: "Mails, send by send",
    noMail: "No mail has been sent in this wave.",
    mailColumns: {
      sent: "Send",
      all: "Mails",
      handedOver: "Handed over",
      waiting: "Waiting",
      refused: "Refused",
      uncertain: "Uncertain",
      notDue: "No longer due",
    },
    mailKinds: { invitation: "Invitation", reminder: "Reminder", link: "New link" },
    handedOverMeans:
      "“Handed over” means that the mail server has taken the mail. Whether it was read cannot be seen.",
    uncertain: (count: number) =>
      count === 1
        ? "1 mail may or may not have been sent, because the program stopped in the middle. It is not repeated by itself."
        : `${count} mails may or may not have been sent, because the program stopped in the middle. They are not repeated by themselves.`,
    uncertainAction: "See whom it concerns",
    refused: (count: number) =>
      count === 1
        ? "1 mail was refused. Correct the address, or call the person."
        : `${count} mails were refused. Correct the addresses, or call the people.`,
    refusedAction: "See the addresses that failed",
    alarm: "Mail stands still",
    alarmText: (waiting: number, minutes: number) =>
      `${waiting === 1 ? "1 mail has" : `${waiting} mails have`} been waiting, and nothing has moved for ${minutes} minutes.`,
    lastTick: (when: string) => `The clock of the program last ticked ${when}.`,
    neverTicked: "The clock of the program has never ticked.",
    alarmNext:
      "Tell the person who runs Tidvis. Nothing is lost: the mails go out when the program is running again.",
    notConfigured: "No mail server is set up, so mails wait until one is.",
    otherHome:
      "This looks like a copy of the database: it is at home at another address. Nothing is mailed from here.",
    send: "Send invitations",
    remind: "Send a reminder",
    people: "People in the wave",
    add: "Add a person",
    close: "Close the wave",
    reopen: "Open the wave again",
    refresh: "Update every minute",
    stopRefresh: "Stop updating",
    updated: (when: string) => `Figures as of ${when}.`,
    weightsImpossible:
      "There are no figures of this wave yet: the study's weights do not fit the answers. No answers are lost. Ask whoever runs the service to put the weights right.",
    foreseen: (wave: string, points: number) =>
      `If as many answer as in ${wave}, a change of a share can be told from chance from about ${points} percentage points, for everybody together, looked at alone. For a single group, or where many things are compared at once, it takes more.`,
    foreseenNothing: (wave: string) =>
      `If as many answer as in ${wave}, there are too few to tell any change from chance.`,
    reportNote: "The answers are closed. The evaluator can now see the figures.",
    never: "You never see who answered what.",
  },
  closing: {
    title: (wave: string) => `Close ${wave.toLowerCase()}`,
    now: (answered: number, asked: number) => `${answered} of ${asked} have answered.`,
    drafts: (count: number) =>
      count === 0
        ? "Nobody has answers that are begun but not sent."
        : count === 1
          ? "1 person has begun to answer but not sent."
          : `${count} people have begun to answer but not sent.`,
    effects: [
      "The links stop taking answers. Whoever opens one is told that the wave is closed.",
      "Answers that were begun but not sent are counted: as complete if more than 80 % of the questions are answered, as partial from 50 to 80 %, and otherwise as broken off. The first page of the questionnaire says so.",
      "Mails that are still waiting are not sent.",
      "The figures are worked out, and the evaluator can see them.",
    ],
    undo: "A wave closed by mistake can be opened again, until the first figure has been shown to an evaluator.",
    submit: "Close the wave",
    cancel: "Back, without closing",
  },
  reopening: {
    title: (wave: string) => `Open ${wave.toLowerCase()} again`,
    effects: [
      "People can answer and correct again. What had been begun but not sent goes on where it was.",
      "The figures of this wave are taken away, and made anew when the wave closes.",
      "Nothing is mailed.",
    ],
    newEnd: "New last day",
    badEnd: "New last day: choose a day that has not passed, and not later than the links work.",
    submit: "Open the wave again",
    shown: "A figure of this wave has been shown, so it can no longer be opened again.",
  },
  notices: {
    planned: "The wave is planned. Nothing has been sent.",
    planChanged: "The plan has been changed.",
    opened: "The wave is open. No mail has gone out yet.",
    closed: "The wave is closed.",
    reopened: "The wave is open again.",
  },
  errors: {
    notPlanned: "The wave has been opened already.",
    notOpen: "The wave is not open.",
    notClosed: "The wave is not closed.",
  },
};
