// Letters ready to be printed: each on a sheet of its own, with link, picture of the link, and a code to type.
import type { MailTexts } from "../lead-texts.ts";
import { type Crumb, type LeadFrame, LeadPage, Lines } from "./lead-frame.tsx";
import { QrCode } from "./qr-code.tsx";

/** One letter, its places filled; in the language of the person it goes to. */
export interface LetterSheet {
  readonly languageCode: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The personal link, for the picture. */
  readonly link: string;
  readonly code: string;
  readonly words: { readonly codeLabel: string; readonly qrLabel: string };
}

/** Without characters that mean something in markup, so that it can stand in a style element as it is. */
const printStyle = [
  ".letter { break-inside: avoid; background: #fff; color: #000; max-width: 44rem; padding: 2rem; margin: 0 0 1.5rem; border: 1px solid #888; }",
  ".letter .ways { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: center; margin-top: 1.5rem; }",
  ".letter .code { font-size: 1.5rem; font-weight: 600; letter-spacing: 0.06em; font-family: ui-monospace, monospace; }",
  "@media print {",
  "@page { margin: 2.5cm; }",
  ".top, .foot, .crumbs, .before-letters, h1 { display: none; }",
  "main, .wrap { padding: 0; max-width: none; }",
  ".letter { border: 0; padding: 0; margin: 0; max-width: none; break-after: page; font-size: 12pt; }",
  ".letter:last-child { break-after: auto; }",
  ".letter h2 { font-size: 16pt; }",
  "}",
].join("\n");

export const LetterSheetsPage = (props: {
  readonly frame: LeadFrame;
  readonly crumbs: readonly Crumb[];
  readonly nonce: string;
  readonly letters: readonly LetterSheet[];
  readonly texts: MailTexts;
}) => {
  const texts = props.texts.letters;
  return (
    <LeadPage frame={props.frame} title={texts.sheetTitle} crumbs={props.crumbs}>
      <style nonce={props.nonce}>{printStyle}</style>
      <p class="before-letters">
        <strong>{texts.ready(props.letters.length)}</strong> {texts.howTo} {texts.code}
      </p>
      {props.letters.map((letter) => (
        <article class="letter" lang={letter.languageCode}>
          <h2>{letter.subject}</h2>
          {letter.paragraphs.map((paragraph) => (
            <p>
              <Lines text={paragraph} />
            </p>
          ))}
          <div class="ways">
            <QrCode text={letter.link} label={letter.words.qrLabel} />
            <p>
              {letter.words.codeLabel}
              <br />
              <span class="code">{letter.code}</span>
            </p>
          </div>
        </article>
      ))}
    </LeadPage>
  );
};
