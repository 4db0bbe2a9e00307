// What the first page of a study costs a phone with nothing in its cache: bytes over the wire and requests, counted by
// a real browser's own network record, headers included.
// Usage: node bench/run.mjs first-page [study, service-i-samverkan unless given]
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mintSurveyLink } from "../src/access/survey-link.ts";
import { createApp } from "../src/app.tsx";
import { runCommand } from "../src/cli/run-command.ts";
import { readConfig } from "../src/config.ts";
import { migrate } from "../src/db/migrate.ts";
import { listen } from "../src/node/listen.ts";
import { openService } from "../src/node/open-service.ts";
import type { StudyId } from "../src/study/study.ts";
import { listCases } from "../src/wave/case-store.ts";
import { respondentScript } from "../src/web/client/respondent-script.ts";
import { launchBrowser } from "../tests/support/browser.ts";

const mostBytes = 14_336;
const study = (process.argv[2] ?? "service-i-samverkan") as StudyId;
const folder = await mkdtemp(join(tmpdir(), "tidvis-first-page-"));
const service = await openService(
  readConfig({
    TIDVIS_DATA: join(folder, "data"),
    TIDVIS_KEYS_DIR: join(folder, "keys"),
    TIDVIS_PUBLIC_URL: "http://survey.example",
  }),
);
const { deps } = service;
await migrate(deps.db);
const io = { out: () => {}, err: (line: string) => console.error(line), workingFolder: process.cwd() };
const tidvis = async (...words: string[]) => {
  if ((await runCommand(words, io, async () => deps)) !== 0) throw new Error(words.join(" "));
};
await tidvis("study", "load", join("surveys", study));
await tidvis("panel", "import", study, join("surveys", study, "panel.csv"));
const today = new Date().toISOString().slice(0, 10);
await tidvis("wave", "plan", study, "1", "--opens", today, "--closes", "2030-01-31");
await tidvis("wave", "open", study, "1");
const { caseId } = (await listCases(deps.db, study, 1))[0]!;
const link = await mintSurveyLink(deps.db, {
  studyId: study,
  caseId,
  purpose: "answer",
  now: new Date(),
  expiresAt: new Date("2030-02-01T00:00:00Z"),
  randomBytes: deps.randomBytes,
});
const listening = await listen(createApp(deps), { port: 0, host: "127.0.0.1" });
const browser = await launchBrowser();

interface Transfer {
  readonly what: string;
  bytes: number;
}

for (const language of ["sv", "en"]) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.setCacheDisabled", { cacheDisabled: true });
  const transfers = new Map<string, Transfer>();
  let answerableAfter = 0;
  network.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (!request.url.startsWith("data:"))
      transfers.set(requestId, { what: new URL(request.url).pathname, bytes: 0 });
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const transfer = transfers.get(requestId);
    if (transfer) transfer.bytes = encodedDataLength;
  });
  page.once("domcontentloaded", () => {});
  await context.route(/\/script\//, async (route) => {
    answerableAfter = await page.locator("input:not([type=hidden])").count();
    await route.continue();
  });
  await page.goto(`http://127.0.0.1:${listening.port}/s/${link}?lang=${language}`, {
    waitUntil: "networkidle",
  });
  const all = [...transfers.values()];
  const total = all.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`first page of ${study} in ${language}: ${total} bytes over the wire of ${mostBytes} allowed`);
  for (const { what, bytes } of all) console.log(`  ${bytes} bytes  ${what.replace(link, "<link>")}`);
  console.log(`  fields to answer in before the second request was let through: ${answerableAfter}`);
  await context.close();
}
console.log(
  `script: ${new TextEncoder().encode(respondentScript).length} bytes before compression, of 4096 allowed`,
);
await browser.close();
await listening.stop();
await service.close();
await rm(folder, { recursive: true, force: true });
