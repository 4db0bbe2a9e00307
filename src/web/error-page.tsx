// The page that is shown when a request cannot be answered: what happened, and a way on.
import type { Child } from "hono/jsx";
import { ButtonLink } from "./form.tsx";
import { Layout, type LayoutProps } from "./layout.tsx";
import type { PageProblem } from "./page-texts.ts";

export interface ErrorPageProps extends Omit<LayoutProps, "title" | "children"> {
  readonly problem: PageProblem;
  /** Where to go on from here; the front page unless given. */
  readonly wayOn?: { readonly href: string; readonly label: string };
  /** Given for unexpected errors only, so that somebody can look it up. */
  readonly requestId?: string;
  /** What is true about what was sent, e.g. that earlier pages are saved. */
  readonly children?: Child;
}

/** HTTP status of each kind of problem. */
export const statusOfProblem = {
  "not-found": 404,
  "foreign-form": 403,
  "people-erased": 410,
  "weights-impossible": 409,
  "sign-in-again": 401,
  "too-large": 413,
  unreadable: 400,
  "method-not-allowed": 405,
  "too-many-attempts": 429,
  busy: 503,
  unexpected: 500,
} as const satisfies Record<PageProblem, number>;

export const ErrorPage = (props: ErrorPageProps) => {
  const { title, text } = props.texts.problem[props.problem];
  const wayOn = props.wayOn ?? { href: "/", label: props.texts.backToStart };
  return (
    <Layout {...props} title={`${title} – ${props.site}`}>
      <section class="sheet">
        <h1>{title}</h1>
        <p>{text}</p>
        {props.children}
        {props.requestId === undefined ? null : <p class="hint">{props.texts.requestId(props.requestId)}</p>}
        <p class="actions">
          <ButtonLink href={wayOn.href} variant="secondary">
            {wayOn.label}
          </ButtonLink>
        </p>
      </section>
    </Layout>
  );
};
