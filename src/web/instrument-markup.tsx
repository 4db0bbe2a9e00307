// Markup from a questionnaire's author, rebuilt element by element from an allow-list; everything else is text.
import { type Child, jsx } from "hono/jsx";
import { DomUtils, parseDocument } from "htmlparser2";

const { isTag, isText } = DomUtils;
type MarkupNode = ReturnType<typeof parseDocument>["children"][number];
type MarkupElement = Extract<MarkupNode, { readonly attribs: object }>;

const kept = new Set(
  (
    "a abbr b blockquote caption dd div dl dt em figcaption figure h2 h3 h4 i li ol p small span strong sub sup " +
    "table tbody td tfoot th thead tr u ul"
  ).split(" "),
);
/** Elements without content. */
const empty = new Set(["br", "hr", "img"]);
/** The page has one first-level heading already. */
const renamed: Readonly<Record<string, string>> = { h1: "h2", h5: "h4", h6: "h4" };
const droppedWithContent = new Set([
  "script",
  "style",
  "template",
  "iframe",
  "object",
  "embed",
  "noscript",
  "svg",
  "math",
  "title",
  "textarea",
  "select",
  "head",
]);
const deepest = 30;

/** Where a link may lead: anywhere by http, https, mailto and tel, or within this service. */
const safeLink = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)[^\s"<>]*$/i;
/** Where a picture may come from: this service, or the page itself. */
const safePicture = /^(\/(?!\/)[^\s"<>]*|data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+)$/i;
const safeSpan = /^[1-9]\d?$/;

const attributesOf = (tag: string, given: Readonly<Record<string, string>>): Record<string, string> => {
  const attributes: Record<string, string> = {};
  const keep = (name: string, form: RegExp): void => {
    const value = given[name]?.trim() ?? "";
    if (form.test(value)) attributes[name] = value;
  };
  keep("lang", /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
  keep("dir", /^(ltr|rtl|auto)$/);
  if (tag === "abbr") keep("title", /^.+$/s);
  if (tag === "td" || tag === "th") {
    keep("colspan", safeSpan);
    keep("rowspan", safeSpan);
    keep("scope", /^(row|col)(group)?$/);
  }
  if (tag === "img") {
    keep("src", safePicture);
    attributes.alt = given.alt ?? "";
  }
  if (tag === "a") {
    keep("href", safeLink);
    if (/^https?:/i.test(attributes.href ?? "")) {
      attributes.rel = "noopener noreferrer";
      attributes.target = "_blank";
    }
  }
  return attributes;
};

const rebuildElement = (element: MarkupElement, depth: number): Child => {
  const written = element.name.toLowerCase();
  if (droppedWithContent.has(written)) return null;
  const tag = renamed[written] ?? written;
  const attributes = attributesOf(tag, element.attribs);
  if (empty.has(tag)) return tag === "img" && attributes.src === undefined ? null : jsx(tag, attributes);
  const children = rebuild(element.children, depth + 1);
  if (!kept.has(tag) || (tag === "a" && attributes.href === undefined)) return <>{children}</>;
  return jsx(tag, attributes, ...(children as string[]));
};

const rebuild = (nodes: readonly MarkupNode[], depth: number): Child[] =>
  depth > deepest
    ? []
    : nodes.map((node) => {
        if (isText(node)) return node.data;
        return isTag(node) ? rebuildElement(node, depth) : null;
      });

/**
 * Shows an author's markup. Kept are paragraphs, headings, lists, emphasis, tables, links to http, https, mailto
 * and tel, and pictures of this service; of attributes only those that these need, and language. Scripts,
 * styles, frames and forms vanish. No string is passed through as HTML: what is shown is built anew and escaped
 * like any other text.
 */
export const InstrumentMarkup = ({ markup }: { readonly markup: string }) => (
  <>{markup.includes("<") || markup.includes("&") ? rebuild(parseDocument(markup).children, 0) : markup}</>
);

/** The words of an author's markup without any of it, for places that take plain text. */
export const plainTextOf = (markup: string): string => {
  const words = (nodes: readonly MarkupNode[]): string =>
    nodes
      .map((node) => {
        if (isText(node)) return node.data;
        if (!isTag(node) || droppedWithContent.has(node.name.toLowerCase())) return "";
        return node.name === "br" ? " " : words(node.children);
      })
      .join("");
  return words(parseDocument(markup).children).replace(/\s+/g, " ").trim();
};
