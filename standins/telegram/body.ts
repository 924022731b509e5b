/** Bodies of requests: JSON, a form, a form with files, or the address: the Bot API takes all four. */
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Payload } from "./types.js";

/** A photo may have ten megabytes. */
const MAX_BODY = 11_000_000;

export async function payloadOf(request: IncomingMessage): Promise<Payload> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size <= MAX_BODY) pieces.push(piece);
  }
  const whole = Buffer.concat(pieces);
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("application/json") && whole.length > 0) return JSON.parse(whole.toString()) as Payload;
  const boundary = /^multipart\/form-data;\s*boundary=([^\s;]+)/u.exec(type)?.[1];
  if (boundary !== undefined) return formWithFiles(whole, boundary);
  const query = new URL(request.url ?? "/", "http://localhost").search.slice(1);
  const fields = [...new URLSearchParams(query), ...new URLSearchParams(whole.toString())];
  return Object.fromEntries(fields.map(plain));
}

/** Outside JSON everything is text: figures, flags and objects are read back from it. */
function plain([name, value]: readonly [string, string]): [string, unknown] {
  return /^(?:-?\d{1,15}|true|false|[[{].*)$/su.test(value) ? [name, JSON.parse(value)] : [name, value];
}

/** "attach://x" in a field names the part that holds the file: in its place stands what the file is. */
function formWithFiles(body: Buffer, boundary: string): Payload {
  const files = new Map<string, string>();
  const fields: (readonly [string, string])[] = [];
  for (const { name, isFile, content } of partsOf(body, boundary)) {
    if (isFile) files.set(name, uploaded(content));
    else fields.push([name, content.toString()]);
  }
  const named = (text: string) => text.replace(/attach:\/\/(\w+)/gu, (whole, id) => files.get(id) ?? whole);
  return Object.fromEntries(fields.map(([name, value]) => plain([name, named(value)])));
}

interface Part {
  readonly name: string;
  readonly isFile: boolean;
  readonly content: Buffer;
}

function partsOf(body: Buffer, boundary: string): readonly Part[] {
  const mark = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  for (let from = body.indexOf(mark); from !== -1; ) {
    const begin = from + mark.length + 2;
    const next = body.indexOf(mark, begin);
    const headEnd = body.indexOf("\r\n\r\n", begin);
    if (next === -1 || headEnd === -1 || headEnd > next) break;
    const head = body.subarray(begin, headEnd).toString();
    const name = /name="([^"]*)"/u.exec(head)?.[1] ?? "";
    const content = body.subarray(headEnd + 4, next - 2);
    parts.push({ name, isFile: /;\s*filename=/iu.test(head), content });
    from = next;
  }
  return parts;
}

/** "upload:png:1f2e…": the kind of picture, by how it begins, and which one. */
function uploaded(content: Buffer): string {
  const begins = (...bytes: readonly number[]) =>
    content.subarray(0, bytes.length).equals(Buffer.from(bytes));
  const kind = begins(0x89, 0x50, 0x4e, 0x47) ? "png" : begins(0xff, 0xd8, 0xff) ? "jpeg" : "unknown";
  return `upload:${kind}:${createHash("sha1").update(content).digest("hex")}`;
}
