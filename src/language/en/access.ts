// English texts of signing in and out.

export const access = {
  service: "Tidvis",
  signIn: {
    title: "Sign in",
    text: "For those who work with a study. We send a link to your e-mail address. If you were invited to answer a questionnaire, open the link in the mail or letter you were sent instead.",
    email: "Your e-mail address",
    emailProblem: "Please write your whole e-mail address, for example name@example.org.",
    button: "Send me a link",
    tooMany: "Many links have been asked for from here. Please wait a quarter of an hour and try again.",
  },
  sent: {
    title: "Look in your mailbox",
    text: (minutes: number) =>
      `If this address belongs to somebody who works with a study here, a link is on its way to it. It works once, within ${minutes} minutes of being sent.`,
    nothingCame:
      "Has nothing come after a few minutes? Look among the unwanted mail, check the address, or ask whoever runs the service whether you have an account.",
    again: "Ask for a link again",
  },
  link: {
    title: "Sign in",
    text: "Press the button to sign in on this device. The link then stops working.",
    button: "Sign in",
  },
  spent: {
    used: {
      title: "This link has already been used",
      text: "Each link works once. If it was not you who used it, please tell whoever runs the service.",
    },
    expired: {
      title: "This link is too old",
      text: (minutes: number) => `For safety a link works for ${minutes} minutes only.`,
    },
    unknown: {
      title: "We do not know this link",
      text: "Perhaps a part of it was cut off. Open the newest mail, or ask for another link.",
    },
    again: "Send me another link",
  },
  signedOut: {
    title: "You are signed out",
    text: "You can close this page.",
    again: "Sign in again",
  },
  sessionEnded: {
    title: "Please sign in again",
    text: "You were signed out because nothing happened for a while. What you just sent was not carried out: sign in, open the page again and repeat it.",
  },
};
