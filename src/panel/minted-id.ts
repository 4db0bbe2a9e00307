// Identifiers that are made here: short enough to read out, without letters that look alike.

/** Makes random bytes; the entrances hand in a cryptographic source. */
export type RandomBytes = (length: number) => Uint8Array;

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * A new identifier: a letter for what it names and 12 characters, 60 random bits.
 *
 * @param prefix "m" member, "s" seat, "t" tenure, "c" case
 */
export function mintId(prefix: "m" | "s" | "t" | "c", randomBytes: RandomBytes): string {
  return `${prefix}-${Array.from(randomBytes(12), (byte) => alphabet[byte % 32]).join("")}`;
}
