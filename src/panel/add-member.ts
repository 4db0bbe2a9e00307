// Adding one person: to a seat that has become free, or to a role in a municipality.
import type { Kysely } from "kysely";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import { findMunicipality } from "../registers/municipality.ts";
import { dayIn } from "../study/calendar-date.ts";
import type { IsoDate, RoleCode, StudyDefinition, StudyId } from "../study/study.ts";
import { lockStudy } from "../study/study-store.ts";
import { changePanel } from "./change-panel.ts";
import {
  type Contact,
  type ContactProblem,
  type ContactVault,
  checkContact,
  comparableEmail,
} from "./contact.ts";
import type { MemberId, Seat, SeatId, Tenure } from "./member.ts";
import { mintId, type RandomBytes } from "./minted-id.ts";
import type { Panel } from "./panel-change.ts";
import { readPanel } from "./read-panel.ts";
import { openSeatBook } from "./seat-book.ts";

/** Where the person is to sit: in this very seat, or in a role and municipality (code or name). */
export type Post = { readonly seatId: SeatId } | { readonly role: string; readonly municipality: string };

export interface AddMemberRequest {
  readonly studyId: StudyId;
  readonly contact: { readonly name: string; readonly email?: string | null; readonly phone?: string | null };
  /** The study's default language if not given. */
  readonly language?: LanguageCode;
  readonly post: Post;
  /** First day in the seat; null where it is not known. */
  readonly from: IsoDate | null;
  /** The lead knows that others have the same address. */
  readonly isAddressShared: boolean;
  readonly actor: string;
  readonly now: Date;
  readonly randomBytes: RandomBytes;
}

export type AddedMember =
  | {
      readonly kind: "added";
      readonly memberId: MemberId;
      readonly tenure: Tenure;
      readonly isNewSeat: boolean;
      /** Who held the seat before, if anybody did. */
      readonly predecessor: MemberId | null;
    }
  | { readonly kind: "no-such-study" }
  | { readonly kind: "invalid-contact"; readonly problems: readonly ContactProblem[] }
  | { readonly kind: "unknown-role" }
  | { readonly kind: "unknown-municipality"; readonly suggestions: readonly string[] }
  | { readonly kind: "unknown-seat" }
  /** Somebody holds that seat at that time. */
  | { readonly kind: "seat-held"; readonly by: MemberId }
  /** These members have the same address; to be confirmed. */
  | { readonly kind: "shared-address"; readonly members: readonly MemberId[] };

/** Adds a person, who takes the seat named or else the one of that role and municipality vacant longest. */
export async function addMember(
  db: Kysely<Database>,
  vault: ContactVault,
  request: AddMemberRequest,
): Promise<AddedMember> {
  const { studyId, now, actor, randomBytes, from } = request;
  return inTransaction(db, async (tx) => {
    const study = await lockStudy(tx, studyId);
    if (study === undefined) return { kind: "no-such-study" };
    const { contact, problems } = checkContact(request.contact);
    if (problems.length > 0) return { kind: "invalid-contact", problems };
    const panel = await readPanel(tx, vault, studyId);
    const today = dayIn(study.timeZone, now);
    const post = findPost(study, panel, request.post, from ?? today);
    if (post.kind !== "post") return post;
    const members = withSameAddress(panel, contact);
    if (members.length > 0 && !request.isAddressShared) return { kind: "shared-address", members };

    const book = openSeatBook(panel, today, (prefix) => mintId(prefix, randomBytes));
    const memberId = mintId("m", randomBytes) as MemberId;
    const { role, municipality, seat } = post;
    const prefer = seat === null ? {} : { prefer: seat.seatId };
    const taken = book.take({ memberId, role, municipality, from, to: null, ...prefer });
    if (taken.kind === "overlaps") throw new RangeError("a new member holds no seat");
    if (seat !== null && taken.seat.seatId !== seat.seatId) {
      const [holder] = book.holdersOf(seat.seatId, from, null);
      return { kind: "seat-held", by: holder!.memberId };
    }
    const language = request.language ?? study.defaultLanguage;
    const changes = [{ kind: "add-member" as const, memberId, contact, language }, ...book.changes()];
    await changePanel(tx, vault, studyId, changes, { actor, now });
    const { tenure, isNewSeat, predecessor } = taken;
    return { kind: "added", memberId, tenure, isNewSeat, predecessor: predecessor?.memberId ?? null };
  });
}

type FoundPost =
  | {
      readonly kind: "post";
      readonly role: RoleCode;
      readonly municipality: string;
      readonly seat: Seat | null;
    }
  | { readonly kind: "unknown-role" }
  | { readonly kind: "unknown-municipality"; readonly suggestions: readonly string[] }
  | { readonly kind: "unknown-seat" };

/** The role and municipality that are meant, on a day. */
export function findPost(study: StudyDefinition, panel: Panel, post: Post, day: IsoDate): FoundPost {
  if ("seatId" in post) {
    const seat = panel.seats.find((candidate) => candidate.seatId === post.seatId);
    return seat === undefined ? { kind: "unknown-seat" } : { kind: "post", ...seat, seat };
  }
  const role = study.roles.find((candidate) => candidate.role === post.role)?.role;
  if (role === undefined) return { kind: "unknown-role" };
  const match = findMunicipality(study.country, post.municipality, day);
  if (match.kind === "found") {
    return { kind: "post", role, municipality: match.municipality.code, seat: null };
  }
  const near = match.kind === "unknown" ? match.suggestions : match.candidates;
  return { kind: "unknown-municipality", suggestions: near.map(({ name }) => name) };
}

/** Members who have the address of `contact`. */
export function withSameAddress(panel: Panel, contact: Contact): MemberId[] {
  if (contact.email === null) return [];
  const address = comparableEmail(contact.email);
  return panel.people.flatMap(({ memberId, contact: other }) =>
    other?.email && comparableEmail(other.email) === address ? [memberId] : [],
  );
}
