// Addresses of the people in a wave: the list, helping one of them, and adding somebody.
import { type Context, Hono } from "hono";
import { languageNames } from "../../access/staff-language.ts";
import { readMailOfWave } from "../../mailing/mail-figures-data.ts";
import { openContacts } from "../../mailing/plan-send.ts";
import { requestSend } from "../../mailing/request-send.ts";
import type { MemberId } from "../../panel/member.ts";
import { readMember } from "../../panel/read-panel.ts";
import { roleLabel } from "../../study/study.ts";
import type { SurveyCase } from "../../wave/case.ts";
import type { CaseEvent } from "../../wave/case-event.ts";
import { listCaseEvents, listCases, listEventsOfWave } from "../../wave/case-store.ts";
import type { Wave } from "../../wave/wave.ts";
import { correctAddress } from "../correct-address.ts";
import type { FieldworkDeps } from "../fieldwork-deps.ts";
import { type InvitedStatus, invitedStatus, isLetter } from "../invited-status.ts";
import { alphabetical, municipalityName } from "../municipality-names.ts";
import { type InvitedChoice, InvitedPage, invitedChoices } from "../pages/invited-pages.tsx";
import { InvitedPersonPage, type MailHappening } from "../pages/invited-person-page.tsx";
import { recordRefusal } from "../record-refusal.ts";
import { type LeadEnv, type LeadRequest, postedForm } from "./lead-request.ts";
import { outcomeOf } from "./outcome.ts";
import { caseOfAddress, hrefOf, waveCrumbs, waveOfAddress } from "./wave-of-address.ts";

const noMail = { hasEmail: false, isWaiting: false, isUncertain: false };

/** Mount at "/lead/:study/waves/:wave". */
export function invitedRoutes(deps: FieldworkDeps): Hono<LeadEnv> {
  const routes = new Hono<LeadEnv>();

  routes.get("/people", async (c) => {
    const lead = c.get("lead");
    const wave = await waveOfAddress(deps, c);
    if (wave === null || wave.state === "planned") return c.notFound();
    const choice = invitedChoices.find((candidate) => candidate === c.req.query("show")) ?? "all";
    const search = (c.req.query("q") ?? "").slice(0, 100);
    const people = (await invitedPeople(deps, lead, wave)).filter(
      (person) => isWanted(choice, person.status) && fits(search, person),
    );
    const href = `${hrefOf(lead, wave)}/people`;
    return c.html(
      <InvitedPage
        frame={lead.frame}
        crumbs={waveCrumbs(lead, wave)}
        view={{ search, choice, people, href }}
        texts={lead.texts.mail}
      />,
    );
  });

  const showPerson = async (
    c: Context<LeadEnv>,
    wave: Wave,
    surveyCase: SurveyCase,
    tried: { readonly email: string; readonly problem: string } | null,
  ) => {
    const lead = c.get("lead");
    const { study, language, texts } = lead;
    const href = `${hrefOf(lead, wave)}/people`;
    const person = await readMember(deps.db, deps.vault, study.studyId, surveyCase.memberId);
    const { studyId, waveNumber } = wave;
    const mail = (await readMailOfWave(deps.db, { studyId, waveNumber, now: lead.now })).get(
      surveyCase.caseId,
    );
    const events = await listCaseEvents(deps.db, study.studyId, surveyCase.caseId);
    const own = `${href}/${surveyCase.caseId}`;
    return c.html(
      <InvitedPersonPage
        frame={lead.frame}
        crumbs={waveCrumbs(lead, wave, { href, label: texts.mail.invited.title })}
        outcome={outcomeOf(c, lead)}
        view={{
          name: person?.contact?.name ?? null,
          role: roleLabel(study, surveyCase.role, language).singular,
          municipality: municipalityName(study, surveyCase.municipality, wave.referenceDate),
          email: person?.contact?.email ?? null,
          phone: person?.contact?.phone ?? null,
          language: languageNames[person?.language ?? surveyCase.language],
          status: invitedStatus(events, mail ?? noMail),
          happenings: happeningsOf(events),
          isOpen: wave.state === "open",
          canContact: person?.contact != null,
          memberHref: `${lead.base}/people/${encodeURIComponent(surveyCase.memberId)}`,
          actions: {
            resend: `${own}/resend`,
            correct: `${own}/address`,
            refusal: `${own}/refusal`,
            letter: `${own}/letter`,
          },
        }}
        typedEmail={tried?.email ?? null}
        problems={tried === null ? [] : [{ field: "email", message: tried.problem }]}
        texts={texts.mail}
        fieldworkTexts={texts.fieldwork}
        written={lead.written}
      />,
      tried === null ? 200 : 422,
    );
  };

  routes.get("/people/:case", async (c) => {
    const wave = await waveOfAddress(deps, c);
    const surveyCase = wave === null ? null : await caseOfAddress(deps, c, wave);
    if (wave === null || surveyCase === null) return c.notFound();
    return showPerson(c, wave, surveyCase, null);
  });

  routes.post("/people/:case/resend", async (c) => {
    const lead = c.get("lead");
    const wave = await waveOfAddress(deps, c);
    const surveyCase = wave === null ? null : await caseOfAddress(deps, c, wave);
    if (wave === null || surveyCase === null) return c.notFound();
    const { studyId, waveNumber } = wave;
    const sent = await requestSend(deps.db, {
      studyId,
      waveNumber,
      kind: "link",
      caseIds: [surveyCase.caseId],
      actor: lead.staff.staffId,
      now: lead.now,
      randomBytes: deps.randomBytes,
    });
    if (sent.kind === "queued") deps.wakeMailer();
    const hasNoEmail = sent.kind === "nobody" && sent.plan.leftOut[0]?.reason === "no-email";
    const done =
      sent.kind === "queued"
        ? "resent"
        : sent.kind === "wave-not-open"
          ? "notOpen"
          : hasNoEmail
            ? "noEmail"
            : "notDue";
    return c.redirect(`${hrefOf(lead, wave)}/people/${surveyCase.caseId}?done=${done}`, 303);
  });

  routes.post("/people/:case/address", async (c) => {
    const lead = c.get("lead");
    const wave = await waveOfAddress(deps, c);
    const surveyCase = wave === null ? null : await caseOfAddress(deps, c, wave);
    if (wave === null || surveyCase === null) return c.notFound();
    const field = await postedForm(c);
    const email = field("email");
    const { memberId } = surveyCase;
    const { studyId } = wave;
    const said = lead.texts.mail.errors;
    const again = (problem: string) => showPerson(c, wave, surveyCase, { email, problem });
    const before = (await readMember(deps.db, deps.vault, studyId, memberId))?.contact;
    if (wave.state !== "open" || !before) {
      return c.redirect(`${hrefOf(lead, wave)}/people/${surveyCase.caseId}?done=notOpen`, 303);
    }
    if (email === "") return again(said.email);
    const by = { actor: lead.staff.staffId, now: lead.now };
    const { randomBytes } = deps;
    const corrected = await correctAddress(deps.db, deps.vault, {
      studyId,
      memberId,
      contact: { ...before, email },
      isAddressShared: field("shared") === "yes",
      ...by,
      randomBytes,
    });
    switch (corrected.kind) {
      case "corrected": {
        if (corrected.queued > 0) deps.wakeMailer();
        const done = corrected.isNewAddress ? "corrected" : "saved";
        return c.redirect(`${hrefOf(lead, wave)}/people/${surveyCase.caseId}?done=${done}`, 303);
      }
      case "unchanged":
        return again(said.unchanged);
      case "unknown-member":
        return c.notFound();
      case "invalid-contact":
        return again(said.email);
      case "shared-address":
        return again(said.taken);
    }
  });

  routes.post("/people/:case/refusal", async (c) => {
    const lead = c.get("lead");
    const wave = await waveOfAddress(deps, c);
    const surveyCase = wave === null ? null : await caseOfAddress(deps, c, wave);
    if (wave === null || surveyCase === null) return c.notFound();
    const field = await postedForm(c);
    const recorded = await recordRefusal(deps.db, {
      surveyCase,
      isForLaterWavesToo: field("further") === "yes",
      actor: lead.staff.staffId,
      now: lead.now,
    });
    const done = recorded.kind === "recorded" ? "declined" : "notOpen";
    return c.redirect(`${hrefOf(lead, wave)}/people/${surveyCase.caseId}?done=${done}`, 303);
  });

  return routes;
}

async function invitedPeople({ db, vault }: FieldworkDeps, lead: LeadRequest, wave: Wave) {
  const { study, language, now } = lead;
  const { studyId, waveNumber } = wave;
  const cases = await listCases(db, studyId, waveNumber);
  const memberIds: MemberId[] = cases.map(({ memberId }) => memberId);
  const contacts = await openContacts(db, vault, studyId, memberIds);
  const mailOf = await readMailOfWave(db, { studyId, waveNumber, now });
  const events = await listEventsOfWave(db, studyId, waveNumber);
  const compare = alphabetical(study);
  return cases
    .map((one) => ({
      href: `${hrefOf(lead, wave)}/people/${one.caseId}`,
      name: contacts.get(one.memberId)?.name ?? null,
      role: roleLabel(study, one.role, language).singular,
      municipality: municipalityName(study, one.municipality, wave.referenceDate),
      status: invitedStatus(events.get(one.caseId) ?? [], mailOf.get(one.caseId) ?? noMail),
    }))
    .sort(
      (a, b) =>
        compare(a.municipality, b.municipality) ||
        compare(a.role, b.role) ||
        compare(a.name ?? "\uffff", b.name ?? "\uffff"),
    );
}

function isWanted(choice: InvitedChoice, status: InvitedStatus): boolean {
  if (choice === "all") return true;
  if (choice === "left") return status === "left" || status === "not_me";
  if (choice === "no-email") return status === "no-email" || status === "letter";
  return choice === status;
}

function fits(
  search: string,
  person: { readonly name: string | null; readonly municipality: string },
): boolean {
  const text = search.normalize("NFC").toLowerCase().trim();
  return [person.name ?? "", person.municipality].some((field) =>
    field.normalize("NFC").toLowerCase().includes(text),
  );
}

function happeningsOf(events: readonly CaseEvent[]): MailHappening[] {
  const kinds: Partial<Record<CaseEvent["kind"], MailHappening["what"]>> = {
    invitation_handed_over: "invitation",
    reminder_handed_over: "reminder",
    link_handed_over: "link",
    mail_refused: "refused",
  };
  return events
    .flatMap((event): MailHappening[] => {
      const what = isLetter(event) ? "letter" : kinds[event.kind];
      return what === undefined ? [] : [{ at: event.at, what }];
    })
    .reverse();
}
