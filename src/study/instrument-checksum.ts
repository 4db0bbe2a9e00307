// Tells whether a questionnaire is the same as before, whatever the order of its fields.

/** SHA-256 over the value with the fields of every object in order, hexadecimal. */
export async function checksumOf(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(inOrder(value)));
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}
