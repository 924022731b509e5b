import { z } from "zod";
import type { Reply } from "../../src/chat/answer/reply.js";
import { mention, rich } from "../../src/chat/answer/rich-text.js";
import type { Choice, Line, OptionValues } from "../../src/chat/answer/schema.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { filmRef, filmRefs, flag, integer } from "../../src/chat/command/options.js";
import type { Context } from "../../src/chat/contract.js";
import { list } from "../../src/chat/format.js";
import { SAID_FOR_MORE } from "../../src/chat/line/said.js";
import { say } from "../../src/chat/locale.js";
import {
  filmsBetween,
  filmsForTaste,
  popularFilms,
  similarFilms,
} from "../../src/queries/discover/recommend.js";
import {
  type Recommendation,
  type Recommendations,
  recommendationsSchema,
} from "../../src/queries/discover/recommendations.js";
import type { RecommendationRequest } from "../../src/queries/discover/request.js";
import { type FilmRef, shownTitle } from "../../src/queries/refs/film.js";
import type { Words } from "../../src/words.js";
import { cardOf } from "../shared/card.js";
import { filmList, filmsTogether } from "../shared/film-list.js";
import { loosening } from "../shared/filter/loosening.js";
import type { Asked } from "../shared/filter/meaning.js";
import { filterOptions } from "../shared/filter/options.js";
import { filterOf, readFilter } from "../shared/filter/read.js";
import { filterWords } from "../shared/filter/words.js";
import { why } from "../shared/reasons.js";
import { forFilm } from "../shared/reference.js";
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
  menos_populares: flag({
    es: "Menos populares",
    en: "Less popular",
    help: { es: "Sí: películas menos conocidas", en: "Yes: less well known films" },
  }),
  ...filterOptions,
  pagina: integer(
    { min: 1, max: 20, default: 1 },
    { es: "Página", en: "Page", help: { es: "Otras: las siguientes", en: "Others: the next ones" } },
  ),
});

type Options = z.output<typeof options>;

/** How phrases begin that ask for films. */
const ASK_FOR: Words = {
  es: "[recom(ienda|iéndame|endame)|dame|busco|quiero [ver]] [una|alguna|otra] [algo|película[s]|peli[s]]",
  en: "[recommend|suggest|show] [me] [a|some] [something|anything|film[s]|movie[s]]",
};

export const recomendar = defineCommand({
  names: { es: "recomendar", en: "recommend" },
  synonyms: {
    es: [
      "recomienda",
      "recomiendame",
      "recomendame",
      "recomendacion",
      "recomendaciones",
      "sugiere",
      "sugerencia",
      "sugerencias",
      "parecida",
      "parecidas",
      "parecido",
      "parecidos",
      "similar",
      "similares",
    ],
    en: ["recommendation", "recommendations", "suggest", "suggestion", "suggestions"],
  },
  summary: { es: "Películas parecidas a otra, y por qué", en: "Films like another one, and why" },
  phrases: {
    es: [
      "(películas|algo) como {titulo}",
      `${ASK_FOR.es} (como|del estilo de) {titulo}`,
      `${ASK_FOR.es} (parecido[s]|parecida[s]|similar[es]) a {titulo}`,
    ],
    en: ["(films|movies) like {titulo}", `${ASK_FOR.en} (similar to|like) {titulo}`],
  },
  options,
  result: recommendationsSchema,
  positional: ["titulo"],
  label: {
    es: "Películas[ parecidas a {titulo}][ por lo que te gusta: {gusta}][ de {genero}][ desde {desde}][ hasta {hasta}][ en {plataforma}]",
    en: "Films[ like {titulo}][ for who likes {gusta}][ of the genre {genero}][ from {desde}][ until {hasta}][ on {plataforma}]",
  },
  examples: [
    "recomendar el padrino",
    "recomendar matrix cantidad=10",
    "recomendar toy story + shrek",
    "recomendar gusta=matrix,alien desde=1980",
  ],
  async run(context, options) {
    const { catalog } = context;
    const recommender = await context.recommender();
    const filters = await readFilter(context, options);
    const { cantidad, pagina, menos_populares: lessPopular } = options;
    const request: RecommendationRequest = {
      filter: filterOf(filters),
      count: cantidad,
      skip: (pagina - 1) * cantidad,
      lessPopular,
    };
    if (options.titulo === undefined) {
      const liked = filmList(context, "gusta", options.gusta ?? []);
      const result =
        liked.length > 0
          ? filmsForTaste(catalog, recommender, liked, request)
          : popularFilms(catalog, recommender, request);
      return answered(context, options, filters, result);
    }
    const together = filmsTogether(context, "titulo", options.titulo);
    if (together !== undefined) {
      return answered(context, options, filters, filmsBetween(catalog, recommender, together, request));
    }
    return forFilm(context, "titulo", (row) =>
      answered(context, options, filters, similarFilms(catalog, recommender, row, request)),
    );
  },
});

function answered(
  context: Context,
  options: Options,
  filters: readonly Asked[],
  result: Recommendations,
): Reply<Recommendations> {
  const { locale, asked } = context;
  if (result.recommendations.length === 0) return nothing(context, options, filters, result);
  const lines = result.recommendations.map((recommendation) => line(context, recommendation, result.films));
  const further = [nextPage(context, options, result)];
  const hint = {
    es: rich`Dime una película que te guste: ${mention(asked.command, "el padrino")}`,
    en: rich`Name a film you like: ${mention(asked.command, "the godfather")}`,
  };
  return {
    status: "ok",
    result,
    answer: {
      kind: "list",
      title: title(context, options, filters, result),
      list: { lines },
      ...(result.more ? { choices: further, prompt: say(locale, { es: "¿Otras?", en: "Others?" }) } : {}),
      ...(result.films.length === 0 ? { footer: say(locale, hint) } : {}),
    },
  };
}

function title(
  context: Context,
  options: Options,
  filters: readonly Asked[],
  result: Recommendations,
): string {
  const subject = say(context.locale, subjectWords(context, options, result));
  const told = filters.filter(({ option }) => option !== "excluir");
  const words = filterWords(context, told, { sourced: true }).map(({ text }) => text);
  return words.length === 0 ? subject : `${subject}, ${list(context.locale, words)}`;
}

function subjectWords({ locale }: Context, options: Options, { films }: Recommendations): Words {
  const [film] = films;
  if (film === undefined) {
    return options.menos_populares
      ? { es: "Menos conocidas y bien valoradas", en: "Less well known and well liked" }
      : { es: "Para empezar, de todo un poco", en: "To begin with, a bit of everything" };
  }
  if (options.titulo === undefined) return { es: "Por lo que te gusta", en: "For what you like" };
  if (films.length === 1) {
    const name = heading(locale, film);
    return { es: `Parecidas a ${name}`, en: `Like ${name}` };
  }
  const names = list(
    locale,
    films.map((one) => shownTitle(one, locale.tag)),
  );
  return { es: `Entre ${names}`, en: `Between ${names}` };
}

/** "Otra": the same question's next answers. */
function nextPage({ locale, asked }: Context, options: Options, { films }: Recommendations): Choice {
  const ids = films.map(({ id }) => `tmdb:${id}`);
  const exact: OptionValues = options.titulo === undefined ? { gusta: ids } : { titulo: ids.join(" + ") };
  return {
    label: say(locale, { es: "Otras", en: "Others" }),
    command: asked.command,
    options: { ...asked.options, ...(films.length > 0 ? exact : {}), pagina: options.pagina + 1 },
    said: SAID_FOR_MORE,
  };
}

function nothing(
  context: Context,
  { pagina }: Options,
  filters: readonly Asked[],
  result: Recommendations,
): Reply<Recommendations> {
  const { locale } = context;
  if (pagina > 1) return empty(result, say(locale, NO_MORE));
  if (filters.length === 0) return empty(result, say(locale, NOTHING_KNOWN));
  const { text, choices } = loosening(context, filters, "mejor", { now: context.now, seed: 0 });
  return empty(result, text, choices);
}

const NO_MORE: Words = { es: "No hay más.", en: "There are no more." };
const NOTHING_KNOWN: Words = {
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

/** A film that is told why is called by its short name: the reason needs the room. */
function line(context: Context, { film, reasons }: Recommendation, asked: readonly FilmRef[]): Line {
  const { locale } = context;
  const because = why(context, reasons, asked);
  const asks = cardOf(film);
  return because === ""
    ? { head: heading(locale, film), asks }
    : { head: shortHeading(locale, film), why: because, asks };
}
