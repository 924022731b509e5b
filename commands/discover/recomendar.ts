import { z } from "zod";
import type { FilmRow } from "../../src/catalog/rows.js";
import type { Reply } from "../../src/chat/answer/reply.js";
import { joinTexts } from "../../src/chat/answer/rich-text.js";
import type { Choice, OptionValues } from "../../src/chat/answer/schema.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { filmRef, filmRefs, flag, integer } from "../../src/chat/command/options.js";
import type { Context } from "../../src/chat/contract.js";
import { number } from "../../src/chat/format.js";
import { say } from "../../src/chat/locale.js";
import { waysOut } from "../../src/queries/discover/discover.js";
import { filmsForPerson } from "../../src/queries/discover/for-person.js";
import { type Aim, filmsBy, popularFilms, waysToFilms } from "../../src/queries/discover/recommend.js";
import { type Recommendations, recommendationsSchema } from "../../src/queries/discover/recommendations.js";
import type { RecommendationRequest } from "../../src/queries/discover/request.js";
import type { Recommender } from "../../src/recommend/recommender.js";
import { inTurns, nextTurn, turnAfter } from "../../src/steps.js";
import type { Words } from "../../src/words.js";
import { keptRatings } from "../personal/tastes/own-ratings.js";
import { forFilmAwaited } from "../shared/awaited-film.js";
import { filmList, filmsTogether } from "../shared/film-list.js";
import { loosening } from "../shared/filter/loosening.js";
import type { Asked } from "../shared/filter/meaning.js";
import { filterOptions } from "../shared/filter/options.js";
import { filterOf, readFilter } from "../shared/filter/read.js";
import { nextOnes } from "../shared/more.js";
import { optionName } from "../shared/option-name.js";
import { line, nameOne, title, whichFilms } from "./recommended-words.js";
import { saidFilters } from "./said-filters.js";

const options = z.strictObject({
  titulo: filmRef({
    es: "Título",
    en: "Title",
    help: {
      es: "Una película, o dos: matrix + amelie; o qué quieres ver: terror de los 80",
      en: "One film, or two: matrix + amelie; or what you want to see: horror of the 80s",
    },
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
    { es: "Página", en: "Page", help: { es: "2: las siguientes", en: "2: the next ones" } },
  ),
  semilla: integer(
    { min: 0, max: 65_535 },
    {
      es: "Semilla",
      en: "Seed",
      help: {
        es: "Sin título: la misma da las mismas, cualquier día",
        en: "Without a title: the same one gives the same films, on any day",
      },
    },
  ).optional(),
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
    "recomendar terror de los 80",
  ],
  async run(context, options) {
    const since = performance.now();
    const said =
      options.titulo === undefined ? undefined : await inTurns(saidFilters(context, options.titulo));
    await turnAfter(since);
    if (said === undefined) return recommended(context, options);
    const asked = { ...context.asked, options: said };
    return recommended({ ...context, asked }, optionsOf(said));
  },
});

function optionsOf(values: OptionValues): Options {
  return options.parse(values);
}

const MS_PER_DAY = 86_400_000;

/** A question with its filters read, and what it is answered from. */
interface Question {
  readonly context: Context;
  readonly options: Options;
  readonly filters: readonly Asked[];
  readonly request: RecommendationRequest;
  readonly recommender: Recommender;
}

async function recommended(context: Context, options: Options): Promise<Reply<Recommendations>> {
  const filters = await readFilter(context, options);
  const { cantidad: count, pagina, menos_populares: lessPopular } = options;
  const request = { filter: filterOf(filters), count, skip: (pagina - 1) * count, lessPopular };
  const question = { context, options, filters, request, recommender: await context.recommender() };
  if (options.titulo === undefined) {
    const liked = filmList(context, "gusta", options.gusta ?? []);
    return liked.length > 0 ? byFilms(question, "taste", liked) : forWhoAsks(question);
  }
  const together = filmsTogether(context, "titulo", options.titulo);
  if (together !== undefined) return byFilms(question, "between", together);
  return forFilmAwaited(context, "titulo", (row) => byFilms(question, "like", [row]));
}

/** By films that are named: those like them that pass the filters, or which filter to drop. */
async function byFilms(
  question: Question,
  aim: Aim,
  films: readonly FilmRow[],
): Promise<Reply<Recommendations>> {
  const { context, filters, options, recommender, request } = question;
  const asked = { catalog: context.catalog, recommender, films, request };
  const result = await filmsBy(aim, asked, nextTurn);
  if (result.recommendations.length > 0) return found(question, aim, result);
  if (options.pagina > 1) return empty(result, say(context.locale, NO_MORE));
  if (filters.length === 0) return empty(result, say(context.locale, NOTHING_KNOWN));
  const { loosenings, meeting } = await waysToFilms(aim, asked, nextTurn);
  const which = whichFilms(context, aim, result.films);
  const { text, choices } = loosening(context, filters, loosenings, which);
  return empty(result, text, [...choices, ...withoutFilms(context, meeting)]);
}

/** Where no film is named: by what whoever asks rated, where that is known, and none that they saw. */
async function forWhoAsks(question: Question): Promise<Reply<Recommendations>> {
  const { context, options, recommender, request } = question;
  // A turn that was asked for is the same for all.
  const kept = options.semilla === undefined ? await keptRatings(context) : [];
  if (kept === "away") return withNote(context, ofTheDay(question));
  if (kept.length === 0) return ofTheDay(question);
  const seed = Math.floor(context.now.getTime() / MS_PER_DAY);
  const { catalog } = context;
  const result = filmsForPerson({ catalog, recommender, ratings: kept, request, seed });
  const isFew = result.recommendations.length < Math.min(FEW, options.cantidad);
  if (isFew && options.pagina === 1) return { ...ofTheDay(question), cacheable: false };
  if (result.recommendations.length === 0) return { ...none(question, result), cacheable: false };
  return { ...found(question, "own", result), cacheable: false };
}

/** With filters little may be left that is like what somebody rated: fewer are no answer. */
const FEW = 3;

function withNote({ locale }: Context, reply: Reply<Recommendations>): Reply<Recommendations> {
  const { answer } = reply;
  const note = say(locale, RATINGS_AWAY);
  const footer = answer.footer === undefined ? note : joinTexts([note, answer.footer], " ");
  return { ...reply, cacheable: false, answer: { ...answer, footer } };
}

const RATINGS_AWAY: Words = {
  es: "Ahora no llego a tus notas: esto es lo de cualquiera.",
  en: "I cannot reach your scores right now: this is what anybody gets.",
};

/** Where no film is named, and nothing is known of who asks: another turn each day; the pages that follow keep to it. */
function ofTheDay(question: Question): Reply<Recommendations> {
  const { context, options, recommender, request } = question;
  const seed = options.semilla ?? Math.floor(context.now.getTime() / MS_PER_DAY);
  const result = popularFilms(context.catalog, recommender, request, seed);
  const reply =
    result.recommendations.length > 0
      ? found({ ...question, options: { ...options, semilla: seed } }, undefined, result)
      : none(question, result);
  // Without a seed tomorrow's is another.
  return options.semilla === undefined ? { ...reply, cacheable: false } : reply;
}

function none(
  { context, options, filters, request }: Question,
  result: Recommendations,
): Reply<Recommendations> {
  if (options.pagina > 1) return empty(result, say(context.locale, NO_MORE));
  const ways = waysOut(context.catalog, request.filter, "mejor", { now: context.now, seed: 0 });
  const { text, choices } = loosening(context, filters, ways);
  return empty(result, text, choices);
}

/** @param aim undefined where no film was named */
function found(
  question: Question,
  aim: Aim | "own" | undefined,
  result: Recommendations,
): Reply<Recommendations> {
  const { context, options, filters } = question;
  const how = { aim, lessPopular: options.menos_populares };
  return {
    status: "ok",
    result,
    answer: {
      kind: "list",
      title: title(context, how, filters, result),
      list: { numbered: true, lines: result.recommendations.map((one) => line(context, one, result.films)) },
      ...(result.more ? { choices: [nextPage(context, options, result, aim === "own")] } : {}),
      ...(aim === undefined ? { footer: nameOne(context) } : {}),
    },
  };
}

/** The same question's next answers. */
function nextPage(
  { locale, asked }: Context,
  options: Options,
  { films }: Recommendations,
  isOwn: boolean,
): Choice {
  const ids = films.map(({ id }) => `tmdb:${id}`);
  const named: OptionValues = options.titulo === undefined ? { gusta: ids } : { titulo: ids.join(" + ") };
  const exact = isOwn ? {} : films.length > 0 ? named : { semilla: options.semilla ?? 0 };
  return nextOnes(locale, {
    command: asked.command,
    options: { ...asked.options, ...exact, pagina: options.pagina + 1 },
  });
}

/** The same question without the film that nothing is like: "Sin «título» (12)". */
function withoutFilms(context: Context, meeting: number): Choice[] {
  if (meeting === 0) return [];
  const { locale, asked } = context;
  const { titulo, gusta: _, pagina: __, ...options } = asked.options;
  const name = optionName(context, titulo === undefined ? "gusta" : "titulo");
  const count = number(locale, meeting);
  const label = { es: `Sin ${name.es} (${count})`, en: `Without ${name.en} (${count})` };
  return [{ label: say(locale, label), command: asked.command, options }];
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
