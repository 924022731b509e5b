/** Which store it is. */
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The embedded engine's file, in its folder. */
export const STORE_FILE = "store.sqlite";

export interface StorePlace {
  /** Where PostgreSQL is; the embedded engine where undefined. */
  readonly databaseUrl?: string;
  /** Where the embedded engine has its file. */
  readonly folder: string;
}

export function isPostgresUrl(text: string): boolean {
  return /^postgres(?:ql)?:\/\/\S+$/u.test(text);
}

/** Whether something was kept there before, or may have been. */
export function isStoreThere({ databaseUrl, folder }: StorePlace): boolean {
  return databaseUrl !== undefined || existsSync(join(folder, STORE_FILE));
}
