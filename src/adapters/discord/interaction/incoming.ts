/** What Discord sends, read with suspicion: whatever is missing or of another kind is as if it were not there. */
import { knownLocale, type Locale } from "../../../chat/locale.js";
import { INTERACTION, MODERATOR, OPTION } from "../protocol.js";

/** What every interaction says. */
export interface Sender {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
  /** The person who asks. */
  readonly user: string;
  /** Whether they may moderate the server they ask in. */
  readonly moderates: boolean;
  /** The person's language, else the server's; undefined where neither is spoken here. */
  readonly locale: Locale | undefined;
}

export interface Focus {
  readonly name: string;
  readonly text: string;
}

export type Incoming =
  | { readonly kind: "ping" }
  | {
      readonly kind: "command";
      readonly sender: Sender;
      readonly command: string;
      readonly options: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: "complete";
      readonly sender: Sender;
      readonly command: string;
      readonly focus: Focus | undefined;
    }
  | {
      readonly kind: "component";
      readonly sender: Sender;
      readonly customId: string;
      readonly values: readonly string[];
    }
  | { readonly kind: "unknown"; readonly sender: Sender };

type Json = Readonly<Record<string, unknown>>;

/** An interaction; undefined for what nobody could answer. Never throws. */
export function readInteraction(payload: unknown): Incoming | undefined {
  const body = object(payload);
  if (body.type === INTERACTION.ping) return { kind: "ping" };
  const sender = readSender(body);
  if (!sender) return undefined;
  const data = object(body.data);
  switch (body.type) {
    case INTERACTION.command: {
      const { command, options } = readCommand(data);
      // fromEntries defines own properties: "__proto__" is an unknown option like any other.
      const values = Object.fromEntries(options.map(({ name, value }) => [text(name), value]));
      return { kind: "command", sender, command, options: values };
    }
    case INTERACTION.autocomplete: {
      const { command, options } = readCommand(data);
      const focused = options.find((option) => option.focused === true);
      const focus = focused && { name: text(focused.name), text: typed(focused.value) };
      return { kind: "complete", sender, command, focus };
    }
    case INTERACTION.component: {
      const values = list(data.values).filter((value) => typeof value === "string");
      return { kind: "component", sender, customId: text(data.custom_id), values };
    }
    default:
      return { kind: "unknown", sender };
  }
}

/** "plataforma" with the subcommand "puntaje" is "plataforma puntaje". */
function readCommand(data: Json): { command: string; options: readonly Json[] } {
  const options = list(data.options).map(object);
  const [first] = options;
  if (first?.type !== OPTION.subcommand) return { command: text(data.name), options };
  return { command: `${text(data.name)} ${text(first.name)}`, options: list(first.options).map(object) };
}

function readSender(body: Json): Sender | undefined {
  const [id, token] = [snowflake(body.id), text(body.token)];
  // Both become part of an address: what could lead elsewhere is no token.
  if (id === "" || !/^[\w.:=+-]{1,1000}$/u.test(token) || /^\.+$/u.test(token)) return undefined;
  const member = object(body.member);
  const user = object(member.user ?? body.user);
  return {
    id,
    token,
    applicationId: snowflake(body.application_id),
    user: snowflake(user.id),
    moderates: mayModerate(member.permissions),
    locale: localeNamed(text(body.locale)) ?? localeNamed(text(body.guild_locale)),
  };
}

const locales = new Map<string, Locale | undefined>();

/** Reading a tag is slow. Discord has some thirty; whatever else comes is read each time. */
function localeNamed(tag: string): Locale | undefined {
  if (locales.has(tag)) return locales.get(tag);
  const locale = knownLocale(tag);
  if (locales.size < 50) locales.set(tag, locale);
  return locale;
}

function mayModerate(permissions: unknown): boolean {
  const bits = snowflake(permissions);
  return bits !== "" && (BigInt(bits) & MODERATOR) !== 0n;
}

function object(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 25) : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function typed(value: unknown): string {
  return typeof value === "number" ? String(value) : text(value);
}

function snowflake(value: unknown): string {
  return typeof value === "string" && /^\d{1,20}$/u.test(value) ? value : "";
}
