// Reading study.json: every field checked, everything that is wrong said at once.
import { isLanguageCode, type LanguageCode, languageCodes } from "../language/language-code.ts";
import { isCalendarDate } from "./calendar-date.ts";
import {
  choiceAt,
  type Declared,
  field,
  find,
  formedTextAt,
  listAt,
  noOtherFields,
  objectAt,
  optionalTextAt,
  shown,
  textAt,
  wholeNumberAt,
  yesNoAt,
} from "./declared-value.ts";
import type { RoleCode, RoleLabel, StudyDefinition, StudyId, StudyRole } from "./study.ts";

const studyIdForm = /^[a-z0-9][a-z0-9-]{1,59}$/;
const roleForm = /^[a-z][a-z0-9_-]{0,39}$/;
const emailForm = /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:"().]+$/;
const timeZoneOf = { SE: "Europe/Stockholm", NO: "Europe/Oslo" } as const;
const fields = [
  "studyId",
  "title",
  "country",
  "timeZone",
  "roles",
  "languages",
  "defaultLanguage",
  "privacyMode",
  "minimumBase",
  "silentDisposition",
  "linkEndsOn",
  "onePersonTwoRoles",
  "controller",
  "contact",
];

/**
 * The study that a parsed study.json declares.
 *
 * Missing fields with a rule of their own: `timeZone` is the country's, `minimumBase` 5, `silentDisposition`
 * 2.2, `onePersonTwoRoles` false. Everything else must be there.
 *
 * @returns null if anything is wrong; the findings say what
 */
export function checkStudy(at: Declared): StudyDefinition | null {
  const before = at.findings.length;
  noOtherFields(at, fields);
  const studyId = formedTextAt(field(at, "studyId"), studyIdForm, "id");
  const languages = checkLanguages(field(at, "languages"));
  const title = textInEveryLanguage(field(at, "title"), languages);
  const country = choiceAt(field(at, "country"), ["SE", "NO"] as const);
  const timeZone = checkTimeZone(field(at, "timeZone"), country);
  const roles = checkRoles(field(at, "roles"), languages);
  const defaultLanguage = choiceAt(field(at, "defaultLanguage"), languages, languages[0]);
  const privacyMode = checkPrivacyMode(field(at, "privacyMode"));
  const minimumBase = wholeNumberAt(field(at, "minimumBase"), 3, 100, 5);
  const silentDisposition = choiceAt(field(at, "silentDisposition"), ["2.2", "3.19"] as const, "2.2");
  const linkEndsOn = checkDate(field(at, "linkEndsOn"));
  const onePersonTwoRoles = yesNoAt(field(at, "onePersonTwoRoles"), false);
  const controller = checkController(field(at, "controller"));
  const contact = checkContact(field(at, "contact"));

  const isRefused = at.findings.slice(before).some((finding) => finding.severity === "error");
  if (isRefused || !studyId || !country || !timeZone || !defaultLanguage || !privacyMode) return null;
  if (!silentDisposition || !linkEndsOn || !controller || !contact) return null;
  if (minimumBase === null || onePersonTwoRoles === null) return null;
  return {
    studyId: studyId as StudyId,
    title,
    country,
    timeZone,
    roles,
    languages,
    defaultLanguage,
    privacyMode,
    minimumBase,
    silentDisposition,
    linkEndsOn,
    onePersonTwoRoles,
    controller,
    contact,
  };
}

function checkLanguages(at: Declared): LanguageCode[] {
  const languages: LanguageCode[] = [];
  for (const element of listAt(at)) {
    const language = choiceAt(element, languageCodes);
    if (language === null) continue;
    if (languages.includes(language)) find(element, { kind: "twice", value: language });
    else languages.push(language);
  }
  return languages;
}

function textInEveryLanguage(
  at: Declared,
  languages: readonly LanguageCode[],
): Partial<Record<LanguageCode, string>> {
  const texts: Partial<Record<LanguageCode, string>> = {};
  if (!isDeclaredPerLanguage(at)) return texts;
  for (const language of languages) {
    const text = textAt(field(at, language));
    if (text !== null) texts[language] = text;
  }
  return texts;
}

function isDeclaredPerLanguage(at: Declared): boolean {
  const known = objectAt(at);
  for (const key of Object.keys(known)) {
    if (!isLanguageCode(key)) find(at, { kind: "unknown-key", key: shown(key) }, "warning");
  }
  return known === at.value;
}

function checkTimeZone(at: Declared, country: "SE" | "NO" | null): string | null {
  if (at.value === undefined) return country === null ? null : timeZoneOf[country];
  const timeZone = textAt(at);
  if (timeZone === null) return null;
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return timeZone;
  } catch {
    return find(at, { kind: "bad-time-zone", value: shown(timeZone) });
  }
}

function checkRoles(at: Declared, languages: readonly LanguageCode[]): StudyRole[] {
  const roles: StudyRole[] = [];
  for (const element of listAt(at)) {
    noOtherFields(element, ["role", "label"]);
    const role = formedTextAt(field(element, "role"), roleForm, "role");
    const label = checkRoleLabel(field(element, "label"), languages);
    if (role === null) continue;
    const isTwice = roles.some((earlier) => earlier.role === role);
    if (isTwice) find(field(element, "role"), { kind: "twice", value: role });
    else roles.push({ role: role as RoleCode, label });
  }
  return roles;
}

function checkRoleLabel(
  at: Declared,
  languages: readonly LanguageCode[],
): Partial<Record<LanguageCode, RoleLabel>> {
  const labels: Partial<Record<LanguageCode, RoleLabel>> = {};
  if (!isDeclaredPerLanguage(at)) return labels;
  for (const language of languages) {
    const inLanguage = field(at, language);
    if (objectAt(inLanguage) !== inLanguage.value) continue;
    noOtherFields(inLanguage, ["singular", "plural"]);
    const singular = textAt(field(inLanguage, "singular"));
    const plural = textAt(field(inLanguage, "plural"));
    if (singular !== null && plural !== null) labels[language] = { singular, plural };
  }
  return labels;
}

function checkPrivacyMode(at: Declared): "confidential" | null {
  if (at.value === "anonymous") return find(at, { kind: "anonymous" });
  return choiceAt(at, ["confidential"] as const);
}

function checkDate(at: Declared): string | null {
  const text = textAt(at);
  if (text === null) return null;
  return isCalendarDate(text) ? text : find(at, { kind: "bad-form", value: shown(text), wanted: "date" });
}

function checkController(at: Declared): StudyDefinition["controller"] | null {
  if (objectAt(at) !== at.value) return null;
  noOtherFields(at, ["name", "address"]);
  const name = textAt(field(at, "name"));
  return name === null ? null : { name, address: optionalTextAt(field(at, "address")) };
}

function checkContact(at: Declared): StudyDefinition["contact"] | null {
  if (objectAt(at) !== at.value) return null;
  noOtherFields(at, ["name", "email", "phone"]);
  const name = textAt(field(at, "name"));
  const email = formedTextAt(field(at, "email"), emailForm, "e-mail");
  if (name === null || email === null) return null;
  return { name, email, phone: optionalTextAt(field(at, "phone")) };
}
