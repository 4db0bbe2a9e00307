// Markup written by an instrument's author, let through an allow-list: known tags become elements, all else becomes text.
import type { Child } from "hono/jsx";
import { jsx } from "hono/jsx";

const allowedTags = new Set(
  "p br strong b em i u s small sub sup ul ol li dl dt dd h2 h3 h4 h5 h6 blockquote hr a span div abbr table caption thead tbody tr th td figure figcaption img".split(
    " ",
  ),
);
const emptyTags = new Set(["br", "hr", "img"]);
/** Elements whose content is dropped with them. */
const droppedTags = new Set([
  "script",
  "style",
  "iframe",
  "object",
  "template",
  "noscript",
  "svg",
  "math",
  "title",
]);

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  shy: "\u00ad",
  aring: "å",
  auml: "ä",
  ouml: "ö",
  oslash: "ø",
  aelig: "æ",
  Aring: "Å",
  Auml: "Ä",
  Ouml: "Ö",
  Oslash: "Ø",
  AElig: "Æ",
  eacute: "é",
};

const decode = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-zA-Z]{2,8});/g, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name] ?? whole;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : "";
  });

const safeAddress = (address: string): boolean => /^(https?:|mailto:|tel:|\/(?!\/)|#)/i.test(address.trim());

const attributesOf = (tag: string, source: string): Record<string, string> => {
  const kept: Record<string, string> = {};
  for (const match of source.matchAll(/([a-zA-Z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g)) {
    const name = (match[1] ?? "").toLowerCase();
    const value = decode(match[2] ?? match[3] ?? match[4] ?? "");
    if (tag === "a" && name === "href" && safeAddress(value)) kept.href = value;
    if (tag === "img" && name === "src" && /^(data:image\/(png|jpeg|gif|webp);|\/(?!\/))/i.test(value))
      kept.src = value;
    if (["alt", "title", "lang", "dir", "colspan", "rowspan", "scope"].includes(name)) kept[name] = value;
  }
  if (kept.href) kept.rel = "noopener noreferrer";
  if (tag === "img") kept.alt ??= "";
  return kept;
};

interface Open {
  readonly tag: string;
  readonly attributes: Record<string, string>;
  readonly children: Child[];
}

const close = (stack: Open[], tag: string): void => {
  if (!stack.some((open, index) => index > 0 && open.tag === tag)) return;
  for (;;) {
    const open = stack.pop();
    const parent = stack.at(-1);
    if (!open || !parent) return;
    parent.children.push(jsx(open.tag, open.attributes, ...(open.children as string[])));
    if (open.tag === tag) return;
  }
};

const token = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+|</g;

/** Author's markup as elements. Nothing is emitted raw. Images only from this service or as data. */
export const markupElements = (markup: string): readonly Child[] => {
  const stack: Open[] = [{ tag: "", attributes: {}, children: [] }];
  let dropped = "";
  for (const match of markup.matchAll(token)) {
    const [whole, slash, name, rest] = match;
    const tag = name?.toLowerCase();
    const into = stack.at(-1)?.children ?? [];
    if (dropped) {
      if (slash && tag === dropped) dropped = "";
    } else if (whole.startsWith("<!--")) {
    } else if (tag === undefined) into.push(decode(whole));
    else if (droppedTags.has(tag)) dropped = slash ? "" : tag;
    else if (!allowedTags.has(tag)) continue;
    else if (slash) close(stack, tag);
    else if (emptyTags.has(tag)) into.push(jsx(tag, attributesOf(tag, rest ?? "")));
    else if (stack.length < 40) stack.push({ tag, attributes: attributesOf(tag, rest ?? ""), children: [] });
  }
  while (stack.length > 1) close(stack, stack.at(-1)?.tag ?? "");
  return stack[0]?.children ?? [];
};

/** Author's markup, safe to show. */
export const Markup = ({ markup }: { markup: string }) => <div class="tv-text">{markupElements(markup)}</div>;
