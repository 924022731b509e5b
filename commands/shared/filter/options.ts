/** The options that narrow down films: the same words in every command that takes them. */
import { z } from "zod";
import {
  collectionRef,
  companyRef,
  country,
  decimalNumber,
  genre,
  integer,
  language,
  many,
  personRef,
  platform,
  theme,
  thing,
} from "../../../src/chat/command/options.js";

const YEARS = { min: 1870, max: 2100 };
const MINUTES = { min: 1, max: 1500 };

const filterSchema = z.strictObject({
  genero: many(
    genre({
      es: "Género",
      en: "Genre",
      help: { es: "Uno o varios, que tienen todos", en: "One or several, all of which they have" },
    }),
  ).optional(),
  sin_genero: many(
    genre({
      es: "Sin género",
      en: "Without genre",
      help: { es: "Géneros que no tienen", en: "Genres that they don't have" },
    }),
  ).optional(),
  tema: many(
    theme({
      es: "Tema",
      en: "Theme",
      help: {
        es: "De qué tratan: tiburones, viajes en el tiempo",
        en: "What they are about: sharks, time travel",
      },
    }),
  ).optional(),
  actor: many(
    personRef("actor", {
      es: "Actor",
      en: "Actor",
      help: { es: "Quién actúa; varios, todos juntos", en: "Who acts; several, all together" },
    }),
  ).optional(),
  director: many(
    personRef("director", {
      es: "Director",
      en: "Director",
      help: { es: "Quién dirige; varios, todos juntos", en: "Who directs; several, all together" },
    }),
  ).optional(),
  persona: many(
    personRef("person", {
      es: "Persona",
      en: "Person",
      help: { es: "Quién actúa o dirige", en: "Who acts or directs" },
    }),
  ).optional(),
  pais: country().optional(),
  idioma: language({
    es: "Idioma",
    en: "Language",
    help: { es: "Idioma original", en: "Original language" },
  }).optional(),
  desde: integer(YEARS, {
    es: "Desde",
    en: "From",
    help: { es: "Año del estreno más antiguo", en: "Earliest year of release" },
  }).optional(),
  hasta: integer(YEARS, {
    es: "Hasta",
    en: "Until",
    help: { es: "Año del estreno más reciente", en: "Latest year of release" },
  }).optional(),
  duracion_min: integer(MINUTES, {
    es: "Duración mínima",
    en: "Shortest",
    help: { es: "Minutos que duran al menos", en: "Minutes they last at least" },
  }).optional(),
  duracion_max: integer(MINUTES, {
    es: "Duración máxima",
    en: "Longest",
    help: { es: "Minutos que duran como mucho", en: "Minutes they last at most" },
  }).optional(),
  plataforma: platform().optional(),
  franquicia: collectionRef({
    es: "Franquicia",
    en: "Franchise",
    help: { es: "Saga o universo", en: "Franchise or universe" },
  }).optional(),
  productora: companyRef({ es: "Productora", en: "Company" }).optional(),
  nota_min: decimalNumber(
    { min: 0, max: 10 },
    {
      es: "Nota mínima",
      en: "Lowest rating",
      help: { es: "Nota media, de 0 a 10", en: "Average vote, 0 to 10" },
    },
  ).optional(),
  votos_min: integer(
    { min: 0, max: 90_000 },
    {
      es: "Votos mínimos",
      en: "Fewest votes",
      help: { es: "Cuántos votaron al menos", en: "How many voted at least" },
    },
  ).optional(),
  excluir: many(
    thing({
      es: "Excluir",
      en: "Exclude",
      help: {
        es: "Títulos que no quieres, o person:31, company:2, country:US, tema:alien",
        en: "Titles you don't want, or person:31, company:2, country:US, tema:alien",
      },
    }),
  ).optional(),
});

export const filterOptions = filterSchema.shape;

export type FilterOptions = z.output<typeof filterSchema>;

export type FilterOption = keyof FilterOptions;

/** The options, in the order in which they are told. */
export const FILTER_OPTIONS = Object.keys(filterOptions) as readonly FilterOption[];
