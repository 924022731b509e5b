/**
 * HTTP as grammY is given it. What it changes: a short patience (grammY's own is 500 s), answers that are no
 * JSON become refusals that can be told apart, failures say whether the call may have had its effect, and no
 * error holds the address, of which the token is part.
 */
import {
  type ClientRequest,
  Agent as HttpAgent,
  type IncomingMessage,
  request as requestHttp,
} from "node:http";
import { request as requestHttps } from "node:https";
import type { ApiResponse } from "grammy/types";
import { createHttpsAgent, type ProxyEnvironment } from "../../../surface/proxy-agent.js";
import type { Timing } from "../settings.js";
import type { Listenable } from "./pause.js";

/** 100 updates are a few hundred kilobytes. */
const MAX_ANSWER = 20_000_000;
/** Far more than Telegram takes; each costs a handshake. */
const MAX_SOCKETS = 100;

/** A call without an answer. */
export class CallFailure extends Error {
  override readonly name = "CallFailure";

  /** @param mayHaveArrived whether Telegram may have done what was asked */
  constructor(
    method: string,
    why: string,
    readonly mayHaveArrived: boolean,
  ) {
    super(`${method}: ${why}`);
  }
}

/** A request as grammY makes it: JSON, or a form with files as a stream of bytes. */
export interface Request {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | AsyncIterable<Uint8Array>;
  readonly signal?: Listenable;
}

/** The part of `fetch` that grammY uses. */
export type Fetch = (url: string, request: Request) => Promise<{ json(): Promise<ApiResponse<unknown>> }>;

export interface Transport {
  readonly fetch: Fetch;
  /** Cuts off what is under way. */
  close(): void;
}

/**
 * @param environment names a proxy, perhaps
 * @throws OperatorError where that is none
 */
export function createTransport(
  { call, poll }: Pick<Timing, "call" | "poll">,
  environment: ProxyEnvironment,
): Transport {
  const options = { keepAlive: true, maxSockets: MAX_SOCKETS };
  const agents = { "http:": new HttpAgent(options), "https:": createHttpsAgent(environment, options) };
  return {
    async fetch(address, { headers: given, body: content = "", signal }) {
      const url = new URL(address);
      const method = url.pathname.slice(url.pathname.lastIndexOf("/") + 1);
      const patience = method === "getUpdates" ? call + poll * 1000 : call;
      const secure = url.protocol === "https:";
      // A picture is small, and in memory already: sent with its length, like everything else.
      const body = typeof content === "string" ? content : await wholeOf(content);
      const headers = {
        "content-type": given?.["content-type"] ?? "application/json",
        "content-length": Buffer.byteLength(body),
      };
      const request = secure
        ? requestHttps(url, { method: "POST", agent: agents["https:"], headers })
        : requestHttp(url, { method: "POST", agent: agents["http:"], headers });
      const answer = await exchange(request, { method, body, patience, signal });
      return { json: () => Promise.resolve(answer) };
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

interface Exchange {
  readonly method: string;
  readonly body: string | Uint8Array;
  readonly patience: number;
  readonly signal?: Listenable;
}

function exchange(
  request: ClientRequest,
  { method, body, patience, signal }: Exchange,
): Promise<ApiResponse<unknown>> {
  return new Promise((resolve, reject) => {
    let connected = false;
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    const fail = (why: string) => {
      end();
      // Nothing was said to whom we never reached.
      reject(new CallFailure(method, why, connected));
      request.destroy();
    };
    const abort = () => fail("cancelled");
    const timer = setTimeout(() => fail(`no answer within ${patience} ms`), patience);
    signal?.addEventListener("abort", abort);
    request.on("socket", (socket) => {
      if (socket.connecting) socket.once("connect", () => (connected = true));
      else connected = true;
    });
    // Only the code: a message may hold the address.
    request.on("error", (error: NodeJS.ErrnoException) => fail(error.code ?? "connection failed"));
    request.on("response", (response) => {
      read(response).then(
        (text) => {
          end();
          resolve(answerOf(text, response.statusCode ?? 0));
        },
        () => fail("the answer broke off"),
      );
    });
    if (signal?.aborted) abort();
    else request.end(body);
  });
}

async function read(response: IncomingMessage): Promise<string> {
  return (await wholeOf(response, MAX_ANSWER)).toString();
}

/** All bytes of a stream. Rejects where there are more than `most`. */
async function wholeOf(stream: AsyncIterable<Uint8Array>, most = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > most) throw new Error("too long");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/**
 * What stands between us and Telegram answers in HTML, whatever its status: that says nothing about the call.
 */
function answerOf(text: string, status: number): ApiResponse<unknown> {
  try {
    const answer = JSON.parse(text) as ApiResponse<unknown>;
    if (answer.ok === true || (answer.ok === false && typeof answer.error_code === "number")) return answer;
  } catch {
    // Told below.
  }
  return {
    ok: false,
    error_code: 502,
    description: `Bad Gateway: HTTP ${status} without the Bot API's JSON`,
  };
}
