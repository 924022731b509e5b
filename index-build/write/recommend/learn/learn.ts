/** Films → what the build learns from all of them, for recommending. */
import type { Tables } from "../../../../src/catalog/catalog.js";
import { LATER_TABLES } from "../../../../src/catalog/schema.js";
import { BILLED, type FeatureTableName } from "../../../../src/recommend/features/blocks.js";
import type { Learned, LearnedTables } from "../../../../src/recommend/features/learned.js";
import { encodeTable } from "../../encode/arrow.js";
import { makeFilmVectors } from "./film-vectors.js";
import { plotWords } from "./plot-words.js";
import { telling } from "./telling.js";

/** The same for the same films. */
export function learn(tables: Pick<Tables, FeatureTableName>): Learned {
  const { films, keywords, people } = tables;
  const plots = plotWords(tables);
  const vectors = makeFilmVectors(tables, plots);
  return {
    vectors,
    plots,
    telling: {
      keywords: telling(films.keywords, keywords.rowCount, vectors),
      plotWords: telling(plots, plots.frequency.length, vectors),
      directors: telling(films.directors, people.rowCount, vectors),
      cast: telling(films.cast, people.rowCount, vectors, BILLED),
    },
  };
}

export function encodeLearned({ vectors, plots, telling }: Learned): Record<keyof LearnedTables, Uint8Array> {
  return {
    vectors: encodeTable(LATER_TABLES.vectors, { numbers: new Uint8Array(vectors.buffer) }),
    plots: encodeTable(LATER_TABLES.plots, { words: plots }),
    plotWords: encodeTable(LATER_TABLES.plotWords, { telling: telling.plotWords }),
    keywordTelling: encodeTable(LATER_TABLES.keywordTelling, { telling: telling.keywords }),
    personTelling: encodeTable(LATER_TABLES.personTelling, {
      directing: telling.directors,
      acting: telling.cast,
    }),
  };
}
