// The addresses of the respondents' pages.

/** Address of a page under a link; each part is encoded. */
export const underLink = (link: string, ...parts: readonly string[]): string =>
  `/${["s", link, ...parts].map(encodeURIComponent).join("/")}`;

/** An address with what it is asked with; what is null is left out. */
export const withQuery = (path: string, query: Readonly<Record<string, string | null>>): string => {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null);
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
};
