import { z } from "zod";
import type { Answer } from "../../src/chat/answer/schema.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { filmRef, flag } from "../../src/chat/command/options.js";
import type { Context } from "../../src/chat/contract.js";
import { say } from "../../src/chat/locale.js";
import { type Card, card, cardSchema } from "../../src/queries/film/card.js";
import { type SeriesResult, seriesResultSchema } from "../../src/queries/platforms/title-card.js";
import { filmButtons } from "../personal/films/film-buttons.js";
import { THE_FILM } from "../shared/film-command.js";
import { filmLinks, followCard, posterOf } from "../shared/film-frame.js";
import { forFilm } from "../shared/reference.js";
import { titleAnswer } from "../shared/series.js";
import { nowhereKnown, whereToWatch } from "../shared/words/watching.js";
import { heading } from "../shared/words/wording.js";
import { castAnswer } from "./cast.js";
import { folds } from "./folds.js";
import { glance } from "./glance.js";

export const pelicula = defineCommand({
  names: { es: "pelicula", en: "film" },
  synonyms: {
    es: [
      "peli",
      "filme",
      "cinta",
      "ficha",
      "info",
      "informacion",
      "sinopsis",
      "argumento",
      "trama",
      "reparto",
      "elenco",
    ],
    en: ["movie", "card", "synopsis", "plot", "cast"],
  },
  summary: { es: "La ficha de una película", en: "A film's card" },
  phrases: {
    es: [
      `(de qué (trata|va)|qué es|de cuándo es|de qué año es|cuándo se estrenó) ${THE_FILM.es}`,
      `quién[es] (dirigió|dirige|hizo|actúa en|actúan en|sale en|salen en) ${THE_FILM.es}`,
      `(dónde|en qué plataforma) [puedo|se puede] (ver|está|mirar) ${THE_FILM.es}`,
    ],
    en: [
      "what is {titulo} about",
      `who (directed|made|is in|acts in|stars in|starred in) ${THE_FILM.en}`,
      `where (can i|to|do i|could i) (watch|see) ${THE_FILM.en}`,
      `when (did|was) ${THE_FILM.en} (come out|released)`,
    ],
  },
  result: z.union([cardSchema, seriesResultSchema]),
  label: { es: "Ficha de {titulo}", en: "Card of {titulo}" },
  options: z.strictObject({
    titulo: filmRef(),
    reparto: flag({
      es: "Reparto",
      en: "Cast",
      help: {
        es: "Solo quién actúa, para ver lo demás que hizo cada cual",
        en: "Only who acts in it, to see what else they were in",
      },
    }),
  }),
  positional: ["titulo"],
  examples: ["pelicula el laberinto del fauno", "pelicula volver"],
  run: (context, { reparto }) =>
    forFilm<Card | SeriesResult>(
      context,
      "titulo",
      (row) => {
        const result = card(context.catalog, row);
        const answer = reparto ? castAnswer(context, result) : cardAnswer(context, result);
        return { status: "ok", result, answer };
      },
      (row) => titleAnswer(context, row),
    ),
});

/** A film at a glance, and what of it is asked for; whatever is further known of it opens. */
function cardAnswer(context: Context, result: Card): Answer {
  const { locale } = context;
  const asksWhere = context.aspect === "watching";
  const opens = asksWhere || context.settings.synopses === "folded";
  const synopsis = opens ? null : say(locale, { es: result.synopsisEs, en: result.overview });
  const field = whereToWatch(context, result).field ?? (asksWhere ? nowhereKnown(locale) : undefined);
  return {
    kind: "film",
    title: heading(locale, result.film),
    glance: glance(context, result),
    ...(synopsis === null ? {} : { text: synopsis }),
    ...(field === undefined ? {} : { fields: [field] }),
    folds: folds(context, result),
    ...posterOf(locale, result.film, result.poster),
    follow: followCard(locale, result),
    ...filmButtons(context, result.film),
    links: filmLinks(context, result),
    notice: true,
  };
}
