/**
 * Full-text search: films by what they are about. Loaded after start, apart from the catalogue: without it
 * everything but /buscar works.
 */
import type { Catalog } from "../../catalog/catalog.js";
import { readLater } from "../../catalog/open.js";
import { OperatorError } from "../../words.js";
import type { FullText } from "../port.js";
import { filmsContaining } from "./containing.js";
import { filmQuality } from "./quality.js";
import { createQueries } from "./query.js";
import { Ranking } from "./ranking.js";
import type { FullTextTable } from "./terms.js";

/** More films than this are of no use to anybody, and cost time. */
const MOST_FILMS = 200;

/**
 * Reads and verifies the full-text index of a catalogue's version, in short steps.
 * @throws OperatorError where its file is damaged or missing
 */
export async function openFullText(catalog: Catalog): Promise<FullText> {
  try {
    return createFullText(catalog, await readLater(catalog, "fullText"));
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    const { es, en } = error.words;
    throw new OperatorError(
      { es: `/buscar no está disponible, lo demás sí. ${es}`, en: `Only /buscar is not available. ${en}` },
      { cause: error },
    );
  }
}

function createFullText(catalog: Catalog, table: FullTextTable): FullText {
  const readQuery = createQueries(catalog, table);
  const ranking = new Ranking(filmQuality(catalog));
  return {
    search: (text, limit) =>
      ranking.rank(readQuery(text), Math.min(MOST_FILMS, Math.max(1, Math.floor(limit) || 1))),
    containing: (text) => filmsContaining(readQuery(text), catalog.films.rowCount),
  };
}
