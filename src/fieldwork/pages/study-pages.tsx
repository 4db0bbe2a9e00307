// The lead's studies, and one study: its people, its waves, and what to do next.
import type { WaveState } from "../../wave/wave.ts";
import { ButtonLink } from "../../web/form.tsx";
import { DataTable, Sheet } from "../../web/notice.tsx";
import type { FieldworkTexts } from "../lead-texts.ts";
import type { Written } from "../written.ts";
import { Bar, type LeadFrame, LeadPage, Tag } from "./lead-frame.tsx";
import { stateColors } from "./wave-page.tsx";

export interface StudyCard {
  readonly title: string;
  readonly href: string;
  readonly people: number;
  readonly waves: number;
}

export const StudiesPage = (props: {
  readonly frame: LeadFrame;
  readonly studies: readonly StudyCard[];
  readonly texts: FieldworkTexts;
}) => (
  <LeadPage frame={props.frame} title={props.texts.studies.title}>
    {props.studies.length === 0 ? (
      <Sheet>
        <p>{props.texts.studies.none}</p>
        <p>{props.texts.studies.noneNext}</p>
      </Sheet>
    ) : (
      <div class="cards">
        {props.studies.map((study) => (
          <Sheet>
            <h2>
              <a href={study.href}>{study.title}</a>
            </h2>
            <p class="muted">
              {props.texts.studies.people(study.people)}, {props.texts.studies.waves(study.waves)}
            </p>
          </Sheet>
        ))}
      </div>
    )}
  </LeadPage>
);

/** What to do next in a study: one thing. */
export interface NextStep {
  readonly step: "load" | "plan" | "open" | "send" | "follow" | "next";
  /** Name of the wave it is about; "" where it is about none. */
  readonly wave: string;
  readonly href: string;
}

/** A wave in the study's list. Counts and rate are null until it has opened. */
export interface WaveLine {
  readonly name: string;
  readonly href: string;
  readonly state: WaveState;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly asked: number | null;
  readonly answered: number | null;
  readonly rate: number | null;
}

export interface StudyView {
  readonly title: string;
  readonly peopleNow: number;
  readonly withoutEmail: number;
  readonly waves: readonly WaveLine[];
  readonly next: NextStep;
  /** Whether another wave can be planned now. */
  readonly canPlan: boolean;
  readonly peopleHref: string;
  readonly importHref: string;
  readonly planHref: string;
  readonly linkEndsOn: string;
}

export const StudyPage = (props: {
  readonly frame: LeadFrame;
  readonly outcome: { readonly kind: "success" | "warning"; readonly text: string } | null;
  readonly view: StudyView;
  readonly texts: FieldworkTexts;
  readonly written: Written;
}) => {
  const { view, written } = props;
  const texts = props.texts.study;
  const step = texts.steps[view.next.step];
  const said = (text: string | ((wave: string) => string)) =>
    typeof text === "string" ? text : text(view.next.wave);
  return (
    <LeadPage frame={props.frame} title={view.title} outcome={props.outcome}>
      <Sheet>
        <h2>{texts.nextStep}</h2>
        <p>{said(step.text)}</p>
        <p class="actions">
          <ButtonLink href={view.next.href}>{said(step.action)}</ButtonLink>
        </p>
      </Sheet>
      <Sheet>
        <h2>{texts.peopleHeading}</h2>
        {view.peopleNow === 0 ? (
          <p>{texts.noPeople}</p>
        ) : (
          <p>
            {texts.peopleNow(view.peopleNow)}{" "}
            {view.withoutEmail === 0 ? null : texts.withoutEmail(view.withoutEmail)}
          </p>
        )}
        <p class="actions">
          {view.peopleNow === 0 ? null : (
            <ButtonLink href={view.peopleHref} variant="secondary">
              {texts.seePeople}
            </ButtonLink>
          )}
          <ButtonLink href={view.importHref} variant="secondary">
            {texts.importPeople}
          </ButtonLink>
        </p>
      </Sheet>
      <Sheet>
        <h2>{texts.wavesHeading}</h2>
        {view.waves.length === 0 ? (
          <p>{texts.noWaves}</p>
        ) : (
          <DataTable
            caption={texts.wavesCaption}
            texts={props.frame.texts}
            rows={view.waves}
            columns={[
              {
                heading: texts.columns.wave,
                cell: (wave) => (
                  <>
                    <a href={wave.href}>{wave.name}</a>{" "}
                    <Tag color={stateColors[wave.state]}>{texts.states[wave.state]}</Tag>
                    <br />
                    <span class="muted">
                      {texts.period(written.day(wave.opensOn), written.day(wave.closesOn))}
                    </span>
                  </>
                ),
                isRowHeading: true,
              },
              {
                heading: texts.columns.answered,
                cell: (wave) =>
                  wave.asked === null || wave.answered === null ? (
                    "–"
                  ) : (
                    <>
                      {written.share(wave.rate, wave.asked)}{" "}
                      <span class="muted">({props.texts.wave.rateOf(wave.answered, wave.asked)})</span>
                      <Bar proportion={wave.rate} />
                    </>
                  ),
                isNumber: true,
              },
            ]}
          />
        )}
        {view.canPlan && view.waves.length > 0 ? (
          <p class="actions">
            <ButtonLink href={view.planHref} variant="secondary">
              {texts.planWave}
            </ButtonLink>
          </p>
        ) : null}
      </Sheet>
      <p class="muted">{texts.linkEnds(written.day(view.linkEndsOn))}</p>
    </LeadPage>
  );
};
