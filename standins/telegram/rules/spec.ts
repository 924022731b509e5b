/** The machine-readable Bot API, where it is present: whether a payload has the fields and types of its method. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import type { Payload } from "../types.js";

const FILE = join(PACKAGE_ROOT, "../shared/specs/telegram-bot-api.json");

interface Field {
  readonly name: string;
  readonly types: readonly string[];
  readonly required: boolean;
}

interface Shape {
  readonly fields?: readonly Field[];
  readonly subtypes?: readonly string[];
}

interface Document {
  readonly methods: Readonly<Record<string, Shape>>;
  readonly types: Readonly<Record<string, Shape>>;
}

let document: Document | null | undefined;

/** Whether there is a description to hold payloads against. */
export function hasSpec(): boolean {
  return read() !== null;
}

/** Why the Bot API's description does not fit what a method was called with; nothing where it fits, or is not here. */
export function wrongForSpec(method: string, payload: Payload): string | undefined {
  const spec = read();
  if (spec === null) return undefined;
  const shape = Object.hasOwn(spec.methods, method) ? spec.methods[method] : undefined;
  return shape ? wrongFields(spec, shape, payload, method) : `method ${method} does not exist`;
}

function read(): Document | null {
  document ??= existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Document) : null;
  return document;
}

function wrongFields(spec: Document, { fields = [] }: Shape, value: Payload, at: string): string | undefined {
  for (const name of Object.keys(value)) {
    if (!fields.some((field) => field.name === name)) return `${at}: unknown field ${name}`;
  }
  for (const { name, types, required } of fields) {
    const given = value[name];
    if (given === undefined) {
      if (required) return `${at}: field ${name} is missing`;
      continue;
    }
    const wrong = types.map((type) => wrongValue(spec, type, given, `${at}.${name}`));
    if (wrong.every((why) => why !== undefined)) return wrong[0];
  }
  return undefined;
}

function wrongValue(spec: Document, type: string, value: unknown, at: string): string | undefined {
  const item = /^Array of (.+)$/u.exec(type)?.[1];
  if (item !== undefined) {
    if (!Array.isArray(value)) return `${at}: an array is expected`;
    for (const [index, one] of value.entries()) {
      const why = wrongValue(spec, item, one, `${at}[${index}]`);
      if (why !== undefined) return why;
    }
    return undefined;
  }
  switch (type) {
    case "Integer":
      return Number.isInteger(value) ? undefined : `${at}: an integer is expected`;
    case "Float":
      return typeof value === "number" ? undefined : `${at}: a number is expected`;
    case "String":
    case "InputFile":
      return typeof value === "string" ? undefined : `${at}: a string is expected`;
    case "Boolean":
      return typeof value === "boolean" ? undefined : `${at}: a boolean is expected`;
    case "True":
      return value === true ? undefined : `${at}: true is expected`;
    default:
      return wrongObject(spec, type, value, at);
  }
}

function wrongObject(spec: Document, type: string, value: unknown, at: string): string | undefined {
  const shape = spec.types[type];
  if (shape === undefined) return `${at}: the type ${type} is not described`;
  if (typeof value !== "object" || value === null) return `${at}: ${type} is expected`;
  if (shape.subtypes === undefined) return wrongFields(spec, shape, value as Payload, at);
  const wrong = shape.subtypes.map((subtype) => wrongObject(spec, subtype, value, at));
  return wrong.some((why) => why === undefined) ? undefined : wrong.join("; or ").slice(0, 1000);
}
