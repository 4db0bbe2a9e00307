// A study folder is read whole, and everything that is wrong in it is said at once.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageCodes } from "../language/language-code.ts";
import { findingInWords } from "./finding-words.ts";
import { checkStudyFolder } from "./study-folder.ts";

const text = (subject: string, ...paragraphs: string[]) => ({ subject, paragraphs });
const texts = {
  invitation: text("Five questions", "Dear {name}, please answer: {link}", "Until {closes_on}."),
  reminder: text("A reminder", "Dear {name}: {link}"),
  link: text("Your link", "Here it is: {link}"),
  thanks: text("Thank you", "Your answers are in."),
  letter: text("Five questions", "Go to {link} and type {code}."),
  privacyNotice: text("Privacy", "{controller} decides, ask {contact}, until {link_ends_on}."),
};
const declared = () => ({
  studyId: "small-study",
  title: { sv: "Liten", en: "Small" },
  country: "SE",
  roles: [
    {
      role: "politician",
      label: {
        sv: { singular: "politiker", plural: "politiker" },
        en: { singular: "politician", plural: "politicians" },
      },
    },
  ],
  languages: ["sv", "en"],
  defaultLanguage: "sv",
  privacyMode: "confidential",
  linkEndsOn: "2030-12-31",
  controller: { name: "Exempel" },
  contact: { name: "Kim", email: "kim@example.org" },
});
const instrument = {
  title: { sv: "Frågor", en: "Questions" },
  pages: [
    {
      name: "one",
      elements: [
        {
          type: "radiogroup",
          name: "q1",
          title: { sv: "Hur går det?", en: "How is it?" },
          choices: [
            { value: 1, text: { sv: "Bra", en: "Well" } },
            { value: 2, text: { sv: "Illa", en: "Badly" } },
          ],
        },
      ],
    },
  ],
};
const sound = (): Record<string, string> => ({
  "study.json": JSON.stringify(declared()),
  "texts/sv.json": JSON.stringify(texts),
  "texts/en.json": JSON.stringify(texts),
  "instrument-1.json": JSON.stringify(instrument),
});
const check = (files: Record<string, string>, name: string | null = null) =>
  checkStudyFolder(new Map(Object.entries(files)), name);
const said = (files: Record<string, string>) =>
  check(files).findings.map((finding) => `${finding.severity} ${findingInWords(finding, "en")}`);
const withStudy = (change: (study: Record<string, unknown>) => void) => {
  const study: Record<string, unknown> = declared();
  change(study);
  return { ...sound(), "study.json": JSON.stringify(study) };
};

describe("a sound folder", () => {
  test("gives the study with the rules for what is not said", () => {
    const checked = check(sound(), "small-study");
    expect(checked.findings).toEqual([]);
    expect(checked).toMatchObject({
      kind: "sound",
      folder: {
        definition: {
          studyId: "small-study",
          timeZone: "Europe/Stockholm",
          minimumBase: 5,
          silentDisposition: "2.2",
          onePersonTwoRoles: false,
          controller: { name: "Exempel", address: null },
        },
        analysis: null,
      },
    });
    if (checked.kind !== "sound") return;
    expect(
      checked.folder.instruments.map(({ version, instrument: made }) => [version, made.languages]),
    ).toEqual([[1, ["sv", "en"]]]);
    expect(checked.folder.texts.en?.letter.paragraphs).toEqual(["Go to {link} and type {code}."]);
  });

  test("may be saved with a byte order mark", () => {
    expect(check({ ...sound(), "study.json": `\uFEFF${JSON.stringify(declared())}` }).kind).toBe("sound");
  });

  test("keeps the plans for analysis as they stand", () => {
    const checked = check({ ...sound(), "analysis.json": '{"items":[{"id":"q1"}],"level":0.95}' });
    expect(checked).toMatchObject({ folder: { analysis: { items: [{ id: "q1" }], level: 0.95 } } });
  });

  test("is only warned of when its name is not the study's", () => {
    const checked = check(sound(), "another-name");
    expect(checked.kind).toBe("sound");
    expect(checked.findings).toMatchObject([{ severity: "warning", reason: { kind: "folder-name" } }]);
  });
});

describe("a faulty folder", () => {
  test("says all that is wrong in study.json, each with its field and what to do", () => {
    const findings = said(
      withStudy((study) => {
        study.studyId = "Stor Studie";
        study.title = { sv: "Liten" };
        study.roles = [
          { role: "politician", label: { sv: { singular: "politiker", plural: "" }, en: "politician" } },
          { role: "politician", label: declared().roles[0]?.label },
        ];
        study.minimumBase = 2;
        study.linkEndsOn = "2030-02-30";
        study.silentDisposition = "2.1";
        study.timeZone = "Mars/Olympus";
        study.contact = { name: "Kim", email: "kim at example" };
        study.minimumbase = 7;
        delete study.controller;
      }),
    );
    expect(findings.sort()).toEqual(
      [
        "warning study.json: “minimumbase” is not read. Check the spelling or take it away.",
        "error study.json, studyId: “Stor Studie” cannot be a name of a study. Use 2 to 60 small letters a–z, digits and hyphens.",
        "error study.json, title.en: This is missing. Add it.",
        "error study.json, timeZone: “Mars/Olympus” is not a time zone. Write for example Europe/Stockholm or Europe/Oslo.",
        "error study.json, roles[0].label.sv.plural: This is empty. Fill it in.",
        "error study.json, roles[0].label.en: This must be a group of fields in curly brackets.",
        "error study.json, roles[1].role: “politician” stands here twice. Keep one of them.",
        "error study.json, minimumBase: “2” cannot be used here. Give a whole number from 3 to 100.",
        "error study.json, silentDisposition: “2.1” cannot be used here. Use one of: 2.2, 3.19.",
        "error study.json, linkEndsOn: “2030-02-30” is not a date. Write year-month-day, for example 2030-12-31.",
        "error study.json, controller: This is missing. Add it.",
        "error study.json, contact.email: “kim at example” is not an e-mail address.",
      ].sort(),
    );
  });

  test("is refused in anonymous mode, in one clear line", () => {
    const findings = said(
      withStudy((study) => {
        study.privacyMode = "anonymous";
      }),
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^error study\.json, privacyMode: Anonymous studies cannot be run yet\./);
  });

  test("is told which texts and languages are missing", () => {
    const { "texts/en.json": _gone, ...files } = sound();
    const { reminder: _reminder, ...fewer } = texts;
    const findings = said({ ...files, "texts/sv.json": JSON.stringify(fewer) });
    expect(findings).toEqual([
      "error texts/sv.json, reminder: This is missing. Add it.",
      "error texts/en.json: This file is missing. Add it to the study folder.",
    ]);
  });

  test("is told of a mail without its link, and of places that would stay unfilled", () => {
    const broken = { ...texts, invitation: text("Hello {nam}", "No way in.", "") };
    expect(said({ ...sound(), "texts/sv.json": JSON.stringify(broken) })).toEqual([
      "error texts/sv.json, invitation.paragraphs[1]: This is empty. Fill it in.",
      "error texts/sv.json, invitation.subject: {nam} is not filled in here. These are: {name}, {study}, {link}, {closes_on}, {controller}, {contact}, {link_ends_on}.",
      expect.stringMatching(/^error texts\/sv\.json, invitation: \{link\} must stand in this text\./),
    ]);
  });

  test("names the question and the language of a missing translation", () => {
    const untranslated = structuredClone(instrument);
    untranslated.pages[0]!.elements[0]!.title = { sv: "Hur går det?" } as never;
    const checked = check({ ...sound(), "instrument-1.json": JSON.stringify(untranslated) });
    expect(checked.findings.map(({ file, path }) => `${file} ${path}`)).toEqual([
      "instrument-1.json pages[0].elements[0].title",
    ]);
  });

  test("needs a questionnaire", () => {
    const { "instrument-1.json": _gone, ...files } = sound();
    expect(check(files)).toMatchObject({ kind: "faulty", findings: [{ reason: { kind: "no-instrument" } }] });
  });

  test("is read to the end when a file is no JSON", () => {
    const kinds = check({ ...sound(), "study.json": "{", "instrument-1.json": "[}" }).findings;
    expect(kinds.map(({ file, reason }) => `${file} ${reason.kind}`)).toEqual([
      "study.json not-json",
      "instrument-1.json not-json",
    ]);
  });
});

describe("whatever stands in a folder", () => {
  test("no JSON makes the check fail, and every finding has words in every language", {
    timeout: 30_000,
  }, () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom("study.json", "texts/sv.json"), (json, file) => {
        for (const finding of check({ ...sound(), [file]: JSON.stringify(json) }).findings) {
          for (const language of languageCodes) expect(findingInWords(finding, language)).toContain(file);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("no value of a single field makes the check fail", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(declared())), fc.jsonValue(), (name, value) => {
        const { kind, findings } = check(
          withStudy((study) => {
            study[name] = value;
          }),
        );
        const hasError = findings.some(({ severity }) => severity === "error");
        expect(kind).toBe(hasError ? "faulty" : "sound");
      }),
      { numRuns: 80 },
    );
  });
});
