// The frame of the lead's pages: study and navigation at the top, the way back, what came of the last act.
import type { Child } from "hono/jsx";
import { ErrorSummary, type SummaryLine } from "../../web/form.tsx";
import { Notice } from "../../web/notice.tsx";
import { StaffLayout, type StaffLayoutProps } from "../../web/staff-layout.tsx";

/** Everything around a page that does not depend on what the page says. */
export type LeadFrame = Omit<StaffLayoutProps, "title" | "children">;

export interface Crumb {
  readonly href: string;
  readonly label: string;
}

export interface LeadPageProps {
  readonly frame: LeadFrame;
  readonly title: string;
  /** The way back, outermost first. */
  readonly crumbs?: readonly Crumb[];
  /** What came of what the reader just did. */
  readonly outcome?: { readonly kind: "success" | "warning" | "danger"; readonly text: string } | null;
  readonly problems?: readonly SummaryLine[];
  /** Beside the heading: a tag with the state. */
  readonly beside?: Child;
  readonly children?: Child;
}

export const LeadPage = (props: LeadPageProps) => (
  <StaffLayout {...props.frame} title={`${props.title} – ${props.frame.site}`}>
    {(props.crumbs ?? []).length === 0 ? null : (
      <p class="crumbs">
        {(props.crumbs ?? []).map((crumb, place) => (
          <>
            {place === 0 ? null : " › "}
            <a href={crumb.href}>{crumb.label}</a>
          </>
        ))}
      </p>
    )}
    <ErrorSummary lines={props.problems ?? []} texts={props.frame.texts} />
    {props.outcome === undefined || props.outcome === null ? null : (
      <Notice kind={props.outcome.kind} isOutcome>
        <p>{props.outcome.text}</p>
      </Notice>
    )}
    <h1>
      {props.title}
      {props.beside === undefined ? null : <> {props.beside}</>}
    </h1>
    {props.children}
  </StaffLayout>
);

/** A word in a coloured frame: a state. */
export const Tag = (props: {
  readonly color: "info" | "success" | "warning" | "danger" | "neutral";
  readonly children?: Child;
}) => (
  <span class="ds-tag" data-color={props.color}>
    {props.children}
  </span>
);

/** What happens, as a list of short sentences. */
export const Effects = (props: { readonly effects: readonly string[] }) => (
  <ul>
    {props.effects.map((effect) => (
      <li>{effect}</li>
    ))}
  </ul>
);

/**
 * A proportion as a bar of fixed height; the figure beside it says the same, so readers of the page by ear skip it.
 *
 * @param props.proportion 0–1
 */
export const Bar = (props: { readonly proportion: number | null }) => (
  <svg
    class="bar"
    viewBox="0 0 100 10"
    width="100%"
    height="12"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect width="100" height="10" fill="currentColor" opacity="0.15" />
    <rect width={(100 * (props.proportion ?? 0)).toFixed(2)} height="10" fill="currentColor" />
  </svg>
);

/** Text with its line breaks. */
export const Lines = (props: { readonly text: string }) => (
  <>
    {props.text.split("\n").map((line, place) => (
      <>
        {place === 0 ? null : <br />}
        {line}
      </>
    ))}
  </>
);

/** Who it is in a table: the name, and under it the role and the municipality. */
export const Who = (props: {
  readonly name: string;
  readonly href?: string;
  readonly role: string;
  readonly municipality: string;
  /** Under it: where mail goes. */
  readonly reach?: Child;
  /** Beside the name. */
  readonly children?: Child;
}) => (
  <>
    {props.href === undefined ? props.name : <a href={props.href}>{props.name}</a>}
    {props.children}
    <br />
    <span class="muted">
      {[props.role, props.municipality].filter((part) => part !== "").join(", ")}
      {props.reach === undefined ? null : (
        <>
          <br />
          {props.reach}
        </>
      )}
    </span>
  </>
);

/** An e-mail address that may break after the @ where room is short. */
export const Address = (props: { readonly email: string }) => {
  const [name, ...domain] = props.email.split("@");
  return (
    <>
      {name}@<wbr />
      {domain.join("@")}
    </>
  );
};
