/** Which charts the report has, and in which order. */
import type { Topic } from "../charts/topic.js";
import { TOPICS } from "../charts/topics/index.js";
import type { Words } from "../words.js";

export interface SectionPlan {
  readonly title: Words;
  readonly topics: readonly Topic[];
}

const topics = (...names: readonly string[]): readonly Topic[] =>
  names.flatMap((name) => TOPICS.find((topic) => topic.name === name) ?? []);

/** The first part is followed by what the build mended. */
export const SECTIONS: readonly [SectionPlan, ...SectionPlan[]] = [
  {
    title: { es: "Los datos", en: "The data" },
    topics: topics("completitud", "atipicos", "votos", "duraciones"),
  },
  {
    title: { es: "Estrenos", en: "Releases" },
    topics: topics("estrenos", "meses", "dias", "generos"),
  },
  {
    title: { es: "Dinero", en: "Money" },
    topics: topics("presupuestos", "recaudaciones", "taquilla", "correlaciones", "retornos"),
  },
  {
    title: { es: "De dónde y de qué", en: "Where from and what about" },
    topics: topics("idiomas", "paises", "temas", "titulos", "argumentos"),
  },
  {
    title: { es: "Notas y récords", en: "Ratings and records" },
    topics: topics("notas", "mejores", "largas"),
  },
  {
    title: { es: "Plataformas", en: "Platforms" },
    topics: topics(
      "plataformas",
      "plataformas-anios",
      "plataformas-edades",
      "plataformas-duraciones",
      "plataformas-comunes",
    ),
  },
];
