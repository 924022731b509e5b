import { z } from "zod";
import type { Field, Media } from "../../src/chat/answer/schema.js";
import type { Context } from "../../src/chat/contract.js";
import { date, decimal, list } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { type Card, card, cardSchema } from "../../src/queries/film/card.js";
import { seriesResultSchema } from "../../src/queries/platforms/title-card.js";
import { type FilmRef, shownTitle } from "../../src/queries/refs/film.js";
import type { Words } from "../../src/words.js";
import { collectionName } from "../shared/collection-words.js";
import { filmCommand, THE_FILM } from "../shared/film-command.js";
import { titleAnswer } from "../shared/series.js";
import { whereToWatch } from "../shared/watching.js";
import { genreName, heading, minutes, moneyFields, votesOf } from "../shared/wording.js";

export const pelicula = filmCommand({
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
  examples: ["pelicula el laberinto del fauno", "pelicula volver"],
  query: ({ catalog }, row) => card(catalog, row),
  ofSeries: titleAnswer,
  answer: (context, result) => {
    const { locale } = context;
    // A summary in the other language is worse than none.
    const synopsis = locale.language === "es" ? result.synopsisEs : result.overview;
    return {
      kind: "film",
      title: heading(locale, result.film),
      ...(synopsis === null ? {} : { text: synopsis }),
      fields: fields(context, result),
      ...(result.poster === null ? {} : { media: poster(locale, result.film, result.poster) }),
    };
  },
});

function poster(locale: Locale, film: FilmRef, url: string): Media {
  const title = shownTitle(film, locale.tag);
  return { kind: "link", url, alt: say(locale, { es: `Cartel de ${title}`, en: `Poster of ${title}` }) };
}

/** What is known, in the order in which people ask for it. */
function fields(context: Context, result: Card): Field[] {
  const { locale, find } = context;
  const label = (vocabulary: "country" | "language", code: string) => {
    const term = find.term(vocabulary, code);
    return term.kind === "found" ? say(locale, term.value.label) : code;
  };
  const names = (people: readonly { name: string }[]) =>
    list(
      locale,
      people.map(({ name }) => name),
    );
  const known: [name: Words, value: string | null][] = [
    [{ es: "Estreno", en: "Released" }, released(locale, result)],
    [{ es: "Dirección", en: "Directed by" }, names(result.directors)],
    [{ es: "Reparto", en: "Cast" }, names(result.cast)],
    [
      { es: "Géneros", en: "Genres" },
      list(
        locale,
        result.genres.map((genre) => genreName(context, genre)),
      ),
    ],
    [{ es: "Duración", en: "Runtime" }, result.runtime === null ? null : minutes(locale, result.runtime)],
    [
      { es: "País", en: "Country" },
      list(
        locale,
        result.countries.map((code) => label("country", code)),
      ),
    ],
    [
      { es: "Idioma original", en: "Original language" },
      result.originalLanguage && label("language", result.originalLanguage),
    ],
    [{ es: "Parte de", en: "Part of" }, result.collection && collectionName(locale, result.collection)],
    [{ es: "Votos", en: "Votes" }, votes(locale, result)],
  ];
  return [
    ...known.flatMap(([name, value]) => (value ? [{ name: say(locale, name), value }] : [])),
    ...moneyFields(locale, result.money, "known"),
    ...whereToWatch(locale, result),
  ];
}

function released(locale: Locale, { releaseDate, film }: Card): string | null {
  if (releaseDate !== null) return date(locale, releaseDate);
  return film.year === null ? null : String(film.year);
}

function votes(locale: Locale, { voteCount, votesYear, voteAverage }: Card): string | null {
  if (voteCount === null || voteCount === 0) return null;
  const count = votesOf(locale, voteCount, votesYear);
  if (voteAverage === null) return count;
  const average = decimal(locale, voteAverage, 1);
  return say(locale, { es: `${count} · nota media ${average}`, en: `${count} · average ${average}` });
}
