import { z } from "zod";
import type { Choice, Reply } from "../../src/chat/answer/answer.js";
import { defineCommand } from "../../src/chat/command/command.js";
import type { Context } from "../../src/chat/context.js";
import { list } from "../../src/chat/format.js";
import { say } from "../../src/chat/locale.js";
import { filmRef, filmRefs, integer } from "../../src/chat/command/options.js";
import { SAID_FOR_MORE } from "../../src/chat/line/said.js";
import { type FilmRef, shownTitle } from "../../src/queries/refs/film.js";
import {
  filmsBetween,
  filmsForTaste,
  popularFilms,
  type Recommendation,
  type Recommendations,
  recommendationsSchema,
  similarFilms,
} from "../../src/queries/discover/recommend.js";
import type { Wish } from "../../src/queries/discover/filter.js";
import { filmList, filmsTogether } from "../shared/film-list.js";
import { why } from "../shared/reasons.js";
import { forFilm } from "../shared/reference.js";
import {
  choiceOptions,
  loosening,
  pageOf,
  type WishOptions,
  wishOf,
  wishOptions,
  wishWords,
} from "../shared/wish.js";
import { heading, shortHeading } from "../shared/wording.js";

const options = z.strictObject({
  titulo: filmRef({
    es: "Título",
    en: "Title",
    help: { es: "Una película, o dos: matrix + amelie", en: "One film, or two: matrix + amelie" },
  }).optional(),
  cantidad: integer({ min: 1, max: 10, default: 5 }, { es: "Cantidad", en: "Count" }),
  gusta: filmRefs({
    es: "Gusta",
    en: "Liked",
    help: { es: "Películas que te gustan, separadas por comas", en: "Films you like, separated by commas" },
  }).optional(),
  ...wishOptions,
});

type Options = z.output<typeof options>;

export const recomendar = defineCommand({
  name: "recomendar",
  summary: { es: "Películas parecidas a otra, y por qué", en: "Films like another one, and why" },
  options,
  result: recommendationsSchema,
  positional: ["titulo"],
  examples: [
    "recomendar el padrino",
    "recomendar matrix cantidad=10",
    "recomendar toy story + shrek",
    "recomendar gusta=matrix,alien desde=1980",
  ],
  async run(context, options) {
    const { catalog } = context;
    const recommender = await context.recommender();
    if (options.titulo === undefined) {
      const liked = options.gusta === undefined ? [] : filmList(context, "gusta", options.gusta);
      return answered(context, options, (wish) =>
        liked.length > 0
          ? filmsForTaste(catalog, recommender, liked, wish)
          : popularFilms(catalog, recommender, wish),
      );
    }
    const together = filmsTogether(context, "titulo", options.titulo);
    if (together !== undefined) {
      return answered(context, options, (wish) => filmsBetween(catalog, recommender, together, wish));
    }
    return forFilm(
      context,
      { command: "recomendar", option: "titulo", options: { ...choiceOptions(options) } },
      (row) => answered(context, options, (wish) => similarFilms(catalog, recommender, row, wish)),
    );
  },
});

function answered(
  context: Context,
  options: Options,
  recommend: (wish: Wish) => Recommendations,
): Reply<Recommendations> {
  const result = recommend(wishOf(context, options));
  if (result.recommendations.length === 0) {
    return nothing(context, options, result, (others) => recommend(wishOf(context, others)));
  }
  const further = result.more ? [nextPage(context, options, result)] : [];
  return {
    status: "ok",
    result,
    answer: {
      kind: "list",
      title: title(context, options, result),
      list: result.recommendations.map((recommendation) => line(context, recommendation, result.films)),
      ...(further.length > 0
        ? { choices: further, prompt: say(context.locale, { es: "¿Otras?", en: "Others?" }) }
        : {}),
      ...(result.films.length === 0
        ? {
            footer: say(context.locale, {
              es: "Dime una película que te guste: /recomendar el padrino",
              en: "Name a film you like: /recomendar the godfather",
            }),
          }
        : {}),
    },
  };
}

function title(context: Context, options: Options, { films }: Recommendations): string {
  const { locale } = context;
  const filters = wishWords(context, options);
  const narrowed = filters === "" ? "" : `, ${filters}`;
  if (films.length === 0) {
    const words = { es: "Para empezar, de todo un poco", en: "To begin with, a bit of everything" };
    return `${say(locale, words)}${narrowed}`;
  }
  if (options.titulo === undefined) {
    return `${say(locale, { es: "Por lo que te gusta", en: "For what you like" })}${narrowed}`;
  }
  if (films.length === 1) {
    const name = heading(locale, films[0]);
    return `${say(locale, { es: `Parecidas a ${name}`, en: `Like ${name}` })}${narrowed}`;
  }
  const names = list(
    locale,
    films.map((film) => shownTitle(film, locale.tag)),
  );
  return `${say(locale, { es: `Entre ${names}`, en: `Between ${names}` })}${narrowed}`;
}

/** "Otra": the same question's next answers. */
function nextPage({ locale }: Context, options: Options, { films }: Recommendations): Choice {
  const ids = films.map(({ id }) => `tmdb:${id}`);
  const asked = options.titulo === undefined ? { gusta: ids.join(",") } : { titulo: ids.join(" + ") };
  return {
    label: say(locale, { es: "Otras", en: "Others" }),
    command: "recomendar",
    options: choiceOptions({ ...options, ...(films.length > 0 ? asked : {}), pagina: pageOf(options) + 1 }),
    said: SAID_FOR_MORE,
  };
}

function nothing(
  context: Context,
  options: Options,
  result: Recommendations,
  recommend: (options: WishOptions) => Recommendations,
): Reply<Recommendations> {
  const { locale } = context;
  const filtered = wishWords(context, options) !== "" || options.excluir !== undefined;
  if (pageOf(options) > 1) return empty(result, say(locale, NO_MORE));
  if (!filtered) return empty(result, say(locale, NOTHING_KNOWN));
  const { text, choices } = loosening(context, options, (others) => recommend(others).recommendations.length);
  return empty(result, text, choices);
}

const NO_MORE = { es: "No hay más.", en: "There are no more." };
const NOTHING_KNOWN = {
  es: "De esta película se sabe demasiado poco para encontrarle parecidas.",
  en: "Too little is known of this film to find others like it.",
};

function empty(
  result: Recommendations,
  text: string,
  choices: readonly Choice[] = [],
): Reply<Recommendations> {
  return {
    status: "empty",
    result,
    answer: { kind: "empty", text, ...(choices.length > 0 ? { choices } : {}) },
  };
}

function line(context: Context, { film, reasons }: Recommendation, asked: readonly FilmRef[]): string {
  const { locale } = context;
  const because = why(context, reasons, asked);
  return because === "" ? heading(locale, film) : `${shortHeading(locale, film)}: ${because}`;
}
