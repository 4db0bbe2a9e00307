// What a study writes to people: mails, letter, thanks and privacy notice, with places for names and links.

/** The places that a text may hold, written {name}. Each text has its own set, see `placesOfText`. */
export type TextPlace =
  | "name"
  | "study"
  | "link"
  | "code"
  | "closes_on"
  | "link_ends_on"
  | "controller"
  | "contact"
  | "minimum_base";

/** One text: a subject line (heading of a page or letter) and its paragraphs, in plain text. */
export interface StudyText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** Every text of a study in one language: `texts/<language>.json`. */
export interface StudyTexts {
  readonly invitation: StudyText;
  readonly reminder: StudyText;
  /** Sent to a person who lost the link and asked for a new one. */
  readonly link: StudyText;
  /** Shown when the answers have been submitted. */
  readonly thanks: StudyText;
  /** Printed for people without an e-mail address; {link} is the address where the code is typed. */
  readonly letter: StudyText;
  readonly privacyNotice: StudyText;
}

/** Per text the places it may hold, and those it must hold. */
export const placesOfText: Readonly<
  Record<keyof StudyTexts, { readonly may: readonly TextPlace[]; readonly must: readonly TextPlace[] }>
> = {
  invitation: {
    may: ["name", "study", "link", "closes_on", "controller", "contact", "link_ends_on"],
    must: ["link"],
  },
  reminder: {
    may: ["name", "study", "link", "closes_on", "controller", "contact", "link_ends_on"],
    must: ["link"],
  },
  link: { may: ["name", "study", "link", "closes_on", "controller", "contact"], must: ["link"] },
  thanks: { may: ["study", "closes_on", "controller", "contact", "link_ends_on"], must: [] },
  letter: {
    may: ["name", "study", "link", "code", "closes_on", "controller", "contact", "link_ends_on"],
    must: ["link", "code"],
  },
  privacyNotice: {
    may: ["study", "controller", "contact", "link_ends_on", "minimum_base", "closes_on"],
    must: ["controller", "contact", "link_ends_on"],
  },
};

const place = /\{([a-z_]+)\}/g;

/** Names of the places in a text, in order, with repeats: "Dear {name}" holds "name". */
export function placesIn(text: string): string[] {
  return [...text.matchAll(place)].map((match) => match[1] ?? "");
}

/**
 * The text with its places filled. Values are put in as they are: whoever makes HTML of it must escape.
 * A place without a value stays as it is, so that a gap is seen and not swallowed.
 */
export function fillText(text: string, values: Readonly<Partial<Record<TextPlace, string>>>): string {
  return text.replace(place, (whole, name: string) => values[name as TextPlace] ?? whole);
}
