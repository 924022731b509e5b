/** A bot whose answers lead on: all that an answer may hold, and as much of it as no message holds. */
import { z } from "zod";
import type { Answer } from "../../../../src/chat/answer/schema.js";
import { defineCommand } from "../../../../src/chat/command/command.js";
import { createBot, program } from "../../../support/fakes.js";

const noOptions = { options: z.strictObject({}), result: z.unknown(), positional: [] } as const;

export const SYNOPSIS =
  "Un joven artista y una muchacha de buena familia se conocen a bordo del barco. ".repeat(5);

export const GUIDE: Answer = {
  kind: "film",
  title: "Todo sobre Titanic (1997)",
  glance: ["⭐ 7,5 (7.770) · 3 h 14 min · Drama", "Dirección: James Cameron"],
  text: SYNOPSIS,
  folds: [
    { label: "Dinero", fields: [{ name: "Presupuesto", value: "200 millones" }] },
    {
      label: "Más",
      text: "Ganó once premios.",
      list: { numbered: true, lines: [{ head: "Uno" }, { head: "Dos" }] },
    },
  ],
  media: { kind: "link", url: "https://image.tmdb.org/t/p/w342/x.jpg", alt: "Cartel" },
  follow: [
    { label: "Votos", command: "votos", options: { titulo: "tmdb:597" } },
    { label: "Versiones", command: "votos", options: { titulo: "cinderella" } },
    { label: "Nada", command: "no hay", options: {} },
  ],
  links: [
    { label: "TMDB", url: "https://www.themoviedb.org/movie/597" },
    { label: "Mal", url: "javascript:alert(1)" },
  ],
  notice: true,
};

const guia = defineCommand({
  ...noOptions,
  names: { es: "guia", en: "guide" },
  summary: { es: "Una ficha", en: "A card" },
  examples: ["guia"],
  run: () => ({ status: "ok", result: null, answer: GUIDE }),
});

const gorda = defineCommand({
  ...noOptions,
  names: { es: "gorda", en: "heavy" },
  summary: { es: "Una ficha que no cabe", en: "A card without room" },
  examples: ["gorda"],
  run: () => ({
    status: "ok",
    result: null,
    answer: {
      ...GUIDE,
      folds: [
        ...(GUIDE.folds ?? []),
        { label: "Guion", text: `${"palabra ".repeat(60).trim()}\n\n`.repeat(10) },
      ],
    },
  }),
});

const guia2 = defineCommand({
  ...noOptions,
  names: { es: "guia2", en: "guide2" },
  summary: { es: "Una comparación", en: "A comparison" },
  examples: ["guia2"],
  run: () => ({
    status: "ok",
    result: null,
    answer: {
      kind: "list",
      title: "Una frente a otra",
      choices: [{ label: "Titanic (1997)", command: "votos", options: { titulo: "tmdb:597" } }],
    },
  }),
});

const films = ["tmdb:597", "tmdb:11021", "tmdb:862"] as const;

const lista = defineCommand({
  ...noOptions,
  names: { es: "lista", en: "list" },
  summary: { es: "Una lista", en: "A list" },
  examples: ["lista"],
  run: ({ asked }) => ({
    status: "ok",
    result: null,
    answer: {
      kind: "list",
      title: "Varias",
      list: {
        lines: Array.from({ length: 31 }, (_, at) => ({
          head: `Película ${at + 1}`,
          ...(at === 1 ? {} : { asks: { command: "votos", options: { titulo: films[at % 3] ?? "" } } }),
        })),
      },
      choices: [{ label: "Ver otras", command: asked.command, options: {}, inPlace: true }],
    },
  }),
});

export const leading = createBot({ program: { commands: [...program.commands, guia, guia2, gorda, lista] } });
