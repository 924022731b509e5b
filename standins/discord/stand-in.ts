/** The stand-in itself: puts the parts together and gives tests their handles. */

import { Channels } from "./channels.js";
import { Clock } from "./clock.js";
import { CommandStore } from "./command-store.js";
import { Gateway } from "./gateway/gateway.js";
import { ask } from "./interactions/asking.js";
import { Delivery } from "./interactions/delivery.js";
import { type Interaction, Kind } from "./interactions/interaction.js";
import { Interactions } from "./interactions/interactions.js";
import { DEFAULT_CHANNEL, userOf } from "./interactions/people.js";
import { Signer } from "./interactions/signing.js";
import { submit, use } from "./interactions/using.js";
import { isObject, object } from "./json.js";
import { Listener } from "./listener.js";
import { seenMessage, writtenMessage } from "./messages/written.js";
import { OpenApi } from "./openapi.js";
import { FaultQueue } from "./rest/faults.js";
import { CALLBACK } from "./rest/interactions.js";
import { Log, newCounters } from "./rest/log.js";
import { RestServer } from "./rest/server.js";
import { ScheduledEvents } from "./scheduled-events.js";
import { settingsOf } from "./settings.js";
import type {
  Autocomplete,
  Endpoint,
  From,
  InteractionResult,
  Person,
  Said,
  SignedRequest,
  SignOptions,
  Slash,
  StandIn,
  StandInOptions,
} from "./types.js";
import type { World } from "./world.js";

export class StandInDiscord implements StandIn {
  readonly token: string;
  readonly applicationId: string;
  readonly botId: string;
  readonly publicKey: string;
  readonly openapi: StandIn["openapi"];
  readonly gateway: Gateway;
  readonly faults = new FaultQueue();
  readonly log: Log;
  readonly counters = newCounters();
  readonly commands: CommandStore;
  readonly channels = new Channels();
  readonly events: ScheduledEvents;
  readonly guilds: Set<string>;
  readonly roles = new Map<string, ReadonlyMap<string, string>>();

  readonly #clock = new Clock();
  readonly #signer = new Signer();
  readonly #world: World;
  readonly #rest: RestServer;
  readonly #listener: Listener;
  readonly #delivery: Delivery;
  #closed = false;

  static async start(options: StandInOptions): Promise<StandInDiscord> {
    const standIn = new StandInDiscord(options);
    await standIn.gateway.listener.open();
    await standIn.#listener.open();
    return standIn;
  }

  private constructor(options: StandInOptions) {
    const settings = settingsOf(options);
    this.token = settings.token;
    this.applicationId = settings.applicationId;
    // A bot's user has the id of its application, and its token is "id.time.secret".
    this.botId = settings.applicationId;
    this.publicKey = this.#signer.publicKey;
    this.events = new ScheduledEvents(this.#clock, this.botId);
    this.commands = new CommandStore(this.#clock, settings.applicationId);
    this.guilds = new Set(settings.guilds);
    this.log = new Log(settings.keep.requests);
    this.#world = {
      settings,
      clock: this.#clock,
      counters: this.counters,
      commands: this.commands,
      interactions: new Interactions(this.#clock, settings.keep.interactions),
      channels: this.channels,
      events: this.events,
      guilds: this.guilds,
      roles: this.roles,
      bot: userOf({ id: this.botId, name: "claqueta", bot: true }),
      publicKey: this.publicKey,
      gatewayUrl: () => this.gateway.url,
      startsLeft: settings.starts.remaining,
    };
    const document = settings.openapi === false ? undefined : OpenApi.load(settings.openapi);
    document?.warm("POST", CALLBACK);
    this.openapi = settings.openapi === false ? "off" : document ? "on" : "absent";
    this.gateway = new Gateway(this.#world);
    this.#rest = new RestServer(this.#world, this.faults, this.log, document);
    this.#listener = new Listener(this.#rest.listener);
    this.#delivery = new Delivery(this.#world, this.gateway, this.#signer);
  }

  get api(): string {
    return `http://${this.#listener.host}/api`;
  }

  async slash(input: Slash): Promise<InteractionResult> {
    const { data } = ask(this.commands, !this.commands.isEmpty, input);
    return await this.#delivery.send({ kind: Kind.command, data, from: input });
  }

  async autocomplete(input: Autocomplete): Promise<InteractionResult> {
    const { data, optionType } = ask(this.commands, !this.commands.isEmpty, input);
    return await this.#delivery.send({ kind: Kind.autocomplete, data, from: input, optionType });
  }

  async component(
    messageId: string,
    customId: string,
    values?: readonly string[],
    user?: Person,
  ): Promise<InteractionResult> {
    const found = this.#world.interactions.byMessage(messageId);
    const message = found?.message ?? this.channels.message(messageId);
    if (!message) throw new Error(`no message ${messageId} is known`);
    const data = use(message, customId, values);
    const from = { ...(found?.interaction.from ?? this.channels.from(messageId)), ...(user && { user }) };
    return await this.#delivery.send({ kind: Kind.component, data, from, source: message });
  }

  async modal(
    opened: InteractionResult,
    fields: Readonly<Record<string, string>>,
  ): Promise<InteractionResult> {
    const { from, source, callback } = opened as Interaction;
    if (callback?.type !== 9 || !isObject(callback.data))
      throw new Error("that was not answered with a modal");
    const data = submit(object(callback.data), fields);
    return await this.#delivery.send({ kind: Kind.modal, data, from, source });
  }

  async interaction(type: number, data: unknown, from: From = {}): Promise<InteractionResult> {
    return await this.#delivery.send({ kind: type, data, from });
  }

  says(said: Said): { id: string; told: number } {
    const { guild, channel = DEFAULT_CHANNEL, replyTo } = said;
    const replied = replyTo === undefined ? undefined : this.channels.find(channel, replyTo);
    if (replyTo !== undefined && !replied) throw new Error(`no message ${replyTo} stands there`);
    const message = writtenMessage(this.#clock, this.#world.bot, said, replied);
    this.channels.write(message);
    const told = this.gateway.show("MESSAGE_CREATE", guild, (intents) =>
      seenMessage(message, this.botId, intents),
    );
    return { id: String(message.id), told };
  }

  deletes(messageId: string): void {
    const found = this.#world.interactions.byMessage(messageId)?.message ?? this.channels.message(messageId);
    if (!found) throw new Error(`no message ${messageId} is known`);
    found.deleted = true;
  }

  dispatch(event: string, data: unknown): number {
    return this.gateway.broadcast(event, data);
  }

  signed(body: unknown, options?: SignOptions): SignedRequest {
    return this.#signer.signed(body, this.#clock.now(), options);
  }

  async useEndpoint(endpoint: Endpoint | undefined): Promise<void> {
    await this.#delivery.useEndpoint(endpoint);
  }

  async outage(
    ms: number,
    {
      rest = true,
      gateway = true,
      forget = false,
    }: { rest?: boolean; gateway?: boolean; forget?: boolean } = {},
  ): Promise<void> {
    const gone = [...(rest ? [this.#listener] : []), ...(gateway ? [this.gateway] : [])];
    await Promise.all(gone.map((one) => one.shut()));
    if (forget) this.gateway.forgetSessions();
    await new Promise((resolve) => setTimeout(resolve, ms));
    if (this.#closed) return;
    if (rest) await this.#listener.open();
    if (gateway) await this.gateway.listener.open();
  }

  advance(ms: number): void {
    this.#clock.advance(ms);
  }

  reset(): void {
    this.faults.clear();
    this.gateway.troubles.clear();
    this.log.clear();
    this.#world.interactions.clear();
    this.channels.clear();
    this.events.clear();
    this.#rest.limits.clear();
    Object.assign(this.counters, newCounters());
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#world.interactions.clear();
    await Promise.all([this.gateway.shut(), this.#listener.shut()]);
  }
}
