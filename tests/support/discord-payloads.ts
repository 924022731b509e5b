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

type Part = Message["components"][0]["components"][number];
type Row = Extract<Part, { type: 1 }>;

/** What a message is laid out with. */
export function partsOf({ components: [{ components }] }: Message): readonly Part[] {
  return components;
}

/** Its texts as they are written, in order. */
export function writtenIn(message: Message): readonly string[] {
  return partsOf(message).flatMap((part) => {
    if ("content" in part) return [part.content];
    return "accessory" in part ? part.components.map(({ content }) => content) : [];
  });
}

/** Its rows of buttons and menus. */
export function rowsIn(message: Message): readonly Row["components"][] {
  return partsOf(message).flatMap((part) => (part.type === 1 ? [part.components] : []));
}

/** What can be pressed, with the text that it carries: buttons, and options of menus. */
export function pressedIn(message: Message): readonly { label: string; id: string; style?: number }[] {
  return rowsIn(message)
    .flat()
    .flatMap((component) => {
      if ("options" in component && component.options) {
        return component.options.map(({ label, value }) => ({ label, id: value }));
      }
      if (!("label" in component)) return [];
      const id = "custom_id" in component ? component.custom_id : "url" in component ? component.url : "";
      return [{ label: component.label ?? "", id, style: component.style }];
    });
}

/** What the button or option of that label carries. */
export function idOf(message: Message, label: string): string {
  const found = pressedIn(message).find((one) => one.label === label);
  if (!found) throw new Error(`nothing is called "${label}": ${pressedIn(message).map((one) => one.label)}`);
  return found.id;
}

/** A text as it is shown: without its marks. */
export function plainly(text: string): string {
  const bare = text
    .replace(/^(?:### |-# )/gmu, "")
    .replace(/(?<!\\)\*\*/gu, "")
    .replace(/<\/([^:>]+):\d+>/gu, "/$1");
  return unescaped(bare);
}

/** All that is shown, in the order it is read. */
export function shown(message: Message): string {
  return [...writtenIn(message).map(plainly), ...pressedIn(message).map(({ label }) => label)].join("\n");
}
