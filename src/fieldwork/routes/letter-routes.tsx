// Addresses of printing letters in a wave, and of adding somebody to it.
import { type Context, Hono } from "hono";
import { openContacts } from "../../mailing/plan-send.ts";
import { writeContact } from "../../mailing/survey-mail.ts";
import type { MemberId } from "../../panel/member.ts";
import { roleLabel, studyTitle } from "../../study/study.ts";
import { findStudyTexts } from "../../study/study-store.ts";
import { fillText } from "../../study/study-texts.ts";
import { listCases, listEventsOfWave } from "../../wave/case-store.ts";
import type { Wave } from "../../wave/wave.ts";
import { nonceOf } from "../../web/security-headers.ts";
import { addToWave, missingFromWave } from "../add-to-wave.ts";
import type { FieldworkDeps } from "../fieldwork-deps.ts";
import { isLetter } from "../invited-status.ts";
import { leadTexts } from "../lead-texts.ts";
import { alphabetical, municipalityName } from "../municipality-names.ts";
import { AddPage } from "../pages/add-page.tsx";
import { type LetterSheet, LetterSheetsPage } from "../pages/letter-sheets-page.tsx";
import { LettersPage } from "../pages/letters-page.tsx";
import { getsLetter, type Letter, printLetters, type WhichLetters } from "../print-letters.ts";
import { written } from "../written.ts";
import { type LeadEnv, type LeadRequest, postedForm } from "./lead-request.ts";
import { outcomeOf } from "./outcome.ts";
import { caseOfAddress, hrefOf, waveCrumbs, waveOfAddress } from "./wave-of-address.ts";

/** Mount at "/lead/:study/waves/:wave". */
export function letterRoutes(deps: FieldworkDeps): Hono<LeadEnv> {
  const routes = new Hono<LeadEnv>();

  routes.get("/letters", async (c) => {
    const lead = c.get("lead");
    const { study, language, texts } = lead;
    const wave = await waveOfAddress(deps, c);
    if (wave === null || wave.state === "planned") return c.notFound();
    const cases = await listCases(deps.db, study.studyId, wave.waveNumber);
    const events = await listEventsOfWave(deps.db, study.studyId, wave.waveNumber);
    const memberIds = cases.map(({ memberId }) => memberId);
    const contacts = await openContacts(deps.db, deps.vault, study.studyId, memberIds);
    const people = cases.flatMap((surveyCase) => {
      const contact = contacts.get(surveyCase.memberId);
      if (!contact || contact.email !== null) return [];
      const ofCase = events.get(surveyCase.caseId) ?? [];
      const printedAt = ofCase.findLast(isLetter)?.at ?? null;
      const isDue = getsLetter({ surveyCase, events: ofCase, hasEmail: false }, "new");
      if (printedAt === null && !isDue) return [];
      return [
        {
          name: contact.name,
          role: roleLabel(study, surveyCase.role, language).singular,
          municipality: municipalityName(study, surveyCase.municipality, wave.referenceDate),
          printedAt,
        },
      ];
    });
    return c.html(
      <LettersPage
        frame={lead.frame}
        crumbs={waveCrumbs(lead, wave)}
        outcome={outcomeOf(c, lead)}
        people={people}
        isOpen={wave.state === "open"}
        action={`${hrefOf(lead, wave)}/letters`}
        backHref={hrefOf(lead, wave)}
        texts={texts.mail}
        fieldworkTexts={texts.fieldwork}
        written={lead.written}
      />,
    );
  });

  const showLetters = async (c: Context<LeadEnv>, wave: Wave, which: WhichLetters, backHref: string) => {
    const lead = c.get("lead");
    const { study, now } = lead;
    const actor = lead.staff.staffId;
    const printed = await printLetters(deps, { study, wave, which, actor, now });
    if (printed.kind !== "printed") return c.redirect(`${hrefOf(lead, wave)}?done=notOpen`, 303);
    if (printed.letters.length === 0) return c.redirect(`${backHref}?done=noLetters`, 303);
    return c.html(
      <LetterSheetsPage
        frame={{ ...lead.frame, languages: [] }}
        crumbs={waveCrumbs(lead, wave, {
          href: `${hrefOf(lead, wave)}/letters`,
          label: lead.texts.mail.letters.title,
        })}
        nonce={nonceOf(c)}
        letters={await Promise.all(printed.letters.map((letter) => sheetOf(deps, lead, wave, letter)))}
        texts={lead.texts.mail}
      />,
    );
  };

  routes.post("/letters", async (c) => {
    const wave = await waveOfAddress(deps, c);
    if (wave === null) return c.notFound();
    const which = (await postedForm(c))("which") === "reminder" ? "reminder" : "new";
    return showLetters(c, wave, which, `${hrefOf(c.get("lead"), wave)}/letters`);
  });

  routes.post("/people/:case/letter", async (c) => {
    const wave = await waveOfAddress(deps, c);
    const surveyCase = wave === null ? null : await caseOfAddress(deps, c, wave);
    if (wave === null || surveyCase === null) return c.notFound();
    const { caseId } = surveyCase;
    return showLetters(c, wave, { caseIds: [caseId] }, `${hrefOf(c.get("lead"), wave)}/people/${caseId}`);
  });

  const showAdding = async (c: Context<LeadEnv>, wave: Wave, chosen: string, problem: string | null) => {
    const lead = c.get("lead");
    const { study, language } = lead;
    const missing = await missingFromWave(deps.db, study, wave, lead.now);
    const memberIds = missing.map(({ memberId }) => memberId);
    const contacts = await openContacts(deps.db, deps.vault, study.studyId, memberIds);
    const compare = alphabetical(study);
    const people = missing
      .map((member) => ({
        value: member.memberId,
        label: contacts.get(member.memberId)?.name ?? member.memberId,
        hint: `${roleLabel(study, member.role, language).singular}, ${municipalityName(study, member.municipality, wave.referenceDate)}`,
      }))
      .sort((a, b) => compare(a.label, b.label));
    return c.html(
      <AddPage
        frame={lead.frame}
        crumbs={waveCrumbs(lead, wave)}
        action={`${hrefOf(lead, wave)}/add`}
        people={people}
        chosen={chosen}
        problems={problem === null ? [] : [{ field: "member", message: problem }]}
        addPersonHref={`${lead.base}/people/add`}
        texts={lead.texts.mail}
        fieldworkTexts={lead.texts.fieldwork}
      />,
      problem === null ? 200 : 422,
    );
  };

  routes.get("/add", async (c) => {
    const lead = c.get("lead");
    const wave = await waveOfAddress(deps, c);
    if (wave === null) return c.notFound();
    if (wave.state !== "open") return c.redirect(`${hrefOf(lead, wave)}?done=notOpen`, 303);
    return showAdding(c, wave, c.req.query("member") ?? "", null);
  });

  routes.post("/add", async (c) => {
    const lead = c.get("lead");
    const wave = await waveOfAddress(deps, c);
    if (wave === null) return c.notFound();
    const memberId = (await postedForm(c))("member") as MemberId;
    const said = lead.texts.mail.add;
    if (memberId === "") return showAdding(c, wave, "", said.problem);
    const { studyId, waveNumber } = wave;
    const { randomBytes } = deps;
    const actor = lead.staff.staffId;
    const added = await addToWave(deps.db, {
      studyId,
      waveNumber,
      memberId,
      actor,
      now: lead.now,
      randomBytes,
    });
    switch (added.kind) {
      case "added":
      case "already-in-wave":
        return c.redirect(`${hrefOf(lead, wave)}/people/${added.surveyCase.caseId}?done=added`, 303);
      case "wave-not-open":
        return c.redirect(`${hrefOf(lead, wave)}?done=notOpen`, 303);
      case "no-seat":
        return showAdding(c, wave, memberId, said.refused.noSeat);
      case "declined-further-waves":
        return showAdding(c, wave, memberId, said.refused.declined);
      case "municipality-divided":
        return showAdding(c, wave, memberId, said.refused.divided);
    }
  });

  return routes;
}

/** The study's letter in the person's language, with the places filled. */
async function sheetOf(
  { db, publicUrl }: FieldworkDeps,
  { study }: LeadRequest,
  wave: Wave,
  letter: Letter,
): Promise<LetterSheet> {
  const { language, name, code } = letter;
  const { day } = written(language, study.timeZone);
  const typedAddress = `${publicUrl.replace(/^https?:\/\//, "")}/code`;
  const text = (await findStudyTexts(db, study.studyId, language))!.letter;
  const fill = (part: string) =>
    fillText(part, {
      name,
      code,
      study: studyTitle(study, language),
      link: typedAddress,
      closes_on: day(wave.closesOn),
      link_ends_on: day(study.linkEndsOn),
      controller: study.controller.name,
      contact: writeContact(study.contact),
    });
  const { codeLabel, qrLabel } = leadTexts(language).mail.letters;
  return {
    languageCode: language,
    subject: fill(text.subject),
    paragraphs: text.paragraphs.map(fill),
    link: `${publicUrl}/s/${letter.linkToken}`,
    code,
    words: { codeLabel, qrLabel },
  };
}
