/**
 * A response as it is sent, again and again: its tag, and its body: a text the first time, which leaves in one piece with its
 * headers, and which most are sent but once; bytes from then on, which cost less to send; and the compressed forms once
 * somebody wanted them.
 */
import { hash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { compressed, type Encoding, WORTH_COMPRESSING, wantedEncoding } from "./compression.js";

export const JSON_TYPE = "application/json; charset=utf-8";

/** May be kept by anyone, and is asked after before it is used: right after an index changes, too. */
const REVALIDATED = "public, no-cache";

export interface RenditionSpec {
  readonly body: string | Buffer;
  readonly type: string;
  readonly etag?: string;
  /** BCP 47 tag, where the body is in somebody's language. */
  readonly language?: string;
  readonly statusCode?: number;
  /** Whether compressing can gain anything; pictures are compressed already. */
  readonly compressible?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

export class Rendition {
  readonly #compressed = new Map<Encoding, Promise<Buffer>>();
  readonly #headers: Readonly<Record<string, string>>;
  readonly #spec: Omit<RenditionSpec, "body">;
  readonly #compressible: boolean;
  /** Bytes it may come to hold. */
  readonly size: number;
  #body: string | Buffer;
  #isSent = false;

  constructor({ body, ...spec }: RenditionSpec) {
    const { type, compressible = true, headers } = spec;
    this.#spec = spec;
    this.#body = body;
    // A text may take two bytes a character, and bytes have their compressed forms beside them.
    this.size = body.length * 2 + 1000;
    this.#compressible = compressible && body.length >= WORTH_COMPRESSING;
    this.#headers = { "content-type": type, ...cachingHeaders(spec), ...headers };
  }

  get statusCode(): number {
    return this.#spec.statusCode ?? 200;
  }

  async send(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { etag } = this.#spec;
    if (etag !== undefined && matches(request, etag)) return sendNotModified(reply, this.#spec);
    reply.code(this.statusCode).headers(this.#headers);
    vary(reply, this.#spec);
    const encoding = this.#compressible ? wantedEncoding(request.headers["accept-encoding"]) : undefined;
    if (encoding === undefined) return reply.send(this.#next());
    return reply.header("content-encoding", encoding).send(await this.#as(encoding));
  }

  #next(): string | Buffer {
    if (this.#isSent) return this.#asBytes();
    this.#isSent = true;
    return this.#body;
  }

  #asBytes(): Buffer {
    const body = typeof this.#body === "string" ? bytesOf(this.#body) : this.#body;
    this.#body = body;
    return body;
  }

  #as(encoding: Encoding): Promise<Buffer> {
    const known = this.#compressed.get(encoding) ?? compressed(this.#asBytes(), encoding);
    this.#compressed.set(encoding, known);
    return known;
  }
}

/** Says that what the client has, under that tag, still holds. */
export function sendNotModified(reply: FastifyReply, tagged: Tagged): FastifyReply {
  vary(reply, tagged);
  return reply.code(304).headers(cachingHeaders(tagged)).send();
}

type Tagged = Pick<RenditionSpec, "etag" | "language">;

function cachingHeaders({ etag, language }: Tagged): Readonly<Record<string, string>> {
  return {
    "cache-control": etag === undefined ? "no-store" : REVALIDATED,
    ...(etag === undefined ? {} : { etag }),
    ...(language === undefined ? {} : { "content-language": language }),
  };
}

function vary(reply: FastifyReply, { language }: Tagged): void {
  const own = language === undefined ? "Accept-Encoding" : "Accept-Language, Accept-Encoding";
  // Where pages of other origins may ask, that origin has been put there already.
  const origin = reply.getHeader("vary");
  reply.header("vary", origin === undefined ? own : `${origin}, ${own}`);
}

/** Tags are weak: the compressed forms of a body are other bytes that say the same. */
export function etagOf(whole: string | Buffer): string {
  return `W/"${hash("sha256", whole, "base64url").slice(0, 22)}"`;
}

/** Whether the client names that tag as one it has. */
export function names(request: FastifyRequest, etag: string): boolean {
  const held = request.headers["if-none-match"];
  return held !== undefined && (held === etag || held.includes(etag.slice(2)));
}

/** Whether the client already has what bears `etag`, which there is: "*" is any. */
function matches(request: FastifyRequest, etag: string): boolean {
  return request.headers["if-none-match"]?.trim() === "*" || names(request, etag);
}

/** A body of its own memory: small ones would otherwise hold on to a pool that they share with others. */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
}
