// The newest survey link that each address has had by mail.
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
