// What stands in a mail: the study's text, the link, and every way out, in plain and in laid-out form.
import { expect, test } from "vitest";
import { languageCodes } from "../language/language-code.ts";
import type { StudyDefinition } from "../study/study.ts";
import type { StudyText } from "../study/study-texts.ts";
import { outgoingMail } from "./outgoing-mail.ts";
import { writeSignInMail } from "./sign-in-mail.ts";
import { type SurveyMail, writeSurveyMail } from "./survey-mail.ts";
import { plainForm } from "./written-mail.ts";

const text: StudyText = {
  subject: "Questions from {study}",
  paragraphs: ["Dear {name},\nplease answer until {closes_on}:", "{link}", "{controller}, {contact}"],
};
const study = {
  studyId: "s",
  title: { sv: "Studien", en: "The study" },
  defaultLanguage: "en",
  linkEndsOn: "2030-12-31",
  controller: { name: "Exempel & Co", address: null },
  contact: { name: "Kim", email: "kim@example.org", phone: null },
} as unknown as StudyDefinition;
const link = "https://tidvis.example/s/abcDEF_-123";
const mail: SurveyMail = {
  sendKind: "invitation",
  study,
  texts: { invitation: text, reminder: text, link: text } as unknown as SurveyMail["texts"],
  language: "en",
  name: "Åsa <b>Öst</b>",
  link,
  closesOn: "2026-03-31",
  publicUrl: "https://tidvis.example",
};
const envelope = {
  messageId: "m1@tidvis.example",
  to: { name: "Åsa", address: "asa@example.org" },
  fromName: "The study",
  replyTo: null,
  date: new Date("2026-03-02T09:00:00Z"),
};

test.each(languageCodes)(
  "in %s: the link, until when, the ways out, the lost link page and who asks",
  (language) => {
    for (const sendKind of ["invitation", "reminder", "link"] as const) {
      const out = outgoingMail(language, writeSurveyMail({ ...mail, language, sendKind }), envelope);
      for (const form of [out.text, out.html]) {
        for (const part of [
          link,
          `${link}/decline`,
          "https://tidvis.example/lost",
          "kim@example.org",
          "2026",
        ]) {
          expect(form).toContain(part);
        }
      }
      expect(out.text).toContain("Exempel & Co");
      expect(out.html).toContain(`<html lang="${language}">`);
    }
  },
);

test("places are filled, and what a person is called cannot become markup or a header", () => {
  const out = outgoingMail("en", writeSurveyMail(mail), envelope);
  expect(out.subject).toBe("Questions from The study");
  expect(out.text).toContain("Dear Åsa <b>Öst</b>,\nplease answer until 31 March 2026:");
  expect(out.html).toContain("Åsa &lt;b&gt;Öst&lt;/b&gt;");
  expect(out.html).not.toContain("<b>Öst");
  const forged = { ...text, subject: "{name}" };
  const texts = { ...mail.texts, invitation: forged };
  expect(writeSurveyMail({ ...mail, texts, name: "A\r\nBcc: b@example.org" }).subject).not.toMatch(/[\r\n]/);
});

test("a name that looks like a place stays a name", () => {
  const written = plainForm(writeSurveyMail({ ...mail, name: "{link} {code}" }));
  expect(written).toContain("Dear {link} {code},");
});

test("a text that forgot the link has it all the same", () => {
  const texts = { ...mail.texts, invitation: { ...text, paragraphs: ["Hello"] } };
  expect(plainForm(writeSurveyMail({ ...mail, texts }))).toContain(`\n${link}\n`);
});

test("a link within a sentence stays there", () => {
  const texts = { ...mail.texts, invitation: { ...text, paragraphs: ["Go to {link} today."] } };
  expect(plainForm(writeSurveyMail({ ...mail, texts }))).toContain(`Go to ${link} today.`);
});

test("R8 nothing is fetched from anywhere, no picture counts who opens the mail", () => {
  const { html } = outgoingMail("en", writeSurveyMail(mail), envelope);
  expect(html).not.toMatch(/<img|<script|<link|@import|url\(/);
  const leadsTo = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map((match) => new URL(match[1]!).host);
  expect(new Set(leadsTo)).toEqual(new Set(["tidvis.example"]));
});

test("R2 mail programs are shown a page where one can say no, and no address that says no by itself", () => {
  const { headers } = outgoingMail("en", writeSurveyMail(mail), {
    ...envelope,
    unsubscribe: `${link}/decline`,
  });
  expect(headers["List-Unsubscribe"]).toBe(`<${link}/decline>`);
  expect(headers).not.toHaveProperty("List-Unsubscribe-Post");
  expect(headers["Auto-Submitted"]).toBe("auto-generated");
});

test.each(languageCodes)("the sign-in mail in %s holds its link and nothing else to follow", (language) => {
  const out = outgoingMail(language, writeSignInMail(language, "https://tidvis.example/sign-in/t"), envelope);
  expect(out.text).toContain("https://tidvis.example/sign-in/t\n");
  expect(out.text.match(/https?:/g)).toHaveLength(1);
  expect(out.text).toContain("15");
});
