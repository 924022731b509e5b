/** What of the environment is about refreshing: its variables, what they expect, and what comes of them. */
import { validate } from "node-cron";
import { z } from "zod";
import { OperatorError, type Words } from "../words.js";
import {
  missingVariable,
  type NamedSources,
  readSource,
  SOURCE_EXPECTED,
  SOURCE_VARIABLES,
  sourceUsage,
  sourceValues,
} from "./sources/index.js";
import type { SourceSetting } from "./sources/kind.js";

export interface RefreshSettings extends NamedSources {
  /** When to refresh, in UTC; undefined: only when asked. */
  readonly cron: string | undefined;
}

export const REFRESH_VARIABLES = {
  SOURCES: z
    .string()
    .transform((text) => text.split(",").flatMap((part) => (part.trim() === "" ? [] : part.trim())))
    .transform((names) => names.map(readSource))
    .refine((sources) => sources.length > 0 && !sources.includes(undefined))
    .transform((sources): readonly SourceSetting[] => sources.filter((source) => source !== undefined))
    .default([{ kind: "starter", name: "starter", place: "" }]),
  REFRESH_CRON: z
    .string()
    .transform((text) => text.trim())
    .refine((text) => validate(text))
    .optional(),
  ...SOURCE_VARIABLES,
} as const;

type Read = z.output<z.ZodObject<typeof REFRESH_VARIABLES>>;

export const REFRESH_EXPECTED: Readonly<Record<keyof Read, Words>> = {
  SOURCES: {
    es: `fuentes separadas por comas: ${sourceUsage("es")}`,
    en: `sources separated by commas: ${sourceUsage("en")}`,
  },
  REFRESH_CRON: {
    es: "una expresión cron en UTC, como «30 8 * * *»",
    en: "a cron expression in UTC, like “30 8 * * *”",
  },
  ...SOURCE_EXPECTED,
};

/** Throws an OperatorError where a source lacks what it cannot do without. */
export function refreshSettings(read: Read): RefreshSettings {
  const { SOURCES: sources, REFRESH_CRON: cron } = read;
  for (const source of sources) {
    const variable = missingVariable(source, read);
    if (variable !== undefined) throw needed(variable, source.kind);
  }
  return { sources, cron, values: sourceValues(read) };
}

function needed(variable: string, source: string): OperatorError {
  return new OperatorError({
    es: `${variable}: hace falta con SOURCES=${source}`,
    en: `${variable}: needed with SOURCES=${source}`,
  });
}
