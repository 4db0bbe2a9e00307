// English texts of the front page.

export const start = {
  title: "Surveys from time to time",
  intro: "The same questions are asked again after a while, to see what has changed.",
  answer: {
    heading: "You have been asked to answer",
    text: "Open the link in your mail. If you got a letter, type the code that stands in it.",
    code: "Type the code from a letter",
    lost: "I cannot find my link",
  },
  staff: { heading: "You run or evaluate a survey", signIn: "Sign in" },
};
