import { z } from "zod";
import type { FilmRow } from "../../src/catalog/rows.js";
import type { Reply } from "../../src/chat/answer/reply.js";
import { mention, rich } from "../../src/chat/answer/rich-text.js";
import type { Choice, RichText } from "../../src/chat/answer/schema.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { filmRefs } from "../../src/chat/command/options.js";
import type { Context } from "../../src/chat/contract.js";
import { say } from "../../src/chat/locale.js";
import { quoted } from "../../src/chat/text.js";
import { type Comparison, compareFilms, comparisonSchema } from "../../src/queries/discover/compare.js";
import { filmLabel } from "../../src/queries/refs/film.js";
import { inTurns } from "../../src/steps.js";
import type { Words } from "../../src/words.js";
import { cardOf } from "../shared/card.js";
import { isSeries } from "../shared/series.js";
import { shortHeading } from "../shared/words/wording.js";
import { comparisonAnswer } from "./comparison-words.js";
import { type NamedFilm, type Pair, pairOf } from "./pair.js";

const options = z.strictObject({
  titulos: filmRefs({
    es: "Títulos",
    en: "Titles",
    help: { es: "Dos películas: alien, aliens", en: "Two films: alien, aliens" },
  }),
});

/** Namesakes that are offered for each of the two. */
const MOST_NAMESAKES = 2;

export const comparar = defineCommand({
  names: { es: "comparar", en: "compare" },
  synonyms: { es: ["compara", "comparacion", "comparativa", "versus", "vs"], en: ["comparison"] },
  summary: {
    es: "Dos películas frente a frente: cuál es mejor",
    en: "Two films side by side: which is better",
  },
  options,
  result: comparisonSchema,
  positional: ["titulos"],
  label: { es: "Comparar {titulos}", en: "Compare {titulos}" },
  examples: ["comparar alien, aliens", "comparar titanic vs avatar"],
  async run(context, { titulos }): Promise<Reply<Comparison>> {
    const pair = await inTurns(pairOf(context, titulos));
    if (pair === undefined) return unclear(context);
    const rows: FilmRow[] = [];
    for (const place of [0, 1] as const) {
      const row = best(pair[place]);
      if (row === undefined) return missing(context, pair, place);
      rows.push(row);
    }
    const [one, other] = rows as [FilmRow, FilmRow];
    const result = compareFilms(context.catalog, await context.recommender(), one, other);
    const answer = comparisonAnswer(context, result);
    const films = one === other ? result.films.slice(0, 1) : result.films;
    const cards = films.map(
      (film): Choice => ({ label: shortHeading(context.locale, film), ...cardOf(film) }),
    );
    return {
      status: "ok",
      result,
      answer: { ...answer, follow: cards, choices: namesakes(context, pair, rows) },
    };
  },
});

/** The film that a title means; of namesakes the best known. */
function best({ found }: NamedFilm): FilmRow | undefined {
  if (found.kind === "found") return found.value;
  return found.kind === "choices" && found.reason === undefined ? found.values[0] : undefined;
}

/** The same question with another film of the name in the place of one. */
function namesakes(context: Context, pair: Pair, rows: readonly FilmRow[]): Choice[] {
  return pair.flatMap(({ found }, place) => {
    // Of one that is clearly meant there is no doubt.
    if (found.kind !== "choices") return [];
    const others = found.values.filter((row) => row !== rows[place]).slice(0, MOST_NAMESAKES);
    return others.map((row) => pairChoice(context, row, rows.with(place, row)));
  });
}

function pairChoice({ catalog, locale, asked }: Context, row: FilmRow, films: readonly FilmRow[]): Choice {
  const label = filmLabel(catalog, row, locale.tag);
  return {
    label: say(locale, { es: `Con ${label}`, en: `With ${label}` }),
    command: asked.command,
    options: { titulos: films.map((film) => `tmdb:${catalog.films.id[film]}`) },
  };
}

function unclear({ locale, asked }: Context): Reply<Comparison> {
  const example = mention(asked.command, "alien, aliens");
  const text = say<RichText>(locale, {
    es: rich`Dime dos películas, separadas por una coma: ${example}`,
    en: rich`Name two films with a comma between them: ${example}`,
  });
  return { status: "empty", result: null, answer: { kind: "empty", text } };
}

/** One of the two is no film that is known: a series, or only near some. */
function missing(context: Context, pair: Pair, place: 0 | 1): Reply<Comparison> {
  const { find, locale } = context;
  const { text, found } = pair[place];
  const series = find.filmOrSeries(text);
  if (series.kind === "series" && series.series.kind === "found")
    return isSeries(context, series.series.value);
  const near = found.kind === "choices" ? found.values : found.kind === "none" ? found.suggestions : [];
  const other = best(pair[place === 0 ? 1 : 0]);
  const choices =
    other === undefined
      ? []
      : near.map((row) => pairChoice(context, row, place === 0 ? [row, other] : [other, row]));
  const typed = quoted(text);
  const hint: Words =
    choices.length > 0 ? { es: " ¿Quisiste decir…?", en: " Did you mean…?" } : { es: "", en: "" };
  const words = {
    es: `No encontré ninguna película llamada ${typed.es}.${hint.es}`,
    en: `I couldn't find a film called ${typed.en}.${hint.en}`,
  };
  return { status: "empty", result: null, answer: { kind: "empty", text: say(locale, words), choices } };
}
