/**
 * What a command can ask for. Each helper makes a zod schema with metadata: its kind, which says how a value is
 * resolved and completed, and its name in both languages. Everything a platform shows is derived from these.
 *
 * All but numbers, flags and lists are strings, closed vocabularies too: people misspell months, and a command
 * resolves what they typed through `find`. No transforms: `z.toJSONSchema` must work for every command.
 */
import { z } from "zod";
import type { CompletionKind, Role } from "../../find/port.js";
import type { Words } from "../../words.js";
import { firstCharacters, MAX_QUESTION } from "../text.js";

/**
 * Kinds completed from data, those completed from the program itself, and those that are free. An option of any of them
 * may hold several values (`many`). A `thing` is whatever has an exact value, or a film; a `theme` is free words.
 */
export type OptionKind =
  | CompletionKind
  | "thing"
  | "theme"
  | "command"
  | "member"
  | "text"
  | "integer"
  | "number"
  | "flag";

/** How an option is called in both languages, and what it means where the name does not say it. */
export interface OptionWords extends Words {
  readonly help?: Words;
  /** What else people type for its name, in either language. */
  readonly also?: readonly string[];
}

export interface OptionMeta extends OptionWords {
  readonly kind: OptionKind;
}

/** Values that an option with a list may have. */
export const MOST_LISTED = 100;

/** The values of a list that is typed: "alien, blade runner", "alien + blade runner". */
export function splitList(text: string): readonly string[] {
  return text.split(/\s*[,;]\s*|\s+\+\s+/u).filter((part) => part !== "");
}

function reference(kind: OptionKind, words: OptionWords): z.ZodString {
  return value().meta({ maxLength: MAX_QUESTION, kind, ...words });
}

/** A text of 1 to `MAX_QUESTION` characters. */
function value(): z.ZodString {
  const maximum = MAX_QUESTION;
  return z
    .string()
    .trim()
    .min(1)
    .check(({ value, issues }) => {
      // zod's `max` counts UTF-16 units; JSON Schema's maxLength, like ours, counts characters.
      if (firstCharacters(value, maximum).length < value.length) {
        issues.push({
          code: "too_big",
          origin: "string",
          maximum,
          inclusive: true,
          input: value,
        });
      }
    });
}

/** A film: title, title with year, or an exact id. */
export function filmRef(words: OptionWords = { es: "Título", en: "Title" }): z.ZodString {
  return reference("film", words);
}

/** A person, among those with a film in that role; in either where none is said. */
export function personRef(
  role: Role | "person",
  words: OptionWords = { es: "Nombre", en: "Name" },
): z.ZodString {
  return reference(role, words);
}

/** A franchise ("Toy Story"). */
export function collectionRef(words: OptionWords = { es: "Nombre", en: "Name" }): z.ZodString {
  return reference("collection", words);
}

/** A production company. */
export function companyRef(words: OptionWords = { es: "Nombre", en: "Name" }): z.ZodString {
  return reference("company", words);
}

/** A month: "enero", "ene", "1", "january". */
export function month(words: OptionWords = { es: "Mes", en: "Month" }): z.ZodString {
  return reference("month", words);
}

/** A day of the week: "lunes", "miercoles", "monday". */
export function weekday(words: OptionWords = { es: "Día", en: "Day" }): z.ZodString {
  return reference("weekday", words);
}

/** A country: "España", "spain", "ES". */
export function country(words: OptionWords = { es: "País", en: "Country" }): z.ZodString {
  return reference("country", words);
}

/** A language: "francés", "castellano", "en". */
export function language(words: OptionWords = { es: "Idioma", en: "Language" }): z.ZodString {
  return reference("language", words);
}

/** A genre: "comedia", "sci-fi". */
export function genre(words: OptionWords = { es: "Género", en: "Genre" }): z.ZodString {
  return reference("genre", words);
}

/** A streaming platform: "netflix", "disney". */
export function platform(words: OptionWords = { es: "Plataforma", en: "Platform" }): z.ZodString {
  return reference("platform", words);
}

/** What a duration is counted in: "min", "minutos", "temporadas". */
export function durationType(words: OptionWords = { es: "Tipo", en: "Type" }): z.ZodString {
  return reference("duration", words);
}

/** The order in which films are listed: "mejor", "newest", "más votadas". */
export function order(words: OptionWords = { es: "Orden", en: "Order" }): z.ZodString {
  return reference("order", words);
}

/** Films or series: "pelicula", "series". */
export function titleType(words: OptionWords = { es: "Tipo", en: "Type" }): z.ZodString {
  return reference("type", words);
}

/** What a chart is about: "estrenos", "genres". */
export function chartTopic(words: OptionWords = { es: "Tipo", en: "Kind" }): z.ZodString {
  return reference("chart", words);
}

/** A theme in free words: "viajes en el tiempo". */
export function theme(words: OptionWords = { es: "Tema", en: "Theme" }): z.ZodString {
  return reference("theme", words);
}

/** A film by its title, or anything by its exact value: "person:31", "country:US", "tema:alien". */
export function thing(words: OptionWords): z.ZodString {
  return reference("thing", words);
}

/** Several values of what an option of text holds; typed, they are separated by commas. */
export function many(one: z.ZodString): z.ZodArray<z.ZodString> {
  const { maxLength: _, ...meta } = one.meta() ?? {};
  return z.array(value()).min(1).max(MOST_LISTED).meta(meta);
}

/** Several films. */
export function filmRefs(words: OptionWords = { es: "Títulos", en: "Titles" }): z.ZodArray<z.ZodString> {
  return many(filmRef(words));
}

/** Free words. */
export function text(words: OptionWords = { es: "Texto", en: "Text" }): z.ZodString {
  return reference("text", words);
}

/** Somebody of the server or group: who is meant, the platform vouches for (`Asking.people`). */
export function member(words: OptionWords): z.ZodString {
  return reference("member", words);
}

/** The name of a command of the bot. */
export function commandName(words: OptionWords = { es: "Comando", en: "Command" }): z.ZodString {
  return reference("command", words);
}

interface Range {
  readonly min: number;
  readonly max: number;
}

/** A number within bounds, with decimals where it has them. */
export function decimalNumber({ min, max }: Range, words: OptionWords): z.ZodNumber {
  const meta: OptionMeta = { kind: "number", ...words };
  return z
    .number()
    .min(min)
    .max(max)
    .meta({ ...meta });
}

/** A whole number within bounds; with a default it need not be given. */
export function integer(range: Range & { default: number }, words: OptionWords): z.ZodDefault<z.ZodInt>;
export function integer(range: Range, words: OptionWords): z.ZodInt;
export function integer(
  { min, max, default: fallback }: Range & { default?: number },
  words: OptionWords,
): z.ZodInt | z.ZodDefault<z.ZodInt> {
  const schema = z.int().min(min).max(max);
  const meta: OptionMeta = { kind: "integer", ...words };
  return fallback === undefined ? schema.meta({ ...meta }) : schema.default(fallback).meta({ ...meta });
}

/** Yes or no, where it matters whether it was given. */
export function optionalFlag(words: OptionWords): z.ZodOptional<z.ZodBoolean> {
  return z
    .boolean()
    .meta({ kind: "flag", ...words })
    .optional();
}

/** Yes or no; no unless given. */
export function flag(words: OptionWords): z.ZodDefault<z.ZodBoolean> {
  return z
    .boolean()
    .default(false)
    .meta({ kind: "flag", ...words });
}
