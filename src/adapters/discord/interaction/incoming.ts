/** What Discord sends, read with suspicion: whatever is missing or of another kind is as if it were not there. */
import type { Asker, NamedPerson, Place } from "../../../chat/asking.js";
import { harmlessLine } from "../../../chat/text.js";
import { type Json, list, object, snowflake, text } from "../json.js";
import { withoutMarkup } from "../messages/markup.js";
import {
  COMMAND,
  COMPONENTS_V2,
  DIRECT_CHANNEL,
  EPHEMERAL,
  INTERACTION,
  isThread,
  MODERATOR,
  OPTION,
} from "../protocol.js";
import { type Attached, readAttachment } from "./attachment.js";

/** What every interaction says. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
  /** Id of the person who asks; empty where Discord tells none. */
  readonly user: string;
  readonly asker: Asker | undefined;
  readonly place: Place | undefined;
  /** Whether the channel is for adults; not where Discord does not say so. */
  readonly ageRestricted: boolean;
  /** The person's language and the server's, as tags; empty where Discord tells none. */
  readonly languages: readonly [own: string, server: string];
}

export interface Focus {
  readonly name: string;
  readonly text: string;
}

export type Incoming =
  | { readonly kind: "ping" }
  | {
      readonly kind: "command";
      readonly interaction: Interaction;
      readonly command: string;
      readonly options: Readonly<Record<string, unknown>>;
      /** People whom its options name. */
      readonly people: readonly NamedPerson[];
      readonly attached: Attached | undefined;
    }
  | {
      readonly kind: "complete";
      readonly interaction: Interaction;
      readonly command: string;
      readonly focus: Focus | undefined;
      /** What was typed for the other options. */
      readonly given: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: "component";
      readonly interaction: Interaction;
      readonly customId: string;
      readonly values: readonly string[];
      /** Whether only the person sees the message whose component they used. */
      readonly ephemeral: boolean;
      /** Whether that message is laid out with components: before, it was text and embeds. */
      readonly laidOut: boolean;
    }
  | {
      /** What one may do with a message somebody wrote. */
      readonly kind: "message";
      readonly interaction: Interaction;
      /** What the message says; empty where it says nothing. */
      readonly text: string;
    }
  | { readonly kind: "unknown"; readonly interaction: Interaction };

/** An interaction; undefined for what nobody could answer. Never throws. */
export function readInteraction(payload: unknown): Incoming | undefined {
  const body = object(payload);
  if (body.type === INTERACTION.ping) return { kind: "ping" };
  const interaction = readHead(body);
  if (!interaction) return undefined;
  const data = object(body.data);
  switch (body.type) {
    case INTERACTION.command: {
      if (data.type === COMMAND.message) return { kind: "message", interaction, text: textOfTarget(data) };
      const { command, options } = readCommand(data);
      // fromEntries defines own properties: "__proto__" is an unknown option like any other.
      const given = options.filter(({ type }) => type !== OPTION.attachment);
      const values = Object.fromEntries(given.map(({ name, value }) => [text(name), value]));
      return { kind: "command", interaction, command, options: values, ...resolvedOf(data, options) };
    }
    case INTERACTION.autocomplete: {
      const { command, options } = readCommand(data);
      const focused = options.find((option) => option.focused === true);
      const focus = focused && { name: text(focused.name), text: typed(focused.value) };
      const others = options.filter((option) => option !== focused);
      const given = Object.fromEntries(others.map(({ name, value }) => [text(name), typed(value)]));
      return { kind: "complete", interaction, command, focus, given };
    }
    case INTERACTION.component: {
      const values = list(data.values).filter((value) => typeof value === "string");
      const flags = Number(object(body.message).flags);
      const ephemeral = (flags & EPHEMERAL) !== 0;
      const laidOut = (flags & COMPONENTS_V2) !== 0;
      return { kind: "component", interaction, customId: text(data.custom_id), values, ephemeral, laidOut };
    }
    default:
      return { kind: "unknown", interaction };
  }
}

/** What options stand for that only have a number: people, and a file. */
function resolvedOf(data: Json, options: readonly Json[]) {
  const resolved = object(data.resolved);
  const users = object(resolved.users);
  const members = object(resolved.members);
  const idsOf = (kind: number) =>
    options.filter(({ type }) => type === kind).map(({ value }) => snowflake(value));
  const people = idsOf(OPTION.user).flatMap((id): NamedPerson[] => {
    if (!Object.hasOwn(users, id)) return [];
    const { global_name: global, username, bot } = object(users[id]);
    const { nick } = object(Object.hasOwn(members, id) ? members[id] : undefined);
    const name = [nick, global, username].map((one) => harmlessLine(text(one))).find(Boolean) ?? "…";
    return bot === true ? [] : [{ id: `discord:${id}`, name }];
  });
  const [file] = idsOf(OPTION.attachment);
  return { people, attached: file === undefined ? undefined : readAttachment(resolved, file) };
}

/** What the message says that a command of its menu is used on. */
function textOfTarget({ target_id: target, resolved }: Json): string {
  const messages = object(object(resolved).messages);
  const id = snowflake(target);
  return withoutMarkup(text(Object.hasOwn(messages, id) ? object(messages[id]).content : ""));
}

/** "plataforma" with the subcommand "puntaje" is "plataforma puntaje". */
function readCommand(data: Json): { command: string; options: readonly Json[] } {
  const options = list(data.options).map(object);
  const [first] = options;
  if (first?.type !== OPTION.subcommand) return { command: text(data.name), options };
  return { command: `${text(data.name)} ${text(first.name)}`, options: list(first.options).map(object) };
}

function readHead(body: Json): Interaction | undefined {
  const [id, token] = [snowflake(body.id), text(body.token)];
  // Both become part of an address: what could lead elsewhere is no token.
  if (id === "" || !/^[\w.:=+-]{1,1000}$/u.test(token) || /^\.+$/u.test(token)) return undefined;
  const member = object(body.member);
  const user = snowflake(object(member.user ?? body.user).id);
  return {
    id,
    token,
    applicationId: snowflake(body.application_id),
    user,
    asker: user === "" ? undefined : { id: `discord:${user}`, moderates: mayModerate(member.permissions) },
    place: readPlace(body),
    ageRestricted: object(body.channel).nsfw === true,
    languages: [text(body.locale), text(body.guild_locale)],
  };
}

/** A thread is a topic of the channel that it belongs to. */
function readPlace(body: Json): Place | undefined {
  const channel = object(body.channel);
  const id = snowflake(body.channel_id) || snowflake(channel.id);
  if (id === "") return undefined;
  const guild = snowflake(body.guild_id);
  const where = { platform: "discord", ...(guild === "" ? directly(channel) : { server: guild }) };
  if (!isThread(channel.type)) return { ...where, chat: id };
  return { ...where, chat: snowflake(channel.parent_id) || id, topic: id };
}

/** Outside of a server: alone with the bot, or among people who wrote to each other. */
function directly({ type }: Json): Pick<Place, "direct"> {
  return type === DIRECT_CHANNEL ? { direct: true } : {};
}

function mayModerate(permissions: unknown): boolean {
  const bits = snowflake(permissions);
  return bits !== "" && (BigInt(bits) & MODERATOR) !== 0n;
}

function typed(value: unknown): string {
  return typeof value === "number" ? String(value) : text(value);
}
