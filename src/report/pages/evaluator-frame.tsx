// The frame of the evaluator's pages: study and navigation at the top, the way back, the style of charts.
import type { Child } from "hono/jsx";
import { StaffLayout, type StaffLayoutProps } from "../../web/staff-layout.tsx";
import type { VerdictTag } from "../change-report.ts";
import { ChartStyle } from "../charts/chart-figure.tsx";
import type { ReportTexts } from "../codebook-words.ts";

/** Everything around a page that does not depend on what the page says. */
export interface EvaluatorFrame extends Omit<StaffLayoutProps, "title" | "children" | "nonce"> {
  readonly nonce: string;
}

export interface Crumb {
  readonly href: string;
  readonly label: string;
}

export const EvaluatorPage = (props: {
  readonly frame: EvaluatorFrame;
  readonly title: string;
  /** The way back, outermost first. */
  readonly crumbs?: readonly Crumb[];
  readonly children?: Child;
}) => (
  <StaffLayout {...props.frame} title={`${props.title} – ${props.frame.site}`}>
    <ChartStyle nonce={props.frame.nonce} />
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
    <h1>{props.title}</h1>
    {props.children}
  </StaffLayout>
);

const tagColors: Readonly<Record<VerdictTag, "info" | "neutral">> = {
  up: "info",
  down: "info",
  "no-sign-of-change": "neutral",
  "cannot-tell": "neutral",
  "too-few-to-say": "neutral",
  hidden: "neutral",
  "no-verdict": "neutral",
  "not-comparable": "neutral",
  "not-asked": "neutral",
};

const arrows: Readonly<Partial<Record<VerdictTag, string>>> = { up: "▲", down: "▼" };

/** The verdict in a frame. Rise and fall have an arrow: whether they are good is not for the tool to say. */
export const VerdictWords = (props: { readonly tag: VerdictTag; readonly texts: ReportTexts }) => (
  <span class="ds-tag" data-color={tagColors[props.tag]}>
    {arrows[props.tag] === undefined ? null : (
      <span class="arrow" aria-hidden="true">
        {arrows[props.tag]}
      </span>
    )}
    {props.texts.verdict[props.tag]}
  </span>
);
