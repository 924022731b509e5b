/** What the pages themselves say, beside what is answered. */
import type { Words } from "../../../words.js";

export const SAID = {
  tagline: { es: "Pregúntame de cine", en: "Ask me about films" },
  ask: { es: "Pregunta o título", en: "A question or a title" },
  search: { es: "Buscar", en: "Search" },
  discover: { es: "Descubrir", en: "Discover" },
  similar: { es: "Parecidas", en: "Similar" },
  more: { es: "Ver más", en: "See more" },
  askMore: { es: "Preguntar más", en: "Ask more" },
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
  country: { es: "País", en: "Country" },
  order: { es: "Orden", en: "Order" },
  previous: { es: "Anteriores", en: "Previous" },
  next: { es: "Siguientes", en: "Next" },
  home: { es: "Volver a preguntar", en: "Ask something else" },
} as const satisfies Readonly<Record<string, Words>>;
