/** Reading JSON of which nothing is known yet. */
import type { Json } from "./types.js";

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as an object; an empty one where it is none. */
export function object(value: unknown): Json {
  return isObject(value) ? value : {};
}

/** The value as a list; an empty one where it is none. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The objects of a list. */
export function objects(value: unknown): readonly Json[] {
  return list(value).filter(isObject);
}

/** The value as a string; empty where it is none. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Absent or null: Discord takes both as "not given". */
export function absent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/** Length in code points, which is how Discord and JSON Schema count. */
export function length(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}

const SNOWFLAKE = /^(0|[1-9]\d{0,19})$/;

export function isSnowflake(value: unknown): value is string {
  return typeof value === "string" && SNOWFLAKE.test(value);
}
