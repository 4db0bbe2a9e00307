// English texts about a questionnaire before fieldwork: what is wrong in it, and how to mend it.

/** What a sentence is about, in pieces of the questionnaire itself; empty where there is none. */
export interface FindingPieces {
  readonly name: string;
  readonly value: string;
  readonly other: string;
  /** Several names, with commas between them. */
  readonly list: string;
  readonly count: number;
}

export const questionnaireFindings = {
  severity: { error: "Error", warning: "Please check", note: "Note" },
  at: (element: string, path: string) => [element && `“${element}”`, path].filter(Boolean).join(", "),
  whole: "The questionnaire",
  didYouMean: (suggestion: string) => `Did you mean “${suggestion}”?`,
  /** For a rule that has no sentence of its own here. */
  other: (kind: string) => `survey-core finds fault with this (${kind}). Look at it again.`,
  kinds: {
    "not-a-questionnaire": ({ value }: FindingPieces) =>
      `This is not a SurveyJS questionnaire${value && ` (${value})`}. Save the questionnaire as JSON from the tool it was made in.`,
    "no-questions": () => "There is no question in it. Add one.",
    "type-not-supported": ({ name, list }: FindingPieces) =>
      `Questions of type “${name}” cannot be asked here. Take it away, or use one of: ${list}.`,
    "feature-not-supported": ({ name, value }: FindingPieces) =>
      `“${name}” (${value}) is not supported, and without it the questionnaire would not mean the same. Take it away, or solve it in another way.`,
    "choices-by-url": () =>
      "Choices cannot be fetched from another service while people answer. List them under “choices”.",
    "no-effect": ({ name, count }: FindingPieces) =>
      `“${name}” has no effect here${count > 1 ? ` (${count} places)` : ""}: pages have their own look. It can stay.`,
    "translation-missing": ({ list, value }: FindingPieces) =>
      `“${value}” has no text in: ${list}. Add it, or people will see another language.`,
    "variable-twice": ({ name, value, other }: FindingPieces) =>
      `“${value}” and “${other}” would both be stored as “${name}”. Rename one of them.`,
    "code-twice": ({ value }: FindingPieces) =>
      `Two choices have the code “${value}”, so their answers could not be told apart. Give one of them another code.`,
    "no-choices": () => "This question has no choices. Add some.",
    "nothing-inside": ({ name }: FindingPieces) => `There is nothing under “${name}”. Add at least one.`,
    "no-title": ({ name }: FindingPieces) =>
      `This question has no wording: people would read its name, “${name}”. Add a title.`,
    "asks-for-contact": ({ name }: FindingPieces) =>
      `This asks for something that can tell who answers (${name}), and it would be stored among the answers. Ask for it outside the questionnaire.`,
    "loop-without-limit": ({ name, count }: FindingPieces) =>
      `People could add so many that the answers cannot be tabulated. Set “${name}” to at most ${count}.`,
    "hidden-answers-dropped": () =>
      "Answers to questions that are not on the respondent's final route are dropped all the same.",
    "name-reused": ({ name, other }: FindingPieces) =>
      `“${name}” was another kind of question in version ${other}. Give the new question a name of its own, so that the two are never compared.`,
    "code-reused": ({ name, value, other }: FindingPieces) =>
      `The code “${value}” of “${name}” stood for “${other}” in an earlier version. If the meaning has changed, give the new choice a code of its own.`,
    "rule/expression/syntax": ({ value }: FindingPieces) =>
      `The condition or formula “${value}” cannot be read. Look for a missing bracket, quotation mark or word.`,
    "rule/reference/unknown": ({ name, value }: FindingPieces) =>
      `{${name}} is used here${value && value !== name ? ` (“${value}”)` : ""}, but no question has that name. Correct the name.`,
    "rule/reference/self": ({ value }: FindingPieces) =>
      `This depends on its own answer (“${value}”). Let it depend on an earlier question.`,
    "rule/name/duplicate": ({ name }: FindingPieces) =>
      `The name “${name}” is used more than once. Give each its own name.`,
    "rule/name/shadowing": ({ name }: FindingPieces) =>
      `The name “${name}” hides something else that is called the same. Choose another name.`,
    "rule/name/reserved": ({ name }: FindingPieces) =>
      `The name “${name}” means something to SurveyJS itself. Choose another name.`,
    "rule/property/unknown": ({ name }: FindingPieces) =>
      `“${name}” is not read. Check the spelling or take it away.`,
    "rule/property/invalid-value": ({ name, value }: FindingPieces) =>
      `“${name}” cannot be ${value || "this"}. Use a value that is allowed.`,
    "rule/property/required": ({ name }: FindingPieces) => `“${name}” is missing. Add it.`,
    "rule/property/not-an-array": ({ name }: FindingPieces) => `“${name}” must be a list in square brackets.`,
    "rule/expression/unknown-function": ({ name, list }: FindingPieces) =>
      `There is no function “${name}”.${list && ` These can be used: ${list}.`}`,
    "rule/cycle/calculated-value": ({ name }: FindingPieces) =>
      `“${name}” is worked out from itself. Break the circle.`,
    "rule/cycle/trigger": () => "These rules set each other off in a circle. Break it.",
    "rule/cycle/value-write": ({ other }: FindingPieces) =>
      `These questions fill each other in, in a circle${other && ` (${other})`}. Break it.`,
    "rule/expression/unknown-choice": ({ name, value }: FindingPieces) =>
      `The condition “${value}” waits for an answer that “${name}” does not offer, so it is never true. Use the code of one of its choices.`,
    "rule/expression/type-mismatch": ({ value }: FindingPieces) =>
      `The condition “${value}” compares things of different kinds. Compare numbers with numbers and codes with codes.`,
    "rule/expression/contradiction": ({ value }: FindingPieces) =>
      `The condition “${value}” can never be true, so nobody will ever see what depends on it. Correct it, or take the branch away.`,
    "rule/expression/meaningless-condition": ({ value }: FindingPieces) =>
      `The condition “${value}” is always true. Correct it or take it away.`,
    "rule/choices/dead-source": ({ value, name }: FindingPieces) =>
      `Choices are to come from “${name || value}”, which has none to give. Name a question with choices.`,
    "rule/choices/duplicate": ({ value }: FindingPieces) =>
      `The code ${value ? `“${value}” ` : ""}stands here twice. Give each choice its own code.`,
    "rule/trigger/unknown-target": ({ name }: FindingPieces) =>
      `This rule acts on “${name}”, and nothing is called that. Correct the name.`,
    "rule/trigger/unknown-type": ({ name }: FindingPieces) =>
      `There is no rule of the kind “${name}”. Correct its type.`,
    "rule/validator/unknown-type": ({ name }: FindingPieces) =>
      `There is no check of the kind “${name}”. Correct its type.`,
    "rule/validator/dead": () => "This check can never find anything. Correct it or take it away.",
    "rule/value/not-a-choice": ({ value }: FindingPieces) =>
      `${value ? `“${value}”` : "This value"} is none of the choices. Use the code of one of them.`,
    "rule/element/count-contradiction": () =>
      "These limits cannot all be kept, for example a least number above the largest. Correct them.",
    "rule/element/never-visible": ({ value, other }: FindingPieces) =>
      `Nobody will ever see this: it depends on ${other || value}, which is never shown. Correct the condition, or take the branch away.`,
    "rule/variable/collision": ({ name }: FindingPieces) =>
      `“${name}” is the name of a fact about the respondent. Give the question another name.`,
    "rule/page/empty": () => "There is nothing to see on this page. Add a question or take the page away.",
  },
};
