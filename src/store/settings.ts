/** What of the environment is about the store: its variables, what they expect, and what comes of them. */
import { join, resolve } from "node:path";
import { z } from "zod";
import type { Words } from "../words.js";
import { isPostgresUrl, type StorePlace } from "./place.js";

/** Milliseconds an answer about films waits at most for what the store knows, unless the operator says otherwise. */
const PATIENCE = 50;
/** Milliseconds nobody would wait longer than. */
const MOST_PATIENCE = 5_000;

export interface StoreSettings extends StorePlace {
  /** Milliseconds that an answer about films waits at most for what the store knows. */
  readonly patience: number;
}

export const STORE_VARIABLES = {
  STORE_DIR: z
    .string()
    .transform((folder) => resolve(folder))
    .optional(),
  DATABASE_URL: z
    .string()
    .transform((url) => url.trim())
    .refine(isPostgresUrl)
    .optional(),
  STORE_PATIENCE_MS: z
    .string()
    .regex(/^\d{1,4}$/u)
    .transform(Number)
    .refine((patience) => patience >= 1 && patience <= MOST_PATIENCE)
    .default(PATIENCE),
} as const;

type Read = z.output<z.ZodObject<typeof STORE_VARIABLES>>;

export const STORE_EXPECTED: Readonly<Record<keyof Read, Words>> = {
  STORE_DIR: { es: "una carpeta", en: "a folder" },
  DATABASE_URL: {
    es: "postgres://usuario:clave@servidor/base",
    en: "postgres://user:password@server/database",
  },
  STORE_PATIENCE_MS: {
    es: `milisegundos, de 1 a ${MOST_PATIENCE}`,
    en: `milliseconds, from 1 to ${MOST_PATIENCE}`,
  },
};

/** @param dataDir where the program may write: unless said, the store lies there too */
export function storeSettings(
  { STORE_DIR, DATABASE_URL, STORE_PATIENCE_MS }: Read,
  dataDir: string,
): StoreSettings {
  return {
    folder: STORE_DIR ?? join(dataDir, "store"),
    databaseUrl: DATABASE_URL,
    patience: STORE_PATIENCE_MS,
  };
}
