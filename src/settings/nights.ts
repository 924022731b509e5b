/** What holds for a film night where whoever opens it says nothing else. */
import { z } from "zod";
import { declare } from "./declaration.js";

const MOST_VETOES = 10;
const MOST_QUORUM = 1_000;
/** 30 days. */
const MOST_MINUTES = 43_200;
const LONGEST_FILM = 1_000;

export const NIGHTS = {
  nightMethod: declare({
    schema: z.enum(["approval", "schulze", "irv", "score"]),
    fallback: "approval",
    form: {
      kind: "choice",
      options: [
        {
          value: "approval",
          words: { es: "marcar las que valen", en: "mark those that are fine" },
          typed: ["aprobacion", "marcar", "mark"],
        },
        {
          value: "schulze",
          words: { es: "ordenar, una contra una", en: "rank, one against one" },
          typed: ["orden", "ordenar", "ranking", "condorcet", "rank"],
        },
        {
          value: "irv",
          words: { es: "ordenar, por rondas", en: "rank, in rounds" },
          typed: ["rondas", "rounds"],
        },
        {
          value: "score",
          words: { es: "estrellas", en: "stars" },
          typed: ["puntos", "notas", "points"],
        },
      ],
    },
    name: { es: "Noches: cómo se vota", en: "Nights: how one votes" },
    help: {
      es: "Cómo se vota en las noches de cine cuando quien abre una no lo dice.",
      en: "How films are voted on in film nights where whoever opens one does not say.",
    },
    typed: { es: ["votacion", "noche metodo"], en: ["night method", "voting"] },
  }),
  nightTally: declare({
    schema: z.enum(["open", "hidden"]),
    fallback: "open",
    form: {
      kind: "choice",
      options: [
        { value: "open", words: { es: "a la vista", en: "shown" }, typed: ["visible", "visibles", "open"] },
        {
          value: "hidden",
          words: { es: "oculto hasta el final", en: "hidden until the end" },
          typed: ["oculto", "ocultos", "hidden", "secreto", "secret"],
        },
      ],
    },
    name: { es: "Noches: recuento", en: "Nights: tally" },
    help: {
      es: "Si se ve cómo va la votación mientras se vota.",
      en: "Whether it shows how voting stands while votes are taken.",
    },
    typed: { es: ["recuento"], en: ["tally"] },
  }),
  nightVetoes: declare({
    schema: z.int().min(0).max(MOST_VETOES),
    fallback: 1,
    form: {
      kind: "amount",
      max: MOST_VETOES,
      presets: [0, 1, 2, 3],
      none: { es: "ninguno", en: "none" },
    },
    name: { es: "Noches: vetos por persona", en: "Nights: vetoes each" },
    help: {
      es: "Cuántas películas puede vetar cada persona en una noche.",
      en: "How many films each person may veto in a night.",
    },
    typed: { es: ["vetos"], en: ["vetoes"] },
  }),
  nightQuorum: declare({
    schema: z.int().min(0).max(MOST_QUORUM),
    fallback: 0,
    form: {
      kind: "amount",
      max: MOST_QUORUM,
      presets: [0, 3, 5, 10],
      none: { es: "sin quórum", en: "no quorum" },
    },
    name: { es: "Noches: quórum", en: "Nights: quorum" },
    help: {
      es: "Cuántas personas tienen que votar para que gane alguna.",
      en: "How many people have to vote for any film to win.",
    },
    typed: { es: ["quorum"], en: ["night quorum"] },
  }),
  nightMinutes: declare({
    schema: z.int().min(0).max(MOST_MINUTES),
    fallback: 0,
    form: {
      kind: "amount",
      max: MOST_MINUTES,
      presets: [60, 180, 1_440, 4_320],
      none: { es: "un día", en: "a day" },
    },
    name: { es: "Noches: minutos para votar", en: "Nights: minutes to vote" },
    help: {
      es: "Cuántos minutos se vota: 60 es una hora, 1440 un día, 43200 treinta días.",
      en: "For how many minutes votes are taken: 60 is an hour, 1440 a day, 43200 thirty days.",
    },
    typed: { es: ["minutos"], en: ["minutes"] },
  }),
  nightRuntime: declare({
    schema: z.int().min(0).max(LONGEST_FILM),
    fallback: 0,
    form: {
      kind: "amount",
      max: LONGEST_FILM,
      presets: [0, 100, 120, 150],
      none: { es: "sin límite", en: "no limit" },
    },
    name: { es: "Noches: duración máxima", en: "Nights: longest film" },
    help: {
      es: "Cuántos minutos puede durar como mucho lo que se propone.",
      en: "How many minutes long a proposed film may be at most.",
    },
    typed: { es: ["duracion"], en: ["runtime"] },
  }),
  nightPlatform: declare({
    schema: z.enum(["any", "netflix", "amazon", "disney", "hulu"]),
    fallback: "any",
    form: {
      kind: "choice",
      options: [
        {
          value: "any",
          words: { es: "cualquiera", en: "any" },
          typed: ["ninguna", "todas", "none", "all"],
        },
        { value: "netflix", words: { es: "Netflix", en: "Netflix" }, typed: [] },
        {
          value: "amazon",
          words: { es: "Amazon Prime Video", en: "Amazon Prime Video" },
          typed: ["prime", "prime video"],
        },
        { value: "disney", words: { es: "Disney+", en: "Disney+" }, typed: ["disney plus"] },
        { value: "hulu", words: { es: "Hulu", en: "Hulu" }, typed: [] },
      ],
    },
    name: { es: "Noches: plataforma", en: "Nights: platform" },
    help: {
      es: "En qué plataforma tiene que estar lo que se propone.",
      en: "Which platform a proposed film has to be on.",
    },
    typed: { es: ["plataforma"], en: ["platform"] },
  }),
} as const;
