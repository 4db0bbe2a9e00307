// What a lead of the core case does on the pages: signs in, and prints letters for those who get no mail.
import { access } from "../language/en/access.ts";
import { fieldworkMail } from "../language/en/fieldwork-mail.ts";
import type { Hand } from "./hand.ts";

/**
 * Signs in with an English hand.
 *
 * @param mailedLink the sign-in link that came by mail once it had been asked for
 */
export async function signInAt(
  hand: Hand,
  address: string,
  mailedLink: () => Promise<string>,
): Promise<void> {
  await hand.open("/sign-in");
  await hand.type(access.signIn.email, address);
  await hand.press(access.signIn.button);
  await hand.open(await mailedLink());
  await hand.press(access.link.button);
}

/**
 * Makes the letters of an open wave and reads the code off each sheet.
 *
 * @param people those who get a letter, in Swedish, with the member's id
 * @returns the code by member
 */
export async function printLetters(
  lead: Hand,
  waveAddress: string,
  people: readonly { readonly memberId: string; readonly name: string }[],
): Promise<Map<string, string>> {
  await lead.open(`${waveAddress}/letters`);
  await lead.press(fieldworkMail.letters.submit);
  const sheets = await lead.text();
  return new Map(
    people.map(({ memberId, name }) => {
      const start = sheets.indexOf(`Hej ${name}!`);
      const code = start < 0 ? null : /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(sheets.slice(start));
      if (code === null) throw new Error(`no letter to ${memberId}`);
      return [memberId, code[0]];
    }),
  );
}
