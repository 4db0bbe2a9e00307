// English texts about study folders: what is wrong in a file, and how to mend it.

export const study = {
  place: (file: string, path: string) => (path === "" ? file : `${file}, ${path}`),
  severity: { error: "Error", warning: "Please check", note: "Note" },
  fileMissing: "This file is missing. Add it to the study folder.",
  notJson: (reason: string) =>
    `This file is not valid JSON (${reason}). Look for a missing comma or bracket.`,
  notTable: (reason: string) =>
    `This file cannot be read as a table (${reason}). Save it as CSV with the column names on its first line.`,
  missing: "This is missing. Add it.",
  wrongType: {
    text: "This must be a text in quotation marks.",
    list: "This must be a list in square brackets.",
    object: "This must be a group of fields in curly brackets.",
    "yes-no": "This must be true or false, without quotation marks.",
    number: "This must be a number, without quotation marks.",
  },
  empty: "This is empty. Fill it in.",
  unknownKey: (key: string) => `“${key}” is not read. Check the spelling or take it away.`,
  notAllowed: (value: string, allowed: string) => `“${value}” cannot be used here. Use one of: ${allowed}.`,
  badForm: {
    id: (value: string) =>
      `“${value}” cannot be a name of a study. Use 2 to 60 small letters a–z, digits and hyphens.`,
    role: (value: string) =>
      `“${value}” cannot be the code of a role. Use up to 40 small letters a–z, digits, “_” and “-”, beginning with a letter.`,
    date: (value: string) => `“${value}” is not a date. Write year-month-day, for example 2030-12-31.`,
    "e-mail": (value: string) => `“${value}” is not an e-mail address.`,
  },
  badTimeZone: (value: string) =>
    `“${value}” is not a time zone. Write for example Europe/Stockholm or Europe/Oslo.`,
  outOfRange: (value: string, least: number, most: number) =>
    `“${value}” cannot be used here. Give a whole number from ${least} to ${most}.`,
  twice: (value: string) => `“${value}” stands here twice. Keep one of them.`,
  anonymous:
    "Anonymous studies cannot be run yet. Set privacyMode to “confidential”: answers are then kept apart from names, but reminders and comparison between waves work.",
  folderName: (folder: string, studyId: string) =>
    `The folder is called “${folder}” but the study “${studyId}”. Give them the same name.`,
  unknownPlace: (place: string, allowed: string) =>
    `{${place}} is not filled in here. These are: ${allowed}.`,
  missingPlace: (place: string) =>
    `{${place}} must stand in this text. Without it people cannot do what it asks or learn what they have a right to know.`,
  noInstrument: "There is no questionnaire. Save the SurveyJS JSON as instrument-1.json in the study folder.",
};
