// Random words for what must not be guessed: tokens of forms, nonces, names of requests.
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** 22 letters, digits, "-" and "_", each as likely as any other: 132 bits. */
export const drawWord = (randomBytes: (length: number) => Uint8Array): string => {
  let word = "";
  for (const byte of randomBytes(22)) word += letters[byte % 64];
  return word;
};
