// The people of a study and the seats they hold: a role in a municipality, for a time.
import type { LanguageCode } from "../language/language-code.ts";
import type { IsoDate, RoleCode } from "../study/study.ts";

/** A person within a study, the same in every wave: the member_id of files. 1–60 visible characters. */
export type MemberId = string & { readonly brand: "MemberId" };
export type SeatId = string & { readonly brand: "SeatId" };
export type TenureId = string & { readonly brand: "TenureId" };

/** A role in a municipality that somebody holds for a time. */
export interface Seat {
  readonly seatId: SeatId;
  readonly role: RoleCode;
  /** Municipality code, four digits. */
  readonly municipality: string;
}

/** A time during which a member held a seat. Both dates are days on which it was held; null: open. */
export interface Tenure {
  readonly tenureId: TenureId;
  readonly seatId: SeatId;
  readonly memberId: MemberId;
  readonly heldFrom: IsoDate | null;
  readonly heldTo: IsoDate | null;
}

/** A member as found on one day: the seat held then, and what a wave has to know. */
export interface SeatedMember {
  readonly memberId: MemberId;
  readonly seatId: SeatId;
  readonly role: RoleCode;
  readonly municipality: string;
  readonly language: LanguageCode;
  /** False for those who get a letter, and for those whose contact details have been erased. */
  readonly hasEmail: boolean;
  /** Said that no further waves should be sent. */
  readonly hasDeclinedFurtherWaves: boolean;
  /** Withdrew: takes part in nothing. */
  readonly hasWithdrawn: boolean;
}

/** What happened to a member outside any wave. */
export type MemberEventKind =
  | "added"
  | "contact_corrected"
  | "language_changed"
  | "seat_taken"
  | "seat_left"
  | "seat_corrected"
  | "declined_further_waves"
  | "accepts_further_waves"
  | "withdrawn"
  | "erased";

/** True on every day from `heldFrom` to `heldTo`, both included; an open end never stops. */
export function isHeldOn(tenure: Pick<Tenure, "heldFrom" | "heldTo">, day: IsoDate): boolean {
  return (
    (tenure.heldFrom === null || tenure.heldFrom <= day) && (tenure.heldTo === null || day <= tenure.heldTo)
  );
}
