// The words of the frame around every page, handed in by whoever makes the page.

/** One entry of each language's catalogue (`web`). */
export interface PageTexts {
  readonly skipToContent: string;
  readonly languages: string;
  readonly navigation: string;
  readonly signOut: string;
  readonly errorSummary: string;
  /** Read out before the message at a field. */
  readonly errorPrefix: string;
  readonly requiredMark: string;
  readonly pageOf: (page: number, total: number) => string;
  readonly emptyTable: string;
  readonly accessibility: string;
  readonly backToStart: string;
  readonly requestId: (id: string) => string;
  readonly problem: Readonly<Record<PageProblem, { readonly title: string; readonly text: string }>>;
}

/** What can have gone wrong around a page, whoever asked for it. */
export type PageProblem =
  | "not-found"
  /** A form that was not sent from a page of the service. */
  | "foreign-form"
  /** The study's key, and with it every name and address, is gone for good. */
  | "people-erased"
  /** The study's weighting cannot be carried out, so that there are no figures. */
  | "weights-impossible"
  | "sign-in-again"
  | "too-large"
  | "unreadable"
  | "method-not-allowed"
  | "too-many-attempts"
  | "busy"
  | "unexpected";
