/** Genres as files without TMDB's own lists write them → TMDB's names. */

/** TMDB's genres of films, with their ids. */
const TMDB_GENRES: readonly (readonly [id: number, name: string])[] = [
  [28, "Action"],
  [12, "Adventure"],
  [16, "Animation"],
  [35, "Comedy"],
  [80, "Crime"],
  [99, "Documentary"],
  [18, "Drama"],
  [10751, "Family"],
  [14, "Fantasy"],
  [36, "History"],
  [27, "Horror"],
  [10402, "Music"],
  [9648, "Mystery"],
  [10749, "Romance"],
  [878, "Science Fiction"],
  [10770, "TV Movie"],
  [53, "Thriller"],
  [10752, "War"],
  [37, "Western"],
];

/** Other names, without accents; "" for what is no genre. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  accion: "Action",
  animacion: "Animation",
  aventura: "Adventure",
  aventuras: "Adventure",
  belica: "War",
  belico: "War",
  "ciencia ficcion": "Science Fiction",
  children: "Family",
  "children's": "Family",
  comedia: "Comedy",
  crimen: "Crime",
  documental: "Documentary",
  familia: "Family",
  familiar: "Family",
  fantasia: "Fantasy",
  foreign: "Foreign",
  guerra: "War",
  historia: "History",
  imax: "",
  misterio: "Mystery",
  musica: "Music",
  musical: "Music",
  "(no genres listed)": "",
  "no genres listed": "",
  "pelicula de tv": "TV Movie",
  "sci-fi": "Science Fiction",
  scifi: "Science Fiction",
  "science-fiction": "Science Fiction",
  sciencefiction: "Science Fiction",
  suspense: "Thriller",
  suspenso: "Thriller",
  terror: "Horror",
};

const BY_NAME: ReadonlyMap<string, string> = new Map([
  ...TMDB_GENRES.map(([, name]) => [name.toLowerCase(), name] as const),
  ...Object.entries(OTHER_NAMES),
]);
const BY_ID: ReadonlyMap<number, string> = new Map(TMDB_GENRES);

/** A genre that stands by its name alone; one that TMDB does not have stays as it is, undefined is none. */
export function genreByName(name: string): string | undefined {
  const known = BY_NAME.get(withoutAccents(name));
  return known === undefined ? name : known || undefined;
}

/** Whether TMDB has a genre of that name, in English or Spanish. */
export function isTmdbGenre(name: string): boolean {
  return (BY_NAME.get(withoutAccents(name)) ?? "") !== "";
}

export function genreById(id: number): string | undefined {
  return BY_ID.get(id);
}

function withoutAccents(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "");
}
