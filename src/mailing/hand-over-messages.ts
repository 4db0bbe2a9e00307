// Hands claimed messages over, several at a time, and writes down what came of each.
import { type StudyDefinition, type StudyId, studyTitle } from "../study/study.ts";
import { findStudy, findStudyTexts } from "../study/study-store.ts";
import type { StudyTexts } from "../study/study-texts.ts";
import { findWave } from "../wave/wave-store.ts";
import type { HandOver, MailTransport, OutgoingMail } from "./mail-transport.ts";
import type { MailingDeps } from "./mailing-deps.ts";
import { outgoingMail } from "./outgoing-mail.ts";
import { outcomeRecorder } from "./record-outcomes.ts";
import { declineAddress, writeSurveyMail } from "./survey-mail.ts";
import { type ReadyMessage, takeMessages } from "./take-messages.ts";

/** After so many mails that may or may not have been sent, something is wrong and the rest waits. */
const mostUncertain = 3;

export interface HandOverCounts {
  handedOver: number;
  refused: number;
  putBack: number;
  uncertain: number;
  notDue: number;
}

/** Why a run ended before the line did; null if it did not. */
export type StoppedBy = { readonly detail: string } | null;

/**
 * @param run.most how many messages at most
 * @param run.claimAtOnce how many are claimed together: what is claimed when the process dies is uncertain
 * @param run.signal ends the run; what is being handed over is finished, what was only claimed is put back
 */
export async function handOverMessages(
  deps: MailingDeps & { readonly mail: MailTransport },
  run: {
    readonly claimant: string;
    readonly most: number;
    readonly claimAtOnce: number;
    readonly signal?: AbortSignal;
  },
): Promise<HandOverCounts & { readonly stoppedBy: StoppedBy }> {
  const counts = { handedOver: 0, refused: 0, putBack: 0, uncertain: 0, notDue: 0 };
  const recorder = outcomeRecorder(deps.db);
  const write = mailWriter(deps);
  const claimed: ReadyMessage[] = [];
  let left = run.most;
  let isLineEmpty = false;
  let claiming: Promise<void> | null = null;
  let stoppedBy: StoppedBy = null;
  let failure: unknown = null;
  const isStopped = () =>
    stoppedBy !== null || failure !== null || recorder.failure() !== null || run.signal?.aborted === true;
  const canClaim = () => !isStopped() && !isLineEmpty && left > 0;

  async function claimMore(): Promise<void> {
    try {
      const most = Math.min(run.claimAtOnce, left);
      const { taken, ready, notDue } = await takeMessages(deps, { claimant: run.claimant, most });
      left -= taken;
      isLineEmpty = taken === 0;
      counts.notDue += notDue;
      claimed.push(...ready);
    } catch (error) {
      failure ??= error;
    } finally {
      claiming = null;
    }
  }

  async function nextMessage(): Promise<ReadyMessage | null> {
    while (claimed.length === 0) {
      if (!canClaim()) return null;
      claiming ??= claimMore();
      await claiming;
    }
    if (isStopped()) return null;
    const isRunningOut = run.claimAtOnce > 1 && claimed.length <= deps.mail.concurrency;
    if (isRunningOut && canClaim()) claiming ??= claimMore();
    return claimed.shift()!;
  }

  async function handOverOne(message: ReadyMessage): Promise<{ recording: Promise<void> | null }> {
    const handOver = await attempt(deps, message, write);
    if (handOver.kind === "uncertain") {
      counts.uncertain += 1;
      if (counts.uncertain >= mostUncertain) stoppedBy = { detail: handOver.detail };
      return { recording: null };
    }
    if (handOver.kind === "handed_over") counts.handedOver += 1;
    else if (handOver.kind === "refused") counts.refused += 1;
    else counts.putBack += 1;
    if (handOver.kind === "put_back" && handOver.trouble === "service")
      stoppedBy = { detail: handOver.detail };
    return { recording: recorder.record({ message, handOver, at: deps.now() }) };
  }

  /** While one mail is written down the next is handed over, and no further: what is not is uncertain. */
  async function worker(): Promise<void> {
    let recording: Promise<void> | null = null;
    for (let message = await nextMessage(); message !== null; message = await nextMessage()) {
      const previous = recording;
      ({ recording } = await handOverOne(message));
      await previous;
    }
    await recording;
  }

  await Promise.all(Array.from({ length: deps.mail.concurrency }, worker));
  await claiming;
  counts.putBack += claimed.length;
  await Promise.all(
    claimed.map((message) =>
      recorder.record({
        message,
        handOver: { kind: "put_back", detail: "not-tried", trouble: "service" },
        at: deps.now(),
      }),
    ),
  );
  failure ??= recorder.failure();
  if (failure !== null) throw failure;
  return { ...counts, stoppedBy };
}

/** Whatever goes wrong before the transport has the mail is certain not to have sent it. */
async function attempt(
  deps: MailingDeps & { readonly mail: MailTransport },
  message: ReadyMessage,
  write: (message: ReadyMessage) => Promise<OutgoingMail>,
): Promise<HandOver> {
  let mail: OutgoingMail;
  try {
    mail = await write(message);
  } catch (error) {
    deps.log({ level: "error", event: codeOf(error, "mail-not-written"), at: deps.now() });
    return { kind: "put_back", detail: "not-written", trouble: "recipient" };
  }
  try {
    return await deps.mail.handOver(mail);
  } catch (error) {
    deps.log({ level: "error", event: codeOf(error, "hand-over-failed"), at: deps.now() });
    return { kind: "uncertain", detail: "hand-over-failed" };
  }
}

function codeOf(error: unknown, otherwise: string): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" ? code : otherwise;
}

/** Writes mails; study, texts and wave are read once per run. */
function mailWriter(deps: MailingDeps): (message: ReadyMessage) => Promise<OutgoingMail> {
  const studies = new Map<StudyId, Promise<StudyDefinition | undefined>>();
  const texts = new Map<string, Promise<StudyTexts | undefined>>();
  const lastDays = new Map<string, Promise<string | undefined>>();
  const host = new URL(deps.publicUrl).hostname;

  return async ({ studyId, messageId, sendKind, candidate, sealedContact, linkToken }) => {
    const { language, waveNumber } = candidate;
    const study = await once(studies, studyId, () => findStudy(deps.db, studyId));
    const words = await once(texts, `${studyId} ${language}`, () =>
      findStudyTexts(deps.db, studyId, language),
    );
    const closesOn = await once(lastDays, `${studyId} ${waveNumber}`, async () => {
      return (await findWave(deps.db, studyId, waveNumber))?.closesOn;
    });
    if (study === undefined || words === undefined || closesOn === undefined) {
      throw new RangeError("a message of a study that is gone");
    }
    const contact = await deps.vault.openContact(studyId, sealedContact);
    const link = `${deps.publicUrl}/s/${linkToken}`;
    const { publicUrl } = deps;
    const { name } = contact;
    const mail = writeSurveyMail({
      sendKind,
      study,
      texts: words,
      language,
      name,
      link,
      closesOn,
      publicUrl,
    });
    return outgoingMail(language, mail, {
      messageId: `${messageId}@${host}`,
      to: { name, address: contact.email ?? "" },
      fromName: studyTitle(study, language),
      replyTo: { name: study.contact.name, address: study.contact.email },
      date: deps.now(),
      unsubscribe: declineAddress(link),
    });
  };
}

function once<Key, Value>(
  known: Map<Key, Promise<Value>>,
  key: Key,
  find: () => Promise<Value>,
): Promise<Value> {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}
