/** The starter catalogue as it lies in its files: counted without the index, and without the program. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../../src/package-root.js";

const FOLDER = join(PACKAGE_ROOT, "data/starter");

export interface StarterFilm {
  readonly id: number;
  readonly title: string;
  readonly titleEs: string;
  readonly released?: string;
  readonly runtime?: number;
  readonly genres?: readonly string[];
  readonly keywords?: readonly string[];
  readonly directors?: readonly string[];
  readonly cast?: readonly string[];
  readonly countries?: readonly string[];
  readonly originalLanguage?: string;
  readonly collection?: string;
  readonly budget?: number;
  readonly revenue?: number;
  readonly voteCount?: number;
  readonly voteAverage?: number;
  readonly synopsis?: string;
}

export interface StarterTitle {
  readonly type: "movie" | "series";
  readonly year?: number;
  readonly minutes?: number;
  readonly maturity?: string;
}

function read<Kind>(begins: string): Kind[] {
  return readdirSync(FOLDER)
    .filter((file) => file.startsWith(begins))
    .map((file) => JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Kind);
}

export const films: readonly StarterFilm[] = read<{ readonly films: readonly StarterFilm[] }>(
  "films-",
).flatMap(({ films: own }) => own);

export const platformTitles: ReadonlyMap<string, readonly StarterTitle[]> = new Map(
  read<{ readonly platform: string; readonly titles: readonly StarterTitle[] }>("streaming-").map(
    ({ platform, titles }) => [platform, titles],
  ),
);

export function yearOf({ released }: StarterFilm): number | undefined {
  return released === undefined ? undefined : Number(released.slice(0, 4));
}

/** How many of each, by what they are counted under; several keys count each. */
export function tally<Thing, Key>(
  things: readonly Thing[],
  keysOf: (thing: Thing) => readonly Key[],
): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const thing of things) for (const key of keysOf(thing)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
