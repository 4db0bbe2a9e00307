// The addresses of the respondents' pages.

/** Address of a page under a link; each part is encoded. */
export const underLink = (link: string, ...parts: readonly string[]): string =>
  `/${["s", link, ...parts].map(encodeURIComponent).join("/")}`;

/** An address with what it is asked with, in place of what it was asked with before; what is null stays as it is. */
export const withQuery = (path: string, query: Readonly<Record<string, string | null>>): string => {
  if (Object.values(query).every((value) => value === null)) return path;
  const [plain = "", asked] = path.split("?");
  const pairs = new URLSearchParams(asked);
  for (const [name, value] of Object.entries(query)) if (value !== null) pairs.set(name, value);
  return pairs.size === 0 ? plain : `${plain}?${pairs}`;
};
