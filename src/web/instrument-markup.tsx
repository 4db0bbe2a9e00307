// Markup from a questionnaire's author, rebuilt element by element from an allow-list; everything else is text.
import { type Child, jsx } from "hono/jsx";
import { DomUtils, parseDocument } from "htmlparser2";

const { isTag, isText } = DomUtils;
type MarkupNode = ReturnType<typeof parseDocument>["children"][number];
type MarkupElement = Extract<MarkupNode, { readonly attribs: object }>;

const kept = new Set([
  "a",
  "b",
  "blockquote",
  "br",
  "dd",
  "dl",
  "dt",
  "em",
  "h2",
  "h3",
  "h4",
  "i",
  "li",
  "ol",
  "p",
  "small",
  "strong",
  "sub",
  "sup",
  "u",
  "ul",
]);
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

const safeAddress = (address: string): string | null =>
  /^(https?:\/\/|mailto:|tel:)[^\s"<>]*$/i.test(address.trim()) ? address.trim() : null;

const rebuildElement = (element: MarkupElement, depth: number): Child => {
  const written = element.name.toLowerCase();
  if (droppedWithContent.has(written)) return null;
  const children = rebuild(element.children, depth + 1);
  const tag = renamed[written] ?? written;
  if (!kept.has(tag)) return <>{children}</>;
  if (tag === "br") return <br />;
  if (tag !== "a") return jsx(tag, {}, <>{children}</>);
  const href = safeAddress(element.attribs.href ?? "");
  if (href === null) return <>{children}</>;
  return (
    <a href={href} rel="noopener noreferrer" target="_blank">
      {children}
    </a>
  );
};

const rebuild = (nodes: readonly MarkupNode[], depth: number): Child[] =>
  depth > deepest
    ? []
    : nodes.map((node) => {
        if (isText(node)) return node.data;
        return isTag(node) ? rebuildElement(node, depth) : null;
      });

/**
 * Shows an author's markup. Kept are paragraphs, headings, lists, emphasis and links to http, https, mailto and
 * tel; no attribute but a link's address survives; scripts, styles, frames and pictures vanish. No string is
 * passed through as HTML: what is shown is built anew and escaped like any other text.
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
