// A browser reduced to its connection: one keep-alive socket that sends requests and reads answers, and little else,
// so that the load generator takes as little of the machine as it can.
import { connect, type Socket } from "node:net";

/** What came back: status, where it leads, and how many bytes came over the wire. */
export interface Reply {
  readonly status: number;
  readonly location: string;
  readonly bytes: number;
}

export interface LineClient {
  get(path: string): Promise<Reply>;
  /** @param body urlencoded */
  post(path: string, body: string): Promise<Reply>;
  close(): void;
}

const accepted = "accept: text/html\r\naccept-encoding: gzip, deflate, br\r\naccept-language: sv\r\n";
const headEnd = Buffer.from("\r\n\r\n");

/** Length of the answer that begins the buffer, or -1 while it has not come in whole. */
function lengthOf(buffer: Buffer, bodyFrom: number, head: string): number {
  const length = /\r\ncontent-length: (\d+)/i.exec(head);
  if (length !== null) {
    const end = bodyFrom + Number(length[1]);
    return buffer.length >= end ? end : -1;
  }
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) return bodyFrom;
  for (let at = bodyFrom; ; ) {
    const line = buffer.indexOf("\r\n", at);
    if (line === -1) return -1;
    const size = Number.parseInt(buffer.toString("latin1", at, line), 16);
    at = line + 2 + size + 2;
    if (at > buffer.length) return -1;
    if (size === 0) return at;
  }
}

/** @throws if the connection breaks */
export async function lineClient(port: number): Promise<LineClient> {
  const socket: Socket = await new Promise((resolve, reject) => {
    const opened = connect(port, "127.0.0.1", () => resolve(opened));
    opened.once("error", reject);
    opened.setNoDelay(true);
  });
  let buffer: Buffer = Buffer.alloc(0);
  let waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | null = null;
  const read = () => {
    const end = buffer.indexOf(headEnd);
    if (end === -1 || waiting === null) return;
    const head = buffer.toString("latin1", 0, end);
    const length = lengthOf(buffer, end + 4, head);
    if (length === -1) return;
    buffer = buffer.subarray(length);
    const { resolve } = waiting;
    waiting = null;
    resolve({
      status: Number(head.slice(9, 12)),
      location: /\r\nlocation: (.*)/i.exec(head)?.[1] ?? "",
      bytes: length,
    });
  };
  socket.on("data", (chunk: Buffer) => {
    buffer = buffer.length === 0 ? chunk : Buffer.concat([buffer, chunk]);
    read();
  });
  socket.on("close", () => waiting?.reject(new Error("the connection was closed")));
  socket.on("error", () => {});
  const send = (text: string) =>
    new Promise<Reply>((resolve, reject) => {
      waiting = { resolve, reject };
      socket.write(text);
    });
  return {
    get: (path) => send(`GET ${path} HTTP/1.1\r\nhost: survey.example\r\n${accepted}\r\n`),
    post: (path, body) =>
      send(
        `POST ${path} HTTP/1.1\r\nhost: survey.example\r\n${accepted}content-type: application/x-www-form-urlencoded\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      ),
    close: () => socket.destroy(),
  };
}
