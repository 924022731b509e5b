/** Spanish names of genres. Shared by the build and the query. */

/** By TMDB's English name: the Spanish label, then further names. */
export const GENRE_LABELS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  Action: ["Acción"],
  Adventure: ["Aventura", "Aventuras"],
  Animation: ["Animación", "Dibujos animados", "Animada"],
  Comedy: ["Comedia", "Comedias", "Humor"],
  Crime: ["Crimen", "Policíaca", "Policial"],
  Documentary: ["Documental", "Documentales"],
  Drama: ["Drama", "Dramas"],
  Family: ["Familia", "Familiar", "Infantil"],
  Fantasy: ["Fantasía", "Fantástica"],
  Foreign: ["Extranjera"],
  History: ["Historia", "Histórica"],
  Horror: ["Terror", "Miedo"],
  Music: ["Música", "Musical"],
  Mystery: ["Misterio"],
  Romance: ["Romance", "Romántica", "Amor"],
  "Science Fiction": ["Ciencia ficción", "Sci-Fi", "Scifi", "Ficción"],
  "TV Movie": ["Telefilme", "Película de TV"],
  Thriller: ["Suspense", "Suspenso", "Thriller"],
  War: ["Bélica", "Guerra"],
  Western: ["Western", "Del Oeste", "Vaqueros"],
};

/** The labels that are others in Latin America. */
export const GENRES_IN_LATIN_AMERICA: Readonly<Record<string, string>> = { Thriller: "Suspenso" };
