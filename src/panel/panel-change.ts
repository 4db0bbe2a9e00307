// What can be changed in a panel, as plain values: made by rules, shown to the lead, carried out at once.
import type { LanguageCode } from "../language/language-code.ts";
import type { Contact } from "./contact.ts";
import type { MemberId, Seat, Tenure } from "./member.ts";

/** A member with everything that rules about the panel look at. */
export interface PanelPerson {
  readonly memberId: MemberId;
  /** Null once the contact details have been erased. */
  readonly contact: Contact | null;
  readonly language: LanguageCode;
}

/** Everybody and every seat of a study. */
export interface Panel {
  readonly people: readonly PanelPerson[];
  /** The oldest first. */
  readonly seats: readonly Seat[];
  readonly tenures: readonly Tenure[];
}

export type PanelChange =
  | {
      readonly kind: "add-member";
      readonly memberId: MemberId;
      readonly contact: Contact;
      readonly language: LanguageCode;
    }
  | { readonly kind: "set-contact"; readonly memberId: MemberId; readonly contact: Contact }
  | { readonly kind: "set-language"; readonly memberId: MemberId; readonly language: LanguageCode }
  | { readonly kind: "add-seat"; readonly seat: Seat }
  | { readonly kind: "start-tenure"; readonly tenure: Tenure }
  /** `tenure` as it is to be; `isEnd` where the seat is being left, not a date put right. */
  | { readonly kind: "set-tenure-dates"; readonly tenure: Tenure; readonly isEnd: boolean }
  /** A tenure that never was: entered by mistake. */
  | { readonly kind: "remove-tenure"; readonly tenure: Tenure };
