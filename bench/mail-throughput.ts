// How many invitations a second are handed to a mail server on this machine, none lost and none twice, beside
// what the mail server and the database take by themselves.
// Usage: node bench/run.mjs mail-throughput [mails, 100000 unless given]
import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { sql } from "kysely";
import { openContactVault } from "../src/access/contact-vault.ts";
import { connectPostgres } from "../src/db/connect-postgres.ts";
import { migrate } from "../src/db/migrate.ts";
import { requestSend } from "../src/mailing/request-send.ts";
import { sendDueMessages } from "../src/mailing/send-due-messages.ts";
import { smtpMailTransport } from "../src/mailing/smtp-mail-transport.ts";
import { aFieldedWave } from "../tests/support/a-fielded-wave.ts";
import { memoryKeys } from "../tests/support/memory-keys.ts";
import { startPostgres } from "../tests/support/postgres-server.ts";

if (process.argv[2] === "sink") await runSink();
else await measure(Number(process.argv[2] ?? 100_000));

/** A mail server that takes everything and remembers who got how many. */
async function runSink(): Promise<void> {
  const received = new Map<string, number>();
  const server = createServer((socket) => {
    let isMail = false;
    let rest = "";
    let recipient = "";
    socket.setNoDelay(true);
    socket.on("error", () => {});
    socket.write("220 sink\r\n");
    socket.on("data", (data) => {
      rest += data.toString("latin1");
      let answer = "";
      for (let end = rest.indexOf("\r\n"); end !== -1; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (isMail) {
          if (line !== ".") continue;
          isMail = false;
          received.set(recipient, (received.get(recipient) ?? 0) + 1);
          answer += "250 taken\r\n";
        } else if (line.startsWith("DATA")) {
          isMail = true;
          answer += "354 go on\r\n";
        } else {
          if (line.startsWith("RCPT TO:")) recipient = line.slice(8);
          answer += line.startsWith("EHLO") ? "250-sink\r\n250-8BITMIME\r\n250 PIPELINING\r\n" : "250 ok\r\n";
        }
      }
      if (answer !== "") socket.write(answer);
    });
  });
  server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as { port: number }).port }));
  process.on("message", () => {
    const counts = [...received.values()];
    process.send?.({ people: counts.length, twice: counts.filter((count) => count > 1).length });
    received.clear();
  });
}

async function measure(people: number): Promise<void> {
  const sink = fork(process.argv[1]!, ["sink"]);
  const told = () =>
    new Promise<Record<string, number>>((resolve) => sink.once("message", resolve as () => void));
  const { port } = await told();
  const postgres = await startPostgres({ durable: true });
  const { db, close } = await connectPostgres(postgres.url("postgres"));
  await migrate(db);
  const keys = memoryKeys();
  const now = () => new Date();
  const mail = smtpMailTransport(`smtp://127.0.0.1:${port}`, "survey@tidvis.example");

  console.log(`${people} people, PostgreSQL with durable commits, mail server on the same machine`);
  const { study } = await aFieldedWave(db, keys, { people });
  const queuing = await seconds(async () => {
    const wish = { studyId: study.studyId, waveNumber: 1, kind: "invitation" as const, now: now() };
    await requestSend(db, { ...wish, actor: "bench", randomBytes });
  });
  console.log(`put in line:       ${perSecond(people, queuing)}`);

  const deps = {
    db,
    now,
    randomBytes,
    vault: openContactVault(keys),
    keys,
    publicUrl: "https://t.example",
    mail,
  };
  const sending = await seconds(async () => {
    for (let more = true; more; ) {
      const run = await sendDueMessages({ ...deps, log: () => {} }, { limit: 10_000 });
      more = run.kind === "ran" && run.moreWaits;
    }
  });
  sink.send("tell");
  const { people: reached, twice } = await told();
  console.log(`handed over:       ${perSecond(people, sending)}; ${people - reached!} lost, ${twice} twice`);

  const raw = Math.min(people, 20_000);
  const rawMail = {
    messageId: "m@t.example",
    fromName: "Bench",
    replyTo: null,
    subject: "Invitation",
    text: "x".repeat(1200),
    html: `<p>${"x".repeat(3000)}</p>`,
    headers: {},
    date: now(),
  };
  let next = 0;
  const mailing = await seconds(async () => {
    const worker = async () => {
      while (next < raw) {
        next += 1;
        await mail.handOver({ ...rawMail, to: { name: "P", address: `p${next}@example.org` } });
      }
    };
    await Promise.all(Array.from({ length: mail.concurrency }, worker));
  });
  console.log(`mail server alone: ${perSecond(raw, mailing)}`);
  const commits = 5000;
  let committed = 0;
  const committing = await seconds(async () => {
    const worker = async () => {
      while (committed < commits) {
        committed += 1;
        await sql`insert into clock_tick values (${`bench ${committed}`}, now())`.execute(db);
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
  });
  console.log(`commits alone:     ${perSecond(commits, committing)}`);
  await mail.close();
  await close();
  await postgres.stop();
  sink.kill();
}

interface Took {
  /** Wall clock, and processor time of this process alone. */
  readonly seconds: number;
  readonly processorSeconds: number;
}

async function seconds(work: () => Promise<void>): Promise<Took> {
  const began = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - began) / 1000, processorSeconds: (user + system) / 1e6 };
}

function perSecond(count: number, took: Took): string {
  const each = ((took.processorSeconds / count) * 1000).toFixed(2);
  return `${Math.round(count / took.seconds)} per second (${took.seconds.toFixed(1)} s; ${each} ms of processor each)`;
}
