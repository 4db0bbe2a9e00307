// A provider that takes mails over HTTP, and every way in which it may not.
import { delay, HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { httpMailTransport } from "./http-mail-transport.ts";
import type { OutgoingMail } from "./mail-transport.ts";

const url = "https://mail.provider.example/emails";
const server = setupServer();
let requests: { key: string | null; authorization: string | null; body: Record<string, unknown> }[];
let waited: number[];
beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
beforeEach(() => {
  requests = [];
  waited = [];
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** Answers, one per request; the last is repeated. 0: the connection breaks. */
function answers(...statuses: number[]): void {
  server.use(
    http.post(url, async ({ request }) => {
      const status = statuses[Math.min(requests.length, statuses.length - 1)]!;
      requests.push({
        key: request.headers.get("idempotency-key"),
        authorization: request.headers.get("authorization"),
        body: (await request.json()) as Record<string, unknown>,
      });
      await delay(0);
      return status === 0 ? HttpResponse.error() : HttpResponse.json({ id: "provider-id" }, { status });
    }),
  );
}
const transport = httpMailTransport({
  url,
  key: "secret-key",
  from: "Tidvis <survey@tidvis.example>",
  wait: async (milliseconds) => {
    waited.push(milliseconds);
  },
});
const mail: OutgoingMail = {
  messageId: "m1@tidvis.example",
  to: { name: 'Åsa "Ö"\r\nBcc: x@example.org', address: "asa@example.org" },
  fromName: "Frågor, och svar",
  replyTo: { name: "Kim", address: "kim@example.org" },
  subject: "Hur går det?",
  text: "text",
  html: "<p>html</p>",
  headers: { "Auto-Submitted": "auto-generated" },
  date: new Date("2026-03-02T09:00:00Z"),
};

test("a mail goes over whole, with its key, and names cannot add recipients", async () => {
  answers(200);
  expect(await transport.handOver(mail)).toEqual({ kind: "handed_over" });
  expect(requests).toEqual([
    {
      key: "m1@tidvis.example",
      authorization: "Bearer secret-key",
      body: {
        from: '"Frågor, och svar" <survey@tidvis.example>',
        to: ['"Åsa \\"Ö\\" Bcc: x@example.org" <asa@example.org>'],
        reply_to: '"Kim" <kim@example.org>',
        subject: "Hur går det?",
        text: "text",
        html: "<p>html</p>",
        headers: { "Auto-Submitted": "auto-generated", "Message-ID": "<m1@tidvis.example>" },
      },
    },
  ]);
});

describe("an answer that leaves no doubt", () => {
  test.each([
    [422, { kind: "refused", detail: "http 422" }],
    [400, { kind: "refused", detail: "http 400" }],
    [401, { kind: "put_back", detail: "http 401", trouble: "service" }],
    [403, { kind: "put_back", detail: "http 403", trouble: "service" }],
    [302, { kind: "put_back", detail: "http 302", trouble: "service" }],
  ])("%i", async (status, outcome) => {
    answers(status);
    expect(await transport.handOver(mail)).toEqual(outcome);
    expect(requests).toHaveLength(1);
  });
});

describe("an answer that may change is asked for again, with the same key and the same mail", () => {
  test.each([
    ["too many requests, then taken", [429, 200], { kind: "handed_over" }],
    ["a broken connection, then taken", [0, 200], { kind: "handed_over" }],
    ["a fault, then the key is known: taken the first time", [500, 409], { kind: "handed_over" }],
    ["too many requests all along", [429], { kind: "put_back", detail: "http 429", trouble: "service" }],
  ])("%s", async (_, statuses, outcome) => {
    answers(...statuses);
    expect(await transport.handOver(mail)).toEqual(outcome);
    expect(new Set(requests.map((request) => JSON.stringify(request))).size).toBe(1);
    expect(requests).toHaveLength(waited.length + 1);
  });
});

describe("L1 what may have been sent is uncertain", () => {
  test.each([
    ["no answer at all", [0], "no-answer"],
    ["a fault on their side", [503], "http 503"],
    ["no answer, then too many requests", [0, 429], "http 429"],
    ["no answer, then not let in", [0, 401], "http 401"],
    ["a key that is known though we never used it", [409], "http 409"],
  ])("%s", async (_, statuses, detail) => {
    answers(...statuses);
    expect(await transport.handOver(mail)).toEqual({ kind: "uncertain", detail });
  });
});
