// The mail of a wave, send by send, in words that promise no more than is known.

import { DataTable, Sheet } from "../../web/notice.tsx";
import type { PageTexts } from "../../web/page-texts.ts";
import type { FieldworkTexts } from "../lead-texts.ts";
import type { Written } from "../written.ts";

/** One act of sending. Counts of mails; they add up to `all`. */
export interface SendView {
  readonly kind: "invitation" | "reminder" | "link";
  readonly requestedAt: Date;
  readonly all: number;
  readonly handedOver: number;
  readonly waiting: number;
  readonly refused: number;
  readonly uncertain: number;
  readonly notDue: number;
}

export interface MailView {
  readonly sends: readonly SendView[];
  /** Mails wait and nothing has moved for ten minutes or more. */
  readonly alarm: {
    readonly waiting: number;
    readonly minutes: number;
    readonly lastTick: Date | null;
  } | null;
  /** Why nothing can be mailed at all. */
  readonly standstill: "not-configured" | "copied-elsewhere" | null;
  readonly uncertain: number;
  readonly uncertainHref: string;
  /** People whose last mail was refused. */
  readonly refused: number;
  readonly refusedHref: string;
}

export const WaveMail = (props: {
  readonly mail: MailView;
  readonly texts: FieldworkTexts;
  readonly pageTexts: PageTexts;
  readonly written: Written;
}) => {
  const { mail, texts, written } = props;
  const { mailColumns } = texts.wave;
  const number = (heading: string, cell: (send: SendView) => number) => ({
    heading,
    cell: (send: SendView) => written.count(cell(send)),
    isNumber: true,
  });
  return (
    <Sheet>
      <h2>{texts.wave.mailHeading}</h2>
      {mail.sends.length === 0 ? (
        <p>{texts.wave.noMail}</p>
      ) : (
        <>
          <DataTable
            caption={texts.wave.mailCaption}
            texts={props.pageTexts}
            rows={mail.sends}
            columns={[
              {
                heading: mailColumns.sent,
                cell: (send) => (
                  <>
                    {texts.wave.mailKinds[send.kind]}
                    <br />
                    <span class="muted">{written.moment(send.requestedAt)}</span>
                  </>
                ),
                isRowHeading: true,
              },
              number(mailColumns.all, (send) => send.all),
              number(mailColumns.handedOver, (send) => send.handedOver),
              ...(["waiting", "refused", "uncertain", "notDue"] as const)
                .filter((what) => mail.sends.some((send) => send[what] > 0))
                .map((what) => number(mailColumns[what], (send) => send[what])),
            ]}
          />
          <p class="muted">{texts.wave.handedOverMeans}</p>
        </>
      )}
    </Sheet>
  );
};
