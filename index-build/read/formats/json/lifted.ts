/** Records that hold what they tell one level deeper than a table does, brought to where a table has it. */
import { isRecord } from "./parse.js";
import { withId, withoutTypes } from "./wrapped.js";

type Dict = Readonly<Record<string, unknown>>;

/** A record that only wraps a film: who saw it when is nobody's fact but theirs. */
const WRAPPERS = ["movie", "film", "pelicula", "media", "item", "Item", "node", "_source", "fields"];
const TITLES = ["title", "original_title", "name", "titulo"];

/** Where services keep whose ids a film has. */
const ID_KEYS: ReadonlySet<string> = new Set(["ids", "external_ids", "ProviderIds", "providerIds"]);
const WRAPPING: ReadonlySet<string> = new Set([...ID_KEYS, "credits", "casts", "ratings", "Guid"]);

/** As services answer, and as programs keep what they answered. */
export function lifted(record: Dict): Dict {
  const film = withoutTypes(unwrapped(withoutTypes(record)));
  const more: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(film)) {
    if (key === "Guid") Object.assign(more, idsInAddresses(value));
    if (!isRecord(value)) continue;
    if (ID_KEYS.has(key)) Object.assign(more, idsIn(value));
    else if (key === "credits" || key === "casts") Object.assign(more, peopleIn(value));
    else if (key === "keywords") Object.assign(more, listIn("keywords", value, ["keywords", "results"]));
    else if (key === "ratings") Object.assign(more, votesIn(value));
  }
  if ("ratingKey" in film) Object.assign(more, factsOfPlex(film));
  if (isRecord(film.originalLanguage)) more.originalLanguage = film.originalLanguage.name;
  if (Array.isArray(film.ratings)) Object.assign(more, votesIn({ rating: film.ratings }));
  if (Object.keys(more).length === 0) return film;
  const own = Object.entries(film).filter(([key, value]) => !isTaken(key, value, more));
  return { ...Object.fromEntries(own), ...more };
}

/** What is inside stands for what is around it, and for a cell that says nothing. */
function isTaken(key: string, value: unknown, more: Dict): boolean {
  return key in more || (isRecord(value) ? WRAPPING.has(key) : key === "Guid" || key === "ratings");
}

function unwrapped(record: Dict): Dict {
  if (TITLES.some((title) => title in record)) return record;
  for (const key of WRAPPERS) {
    const inner = record[key];
    if (!isRecord(inner) || !TITLES.some((title) => title in inner)) continue;
    if (key === "_source") return withId(inner, record._id);
    return "type" in record && !("type" in inner) ? { ...inner, type: record.type } : inner;
  }
  return record;
}

function idsIn(ids: Dict): Dict {
  const told = new Map(Object.entries(ids).map(([key, id]) => [key.toLowerCase(), id ?? undefined]));
  const tmdb = told.get("tmdb") ?? told.get("tmdb_id");
  const imdb = told.get("imdb") ?? told.get("imdb_id");
  return {
    ...(tmdb === undefined ? {} : { tmdb_id: tmdb }),
    ...(imdb === undefined ? {} : { imdb_id: imdb }),
  };
}

/** Plex: `[{ "id": "tmdb://219" }, { "id": "imdb://tt0441909" }]` */
function idsInAddresses(guids: unknown): Dict {
  const addresses = [guids].flat().map((one) => String(isRecord(one) ? one.id : one));
  const idOf = (kind: string): string | undefined =>
    addresses.find((address) => address.startsWith(`${kind}://`))?.slice(kind.length + 3);
  return idsIn({ tmdb: idOf("tmdb"), imdb: idOf("imdb") });
}

/** Plex calls a cast roles, and counts milliseconds. */
function factsOfPlex({ Role: cast, duration }: Dict): Dict {
  const minutes = Math.round(Number(duration) / 60_000);
  return {
    ...(cast === undefined ? {} : { cast }),
    ...(minutes > 0 ? { runtime: minutes, duration: undefined } : {}),
  };
}

function peopleIn({ cast, crew }: Dict): Dict {
  return { ...(Array.isArray(cast) ? { cast } : {}), ...(Array.isArray(crew) ? { crew } : {}) };
}

function listIn(name: string, value: Dict, keys: readonly string[]): Dict {
  const list = keys.map((key) => value[key]).find(Array.isArray);
  return list === undefined ? {} : { [name]: list };
}

/** TMDB's of several votes; those of others are not ours to show. */
function votesIn({ rating, tmdb }: Dict): Dict {
  const isTmdb = (one: unknown): boolean => isRecord(one) && /^(?:tmdb|themoviedb)$/iu.test(String(one.name));
  const told = tmdb ?? [rating].flat().find(isTmdb);
  return isRecord(told) ? { vote_average: told.value, vote_count: told.votes } : {};
}
