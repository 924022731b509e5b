/** The gateway: accepts connections, delivers events to sessions, and does what tests order. */
import { WebSocketServer } from "ws";
import { Listener } from "../listener.js";
import type { World } from "../world.js";
import { Connection } from "./connection.js";
import { Close, Op } from "./protocol.js";
import type { Session } from "./session.js";
import { Sessions } from "./sessions.js";
import { Troubles } from "./troubles.js";
import type { GatewayControl } from "./types.js";

const READY_TIMEOUT = 60_000;

export class Gateway implements GatewayControl {
  readonly listener: Listener;
  readonly troubles = new Troubles();
  readonly #sessions: Sessions;
  readonly #sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  readonly #connections = new Set<Connection>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    this.#sessions = new Sessions(world.settings.keep.events);
    this.listener = new Listener((_, res) => res.writeHead(426).end());
    this.listener.server.on("upgrade", (req, socket, head) => {
      this.#sockets.handleUpgrade(req, socket, head, (client) => {
        world.counters.connections += 1;
        const query = new URL(req.url ?? "/", "ws://gateway").searchParams;
        const connection = new Connection(client, world, this.#sessions, this.troubles);
        this.#connections.add(connection);
        client.on("close", () => this.#connections.delete(connection));
        if (query.get("v") !== "10") connection.close(Close.invalidVersion);
        // discord.js asks for plain JSON unless zlib-sync is installed; nothing else is spoken here.
        else if ((query.get("encoding") ?? "json") !== "json" || query.has("compress"))
          connection.close(Close.decode);
      });
    });
  }

  get url(): string {
    return `ws://${this.listener.host}`;
  }

  get sessions(): readonly Session[] {
    return this.#sessions.all();
  }

  /** Delivers an event to the sessions of a guild's shard, or of direct messages; how many have it or will replay it. */
  dispatch(event: string, data: unknown, guild: string | undefined): number {
    const sessions = this.#sessions.of(guild);
    const copies = sessions.length > 0 ? this.troubles.takeCopies() : 1;
    for (const session of sessions) session.dispatch(event, data, copies);
    this.#world.counters.dispatched += sessions.length;
    return sessions.length;
  }

  /** Delivers an event to the sessions of a guild's shard, to each what it may see of it; how many saw any. */
  show(event: string, guild: string | undefined, seenBy: (intents: number) => unknown): number {
    const shown = this.#sessions.of(guild).flatMap((session) => {
      const data = seenBy(session.intents);
      return data === undefined ? [] : [{ session, data }];
    });
    const copies = shown.length > 0 ? this.troubles.takeCopies() : 1;
    for (const { session, data } of shown) session.dispatch(event, data, copies);
    this.#world.counters.dispatched += shown.length;
    return shown.length;
  }

  /** Delivers an event to every session. */
  broadcast(event: string, data: unknown): number {
    const sessions = this.#sessions.all();
    const copies = sessions.length > 0 ? this.troubles.takeCopies() : 1;
    for (const session of sessions) session.dispatch(event, data, copies);
    this.#world.counters.dispatched += sessions.length;
    return sessions.length;
  }

  drop(code?: number): void {
    for (const connection of this.#connections) {
      if (code === undefined) connection.cut();
      else connection.close(code);
    }
  }

  reconnect(): void {
    for (const connection of this.#connections) connection.say(Op.reconnect, null);
  }

  invalidate(resumable: boolean): void {
    for (const connection of this.#connections) {
      if (!resumable && connection.session) this.#sessions.forget(connection.session);
      connection.say(Op.invalidSession, resumable);
    }
  }

  requestHeartbeat(): void {
    for (const connection of this.#connections) connection.say(Op.heartbeat, null);
  }

  muteAcks(on: boolean): void {
    this.troubles.ackMuted = on;
  }

  refuseResumes(times: number): void {
    this.troubles.refuseResumes(times);
  }

  refuseIdentifies(code: number, times = 1): void {
    this.troubles.refuseIdentifies(code, times);
  }

  duplicateNext(times: number): void {
    this.troubles.duplicateNext(times);
  }

  forgetSessions(): void {
    for (const session of this.#sessions.all()) this.#sessions.forget(session);
  }

  async ready(count = 1, timeoutMs = READY_TIMEOUT): Promise<void> {
    await this.#sessions.ready(count, timeoutMs);
  }

  async shut(): Promise<void> {
    for (const connection of this.#connections) connection.cut();
    await this.listener.shut();
  }
}
