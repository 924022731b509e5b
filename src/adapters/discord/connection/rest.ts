/**
 * Requests to Discord with our own patience. The library's client loses an answer whose socket was closed, tries
 * again without a pause after a 5xx, and forgets its token for good after a 401: an interaction has 3 seconds, and
 * everybody who asked in that time is owed an answer.
 */
import { setTimeout as pause } from "node:timers/promises";
import { HttpClient } from "../../../surface/network/http-client.js";
import type { ProxyEnvironment } from "../../../surface/network/proxy-agent.js";
import { API_VERSION, type FileUpload } from "../protocol.js";
import { multipart } from "./multipart.js";

/** How long to try, and how. */
export interface Patience {
  /** Milliseconds in all. */
  readonly total: number;
  /** For one try, from the moment it has a connection. */
  readonly perTry: number;
}

export interface ApiRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** After the version: "/applications/1/commands". */
  readonly path: string;
  readonly body?: unknown;
  /** Sent beside the body, in the order of their numbers. */
  readonly files?: readonly FileUpload[];
  /** The bot's; interactions carry their own in the path. */
  readonly token?: string;
  readonly patience: Patience;
}

export interface ApiResponse {
  readonly status: number;
  /** Parsed JSON; undefined where there was none. */
  readonly body: unknown;
  /** How many tries before this one may have taken effect. */
  readonly retries: number;
}

/** What Discord refused, or what did not get through. Holds no path: interactions have a token in it. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    /** 0 where there was no answer at all. */
    readonly status: number,
    /** Discord's own code, 0 where it gave none. */
    readonly code: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Pauses before the next tries; a closed socket is tried again at once, on another one. */
const PAUSES = [0, 60, 120, 200, 300, 400, 500, 800, 1600, 3200] as const;
/** Discord asks for this form; the address is the library's that we run on. */
const USER_AGENT = "DiscordBot (https://discord.js.org, 14) Claqueta";
/** Nothing that Discord says to us is longer. */
const MAX_BODY = 4_000_000;
/** A burst is sent over so many connections, not over one each. */
const MAX_CONNECTIONS = 128;

export interface RestFigures {
  requests: number;
  retries: number;
  rateLimited: number;
  failed: number;
}

export class Rest {
  readonly figures: RestFigures = { requests: 0, retries: 0, rateLimited: 0, failed: 0 };
  readonly #client: HttpClient;
  readonly #origin: string;
  /** Before every path. */
  readonly #prefix: string;

  /**
   * @param apiUrl without the version: "https://discord.com/api"
   * @param environment names a proxy, perhaps
   * @throws OperatorError where that is none
   */
  constructor(apiUrl: string, environment: ProxyEnvironment = process.env) {
    const { origin, pathname } = new URL(apiUrl);
    this.#origin = origin;
    this.#prefix = `${pathname.replace(/\/$/u, "")}/${API_VERSION}`;
    this.#client = new HttpClient(environment, MAX_CONNECTIONS);
  }

  /** Resolves with what Discord answered, 2xx only. Rejects with an ApiError when there is no more to try. */
  async send(request: ApiRequest): Promise<ApiResponse> {
    const end = performance.now() + request.patience.total;
    const payload = payloadOf(request);
    for (let tries = 0; ; tries++) {
      const left = end - performance.now();
      const tried = await this.#try(request, payload, left).catch(asLost);
      if (tried.status >= 200 && tried.status < 300 && !tried.garbled) {
        return { status: tried.status, body: tried.body, retries: tries };
      }
      const wait = pauseAfter(tried, tries);
      if (wait === undefined || performance.now() + wait >= end) {
        this.figures.failed++;
        throw refusalOf(tried, tries);
      }
      this.figures.retries++;
      if (tried.status === 429) this.figures.rateLimited++;
      if (wait > 0) await pause(wait);
    }
  }

  /** Takes no more requests; what is in flight ends by itself. */
  close(): void {
    this.#client.close();
  }

  async #try(
    { method, path, token, patience }: ApiRequest,
    payload: Payload | undefined,
    left: number,
  ): Promise<Tried> {
    this.figures.requests++;
    const { status, header, bytes } = await this.#client.send({
      origin: this.#origin,
      path: `${this.#prefix}${path}`,
      method,
      headers: {
        accept: "application/json",
        "user-agent": USER_AGENT,
        ...(token === undefined ? {} : { authorization: `Bot ${token}` }),
        ...(payload ? { "content-type": payload.type } : {}),
      },
      body: payload?.bytes,
      patience: left,
      patienceOnceConnected: patience.perTry,
      mostBytes: MAX_BODY,
    });
    return readTried(status, header("retry-after"), bytes);
  }
}

interface Payload {
  readonly type: string;
  readonly bytes: Uint8Array | string;
}

function payloadOf({ body, files = [] }: ApiRequest): Payload | undefined {
  if (files.length > 0) return multipart(body, files);
  return body === undefined ? undefined : { type: "application/json", bytes: JSON.stringify(body) };
}

interface Tried {
  readonly status: number;
  readonly body: unknown;
  /** Something that is no JSON: a proxy's page, or half an answer. */
  readonly garbled: boolean;
  /** Milliseconds, of a 429. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

function readTried(status: number, retryAfterHeader: string | undefined, bytes: Buffer): Tried {
  let body: unknown;
  let garbled = false;
  if (bytes.length > 0) {
    try {
      body = JSON.parse(bytes.toString("utf8"));
    } catch {
      garbled = true;
    }
  }
  if (status !== 429) return { status, body, garbled };
  const told = Number((body as { retry_after?: unknown } | undefined)?.retry_after ?? retryAfterHeader ?? 1);
  return { status, body, garbled, retryAfter: (Number.isFinite(told) ? Math.max(0, told) : 1) * 1000 };
}

function asLost(cause: unknown): Tried {
  return { status: 0, body: undefined, garbled: false, cause };
}

/** Milliseconds until the next try; undefined where another one cannot help. */
function pauseAfter({ status, garbled, retryAfter }: Tried, tries: number): number | undefined {
  if (retryAfter !== undefined) return retryAfter;
  const broken = status === 0 || status >= 500 || (status < 300 && garbled);
  if (!broken) return undefined;
  const longest = PAUSES.length - 1;
  // A little at random, so that all who failed together do not come back together.
  return (
    (PAUSES[status === 0 ? Math.min(tries, longest) : Math.min(tries + 1, longest)] ?? 0) *
    (0.8 + Math.random() * 0.4)
  );
}

function refusalOf({ status, body, cause }: Tried, tries: number): ApiError {
  const { code, message, errors } = (body ?? {}) as { code?: unknown; message?: unknown; errors?: unknown };
  const known = typeof code === "number" ? code : 0;
  const told = status === 0 ? "no answer" : `${status}${known === 0 ? "" : `, code ${known}`}`;
  const what = typeof message === "string" ? `: ${message}` : "";
  const where = errors === undefined ? "" : ` ${JSON.stringify(errors).slice(0, 500)}`;
  return new ApiError(status, known, `Discord: ${told}${what}${where} (tries: ${tries + 1})`, { cause });
}
