/** What the platforms call their genres, and which of TMDB's these are. What is none of them is left out. */

/** By the platform's name in lower case. */
const GENRES = new Map<string, readonly string[]>(
  Object.entries({
    action: ["Action"],
    "action-adventure": ["Action", "Adventure"],
    "adult animation": ["Animation"],
    adventure: ["Adventure"],
    "animals & nature": ["Documentary"],
    animation: ["Animation"],
    anime: ["Animation"],
    "anime series": ["Animation"],
    cartoons: ["Animation", "Family"],
    comedy: ["Comedy"],
    crime: ["Crime"],
    "crime tv shows": ["Crime"],
    documentaries: ["Documentary"],
    documentary: ["Documentary"],
    docuseries: ["Documentary"],
    drama: ["Drama"],
    family: ["Family"],
    fantasy: ["Fantasy"],
    historical: ["History"],
    history: ["History"],
    horror: ["Horror"],
    kids: ["Family"],
    "kids' tv": ["Family"],
    "military and war": ["War"],
    music: ["Music"],
    "music videos and concerts": ["Music"],
    musical: ["Music"],
    mystery: ["Mystery"],
    parody: ["Comedy"],
    "police/cop": ["Crime"],
    romance: ["Romance"],
    "romantic tv shows": ["Romance"],
    "science & nature tv": ["Documentary"],
    "science fiction": ["Science Fiction"],
    sitcom: ["Comedy"],
    "sketch comedy": ["Comedy"],
    "soap opera / melodrama": ["Drama"],
    "spy/espionage": ["Thriller"],
    "stand up": ["Comedy"],
    "stand-up comedy & talk shows": ["Comedy"],
    superhero: ["Action"],
    suspense: ["Thriller"],
    thriller: ["Thriller"],
    "tv action & adventure": ["Action", "Adventure"],
    "tv comedies": ["Comedy"],
    "tv dramas": ["Drama"],
    "tv horror": ["Horror"],
    "tv mysteries": ["Mystery"],
    "tv sci-fi & fantasy": ["Science Fiction", "Fantasy"],
    "tv thrillers": ["Thriller"],
    western: ["Western"],
  }),
);

/** Countries that a genre tells of titles whose countries are unknown, as ISO 3166-1 codes. */
const COUNTRIES = new Map(
  Object.entries({
    anime: "JP",
    "anime series": "JP",
    "british tv shows": "GB",
    "korean tv shows": "KR",
  }),
);

/** TMDB's names of the genres of a title, each once. */
export function tmdbGenres(platformGenres: readonly string[]): string[] {
  return [...new Set(platformGenres.flatMap((genre) => GENRES.get(genre.toLowerCase()) ?? []))];
}

/** The countries that genres tell. */
export function countriesOfGenres(platformGenres: readonly string[]): string[] {
  return platformGenres.flatMap((genre) => COUNTRIES.get(genre.toLowerCase()) ?? []);
}
