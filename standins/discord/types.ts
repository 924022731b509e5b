/** What the stand-in Discord offers to tests: the whole public interface, in one place. */

import type { GatewayControl } from "./gateway/types.js";
import type { RestFaults } from "./rest/faults-types.js";
import type { Counters, RequestLog } from "./rest/log-types.js";

export type { GatewayControl } from "./gateway/types.js";
export type { FaultRule, RestFaults } from "./rest/faults-types.js";
export type { Counters, RequestLog } from "./rest/log-types.js";

/** A JSON object whose members nobody has checked yet. */
export type Json = Record<string, unknown>;

export interface StandInOptions {
  /** The bot's token; anything else is 401 and close code 4004. */
  readonly token?: string;
  readonly applicationId?: string;
  /** What was entered in the developer portal, in the place of what an application begins with. */
  readonly application?: Json;
  /** Guilds that READY lists (as unavailable, as Discord does). */
  readonly guilds?: readonly string[];
  /** What HELLO asks for. Discord's is about 41 s; tests of heartbeats want less. */
  readonly heartbeatMs?: number;
  /** How long an interaction waits for its first response: 3 s. */
  readonly callbackWindowMs?: number;
  /** How long its token serves edits and follow-ups: 15 min. */
  readonly tokenLifetimeMs?: number;
  /** How long `slash` and the others wait for an answer before they say "unanswered". */
  readonly answerTimeoutMs?: number;
  /** Privileged intents the application was granted (a bit field); others are 4014. */
  readonly privilegedIntents?: number;
  /** What /gateway/bot says: shards and the IDENTIFYs left today. */
  readonly shards?: number;
  readonly sessionStarts?: {
    total?: number;
    remaining?: number;
    resetAfterMs?: number;
    concurrency?: number;
  };
  /** Requests allowed: overall a second, and a bucket (`limit` in `windowMs`). False: no limits. */
  readonly rateLimits?: false | { global?: number; limit?: number; windowMs?: number };
  /** The official OpenAPI document: true (default) = where it is present, false = never, or its path. */
  readonly openapi?: boolean | string;
  /** Sizes of the rings: requests logged, interactions remembered, events kept for RESUME. */
  readonly keep?: { requests?: number; interactions?: number; events?: number };
}

export interface Person {
  readonly id?: string;
  readonly name?: string;
  readonly bot?: boolean;
  /** Permission bits in the guild, as a decimal string; the default is an ordinary member's. */
  readonly permissions?: string;
  readonly roles?: readonly string[];
}

/** Who asks, and where. Without `guild` it comes from a direct message. */
export interface From {
  readonly user?: Person;
  readonly guild?: string;
  readonly channel?: string;
  /** The person's language; "es-ES" unless told. */
  readonly locale?: string;
  readonly guildLocale?: string;
  /** How the application is installed there: 0 in the guild, 1 by the user. */
  readonly installedBy?: "guild" | "user";
  /** Whether the channel is age-restricted. */
  readonly nsfw?: boolean;
}

/** A message that somebody writes in a channel. */
export interface Said extends From {
  /** As Discord's client sends it: mentions are "<@ID>". */
  readonly content: string;
  /** Id of the message it replies to. */
  readonly replyTo?: string;
  /** Whether it notifies whoever it replies to; it does unless told. */
  readonly notifies?: boolean;
}

export type OptionValue = string | number | boolean;

export interface Slash extends From {
  /** "pelicula", or "lista crear" for a subcommand, or "a b c" for one in a group. */
  readonly command: string;
  /**
   * Values by option name. Once any command is registered, name and values are held to what was registered, as
   * Discord's own client does: asking what it would never send throws. Before that types are inferred.
   */
  readonly options?: Readonly<Record<string, OptionValue>>;
}

export interface Autocomplete extends Slash {
  /** The option being typed; its value so far is in `options` (or empty). */
  readonly focused: string;
}

/** Whom a message would have notified: must be all empty where names from outside are shown. */
export interface Pings {
  readonly everyone: boolean;
  readonly users: readonly string[];
  readonly roles: readonly string[];
}

/** A message as Discord holds it now. */
export interface MessageState {
  readonly id: string;
  readonly content: string;
  readonly embeds: readonly Json[];
  readonly components: readonly Json[];
  readonly flags: number;
  readonly ephemeral: boolean;
  /** "is thinking…": deferred and not yet edited. */
  readonly loading: boolean;
  readonly deleted: boolean;
  readonly edits: number;
  /** Id of the message it replies to. */
  readonly repliesTo: string | undefined;
  readonly attachments: readonly {
    readonly id: string;
    readonly filename: string;
    readonly size: number;
    readonly description: string | undefined;
  }[];
  /** Every notification that any version of the message would have sent. */
  readonly pings: Pings;
}

export interface Refusal {
  readonly at: number;
  readonly status: number;
  readonly code: number;
  readonly message: string;
  /** "data.embeds.0.title BASE_TYPE_BAD_LENGTH Must be …", one each. */
  readonly problems: readonly string[];
}

export interface Callback {
  readonly type: number;
  readonly data?: Json;
}

/** What became of an interaction; the getters show the state of now. */
export interface InteractionResult {
  readonly id: string;
  readonly token: string;
  /** undelivered: no session to send it to. unanswered: nothing accepted in time. */
  readonly status: "answered" | "unanswered" | "undelivered";
  /** The accepted callback, as it was sent. */
  readonly callback: Callback | undefined;
  /** Milliseconds from sending the event to the accepted callback's arrival. */
  readonly firstResponseMs: number | undefined;
  /** The original response (for types 6 and 7 the message with the component). */
  readonly message: MessageState | undefined;
  readonly followUps: readonly MessageState[];
  /** Choices of an autocomplete answer. */
  readonly choices: readonly { readonly name: string; readonly value: string | number }[];
  /** Requests about this interaction that were refused, in order. */
  readonly refusals: readonly Refusal[];
  /** Resolves when the original response is no longer "thinking"; rejects after `timeoutMs` (5 s). */
  settled(timeoutMs?: number): Promise<InteractionResult>;
  /** Resolves when `met` holds, looking after every change; rejects after `timeoutMs` (5 s). */
  until(met: (result: InteractionResult) => boolean, timeoutMs?: number): Promise<InteractionResult>;
}

export interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly rawBody: Buffer;
}

export interface EndpointResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}

/** A bot that gets its interactions over HTTP: its address, or the function that its server calls. */
export type Endpoint = string | ((request: SignedRequest) => Promise<EndpointResponse>);

export interface SignOptions {
  /** What is wrong with it; nothing unless told. */
  readonly wrong?: "signature" | "key" | "body" | "missing-signature" | "missing-timestamp" | "garbage";
  /** Sign as of another time, properly: a replay. */
  readonly at?: Date;
}

/** Commands as Discord holds them. */
export interface RegisteredCommands {
  global(): readonly Json[];
  guild(id: string): readonly Json[];
}

/** Channels, to which a bot may write without being asked. Each is there unless told. */
export interface ChannelControl {
  /** What was sent to it, oldest first. */
  sent(channel: string): readonly MessageState[];
  /**
   * It is there no more (404), not for the bot (403), a thread that is archived (400), or may not be read, so that nothing
   * can be replied to.
   */
  close(channel: string, why: "gone" | "forbidden" | "archived" | "unreadable"): void;
}

export interface CalendarControl {
  /** Events of a server as Discord holds them, whatever their status. */
  of(guild: string): readonly Json[];
  /** From now on the bot may enter nothing there. */
  forbid(guild: string): void;
  /** Somebody deletes one. */
  delete(guild: string, id: string): void;
}

export interface StandIn {
  /** For discord.js: `rest: { api: standin.api }`. */
  readonly api: string;
  readonly token: string;
  readonly applicationId: string;
  readonly botId: string;
  /** Hex, as in the developer portal. */
  readonly publicKey: string;
  /** Whether bodies are held to the official document, or why not. */
  readonly openapi: "on" | "off" | "absent";

  readonly gateway: GatewayControl;
  readonly faults: RestFaults;
  readonly log: RequestLog;
  readonly counters: Counters;
  readonly commands: RegisteredCommands;
  readonly channels: ChannelControl;
  readonly events: CalendarControl;
  /** Ids of the guilds that the bot is in, as Discord lists them to it: those of READY to begin with. */
  readonly guilds: Set<string>;
  /** Permissions of roles, by guild and role; that of everybody has the guild's id. */
  readonly roles: Map<string, ReadonlyMap<string, string>>;

  slash(input: Slash): Promise<InteractionResult>;
  autocomplete(input: Autocomplete): Promise<InteractionResult>;
  /** Presses a button, or chooses in a menu, of a message that was sent; what is not there throws. */
  component(
    messageId: string,
    customId: string,
    values?: readonly string[],
    user?: Person,
  ): Promise<InteractionResult>;
  /** Submits the modal that `opened` was answered with. */
  modal(opened: InteractionResult, fields: Readonly<Record<string, string>>): Promise<InteractionResult>;
  /** Any interaction, unchecked: `type` and `data` as they are, for forged and hostile ones. */
  interaction(type: number, data: unknown, from?: From): Promise<InteractionResult>;
  /** Writes a message; gives its id, and how many sessions were told of it. */
  says(said: Said): { readonly id: string; readonly told: number };
  /** Somebody deletes a message of the bot's. */
  deletes(messageId: string): void;
  /** Any event to every session; how many got it. */
  dispatch(event: string, data: unknown): number;

  /** Signs a body as Discord does for HTTP interactions (a string is sent as it is). */
  signed(body: unknown, options?: SignOptions): SignedRequest;
  /**
   * Delivers interactions over HTTP from now on, after the probes Discord makes: a PING that must be answered with
   * PONG and badly signed ones that must get 401. Throws where Discord would refuse the address. Undefined: back
   * to the gateway.
   */
  useEndpoint(endpoint: Endpoint | undefined): Promise<void>;

  /** Neither REST nor gateway can be reached for a while; with `forget` no session survives it. */
  outage(ms: number, options?: { rest?: boolean; gateway?: boolean; forget?: boolean }): Promise<void>;
  /** Moves the stand-in's clock on: 3 s and 15 min pass without waiting. */
  advance(ms: number): void;
  /** Forgets faults, log, counters and interactions; commands and sessions stay. */
  reset(): void;
  close(): Promise<void>;
}
