// Pages kept as they were printed, with gaps for what differs between two people who see the same page. Who is asked
// the same, in the same role and place, and has answered the same on a page, is shown the same page.
import type { StudyDefinition } from "../study/study.ts";
import type { GappedPage } from "../web/send-page.ts";

/** What stands in the gaps, by name: never free text, so that it needs no escaping. */
export type Gaps = Readonly<Record<string, string>>;

export interface PrintedPages {
  /**
   * @param study pages are kept as long as the study is known in this form
   * @param key everything that the page depends on, the gaps aside
   * @param print makes the page with these gaps in it
   */
  print<Named extends Gaps>(
    study: StudyDefinition,
    key: string,
    gaps: Named,
    print: (gaps: Named) => string,
  ): GappedPage;
}

const texts = new WeakMap<object, string>();

/** All of a thing as text, for keys; of a thing that is asked for again it is made once. */
export const textOf = (thing: object): string => {
  const text = texts.get(thing) ?? JSON.stringify(thing);
  texts.set(thing, text);
  return text;
};

type Kept = Pick<GappedPage, "texts" | "gaps">;

const mostKept = 200;

/** @param secret something nobody can guess, so that no text can pass for a gap; letters and digits */
export const printPages = (secret: string): PrintedPages => {
  const cut = (names: readonly string[], page: string): Kept => {
    const parts = page.split(new RegExp(`(${names.join("|")})${secret}`));
    return {
      texts: parts.filter((_, place) => place % 2 === 0),
      gaps: parts.filter((_, place) => place % 2 === 1).map((name) => names.indexOf(name)),
    };
  };
  const kept = new WeakMap<StudyDefinition, Map<string, Kept>>();
  return {
    print: (study, key, gaps, print) => {
      const ofStudy = kept.get(study) ?? new Map<string, Kept>();
      kept.set(study, ofStudy);
      let page = ofStudy.get(key);
      if (page === undefined) {
        const names = Object.keys(gaps);
        const blank = Object.fromEntries(names.map((name) => [name, `${name}${secret}`]));
        page = cut(names, print(blank as typeof gaps));
        if (ofStudy.size >= mostKept) ofStudy.delete(ofStudy.keys().next().value ?? "");
        ofStudy.set(key, page);
      }
      return { ...page, fills: Object.values(gaps) };
    },
  };
};
