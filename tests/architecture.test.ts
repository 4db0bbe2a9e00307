// Holds the shape of the source: which room may know which, what each kind of file may do, and how files are named.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const source = join(root, "src");

/** Each line may import lines below it, never its own neighbours. */
const lines: readonly (readonly string[])[] = [
  ["node", "worker", "cli", "demo"],
  ["app", "config"],
  ["report", "fieldwork"],
  ["collection", "mailing", "change"],
  ["access", "disclosure"],
  ["wave"],
  ["panel"],
  ["study"],
  ["questionnaire"],
  ["registers", "statistics", "language", "web", "db"],
];
/** The entrances are one line but belong together; the look of a page needs the texts of its frame. */
const allowedNeighbours = new Set([
  "cli>demo",
  "cli>node",
  "demo>cli",
  "demo>node",
  "node>cli",
  "app>config",
  "web>language",
]);

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly name: string;
  readonly text: string;
  readonly imports: readonly { specifier: string; typeOnly: boolean }[];
}

const files: SourceFile[] = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => {
    const text = readFileSync(join(source, path), "utf8");
    const name = path.split("/").at(-1)!;
    return {
      path,
      room: path.split("/")[0]!.replace(/(\.test)?\.tsx?$/, ""),
      name,
      text,
      imports: importsOf(text),
    };
  });
const shipped = files.filter(({ name }) => !/\.test\.tsx?$/.test(name));

function importsOf(text: string): { specifier: string; typeOnly: boolean }[] {
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/gm,
  );
  return [...found].map((match) => ({ specifier: match[2] ?? match[3]!, typeOnly: match[1] !== undefined }));
}

function roomOf(file: SourceFile, specifier: string): string | null {
  if (!specifier.startsWith(".")) return null;
  const path = relative(source, join(source, dirname(file.path), specifier));
  return path.startsWith("..") ? null : path.split("/")[0]!.replace(/\.(tsx?|json|css)$/, "");
}

const lineOf = (room: string) => lines.findIndex((line) => line.includes(room));
const offences = (found: readonly string[]) => expect(found.join("\n")).toBe("");

describe("the rooms", () => {
  test("are all in the order of lines", () => {
    offences([...new Set(files.map(({ room }) => room))].filter((room) => lineOf(room) === -1));
  });

  test("import only downwards", () => {
    offences(
      files.flatMap((file) =>
        file.imports.flatMap(({ specifier }) => {
          const target = roomOf(file, specifier);
          if (target === null || target === file.room) return [];
          if (allowedNeighbours.has(`${file.room}>${target}`)) return [];
          return lineOf(target) > lineOf(file.room) ? [] : [`${file.path} imports ${specifier}`];
        }),
      ),
    );
  });
});

describe("outside libraries have one door each", () => {
  const doors: Record<string, RegExp> = {
    "survey-core": /^questionnaire\/(survey-model|survey-parser)\.ts$|^questionnaire\/.*\.test\.tsx?$/,
    jose: /^access\/(session|sealing)(\.test)?\.ts$/,
    postgres: /^db\/connect-postgres\.ts$/,
    "@electric-sql/pglite": /^db\/connect-pglite\.ts$/,
    nodemailer: /^mailing\/smtp-mail-transport\.ts$/,
    linkedom: /^(demo\/form-browser\.ts|report\/|questionnaire\/.*\.test|collection\/.*\.test|web\/.*\.test)/,
    "@observablehq/plot": /^report\//,
    commander: /^(cli|cli\/.*)\.ts$/,
    highs: /^disclosure\/linear-program\.ts$/,
  };
  test.each(Object.entries(doors))("%s", (library, door) => {
    offences(
      files
        .filter(
          ({ path, imports }) =>
            !door.test(path) &&
            imports.some(({ specifier }) => specifier === library || specifier.startsWith(`${library}/`)),
        )
        .map(({ path }) => path),
    );
  });
});

/** A file that reads or writes the database, the network or the disk; everything else in a room is pure or a use case. */
const isStore = (file: SourceFile) => /-(store|data)\.ts$/.test(file.name);
const plumbing = new Set(["db", "node", "worker", "cli", "app", "demo"]);

describe("each kind of file keeps to its part", () => {
  test("SQL stands only in stores", () => {
    offences(
      shipped
        .filter((file) => !isStore(file) && !plumbing.has(file.room))
        .filter(({ text }) => /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`/.test(text))
        .map(({ path }) => path),
    );
  });

  test("nothing but the entrances reads the clock or draws at random", () => {
    offences(
      shipped
        .filter((file) => !["node", "worker", "cli", "demo"].includes(file.room))
        .filter(({ text }) =>
          /new Date\(\)|Date\.now\(\)|Math\.random\(|randomUUID\(|getRandomValues\(/.test(
            text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ""),
          ),
        )
        .map(({ path }) => path),
    );
  });

  test("pages know no store, no use case and no request", () => {
    offences(
      shipped
        .filter(({ path }) => /\/pages\//.test(path))
        .flatMap((file) =>
          file.imports
            .filter(
              ({ specifier, typeOnly }) =>
                !typeOnly &&
                (/-store\.ts$|-data\.ts$|\/routes\.tsx?$/.test(specifier) || specifier === "kysely"),
            )
            .map(({ specifier }) => `${file.path} imports ${specifier}`),
        ),
    );
  });

  test("only disclosure makes a protected table", () => {
    offences(
      shipped
        .filter(
          ({ path, text }) =>
            path !== "disclosure/protect-table.ts" && /as (unknown as )?ProtectedTable\b/.test(text),
        )
        .map(({ path }) => path),
    );
  });

  test("only the ledger gives back a table that was kept, and only disclosure sees counts before they are protected", () => {
    const recalls = /\brecallTable\b/;
    const raw = /from "[^"]*disclosure\/table\.ts"/;
    offences(
      shipped
        .filter(
          ({ path, room, text }) =>
            (recalls.test(text) && room !== "disclosure") ||
            (raw.test(text) && room !== "disclosure" && !/^report\/(tables\/|publish-needed\.ts)/.test(path)),
        )
        .map(({ path }) => path),
    );
  });

  test("markup as text leaves the service at one place", () => {
    offences(
      shipped
        .filter(
          ({ path, text }) =>
            !path.startsWith("web/") &&
            !path.startsWith("report/chart") &&
            /dangerouslySetInnerHTML|\braw\(/.test(text),
        )
        .map(({ path }) => path),
    );
  });
});

/** The data model is one file on purpose: whoever asks what the database looks like reads it from top to bottom. */
const readInOneSitting = new Set(["db/schema.ts"]);

describe("names", () => {
  test("say what a file is about", () => {
    offences(
      files
        .filter(({ path }) =>
          /(^|\/)(utils?|helpers?|common|misc|lib|types|constants|services?|managers?)(\/|\.tsx?$)/.test(
            path,
          ),
        )
        .map(({ path }) => path),
    );
  });

  test("are in kebab case", () => {
    offences(
      files
        .filter(({ name }) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.css)?\.tsx?$/.test(name))
        .map(({ path }) => path),
    );
  });

  test("files stay under 300 lines and open by saying what they are", () => {
    offences(
      shipped.flatMap(({ path, text }) => [
        ...(text.split("\n").length > 301 && !readInOneSitting.has(path)
          ? [`${path} has ${text.split("\n").length} lines`]
          : []),
        ...(/^(#!.*\n)?\s*(\/\/|\/\*\*?)/.test(text) ? [] : [`${path} opens without saying what it is`]),
      ]),
    );
  });

  test("are exported one by one, never as default", () => {
    offences(
      shipped
        .filter(({ path, text }) => path !== "worker.ts" && /^export default/m.test(text))
        .map(({ path }) => path),
    );
  });
});
