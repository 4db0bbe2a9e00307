// English texts of the lead's pages about reaching people in a wave: sending, single people, letters.

const people = (count: number) => (count === 1 ? "1 person" : `${count} people`);

/** Dates and numbers come in as they are to be shown; counts as numbers. */
export const fieldworkMail = {
  send: {
    titles: { invitation: "Send invitations", reminder: "Send a reminder" },
    who: (count: number) =>
      count === 0
        ? "There is nobody to send to now."
        : `The mail goes to ${people(count)}. Each gets it once.`,
    judged:
      "Whoever answers, says no or is found to have left before the mail goes out gets none: it is judged again at the moment of sending.",
    latest: (when: string, count: number) =>
      `The latest reminder in this wave was ordered ${when}, to ${people(count)}. Wait a few days before the next.`,
    nobody: {
      invitation: "Everybody with an e-mail address has been invited already.",
      reminder:
        "A reminder goes to those who have been invited and have neither answered nor said no. There are none now.",
    },
    withoutEmail: (count: number) => `${people(count)} without an e-mail address get no mail.`,
    printLetters: "Print letters for them",
    listHeading: (count: number) => `Exactly these people (${count})`,
    columns: { name: "Name", language: "Language" },
    textHeading: "The mail as it will look",
    textHelp: "With an example name and a link that leads nowhere. Each person gets a link of their own.",
    subject: "Subject",
    exampleName: "Kim Example",
    submit: (count: number) => (count === 1 ? "Send to 1 person" : `Send to ${count} people`),
    changed: "The list has changed since you looked at it. See it again before you send.",
    back: "Back to the wave",
  },
  invited: {
    title: "People in the wave",
    intro:
      "Here you can help one person: send a new link, correct an address, note that somebody said no. Whether a person has answered is not shown here, but a reminder leaves out those who have.",
    show: "Show",
    filters: {
      all: "Everybody",
      refused: "Mail refused",
      uncertain: "Mail may or may not have been sent",
      "no-email": "Without e-mail address",
      "not-invited": "Not yet invited",
      declined: "Said no",
      left: "No longer hold the post, or the wrong person",
    },
    search: "Name or municipality",
    submit: "Show",
    columns: { name: "Name", status: "Status" },
    none: "Nobody fits this choice.",
    count: (count: number) => people(count),
    statuses: {
      "no-email": "No e-mail address",
      "not-invited": "Not yet invited",
      waiting: "Mail waiting",
      invited: "Invited",
      refused: "Mail refused",
      uncertain: "Mail may or may not have been sent",
      letter: "Letter printed",
      declined: "Said no",
      left: "No longer holds the post",
      not_me: "Wrong person",
      withdrawn: "Has withdrawn",
    },
    nameGone: "(name erased)",
  },
  person: {
    facts: {
      role: "Role",
      municipality: "Municipality",
      email: "E-mail",
      phone: "Telephone",
      status: "Status",
      language: "Language",
    },
    noEmail: "None",
    history: "Mail to this person",
    historyColumns: { when: "When", what: "What" },
    noHistory: "Nothing has been sent to this person.",
    resend: {
      heading: "Send a new link",
      text: "The person gets a mail with a new link to the same questionnaire. Earlier links go on working.",
      submit: "Send a new link",
    },
    correct: {
      heading: "Correct the address",
      text: "Use this when the mail went to a wrong address. The old links stop working, answers begun through them are put aside, and a new link is sent to the new address.",
      email: "New e-mail address",
      submit: "Correct and send a new link",
    },
    refusal: {
      heading: "Said no by telephone or letter",
      text: "The person gets no more mail in this wave. Nothing else changes.",
      furtherQuestion: "Later waves",
      further: "Also wants no further waves",
      submit: "Note that the person said no",
    },
    left: {
      heading: "No longer holds the post",
      text: "Note who left, and when, and who took over.",
      action: "See the person and the seat",
    },
    letter: {
      heading: "Letter",
      text: "Print a letter with a code and a link for this person.",
      submit: "Print the letter",
    },
    closed: "The wave is not open, so nothing can be sent.",
  },
  letters: {
    title: "Print letters",
    intro:
      "For people without an e-mail address. Each letter has a link, its picture for a telephone’s camera, and a short code to type.",
    code: "Every time you print, new codes are made; letters already posted go on working. The codes are shown only now: if a sheet is lost, print it again.",
    who: (count: number) =>
      count === 0
        ? "Everybody in the wave has an e-mail address, so there are no letters to print."
        : `${people(count)} in the wave have no e-mail address.`,
    tableCaption: "People without an e-mail address",
    printed: (when: string) => `Printed ${when}`,
    notPrinted: "Not printed yet",
    columns: { name: "Name", printed: "Letter" },
    choose: "Which letters",
    chooseNew: "Those who have not had one",
    chooseReminder: "A reminder to those who have had one and have neither answered nor said no",
    nothingToPrint: "There was no letter to print for this choice.",
    submit: "Make the letters",
    ready: (count: number) =>
      count === 1
        ? "1 letter is ready. Print this page: each letter comes on a sheet of its own."
        : `${count} letters are ready. Print this page: each letter comes on a sheet of its own.`,
    howTo: "Use the browser’s own print command.",
    back: "Back to the wave",
    codeLabel: "Your code",
    qrLabel: "Picture of the link, to be read by a telephone’s camera",
    sheetTitle: "Letters",
  },
  add: {
    title: "Add a person to the wave",
    intro:
      "For somebody who holds a seat but is not in the wave, for instance because the list was not complete.",
    none: "Everybody who holds a seat today is in the wave.",
    newPerson: "Is the person not in this list?",
    loadPerson: "Add somebody to the list of people",
    refused: {
      noSeat: "Person: holds no seat, neither on the reference day nor today.",
      declined: "Person: has said no to further waves or has withdrawn.",
      divided:
        "Person: the municipality was divided before the reference day. Give the person a new municipality first.",
    },
    choose: "Person",
    submit: "Add to the wave",
    problem: "Person: choose one of those in the list.",
  },
  notices: {
    queued: (count: number) =>
      count === 1
        ? "1 mail has been put in line. It is handed over to the mail server in a moment."
        : `${count} mails have been put in line. They are handed over to the mail server in a moment.`,
    nobody: "There was nobody left to send to. No mail has been put in line.",
    resent: "A new link has been put in line for this person.",
    corrected:
      "The address has been corrected. The old links no longer work, and a new link has been put in line.",
    declined: "It has been noted that the person said no.",
    added: "The person has been added to the wave.",
  },
  errors: {
    noEmail: "The person has no e-mail address.",
    notDue: "Nothing was sent: the person needs no link in this wave.",
    email: "New e-mail address: write an address, for example name@example.org.",
    unchanged: "New e-mail address: it is the same as before.",
    taken: "New e-mail address: another person in the study has it. Tick the box if they share it.",
    sharedQuestion: "Shared address",
    shared: "They share the address",
  },
};
