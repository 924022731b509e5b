/** Which store it is. */

export interface StorePlace {
  /** Where PostgreSQL is; the embedded engine where undefined. */
  readonly databaseUrl?: string;
  /** Where the embedded engine has its file. */
  readonly folder: string;
}

export function isPostgresUrl(text: string): boolean {
  return /^postgres(?:ql)?:\/\/\S+$/u.test(text);
}
