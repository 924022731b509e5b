/** Several tables of the same films: which of them leads, and what is told of the others. */
import { groupBy } from "../clean/duplicates.js";
import type { Place, ReadFilm } from "../read/parts.js";
import type { FilmRecord, SourceFile } from "../records.js";
import type { BuildReport } from "../report.js";

/** A table of which at least this part of the films stands in another one is the same catalogue once more. */
const SAME_SHARE = 0.5;
/** Of fewer films each is told. */
const FEW = 10;

interface Twice {
  readonly place: Place;
  readonly led: string;
  readonly id: number;
}

export class FilmTables {
  /** Place of each file in the order in which they are believed. */
  readonly #ranks: ReadonlyMap<string, number>;
  /** Films in each table. */
  readonly #sizes = new Map<string, number>();
  readonly #twice: Twice[] = [];

  constructor(read: readonly ReadFilm[], files: readonly SourceFile[]) {
    const isTable = new Set(files.filter(({ kind }) => kind === "movies").map(({ file }) => file));
    for (const { place } of read)
      if (isTable.has(place.file)) this.#sizes.set(place.file, (this.#sizes.get(place.file) ?? 0) + 1);
    this.#ranks = ranksOf(read, isTable);
  }

  /** The lower, the more a file is believed where votes decide nothing. */
  rank(file: string): number {
    return this.#ranks.get(file) ?? 0;
  }

  /** A film that `place` tells of is told by `led`. */
  tellTwice(place: Place, led: Place, id: number): void {
    this.#twice.push({ place, led: led.file, id });
  }

  /** A table that is another one's once more is told in one line, single films each in their own. */
  report(report: BuildReport): void {
    const pairs = groupBy(this.#twice, ({ place, led }) => JSON.stringify([place.file, led]));
    for (const films of pairs.values()) {
      const [first] = films;
      if (first === undefined) continue;
      const { place, led } = first;
      const { file } = place;
      const isSame = films.length >= (this.#sizes.get(file) ?? Infinity) * SAME_SHARE;
      if (file !== led && this.#sizes.has(led) && films.length >= FEW && isSame)
        report.add("same-films", { file, detail: `${films.length} · ${led}` });
      else for (const one of films) report.add("duplicate-film", { ...one.place, detail: String(one.id) });
    }
  }
}

/** As they were read; but tables of films among themselves by how much they know, whoever stood first. */
function ranksOf(read: readonly ReadFilm[], isTable: ReadonlySet<string>): ReadonlyMap<string, number> {
  const names = [...new Set(read.map(({ place }) => place.file))];
  const tables = names.filter((name) => isTable.has(name));
  if (tables.length > 1) {
    const known = new Map<string, number>();
    for (const { film, place } of read)
      if (isTable.has(place.file)) known.set(place.file, (known.get(place.file) ?? 0) + knownFacts(film));
    tables.sort((a, b) => (known.get(b) ?? 0) - (known.get(a) ?? 0));
  }
  let next = 0;
  return new Map(names.map((name, place) => [isTable.has(name) ? (tables[next++] ?? name) : name, place]));
}

/** Facts of a film that are known. */
function knownFacts(film: FilmRecord): number {
  return Object.values(film).filter((value) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false && value !== 0,
  ).length;
}
