/** The Discord surface as a whole: it registers, answers, and ends. */
import { setTimeout as pause } from "node:timers/promises";
import type { Words } from "../../words.js";
import { OperatorError } from "../../words.js";
import { Desk, type DeskOptions } from "./interaction/responder.js";
import { type DiscordHealth, Health } from "./connection/health.js";
import { createEndpoint, type InteractionsEndpoint } from "./connection/http-endpoint.js";
import { InFlight } from "./interaction/in-flight.js";
import { Intake } from "./interaction/queue.js";
import { registered } from "./registration/registered.js";
import { Registration } from "./registration/registration.js";
import { Replies, type ReplyFigures } from "./interaction/reply.js";
import { Rest, type RestFigures } from "./connection/rest.js";
import { Seen } from "./seen.js";
import type { DiscordSettings } from "./settings.js";

/** What is in flight has this long to be answered once we are told to end. */
const LONGEST_END = 8_500;
const REGISTRATION_PAUSES = [5_000, 30_000, 120_000, 600_000] as const;

export interface DiscordOptions extends DeskOptions {
  readonly settings: DiscordSettings;
  /** Says one line to the operator. */
  readonly tell: (words: Words) => void;
  /** Only a part of the whole, which somebody else registers the commands of. */
  readonly shard?: boolean;
}

export interface DiscordFigures extends ReplyFigures, RestFigures {
  /** Events that came twice. */
  readonly duplicates: number;
  /** Those that were only promised an answer because too many came at once. */
  readonly hurried: number;
  readonly inFlight: number;
}

export class DiscordSurface {
  readonly #health: Health;
  readonly #rest: Rest;
  readonly #replies: Replies;
  readonly #intake: Intake;
  readonly #inFlight = new InFlight();
  readonly #seen = new Seen();
  readonly #stop = new AbortController();
  #duplicates = 0;
  #gateway: { stop(): Promise<void> } | undefined;

  /** What the HTTP server mounts; undefined unless interactions are delivered over HTTP. */
  readonly endpoint: InteractionsEndpoint | undefined;

  /** Throws an OperatorError for settings that cannot work. */
  constructor(private readonly options: DiscordOptions) {
    const { settings, log, now, tell } = options;
    this.#health = new Health(tell);
    this.#rest = new Rest(settings.apiUrl);
    this.#replies = new Replies(this.#rest, log);
    this.#intake = new Intake(new Desk(options));
    if (settings.mode !== "http") return;
    const parts = { intake: this.#intake, replies: this.#replies, inFlight: this.#inFlight, now };
    this.endpoint = createEndpoint(settings.publicKey ?? "", parts);
  }

  get health(): DiscordHealth {
    if (this.endpoint && !this.#health.stopped) return { state: "up", shardsUp: 0, shards: 0 };
    return this.#health.current;
  }

  get figures(): DiscordFigures {
    return {
      ...this.#replies.figures,
      ...this.#rest.figures,
      duplicates: this.#duplicates,
      hurried: this.#intake.hurried,
      inFlight: this.#inFlight.size,
    };
  }

  /** Registers what changed and connects, both in the background: nothing else waits for Discord. */
  start(): void {
    const { token } = this.options.settings;
    if (token === undefined) return;
    if (!this.options.shard) void this.#keepRegistering(token);
    if (!this.endpoint) void this.#connect(token);
  }

  /** Takes no more interactions, answers those in flight, and leaves within 10 seconds. */
  async stop(): Promise<void> {
    this.#stop.abort();
    // The last answers go out over REST: the connection is of no use to them.
    const hungUp = Promise.race([this.#gateway?.stop(), pause(1000, undefined, { ref: false })]);
    const left = await this.#inFlight.drained(LONGEST_END);
    if (left > 0) this.options.log.error({ left }, "Discord: ended before everything was answered");
    await hungUp;
    this.#rest.close();
  }

  async #connect(token: string): Promise<void> {
    // The library is large: only who needs the gateway loads it.
    const { Gateway } = await import("./connection/gateway.js");
    if (this.#stop.signal.aborted) return;
    const { settings, log } = this.options;
    const gateway = new Gateway({
      token,
      apiUrl: settings.apiUrl,
      health: this.#health,
      log,
      take: (payload) => this.#inFlight.add(this.#take(payload)),
    });
    this.#gateway = gateway;
    await gateway.connect();
  }

  /** Answers one interaction. Never rejects. */
  async #take(payload: unknown): Promise<void> {
    const since = performance.now();
    if (!this.#seen.isNew(String((payload as { id?: unknown } | null)?.id))) {
      this.#duplicates++;
      return;
    }
    const reaction = await this.#intake.react(payload, since);
    if (!reaction?.sender) return;
    const { sender, first, later, apology } = reaction;
    const taken = await this.#replies.first(sender, first, since, apology);
    if (taken && later) {
      await this.#intake.afterwards(async () => this.#replies.edit(sender, await later()));
    }
  }

  async #keepRegistering(token: string): Promise<void> {
    const { settings, log, services, restricted } = this.options;
    const registration = new Registration(this.#rest, token);
    const { signal } = this.#stop;
    for (let tries = 0; !signal.aborted && !this.#health.stopped; tries++) {
      try {
        const applicationId = settings.applicationId ?? (await registration.applicationId());
        const { commands, hidden } = registered(services(), restricted);
        await registration.register({ applicationId }, commands, hidden);
        return;
      } catch (error) {
        if (error instanceof OperatorError) return this.#health.stop(error.words);
        log.warn({ err: error }, "Discord: the commands could not be registered yet");
      }
      const wait = REGISTRATION_PAUSES[Math.min(tries, REGISTRATION_PAUSES.length - 1)];
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}
