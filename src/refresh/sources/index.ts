/** The kinds of sources that there are; and those that the operator named, in their order: the first counts first. */
import { join } from "node:path";
import type { z } from "zod";
import type { Words } from "../../words.js";
import type { Timing } from "../http/client.js";
import { folder, starter } from "./folder/index.js";
import { kaggle } from "./kaggle/index.js";
import type { SourceHost, SourceSetting } from "./kind.js";
import type { Source } from "./source.js";
import { tmdb } from "./tmdb/index.js";
import { wikidata } from "./wikidata/index.js";

/** A kind of source is one line here. */
const KINDS = [starter, folder, kaggle, tmdb, wikidata] as const;

/** The intersection of the members of a union. */
type All<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer Both) => void
  ? Both
  : never;

type Variables = All<(typeof KINDS)[number]["variables"]>;

/** What the variables of all kinds were read as. */
export type SourceValues = z.output<z.ZodObject<Variables>>;

/** The variables of all kinds. No two kinds have one of the same name. */
export const SOURCE_VARIABLES: Variables = Object.assign({}, ...KINDS.map(({ variables }) => variables));

export const SOURCE_EXPECTED: Readonly<Record<keyof Variables, Words>> = Object.assign(
  {},
  ...KINDS.map(({ expected }) => expected),
);

/** Of all that was read of the environment, what is the sources' own. */
export function sourceValues(read: SourceValues): SourceValues {
  const names = Object.keys(SOURCE_VARIABLES) as (keyof SourceValues)[];
  return Object.fromEntries(names.map((name) => [name, read[name]])) as SourceValues;
}

/** How SOURCES names each kind: "starter, folder:CARPETA, …". */
export function sourceUsage(language: keyof Words): string {
  return KINDS.map(({ usage }) => usage[language]).join(", ");
}

/** What is named by one part of SOURCES; undefined where that is no source. */
export function readSource(text: string): SourceSetting | undefined {
  const [kind = "", ...rest] = text.split(":");
  const known = kindNamed(kind);
  if (known?.readPlace === undefined) {
    return known && rest.length === 0 ? { kind, name: kind, place: "" } : undefined;
  }
  const place = known.readPlace(rest.join(":").trim());
  return place === undefined ? undefined : { kind, name: `${kind}:${place}`, place };
}

/** The variable that a source needs and has not got. */
export function missingVariable({ kind }: SourceSetting, values: SourceValues): string | undefined {
  const needs: keyof SourceValues | undefined = kindNamed(kind)?.needs;
  return needs !== undefined && values[needs] === undefined ? needs : undefined;
}

export interface NamedSources {
  readonly sources: readonly SourceSetting[];
  readonly values: SourceValues;
}

/** @param host with the folder below which each source has one of its own */
export async function createSources(
  { sources, values }: NamedSources,
  host: SourceHost,
): Promise<readonly Source[]> {
  const made = sources.map((setting) => {
    const own = join(host.folder, setting.name.replaceAll(/[:/]/gu, "-"));
    return kindNamed(setting.kind)?.create(setting, values, { ...host, folder: own });
  });
  return (await Promise.all(made)).filter((source) => source !== undefined);
}

/** Asks one source whether it would let us in; undefined for a kind that cannot be asked. */
export function accessOf(
  setting: SourceSetting,
  values: SourceValues,
  timing: Timing,
): Promise<Words> | undefined {
  return kindNamed(setting.kind)?.access?.(setting, values, timing);
}

function kindNamed(name: string): (typeof KINDS)[number] | undefined {
  return KINDS.find(({ kind }) => kind === name);
}
