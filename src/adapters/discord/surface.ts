/** The Discord surface as a whole: it registers, answers, and ends. */
import { setTimeout as pause } from "node:timers/promises";
import type { Answer } from "../../chat/answer/schema.js";
import type { Place, ShownMessage } from "../../chat/asking.js";
import type { Bot } from "../../chat/contract.js";
import type { Locale } from "../../chat/locale.js";
import { BoundedMap } from "../../surface/bounded-map.js";
import type { Webhook } from "../../surface/network/webhook.js";
import type { Delivery, Sending, Surface, SurfaceFigures, SurfaceOptions } from "../../surface/port.js";
import { SeenIds } from "../../surface/seen-ids.js";
import { OperatorError } from "../../words.js";
import type { Application } from "./connection/application.js";
import { ChannelMessages } from "./connection/channel-messages.js";
import type { GatewayOptions } from "./connection/gateway.js";
import { knownGuilds } from "./connection/guilds.js";
import { type DiscordHealth, Health } from "./connection/health.js";
import { createEndpoint } from "./connection/http-endpoint.js";
import { throughProxy } from "./connection/proxied.js";
import { Rest, type RestFigures } from "./connection/rest.js";
import { ScheduledEvents } from "./connection/scheduled-events.js";
import { reportFigures } from "./connection/shard-figures.js";
import { Troubles } from "./connection/troubles.js";
import { Afterwards } from "./interaction/afterwards.js";
import { InFlight } from "./interaction/in-flight.js";
import { practise } from "./interaction/practice.js";
import { InteractionQueue } from "./interaction/queue.js";
import { Replies, type ReplyFigures } from "./interaction/replies.js";
import { Responder } from "./interaction/responder.js";
import { type Responses, withoutFiles } from "./interaction/responses.js";
import { MessageQuestions } from "./messages/message-questions.js";
import { INTENT, type Response } from "./protocol.js";
import { welcome } from "./registration/invite.js";
import { registered } from "./registration/registered.js";
import { Registration } from "./registration/registration.js";
import type { DiscordSettings } from "./settings.js";

/** What is in flight has this long to be answered once we are told to end. */
const LONGEST_END = 8_500;
const REGISTRATION_PAUSES = [5_000, 30_000, 120_000] as const;
const LONGEST_REGISTRATION_PAUSE = 600_000;
/** First responses over HTTP that are kept in case their request comes again. */
const RESPONSES_KEPT = 500;
/** Until it is looked again whether another process that has an interaction answered it, or never will. */
const TURN_PAUSES = [2_000, 9_000] as const;

export interface DiscordOptions extends SurfaceOptions {
  readonly settings: DiscordSettings;
  /** Only a part of the whole, which somebody else registers the commands of. */
  readonly shard?: boolean;
}

export interface DiscordFigures extends SurfaceFigures, Readonly<Omit<ReplyFigures, keyof SurfaceFigures>> {
  /** Those that were only promised an answer because too many came at once. */
  readonly hurried: number;
  readonly requests: Readonly<RestFigures>;
}

export class DiscordSurface implements Surface {
  readonly name = "discord";
  readonly #options: DiscordOptions;
  readonly #health: Health;
  /** What is wrong with what is delivered over HTTP. */
  readonly #troubles: Troubles;
  readonly #rest: Rest;
  /** Ids of the commands by the first word of their names, once Discord told them. */
  readonly #commandIds = new Map<string, string>();
  readonly #replies: Replies;
  readonly #queue: InteractionQueue;
  readonly #afterwards: Afterwards;
  readonly #channels: ChannelMessages;
  readonly calendar: ScheduledEvents;
  /** Undefined where messages are not answered. */
  readonly #messages: MessageQuestions | undefined;
  readonly #inFlight = new InFlight();
  readonly #deliveries = new InFlight();
  readonly #seen = new SeenIds<string>();
  readonly #responses = new BoundedMap<string, Promise<Response | undefined>>(2 * RESPONSES_KEPT);
  readonly #stop = new AbortController();
  #repeated = 0;
  #gateway: { stop(): Promise<void> } | undefined;

  /** What the HTTP server mounts; undefined unless interactions are delivered over HTTP. */
  readonly webhook: Webhook | undefined;

  /** @throws OperatorError for settings that cannot work */
  constructor(options: DiscordOptions) {
    const { settings, bot, log, now, tell } = options;
    this.#options = options;
    this.#health = new Health(tell);
    this.#troubles = new Troubles(tell);
    this.#rest = new Rest(settings.apiUrl);
    this.#replies = new Replies(this.#rest, log);
    const commandIds = this.#commandIds;
    this.#queue = new InteractionQueue(new Responder({ ...options, commandIds }));
    this.#afterwards = new Afterwards({
      queue: this.#queue,
      replies: this.#replies,
      inFlight: this.#inFlight,
      ending: this.#stop.signal,
    });
    const { token, messages: grants } = settings;
    this.#channels = new ChannelMessages({ rest: this.#rest, token, bot, log, commandIds });
    this.calendar = new ScheduledEvents({ rest: this.#rest, token, log });
    this.#messages =
      grants && token !== undefined
        ? new MessageQuestions({
            ...options,
            rest: this.#rest,
            token,
            grants,
            commandIds,
            ending: this.#stop.signal,
          })
        : undefined;
    if (settings.mode !== "http") return;
    const respond = (payload: unknown, since: number) => this.#respond(payload, since);
    this.webhook = {
      path: "/discord/interactions",
      handle: createEndpoint(settings.publicKey ?? "", { respond, now, troubles: this.#troubles }),
    };
  }

  get health(): DiscordHealth {
    if (this.webhook && !this.#health.stopped) {
      return { state: "up", connected: 0, connections: 0, problem: this.#troubles.current };
    }
    return this.#health.current;
  }

  get figures(): DiscordFigures {
    const { figures } = this.#replies;
    const messages = this.#messages?.figures ?? { answered: 0, lost: 0, repeated: 0 };
    return {
      ...figures,
      answered: figures.answered + messages.answered,
      lost: figures.lost + messages.lost,
      requests: { ...this.#rest.figures },
      repeated: this.#repeated + messages.repeated,
      hurried: this.#queue.hurried,
      inFlight: this.#inFlight.size,
    };
  }

  /** Registers what changed and connects, both in the background: nothing else waits for Discord. */
  async start(): Promise<void> {
    const { settings, shard } = this.#options;
    const { token } = settings;
    if (token === undefined) return;
    if (shard) reportFigures(() => this.figures, this.#stop.signal);
    else void this.#keepRegistering(token);
    if (!this.webhook) void this.#connect(token);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    // The last answers go out over REST: the connection is of no use to them.
    const hungUp = Promise.race([this.#gateway?.stop(), pause(1000, undefined, { ref: false })]);
    const all = [this.#inFlight, this.#deliveries].map((work) => work.drained(LONGEST_END));
    const left = (await Promise.all(all)).reduce((sum, one) => sum + one, 0);
    if (left > 0) this.#options.log.error({ left }, "Discord: ended before everything was answered");
    await hungUp;
    this.#rest.close();
  }

  readonly servers = () => knownGuilds(this.#rest, this.#options.settings.token, this.#options.log);

  async deliver(place: Place, answer: Answer, locale: Locale, own?: Sending): Promise<Delivery> {
    if (this.#stop.signal.aborted) return "failed";
    const sending = this.#channels.send(place, answer, locale, own);
    this.#deliveries.add(sending);
    return sending;
  }

  async redraw(message: ShownMessage, answer: Answer, locale: Locale): Promise<Delivery> {
    if (this.#stop.signal.aborted) return "failed";
    const drawing = this.#channels.redraw(message, answer, locale);
    this.#deliveries.add(drawing);
    return drawing;
  }

  practise(line: string, bot: Bot): Promise<void> {
    const { locale, now } = this.#options;
    const commandIds = this.#commandIds;
    return practise(new Responder({ bot: () => bot, locale, now, commandIds }), line, bot);
  }

  async #connect(token: string): Promise<void> {
    const makeRequest = throughProxy(process.env);
    // The library is large: only who needs the gateway loads it.
    const { Gateway } = await import("./connection/gateway.js");
    if (this.#stop.signal.aborted) return;
    const { settings, log } = this.#options;
    const gateway = new Gateway({
      token,
      apiUrl: settings.apiUrl,
      makeRequest,
      health: this.#health,
      log,
      take: (payload) => this.#inFlight.add(this.#take(payload)),
      messages: this.#messagesOf(settings.messages),
    });
    this.#gateway = gateway;
    await gateway.connect();
  }

  #messagesOf(grants: DiscordSettings["messages"]): GatewayOptions["messages"] {
    const questions = this.#messages;
    if (!questions || !grants) return undefined;
    return {
      intents: (grants.mentions ? INTENT.guildMessages : 0) | (grants.direct ? INTENT.directMessages : 0),
      take: (payload, me) => this.#inFlight.add(questions.take(payload, me)),
    };
  }

  /** Answers one interaction of the gateway. Never rejects. */
  async #take(payload: unknown): Promise<void> {
    const since = performance.now();
    const id = idOf(payload);
    if (id !== undefined && !this.#seen.isNew(id)) {
      this.#repeated++;
      return;
    }
    const responses = await this.#queue.respond(payload, since);
    if (!responses?.interaction) return;
    const taken = await this.#replies.first(responses.interaction, responses, since);
    if (taken) await this.#afterwards.follow(responses);
  }

  /** The first response to what was delivered over HTTP, the same for each time it comes. Never rejects. */
  #respond(payload: unknown, since: number): Promise<Response | undefined> {
    const id = idOf(payload);
    if (id === undefined) return this.#respondOnce(payload, since);
    const before = this.#responses.get(id);
    if (before) {
      this.#repeated++;
      return before;
    }
    const response = this.#respondOnce(payload, since);
    this.#responses.set(id, response);
    return response;
  }

  async #respondOnce(payload: unknown, since: number): Promise<Response | undefined> {
    const responding = this.#queue.respond(payload, since);
    this.#inFlight.add(responding);
    const responses = await responding;
    if (!responses) return undefined;
    // Our answer to a request is JSON: files follow it.
    const ready = withoutFiles(responses);
    if (ready.interaction) this.#replies.responded(since);
    this.#inFlight.add(this.#followOnce(ready));
    return ready.first;
  }

  /**
   * What follows a first response is sent by one process, though the interaction were delivered to several: each gives the
   * same first response, of which Discord takes one. Never rejects.
   */
  async #followOnce(responses: Responses): Promise<void> {
    const { interaction, promised, better } = responses;
    if (!interaction || !(promised || better)) return;
    const { bot, now } = this.#options;
    const { turns } = bot().ports;
    const take = () => turns?.take(this.name, interaction.id, now()) ?? "mine";
    let turn = await take();
    for (let tries = 0; turn === "held" && tries < TURN_PAUSES.length; tries++) {
      await pause(TURN_PAUSES[tries], undefined, { signal: this.#stop.signal }).catch(() => undefined);
      turn = await take();
    }
    if (turn !== "mine") {
      this.#repeated++;
      return;
    }
    await this.#afterwards.follow(responses);
    turns?.answered(this.name, interaction.id);
  }

  /** Told once the connection stands. */
  async #welcome(application: Application): Promise<void> {
    if (!this.webhook) await this.#health.connected();
    if (!this.#stop.signal.aborted) welcome(application, this.#options.tell);
  }

  async #keepRegistering(token: string): Promise<void> {
    const { settings, log, bot } = this.#options;
    const registration = new Registration(this.#rest, token);
    const { signal } = this.#stop;
    for (let tries = 0; !signal.aborted && !this.#health.stopped; tries++) {
      try {
        const application = await registration.application();
        const applicationId = settings.applicationId ?? application.id;
        const { ids } = await registration.register({ applicationId }, registered(bot().program));
        for (const [name, command] of ids) this.#commandIds.set(name, command);
        this.#troubles.knowKey(application.publicKey, settings.publicKey);
        void this.#welcome(application);
        return;
      } catch (error) {
        if (error instanceof OperatorError) return this.#health.stop(error.words);
        log.warn({ err: error }, "Discord: the commands could not be registered yet");
      }
      const wait = REGISTRATION_PAUSES[tries] ?? LONGEST_REGISTRATION_PAUSE;
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}

function idOf(payload: unknown): string | undefined {
  const { id } = (payload ?? {}) as { readonly id?: unknown };
  return typeof id === "string" ? id : undefined;
}
