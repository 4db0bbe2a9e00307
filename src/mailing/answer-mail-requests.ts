// Deals with what was asked for on public pages: sign-in links, and links that were lost. Only here it is found
// out whether an address belongs to anybody.
import type { Kysely } from "kysely";
import { openAddress } from "../access/address-vault.ts";
import { base64Url } from "../access/base64-url.ts";
import { StudyKeyDestroyedError, StudyKeyMissingError } from "../access/key-ring.ts";
import {
  claimMailRequest,
  countEarlierRequests,
  forgetMailRequestsBefore,
  markMailRequestHandled,
  unclaimMailRequest,
  type WaitingMailRequest,
} from "../access/mail-request-store.ts";
import { signInLinkMinutes } from "../access/sign-in-link.ts";
import { mintSignInToken } from "../access/staff-sign-in.ts";
import { findStaffByEmailHash } from "../access/staff-store.ts";
import type { Database } from "../db/schema.ts";
import type { StudyId } from "../study/study.ts";
import { listStudies } from "../study/study-store.ts";
import { findOpenCasesByEmailHash } from "./candidate-data.ts";
import type { MailTransport } from "./mail-transport.ts";
import type { MailingDeps } from "./mailing-deps.ts";
import { askedByRecipient, insertSend } from "./outbox-store.ts";
import { outgoingMail } from "./outgoing-mail.ts";
import type { MessageId, SendId } from "./send-plan.ts";
import { writeSignInMail } from "./sign-in-mail.ts";

/** Mails of one purpose that one address can be sent within an hour, whoever asks. */
export const mailsPerAddressAndHour = 3;
const hour = 60 * 60_000;
const mostPerTurn = 200;
const idLengthBytes = 15;

type RequestDeps = MailingDeps & { readonly mail: MailTransport };

/** @returns how many requests were dealt with */
export async function answerMailRequests(deps: RequestDeps): Promise<number> {
  let handled = 0;
  while (handled < mostPerTurn && (await answerLostLink(deps))) handled += 1;
  while (handled < mostPerTurn) {
    const answered = await answerSignIn(deps);
    if (answered === "none") break;
    handled += 1;
    if (answered === "mail-stands-still") break;
  }
  return handled;
}

/** Requests are forgotten after a day, those that nobody dealt with too. */
export async function forgetOldMailRequests(db: Kysely<Database>, now: Date): Promise<void> {
  await forgetMailRequestsBefore(db, new Date(now.getTime() - 24 * hour));
}

/** Puts new links in line for every open case of whoever has the address: all of it, or nothing. */
async function answerLostLink(deps: RequestDeps): Promise<boolean> {
  const now = deps.now();
  return deps.db.transaction().execute(async (tx) => {
    const request = await claimMailRequest(tx, "lost_link", now);
    if (request === null) return false;
    if (!(await isTooMuch(tx, request))) {
      const address = await openAddress(deps.keys, request.sealedAddress);
      for (const { studyId } of await listStudies(tx)) {
        await putLinksInLine(tx, { ...deps, studyId, address, now });
      }
    }
    await markMailRequestHandled(tx, request.requestId, now);
    return true;
  });
}

async function putLinksInLine(
  tx: Kysely<Database>,
  ask: RequestDepsOfStudy & { readonly address: string; readonly now: Date },
): Promise<void> {
  const { studyId, now } = ask;
  const id = () => base64Url(ask.randomBytes(idLengthBytes));
  const emailHash = await hashOrNull(ask);
  if (emailHash === null) return;
  for (const { caseId, waveNumber } of await findOpenCasesByEmailHash(tx, studyId, emailHash)) {
    await insertSend(tx, {
      studyId,
      sendId: id() as SendId,
      waveNumber,
      kind: "link",
      requestedBy: askedByRecipient,
      now,
      messages: [{ messageId: id() as MessageId, caseId }],
    });
  }
}

type RequestDepsOfStudy = Pick<MailingDeps, "vault" | "randomBytes"> & { readonly studyId: StudyId };

/** In a study whose key has been destroyed nobody can be found any more. */
async function hashOrNull(ask: RequestDepsOfStudy & { readonly address: string }): Promise<string | null> {
  try {
    return await ask.vault.hashEmail(ask.studyId, ask.address);
  } catch (error) {
    if (error instanceof StudyKeyDestroyedError || error instanceof StudyKeyMissingError) return null;
    throw error;
  }
}

/** The claim is written before the mail is handed over: after a crash the person asks again. */
async function answerSignIn(deps: RequestDeps): Promise<"none" | "answered" | "mail-stands-still"> {
  const { db } = deps;
  const now = deps.now();
  const request = await claimMailRequest(db, "sign_in", now);
  if (request === null) return "none";
  const isTooOld = now.getTime() - request.requestedAt.getTime() > hour;
  const staffId =
    isTooOld || (await isTooMuch(db, request)) ? null : await findStaffByEmailHash(db, request.addressHash);
  if (staffId !== null) {
    const token = await mintSignInToken(db, { staffId, now, randomBytes: deps.randomBytes });
    const link = `${deps.publicUrl}/sign-in/${token}`;
    const mail = outgoingMail(request.language, writeSignInMail(request.language, link), {
      messageId: `${request.requestId}@${new URL(deps.publicUrl).hostname}`,
      to: { name: null, address: await openAddress(deps.keys, request.sealedAddress) },
      fromName: "Tidvis",
      replyTo: null,
      date: now,
    });
    const handOver = await deps.mail.handOver(mail);
    if (handOver.kind === "put_back" && handOver.trouble === "service") {
      await unclaimMailRequest(db, request.requestId);
      return "mail-stands-still";
    }
    if (handOver.kind !== "handed_over") {
      deps.log({
        level: "warning",
        event: "sign-in-mail-not-handed-over",
        at: now,
        detail: { outcome: handOver.kind, reason: handOver.detail, linkMinutes: signInLinkMinutes },
      });
    }
  }
  await markMailRequestHandled(db, request.requestId, now);
  return "answered";
}

async function isTooMuch(db: Kysely<Database>, request: WaitingMailRequest): Promise<boolean> {
  const since = new Date(request.requestedAt.getTime() - hour);
  return (await countEarlierRequests(db, request, since)) >= mailsPerAddressAndHour;
}
