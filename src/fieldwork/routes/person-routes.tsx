// Addresses of one person: contact details, leaving a seat, being replaced in it, moving to another.
import { type Context, Hono } from "hono";
import { languageNames } from "../../access/staff-language.ts";
import type { MemberId } from "../../panel/member.ts";
import type { Panel, PanelPerson } from "../../panel/panel-change.ts";
import { readPanel } from "../../panel/read-panel.ts";
import { dayIn, isCalendarDate } from "../../study/calendar-date.ts";
import { roleLabel } from "../../study/study.ts";
import { listCasesOfMember } from "../../wave/case-store.ts";
import { listWaves } from "../../wave/wave-store.ts";
import type { SummaryLine } from "../../web/form.tsx";
import { missingFromWave } from "../add-to-wave.ts";
import { correctAddress } from "../correct-address.ts";
import type { FieldworkDeps } from "../fieldwork-deps.ts";
import { leaveSeat, replaceInSeat } from "../leave-seat.ts";
import { moveMember } from "../move-member.ts";
import { municipalityName } from "../municipality-names.ts";
import { type PersonAct, PersonPage, type PersonView } from "../pages/person-page.tsx";
import { type ListedPerson, listPeople } from "../people-list.ts";
import { contactProblems } from "./contact-problems.ts";
import { crumbsOf, type LeadEnv, type LeadRequest, postedForm } from "./lead-request.ts";
import { outcomeOf } from "./outcome.ts";
import { languageIn, languageOptions, roleOptions } from "./people-routes.tsx";
import { hrefOf } from "./wave-of-address.ts";

/** A person as found, with what the seats look like. */
interface FoundPerson {
  readonly person: PanelPerson;
  readonly panel: Panel;
  readonly listed: ListedPerson;
}

const fieldsOf = {
  contact: ["name", "email", "shared", "phone", "language"],
  leave: ["on"],
  replace: ["name", "email", "shared", "phone", "language", "from"],
  move: ["role", "municipality", "from"],
} as const satisfies Record<PersonAct, readonly string[]>;

type Typed = Readonly<Record<string, string>>;

/** Mount at "/lead/:study/people", after the fixed addresses there. */
export function personRoutes(deps: FieldworkDeps): Hono<LeadEnv> {
  const routes = new Hono<LeadEnv>();

  const show = async (
    c: Context<LeadEnv>,
    found: FoundPerson,
    tried: { readonly act: PersonAct; readonly form: Typed } | null,
    problems: readonly SummaryLine[],
  ) => {
    const lead = c.get("lead");
    return c.html(
      <PersonPage
        frame={lead.frame}
        crumbs={crumbsOf(lead, { href: `${lead.base}/people`, label: lead.texts.people.list.title })}
        outcome={outcomeOf(c, lead)}
        view={await viewOf(deps, lead, found)}
        tried={tried}
        problems={problems}
        texts={lead.texts.people}
        written={lead.written}
      />,
      tried === null ? 200 : 422,
    );
  };

  routes.get("/:member", async (c) => {
    const found = await personOfAddress(deps, c);
    return found === null ? c.notFound() : show(c, found, null, []);
  });

  /** What came of an act: done, with the word for its notice, or not, with what is wrong. */
  type Came =
    | { readonly done: string; readonly member?: MemberId }
    | { readonly problems: readonly SummaryLine[] };

  const onPost = (
    act: PersonAct,
    perform: (lead: LeadRequest, found: FoundPerson, form: Typed) => Promise<Came>,
  ) =>
    routes.post(`/:member/${act}`, async (c) => {
      const lead = c.get("lead");
      const found = await personOfAddress(deps, c);
      if (found === null) return c.notFound();
      const field = await postedForm(c);
      const form = Object.fromEntries(fieldsOf[act].map((name) => [name, field(`${act}-${name}`)]));
      const came = await perform(lead, found, form);
      if ("problems" in came) return show(c, found, { act, form }, came.problems);
      const member = encodeURIComponent(came.member ?? found.person.memberId);
      return c.redirect(`${lead.base}/people/${member}?done=${came.done}`, 303);
    });

  onPost("contact", async (lead, { person }, form) => {
    const said = lead.texts.people.problems;
    const language = languageIn(lead, form.language ?? "");
    if (language === null) return { problems: [{ field: "contact-language", message: said.language }] };
    const corrected = await correctAddress(deps.db, deps.vault, {
      studyId: lead.study.studyId,
      memberId: person.memberId,
      contact: contactIn(form),
      language,
      isAddressShared: form.shared === "yes",
      actor: lead.staff.staffId,
      now: lead.now,
      randomBytes: deps.randomBytes,
    });
    switch (corrected.kind) {
      case "corrected":
        if (corrected.queued > 0) deps.wakeMailer();
        return { done: corrected.queued > 0 ? "savedRenewed" : "saved" };
      case "unchanged":
        return { done: "unchanged" };
      case "unknown-member":
        return { problems: [{ field: "contact-name", message: said.other }] };
      case "invalid-contact":
        return { problems: contactProblems(corrected.problems, said, (name) => `contact-${name}`) };
      case "shared-address":
        return { problems: [{ field: "contact-email", message: said.emailTaken }] };
    }
  });

  onPost("leave", async (lead, { person }, form) => {
    const said = lead.texts.people.problems;
    const left = await leaveSeat(deps.db, deps.vault, {
      studyId: lead.study.studyId,
      memberId: person.memberId,
      lastDay: form.on ?? "",
      actor: lead.staff.staffId,
      now: lead.now,
    });
    const refused = { "bad-date": said.date, "no-seat": said.notInSeat };
    if (left.kind === "ended" || left.kind === "already-ended") return { done: "left" };
    return { problems: [{ field: "leave-on", message: refused[left.kind] }] };
  });

  onPost("replace", async (lead, { person, listed }, form) => {
    const said = lead.texts.people.problems;
    const language = languageIn(lead, form.language ?? "");
    if (language === null) return { problems: [{ field: "replace-language", message: said.language }] };
    if (listed.seat === null) return { problems: [{ field: "replace-from", message: said.notInSeat }] };
    const replaced = await replaceInSeat(deps.db, deps.vault, {
      studyId: lead.study.studyId,
      memberId: person.memberId,
      seatId: listed.seat.seatId,
      contact: contactIn(form),
      language,
      from: form.from ?? "",
      isAddressShared: form.shared === "yes",
      actor: lead.staff.staffId,
      now: lead.now,
      randomBytes: deps.randomBytes,
    });
    const onDay = (message: string): Came => ({ problems: [{ field: "replace-from", message }] });
    switch (replaced.kind) {
      case "replaced":
        return { done: "replaced", member: replaced.memberId };
      case "bad-date":
        return onDay(said.date);
      case "no-seat":
        return onDay(said.notInSeat);
      case "seat-held":
        return onDay(said.seatTaken);
      case "invalid-contact":
        return { problems: contactProblems(replaced.problems, said, (name) => `replace-${name}`) };
      case "shared-address":
        return { problems: [{ field: "replace-email", message: said.emailTaken }] };
      case "no-such-study":
      case "unknown-role":
      case "unknown-municipality":
      case "unknown-seat":
        return { problems: [{ field: "replace-name", message: said.other }] };
    }
  });

  onPost("move", async (lead, { person }, form) => {
    const said = lead.texts.people.problems;
    if (!isCalendarDate(form.from ?? "")) return { problems: [{ field: "move-from", message: said.date }] };
    const moved = await moveMember(deps.db, deps.vault, {
      studyId: lead.study.studyId,
      memberId: person.memberId,
      role: form.role ?? "",
      municipality: form.municipality ?? "",
      from: form.from ?? "",
      actor: lead.staff.staffId,
      now: lead.now,
      randomBytes: deps.randomBytes,
    });
    switch (moved.kind) {
      case "changed":
        return { done: "moved" };
      case "unchanged":
        return { problems: [{ field: "move-role", message: said.sameSeat }] };
      case "bad-date":
        return { problems: [{ field: "move-from", message: said.date }] };
      case "unknown-member":
        return { problems: [{ field: "move-role", message: said.other }] };
      case "unknown-role":
        return { problems: [{ field: "move-role", message: said.role }] };
      case "unknown-municipality": {
        const message = said.municipality(moved.suggestions.join(", "));
        return { problems: [{ field: "move-municipality", message }] };
      }
      case "overlaps":
        return { problems: [{ field: "move-from", message: said.overlaps }] };
    }
  });

  return routes;
}

function contactIn(form: Typed): { name: string; email: string | null; phone: string | null } {
  return { name: form.name ?? "", email: form.email || null, phone: form.phone || null };
}

async function personOfAddress(deps: FieldworkDeps, c: Context<LeadEnv>): Promise<FoundPerson | null> {
  const { study, now } = c.get("lead");
  const memberId = c.req.param("member");
  const panel = await readPanel(deps.db, deps.vault, study.studyId);
  const today = dayIn(study.timeZone, now);
  const listed = listPeople(
    panel,
    today,
    (code) => code,
    () => 0,
  ).find(({ person }) => person.memberId === memberId);
  return listed === undefined ? null : { person: listed.person, panel, listed };
}

async function viewOf(
  { db }: FieldworkDeps,
  lead: LeadRequest,
  { person, panel, listed }: FoundPerson,
): Promise<PersonView> {
  const { study, language } = lead;
  const today = dayIn(study.timeZone, lead.now);
  const seats = panel.tenures
    .filter(({ memberId }) => memberId === person.memberId)
    .map((tenure) => {
      const seat = panel.seats.find(({ seatId }) => seatId === tenure.seatId);
      return {
        tenureId: tenure.tenureId,
        role: roleLabel(study, seat?.role ?? "", language).singular,
        municipality: municipalityName(study, seat?.municipality ?? "", today),
        heldFrom: tenure.heldFrom,
        heldTo: tenure.heldTo,
      };
    })
    .reverse();
  const cases = await listCasesOfMember(db, study.studyId, person.memberId);
  const own = `${lead.base}/people/${encodeURIComponent(person.memberId)}`;
  return {
    name: person.contact?.name ?? null,
    memberId: person.memberId,
    email: person.contact?.email ?? null,
    phone: person.contact?.phone ?? null,
    language: languageNames[person.language],
    seat: listed.holdsSeatNow
      ? (seats.find(({ tenureId }) => tenureId === listed.tenure?.tenureId) ?? null)
      : null,
    seats,
    waves: cases.reverse().map((one) => ({
      name: lead.texts.fieldwork.study.waveName(one.waveNumber),
      href: `${hrefOf(lead, one)}/people/${one.caseId}`,
    })),
    missingWaves: await missingWaves(db, lead, person),
    languages: languageOptions(lead),
    roles: roleOptions(lead),
    today,
    actions: {
      contact: `${own}/contact`,
      leave: `${own}/leave`,
      replace: `${own}/replace`,
      move: `${own}/move`,
    },
  };
}

async function missingWaves(
  db: FieldworkDeps["db"],
  lead: LeadRequest,
  { memberId }: PanelPerson,
): Promise<PersonView["missingWaves"]> {
  const open = (await listWaves(db, lead.study.studyId)).filter(({ state }) => state === "open");
  const missing = await Promise.all(open.map((wave) => missingFromWave(db, lead.study, wave, lead.now)));
  return open
    .filter((_, place) => missing[place]!.some((member) => member.memberId === memberId))
    .map((wave) => ({
      name: lead.texts.fieldwork.study.waveName(wave.waveNumber),
      addHref: `${hrefOf(lead, wave)}/add?member=${encodeURIComponent(memberId)}`,
    }));
}
