// English texts of the frame around every page, and of the pages shown when a request cannot be answered.

export const web = {
  skipToContent: "Skip to the content",
  languages: "Language",
  navigation: "Main menu",
  signOut: "Sign out",
  errorSummary: "Something needs your attention",
  errorPrefix: "Error:",
  requiredMark: "must be answered",
  pageOf: (page: number, total: number) => `Page ${page} of ${total}`,
  emptyTable: "Nothing here yet.",
  accessibility: "Accessibility",
  backToStart: "To the start page",
  requestId: (id: string) => `If you ask us about this, please give this number: ${id}`,
  problem: {
    "not-found": {
      title: "There is no such page",
      text: "Please check that the whole address came along, and that it is spelled as you were given it.",
    },
    "foreign-form": {
      title: "The form was not taken",
      text: "It did not come from a page of this service. Open the page here and send the form from there.",
    },
    "weights-impossible": {
      title: "No figures: the weights do not fit",
      text: "The study's weights cannot be worked out from these answers: a group that has a share of the population has no answers, or the other way round. No answers are lost. Whoever runs the service can put the weights right, and then the figures are here.",
    },
    "people-erased": {
      title: "The people here have been erased",
      text: "The key to names and addresses in this study was destroyed. The figures remain, and nobody can tell any more whose answers they were.",
    },
    "sign-in-again": { title: "Please sign in again", text: "You have been signed out. Nothing is lost." },
    "too-large": {
      title: "That was too much at once",
      text: "What you sent is larger than we can receive. Please go back, shorten it, and send it again.",
    },
    unreadable: {
      title: "We could not read what was sent",
      text: "Please go back and try once more.",
    },
    "method-not-allowed": {
      title: "That does not work here",
      text: "Please open the page again from the beginning.",
    },
    "too-many-attempts": {
      title: "Too many attempts",
      text: "For safety you have to wait a while. Please try again in an hour.",
    },
    busy: {
      title: "We are busy right now",
      text: "Please wait a moment and try again.",
    },
    unexpected: {
      title: "Something went wrong",
      text: "The fault is ours. Please go back and try again in a little while.",
    },
  },
};
