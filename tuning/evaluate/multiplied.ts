/** The films many times over, with changed titles: how the engine does with more films than there are. */

import { randomNumbers } from "../../bench/tools/random.js";
import { encodeKeys, type TargetKey } from "../../index-build/write/search/keys.js";
import { encodeWords } from "../../index-build/write/search/words.js";
import { readTable } from "../../src/catalog/arrow-table.js";
import type { Catalog } from "../../src/catalog/catalog.js";
import { TABLES } from "../../src/catalog/schema.js";
import { FILM_KINDS } from "../../src/find/create.js";
import { fold } from "../../src/find/encode/fold.js";
import { filmKeys } from "../../src/find/encode/keys.js";
import { Known } from "../../src/find/names/fame.js";
import { KeyIndex } from "../../src/find/names/index/key-index.js";
import { WordIndex } from "../../src/find/names/index/word-index.js";
import type { Domain } from "../../src/find/names/matching.js";

export interface MultipliedFilms {
  readonly domain: Domain;
  /** The main title of each row, folded: a copy has a changed one, and fewer votes than what it was made from. */
  readonly titles: readonly string[];
  readonly keys: number;
  /** Bytes of all arrays. */
  readonly bytes: number;
  readonly loadMs: number;
}

interface Film {
  readonly titles: readonly string[];
  readonly votes: number;
}

/** @param count how many films in all */
export function multiplyFilms({ films }: Pick<Catalog, "films">, count: number): MultipliedFilms {
  const random = randomNumbers(20_261_120);
  const titles = (row: number) => {
    const columns = [films.title, films.originalTitle, films.titleEs, films.titleEs419];
    return [...new Set(columns.flatMap((column) => column.get(row) ?? []))];
  };
  const vocabulary = Array.from({ length: films.rowCount }, (_, row) =>
    films.title.get(row).split(" "),
  ).flat();
  const anyWord = () => vocabulary[Math.floor(random() * vocabulary.length)];
  // A title of one word gets a second: another word in its place would be some other film's title.
  const changed = (title: string): string => {
    const words = title.split(" ");
    if (words.length > 1) words[Math.floor(random() * words.length)] = anyWord();
    return words.length === 1 || random() < 0.3 ? [...words, anyWord()].join(" ") : words.join(" ");
  };
  const all: Film[] = Array.from({ length: count }, (_, i) => {
    const original = i % films.rowCount;
    const copy = i >= films.rowCount;
    const votes = films.voteCount[original];
    return {
      titles: copy ? titles(original).map(changed) : titles(original),
      votes: copy ? Math.floor(votes * random() ** 3) : votes,
    };
  }).sort((a, b) => b.votes - a.votes);

  const keys: TargetKey[] = [];
  all.forEach((film, target) => {
    for (const { text, kind } of filmKeys(film.titles, [])) keys.push({ text, kind, target });
  });
  const { keys: keyBytes, prefixes, letterSegments, soundSegments, consonants } = encodeKeys(keys);
  const { words, segments } = encodeWords(keys);
  const votes = all.map(({ votes: count }) => count);

  const started = performance.now();
  const index = new KeyIndex(
    readTable(keyBytes, TABLES.filmKeys),
    readTable(prefixes, TABLES.filmPrefixes),
    readTable(letterSegments, TABLES.filmLetterSegments),
    readTable(soundSegments, TABLES.filmSoundSegments),
    readTable(consonants, TABLES.filmConsonants),
  );
  const wordIndex = new WordIndex(
    readTable(words, TABLES.filmWords),
    readTable(segments, TABLES.filmWordSegments),
  );
  const known = new Known(votes, index);
  const loadMs = performance.now() - started;
  const parts = [keyBytes, prefixes, letterSegments, soundSegments, consonants, words, segments];
  return {
    domain: { index, words: wordIndex, known, editsHalfTyped: 2, kindCosts: FILM_KINDS },
    titles: all.map(({ titles: [main] }) => fold(main)),
    keys: keys.length,
    bytes: parts.reduce((sum, part) => sum + part.byteLength, known.byRow.byteLength),
    loadMs,
  };
}
