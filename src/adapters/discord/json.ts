/** Parts of what Discord sends, read with suspicion: whatever is of another kind is as if it were not there. */

export type Json = Readonly<Record<string, unknown>>;

/** Nothing we read has longer lists. */
const MOST_ITEMS = 25;

export function object(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, MOST_ITEMS) : [];
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** An id; empty for what is none. */
export function snowflake(value: unknown): string {
  return typeof value === "string" && /^\d{1,20}$/u.test(value) ? value : "";
}
