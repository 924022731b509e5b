/** From a folder to everything that lasts as long as an index version. */
import { setImmediate } from "node:timers/promises";
import type { Catalog } from "../../catalog/catalog.js";
import { withAdultFilms } from "../../catalog/film.js";
import { readLaterTables } from "../../catalog/open.js";
import { type Opened, openNewest } from "../../catalog/versions/newest.js";
import { hasIndex, storedVersions } from "../../catalog/versions/versions.js";
import { mention, type RichWords, rich } from "../../chat/answer/rich-text.js";
import type { Edition, EditionPart } from "../../chat/contract.js";
import { DependencyError } from "../../chat/errors/errors.js";
import { createFind } from "../../find/create.js";
import type { FullText } from "../../find/port.js";
import { RECOMMENDATION_TABLES, Recommender } from "../../recommend/recommender.js";
import { OperatorError, type Words } from "../../words.js";

export interface Opening {
  /** What was begun to be opened ahead; undefined in the end where that is to be done now. */
  readonly ahead?: Promise<Opened | undefined>;
  /** Makes an index where there is none at all, and gives the root in which it lies. */
  readonly build?: () => Promise<string>;
  /** The same where there is one, and no version of it loads. */
  readonly rebuild?: () => Promise<string>;
  /** Says why another version than the one in use is served. */
  readonly tell?: (words: Words) => void;
}

/**
 * Opens the version in use, or the newest that loads.
 * @throws OperatorError where none does
 */
export async function openEdition(
  dataDir: string,
  { ahead, build, rebuild, tell }: Opening = {},
): Promise<Edition> {
  const opened = await ahead;
  if (opened !== undefined) return createEdition(opened.catalog);
  try {
    const root =
      build && !hasIndex(dataDir) && storedVersions(dataDir).length === 0 ? await build() : dataDir;
    const { catalog, fault } = await newestOr(root, rebuild, tell);
    if (fault) tell?.(fault.words);
    return createEdition(catalog);
  } catch (error) {
    throw unreadable(error, dataDir);
  }
}

/** What loads, else what is built anew: a newer program beside an older index must not start over and over. */
async function newestOr(root: string, rebuild: Opening["rebuild"], tell: Opening["tell"]): Promise<Opened> {
  try {
    return openNewest(root);
  } catch (error) {
    if (rebuild === undefined || !(error instanceof OperatorError)) throw error;
    tell?.(error.words);
    return openNewest(await rebuild());
  }
}

/** Everything that answers from one version. What starting can do without is read once, when asked for. */
export function createEdition(catalog: Catalog): Edition {
  const damaged = new Set<EditionPart>();
  const noting =
    <T>(part: EditionPart, read: () => Promise<T>) =>
    () =>
      read().catch((error: unknown) => {
        damaged.add(part);
        throw error;
      });
  const fullText = noting("full_text", () => readFullText(catalog));
  const recommender = noting("recommendations", () => readRecommender(catalog));
  const parts = {
    fullText: once(fullText, "full text", NO_FULL_TEXT),
    recommender: once(recommender, "recommendations", NO_RECOMMENDATIONS),
    damaged: () => [...damaged],
  };
  let withAdults: Edition | undefined;
  return {
    catalog,
    find: createFind(catalog),
    ...parts,
    // Some 20 ms and a megabyte, the first time that it is wanted.
    withAdultTitles() {
      if (withAdults === undefined) {
        const whole = withAdultFilms(catalog);
        withAdults = { catalog: whole, find: createFind(whole), ...parts };
      }
      return withAdults;
    },
  };
}

/** What is read at the first call, and only then. A failure is told in `words`, every time. */
function once<T>(read: () => Promise<T>, dependency: string, words: RichWords): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read().catch((error: unknown) => {
      throw new DependencyError(dependency, words, { cause: error });
    });
    return reading;
  };
}

async function readRecommender(catalog: Catalog): Promise<Recommender> {
  const tables = await readLaterTables(catalog, RECOMMENDATION_TABLES);
  return Recommender.of(catalog, tables, () => setImmediate());
}

/** Its stemmers are only loaded with it: the first answer does not wait for them. */
async function readFullText(catalog: Catalog): Promise<FullText> {
  const { openFullText } = await import("../../find/full-text/open.js");
  return openFullText(catalog);
}

const CARD = mention("pelicula");

const NO_FULL_TEXT: RichWords = {
  es: rich`La búsqueda por temas no está disponible ahora mismo. Por título sí: prueba con ${CARD}.`,
  en: rich`Searching by theme is not available right now. By title it is: try ${CARD}.`,
};

const NO_RECOMMENDATIONS: RichWords = {
  es: rich`Las recomendaciones no están disponibles ahora mismo. Lo demás sí: prueba con ${CARD}.`,
  en: rich`Recommendations are not available right now. Everything else is: try ${CARD}.`,
};

/** A file in a folder's place, or a folder nobody may read, is the operator's to mend. */
function unreadable(error: unknown, dataDir: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  return new OperatorError(
    { es: `No se puede leer ${dataDir} (${code})`, en: `${dataDir} cannot be read (${code})` },
    { cause: error },
  );
}
