/** A bot small enough to see through: a few films, a few commands, a log that keeps what it is told. */
import { z } from "zod";
import type { Catalog } from "../../src/catalog/catalog.js";
import { type Command, defineCommand } from "../../src/chat/command/command.js";
import type { Services } from "../../src/chat/context.js";
import type { Surroundings } from "../../src/chat/dispatch.js";
import { DependencyError, UserError } from "../../src/chat/errors.js";
import { parseLocale, say } from "../../src/chat/locale.js";
import { commandName, filmRef, flag, integer, month, platform, text } from "../../src/chat/command/options.js";
import { foldName } from "../../src/chat/text.js";
import type { Completion, Find, Resolution, Term } from "../../src/find/port.js";

export const SECRET = "hunter2-hunter2";

const FILMS = [
  { value: "tmdb:597", label: "Titanic (1997)", votes: 7770 },
  { value: "tmdb:11021", label: "Titanic (1953)", votes: 45 },
  { value: "tmdb:862", label: "Toy Story (1995)", votes: 5415 },
  { value: "tmdb:863", label: "Toy Story 2 (1999)", votes: 3914 },
  { value: "tmdb:150689", label: "Cinderella (2015) · Kenneth Branagh", votes: 2426 },
  { value: "tmdb:11224", label: "Cinderella (1950) · Clyde Geronimi", votes: 1760 },
  { value: "tmdb:1", label: "¿Qué hora es cantidad=3? (2001)", votes: 3 },
] as const;

const TERMS: readonly Term[] = [
  { id: "1", label: { es: "Enero", en: "January" } },
  { id: "netflix", label: { es: "Netflix", en: "Netflix" } },
  { id: "amazon", label: { es: "Amazon Prime", en: "Amazon Prime" } },
];

const nothing: Resolution<never> = { kind: "none", suggestions: [] };

export const find: Find = {
  explainFilm: (typed) => ({ steps: [], limit: 0, floor: 0, films: [], resolution: find.film(typed) }),
  film: (typed) => {
    const folded = foldName(typed);
    const rows = FILMS.flatMap(({ value, label }, row) =>
      value === folded || foldName(label).startsWith(folded) ? [row] : [],
    );
    const [value] = rows;
    if (value === undefined) return nothing;
    if (folded === "cinderella") return { kind: "choices", values: rows };
    return { kind: "found", value, fit: "exact", namesakes: [] };
  },
  person: () => nothing,
  collection: () => nothing,
  company: () => nothing,
  term: (_, typed) => {
    const value = TERMS.find(({ id, label }) => id === typed || foldName(label.es) === foldName(typed));
    return value ? { kind: "found", value, fit: "exact", namesakes: [] } : nothing;
  },
  complete: (kind, typed, limit): readonly Completion[] => {
    const known = kind === "film" ? FILMS : TERMS.map(({ id, label }) => ({ label: label.es, value: id }));
    return known
      .filter(({ label }) => foldName(label).startsWith(foldName(typed)))
      .slice(0, limit)
      .map(({ label, value }) => ({ label, value, text: label.split(" · ")[0] ?? label }));
  },
};

const votos = defineCommand({
  name: "votos",
  summary: { es: "Votos de una película", en: "Votes of a film" },
  options: z.strictObject({ titulo: filmRef() }),
  result: z.unknown(),
  positional: ["titulo"],
  examples: ["votos titanic"],
  run: ({ find, locale }, { titulo }) => {
    const found = find.film(titulo);
    if (found.kind === "none") {
      const words = { es: "No encuentro esa película.", en: "I do not find that film." };
      return { status: "empty", result: null, answer: { kind: "empty", text: say(locale, words) } };
    }
    if (found.kind === "choices") {
      const choices = found.values.flatMap((row) => {
        const film = FILMS[row];
        return film ? [{ label: film.label, command: "votos", options: { titulo: film.value } }] : [];
      });
      const words = { es: "¿Cuál de ellas?", en: "Which one?" };
      return {
        status: "choices",
        result: null,
        answer: { kind: "choices", text: say(locale, words), choices },
      };
    }
    const film = FILMS[found.value];
    const fields = [{ name: say(locale, { es: "Votos", en: "Votes" }), value: String(film?.votes) }];
    return { status: "ok", result: film, answer: { kind: "figure", title: film?.label, fields } };
  },
});

const recomendar = defineCommand({
  name: "recomendar",
  summary: { es: "Películas parecidas", en: "Similar films" },
  options: z.strictObject({
    titulo: filmRef().optional(),
    cantidad: integer({ min: 1, max: 10, default: 5 }, { es: "Cantidad", en: "Count" }),
    publico: flag({ es: "Público", en: "Public" }),
  }),
  result: z.unknown(),
  positional: ["titulo"],
  examples: ["recomendar matrix", "recomendar toy story cantidad=10"],
  run: (_, options) => ({
    status: "ok",
    result: options,
    answer: { kind: "list", list: Array.from({ length: options.cantidad }, (_, at) => `${at + 1}`) },
  }),
});

const puntaje = defineCommand({
  name: "plataforma puntaje",
  summary: { es: "Películas con mejor puntaje", en: "Films with a better score" },
  options: z.strictObject({
    plataforma: platform(),
    puntaje: integer({ min: 0, max: 100 }, { es: "Puntaje", en: "Score" }),
    anio: integer({ min: 1870, max: 2100 }, { es: "Año", en: "Year" }),
  }),
  result: z.unknown(),
  positional: ["plataforma", "puntaje", "anio"],
  examples: ["plataforma puntaje netflix 70 2018"],
  run: (_, options) => ({ status: "ok", result: options, answer: { kind: "figure", text: "7" } }),
});

const maxima = defineCommand({
  name: "plataforma maxima",
  summary: { es: "El título más largo", en: "The longest title" },
  options: z.strictObject({
    anio: integer({ min: 1870, max: 2100 }, { es: "Año", en: "Year" }).optional(),
    plataforma: platform().optional(),
    tipo: text({ es: "Tipo", en: "Type" }).optional(),
  }),
  result: z.unknown(),
  positional: ["anio", "plataforma", "tipo"],
  examples: ["plataforma maxima 2018 netflix min"],
  run: (_, options) => ({ status: "ok", result: options, answer: { kind: "figure", text: "7" } }),
});

const mes = defineCommand({
  name: "mes",
  summary: { es: "Estrenos de un mes", en: "Releases of a month" },
  options: z.strictObject({ mes: month() }),
  result: z.unknown(),
  positional: ["mes"],
  examples: ["mes enero"],
  run: ({ now }, { mes }) => {
    if (mes === "bug") throw new Error(`connect postgres://bot:${SECRET}@db failed`);
    if (mes === "reject") return Promise.reject(SECRET);
    if (mes === "person") throw new UserError({ es: "Eso no es un mes.", en: "That is no month." });
    if (mes === "dependency") {
      const cause = new Error(SECRET);
      throw new DependencyError("store", { es: "Ahora no puedo.", en: "Not now." }, { cause });
    }
    return { status: "ok", result: { now: now.toISOString() }, answer: { kind: "figure", text: mes } };
  },
});

const ayuda = defineCommand({
  name: "ayuda",
  summary: { es: "Cómo se usa", en: "How to use it" },
  options: z.strictObject({ comando: commandName().optional() }),
  result: z.unknown(),
  positional: ["comando"],
  examples: ["ayuda", "ayuda votos"],
  run: () => ({ status: "ok", result: null, answer: { kind: "help", text: "Pregunta por una película." } }),
});

export const commands: readonly Command[] = [votos, recomendar, puntaje, maxima, mes, ayuda];

const catalog = {
  manifest: { version: "v1", dataDate: "2017-07-31", counts: { films: 45433 } },
} as unknown as Catalog;

export const services: Services = {
  catalog,
  find,
  fullText: () => Promise.resolve({ search: () => [] }),
  recommender: () => Promise.reject(new Error("no film is like another here")),
  commands,
  settings: { minimumVotes: 2000 },
};

/** What was logged, and a question's surroundings that log there. */
export function surroundings(
  tag = "es",
): Surroundings & { readonly logged: { details: object; message: string }[] } {
  const logged: { details: object; message: string }[] = [];
  const keep = (details: object, message: string) => void logged.push({ details, message });
  return {
    locale: parseLocale(tag),
    now: new Date("2020-02-02T00:00:00Z"),
    log: { warn: keep, error: keep },
    logged,
  };
}
