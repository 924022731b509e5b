/** One connection: HELLO, then IDENTIFY or RESUME, then heartbeats and events. */
import type { WebSocket } from "ws";
import { isObject, object, text } from "../json.js";
import type { Json } from "../types.js";
import type { World } from "../world.js";
import { Close, intentsProblem, isShard, MAX_PAYLOAD, Op, REASONS, SEND_LIMIT } from "./protocol.js";
import { readyOf } from "./ready.js";
import type { Session } from "./session.js";
import type { Sessions } from "./sessions.js";
import type { Troubles } from "./troubles.js";

/** Closed without a word after this many intervals without a heartbeat. */
const MISSED_HEARTBEATS = 2;

export class Connection {
  session: Session | undefined;
  #alive: NodeJS.Timeout | undefined;
  #sent: number[] = [];
  readonly #socket: WebSocket;
  readonly #world: World;
  readonly #sessions: Sessions;
  readonly #troubles: Troubles;

  constructor(socket: WebSocket, world: World, sessions: Sessions, troubles: Troubles) {
    this.#socket = socket;
    this.#world = world;
    this.#sessions = sessions;
    this.#troubles = troubles;
    socket.on("message", (data) => this.#receive(data.toString()));
    socket.on("close", (code) => this.#closed(code));
    socket.on("error", () => undefined);
    this.say(Op.hello, { heartbeat_interval: world.settings.heartbeatMs, _trace: ["stand-in"] });
    this.#expectHeartbeat();
  }

  send(payload: string): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(payload);
  }

  say(op: number, data: unknown): void {
    this.send(JSON.stringify({ op, d: data, s: null, t: null }));
  }

  close(code: number): void {
    this.#socket.close(code, REASONS[code] ?? "");
  }

  /** As a broken cable does: no close frame, code 1006 at the client. */
  cut(): void {
    this.#socket.terminate();
  }

  #receive(payload: string): void {
    const code = this.#codeFor(payload);
    if (code !== undefined) this.close(code);
  }

  /** Does what a message asks; gives the close code where it deserves one. */
  #codeFor(payload: string): number | undefined {
    if (Buffer.byteLength(payload) > MAX_PAYLOAD) return Close.decode;
    if (this.#sendsTooMuch()) return Close.rateLimited;
    try {
      const message: unknown = JSON.parse(payload);
      return isObject(message) ? this.#obey(Number(message.op), message.d) : Close.decode;
    } catch {
      return Close.decode;
    }
  }

  #obey(op: number, data: unknown): number | undefined {
    switch (op) {
      case Op.heartbeat:
        this.#heartbeat();
        return undefined;
      case Op.identify:
        return this.session ? Close.alreadyAuthenticated : this.#identify(object(data));
      case Op.resume:
        return this.session ? Close.alreadyAuthenticated : this.#resume(object(data));
      case Op.presence:
      case Op.voice:
      case Op.members:
        return this.session ? undefined : Close.notAuthenticated;
      default:
        return this.session ? Close.unknownOpcode : Close.notAuthenticated;
    }
  }

  #heartbeat(): void {
    this.#world.counters.heartbeats += 1;
    this.#expectHeartbeat();
    if (!this.#troubles.ackMuted) this.say(Op.ack, null);
  }

  #identify(data: Json): number | undefined {
    const { settings, counters } = this.#world;
    counters.identifies += 1;
    const ordered = this.#troubles.takeIdentifyRefusal();
    if (ordered !== undefined) return ordered;
    if (data.token !== settings.token) return Close.authenticationFailed;
    const shard = data.shard ?? [0, 1];
    if (!isShard(shard)) return Close.invalidShard;
    const problem = intentsProblem(data.intents, settings.privilegedIntents);
    if (problem !== undefined) return problem;
    if (this.#world.startsLeft <= 0) {
      this.say(Op.invalidSession, false);
      return undefined;
    }
    this.#world.startsLeft -= 1;
    const session = this.#sessions.create(shard, data.intents as number);
    this.#adopt(session);
    session.dispatch("READY", readyOf(this.#world, session));
    this.#establish(session);
    return undefined;
  }

  #resume(data: Json): number | undefined {
    const { settings, counters } = this.#world;
    counters.resumes += 1;
    if (data.token !== settings.token) return Close.authenticationFailed;
    const session = this.#sessions.get(text(data.session_id));
    const after = Number(data.seq);
    if (session && (!Number.isInteger(after) || after > session.sequence)) return Close.invalidSequence;
    if (this.#troubles.takeResumeRefusal() || !session?.canReplay(after)) {
      if (session) this.#sessions.forget(session);
      this.say(Op.invalidSession, false);
      return undefined;
    }
    this.#adopt(session);
    session.replay(after);
    session.dispatch("RESUMED", { _trace: ["stand-in"] });
    this.#establish(session);
    return undefined;
  }

  #adopt(session: Session): void {
    this.session = session;
    session.wire = this;
  }

  #establish(session: Session): void {
    session.established = true;
    this.#sessions.changed();
  }

  #sendsTooMuch(): boolean {
    const now = performance.now();
    this.#sent = this.#sent.filter((at) => now - at < SEND_LIMIT.windowMs);
    this.#sent.push(now);
    return this.#sent.length > SEND_LIMIT.count;
  }

  #expectHeartbeat(): void {
    clearTimeout(this.#alive);
    const patience = this.#world.settings.heartbeatMs * MISSED_HEARTBEATS;
    this.#alive = setTimeout(() => this.close(Close.timedOut), patience);
    this.#alive.unref();
  }

  /** A client that says goodbye (1000, 1001) gives its session up. */
  #closed(code: number): void {
    clearTimeout(this.#alive);
    const { session } = this;
    if (session?.wire !== this) return;
    session.wire = undefined;
    if (code === 1000 || code === 1001) this.#sessions.forget(session);
  }
}
