/** What of the environment is about the store: its variables, what they expect, and what comes of them. */
import { join, resolve } from "node:path";
import { z } from "zod";
import type { Words } from "../words.js";
import { isPostgresUrl, type StorePlace } from "./place.js";

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
} as const;

type Read = z.output<z.ZodObject<typeof STORE_VARIABLES>>;

export const STORE_EXPECTED: Readonly<Record<keyof Read, Words>> = {
  STORE_DIR: { es: "una carpeta", en: "a folder" },
  DATABASE_URL: {
    es: "postgres://usuario:clave@servidor/base",
    en: "postgres://user:password@server/database",
  },
};

/** @param dataDir where the program may write: unless said, the store lies there too */
export function storeSettings({ STORE_DIR, DATABASE_URL }: Read, dataDir: string): StorePlace {
  return { folder: STORE_DIR ?? join(dataDir, "store"), databaseUrl: DATABASE_URL };
}
