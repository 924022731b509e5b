/** Two films beside each other, in words. */
import type { Answer, Field, Table } from "../../src/chat/answer/schema.js";
import type { Context } from "../../src/chat/contract.js";
import { decimal, list, money, number } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import type { ComparedFilm, Comparison } from "../../src/queries/discover/compare.js";
import type { NamedReason } from "../../src/queries/discover/recommendations.js";
import { shownTitle } from "../../src/queries/refs/film.js";
import type { Words } from "../../src/words.js";
import { watchFields } from "../shared/words/watching.js";
import { genreName, shortHeading } from "../shared/words/wording.js";

export function comparisonAnswer(context: Context, result: Comparison): Answer {
  const { locale } = context;
  const [one, other] = result.films;
  const isSame = one.id === other.id;
  const names = result.films.map((film) => shownTitle(film, locale.tag));
  return {
    kind: "list",
    title: isSame
      ? (names[0] ?? "")
      : say(locale, { es: `${names[0]} frente a ${names[1]}`, en: `${names[0]} vs. ${names[1]}` }),
    text: say(locale, isSame ? SAME_FILM : verdict(locale, result)),
    table: figures(locale, isSame ? [one] : result.films),
    fields: [
      ...directed(locale, result.films),
      ...(isSame ? [] : inCommon(context, result)),
      ...(isSame ? [one] : result.films).flatMap((film) => places(context, film)),
    ],
    ...(one.rating === null || other.rating === null || isSame ? {} : { footer: say(locale, RATING_NOTE) }),
  };
}

const SAME_FILM: Words = { es: "Es la misma película.", en: "That is the same film." };
const RATING_NOTE: Words = {
  es: "La comparación cuenta las notas más cerca de 6 donde votaron pocos (como con otros 300 votos de 6).",
  en: "The comparison counts ratings closer to 6 where few voted (as with another 300 votes of 6).",
};

/** "Mejor valorada: Alien (1979), 7,8 frente a 7,6, por poco." */
function verdict(locale: Locale, { films, better }: Comparison): Words {
  const [one, other] = films;
  if (one.rating === null || other.rating === null) {
    const unrated = list(
      locale,
      films.filter(({ rating }) => rating === null).map((film) => shownTitle(film, locale.tag)),
    );
    return {
      es: `No sé cuál está mejor valorada: aún no tengo votos de ${unrated}.`,
      en: `I don't know which is rated higher: I have no votes for ${unrated} yet.`,
    };
  }
  const rating = ({ rating }: ComparedFilm) => decimal(locale, rating ?? 0, 1);
  if (better.film === null) {
    return {
      es: `Igual de bien valoradas: ${rating(one)} y ${rating(other)}.`,
      en: `Rated alike: ${rating(one)} and ${rating(other)}.`,
    };
  }
  const [best, second] = better.film === one.id ? [one, other] : [other, one];
  const name = shortHeading(locale, best);
  const sure = better.sure === "clear" ? { es: "", en: "" } : { es: ", por poco", en: ", by a little" };
  return {
    es: `Mejor valorada: ${name}, ${rating(best)} frente a ${rating(second)}${sure.es}.`,
    en: `Rated higher: ${name}, ${rating(best)} to ${rating(second)}${sure.en}.`,
  };
}

/** What is a figure of both: short cells, three columns, so that it fits a phone. */
function figures(locale: Locale, films: readonly ComparedFilm[]): Table {
  const rows: readonly [Words, (film: ComparedFilm) => string | undefined][] = [
    [{ es: "Año", en: "Year" }, ({ year }) => (year === null ? undefined : String(year))],
    [
      { es: "Duración", en: "Length" },
      ({ runtime }) => (runtime === null ? undefined : `${number(locale, runtime)} min`),
    ],
    [
      { es: "Nota", en: "Rating" },
      ({ voteAverage }) => (voteAverage === null ? undefined : decimal(locale, voteAverage, 1)),
    ],
    [
      { es: "Votos", en: "Votes" },
      ({ voteCount }) => (voteCount === null ? undefined : number(locale, voteCount)),
    ],
    [{ es: "Costó", en: "Cost" }, (film) => dollars(locale, film.money.budget)],
    [{ es: "Recaudó", en: "Made" }, (film) => dollars(locale, film.money.revenue)],
  ];
  const known = rows.flatMap(([name, cell]) => {
    const cells = films.map(cell);
    return cells.every((one) => one === undefined)
      ? []
      : [[say(locale, name), ...cells.map((one) => one ?? "–")]];
  });
  return { head: ["", ...films.map((film) => shownTitle(film, locale.tag))], rows: known };
}

const MILLION = 1_000_000;

/** "US$ 105 M", "$105 M": whole figures of both would not fit beside each other. */
function dollars(locale: Locale, value: number | null): string | undefined {
  if (value === null) return undefined;
  const amount = value < MILLION ? money(locale, value) : `${money(locale, value / MILLION)} M`;
  return say(locale, { es: amount, en: amount.replace("US$ ", "$") });
}

function directed(locale: Locale, films: Comparison["films"]): Field[] {
  const by = films.map(({ directors }) =>
    list(
      locale,
      directors.map(({ name }) => name),
    ),
  );
  if (by.every((names) => names === "")) return [];
  const name = say(locale, { es: "Dirección", en: "Directed by" });
  const [first, second] = by;
  if (first === second) return [{ name, value: first ?? "" }];
  const told = films.flatMap((film, at) => (by[at] ? [`${shownTitle(film, locale.tag)}: ${by[at]}`] : []));
  return [{ name, value: told.join(" · ") }];
}

/** How alike they are, and in what. */
function inCommon(context: Context, { similarity, shared }: Comparison): Field[] {
  const { locale } = context;
  const told = shared.flatMap((reason) => sharedWords(context, reason) ?? []);
  return [
    {
      name: say(locale, { es: "Parecido", en: "Likeness" }),
      value: say(locale, {
        es: `${Math.round(100 * similarity)} de 100`,
        en: `${Math.round(100 * similarity)} of 100`,
      }),
    },
    ...(told.length === 0
      ? []
      : [{ name: say(locale, { es: "En común", en: "In common" }), value: told.join(" · ") }]),
  ];
}

const MOST_NAMES = 3;

/** What both have; undefined where it has no name in the reader's language. */
function sharedWords(context: Context, { kind, shared }: NamedReason): string | undefined {
  const { locale, find } = context;
  const listed = (names: readonly string[]) => list(locale, names.slice(0, MOST_NAMES));
  const names = listed(shared.map(({ name }) => name));
  switch (kind) {
    case "collection":
      return say(locale, { es: "la saga", en: "the franchise" });
    case "director":
      return say(locale, { es: `dirigidas por ${names}`, en: `directed by ${names}` });
    case "writer":
      return say(locale, { es: `escritas por ${names}`, en: `written by ${names}` });
    case "cast":
      return say(locale, { es: `con ${names}`, en: `with ${names}` });
    case "keywords": {
      const own = shared.flatMap(({ name, nameEs }) => say(locale, { es: nameEs ?? "", en: name }) || []);
      return own.length === 0
        ? undefined
        : say(locale, { es: `temas: ${listed([...new Set(own)])}`, en: `themes: ${listed(own)}` });
    }
    case "genres":
      return listed(shared.map(({ name }) => genreName(context, name).toLocaleLowerCase(locale.tag)));
    case "companies":
      return say(locale, { es: `producidas por ${names}`, en: `produced by ${names}` });
    case "country": {
      const labels = shared.map(({ name }) => {
        const term = find.term("country", name);
        return term.kind === "found" ? say(locale, term.value.label) : name;
      });
      return say(locale, { es: `de ${listed(labels)}`, en: `from ${listed(labels)}` });
    }
    case "era": {
      const decade = shared[0]?.name ?? "";
      return say(locale, { es: `la década de ${decade}`, en: `the ${decade}s` });
    }
    case "liked":
      return say(locale, { es: "gustaron al mismo público", en: "liked by the same people" });
  }
}

function places(context: Context, film: ComparedFilm): Field[] {
  const title = shownTitle(film, context.locale.tag);
  return watchFields(context, film).map(({ name, value }) => ({ name: `${title} · ${name}`, value }));
}
