// A mail as a document: one column, large enough to read on a phone, nothing fetched from anywhere.
import type { MailLink, WrittenMail } from "../written-mail.ts";

const body =
  "margin:0;padding:24px 16px;background:#ffffff;color:#1e2b3c;font-family:Arial,Helvetica,sans-serif;font-size:17px;line-height:1.5";
const column = "max-width:36em;margin:0 auto";
const button =
  "display:inline-block;padding:12px 20px;border-radius:4px;background:#0b4f8a;color:#ffffff;font-weight:bold;text-decoration:none";

const Piece = ({ piece }: { readonly piece: string | MailLink }) => {
  if (typeof piece !== "string") {
    return (
      <a href={piece.href} style="color:#0b4f8a;overflow-wrap:anywhere">
        {piece.label}
      </a>
    );
  }
  const lines = piece.split("\n");
  return (
    <>
      {lines.map((line, place) => (
        <>
          {place === 0 ? null : <br />}
          {line}
        </>
      ))}
    </>
  );
};

export const MailDocument = ({ lang, mail }: { readonly lang: string; readonly mail: WrittenMail }) => (
  <html lang={lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{mail.subject}</title>
    </head>
    <body style={body}>
      <div style={column}>
        {mail.blocks.map((block) => {
          if (block.kind === "rule")
            return <hr style="border:0;border-top:1px solid #b8c0ca;margin:28px 0" />;
          if (block.kind === "button") {
            return (
              <>
                <p>
                  <a href={block.link.href} style={button}>
                    {block.link.label}
                  </a>
                </p>
                <p style="overflow-wrap:anywhere">{block.link.href}</p>
              </>
            );
          }
          return (
            <p>
              {block.pieces.map((piece) => (
                <Piece piece={piece} />
              ))}
            </p>
          );
        })}
      </div>
    </body>
  </html>
);
