// Requests that nobody means well with: wrong types, huge, code in every language, broken bytes, forged and replayed.
import fc from "fast-check";

type Pairs = readonly (readonly [string, string])[];

/** What an attacker has to work with. */
export interface Loot {
  /** Links that open something, in every situation a case can be in. */
  readonly links: readonly string[];
  /** Names of pages, tokens of receipts, words: whatever stands between two slashes. */
  readonly parts: readonly string[];
  /** Forms as the pages show them: the page's name, and what they hold, and what could be chosen instead. */
  readonly forms: readonly { readonly part: string; readonly pairs: Pairs; readonly offered: Pairs }[];
}

export interface HostileRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}

const constants = [
  "",
  "\0",
  "%00",
  "%",
  "%zz",
  "%E0%A4%A",
  "'; drop table response; --",
  "<script>alert(1)</script>",
  '"><script>alert(1)</script>',
  "../../etc/passwd",
  "__proto__",
  "constructor",
  "toString",
  "null",
  "undefined",
  "NaN",
  "-1",
  "1e999",
  "99999999999999999999",
  "\u202e",
  "💣",
  "{{7*7}}",
  "#{1}",
  "{visit[0].place}",
  "\ud800",
  "A".repeat(5000),
  '{"a":1}',
  "[object Object]",
  "2026-02-30",
] as const;
const wellFormed = (text: string) => text.toWellFormed();
const nasty = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...constants) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
);
/** What the forms themselves know: with these a request gets past the first door. */
const meant = [
  "yes",
  "no",
  "1",
  "2",
  "next",
  "back",
  "later",
  "declined",
  "left_office",
  "study",
  "wave",
  "sv",
  "en",
];
const controls = [
  ...["version", "language", "press", "token", "shown", "show-in", "checked", "blank", "stance"],
  ...[
    "on",
    "word",
    "scope",
    "answer",
    "code",
    "email",
    "q:",
    "q:__proto__",
    "q:visit:*add",
    "q:visit:0:*remove",
  ],
];
const types = [
  "multipart/form-data; boundary=x",
  "application/json",
  "text/plain",
  "",
  "application/x-www-form-urlencoded; charset=utf-16",
];
const headers = [
  { "accept-language": "sv;q=x,*,__proto__;q=9" },
  { "accept-language": "A".repeat(4000) },
  { cookie: "tidvis_language=<script>; a=%zz; __proto__=1" },
  { "content-length": "99999999" },
  { "content-length": "-1" },
  { origin: "https://elsewhere.test", "sec-fetch-site": "cross-site" },
  { "x-forwarded-for": "'; drop table wave; --" },
];
const formType = "application/x-www-form-urlencoded";

/** What the small forms read, by the end of their address; the others are forms of questions. */
const ownFields: Readonly<Record<string, readonly string[]>> = {
  word: ["word"],
  withdraw: ["scope"],
  "further-waves": ["answer"],
  decline: ["stance", "on"],
  code: ["code"],
  lost: ["email"],
};

/** A field that a form has, with one part of its name as something else. */
const bent = (name: string, at: number, by: string): string =>
  name
    .split(":")
    .map((part, index, all) => (index === at % all.length ? by : part))
    .join(":");

/** What is put beside the fields of a form, or in the place of some. */
const additions = ({ forms, parts }: Loot, path: string): fc.Arbitrary<Pairs> => {
  const fields = forms.flatMap(({ pairs, offered }) => [...pairs, ...offered]);
  const names = fields.map(([name]) => name);
  const own = ownFields[path.split("/").at(-1) ?? ""] ?? names;
  const name = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...own) },
    { weight: 1, arbitrary: fc.constantFrom(...controls) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...names), fc.nat(4), nasty)
        .map(([one, at, by]) => bent(one, at, by)),
    },
    { weight: 1, arbitrary: nasty },
  );
  const value = fc.oneof(
    { weight: 3, arbitrary: nasty },
    { weight: 2, arbitrary: fc.constantFrom(...meant, ...parts, ...fields.map(([, one]) => one)) },
    { weight: 1, arbitrary: name },
  );
  const anything = fc.tuple(name, value);
  const one = fc.oneof(
    { weight: 2, arbitrary: anything },
    { weight: 1, arbitrary: fc.constantFrom(...fields) },
  );
  return fc.array(one, { maxLength: 6 });
};

/** Bodies that are no form at all. */
const rubbish: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from(bytes)),
  fc.constantFrom("&=&=&&", "q%", `more=${"%F0%9F".repeat(40)}`, "a=1&".repeat(400), "=".repeat(99)),
);

const seldom = <Value>(often: number, usual: Value, strange: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: often, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: strange });

/** Requests to one address of the service, as it stands in its routes: `POST /s/:link/p/:page`. */
export const hostileRequests = (
  route: { readonly method: string; readonly path: string },
  loot: Loot,
): fc.Arbitrary<HostileRequest> => {
  const inPath: fc.Arbitrary<string> = fc.oneof(
    nasty.map((text) => encodeURIComponent(wellFormed(text)) || "x"),
    fc.constantFrom("%E0%A4%A", "%00", "..", "%2e%2e", "A".repeat(22)),
  );
  const hasBody = route.method !== "GET";
  return fc
    .record({
      method: seldom(20, route.method, fc.constantFrom("GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS")),
      link: fc.oneof(
        { weight: 15, arbitrary: fc.constantFrom(...loot.links) },
        { weight: 1, arbitrary: inPath },
      ),
      form: fc.constantFrom(...loot.forms),
      part: seldom<string | null>(6, null, fc.oneof(inPath, fc.constantFrom(...loot.parts))),
      strange: seldom(20, "", fc.constantFrom("/", "//", "/x", "/../own", "%2fown", ";a=1")),
      query: seldom<readonly [string, string] | null>(
        3,
        null,
        fc.tuple(
          fc.constantFrom("lang", "notice", "undone", "x"),
          fc.oneof(nasty, fc.constantFrom("en", "blank", "1")),
        ),
      ),
      type: seldom(20, formType, fc.constantFrom(...types)),
      header: seldom<Record<string, string>>(6, {}, fc.constantFrom(...headers)),
      more: hasBody ? additions(loot, route.path) : fc.constant([]),
      whole: hasBody
        ? seldom<string | Uint8Array<ArrayBuffer> | null>(12, null, rubbish)
        : fc.constant("q=1"),
    })
    .map(({ method, link, form, part, strange, query, type, header, more, whole }) => {
      const asked = query === null ? "" : `?${new URLSearchParams([query.map(wellFormed)])}`;
      const fields = [...form.pairs, ...more].map(([name, value]) => [name, value]);
      const path = route.path.replace(":link", link).replace(/:\w+/, part ?? (form.part || "x"));
      return {
        method,
        path: path + strange + asked,
        headers: { "content-type": type, ...header },
        body: ["GET", "HEAD"].includes(method) ? null : (whole ?? new URLSearchParams(fields).toString()),
      };
    });
};
