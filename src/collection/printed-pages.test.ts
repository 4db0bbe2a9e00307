import { describe, expect, it } from "vitest";
import type { StudyDefinition } from "../study/study.ts";
import { wholePage } from "../web/send-page.ts";
import { printPages } from "./printed-pages.ts";

const gaps = (name: string) => ({
  link: `l${name}`,
  nonce: `n${name}`,
  token: `t${name}`,
  caseMark: `c${name}`,
  linkMark: `k${name}`,
});
type Own = ReturnType<typeof gaps>;
const page = ({ link, nonce, token, caseMark, linkMark }: Own) =>
  `<a href="${link}" data-c="${caseMark}${linkMark}">link nonce</a>${nonce}${link}${token}`;
const study = () => ({}) as StudyDefinition;

describe("printed pages", () => {
  it("give everybody their own link, token and marks, and are made once", () => {
    const printed = printPages("Secret");
    const one = study();
    let made = 0;
    const print = (given: Own) => {
      made += 1;
      return page(given);
    };
    for (const name of ["A", "B", "$&", "C"])
      expect(wholePage(printed.print(one, "key", gaps(name), print))).toBe(page(gaps(name)));
    expect(made).toBe(1);
  });

  it("are made anew for another key, and for a study that was read again", () => {
    const printed = printPages("Secret");
    const one = study();
    const say = (text: string) => () => text;
    expect(wholePage(printed.print(one, "a", gaps("A"), say("first")))).toBe("first");
    expect(wholePage(printed.print(one, "b", gaps("A"), say("second")))).toBe("second");
    expect(wholePage(printed.print(study(), "a", gaps("A"), say("third")))).toBe("third");
    expect(wholePage(printed.print(one, "a", gaps("A"), say("fourth")))).toBe("first");
  });
});
