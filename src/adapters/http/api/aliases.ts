/**
 * The route names that the classic course APIs on this data use, at the root: `/peliculas_mes/enero`.
 * The only place where the HTTP surface knows commands by name; those that do not exist are left out.
 */

export interface Alias {
  readonly name: string;
  readonly command: string;
  /** Their parameter names and the options they stand for; the options' own names work too. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Parameters in the order in which they may stand in the path; the command's own order unless said. */
  readonly path?: readonly string[];
}

/** Films as a list beside each by its id: `things.ts`. */
export const FILMS: Alias = { name: "api/peliculas", command: "descubrir", path: [] };

const PLATFORM_AND_YEAR = { platform: "plataforma", year: "anio" } as const;

export const ALIASES: readonly Alias[] = [
  { name: "peliculas_mes", command: "mes" },
  { name: "cantidad_filmaciones_mes", command: "mes" },
  { name: "peliculas_dia", command: "dia" },
  { name: "cantidad_filmaciones_dia", command: "dia" },
  { name: "score_titulo", command: "score" },
  { name: "votos_titulo", command: "votos" },
  { name: "get_actor", command: "actor", parameters: { nombre_actor: "nombre" } },
  // The same route with a platform and a year is another question: see `endpoints.ts`.
  {
    name: "get_actor",
    command: "plataforma actor",
    parameters: PLATFORM_AND_YEAR,
    path: ["platform", "year"],
  },
  { name: "get_director", command: "director", parameters: { nombre_director: "nombre" } },
  { name: "franquicia", command: "franquicia", parameters: { franquicia: "nombre" } },
  { name: "peliculas_pais", command: "pais" },
  { name: "productoras", command: "productora", parameters: { productora: "nombre" } },
  { name: "productoras_exitosas", command: "productora", parameters: { productora: "nombre" } },
  { name: "retorno", command: "retorno", parameters: { pelicula: "titulo" } },
  { name: "peliculas_idioma", command: "idioma" },
  { name: "peliculas_duracion", command: "duracion", parameters: { pelicula: "titulo" } },
  {
    name: "get_max_duration",
    command: "plataforma maxima",
    parameters: { ...PLATFORM_AND_YEAR, duration_type: "tipo" },
    path: ["year", "platform", "duration_type"],
  },
  {
    name: "get_score_count",
    command: "plataforma puntaje",
    parameters: { ...PLATFORM_AND_YEAR, scored: "puntaje" },
    path: ["platform", "scored", "year"],
  },
  {
    name: "get_count_platform",
    command: "plataforma cantidad",
    parameters: { platform: "plataforma" },
    path: ["platform"],
  },
  { name: "recomendacion", command: "recomendar" },
  FILMS,
];
