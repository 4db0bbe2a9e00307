// A file that was chosen in a form, and how it travels unseen from its preview to its confirmation: in the page
// that the lead has open, and nowhere else.
import type { Context } from "hono";
import { base64Url } from "../../access/base64-url.ts";
import { readForm } from "../../web/form-body.ts";

/** Largest file that is taken, in megabytes. */
export const mostMegabytes = 5;
const mostBytes = mostMegabytes * 1_000_000;
/** Base64 takes four characters for three bytes; the rest is for answers. */
const mostFormBytes = Math.ceil((mostBytes * 4) / 3) + 1_000_000;

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A posted form with a file in it. */
export type Upload =
  | {
      readonly kind: "file";
      readonly file: UploadedFile;
      readonly field: (name: string) => string;
      readonly fields: ReadonlyMap<string, string>;
    }
  | { readonly kind: "no-file"; readonly field: (name: string) => string }
  | { readonly kind: "too-large" };

/** The file as the fields of a form that carry it. */
export function carry(file: UploadedFile): Record<string, string> {
  return { file_name: file.name, file_content: base64Url(file.bytes) };
}

/** Reads a form with a chosen file, or one that carries the file along. */
export async function readUpload(c: Context): Promise<Upload> {
  if (Number(c.req.header("content-length") ?? 0) > mostFormBytes) return { kind: "too-large" };
  const type = c.req.header("content-type") ?? "";
  return /^multipart\/form-data\b/i.test(type) ? readChosen(c) : readCarried(c);
}

async function readChosen(c: Context): Promise<Upload> {
  const form = await limited(c.req.raw);
  if (form === null) return { kind: "too-large" };
  const fields = new Map<string, string>();
  let file: File | null = null;
  for (const [name, value] of form) {
    if (typeof value === "string") fields.set(name, value.trim());
    else if (name === "file") file = value;
  }
  const field = (name: string) => fields.get(name) ?? "";
  if (file === null || (file.size === 0 && file.name === "")) return { kind: "no-file", field };
  if (file.size > mostBytes) return { kind: "too-large" };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { kind: "file", file: { name: file.name.slice(0, 200), bytes }, field, fields };
}

async function readCarried(c: Context): Promise<Upload> {
  const form = await readForm(c.req.raw, mostFormBytes);
  if (form.kind === "too-large") return { kind: "too-large" };
  const fields = new Map(form.kind === "form" ? form.pairs : []);
  const field = (name: string) => (fields.get(name) ?? "").trim();
  const bytes = decoded(field("file_content"));
  if (bytes === null || field("file_name") === "") return { kind: "no-file", field };
  return { kind: "file", file: { name: field("file_name").slice(0, 200), bytes }, field, fields };
}

/** The body as a form, or null if it is larger than any form may be or is none. */
async function limited(request: Request): Promise<FormData | null> {
  if (request.body === null) return new FormData();
  let size = 0;
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.length;
        if (size > mostFormBytes) controller.error(new RangeError("too large"));
        else controller.enqueue(chunk);
      },
    }),
  );
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  try {
    return await new Response(counted, { headers }).formData();
  } catch {
    return size > mostFormBytes ? null : new FormData();
  }
}

function decoded(text: string): Uint8Array | null {
  if (text === "" || !/^[A-Za-z0-9_-]+$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
