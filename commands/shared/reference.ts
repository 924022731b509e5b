/**
 * From what was typed for an option to an answer: at once where it is clear, with a question back where several
 * fit, with suggestions where nothing does.
 */
import type { Choice, Reply } from "../../src/chat/answer/answer.js";
import type { Context } from "../../src/chat/context.js";
import { type Locale, say } from "../../src/chat/locale.js";
import type { Resolution, Role, Row } from "../../src/find/port.js";
import { filmLabel, filmRef } from "../../src/queries/refs/film.js";
import type { Words } from "../../src/words.js";
import { heading } from "./wording.js";

type Options = Record<string, unknown>;

/** The question as it was asked: it is asked again with another value when a choice is picked. */
export interface Asked {
  readonly command: string;
  readonly option: string;
  readonly options: Options;
}

/** How things of one kind are shown and named exactly. */
interface Kind {
  /** Tells namesakes apart: "Cinderella (2015) · Kenneth Branagh". */
  label(row: Row): string;
  /** "tmdb:150689". */
  value(row: Row): string;
  /** As an answer calls it, for "entendí …". */
  name(row: Row): string;
  readonly which: Words;
  readonly none: Words;
}

/** Answers for the film that an option names. */
export function forFilm<Result>(
  context: Context,
  asked: Asked,
  answer: (row: Row) => Reply<Result>,
): Reply<Result> {
  const { catalog, locale, find } = context;
  const kind: Kind = {
    label: (row) => filmLabel(catalog, row, locale.tag),
    value: (row) => `tmdb:${catalog.films.id[row]}`,
    name: (row) => heading(locale, filmRef(catalog, row)),
    which: { es: "¿Cuál de estas películas?", en: "Which of these films?" },
    none: { es: "No encontré ninguna película llamada", en: "I found no film called" },
  };
  return forRow(context, kind, asked, find.film(typed(asked)), answer);
}

/** Answers for the person that an option names, among those with a film in that role. */
export function forPerson<Result>(
  context: Context,
  role: Role,
  asked: Asked,
  answer: (row: Row) => Reply<Result>,
): Reply<Result> {
  const { people, films } = context.catalog;
  const filmsOf = role === "actor" ? people.acted : people.directed;
  const kind: Kind = {
    // Two people of one name are told apart by their best known film.
    label: (row) => `${people.name.get(row)} · ${films.title.get(filmsOf.get(row)[0])}`,
    value: (row) => `person:${people.id[row]}`,
    name: (row) => people.name.get(row),
    which: { es: "¿A quién te refieres?", en: "Whom do you mean?" },
    none:
      role === "actor"
        ? { es: "No encontré a nadie que actúe y se llame", en: "I found no actor called" }
        : { es: "No encontré a nadie que dirija y se llame", en: "I found no director called" },
  };
  return forRow(context, kind, asked, context.find.person(typed(asked), role), answer);
}

/** Answers for the franchise that an option names. */
export function forCollection<Result>(
  context: Context,
  asked: Asked,
  answer: (row: Row) => Reply<Result>,
): Reply<Result> {
  const { collections } = context.catalog;
  const none = { es: "No encontré ninguna saga llamada", en: "I found no franchise called" };
  const kind = named("collection", collections, { es: "¿Qué saga?", en: "Which franchise?" }, none);
  return forRow(context, kind, asked, context.find.collection(typed(asked)), answer);
}

/** Answers for the production company that an option names. */
export function forCompany<Result>(
  context: Context,
  asked: Asked,
  answer: (row: Row) => Reply<Result>,
): Reply<Result> {
  const { companies } = context.catalog;
  const none = { es: "No encontré ninguna productora llamada", en: "I found no company called" };
  const kind = named("company", companies, { es: "¿Qué productora?", en: "Which company?" }, none);
  return forRow(context, kind, asked, context.find.company(typed(asked)), answer);
}

function named(
  prefix: string,
  table: { readonly id: Int32Array; readonly name: { get(row: Row): string } },
  which: Words,
  none: Words,
): Kind {
  const name = (row: Row) => table.name.get(row);
  return { label: name, name, value: (row) => `${prefix}:${table.id[row]}`, which, none };
}

function typed({ options, option }: Asked): string {
  return String(options[option]);
}

function forRow<Result>(
  { locale }: Context,
  kind: Kind,
  asked: Asked,
  resolution: Resolution<Row>,
  answer: (row: Row) => Reply<Result>,
): Reply<Result> {
  const choices = (rows: readonly Row[]): Choice[] =>
    rows.map((row) => ({
      label: kind.label(row),
      command: asked.command,
      options: { ...asked.options, [asked.option]: kind.value(row) } as Choice["options"],
    }));
  switch (resolution.kind) {
    case "found": {
      const { status, result, answer: given } = answer(resolution.value);
      const understood =
        resolution.fit === "close" ? understoodAs(locale, kind.name(resolution.value)) : undefined;
      const others = [...(given.choices ?? []), ...choices(resolution.namesakes)];
      return {
        status,
        result,
        answer: {
          ...given,
          text: [understood, given.text].filter((part) => part !== undefined).join("\n\n") || undefined,
          ...(others.length > 0 ? { choices: others } : {}),
          ...(resolution.namesakes.length > 0 ? { prompt: say(locale, OTHERS) } : {}),
        },
      };
    }
    case "choices":
      return {
        status: "choices",
        result: null,
        answer: { kind: "choices", title: say(locale, kind.which), choices: choices(resolution.values) },
      };
    case "none": {
      const suggestions = choices(resolution.suggestions);
      const hint =
        suggestions.length > 0 ? ` ${say(locale, { es: "¿Quisiste decir…?", en: "Did you mean…?" })}` : "";
      return {
        status: "empty",
        result: null,
        answer: {
          kind: "empty",
          text: `${say(locale, kind.none)} «${typed(asked)}».${hint}`,
          choices: suggestions,
        },
      };
    }
  }
}

const OTHERS: Words = { es: "¿Buscabas otra?", en: "Did you mean another one?" };

/** Said where what is answered differs from what was typed. */
function understoodAs(locale: Locale, name: string): string {
  return say(locale, { es: `Entendí: ${name}`, en: `I took it as: ${name}` });
}
