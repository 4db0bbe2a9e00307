// Names of municipalities as people write them: folding, the forms of one name, and how near two names are.

/** A name in lower case with single spaces, accents kept: `Håbo` and `Habo` stay two names. */
export function plainName(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** A name without accents, case and punctuation: `Malung-Sälen` and `MALUNG SALEN` become one. */
export function foldedName(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[æøđŧŋ]/g, (letter) => plainLetter[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const plainLetter: Readonly<Record<string, string>> = { æ: "a", ø: "o", đ: "d", ŧ: "t", ŋ: "n" };

/**
 * The names one register name stands for: itself, without a county in brackets (`Våler (Østfold)` → `Våler`),
 * and each of its languages (`Trondheim - Tråante` → `Trondheim`, `Tråante`).
 */
export function nameForms(registerName: string): readonly string[] {
  const withoutCounty = registerName.replace(/ \([^)]*\)$/, "");
  return [...new Set([registerName, withoutCounty, ...withoutCounty.split(" - ")])];
}

/**
 * The texts a written name may mean: itself, and what is left without "kommun" or "stad" after it and the
 * genitive s before them (`Norrköpings kommun` → `Norrköping`).
 */
export function writtenForms(text: string): readonly string[] {
  const match = /^(.+?)[ -](?:kommun|kommune|kommuna|stad)$/i.exec(text.trim());
  if (!match) return [text];
  const name = match[1]!;
  return name.endsWith("s") ? [text, name, name.slice(0, -1)] : [text, name];
}

/**
 * How many single letters must be put in, taken out, changed or swapped with the next to make one text of the
 * other (optimal string alignment distance).
 */
function editDistance(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      let least = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + cost);
      const isSwap =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (isSwap) least = Math.min(least, beforeLast[column - 2]! + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length]!;
}

/**
 * How far a folded text is from a folded name it may have been meant for, in single letters; the beginning of
 * a name counts as one. Null if it is too far to be a slip of the pen.
 */
export function nameDistance(text: string, name: string): number | null {
  if (text.length >= 3 && name.startsWith(text)) return Math.min(1, name.length - text.length);
  const longest = Math.max(text.length, name.length);
  const allowed = longest <= 4 ? 1 : longest <= 8 ? 2 : 3;
  if (Math.abs(text.length - name.length) > allowed) return null;
  const distance = editDistance(text, name);
  return distance <= allowed ? distance : null;
}
