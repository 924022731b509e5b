/**
 * All films' features, ready to compare any of them with any other.
 *
 * Blocks of few features (genres, countries, languages) are many films' in common: films with the same set
 * form a profile, and cosines are computed once a profile. The other blocks are added up feature by feature.
 */
import { type Block, type BlockRows, blockRows, type FeatureTables } from "./blocks.js";
import { Clusters } from "./clusters.js";
import { type FilmFacts, filmFacts } from "./facts.js";
import { GenreKinship } from "./genre-kinship.js";
import type { Learned } from "./learned.js";
import { type Profiles, profilesOf } from "./profiles.js";
import { type BlockMatrix, blockMatrix } from "./sparse.js";
import type { FilmVectors } from "./vectors.js";

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

/** The same for every weighting of them. */
export interface Features {
  readonly facts: FilmFacts;
  readonly matrices: Readonly<Record<Block, BlockMatrix>>;
  readonly profiles: Readonly<Record<(typeof PROFILE_BLOCKS)[number], Profiles>>;
  readonly vectors: FilmVectors;
  readonly kinship: GenreKinship;
  /** Made when first asked for: few films need none. */
  readonly clusters: () => Clusters;
}

export function compileFeatures(tables: FeatureTables, learned: Learned): Features {
  const { vectors } = learned;
  const rows = blockRows(tables, learned);
  const count = tables.films.rowCount;
  let clusters: Clusters | undefined;
  const each = <Name extends Block, Made>(names: readonly Name[], make: (rows: BlockRows) => Made) =>
    Object.fromEntries(names.map((name) => [name, make(rows[name])])) as Record<Name, Made>;
  return {
    facts: filmFacts(tables),
    matrices: {
      ...each(LISTED_BLOCKS, (block) => blockMatrix(count, block)),
      ...each(PROFILE_BLOCKS, (block) => blockMatrix(count, block)),
    },
    profiles: each(PROFILE_BLOCKS, (block) => profilesOf(count, block)),
    vectors,
    kinship: new GenreKinship(tables, vectors),
    clusters: () => {
      clusters ??= new Clusters(vectors);
      return clusters;
    },
  };
}
