// The links in the demo's mailbox that its people follow.
import type { LocalMailbox } from "../mailing/local-mailbox.ts";

/** By address, in lower case. */
export async function newestLinks(
  mailbox: Pick<LocalMailbox, "list">,
  publicUrl: string,
): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>();
  for (const { to, text } of (await mailbox.list()).toReversed()) {
    const link = text.split(/\s+/).find((word) => word.startsWith(`${publicUrl}/s/`));
    if (link !== undefined) links.set(to.address.toLowerCase(), link);
  }
  return links;
}

/** The newest link to sign in with. @throws RangeError if none has come */
export async function newestSignInLink(
  mailbox: Pick<LocalMailbox, "list">,
  publicUrl: string,
  address: string,
): Promise<string> {
  for (const { to, text } of await mailbox.list()) {
    const link = text.split(/\s+/).find((word) => word.startsWith(`${publicUrl}/sign-in/`));
    if (to.address === address && link !== undefined) return link;
  }
  throw new RangeError(`no sign-in link has come to ${address}`);
}
