/** What a command takes, as data without zod: the one description that every platform derives its own from. */
import { z } from "zod";
import type { Words } from "../../words.js";
import { mention } from "../answer/rich-text.js";
import type { Mention } from "../answer/schema.js";
import type { Command } from "../contract.js";
import { yesNo } from "../format.js";
import { type Locale, say } from "../locale.js";
import type { OptionKind } from "./options.js";

export interface OptionDescriptor {
  readonly name: string;
  readonly kind: OptionKind;
  /** Whether it holds a list of values of that kind. */
  readonly many: boolean;
  readonly required: boolean;
  readonly default?: string | number | boolean;
  readonly min?: number;
  readonly max?: number;
  /** The name shown to people. */
  readonly words: Words;
  readonly help?: Words;
  /** What else people type for its name. */
  readonly also?: readonly string[];
}

const wordsSchema = z.object({ es: z.string().min(1), en: z.string().min(1) });

/** The part of a property's JSON Schema that is read here; the rest is of no interest. */
const propertySchema = z.object({
  kind: z.custom<OptionKind>((kind) => typeof kind === "string", "an option needs a kind: use options.ts"),
  type: z.string(),
  es: z.string().min(1),
  en: z.string().min(1),
  help: wordsSchema.optional(),
  also: z.array(z.string()).optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

const documentSchema = z.object({
  properties: z.record(z.string(), propertySchema),
  required: z.array(z.string()).default([]),
  // Without it an unknown option would be dropped in silence.
  additionalProperties: z.literal(false, "options must be a z.strictObject"),
});

const cache = new WeakMap<Command, readonly OptionDescriptor[]>();

/**
 * The options of a command, in the order they are written, computed once for each command.
 * Throws a plain error (a bug in the command) for an option without metadata, a transform, a loose object,
 * or a positional that is no option.
 */
export function describe(command: Command): readonly OptionDescriptor[] {
  const known = cache.get(command);
  if (known) return known;
  const options = read(command);
  cache.set(command, options);
  return options;
}

function read(command: Command): readonly OptionDescriptor[] {
  for (const [name, schema] of Object.entries(command.options.shape)) refuseTransforms(command, name, schema);
  const document = documentSchema.safeParse(z.toJSONSchema(command.options, { io: "input" }));
  if (!document.success) throw new Error(`/${command.name}: ${z.prettifyError(document.error)}`);
  const { properties, required } = document.data;
  for (const name of command.positional) {
    if (!Object.hasOwn(properties, name))
      throw new Error(`/${command.name}: positional "${name}" is no option`);
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    kind: property.kind,
    many: property.type === "array",
    required: required.includes(name),
    default: property.default,
    min: property.minimum,
    max: property.maximum,
    words: { es: property.es, en: property.en },
    help: property.help,
    also: property.also,
  }));
}

/** With io "input" a transform would go unnoticed: what a platform declares and what a command gets would differ. */
function refuseTransforms(command: Command, name: string, schema: z.core.$ZodType): void {
  const { def } = schema._zod;
  if (def.type === "pipe" || def.type === "transform") {
    throw new Error(`/${command.name}: option "${name}" has a transform; resolve it in the command instead`);
  }
  if ("innerType" in def) refuseTransforms(command, name, def.innerType as z.core.$ZodType);
}

/** Commands with more options than these are shortened among others. */
const MOST_IN_BRIEF = 4;

/** Options that buttons give and nobody types: which page of a list, of which turn. */
const UNLISTED: ReadonlySet<string> = new Set(["pagina", "semilla"]);

/** The options of a command that people are told of. */
export function listedOptions(command: Command): readonly OptionDescriptor[] {
  return describe(command).filter(({ name }) => !UNLISTED.has(name));
}

/** How a command is typed: "/recomendar [título] [cantidad=5]"; required options in angle brackets. */
export function usage(command: Command, locale: Locale): Mention {
  const parts = listedOptions(command).map((option) => usageOf(option, command, locale));
  return mention(command.name, parts.join(" "));
}

/** The same among other commands: of one with many options only those that are typed without their name. */
export function briefUsage(command: Command, locale: Locale): Mention {
  const options = listedOptions(command);
  if (options.length <= MOST_IN_BRIEF) return usage(command, locale);
  const nameless = options.filter(({ name, required }) => required || command.positional.includes(name));
  return mention(
    command.name,
    [...nameless.map((option) => usageOf(option, command, locale)), "[…]"].join(" "),
  );
}

function usageOf(option: OptionDescriptor, { positional }: Command, locale: Locale): string {
  const shown = positional.includes(option.name)
    ? say(locale, option.words).toLowerCase()
    : `${typedName(option, locale)}=${fallback(option, locale)}`;
  return option.required ? `<${shown}>` : `[${shown}]`;
}

/** An option's name in the reader's language as it can be typed: "duración_máxima". */
export function typedName({ words }: Pick<OptionDescriptor, "words">, locale: Locale): string {
  return say(locale, words).toLowerCase().replaceAll(" ", "_");
}

/** One of the command's examples, to be typed or tapped; the first unless said. */
export function exampleOf({ name, examples }: Pick<Command, "name" | "examples">, at = 0): Mention {
  return mention(name, (examples[at] ?? examples[0]).slice(name.length + 1));
}

function fallback({ default: value = "…" }: OptionDescriptor, locale: Locale): string {
  return typeof value === "boolean" ? yesNo(locale, value) : String(value);
}
