// The word on the receipt: needed to see or change answers after they were sent. The database keeps a keyed hash.
import { keyedHash } from "../access/derived-key.ts";
import type { KeyRing } from "../access/key-ring.ts";

const consonants = "bdfghjklmnprstv";
const vowels = "aeiou";
const syllables = 5;
const fair = 225; // three times fifteen times five: bytes from here on are not used, so that all are equally likely

/** What belongs to one case's receipt. */
export interface ReceiptOf {
  readonly studyId: string;
  readonly caseId: string;
}

const syllable = (byte: number): string =>
  `${consonants[Math.floor((byte % 75) / 5)] ?? ""}${vowels[byte % 5] ?? ""}`;

/**
 * The word that belongs to a submission: five syllables, "bado-fineku", one of 75⁵ (31 bits). It follows from
 * the form's token and the service's key, so that the same receipt shows it again and nothing but its hash
 * has to be kept.
 */
export const wordOf = async (keys: KeyRing, receipt: ReceiptOf, token: string): Promise<string> => {
  const drawn: string[] = [];
  for (let round = 0; drawn.length < syllables; round += 1) {
    const hash = await keyedHash(
      await keys.serviceKey(),
      "receipt word",
      `${receipt.studyId} ${receipt.caseId} ${token} ${round}`,
    );
    for (const character of atob(hash.replaceAll("-", "+").replaceAll("_", "/"))) {
      const byte = character.charCodeAt(0);
      if (byte < fair && drawn.length < syllables) drawn.push(syllable(byte));
    }
  }
  return `${drawn.slice(0, 2).join("")}-${drawn.slice(2).join("")}`;
};

/** A typed word as it is compared: lower case, letters only. */
export const comparableWord = (typed: string): string =>
  typed
    .slice(0, 200)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^a-z]/g, "");

/** What is stored of a word. */
export const hashWord = async (keys: KeyRing, receipt: ReceiptOf, word: string): Promise<string> =>
  keyedHash(
    await keys.serviceKey(),
    "receipt word hash",
    `${receipt.studyId} ${receipt.caseId} ${comparableWord(word)}`,
  );
