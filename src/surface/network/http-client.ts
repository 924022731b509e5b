/**
 * Requests to a platform, many at once over few connections: undici's dispatcher, which takes a third of the time of
 * Node's own client, with our patience and through the proxy that the environment names.
 */
import { Agent, buildConnector } from "undici";
import { connectorThrough, type ProxyEnvironment } from "./proxy-agent.js";

export interface HttpCall {
  /** "https://discord.com". */
  readonly origin: string;
  /** With what is asked for: "/api/v10/users/@me". */
  readonly path: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
  /** Milliseconds in all. */
  readonly patience: number;
  /** Milliseconds from the moment it has a connection; all there are unless said. */
  readonly patienceOnceConnected?: number;
  readonly mostBytes: number;
  /** Gives it up. */
  readonly signal?: Listenable | undefined;
}

/** What of an AbortSignal is used: libraries have older kinds of it. */
export interface Listenable {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

export interface HttpAnswer {
  readonly status: number;
  /** Undefined where the answer has no such header. @param name in lower case */
  header(name: string): string | undefined;
  readonly bytes: Buffer;
}

/** A request without an answer. Holds no address: a token may be part of it. */
export class HttpFailure extends Error {
  override readonly name = "HttpFailure";

  /**
   * @param why a code of the system's or a few words
   * @param mayHaveArrived whether the other side may have done what was asked
   */
  constructor(
    readonly why: string,
    readonly mayHaveArrived: boolean,
  ) {
    super(why);
  }

  /** The system's code; undefined where it is in words. */
  get code(): string | undefined {
    return /^[A-Z][A-Z0-9_]+$/u.test(this.why) ? this.why : undefined;
  }
}

/** How long a connection may take to stand. */
const CONNECTING_MS = 5_000;
/** An idle connection is kept for a while: the next question needs no handshake. */
const IDLE_MS = 30_000;

export class HttpClient {
  readonly #agent: Agent;

  /**
   * @param connections to one host at most
   * @throws OperatorError where HTTPS_PROXY is no address of a proxy
   */
  constructor(environment: ProxyEnvironment, connections: number) {
    const direct = buildConnector({ timeout: CONNECTING_MS });
    this.#agent = new Agent({
      connections,
      connect: connectorThrough(environment, direct),
      keepAliveTimeout: IDLE_MS,
      // Our own patience decides.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  /** Resolves with the whole answer, whatever its status. Rejects with an HttpFailure. */
  send(call: HttpCall): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => new Sending(call, resolve, reject).through(this.#agent));
  }

  /** Takes no more requests; those under way end by themselves. */
  close(): void {
    void this.#agent.close().catch(() => undefined);
  }

  /** Cuts off what is under way. */
  destroy(): void {
    void this.#agent.destroy().catch(() => undefined);
  }
}

/** One request under way. */
class Sending {
  readonly #call: HttpCall;
  readonly #resolve: (answer: HttpAnswer) => void;
  readonly #reject: (failure: HttpFailure) => void;
  readonly #since = performance.now();
  readonly #pieces: Buffer[] = [];
  #timer: NodeJS.Timeout;
  #abort: ((reason: Error) => void) | undefined;
  #connected = false;
  #over = false;
  #size = 0;
  #status = 0;
  #headers: readonly Buffer[] = [];

  constructor(call: HttpCall, resolve: (answer: HttpAnswer) => void, reject: (failure: HttpFailure) => void) {
    this.#call = call;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = this.#giveUpIn(call.patience);
  }

  through(agent: Agent): void {
    const { signal } = this.#call;
    signal?.addEventListener("abort", this.#cancel);
    if (signal?.aborted) this.#cancel();
    else this.#dispatch(agent);
  }

  #dispatch(agent: Agent): void {
    const { origin, path, method, headers, body } = this.#call;
    agent.dispatch(
      { origin, path, method, headers, body: body ?? null },
      {
        onConnect: (abort) => this.#onConnect(abort),
        onHeaders: (status, headers) => {
          this.#status = status;
          this.#headers = headers;
          return true;
        },
        onData: (piece) => this.#onData(piece),
        onComplete: () => this.#onComplete(),
        onError: (error) => this.#fail((error as NodeJS.ErrnoException).code ?? error.message),
      },
    );
  }

  readonly #cancel = (): void => this.#fail("cancelled");

  #onConnect(abort: (reason: Error) => void): void {
    if (this.#over) {
      // It was given up while it waited for a connection.
      abort(new Error("given up"));
      return;
    }
    this.#abort = abort;
    this.#connected = true;
    const { patience, patienceOnceConnected } = this.#call;
    if (patienceOnceConnected === undefined) return;
    // In a burst requests wait for a connection: that is our doing, and no reason to send one again.
    clearTimeout(this.#timer);
    const left = patience - (performance.now() - this.#since);
    this.#timer = this.#giveUpIn(Math.min(left, patienceOnceConnected));
  }

  #onData(piece: Buffer): boolean {
    this.#size += piece.length;
    if (this.#size > this.#call.mostBytes) this.#fail("too long an answer");
    else this.#pieces.push(piece);
    return true;
  }

  #onComplete(): void {
    if (!this.#end()) return;
    const headers = this.#headers;
    this.#resolve({
      status: this.#status,
      header: (name) => headerNamed(headers, name),
      bytes: Buffer.concat(this.#pieces),
    });
  }

  #giveUpIn(milliseconds: number): NodeJS.Timeout {
    // An answer may have come while we were busy ourselves: what has arrived is read before it is given up.
    const due = () => {
      this.#timer = setTimeout(() => this.#fail(`no answer within ${Math.round(milliseconds)} ms`), 1);
    };
    return setTimeout(due, Math.max(1, milliseconds));
  }

  #fail(why: string): void {
    if (!this.#end()) return;
    this.#reject(new HttpFailure(why, this.#connected));
    this.#abort?.(new Error(why));
  }

  /** False where it had ended before. */
  #end(): boolean {
    if (this.#over) return false;
    this.#over = true;
    clearTimeout(this.#timer);
    this.#call.signal?.removeEventListener("abort", this.#cancel);
    return true;
  }
}

/** Names and values in turn, as they were sent. */
function headerNamed(headers: readonly Buffer[], name: string): string | undefined {
  for (let at = 0; at + 1 < headers.length; at += 2) {
    if (headers[at]?.toString("latin1").toLowerCase() === name) return headers[at + 1]?.toString("latin1");
  }
  return undefined;
}
