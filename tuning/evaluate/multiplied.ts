/** The films many times over, with changed titles: how the engine does with more films than there are. */

import { fewerVotes, titleChanger } from "../../bench/tools/data/changed-films.js";
import { randomNumbers } from "../../bench/tools/random.js";
import { encodeKeys, type TargetKey } from "../../index-build/write/search/keys.js";
import { encodeWords } from "../../index-build/write/search/words.js";
import { readTable } from "../../src/catalog/arrow/table.js";
import type { Catalog } from "../../src/catalog/catalog.js";
import { eachRow, type FilmRow } from "../../src/catalog/rows.js";
import { TABLES } from "../../src/catalog/schema.js";
import { fold } from "../../src/find/encode/fold.js";
import { filmKeys } from "../../src/find/encode/keys/keys.js";
import { type Domain, FILM_KINDS } from "../../src/find/names/domain.js";
import { Fame } from "../../src/find/names/fame.js";
import { KeyIndex } from "../../src/find/names/index/key-index.js";
import { WordIndex } from "../../src/find/names/index/word-index.js";

import { itemAt } from "../item-at.js";

export interface MultipliedFilms {
  readonly domain: Domain<FilmRow>;
  /**
   * The main title of each row, folded: a copy has a changed one, and fewer votes than what it was made from.
   */
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
  const titles = (row: FilmRow) => {
    const columns = [films.title, films.originalTitle, films.titleEs, films.titleEs419];
    return [...new Set(columns.flatMap((column) => column.get(row) ?? []))];
  };
  const originals = [...eachRow(films)];
  const changed = titleChanger(
    originals.map((row) => films.title.get(row)),
    random,
  );
  const all: Film[] = Array.from({ length: count }, (_, i) => {
    const original = itemAt(originals, i % films.rowCount);
    const copy = i >= films.rowCount;
    const votes = itemAt(films.voteCount, original);
    return {
      titles: copy ? titles(original).map(changed) : titles(original),
      votes: copy ? fewerVotes(votes, random) : votes,
    };
  }).sort((a, b) => b.votes - a.votes);

  const keys: TargetKey[] = [];
  all.forEach((film, target) => {
    for (const { text, kind } of filmKeys(film.titles, [])) keys.push({ text, kind, target });
  });
  const { keys: keyBytes, prefixes, letterSegments, soundSegments, consonants } = encodeKeys(keys);
  const { words, segments } = encodeWords(keys);
  const votes = Int32Array.from(all, ({ votes: count }) => count);

  const started = performance.now();
  const index = new KeyIndex<FilmRow>(
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
  const fame = new Fame<FilmRow>(() => votes, index);
  const loadMs = performance.now() - started;
  const parts = [keyBytes, prefixes, letterSegments, soundSegments, consonants, words, segments];
  return {
    domain: {
      index,
      words: wordIndex,
      fame,
      kindCosts: FILM_KINDS,
      accepts: () => true,
      otherForms: () => [],
      heardAs: () => [],
      isAlike: () => true,
      soundsByEar: false,
      otherFormCost: 0,
      wholeName: 0,
      nameOf: (row) => titles(row)[0] ?? "",
      editsHalfTyped: 2,
    },
    titles: all.map(({ titles: [main = ""] }) => fold(main)),
    keys: keys.length,
    bytes: parts.reduce((sum, part) => sum + part.byteLength, 4 * votes.length),
    loadMs,
  };
}
