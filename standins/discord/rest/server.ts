/** The REST side: reads a request, finds its route, holds it to the rules, answers it or plays a fault on it. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { OpenApi } from "../openapi.js";
import { Refused, refused } from "../refused.js";
import type { World } from "../world.js";
import { channelRoutes } from "./channels.js";
import { commandRoutes } from "./commands.js";
import type { FaultQueue } from "./faults.js";
import type { FaultRule } from "./faults-types.js";
import { guildRoutes } from "./guilds.js";
import { identityRoutes } from "./identity.js";
import { interactionRoutes } from "./interactions.js";
import type { Log } from "./log.js";
import { type Body, parseBody } from "./multipart.js";
import { RateLimits } from "./rate-limits.js";
import { BrokenReply, send, tooMany } from "./reply.js";
import { type Answer, type Route, RouteTable } from "./route.js";
import { scheduledEventRoutes } from "./scheduled-events.js";

const BASE = "/api/v10";
const MAX_BODY = 25 * 1024 * 1024;
const INVALID: readonly (number | undefined)[] = [401, 403, 429];

interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly raw: Buffer;
  readonly oversized: boolean;
}

/** A request on its way: what is known of it so far, for the log. */
interface Exchange {
  readonly incoming: Incoming;
  route?: Route;
  params: readonly string[];
  body?: unknown;
  answer?: Answer;
  headers: Record<string, string>;
}

export class RestServer {
  readonly #table = new RouteTable([
    ...identityRoutes,
    ...guildRoutes,
    ...commandRoutes,
    ...interactionRoutes,
    ...channelRoutes,
    ...scheduledEventRoutes,
  ]);
  readonly limits: RateLimits;
  readonly #world: World;
  readonly #faults: FaultQueue;
  readonly #log: Log;
  readonly #openapi: OpenApi | undefined;

  constructor(world: World, faults: FaultQueue, log: Log, openapi: OpenApi | undefined) {
    this.#world = world;
    this.#faults = faults;
    this.#log = log;
    this.#openapi = openapi;
    this.limits = new RateLimits(world.settings.rateLimits);
  }

  readonly listener = (req: IncomingMessage, res: ServerResponse): void => {
    // A client that leaves in the middle is none of our trouble.
    this.#handle(req, res).catch(() => res.destroy());
  };

  async #handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const started = performance.now();
    const at = this.#world.clock.now();
    const incoming = await read(req);
    const exchange: Exchange = { incoming, params: [], headers: { via: "1.1 google" } };
    const found = this.#table.find(incoming.method, incoming.path.slice(BASE.length));
    if (typeof found === "object") {
      exchange.route = found.route;
      exchange.params = found.params;
    }
    this.#world.counters.requests += 1;
    const fault = this.#faults.take(incoming.method, exchange.route?.pattern ?? "", incoming.path);
    const status = fault ? await this.#broken(exchange, res, fault) : await this.#whole(exchange, res);
    if (INVALID.includes(status)) this.#world.counters.invalid += 1;
    if (status === 429) this.#world.counters.rateLimited += 1;
    this.#log.add({
      at,
      method: incoming.method,
      path: incoming.path,
      route: exchange.route?.pattern ?? "",
      status,
      ms: performance.now() - started,
      body: exchange.body,
      answer: exchange.answer?.body,
      fault: fault?.kind,
    });
  }

  async #whole(exchange: Exchange, res: ServerResponse): Promise<number> {
    const answer = await this.#answer(exchange);
    send(res, answer, exchange.headers);
    return answer.status;
  }

  async #broken(exchange: Exchange, res: ServerResponse, fault: FaultRule): Promise<number | undefined> {
    this.#world.counters.faults += 1;
    const answer = BrokenReply.needsAnswer(fault) ? await this.#answer(exchange) : undefined;
    return await new BrokenReply(res, fault).play(answer, exchange.headers);
  }

  /** The answer Discord would give: limits first, then who asks, then the rules. */
  async #answer(exchange: Exchange): Promise<Answer> {
    exchange.answer = await this.#judge(exchange).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      this.#note(exchange, error);
      return { status: error.status, body: error.toBody() };
    });
    return exchange.answer;
  }

  async #judge(exchange: Exchange): Promise<Answer> {
    const { incoming, params } = exchange;
    const { route } = exchange;
    if (!incoming.path.startsWith(`${BASE}/`)) throw refused.notFound();
    if (!route) {
      const other = this.#table.find(incoming.method, incoming.path.slice(BASE.length)) === "other-method";
      throw other ? refused.methodNotAllowed() : refused.notFound();
    }
    const limited = this.#limit(exchange, route);
    if (limited) return limited;
    if (route.auth === "bot" && incoming.headers.authorization !== `Bot ${this.#world.settings.token}`) {
      throw refused.unauthorized();
    }
    if (incoming.oversized) throw refused.tooLarge();
    const body = await parseIncoming(incoming);
    exchange.body = body.json;
    const request = {
      world: this.#world,
      params,
      query: incoming.query,
      body: body.json,
      uploads: body.uploads,
    };
    const carryOut = route.handle(request);
    this.#consult(route, body);
    return carryOut();
  }

  #limit(exchange: Exchange, route: Route): Answer | undefined {
    if (route.unlimited) return undefined;
    const bucket = `${route.method}:${route.pattern} ${exchange.params.slice(0, 2).join(" ")}`;
    const { limited, headers } = this.limits.take(bucket, route.auth === "bot");
    Object.assign(exchange.headers, headers);
    if (!limited) return undefined;
    const reply = tooMany(limited);
    Object.assign(exchange.headers, reply.headers);
    return reply.answer;
  }

  /** The official document's opinion, after the stand-in's own rules: their codes are the ones Discord gives. */
  #consult(route: Route, { json, uploads }: Body): void {
    if (!this.#openapi || json === undefined || uploads.length > 0) return;
    const problems = this.#openapi.request(route.method, route.pattern, json);
    if (problems.length > 0) throw refused.invalidForm(problems);
  }

  #note({ route, params }: Exchange, error: Refused): void {
    const { counters, interactions, clock } = this.#world;
    const code = String(error.code || error.status);
    counters.refused[code] = (counters.refused[code] ?? 0) + 1;
    if (route?.interactionToken === undefined) return;
    interactions.byToken(params[route.interactionToken] ?? "")?.refuse(error, clock.now());
  }
}

/** The whole request. By events: iterating over a stream costs several times as much, and bursts are measured here. */
function read(req: IncomingMessage): Promise<Incoming> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY) chunks.push(chunk);
    });
    req.on("error", reject);
    req.on("end", () => {
      const [path = "", query = ""] = (req.url ?? "").split("?", 2);
      resolve({
        method: req.method ?? "GET",
        path,
        query: new URLSearchParams(query),
        headers: req.headers,
        raw: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks),
        oversized: size > MAX_BODY,
      });
    });
  });
}

async function parseIncoming({ raw, headers }: Incoming): Promise<Body> {
  return await parseBody(raw, headers["content-type"] ?? "");
}
