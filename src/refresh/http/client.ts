/**
 * Asks a data source over HTTP: at its pace, with bounded patience, and without a word of what must stay secret. What
 * may pass is asked again: a lost connection, a body cut off, a server's error, "too many requests".
 */
import { open, rename, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Words } from "../../words.js";
import { DeniedError, SourceError } from "../failure.js";
import type { FailureKind } from "../port.js";
import type { RateLimiter } from "./rate-limiter.js";
import { retryAfter } from "./retry-after.js";

export interface Timing {
  /** Milliseconds for a whole response, body included. */
  readonly timeout: number;
  /** Milliseconds before each further try; as many tries, and one. */
  readonly backOff: readonly number[];
  /** A server that asks for a longer wait is not waited for. */
  readonly longestWait: number;
}

export const TIMING: Timing = {
  timeout: 30_000,
  backOff: [500, 1_000, 2_000, 4_000, 8_000],
  longestWait: 120_000,
};

export interface ClientOptions {
  /** As people know the source: "TMDB". */
  readonly name: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly rateLimiter?: RateLimiter;
  readonly timing?: Timing;
  /** Said where the source does not accept who we are. */
  readonly denied: Words;
}

export interface RequestOptions {
  readonly signal: AbortSignal;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Bytes that a body may have. */
  readonly most?: number;
  /** Milliseconds for this response, instead of the client's. */
  readonly timeout?: number;
  /** Whether 403 means that there is no such thing: file stores that list nothing say so. */
  readonly hidesMissing?: boolean;
  /**
   * Whether the body of a 404 or 410 is the source's own word that there is no such thing. Without this each is; where
   * it says no, the answer is some proxy's or an outage's, and counts as a failure that may pass.
   */
  readonly isGone?: (body: string) => boolean;
}

/** Bytes of an answer that is held in memory. */
const MOST_BYTES = 64_000_000;
/** Bytes of the reason that is read of a refusal. */
const MOST_REASON_BYTES = 1_000_000;
const MOST_REDIRECTS = 5;

/** The thing asked for does not exist. */
export const GONE = Symbol("gone");

type TransientKind = Extract<FailureKind, "unreachable" | "malformed">;

/** What may go well when it is asked again. */
class TransientError extends Error {
  readonly kind: TransientKind;
  /** Milliseconds that the server wants us to wait. */
  readonly wait: number | undefined;

  /** @param reason one or two words for the operator; it names no address and no secret */
  constructor(kind: TransientKind, reason: string, wait?: number) {
    super(reason);
    this.kind = kind;
    this.wait = wait;
  }
}

export class HttpClient {
  readonly #options: ClientOptions;
  readonly #timing: Timing;
  #requests = 0;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#timing = options.timing ?? TIMING;
  }

  /** Requests sent so far, further tries included. */
  get requests(): number {
    return this.#requests;
  }

  /**
   * The body as `read` makes sense of it; where it throws, the body counts as broken on the way. GONE for 404 and 410.
   * @throws SourceError where the source is not to be had, or does not accept us
   */
  ask<T>(url: string, request: RequestOptions, read: (body: string) => T): Promise<T | typeof GONE> {
    return this.#retry(url, request, async (response) => {
      const body = await textOf(response, request.most ?? MOST_BYTES);
      try {
        return read(body);
      } catch (error) {
        const { message } = error as Error;
        throw new TransientError("malformed", `not what was expected (${message.slice(0, 100)})`);
      }
    });
  }

  /**
   * Fetches a file whole, and moves it to `path` once `check` accepts it. GONE for 404 and 410.
   * @param check rejects where the file is broken; it is then fetched again
   * @throws SourceError where the source is not to be had, or does not accept us
   */
  download(
    url: string,
    path: string,
    request: RequestOptions,
    check: (draft: string) => Promise<void>,
  ): Promise<undefined | typeof GONE> {
    return this.#retry(url, request, async (response) => {
      const draft = `${path}.part`;
      try {
        await writeBody(response, draft, request.most ?? Number.POSITIVE_INFINITY);
        await check(draft).catch((error: Error) => {
          throw new TransientError("malformed", `a broken file (${error.message.slice(0, 100)})`);
        });
        await rename(draft, path);
        return undefined;
      } finally {
        await rm(draft, { force: true });
      }
    });
  }

  async #retry<T>(
    url: string,
    request: RequestOptions,
    use: (response: Response) => Promise<T>,
  ): Promise<T | typeof GONE> {
    const { backOff, longestWait } = this.#timing;
    for (let failures = 0; ; failures++) {
      try {
        return await this.#once(url, request, use);
      } catch (error) {
        request.signal.throwIfAborted();
        const transient = error instanceof TransientError ? error : transientOf(error);
        const { wait } = transient;
        const pause = Math.max(wait ?? 0, backOff[failures] ?? 0);
        if (failures >= backOff.length || pause > longestWait) {
          // Causes of ours hold no more than the reason; those of the library may hold addresses and headers.
          const cause = error === transient ? { cause: transient } : undefined;
          throw this.#unavailable(url, transient.kind, transient.message, cause);
        }
        if (wait !== undefined) this.#options.rateLimiter?.hold(pause);
        await sleep(pause, undefined, { signal: request.signal });
      }
    }
  }

  async #once<T>(
    url: string,
    request: RequestOptions,
    use: (response: Response) => Promise<T>,
  ): Promise<T | typeof GONE> {
    const timeout = AbortSignal.timeout(request.timeout ?? this.#timing.timeout);
    const response = await this.#follow(url, request, AbortSignal.any([request.signal, timeout]));
    const { status } = response;
    if (status >= 200 && status < 300) return use(response);
    const isMissing = status === 404 || status === 410;
    if (isMissing && request.isGone) {
      if (request.isGone(await textOf(response, MOST_REASON_BYTES))) return GONE;
      throw new TransientError("unreachable", String(status));
    }
    await response.body?.cancel().catch(() => undefined);
    if (isMissing || (status === 403 && request.hidesMissing)) return GONE;
    if (status === 401 || status === 403) throw this.#denied(status);
    const wait = retryAfter(response.headers.get("retry-after"));
    // Without a word on how long, the next try is put off as after any failure, and nobody else asks meanwhile.
    if (status === 429) throw new TransientError("unreachable", "429", wait ?? 0);
    if (status >= 500 || status === 408) throw new TransientError("unreachable", String(status), wait);
    throw this.#unavailable(url, "refused", String(status));
  }

  /** Secrets are for the address they were meant for, not for those it sends us on to. */
  async #follow(url: string, request: RequestOptions, signal: AbortSignal): Promise<Response> {
    const { method, headers, body } = request;
    const { origin } = new URL(url);
    for (let redirects = 0, at = url; redirects <= MOST_REDIRECTS; redirects++) {
      await this.#options.rateLimiter?.take(signal);
      this.#requests++;
      const own = new URL(at).origin === origin ? { ...this.#options.headers, ...headers } : {};
      const response = await fetch(at, { method, body, headers: own, redirect: "manual", signal });
      const location = response.headers.get("location");
      if (response.status < 300 || response.status >= 400 || location === null) return response;
      await response.body?.cancel().catch(() => undefined);
      at = new URL(location, at).href;
      if (!/^https?:/u.test(at)) throw new TransientError("malformed", "a redirect to nowhere");
    }
    throw new TransientError("malformed", "too many redirects");
  }

  #denied(status: number): SourceError {
    const { denied } = this.#options;
    return new DeniedError({ es: `${denied.es} (${status})`, en: `${denied.en} (${status})` });
  }

  #unavailable(url: string, kind: FailureKind, reason: string, options?: ErrorOptions): SourceError {
    const { name } = this.#options;
    // Without what is asked of it: there may be more in a query than others should read.
    const what = new URL(url).pathname.slice(1);
    const words = {
      es: `${name} no da ${what} (${reason})`,
      en: `${name} does not give ${what} (${reason})`,
    };
    return new SourceError(kind, words, options);
  }
}

/**
 * What `fetch` rejects with is a matter of the connection.
 * @throws SourceError for what we threw ourselves, and for what has nothing to do with the connection
 */
function transientOf(error: unknown): TransientError {
  if (error instanceof SourceError) throw error;
  const { name, message, cause } = error as Error & { cause?: { code?: string } };
  if (name === "TimeoutError") return new TransientError("unreachable", "no answer in time");
  if (error instanceof TypeError || name === "AbortError") {
    return new TransientError("unreachable", cause?.code ?? "connection lost");
  }
  throw new SourceError("unknown", { es: message, en: message }, { cause: error });
}

async function textOf(response: Response, most: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > most) throw new TransientError("malformed", `more than ${most} bytes`);
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

async function writeBody(response: Response, path: string, most: number): Promise<void> {
  const file = await open(path, "w");
  let bytes = 0;
  try {
    for await (const piece of response.body ?? []) {
      bytes += piece.byteLength;
      if (bytes > most) throw new TransientError("malformed", `more than ${most} bytes`);
      await file.writeFile(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}
