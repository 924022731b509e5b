/** zod schemas → the schemas of an OpenAPI document, those with an id shared under `components`. */
import { z } from "zod";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What is said of an option beyond JSON Schema: `chat/options.ts`. */
const OPTION_META: ReadonlySet<string> = new Set(["kind", "es", "en", "help", "also"]);

/** Collects the shared schemas while others are turned into JSON Schema. */
export class Schemas {
  readonly components: Record<string, JsonSchema> = {};

  /** A schema of what is sent; whatever has an id is kept aside and referred to. */
  of(schema: z.ZodType): JsonSchema {
    const { $defs = {}, ...document } = z.toJSONSchema(schema, { io: "output" });
    for (const [id, shared] of Object.entries($defs)) this.components[id] ??= tidy(shared) as JsonSchema;
    const { id } = z.globalRegistry.get(schema) ?? {};
    const own = tidy(document) as JsonSchema;
    if (id === undefined) return own;
    this.components[id] ??= own;
    return reference("schemas", id);
  }
}

/** The schemas of a command's options, by name. */
export function optionSchemas(options: z.ZodObject): Readonly<Record<string, JsonSchema>> {
  const { properties = {} } = z.toJSONSchema(options, { io: "input" });
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      Object.fromEntries(
        Object.entries(tidy(schema) as JsonSchema).filter(([keyword]) => !OPTION_META.has(keyword)),
      ),
    ]),
  );
}

export function reference(
  kind: "schemas" | "parameters" | "responses" | "examples",
  name: string,
): { $ref: string } {
  return { $ref: `#/components/${kind}/${name}` };
}

/**
 * Without what OpenAPI has no use for, and open to fields that are added later: a client that checks what it
 * gets must not break on them.
 */
function tidy(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(tidy);
  if (typeof schema !== "object" || schema === null) return schema;
  const kept = Object.entries(schema).filter(([keyword, value]) => !isNoise(keyword, value));
  return Object.fromEntries(
    [...kept, ...tupleOf(schema)].map(([keyword, value]) => [
      keyword,
      keyword === "$ref" ? String(value).replace("#/$defs/", "#/components/schemas/") : tidy(value),
    ]),
  );
}

/** A tuple says how long it is: what reads its schema may not know `prefixItems`. */
function tupleOf(schema: object): readonly (readonly [string, unknown])[] {
  if (!("prefixItems" in schema) || !Array.isArray(schema.prefixItems)) return [];
  const { length } = schema.prefixItems;
  return [
    ["items", {}],
    ["minItems", length],
    ["maxItems", length],
  ];
}

function isNoise(keyword: string, value: unknown): boolean {
  if (keyword === "$schema" || keyword === "id") return typeof value === "string";
  if (keyword === "additionalProperties") return value === false;
  // Every integer is within these.
  return (
    (keyword === "minimum" && value === Number.MIN_SAFE_INTEGER) ||
    (keyword === "maximum" && value === Number.MAX_SAFE_INTEGER)
  );
}
