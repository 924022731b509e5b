/**
 * All films' features, ready to compare any of them with any other, by the films' places (`film-groups.ts`). All of it
 * is plain arrays in memory that threads share.
 *
 * Blocks of few features (genres, countries, languages) are many films' in common: films with the same set
 * form a profile, and cosines are computed once a profile. The other blocks are added up feature by feature.
 */
import { apartFacts } from "./apart-facts.js";
import { type Block, type BlockRows, blockRows, type FeatureTables } from "./blocks.js";
import { type FilmFacts, filmFacts } from "./facts.js";
import { type FilmGroups, filmGroups } from "./film-groups.js";
import { genreVectors } from "./genre-kinship.js";
import type { Learned } from "./learned.js";
import { type Profiles, profilesOf } from "./profiles.js";
import { sharedBytes, sharedFloats, sharedShorts } from "./shared-memory.js";
import { type BlockMatrix, blockMatrix } from "./sparse.js";
import { DIMENSIONS, type FilmVectors, tailLengths } from "./vectors.js";

export const PROFILE_BLOCKS = ["genres", "country", "language"] as const;
export const LISTED_BLOCKS = [
  "collection",
  "director",
  "writer",
  "cast",
  "keywords",
  "themes",
  "plot",
  "companies",
] as const;

export type ProfileBlock = (typeof PROFILE_BLOCKS)[number];
export type ListedBlock = (typeof LISTED_BLOCKS)[number];

/** The same for every weighting of them. */
export interface Features {
  readonly groups: FilmGroups;
  readonly facts: FilmFacts;
  /** Records of what sets films apart (`apart-facts.ts`). */
  readonly apartFacts: Float32Array;
  readonly matrices: Readonly<Record<ListedBlock, BlockMatrix>>;
  readonly profiles: Readonly<Record<ProfileBlock, Profiles>>;
  readonly vectors: FilmVectors;
  /** How long what follows the head of each is (`vectors.ts`). */
  readonly tails: Float32Array;
  /** One genre's vector after the other (`genre-kinship.ts`). */
  readonly genreVectors: Float32Array;
}

/** @param learned by film row */
export function compileFeatures(tables: FeatureTables, learned: Learned): Features {
  const { vectors } = learned;
  const groups = filmGroups(vectors);
  const { films } = groups;
  const rows = blockRows(tables, learned);
  const inOrder = (block: Block): BlockRows => ({
    ...rows[block],
    row: (place) => rows[block].row(films[place]),
  });
  const each = <Name extends Block, Made>(names: readonly Name[], make: (rows: BlockRows) => Made) =>
    Object.fromEntries(names.map((name) => [name, make(inOrder(name))])) as Record<Name, Made>;
  const ordered = vectorsInOrder(vectors, films);
  const facts = factsInOrder(filmFacts(tables), films);
  return {
    groups,
    facts,
    apartFacts: apartFacts(facts),
    matrices: each(LISTED_BLOCKS, (block) => blockMatrix(films.length, block)),
    profiles: each(PROFILE_BLOCKS, (block) => profilesOf(films.length, block)),
    vectors: ordered,
    tails: tailLengths(ordered),
    genreVectors: genreVectors(tables, vectors),
  };
}

function factsInOrder(facts: FilmFacts, films: Int32Array): FilmFacts {
  const put = <Numbers extends Float32Array | Int16Array | Uint8Array>(
    from: Numbers,
    to: Numbers,
  ): Numbers => {
    for (let place = 0; place < films.length; place++) to[place] = from[films[place]];
    return to;
  };
  const count = films.length;
  return {
    count,
    logVotes: put(facts.logVotes, sharedFloats(count)),
    rating: put(facts.rating, sharedFloats(count)),
    years: put(facts.years, sharedShorts(count)),
    runtimes: put(facts.runtimes, sharedShorts(count)),
    logBudgets: put(facts.logBudgets, sharedFloats(count)),
    forms: put(facts.forms, sharedBytes(count)),
    adult: put(facts.adult, sharedBytes(count)),
  };
}

function vectorsInOrder(vectors: FilmVectors, films: Int32Array): FilmVectors {
  const ordered = new Int8Array(sharedBytes(vectors.length).buffer);
  for (let place = 0; place < films.length; place++) {
    const from = films[place] * DIMENSIONS;
    ordered.set(vectors.subarray(from, from + DIMENSIONS), place * DIMENSIONS);
  }
  return ordered;
}
