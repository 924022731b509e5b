/** The figures of Discord's protocol that are used here, so that only the gateway has to load its library. */
import type {
  APIActionRowComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIContainerComponent,
  RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";

export const API_VERSION = "v10";

export const INTERACTION = { ping: 1, command: 2, component: 3, autocomplete: 4 } as const;

export const RESPONSE = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
} as const;

export const COMMAND = { chatInput: 1, message: 3, entryPoint: 4 } as const;
export const OPTION = {
  subcommand: 1,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  number: 10,
  attachment: 11,
} as const;
export const COMPONENT = {
  row: 1,
  button: 2,
  select: 3,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
} as const;
export const BUTTON = { primary: 1, secondary: 2, link: 5 } as const;
export const EPHEMERAL = 1 << 6;
/** The message is laid out with components, and has neither text nor embeds of its own; it stays so for good. */
export const COMPONENTS_V2 = 1 << 15;

/** Messages of servers, and those to us alone: neither has to be approved by Discord. */
export const INTENT = { guildMessages: 1 << 9, directMessages: 1 << 12 } as const;

/** A channel between one person and the bot. */
export const DIRECT_CHANNEL = 1;

/** Whether a channel of that type is a thread: of announcements, public or private. */
export function isThread(type: unknown): boolean {
  return type === 10 || type === 11 || type === 12;
}

/** The permission that makes a moderator. */
export const MANAGE_GUILD = 1n << 5n;
const ADMINISTRATOR = 1n << 3n;
export const MODERATOR = MANAGE_GUILD | ADMINISTRATOR;

/** Codes of refusals that mean something to us. */
export const REFUSAL = {
  unknownGuild: 10_004,
  missingAccess: 50_001,
  archivedThread: 50_083,
  automod: 200_000,
  unknownInteraction: 10_062,
  unknownWebhook: 10_015,
  expiredToken: 50_027,
  alreadyAnswered: 40_060,
  /** Replying takes the permission to read what was written before. */
  noHistory: 160_002,
} as const;

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
export type Part = APIComponentInContainer;

/** What a message says of one of its files. */
export interface Attachment {
  /** The number of the file in the same request. */
  readonly id: number;
  readonly filename: string;
  /** What it shows, for those who cannot see it. */
  readonly description?: string;
}

/** A message as we send it: one container; nobody is ever mentioned. */
export interface Message {
  readonly components: readonly [APIContainerComponent];
  readonly allowed_mentions: { readonly parse: [] };
  /** Its files, all of them: an edit lets go of those it does not name. */
  readonly attachments?: readonly Attachment[];
  readonly flags: number;
}

/** A message that takes the place of another; what that one has of before there were components goes with it. */
export interface Edit extends Message {
  readonly content?: null;
  readonly embeds?: readonly [];
}

/** A file that is sent beside a message. */
export interface FileUpload {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A message with its files, in the order of their numbers. */
export interface Rendered {
  readonly message: Message;
  readonly files: readonly FileUpload[];
}

export interface NameAndValue {
  readonly name: string;
  readonly value: string;
}

/** The first response to an interaction. */
export type Response =
  | { readonly type: typeof RESPONSE.pong | typeof RESPONSE.deferredUpdate }
  | { readonly type: typeof RESPONSE.message | typeof RESPONSE.update; readonly data: Message | Edit }
  | { readonly type: typeof RESPONSE.deferredMessage; readonly data: { readonly flags?: number } }
  | { readonly type: typeof RESPONSE.choices; readonly data: { readonly choices: readonly NameAndValue[] } };

export type CommandPayload = RESTPostAPIApplicationCommandsJSONBody;
