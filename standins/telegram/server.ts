/** The stand-in over HTTP, on the loopback only: addresses, bodies, and faults on the wire. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { close, listen } from "../http.js";
import { payloadOf } from "./body.js";
import type { Fault } from "./faults.js";
import { callMethod } from "./methods/call.js";
import { Refused } from "./refused.js";
import type { Call, StandIn } from "./stand-in.js";
import type { Refusal } from "./types.js";

const UNAUTHORIZED: Refusal = { error_code: 401, description: "Unauthorized" };
const NOT_FOUND: Refusal = { error_code: 404, description: "Not Found" };

export interface Listening {
  /** What a bot's `apiRoot` is: "http://127.0.0.1:41234". */
  readonly root: string;
  close(): Promise<void>;
}

export async function serve(standIn: StandIn, port?: number): Promise<Listening> {
  const server = createServer((request, response) => {
    answer(standIn, request, response).catch(() => response.destroy());
  });
  return {
    root: await listen(server, port),
    close() {
      standIn.updates.close();
      return close(server);
    },
  };
}

async function answer(standIn: StandIn, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, owner, file = ""] = /^\/file\/bot([^/]*)\/documents\/(\w+)$/u.exec(request.url ?? "") ?? [];
  const bytes = owner === standIn.token ? standIn.files.get(file) : undefined;
  if (bytes !== undefined) {
    response.writeHead(200, { "content-length": bytes.length }).end(bytes);
    return;
  }
  const [, token, method = ""] = /^\/bot([^/]*)\/(\w+)/u.exec(request.url ?? "") ?? [];
  const payload = await payloadOf(request);
  const refusal = token === undefined || !/^\d+:[\w-]+$/u.test(token) ? NOT_FOUND : undefined;
  if (refusal ?? token !== standIn.token) return refuse(response, refusal ?? UNAUTHORIZED);
  const call: Call = { method, payload, at: performance.now() };
  standIn.calls.push(call);
  const fault = standIn.faults.of(method, payload);
  if (fault && endsBefore(fault, response, call)) return;
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  try {
    const result = await callMethod(standIn, method, payload, gone.signal);
    if (fault) endAfter(fault, response, result);
    else send(response, 200, { ok: true, result });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    call.refusal = error.refusal;
    refuse(response, error.refusal);
  }
}

/** Faults that keep the method from being called. */
function endsBefore(fault: Fault, response: ServerResponse, call: Call): boolean {
  switch (fault.kind) {
    case "refuse":
      call.refusal = fault;
      refuse(response, fault);
      return true;
    case "html":
      response.writeHead(fault.status, { "content-type": "text/html" });
      response.end("<html><body><h1>Bad Gateway</h1></body></html>");
      return true;
    case "hang":
      return true;
    case "reset":
      response.socket?.resetAndDestroy();
      return true;
    case "lost":
    case "truncated":
      return false;
  }
}

/** Faults of which the bot only sees that something was lost. */
function endAfter(fault: Fault, response: ServerResponse, result: unknown): void {
  if (fault.kind === "lost") {
    response.socket?.resetAndDestroy();
    return;
  }
  const text = JSON.stringify({ ok: true, result }, withoutNotes);
  response.writeHead(200, { "content-type": "application/json" });
  response.end(text.slice(0, text.length >> 1));
}

function refuse(response: ServerResponse, { error_code, description, parameters }: Refusal): void {
  send(response, error_code, { ok: false, error_code, description, ...(parameters ? { parameters } : {}) });
}

function send(response: ServerResponse, status: number, value: object): void {
  if (response.destroyed) return;
  const bytes = Buffer.from(JSON.stringify(value, withoutNotes));
  response.writeHead(status, { "content-type": "application/json", "content-length": bytes.length });
  response.end(bytes);
}

/** What only the stand-in knows of a message is not told. */
function withoutNotes(key: string, value: unknown): unknown {
  return key === "standin" ? undefined : value;
}
