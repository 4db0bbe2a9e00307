// English texts around every mail: what a study's own texts need not repeat, the sign-in mail, the demo mailbox.

export const mail = {
  answer: "Open the questions",
  until: (day: string) => `You can answer until and including ${day}.`,
  waysOut:
    "Do you not want to take part, do you no longer hold this post, or has this mail come to the wrong person? Say so here, and we will not remind you:",
  waysOutLink: "No, thank you",
  lostLink: "If you lose the link, you can ask for a new one here:",
  whoAsks: (controller: string) => `${controller} is asking.`,
  contact: (contact: string) => `Questions? Contact ${contact}.`,
  automatic: "This mail was sent automatically.",
  signIn: {
    subject: "Your link to sign in",
    text: "Somebody, probably you, asked to sign in with this address. Open the link and press the button:",
    link: "Sign in",
    limits: (minutes: number) => `The link works once, for ${minutes} minutes.`,
    ignore: "If it was not you, you need do nothing.",
  },
  mailbox: {
    title: "Demo mailbox",
    intro: "Here are the mails that the demo would have sent. Nobody else gets them. The newest come first.",
    search: "Name, address or subject",
    find: "Find",
    none: "There are no mails here.",
    to: "To",
    subject: "Subject",
    received: "Handed over",
    count: (shown: number, all: number) => (shown === all ? `${all} mails` : `${shown} of ${all} mails`),
    older: "Older mails",
    newer: "Newer mails",
    back: "Back to the mailbox",
    unknown: "There is no such mail.",
  },
};
