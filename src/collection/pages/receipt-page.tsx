// The receipt: the answers have arrived, and the one place where the word is shown.
import { InstrumentMarkup } from "../../web/instrument-markup.tsx";
import { WholeWords } from "../../web/notice.tsx";
import { writtenDay } from "../respondent-texts.ts";
import { addressIn, type Visit } from "../visit.ts";
import { RespondentFrame } from "./respondent-frame.tsx";

export interface ReceiptPageProps {
  readonly visit: Visit;
  readonly nonce: string;
  readonly token: string;
  readonly word: string;
  /** When the answers were saved, as people write it; null where they are not. */
  readonly savedAt: string | null;
  /** The study's thanks, filled in. */
  readonly thanks: readonly string[];
  /** The questionnaire's own thank-you text as its author wrote it. */
  readonly completedText: string | null;
}

export const ReceiptPage = (props: ReceiptPageProps) => {
  const { visit } = props;
  const { receipt } = visit.texts.respondent;
  const { entered, language } = visit;
  const isCorrected = entered.purpose === "own";
  const title = isCorrected ? receipt.correctedTitle : receipt.title;
  return (
    <RespondentFrame
      visit={visit}
      nonce={props.nonce}
      heading={title}
      path={addressIn(visit, ["receipt", props.token])}
      script="forgets"
    >
      <section class="sheet">
        <h1>{title}</h1>
        {props.completedText === null ? null : <InstrumentMarkup markup={props.completedText} />}
        {props.savedAt === null ? null : <p>{receipt.at(props.savedAt)}</p>}
        {props.thanks.map((paragraph) => (
          <p>
            <WholeWords text={paragraph} />
          </p>
        ))}
        {entered.waveState === "open" && props.thanks.length === 0 ? (
          <p>{receipt.change(writtenDay(entered.closesOn, language))}</p>
        ) : null}
      </section>
      <section class="sheet">
        <h2>{receipt.wordTitle}</h2>
        <p class="word" translate="no">
          {props.word}
        </p>
        <p>
          {receipt.word}
          {isCorrected ? ` ${receipt.newWord}` : ""}
        </p>
        <p>
          <a href={addressIn(visit, ["own"])}>{receipt.own}</a>
        </p>
      </section>
    </RespondentFrame>
  );
};
