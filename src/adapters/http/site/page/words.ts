/** What the pages themselves say, beside what is answered. */
import type { Words } from "../../../../words.js";

export const SAID = {
  tagline: { es: "Pregúntame de cine", en: "Ask me about films" },
  ask: { es: "Pregunta o título", en: "A question or a title" },
  search: { es: "Buscar", en: "Search" },
  discover: { es: "Descubrir", en: "Discover" },
  discoverFilms: { es: "Descubrir películas", en: "Discover films" },
  similar: { es: "Parecidas", en: "Similar" },
  moreLike: { es: "Más parecidas", en: "More like it" },
  whole: { es: "La lista entera", en: "The whole list" },
  acting: { es: "Como intérprete", en: "As an actor" },
  directing: { es: "En la dirección", en: "As a director" },
  filters: { es: "Filtros", en: "Filters" },
  without: { es: "Quitar", en: "Remove" },
  show: { es: "Ver películas", en: "Show films" },
  any: { es: "cualquiera", en: "any" },
  genre: { es: "Género", en: "Genre" },
  from: { es: "Desde el año", en: "From year" },
  until: { es: "Hasta el año", en: "Until year" },
  platform: { es: "Plataforma", en: "Platform" },
  order: { es: "Orden", en: "Order" },
  previous: { es: "Anteriores", en: "Previous" },
  next: { es: "Siguientes", en: "Next" },
  skip: { es: "Ir al contenido", en: "Skip to the content" },
  figures: { es: "Este gráfico en cifras", en: "This chart in figures" },
  toDark: { es: "Cambiar a tema oscuro", en: "Switch to the dark theme" },
  toLight: { es: "Cambiar a tema claro", en: "Switch to the light theme" },
  home: { es: "Volver a preguntar", en: "Ask something else" },
} as const satisfies Readonly<Record<string, Words>>;

/** The orders of /descubrir in a menu, by the Spanish word that asks for each; English ones read as they are. */
export const ORDERS: Readonly<Record<string, string>> = {
  mejor: "las mejores",
  peor: "las peores",
  popular: "las más populares",
  votos: "las más votadas",
  recaudacion: "las más taquilleras",
  retorno: "mayor retorno",
  ganancia: "mayor ganancia",
  presupuesto: "las más caras",
  reciente: "las más recientes",
  antigua: "las más antiguas",
  larga: "las más largas",
  corta: "las más cortas",
  joya: "joyas poco conocidas",
  azar: "al azar",
};
