/** Interactions as Discord sends them, and what a person would see of a message. */
import type { Message } from "../../src/adapters/discord/protocol.js";
import type { Bot } from "../../src/chat/contract.js";
import { parseLine } from "../../src/chat/line/parse.js";
import { recognisedBy } from "../../src/chat/line/positionals.js";

export const ASKER = "80351110224678912";
export const OTHER = "80351110224678913";

let next = 1_200_000_000_000_000_000n;

interface From {
  readonly user?: string;
  readonly locale?: string;
  readonly guildLocale?: string;
  readonly permissions?: string;
  /** The channel as Discord describes it; a text channel unless told. */
  readonly channel?: Readonly<Record<string, unknown>>;
  /** The message whose component is used. */
  readonly message?: Readonly<Record<string, unknown>>;
}

const CHANNEL = { id: "613425648685547542", type: 0 };

function interaction(type: number, data: unknown, from: From = {}): Record<string, unknown> {
  const { user = ASKER, locale = "es-ES", guildLocale, permissions = "0", channel = CHANNEL, message } = from;
  next += 1n;
  return {
    id: String(next),
    application_id: "1100000000000000000",
    type,
    token: `token-${next}`,
    version: 1,
    data,
    guild_id: "613425648685547541",
    channel_id: channel.id,
    channel,
    member: { user: { id: user, username: "ana" }, permissions },
    locale,
    ...(guildLocale === undefined ? {} : { guild_locale: guildLocale }),
    ...(message === undefined ? {} : { message }),
  };
}

type Options = Readonly<Record<string, string | number | boolean>>;

function commandData(command: string, options: Options, focused?: string) {
  const [name = "", sub] = command.split(" ");
  const listed = Object.entries(options).map(([option, value]) => ({
    name: option,
    type: typeof value === "string" ? 3 : typeof value === "number" ? 4 : 5,
    value,
    ...(option === focused ? { focused: true } : {}),
  }));
  const own = sub === undefined ? listed : [{ type: 1, name: sub, options: listed }];
  return { id: "1", name, type: 1, options: own };
}

export function slash(command: string, options: Options = {}, from?: From) {
  return interaction(2, commandData(command, options), from);
}

export function typing(command: string, focused: string, options: Options, from?: From) {
  return interaction(4, commandData(command, options, focused), from);
}

export function press(customId: string, from?: From) {
  return interaction(3, { custom_id: customId, component_type: 2 }, from);
}

export function pick(customId: string, value: string, from?: From) {
  return interaction(3, { custom_id: customId, component_type: 3, values: [value] }, from);
}

/** A typed line as the slash command a person would send; what names no command, as it is. */
export function slashOf({ program, edition }: Bot, line: string, from?: From) {
  const { command, options } = parseLine(program.commands, line, recognisedBy(edition.find));
  return slash(command.name, options as Options, from);
}

/** Undoes what is escaped, as Discord's client does. */
export function unescaped(text: string): string {
  return text.replace(/\\([^0-9A-Za-z\s])/gu, "$1");
}

/** All that is shown, in the order it is read. */
export function shown({ embeds, components }: Message): string {
  const texts = embeds.flatMap(({ title, description, fields = [], footer }) => [
    title,
    description,
    ...fields.map(({ name, value }) => `${name}: ${value}`),
    footer?.text,
  ]);
  const pressed = components.flatMap((row) =>
    row.components.flatMap((component) => {
      if ("options" in component && component.options) return component.options.map(({ label }) => label);
      return "label" in component ? [component.label] : [];
    }),
  );
  const markdown = texts.filter((text) => text !== undefined).map(unescaped);
  return [...markdown, ...pressed].join("\n");
}
