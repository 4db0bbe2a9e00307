// Piping: names in braces in a text give way to what they stand for.
import { lookUp, type Scope } from "./evaluate.ts";
import { textPieces } from "./prepared.ts";
import { isEmpty } from "./values.ts";

/** Texts within texts within texts: deeper than this they refer to each other in a circle. */
const deepest = 12;
let depth = 0;

/**
 * The text with its names filled in. A name that stands for nothing known stays as written; one that is not
 * answered yet disappears.
 *
 * @param inWords true to show answers as their labels, false as their codes
 * @param encode what is done to each filled-in piece
 */
export const pipe = (
  text: string,
  scope: Scope,
  inWords = true,
  encode: (piece: string) => string = (piece) => piece,
): string => {
  if (!text.includes("{") || depth >= deepest) return text;
  depth += 1;
  try {
    return fillIn(text, scope, inWords, encode);
  } finally {
    depth -= 1;
  }
};

const fillIn = (text: string, scope: Scope, inWords: boolean, encode: (piece: string) => string): string =>
  textPieces(text)
    .map((piece) => {
      if (typeof piece === "string") return piece;
      const found = lookUp(scope, piece.steps, piece.name);
      if (!found) return piece.source;
      const value = found.inWords && inWords ? found.inWords(found.value) : found.value;
      return isEmpty(value) ? "" : encode(String(value));
    })
    .join("");
