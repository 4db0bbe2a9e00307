// The sender of every mail, as it is configured: "Survey <survey@example.org>", or the address alone.

/** The address within, without the name: each mail carries the name of its own study. */
export function senderAddress(from: string): string {
  return (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim();
}
