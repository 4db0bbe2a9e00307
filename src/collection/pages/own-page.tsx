// One's own page: what is stored, who can see it and until when, and what one can do about it.
import type { ShownAnswer } from "../../questionnaire/questionnaire.ts";
import { roleLabel } from "../../study/study.ts";
import { Button, ButtonLink, PostForm } from "../../web/form.tsx";
import { FactList, Notice, WholeWords } from "../../web/notice.tsx";
import type { OwnRecord } from "../own-record-data.ts";
import { languageNames, writtenContact, writtenDay, writtenMoment } from "../respondent-texts.ts";
import { addressIn, type Visit } from "../visit.ts";
import { municipalityNameOf } from "../walk-context.ts";
import { RespondentFrame } from "./respondent-frame.tsx";

export interface OwnPageProps {
  readonly visit: Visit;
  readonly nonce: string;
  readonly shown: readonly ShownAnswer[];
  readonly furtherWaves: "yes" | "no";
  readonly record: OwnRecord;
}

/** What was withdrawn, and what is left. */
const Withdrawn = ({ visit, record }: OwnPageProps) => {
  const { withdrawn } = visit.texts.respondent;
  return (
    <section class="sheet">
      <h2>{withdrawn.title}</h2>
      <p>
        {withdrawn.text} {withdrawn.nothingStored}
      </p>
      {record.isOutOfStudy ? <p>{withdrawn.outOfStudy}</p> : null}
      {record.otherWaves.length === 0 ? null : (
        <>
          <p>{withdrawn.otherRounds(record.otherWaves.join(", "))}</p>
          <p class="actions">
            <ButtonLink href={addressIn(visit, ["own", "withdraw"])} variant="secondary">
              {withdrawn.rest}
            </ButtonLink>
          </p>
        </>
      )}
      <p>
        <WholeWords text={withdrawn.contact(writtenContact(visit.prepared.study))} />
      </p>
    </section>
  );
};

const Answers = ({ visit, shown }: OwnPageProps) => {
  const { own } = visit.texts.respondent;
  const { response, waveState } = visit.entered;
  const isDraft = response !== null && response.submittedAt === null;
  return (
    <section class="sheet">
      <h2>{isDraft ? own.draftTitle : own.answersTitle}</h2>
      {isDraft && waveState === "open" ? <p>{own.draftText}</p> : null}
      {response === null ? <p>{own.noAnswers}</p> : null}
      {shown.length === 0 ? null : (
        <dl>
          {shown.map(({ title, answer }) => (
            <>
              <dt>{title}</dt>
              <dd>{answer}</dd>
            </>
          ))}
        </dl>
      )}
      {visit.situation === "answering" ? (
        <p class="actions">
          <ButtonLink href={addressIn(visit)} variant="secondary">
            {own.answerGoOn}
          </ButtonLink>
        </p>
      ) : null}
    </section>
  );
};

const Stored = ({ visit, record }: OwnPageProps) => {
  const { own } = visit.texts.respondent;
  const { entered, language } = visit;
  const { study } = visit.prepared;
  const { response } = entered;
  const moment = (term: string, at: Date | null | undefined) =>
    at === null || at === undefined ? [] : [{ term, description: writtenMoment(at, study, language) }];
  return (
    <section class="sheet">
      <h2>{own.storedTitle}</h2>
      <FactList
        facts={[
          { term: own.role, description: roleLabel(study, entered.role, language).singular },
          { term: own.municipality, description: municipalityNameOf(entered, study) },
          ...Object.entries(entered.groups).map(([group, level]) => ({
            term: `${own.group} (${group})`,
            description: level,
          })),
          { term: own.language, description: languageNames[response?.language ?? entered.language] },
          ...moment(own.started, response?.startedAt),
          ...moment(own.savedAt, response?.savedAt),
          ...moment(own.submitted, response?.submittedAt),
          ...moment(own.corrected, record.correctedAt),
          ...moment(own.withdrawn, record.withdrawnAt),
        ]}
      />
      <p>{own.contactNote}</p>
    </section>
  );
};

const WhoSees = ({ visit }: OwnPageProps) => {
  const { own } = visit.texts.respondent;
  const { study } = visit.prepared;
  return (
    <section class="sheet">
      <h2>{own.whoTitle}</h2>
      <ul>
        <li>{own.whoLead}</li>
        <li>{own.whoEvaluator}</li>
        {study.onePersonTwoRoles ? <li>{own.whoSame}</li> : null}
        <li>{own.whoBase(study.minimumBase)}</li>
        <li>{own.until(writtenDay(study.linkEndsOn, visit.language))}</li>
      </ul>
      <p>
        <a href={addressIn(visit, ["privacy"])}>{own.promised}</a>
      </p>
    </section>
  );
};

const Change = ({ visit }: OwnPageProps) => {
  const { own } = visit.texts.respondent;
  const fields = { language: visit.language };
  if (visit.entered.purpose !== "own" || visit.entered.response?.submittedAt == null) return null;
  const isBegun = visit.situation === "correcting";
  const canChange = visit.entered.waveState === "open";
  return (
    <section class="sheet">
      <h2>{own.changeTitle}</h2>
      <p>{!canChange ? own.changeClosed : isBegun ? own.changeBegun : own.changeText}</p>
      {canChange ? <p>{visit.texts.unsaved.newWord}</p> : null}
      {canChange ? (
        <div class="actions">
          <PostForm action={addressIn(visit, ["own", "correct"])} fields={fields}>
            <Button variant="secondary">{isBegun ? own.changeGoOn : own.changeButton}</Button>
          </PostForm>
          {isBegun ? (
            <PostForm action={addressIn(visit, ["own", "keep"])} fields={fields}>
              <Button variant="tertiary">{own.changeDrop}</Button>
            </PostForm>
          ) : null}
        </div>
      ) : null}
    </section>
  );
};

const FurtherWaves = ({ visit, furtherWaves }: OwnPageProps) => {
  const { own } = visit.texts.respondent;
  const isYes = furtherWaves === "yes";
  return (
    <section class="sheet">
      <h2>{own.furtherTitle}</h2>
      <p>{isYes ? own.furtherYes : own.furtherNo}</p>
      <PostForm
        action={addressIn(visit, ["own", "further-waves"])}
        fields={{ language: visit.language, answer: isYes ? "no" : "yes" }}
      >
        <Button variant="secondary">{isYes ? own.furtherDecline : own.furtherAccept}</Button>
      </PostForm>
    </section>
  );
};

export const OwnPage = (props: OwnPageProps) => {
  const { visit } = props;
  const { own } = visit.texts.respondent;
  const { isWithdrawn } = visit.entered;
  return (
    <RespondentFrame
      visit={visit}
      nonce={props.nonce}
      heading={own.title}
      path={addressIn(visit, ["own"])}
      {...(isWithdrawn ? { script: "forgets" as const } : {})}
    >
      <h1>{own.title}</h1>
      {visit.entered.purpose === "own" ? (
        <Notice kind="info">
          <p>{own.expires}</p>
        </Notice>
      ) : null}
      {isWithdrawn ? <Withdrawn {...props} /> : <Answers {...props} />}
      <Change {...props} />
      <Stored {...props} />
      <WhoSees {...props} />
      <section class="sheet">
        <h2>{own.exportTitle}</h2>
        <ul class="links">
          <li>
            <a href={addressIn(visit, ["own", "answers.txt"])} download="my-data.txt">
              {own.exportText}
            </a>
          </li>
          <li>
            <a href={addressIn(visit, ["own", "answers.json"])} download="my-data.json">
              {own.exportJson}
            </a>
          </li>
        </ul>
      </section>
      {props.record.isOutOfStudy ? null : <FurtherWaves {...props} />}
      {visit.entered.response === null ? null : (
        <section class="sheet">
          <h2>{own.withdrawTitle}</h2>
          <p>{own.withdrawText}</p>
          <p class="actions">
            <ButtonLink href={addressIn(visit, ["own", "withdraw"])} variant="secondary">
              {own.withdrawLink}
            </ButtonLink>
          </p>
        </section>
      )}
    </RespondentFrame>
  );
};
