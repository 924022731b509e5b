/** A bot small enough to see through: a few films, a few commands, ports in memory that can be looked into. */
import { z } from "zod";
import type { Catalog } from "../../src/catalog/catalog.js";
import { type FilmRow, filmRow } from "../../src/catalog/rows.js";
import type { Manifest } from "../../src/catalog/schema.js";
import type { Reply } from "../../src/chat/answer/reply.js";
import type { Asker, Asking, Place } from "../../src/chat/asking.js";
import { defineAction } from "../../src/chat/command/action.js";
import { defineCommand } from "../../src/chat/command/command.js";
import {
  commandName,
  filmRef,
  flag,
  integer,
  month,
  platform,
  text,
} from "../../src/chat/command/options.js";
import type { Bot, Command, Edition, Program } from "../../src/chat/contract.js";
import { DependencyError, UserError } from "../../src/chat/errors/errors.js";
import { SAID_FOR_YES } from "../../src/chat/line/said.js";
import { parseLocale, say } from "../../src/chat/locale.js";
import type { Ports } from "../../src/chat/ports.js";
import { foldName } from "../../src/chat/text.js";
import type { Completion, Find, NamedKind, NamedRows, Resolution, Term } from "../../src/find/port.js";
import { FALLBACKS } from "../../src/settings/declared.js";
import { MemoryLanguageChoices } from "../../src/surface/memory/language-choices.js";
import { MemoryLastAnswers } from "../../src/surface/memory/last-answers.js";
import { MemoryShortKeys } from "../../src/surface/memory/short-keys.js";

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

/** A slip away from a title. */
const NEAR_TITANIC = "titanik";

const TERMS: readonly Term[] = [
  { id: "1", label: { es: "Enero", en: "January" } },
  { id: "netflix", label: { es: "Netflix", en: "Netflix" } },
  { id: "amazon", label: { es: "Amazon Prime", en: "Amazon Prime" } },
];

const nothing: Resolution<never> = { kind: "none", suggestions: [] };

const resolutions: { readonly [Kind in NamedKind]: (typed: string) => Resolution<NamedRows[Kind]> } = {
  film: (typed) => find.film(typed),
  actor: () => nothing,
  director: () => nothing,
  collection: () => nothing,
  company: () => nothing,
};

export const find: Find = {
  linkIn: () => undefined,
  knownTitle: () => undefined,
  titled: () => [],
  namesIn: () => [],
  explain: (kind, typed) => ({
    steps: [],
    limit: 0,
    floor: 0,
    candidates: [],
    resolution: resolutions[kind](typed),
  }),
  film: (typed): Resolution<FilmRow> => {
    const folded = foldName(typed);
    if (folded === NEAR_TITANIC) return { kind: "found", value: filmRow(0), fit: "close", namesakes: [] };
    const rows = FILMS.flatMap(({ value, label }, row) =>
      value === folded || foldName(label).startsWith(folded) ? [filmRow(row)] : [],
    );
    const [value] = rows;
    if (value === undefined) return nothing;
    if (folded === "cinderella") return { kind: "choices", values: rows };
    return { kind: "found", value, fit: "exact", namesakes: [] };
  },
  series: () => nothing,
  filmOrSeries: (typed) => ({ kind: "film", film: find.film(typed), series: [] }),
  person: () => nothing,
  collection: () => nothing,
  company: () => nothing,
  theme: () => nothing,
  themeCalled: () => nothing,
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
  names: { es: "votos", en: "votes" },
  summary: { es: "Votos de una película", en: "Votes of a film" },
  options: z.strictObject({ titulo: filmRef() }),
  result: z.unknown(),
  positional: ["titulo"],
  examples: ["votos titanic"],
  run: ({ find, locale, asked, tentative }, { titulo }) => {
    const found = find.film(titulo);
    if (tentative && found.kind === "found" && found.fit === "close") {
      const options = { titulo: "tmdb:597" };
      const choices = [{ label: "Titanic (1997)", command: asked.command, options, said: SAID_FOR_YES }];
      const words = { es: "¿Quisiste decir…?", en: "Did you mean…?" };
      return {
        status: "choices",
        result: null,
        answer: { kind: "choices", text: say(locale, words), choices },
      };
    }
    if (found.kind === "none") {
      const words = { es: "No encuentro esa película.", en: "I do not find that film." };
      return { status: "empty", result: null, answer: { kind: "empty", text: say(locale, words) } };
    }
    if (found.kind === "choices") {
      const choices = found.values.flatMap((row) => {
        const film = FILMS[row];
        return film ? [{ label: film.label, command: asked.command, options: { titulo: film.value } }] : [];
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
  names: { es: "recomendar", en: "recommend" },
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
    answer: {
      kind: "list",
      list: { lines: Array.from({ length: options.cantidad }, (_, at) => ({ head: `${at + 1}` })) },
    },
  }),
});

const puntaje = defineCommand({
  names: { es: "plataforma puntaje", en: "platform above" },
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
  names: { es: "plataforma maxima", en: "platform longest" },
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
  names: { es: "mes", en: "month" },
  summary: { es: "Estrenos de un mes", en: "Releases of a month" },
  options: z.strictObject({ mes: month() }),
  result: z.unknown(),
  positional: ["mes"],
  examples: ["mes enero"],
  run: ({ now }, { mes }) => {
    if (mes === "bug") throw new Error(`connect postgres://bot:${SECRET}@db failed`);
    if (mes === "reject") return Promise.reject(SECRET);
    if (mes === "person") {
      const words = { es: "Eso no es un mes.", en: "That is no month." };
      throw new UserError("invalid_parameter", words, { option: "mes" });
    }
    if (mes === "dependency") {
      const cause = new Error(SECRET);
      throw new DependencyError("store", { es: "Ahora no puedo.", en: "Not now." }, { cause });
    }
    return { status: "ok", result: { now: now.toISOString() }, answer: { kind: "figure", text: mes } };
  },
});

const ayuda = defineCommand({
  names: { es: "ayuda", en: "help" },
  summary: { es: "Cómo se usa", en: "How to use it" },
  options: z.strictObject({ comando: commandName().optional() }),
  result: z.unknown(),
  positional: ["comando"],
  examples: ["ayuda", "ayuda votos"],
  run: () => ({ status: "ok", result: null, answer: { kind: "help", text: "Pregunta por una película." } }),
});

export const commands: readonly Command[] = [votos, recomendar, puntaje, maxima, mes, ayuda];

/** For who runs the bot. */
const refrescar = defineCommand({
  names: { es: "refrescar", en: "refresh" },
  summary: { es: "Renovar los datos", en: "Refresh the data" },
  effect: "write",
  access: "operator",
  options: z.strictObject({}),
  result: z.unknown(),
  positional: [],
  examples: ["refrescar"],
  run: ({ locale }) => ({
    status: "ok",
    result: "begun",
    answer: { kind: "figure", title: say(locale, { es: "Renovando…", en: "Refreshing…" }) },
    later: async () => ({
      status: "ok",
      result: "done",
      answer: { kind: "figure", title: say(locale, { es: "Renovado", en: "Refreshed" }) },
    }),
  }),
});

/** Counts up at each press: what it has reached stands in its button. */
export const contar = defineAction({
  name: "contar",
  state: z.strictObject({ hasta: z.coerce.number().int().min(0).max(99) }),
  run: ({ locale, asker }, { hasta }): Reply => ({
    status: "ok",
    result: { hasta, by: asker?.id ?? null },
    answer: {
      kind: "figure",
      title: say(locale, { es: `Van ${hasta}`, en: `${hasta} so far` }),
      actions: [contar.button("+1", { hasta: hasta + 1 })],
    },
  }),
});

const manifest: Manifest = {
  format: 1,
  version: "v1",
  dataDate: "2017-07-31",
  counts: { films: 45433 },
  sources: [],
  files: {},
};

export const edition: Edition = {
  // Nothing here reads a table.
  catalog: { manifest } as Catalog,
  find,
  fullText: () => Promise.resolve({ search: () => [], containing: () => [] }),
  recommender: () => Promise.reject(new Error("no film is like another here")),
};

/** Who runs the bot. */
export const OPERATOR: Asker = { id: "fake:1", moderates: false };
export const MODERATOR: Asker = { id: "fake:2", moderates: true };
export const SOMEBODY: Asker = { id: "fake:3", moderates: false };

/** Where people ask. */
export const PLACE: Place = { platform: "fake", server: "10", chat: "100" };

export const program: Program = {
  commands,
  operatorCommands: [refrescar],
  actions: [contar],
  settings: FALLBACKS,
  operators: new Set([OPERATOR.id]),
  // Words are understood by what is under test elsewhere: here one sentence is, and one title that is only near.
  *understand(words, _edition, known) {
    yield;
    const titulo = /^how many votes has (.+)$/iu.exec(words)?.[1];
    const command = known.find(({ name }) => name === "votos");
    if (command && words === NEAR_TITANIC) {
      return { kind: "question", command, options: { titulo: words }, tentative: true };
    }
    return titulo && command ? { kind: "question", command, options: { titulo } } : undefined;
  },
};

/** One line of the log. */
export interface Logged {
  readonly level: "info" | "warn" | "error";
  readonly details: object;
  readonly message: string;
}

/** Ports in memory. `logged` is what the log was told. */
export interface TestPorts extends Ports {
  readonly logged: readonly Logged[];
}

export function memoryPorts(): TestPorts {
  const logged: Logged[] = [];
  const keep = (level: Logged["level"]) => (details: object, message: string) =>
    void logged.push({ level, details, message });
  return {
    logged,
    log: { info: keep("info"), warn: keep("warn"), error: keep("error") },
    lastAnswers: new MemoryLastAnswers(),
    shortKeys: new MemoryShortKeys(),
    languages: new MemoryLanguageChoices(),
  };
}

export interface TestBot extends Bot {
  readonly ports: TestPorts;
}

/** A bot with ports of its own; what is not given is as above. */
export function createBot(
  changes: {
    readonly edition?: Partial<Edition>;
    readonly program?: Partial<Program>;
    readonly ports?: Partial<Ports>;
  } = {},
): TestBot {
  return {
    edition: { ...edition, ...changes.edition },
    program: { ...program, ...changes.program },
    ports: { ...memoryPorts(), ...changes.ports },
  };
}

/** For tests that do not look into its ports. */
export const bot: TestBot = createBot();

/** The surroundings of a question, asked in the language of `tag`. */
export function asking(tag = "es", more: Partial<Asking> = {}): Asking {
  return { locale: parseLocale(tag), now: new Date("2020-02-02T00:00:00Z"), ...more };
}
