/** A film as TMDB's API tells it. */

export interface Film {
  readonly id: number;
  readonly title: string;
  readonly released: string;
  readonly votes: number;
  readonly popularity: number;
  /** Title in Spain; undefined where nobody translated it. */
  readonly spanish?: string;
  /** Title in Mexico. */
  readonly mexican?: string;
  /** Other titles, with the kind that whoever added them wrote down. */
  readonly alternatives?: readonly {
    readonly iso_3166_1: string;
    readonly title: string;
    readonly type: string;
  }[];
  readonly imdb?: string;
  readonly director?: string;
  readonly cast?: readonly string[];
  readonly keywords?: readonly string[];
  /** Names of who offers it, by country and way ("flatrate", "rent"…). */
  readonly providers?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** A film of which nothing is known but its id: everything else follows from that. */
export function filmFrom(id: number, changes: Partial<Film> = {}): Film {
  const year = 1950 + (id % 70);
  return {
    id,
    title: `Film number ${id}`,
    released: `${year}-${String(1 + (id % 12)).padStart(2, "0")}-${String(1 + (id % 28)).padStart(2, "0")}`,
    votes: id % 5000,
    popularity: 1 + (id % 1000) / 10,
    imdb: `tt${String(id).padStart(7, "0")}`,
    director: `Director ${id % 500}`,
    cast: [`Actor ${id % 900}`, `Actor ${(id * 7) % 900}`],
    keywords: [`theme ${id % 50}`],
    providers: { ES: { flatrate: ["Netflix"] } },
    ...changes,
  };
}

function idOf(name: string): number {
  let id = 11;
  for (const letter of name) id = (id * 33 + (letter.codePointAt(0) ?? 0)) % 2_000_003;
  return id + 1;
}

const named = (name: string) => ({ id: idOf(name), name });

function providersOf({ id, providers = {} }: Film): object {
  const offered = (names: readonly string[]) =>
    names.map((name, at) => ({
      logo_path: "/logo.jpg",
      provider_id: idOf(name),
      provider_name: name,
      display_priority: at,
    }));
  const inCountry = ([country, ways]: [string, Readonly<Record<string, readonly string[]>>]) => [
    country,
    {
      link: `https://www.themoviedb.org/movie/${id}/watch?locale=${country}`,
      ...Object.fromEntries(Object.entries(ways).map(([way, names]) => [way, offered(names)])),
    },
  ];
  return Object.fromEntries(Object.entries(providers).map(inCountry));
}

/** Only the parts that were asked for are there. */
export function detailOf(film: Film, parts: readonly string[], language: string | null): object {
  const inSpanish = language === "es-ES" && film.spanish !== undefined;
  const all: Record<string, unknown> = {
    credits: {
      cast: (film.cast ?? []).map((name, order) => ({
        ...named(name),
        order,
        character: "Somebody",
        adult: false,
        credit_id: "52fe",
        profile_path: null,
      })),
      crew: film.director ? [{ ...named(film.director), job: "Director", department: "Directing" }] : [],
    },
    keywords: { keywords: (film.keywords ?? []).map(named) },
    translations: {
      translations: [
        {
          iso_3166_1: "US",
          iso_639_1: "en",
          name: "English",
          data: { title: "", overview: `About ${film.id}.` },
        },
        ...(film.spanish === undefined
          ? []
          : [{ iso_3166_1: "ES", iso_639_1: "es", data: { title: film.spanish, overview: "" } }]),
        ...(film.mexican === undefined
          ? []
          : [{ iso_3166_1: "MX", iso_639_1: "es", data: { title: film.mexican, overview: "" } }]),
        { iso_3166_1: "DE", iso_639_1: "de", data: { title: "Auf Deutsch", overview: "" } },
      ],
    },
    alternative_titles: {
      titles: [...(film.alternatives ?? []), { iso_3166_1: "AR", title: `${film.title} (AR)`, type: "" }],
    },
    external_ids: { imdb_id: film.imdb ?? null, wikidata_id: null },
    "watch/providers": { results: providersOf(film) },
  };
  return {
    adult: false,
    backdrop_path: null,
    belongs_to_collection: null,
    budget: 1_000_000,
    genres: [{ id: 18, name: "Drama" }],
    id: film.id,
    imdb_id: film.imdb ?? null,
    original_language: "en",
    original_title: film.title,
    overview: inSpanish ? `De qué va ${film.id}.` : "",
    popularity: film.popularity,
    poster_path: `/poster${film.id}.jpg`,
    production_companies: [named("A Company")],
    production_countries: [{ iso_3166_1: "US", name: "United States of America" }],
    release_date: film.released,
    revenue: 2_000_000,
    runtime: 100,
    spoken_languages: [{ english_name: "English", iso_639_1: "en", name: "English" }],
    status: "Released",
    title: inSpanish ? film.spanish : film.title,
    video: false,
    vote_average: 6.5,
    vote_count: film.votes,
    ...Object.fromEntries(parts.map((part) => [part, all[part] ?? {}])),
  };
}
