// How a number is written: `1.`, `B)`, `Q03`.

const isLetterOrDigit = (sign: string): boolean =>
  /\d/.test(sign) || sign.toUpperCase() !== sign.toLowerCase();

interface Start {
  readonly prefix: string;
  readonly first: string;
  readonly postfix: string;
}

/** Splits a start like `A.`, `#1)` or `1.1` into what stands before, the number or letter, and what stands after. */
const splitStart = (start: string): Start => {
  const hasDigit = /\d/.test(start);
  const stops = (sign: string): boolean =>
    (hasDigit ? !/\d/.test(sign) : !isLetterOrDigit(sign)) || !isLetterOrDigit(sign);
  let end = start.length - 1;
  while (end >= 0 && stops(start[end] ?? "")) end -= 1;
  const after = start.slice(end + 1);
  const held = start.slice(0, end + 1);
  let from = held.length - 1;
  while (from >= 0 && !stops(held[from] ?? "")) {
    from -= 1;
    if (!hasDigit) break;
  }
  const prefix = held.slice(0, from + 1);
  const isPlain = after === "" && prefix === "";
  const ownPostfix = start !== "" && !start.endsWith(".") ? "" : ".";
  return { prefix, first: held.slice(from + 1), postfix: isPlain ? ownPostfix : after };
};

/** The number of the element at an index, written as the start says: `1.`, `B)`, `Q03`. Empty below 0. */
export const numberAt = (index: number, start: string): string => {
  if (index < 0) return "";
  const { prefix, first, postfix } = splitStart(start);
  const number = Number.parseInt(first, 10);
  if (!number && first.length === 1)
    return prefix + String.fromCharCode(first.charCodeAt(0) + index) + postfix;
  return prefix + String(index + (number || 1)).padStart(first.length, "0") + postfix;
};
