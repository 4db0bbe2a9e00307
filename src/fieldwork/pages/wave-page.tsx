// The wave as the lead follows it: how many have answered, what the mail does, what can be done next.
import type { WaveState } from "../../wave/wave.ts";
import { ButtonLink } from "../../web/form.tsx";
import { FactList, Notice, Sheet } from "../../web/notice.tsx";
import type { FieldworkTexts } from "../lead-texts.ts";
import type { Written } from "../written.ts";
import { type Crumb, type LeadFrame, LeadPage, Tag } from "./lead-frame.tsx";
import { type MailView, WaveMail } from "./wave-mail.tsx";
import { type RatesView, WaveRates } from "./wave-rates.tsx";

/** Where the people of the wave stand. All but `cases` add up to it. */
export interface StandingView {
  readonly cases: number;
  readonly answered: number;
  readonly started: number;
  readonly waiting: number;
  readonly notAsked: number;
  readonly undeliverable: number;
  readonly declined: number;
  readonly left: number;
  readonly withdrawn: number;
  readonly imported: number;
}

/** Something the lead can do now, most useful first. */
export interface WaveAction {
  readonly act: "open" | "plan" | "send" | "remind" | "letters" | "people" | "add" | "close" | "reopen";
  readonly href: string;
}

export interface WaveView {
  readonly name: string;
  readonly state: WaveState;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly referenceDate: string;
  readonly instrumentVersion: number;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly standing: StandingView;
  readonly rates: RatesView | null;
  readonly mail: MailView;
  /** People who need a letter and for whom none has been printed. */
  readonly letters: number;
  readonly lettersHref: string;
  readonly actions: readonly WaveAction[];
  /** Whether the study's weighting cannot be carried out, so that there are no figures. */
  readonly isUnweightable: boolean;
  /** What the wave could show: the smallest change of a share since another wave, in whole percentage points. */
  readonly foreseen: { readonly wave: string; readonly points: number | null } | null;
  readonly asOf: Date;
  /** Whether the page comes again every minute. */
  readonly isRefreshing: boolean;
  /** Path of this page. */
  readonly href: string;
}

export const stateColors = { planned: "info", open: "success", closed: "neutral" } as const;

export const WavePage = (props: {
  readonly frame: LeadFrame;
  readonly crumbs: readonly Crumb[];
  readonly outcome: { readonly kind: "success" | "warning" | "danger"; readonly text: string } | null;
  readonly view: WaveView;
  readonly texts: FieldworkTexts;
  readonly written: Written;
}) => {
  const { view, texts, written } = props;
  const [first, ...others] = view.actions;
  return (
    <LeadPage
      frame={props.frame}
      title={texts.wave.title(view.name)}
      crumbs={props.crumbs}
      outcome={props.outcome}
      beside={<Tag color={stateColors[view.state]}>{texts.study.states[view.state]}</Tag>}
    >
      {view.state === "open" ? <WaveAlarms mail={view.mail} texts={texts} written={written} /> : null}
      {view.letters === 0 || view.state !== "open" ? null : (
        <Notice kind="info">
          <p>
            {texts.wave.letters(view.letters)} <a href={view.lettersHref}>{texts.wave.printLetters}</a>
          </p>
        </Notice>
      )}
      {view.isUnweightable ? (
        <Notice kind="warning">
          <p>{texts.wave.weightsImpossible}</p>
        </Notice>
      ) : null}
      <Sheet>
        {view.state === "planned" ? <p>{texts.wave.plannedNext}</p> : null}
        {view.state === "closed" && !view.isUnweightable ? <p>{texts.wave.reportNote}</p> : null}
        {view.foreseen === null ? null : <p>{foreseenText(view.foreseen, texts)}</p>}
        <FactList
          facts={[
            {
              term: texts.wave.facts.period,
              description: texts.study.period(written.day(view.opensOn), written.day(view.closesOn)),
            },
            { term: texts.wave.facts.reference, description: written.day(view.referenceDate) },
            {
              term: texts.wave.facts.version,
              description: texts.plan.versionName(view.instrumentVersion),
            },
            ...(view.openedAt === null
              ? []
              : [{ term: texts.wave.facts.opened, description: written.moment(view.openedAt) }]),
            ...(view.closedAt === null
              ? []
              : [{ term: texts.wave.facts.closed, description: written.moment(view.closedAt) }]),
          ]}
        />
        <p class="actions">
          {first === undefined ? null : (
            <ButtonLink href={first.href}>{actionLabel(first, texts)}</ButtonLink>
          )}
          {others.map((action) => (
            <ButtonLink href={action.href} variant="secondary">
              {actionLabel(action, texts)}
            </ButtonLink>
          ))}
        </p>
      </Sheet>
      {view.rates === null ? null : (
        <WaveRates
          rates={view.rates}
          standing={view.standing}
          isFinal={view.state === "closed"}
          texts={texts}
          pageTexts={props.frame.texts}
          written={written}
        />
      )}
      {view.state === "planned" ? null : (
        <WaveMail mail={view.mail} texts={texts} pageTexts={props.frame.texts} written={written} />
      )}
      <p class="muted">
        {texts.wave.updated(written.moment(view.asOf))} {texts.wave.never}{" "}
        {view.state !== "open" ? null : view.isRefreshing ? (
          <a href={view.href}>{texts.wave.stopRefresh}</a>
        ) : (
          <a href={`${view.href}?every=minute`}>{texts.wave.refresh}</a>
        )}
      </p>
    </LeadPage>
  );
};

const actionLabel = (action: WaveAction, texts: FieldworkTexts): string =>
  ({
    open: texts.wave.openAction,
    plan: texts.wave.changePlan,
    send: texts.wave.send,
    remind: texts.wave.remind,
    letters: texts.wave.printLetters,
    people: texts.wave.people,
    add: texts.wave.add,
    close: texts.wave.close,
    reopen: texts.wave.reopen,
  })[action.act];

function foreseenText({ wave, points }: NonNullable<WaveView["foreseen"]>, texts: FieldworkTexts): string {
  return points === null ? texts.wave.foreseenNothing(wave) : texts.wave.foreseen(wave, points);
}

const WaveAlarms = ({
  mail,
  texts,
  written,
}: {
  readonly mail: MailView;
  readonly texts: FieldworkTexts;
  readonly written: Written;
}) => (
  <>
    {mail.alarm === null ? null : (
      <Notice kind="danger" heading={texts.wave.alarm}>
        <p>{texts.wave.alarmText(mail.alarm.waiting, mail.alarm.minutes)}</p>
        <p>
          {mail.alarm.lastTick === null
            ? texts.wave.neverTicked
            : texts.wave.lastTick(written.moment(mail.alarm.lastTick))}{" "}
          {texts.wave.alarmNext}
        </p>
      </Notice>
    )}
    {mail.standstill === null ? null : (
      <Notice kind="warning">
        <p>{mail.standstill === "not-configured" ? texts.wave.notConfigured : texts.wave.otherHome}</p>
      </Notice>
    )}
    {mail.uncertain === 0 ? null : (
      <Notice kind="warning">
        <p>
          {texts.wave.uncertain(mail.uncertain)} <a href={mail.uncertainHref}>{texts.wave.uncertainAction}</a>
        </p>
      </Notice>
    )}
    {mail.refused === 0 ? null : (
      <Notice kind="warning">
        <p>
          {texts.wave.refused(mail.refused)} <a href={mail.refusedHref}>{texts.wave.refusedAction}</a>
        </p>
      </Notice>
    )}
  </>
);
