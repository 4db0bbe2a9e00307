// English texts of the lead's pages about the questionnaire: its versions, what is found in one, preview, test run.

export const fieldworkQuestionnaire = {
  navigation: "Questionnaire",
  list: {
    title: "Questionnaire",
    intro:
      "Here are the versions of the questionnaire. Once a wave has been opened with a version, it never changes: changes are made in a new version.",
    caption: "Versions of the questionnaire",
    none: "There is no questionnaire yet. Load one below.",
    version: (version: number) => `Version ${version}`,
    columns: { version: "Version", questions: "Questions", state: "State" },
    fixedSince: (day: string) => `In use since ${day}, never changes`,
    open: "Not used yet, can be replaced",
    loadHeading: "Load a questionnaire",
    loadIntro:
      "Choose the filled-in template (Excel) or a questionnaire from SurveyJS (JSON). You see everything that is found in it, and how it looks, before anything is stored.",
    file: "File",
    fileHelp: (megabytes: number) => `.xlsx or .json, at most ${megabytes} MB.`,
    look: "See the questionnaire",
    template: "An empty template (Excel)",
    problems: {
      file: "choose a file to load.",
      tooLarge: (megabytes: number) => `it is larger than ${megabytes} MB.`,
    },
  },
  view: {
    fileTitle: (name: string) => `Questionnaire in ${name}`,
    findingsHeading: "What was found",
    findingsNone: "Nothing. The questionnaire can be used as it is.",
    counts: (errors: number, warnings: number, notes: number) =>
      [
        `${errors} ${errors === 1 ? "error" : "errors"}`,
        `${warnings} to check`,
        `${notes} ${notes === 1 ? "note" : "notes"}`,
      ].join(", "),
    refused: "The questionnaire cannot be used before the errors have been mended.",
    caption: "Everything found in the questionnaire",
    downloadExcel: "As an Excel template",
    downloadJson: "As JSON",
    previewHeading: "How it looks",
    previewIntro:
      "The page as people see it on a phone (390 points wide) and at a desk (1280 points wide). To see what depends on answers, do a test run.",
    pages: "Pages",
    languages: "Languages",
    page: (number: number, title: string) => (title === "" ? `Page ${number}` : `${number}. ${title}`),
    phone: "On a phone",
    desktop: "At a desk",
    preview: (device: string, page: string) => `${device}: ${page}`,
    tryHeading: "Test run",
    tryIntro:
      "Go through the questionnaire as a respondent does. Nothing is stored: no answers, no case, no figure.",
    role: "As",
    language: "In",
    try: "Start the test run",
    tryAfterUse: "A test run is possible once the questionnaire is stored.",
    useHeading: "Use this questionnaire",
    as: "Store it as",
    asNew: (version: number) => `Version ${version} (new)`,
    asInstead: (version: number) => `Version ${version}, in place of the one there`,
    use: "Store the questionnaire",
    other: "Choose another file",
    fixedMeanwhile:
      "That version has been taken into use meanwhile and can no longer be replaced. Store this one as a new version.",
  },
  test: {
    banner: "Test run: nothing is stored",
    text: (role: string, municipality: string) =>
      `You answer as ${role} in ${municipality}. What you fill in is forgotten when you leave the page.`,
    leave: "End the test run",
    doneTitle: "The test run is over",
    doneText: "Nothing was stored. This is what a respondent’s answers would have been:",
    caption: "The answers",
    columns: { question: "Question", answer: "Answer" },
    codesHeading: "In the data file",
    codesCaption: "Variables and codes",
    codeColumns: { variable: "Variable", values: "Codes" },
    filtered: "not asked",
    thanksHeading: "What the respondent reads at the end",
    again: "Start again",
  },
  notices: { questionnaireStored: "The questionnaire has been stored." },
};
