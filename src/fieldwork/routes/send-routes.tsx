// Addresses of sending in a wave: seeing exactly who gets what, and putting it in line.
import { type Context, Hono } from "hono";
import { languageNames } from "../../access/staff-language.ts";
import type { LanguageCode } from "../../language/language-code.ts";
import { listSends } from "../../mailing/mail-figures-data.ts";
import { openContacts, planSend } from "../../mailing/plan-send.ts";
import { requestSend } from "../../mailing/request-send.ts";
import type { SendPlan } from "../../mailing/send-plan.ts";
import { writeSurveyMail } from "../../mailing/survey-mail.ts";
import { roleLabel } from "../../study/study.ts";
import { findStudyTexts } from "../../study/study-store.ts";
import type { Wave } from "../../wave/wave.ts";
import type { FieldworkDeps } from "../fieldwork-deps.ts";
import { municipalityName } from "../municipality-names.ts";
import { type MailExample, SendPage } from "../pages/send-page.tsx";
import { type LeadEnv, type LeadRequest, postedForm } from "./lead-request.ts";
import { hrefOf, waveCrumbs, waveOfAddress } from "./wave-of-address.ts";

type Sendable = "invitation" | "reminder";

const kindFrom = (text: string | undefined): Sendable => (text === "reminder" ? "reminder" : "invitation");

/** Mount at "/lead/:study/waves/:wave". */
export function sendRoutes(deps: FieldworkDeps): Hono<LeadEnv> {
  const routes = new Hono<LeadEnv>();

  const showPlan = async (c: Context<LeadEnv>, wave: Wave, plan: SendPlan, hasChanged: boolean) => {
    const lead = c.get("lead");
    const { study, language, texts } = lead;
    const { recipients, fingerprint } = plan;
    const kind = kindFrom(plan.sendKind);
    const href = hrefOf(lead, wave);
    const contacts = await openContacts(
      deps.db,
      deps.vault,
      study.studyId,
      recipients.map(({ memberId }) => memberId),
    );
    return c.html(
      <SendPage
        frame={lead.frame}
        crumbs={waveCrumbs(lead, wave)}
        view={{
          kind,
          recipients: recipients.map((person) => ({
            name: contacts.get(person.memberId)?.name ?? null,
            role: roleLabel(study, person.role, language).singular,
            municipality: municipalityName(study, person.municipality, wave.referenceDate),
            email: contacts.get(person.memberId)?.email ?? "",
            language: languageNames[person.language],
          })),
          withoutEmail: plan.leftOut.filter(({ reason }) => reason === "no-email").length,
          lettersHref: `${href}/letters`,
          examples: await examplesOf(deps, lead, wave, plan),
          action: `${href}/send`,
          fingerprint,
          backHref: href,
          hasChanged,
          latest: kind === "reminder" ? await latestReminder(deps, lead, wave) : null,
        }}
        texts={texts.mail}
        fieldworkTexts={texts.fieldwork}
      />,
      hasChanged ? 409 : 200,
    );
  };

  routes.get("/send", async (c) => {
    const lead = c.get("lead");
    const wave = await waveOfAddress(deps, c);
    if (wave === null) return c.notFound();
    const { studyId, waveNumber } = wave;
    const kind = kindFrom(c.req.query("kind"));
    const plan = await planSend(deps.db, { studyId, waveNumber, kind, now: lead.now });
    if (plan.kind !== "plan") return c.redirect(`${hrefOf(lead, wave)}?done=notOpen`, 303);
    return showPlan(c, wave, plan, false);
  });

  routes.post("/send", async (c) => {
    const lead = c.get("lead");
    const wave = await waveOfAddress(deps, c);
    if (wave === null) return c.notFound();
    const field = await postedForm(c);
    const href = hrefOf(lead, wave);
    const sent = await requestSend(deps.db, {
      studyId: wave.studyId,
      waveNumber: wave.waveNumber,
      kind: kindFrom(field("kind")),
      fingerprint: field("fingerprint"),
      actor: lead.staff.staffId,
      now: lead.now,
      randomBytes: deps.randomBytes,
    });
    switch (sent.kind) {
      case "queued":
        deps.wakeMailer();
        return c.redirect(`${href}?done=queued&n=${sent.count}`, 303);
      case "changed":
        return showPlan(c, wave, sent.plan, true);
      case "nobody":
        return c.redirect(`${href}?done=nobody`, 303);
      case "unknown-wave":
        return c.notFound();
      case "wave-not-open":
        return c.redirect(`${href}?done=notOpen`, 303);
    }
  });

  return routes;
}

/** The mail in every language that somebody of the plan gets it in, with an example name and link. */
async function examplesOf(
  { db, publicUrl }: FieldworkDeps,
  { study, texts }: LeadRequest,
  wave: Wave,
  plan: SendPlan,
): Promise<MailExample[]> {
  const counts = new Map<LanguageCode, number>();
  for (const { language } of plan.recipients) counts.set(language, (counts.get(language) ?? 0) + 1);
  const languages = [...counts].sort(([, a], [, b]) => b - a).map(([language]) => language);
  return Promise.all(
    languages.map(async (language): Promise<MailExample> => {
      const { exampleName } = texts.mail.send;
      const mail = writeSurveyMail({
        sendKind: plan.sendKind,
        study,
        texts: (await findStudyTexts(db, study.studyId, language))!,
        language,
        name: exampleName,
        link: `${publicUrl}/s/…`,
        closesOn: wave.closesOn,
        publicUrl,
      });
      return {
        languageCode: language,
        languageName: languageNames[language],
        count: counts.get(language) ?? 0,
        subject: mail.subject,
        blocks: mail.blocks,
      };
    }),
  );
}

/** When the newest reminder of the wave was ordered, and how many mails it came to. */
async function latestReminder({ db }: FieldworkDeps, { now, written }: LeadRequest, wave: Wave) {
  const { studyId, waveNumber } = wave;
  const latest = (await listSends(db, { studyId, waveNumber, now })).find(
    ({ sendKind }) => sendKind === "reminder",
  );
  if (latest === undefined) return null;
  const { waiting, inHand, handedOver, refused, notDue, uncertain, requestedAt } = latest;
  return {
    when: written.moment(requestedAt),
    count: waiting + inHand + handedOver + refused + notDue + uncertain,
  };
}
