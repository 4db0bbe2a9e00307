// A mail as blocks of text and links, and its plain form: what is said, before it is laid out.

/** A paragraph; its pieces follow each other. Lines within a piece end with "\n". */
export interface MailParagraph {
  readonly kind: "paragraph";
  readonly pieces: readonly (string | MailLink)[];
}

/** A link. In the plain form its address stands alone. */
export interface MailLink {
  readonly label: string;
  readonly href: string;
}

/** `button`: the one thing the mail asks for. `rule`: what follows is about the mail itself. */
export type MailBlock =
  | MailParagraph
  | { readonly kind: "button"; readonly link: MailLink }
  | { readonly kind: "rule" };

export interface WrittenMail {
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
}

export const paragraph = (...pieces: (string | MailLink)[]): MailParagraph => ({ kind: "paragraph", pieces });

/** The mail for those who read without layout: paragraphs with an empty line between, links as addresses. */
export function plainForm({ blocks }: WrittenMail): string {
  const text = blocks.map((block) => {
    if (block.kind === "rule") return "--------";
    if (block.kind === "button") return block.link.href;
    return block.pieces.map((piece) => (typeof piece === "string" ? piece : piece.href)).join("");
  });
  return `${text.join("\n\n")}\n`;
}
