// Pages of questions kept as they were printed, with gaps for what differs between two people who see the same page.
// Who is asked the same, in the same role and place, and has answered the same on a page, is shown the same page.
import type { StudyDefinition } from "../study/study.ts";

/** What stands in the gaps: never free text, so that it needs no escaping. */
export interface Gaps {
  readonly link: string;
  readonly nonce: string;
  readonly token: string;
  readonly caseMark: string;
  readonly linkMark: string;
}

const names = ["link", "nonce", "token", "caseMark", "linkMark"] as const;

export interface PrintedPages {
  /**
   * @param study pages are kept as long as the study is known in this form
   * @param key everything that the page depends on, the gaps aside
   * @param print makes the page with these gaps in it
   */
  print(study: StudyDefinition, key: string, gaps: Gaps, print: (gaps: Gaps) => string): string;
}

const mostKept = 200;

/** @param secret something nobody can guess, so that no text can pass for a gap; letters and digits */
export const printPages = (secret: string): PrintedPages => {
  const blank = Object.fromEntries(names.map((name) => [name, `${name}${secret}`])) as unknown as Gaps;
  const gap = new RegExp(`(${names.join("|")})${secret}`);
  const kept = new WeakMap<StudyDefinition, Map<string, readonly string[]>>();
  return {
    print: (study, key, gaps, print) => {
      const ofStudy = kept.get(study) ?? new Map<string, readonly string[]>();
      kept.set(study, ofStudy);
      let parts = ofStudy.get(key);
      if (parts === undefined) {
        parts = print(blank).split(gap);
        if (ofStudy.size >= mostKept) ofStudy.delete(ofStudy.keys().next().value ?? "");
        ofStudy.set(key, parts);
      }
      let page = "";
      for (let place = 0; place < parts.length; place += 2) {
        page += parts[place];
        const name = parts[place + 1] as keyof Gaps | undefined;
        if (name !== undefined) page += gaps[name];
      }
      return page;
    },
  };
};
