// The forms of a page as a browser without script would send them, before anything is filled in.
import { parseHTML } from "linkedom";

type Pairs = readonly (readonly [string, string])[];

export interface PageForm {
  /** Path and query it is sent to. */
  readonly action: string;
  /** What is typed, chosen or carried along. */
  readonly pairs: Pairs;
  /** What could be chosen or pressed instead. */
  readonly offered: Pairs;
}

const isChoice = (field: Element): boolean => /radio|checkbox/.test(field.getAttribute("type") ?? "");

/** Name and value, and whether it is sent when nobody touches it. */
const readings = (field: Element): (readonly [string, string, boolean])[] => {
  const name = field.getAttribute("name") ?? "";
  const value = field.getAttribute("value") ?? "";
  if (field.tagName === "BUTTON") return [[name, value, false]];
  if (field.tagName === "TEXTAREA") return [[name, field.textContent ?? "", true]];
  if (field.tagName !== "SELECT") return [[name, value, !isChoice(field) || field.hasAttribute("checked")]];
  return [...field.querySelectorAll("option")].map((option) => [
    name,
    option.getAttribute("value") ?? "",
    option.hasAttribute("selected"),
  ]);
};

/** Every form of a page. */
export function formsIn(html: string): PageForm[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll("form")].map((form) => {
    const fields = [...form.querySelectorAll("[name]")].flatMap((field) => readings(field as Element));
    const those = (isSent: boolean) =>
      fields.filter(([, , sent]) => sent === isSent).map(([name, value]) => [name, value] as const);
    return { action: form.getAttribute("action") ?? "", pairs: those(true), offered: those(false) };
  });
}
