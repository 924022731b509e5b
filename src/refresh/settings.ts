/** What of the environment is about refreshing: its variables, what they expect, and what comes of them. */
import { isAbsolute, resolve } from "node:path";
import { validate } from "node-cron";
import { z } from "zod";
import { OperatorError, type Words } from "../words.js";

export type SourceSetting =
  | { readonly kind: "starter" | "tmdb" | "wikidata"; readonly name: string }
  | { readonly kind: "folder"; readonly name: string; readonly folder: string }
  | { readonly kind: "kaggle"; readonly name: string; readonly owner: string; readonly slug: string };

export interface TmdbSettings {
  /** Undefined where TMDB is no source. */
  readonly token: string | undefined;
  /** ISO 3166-1 alpha-2: where films can be watched. */
  readonly region: string;
  readonly apiUrl: string;
  readonly filesUrl: string;
  /** Requests a second. */
  readonly rate: number;
  /** Films of the export that are wanted, most popular first. */
  readonly films: number;
  /** Requests for details in one run; what is left is done in the next. */
  readonly requests: number;
}

export interface RefreshSettings {
  readonly sources: readonly SourceSetting[];
  /** When to refresh, in UTC; undefined: only when asked. */
  readonly cron: string | undefined;
  readonly tmdb: TmdbSettings;
  readonly kaggle: {
    readonly url: string;
    readonly username: string | undefined;
    readonly key: string | undefined;
  };
  readonly wikidata: { readonly url: string; readonly contact: string | undefined };
}

const address = (standard: string) =>
  z
    .url({ protocol: /^https?$/u })
    .transform((url) => url.replace(/\/+$/u, ""))
    .default(standard);

const whole = (least: number, most: number, standard: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .refine((value) => value >= least && value <= most)
    .default(standard);

const secret = z
  .string()
  .transform((value) => value.trim())
  .refine((value) => /^\S+$/u.test(value))
  .optional();

/** TMDB allows about twice as many. */
const FASTEST = 20;

export const REFRESH_VARIABLES = {
  SOURCES: z
    .string()
    .transform((text) => text.split(",").flatMap((part) => (part.trim() === "" ? [] : part.trim())))
    .transform((names) => names.map(readSource))
    .refine((sources) => sources.length > 0 && !sources.includes(undefined))
    .transform((sources): readonly SourceSetting[] => sources.filter((source) => source !== undefined))
    .default([{ kind: "starter", name: "starter" }]),
  REFRESH_CRON: z
    .string()
    .transform((text) => text.trim())
    .refine((text) => validate(text))
    .optional(),
  TMDB_TOKEN: z
    .string()
    .transform((token) => token.trim().replace(/^Bearer\s+/iu, ""))
    .refine((token) => /^\S+$/u.test(token))
    .optional(),
  TMDB_REGION: z
    .string()
    .regex(/^[A-Za-z]{2}$/u)
    .transform((region) => region.toUpperCase())
    .default("ES"),
  TMDB_API_URL: address("https://api.themoviedb.org"),
  TMDB_FILES_URL: address("https://files.tmdb.org"),
  TMDB_RATE: whole(1, FASTEST, FASTEST),
  TMDB_FILMS: whole(1, 5_000_000, 50_000),
  TMDB_REQUESTS: whole(1, 5_000_000, 30_000),
  KAGGLE_API_URL: address("https://www.kaggle.com/api/v1"),
  KAGGLE_USERNAME: secret,
  KAGGLE_KEY: secret,
  WIKIDATA_URL: address("https://query.wikidata.org/sparql"),
  WIKIDATA_CONTACT: z
    .string()
    .regex(/^[^\s()]+[@.][^\s()]+$/u)
    .optional(),
} as const;

type Read = z.output<z.ZodObject<typeof REFRESH_VARIABLES>>;

const ADDRESS: Words = { es: "una dirección http o https", en: "an http or https address" };

export const REFRESH_EXPECTED: Readonly<Record<keyof Read, Words>> = {
  SOURCES: {
    es: "fuentes separadas por comas: starter, folder:CARPETA, kaggle:DUEÑO/CONJUNTO, tmdb, wikidata",
    en: "sources separated by commas: starter, folder:FOLDER, kaggle:OWNER/DATASET, tmdb, wikidata",
  },
  REFRESH_CRON: {
    es: "una expresión cron en UTC, como «30 8 * * *»",
    en: "a cron expression in UTC, like “30 8 * * *”",
  },
  TMDB_TOKEN: {
    es: "el token de lectura de la API de TMDB",
    en: "the read access token of TMDB's API",
  },
  TMDB_REGION: { es: "un país como ES o MX", en: "a country like ES or MX" },
  TMDB_API_URL: ADDRESS,
  TMDB_FILES_URL: ADDRESS,
  TMDB_RATE: { es: "de 1 a 20", en: "1 to 20" },
  TMDB_FILMS: { es: "un número entero desde 1", en: "a whole number from 1" },
  TMDB_REQUESTS: { es: "un número entero desde 1", en: "a whole number from 1" },
  KAGGLE_API_URL: ADDRESS,
  KAGGLE_USERNAME: { es: "el nombre de usuario de Kaggle", en: "the user name at Kaggle" },
  KAGGLE_KEY: { es: "la clave o el token de Kaggle", en: "the key or token of Kaggle" },
  WIKIDATA_URL: ADDRESS,
  WIKIDATA_CONTACT: {
    es: "un correo o una dirección donde localizarte",
    en: "an e-mail or an address where you can be reached",
  },
};

/** Undefined for what is no source. */
function readSource(name: string): SourceSetting | undefined {
  if (name === "starter" || name === "tmdb" || name === "wikidata") return { kind: name, name };
  const [kind, place] = [name.slice(0, name.indexOf(":")), name.slice(name.indexOf(":") + 1).trim()];
  if (kind === "folder" && place !== "") {
    const folder = isAbsolute(place) ? place : resolve(place);
    return { kind, name: `folder:${folder}`, folder };
  }
  const [, owner, slug] = /^([\w-]{1,80})\/([\w-]{1,120})$/u.exec(place) ?? [];
  return kind === "kaggle" && owner !== undefined && slug !== undefined
    ? { kind, name: `kaggle:${place}`, owner, slug }
    : undefined;
}

/** Throws an OperatorError where a source lacks what it cannot do without. */
export function refreshSettings(read: Read): RefreshSettings {
  const uses = (kind: SourceSetting["kind"]) => read.SOURCES.some((source) => source.kind === kind);
  if (uses("tmdb") && read.TMDB_TOKEN === undefined) throw needed("TMDB_TOKEN", "tmdb");
  if (uses("wikidata") && read.WIKIDATA_CONTACT === undefined) throw needed("WIKIDATA_CONTACT", "wikidata");
  return {
    sources: read.SOURCES,
    cron: read.REFRESH_CRON,
    tmdb: {
      token: read.TMDB_TOKEN,
      region: read.TMDB_REGION,
      apiUrl: read.TMDB_API_URL,
      filesUrl: read.TMDB_FILES_URL,
      rate: read.TMDB_RATE,
      films: read.TMDB_FILMS,
      requests: read.TMDB_REQUESTS,
    },
    kaggle: { url: read.KAGGLE_API_URL, username: read.KAGGLE_USERNAME, key: read.KAGGLE_KEY },
    wikidata: { url: read.WIKIDATA_URL, contact: read.WIKIDATA_CONTACT },
  };
}

function needed(variable: string, source: string): OperatorError {
  return new OperatorError({
    es: `${variable}: hace falta con SOURCES=${source}`,
    en: `${variable}: needed with SOURCES=${source}`,
  });
}
