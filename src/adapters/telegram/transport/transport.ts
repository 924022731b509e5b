/**
 * HTTP as grammY is given it. What it changes: a short patience (grammY's own is 500 s), answers that are no
 * JSON become refusals that can be told apart, failures say whether the call may have had its effect, and no
 * error holds the address, of which the token is part.
 */
import type { ApiResponse } from "grammy/types";
import type { Listenable } from "../../../surface/network/http-client.js";
import { HttpClient, HttpFailure } from "../../../surface/network/http-client.js";
import type { ProxyEnvironment } from "../../../surface/network/proxy-agent.js";
import type { Timing } from "../settings.js";

/** 100 updates are a few hundred kilobytes. */
const MAX_ANSWER = 20_000_000;
/** Far more than Telegram takes; each costs a handshake. */
const MAX_CONNECTIONS = 100;

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
  const client = new HttpClient(environment, MAX_CONNECTIONS);
  return {
    async fetch(address, { headers, body: content = "", signal }) {
      const { origin, pathname, search } = new URL(address);
      const method = pathname.slice(pathname.lastIndexOf("/") + 1);
      try {
        const { status, bytes } = await client.send({
          origin,
          path: `${pathname}${search}`,
          method: "POST",
          headers: { "content-type": headers?.["content-type"] ?? "application/json" },
          // A picture is small, and in memory already: sent with its length, like everything else.
          body: typeof content === "string" ? content : await wholeOf(content),
          patience: method === "getUpdates" ? call + poll * 1000 : call,
          mostBytes: MAX_ANSWER,
          signal,
        });
        const answer = answerOf(bytes.toString(), status);
        return { json: () => Promise.resolve(answer) };
      } catch (error) {
        if (!(error instanceof HttpFailure)) throw error;
        throw new CallFailure(method, error.why, error.mayHaveArrived);
      }
    },
    close: () => client.destroy(),
  };
}

/** All bytes of a stream. */
async function wholeOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
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
