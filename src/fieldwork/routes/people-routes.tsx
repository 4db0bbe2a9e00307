// Addresses of the people of a study: the list, one person, and adding somebody by hand.
import { type Context, Hono } from "hono";
import { languageNames } from "../../access/staff-language.ts";
import { isLanguageCode, type LanguageCode } from "../../language/language-code.ts";
import { addMember } from "../../panel/add-member.ts";
import type { MemberId, Seat, SeatId } from "../../panel/member.ts";
import type { Panel } from "../../panel/panel-change.ts";
import { readPanel } from "../../panel/read-panel.ts";
import { membersOnDate } from "../../panel/seat-store.ts";
import { dayIn, isCalendarDate } from "../../study/calendar-date.ts";
import { roleLabel } from "../../study/study.ts";
import type { Option, SummaryLine } from "../../web/form.tsx";
import type { FieldworkDeps } from "../fieldwork-deps.ts";
import { alphabetical, municipalityName } from "../municipality-names.ts";
import { type AddPersonForm, AddPersonPage } from "../pages/add-person-page.tsx";
import { PeoplePage, type PeopleView, peopleChoices } from "../pages/people-pages.tsx";
import { listPeople, type PeopleSearch, searchPeople, vacantSeats } from "../people-list.ts";
import { recordPersonAdded } from "../record-person-added.ts";
import { contactProblems } from "./contact-problems.ts";
import { crumbsOf, type LeadEnv, type LeadRequest, numberIn, postedForm } from "./lead-request.ts";
import { outcomeOf } from "./outcome.ts";

const peopleAtOnce = 100;

/** Mount at "/lead/:study/people". */
export function peopleRoutes(deps: FieldworkDeps): Hono<LeadEnv> {
  const routes = new Hono<LeadEnv>();

  routes.get("/", async (c) => {
    const lead = c.get("lead");
    const panel = await readPanel(deps.db, deps.vault, lead.study.studyId);
    const notes = await notesOf(deps, lead);
    return c.html(
      <PeoplePage
        frame={lead.frame}
        crumbs={crumbsOf(lead)}
        outcome={outcomeOf(c, lead)}
        view={peopleView(lead, panel, notes, searchIn(c), numberIn(c.req.query("page")) ?? 1)}
        texts={lead.texts.people}
        written={lead.written}
      />,
    );
  });

  const showAdding = async (c: Context<LeadEnv>, form: AddPersonForm, problems: readonly SummaryLine[]) => {
    const lead = c.get("lead");
    const seat = await seatOfAddress(deps, c);
    if (seat === undefined) return c.notFound();
    const today = dayIn(lead.study.timeZone, lead.now);
    return c.html(
      <AddPersonPage
        frame={lead.frame}
        crumbs={crumbsOf(lead, { href: `${lead.base}/people`, label: lead.texts.people.list.title })}
        action={
          seat === null
            ? `${lead.base}/people/add`
            : `${lead.base}/people/add?seat=${encodeURIComponent(seat.seatId)}`
        }
        seat={
          seat === null
            ? null
            : {
                role: roleLabel(lead.study, seat.role, lead.language).singular,
                municipality: municipalityName(lead.study, seat.municipality, today),
              }
        }
        form={form}
        problems={problems}
        roles={roleOptions(lead)}
        languages={languageOptions(lead)}
        texts={lead.texts.people}
        cancel={lead.texts.fieldwork.cancel}
      />,
      problems.length === 0 ? 200 : 422,
    );
  };

  routes.get("/add", (c) => {
    const { study } = c.get("lead");
    const language = study.defaultLanguage;
    const empty = { name: "", email: "", shared: "", phone: "", role: "", municipality: "", from: "" };
    return showAdding(c, { ...empty, language }, []);
  });

  routes.post("/add", async (c) => {
    const lead = c.get("lead");
    const { study, now } = lead;
    const seat = await seatOfAddress(deps, c);
    if (seat === undefined) return c.notFound();
    const field = await postedForm(c);
    const form: AddPersonForm = {
      name: field("name"),
      email: field("email"),
      shared: field("shared"),
      phone: field("phone"),
      language: field("language"),
      role: field("role"),
      municipality: field("municipality"),
      from: field("from"),
    };
    const said = lead.texts.people.problems;
    const language = languageIn(lead, form.language);
    if (language === null) return showAdding(c, form, [{ field: "language", message: said.language }]);
    if (form.from !== "" && !isCalendarDate(form.from)) {
      return showAdding(c, form, [{ field: "from", message: said.date }]);
    }
    const actor = lead.staff.staffId;
    const added = await deps.db.transaction().execute(async (tx) => {
      const outcome = await addMember(tx, deps.vault, {
        studyId: study.studyId,
        contact: { name: form.name, email: form.email, phone: form.phone },
        language,
        post: seat === null ? { role: form.role, municipality: form.municipality } : { seatId: seat.seatId },
        from: form.from === "" ? null : form.from,
        isAddressShared: form.shared === "yes",
        actor,
        now,
        randomBytes: deps.randomBytes,
      });
      if (outcome.kind === "added") await recordPersonAdded(tx, study.studyId, outcome, { actor, now });
      return outcome;
    });
    switch (added.kind) {
      case "added":
        return c.redirect(`${lead.base}/people/${encodeURIComponent(added.memberId)}?done=personAdded`, 303);
      case "no-such-study":
      case "unknown-seat":
        return c.notFound();
      case "invalid-contact":
        return showAdding(
          c,
          form,
          contactProblems(added.problems, said, (name) => name),
        );
      case "unknown-role":
        return showAdding(c, form, [{ field: "role", message: said.role }]);
      case "unknown-municipality":
        return showAdding(c, form, [
          { field: "municipality", message: said.municipality(added.suggestions.join(", ")) },
        ]);
      case "seat-held":
        return showAdding(c, form, [{ field: "from", message: said.seatTaken }]);
      case "shared-address":
        return showAdding(c, form, [{ field: "email", message: said.emailTaken }]);
    }
  });

  return routes;

  /** The seat named by `?seat=`; null where none is named, undefined where there is no such seat. */
  async function seatOfAddress(
    { db, vault }: FieldworkDeps,
    c: Context<LeadEnv>,
  ): Promise<Seat | null | undefined> {
    const seatId = c.req.query("seat");
    if (seatId === undefined) return null;
    const { seats } = await readPanel(db, vault, c.get("lead").study.studyId);
    return seats.find((seat) => seat.seatId === (seatId as SeatId));
  }
}

/** The roles of the study, to choose from. */
export function roleOptions({ study, language }: LeadRequest): Option[] {
  return study.roles.map(({ role }) => ({ value: role, label: roleLabel(study, role, language).singular }));
}

/** The languages of the study, to choose from. */
export function languageOptions({ study }: LeadRequest): Option[] {
  return study.languages.map((language) => ({ value: language, label: languageNames[language] }));
}

/** A language that was chosen, if the study has it. */
export function languageIn({ study }: LeadRequest, chosen: string): LanguageCode | null {
  return isLanguageCode(chosen) && study.languages.includes(chosen) ? chosen : null;
}

function searchIn(c: Context): PeopleSearch {
  const choice = peopleChoices.find((candidate) => candidate === c.req.query("show")) ?? "now";
  return {
    text: (c.req.query("q") ?? "").slice(0, 100),
    role: c.req.query("role") ?? "",
    municipality: c.req.query("municipality") ?? "",
    choice,
  };
}

type Notes = ReadonlyMap<MemberId, "declined" | "withdrawn">;

/** What those who hold a seat today have said about waves to come. */
async function notesOf({ db }: FieldworkDeps, { study, now }: LeadRequest): Promise<Notes> {
  const seated = await membersOnDate(db, study.studyId, dayIn(study.timeZone, now));
  const notes = new Map<MemberId, "declined" | "withdrawn">();
  for (const { memberId, hasWithdrawn, hasDeclinedFurtherWaves } of seated) {
    if (hasWithdrawn) notes.set(memberId, "withdrawn");
    else if (hasDeclinedFurtherWaves) notes.set(memberId, "declined");
  }
  return notes;
}

function peopleView(
  lead: LeadRequest,
  panel: Panel,
  notes: Notes,
  search: PeopleSearch,
  page: number,
): PeopleView {
  const { study, language, base } = lead;
  const today = dayIn(study.timeZone, lead.now);
  const compare = alphabetical(study);
  const nameOf = (code: string) => municipalityName(study, code, today);
  const found = searchPeople(listPeople(panel, today, nameOf, compare), search, nameOf);
  const pages = Math.max(1, Math.ceil(found.length / peopleAtOnce));
  const shown = Math.min(Math.max(page, 1), pages);
  const href = `${base}/people`;
  const query = { q: search.text, role: search.role, municipality: search.municipality, show: search.choice };
  const labelOf = (role: string) => roleLabel(study, role, language).singular;
  const codes = [...new Set(panel.seats.map(({ municipality }) => municipality))];
  return {
    search: search.text,
    role: search.role,
    municipality: search.municipality,
    choice: search.choice,
    roles: roleOptions(lead),
    municipalities: codes
      .map((code) => ({ value: code, label: nameOf(code) }))
      .sort((a, b) => compare(a.label, b.label)),
    count: found.length,
    people: found.slice((shown - 1) * peopleAtOnce, shown * peopleAtOnce).map((one) => ({
      href: `${href}/${encodeURIComponent(one.person.memberId)}`,
      name: one.person.contact?.name ?? null,
      role: one.seat === null ? "" : labelOf(one.seat.role),
      municipality: one.seat === null ? "" : nameOf(one.seat.municipality),
      email: one.person.contact?.email ?? null,
      isEmailShared: one.isEmailShared,
      heldFrom: one.tenure?.heldFrom ?? null,
      heldTo: one.tenure?.heldTo ?? null,
      note: notes.get(one.person.memberId) ?? null,
    })),
    vacant: vacantSeats(panel, today).map((seat) => ({
      role: labelOf(seat.role),
      municipality: nameOf(seat.municipality),
      href: `${href}/add?seat=${encodeURIComponent(seat.seatId)}`,
    })),
    hasPeople: panel.people.length > 0,
    importHref: `${href}/load`,
    addHref: `${href}/add`,
    href,
    page: shown,
    pages,
    pageHref: (other) => `${href}?${new URLSearchParams({ ...query, page: String(other) })}`,
  };
}
