/** A series, or a title of a catalogue that is none of our films, in words. */
import type { PlatformTitleRow } from "../../src/catalog/rows.js";
import type { Reply } from "../../src/chat/answer/reply.js";
import type { Answer, Choice, Field } from "../../src/chat/answer/schema.js";
import type { Context } from "../../src/chat/contract.js";
import { count, list } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { type SeriesResult, type TitleCard, titleCard } from "../../src/queries/platforms/title-card.js";
import { isSameTitle } from "../../src/queries/refs/film.js";
import type { TitleRef } from "../../src/queries/refs/title.js";
import type { Words } from "../../src/words.js";
import { hours } from "./words/figures.js";
import { whereItWas } from "./words/watching.js";
import { genreName } from "./words/wording.js";

/** Whose card a title has, whatever command named it. */
const CARD = "pelicula";

const SEASONS = {
  es: { one: "temporada", other: "temporadas" },
  en: { one: "season", other: "seasons" },
};

export function seasonCount(locale: Locale, value: number): string {
  return count(locale, value, SEASONS);
}

/** "La casa de papel (Money Heist, 2017)". */
export function titleHeading(locale: Locale, { title, titleEs, year }: TitleRef): string {
  const shown = say(locale, { es: titleEs ?? title, en: title });
  const known = [isSameTitle(shown, title) ? [] : title, year ?? []].flat();
  return known.length === 0 ? shown : `${shown} (${known.join(", ")})`;
}

/** Asks for the card of a title: exact, whatever the namesakes are. */
export function titleChoice(label: string, { id }: Pick<TitleRef, "id">): Choice {
  return { label, command: CARD, options: { titulo: `title:${id}` } };
}

/** The card of a series, or of a movie that only a catalogue knows. */
export function titleAnswer(context: Context, row: PlatformTitleRow): Reply<SeriesResult> {
  const { locale, catalog } = context;
  const series = titleCard(catalog, row);
  const more = furtherFields(context, series);
  return {
    status: "ok",
    result: { series },
    answer: {
      kind: "film",
      title: titleHeading(locale, series),
      glance: glance(context, series),
      fields: [placesField(locale, series)],
      ...(more.length > 0
        ? { folds: [{ label: say(locale, { es: "Más datos", en: "More" }), fields: more }] }
        : {}),
      footer: say(locale, ONLY_BY_CATALOGUES),
    },
  };
}

/** What a command that asks something of a film says of a series: what is known of it instead. */
export function isSeries(context: Context, row: PlatformTitleRow): Reply<never> {
  const { locale, catalog } = context;
  const series = titleCard(catalog, row);
  const name = titleHeading(locale, series);
  const words = series.type === "series" ? IS_SERIES : IS_UNKNOWN_MOVIE;
  const card = say(locale, { es: "Ver la ficha", en: "See the card" });
  return {
    status: "empty",
    result: null,
    answer: {
      kind: "empty",
      title: name,
      text: say(locale, words),
      glance: [figures(context, series)],
      fields: [placesField(locale, series)],
      choices: [titleChoice(card, series)],
    },
  };
}

const IS_SERIES: Words = {
  es: "Es una serie: de las series solo sé lo que dicen los catálogos de las plataformas.",
  en: "That is a series: of series I only know what the platforms' catalogues say.",
};
const IS_UNKNOWN_MOVIE: Words = {
  es: "De esta película solo sé lo que dice el catálogo de una plataforma.",
  en: "Of this film I only know what a platform's catalogue says.",
};
const ONLY_BY_CATALOGUES: Words = {
  es: "Datos de los catálogos de las plataformas, del año que se indica.",
  en: "Data of the platforms' catalogues, of the year given.",
};

/** Below an answer about a film: the series of its name. */
export function withSeries(context: Context, answer: Answer, labels: readonly Choice[]): Answer {
  if (labels.length === 0) return answer;
  const prompt = answer.prompt ?? say(context.locale, LOOKING_FOR_SERIES);
  const choices = [...(answer.choices ?? []), ...labels];
  // What asks which is meant has said so already.
  return answer.kind === "choices" ? { ...answer, choices } : { ...answer, choices, prompt };
}

const LOOKING_FOR_SERIES: Words = { es: "¿Buscabas la serie?", en: "Did you mean the series?" };

/** More names do not fit into a line on a phone. */
const GLANCED_CAST = 5;
const GLANCED_DIRECTORS = 3;

/** "Serie · 4 temporadas · Drama", who made it, who plays. */
function glance(context: Context, series: TitleCard): string[] {
  const { locale } = context;
  const directors = list(locale, series.directors.slice(0, GLANCED_DIRECTORS));
  const cast = list(locale, series.cast.slice(0, GLANCED_CAST));
  return [
    figures(context, series),
    directors && say(locale, { es: `Dirección: ${directors}`, en: `Directed by ${directors}` }),
    cast && say(locale, { es: `Con ${cast}`, en: `With ${cast}` }),
  ].filter((line) => line !== "");
}

function figures(context: Context, series: TitleCard): string {
  const { locale } = context;
  const kind =
    series.type === "series"
      ? say(locale, { es: "Serie", en: "Series" })
      : say(locale, { es: "Película", en: "Film" });
  return [kind, length(locale, series), genres(context, series).slice(0, 3).join(", ")]
    .filter((part) => part !== "")
    .join(" · ");
}

function length(locale: Locale, { seasons, runtime }: TitleCard): string {
  if (seasons !== null) return seasonCount(locale, seasons);
  return runtime === null ? "" : hours(locale, runtime);
}

function genres(context: Context, { genres: own, listedIn }: TitleCard): string[] {
  return (own.length > 0 ? own : listedIn).map((genre) => genreName(context, genre));
}

/** What the glance leaves out, in the order in which people ask for it. */
function furtherFields(context: Context, series: TitleCard): Field[] {
  const { locale, find } = context;
  const places = series.countries.map((name) => {
    const term = find.term("country", name);
    return term.kind === "found" ? say(locale, term.value.label) : name;
  });
  const known: [name: Words, values: readonly string[]][] = [
    [{ es: "Año", en: "Year" }, years(series)],
    [
      { es: "Dirección", en: "Directed by" },
      series.directors.length > GLANCED_DIRECTORS ? series.directors : [],
    ],
    [{ es: "Reparto", en: "Cast" }, series.cast.length > GLANCED_CAST ? series.cast : []],
    [{ es: "País", en: "Country" }, places],
    [{ es: "Clasificación", en: "Rating" }, series.maturity === null ? [] : [series.maturity]],
  ];
  return known.flatMap(([name, values]) =>
    values.length === 0 ? [] : [{ name: say(locale, name), value: list(locale, values) }],
  );
}

/** The years of its catalogues where they differ: of the first season here, of the newest there. */
function years({ platforms }: TitleCard): string[] {
  const told = platforms.flatMap(({ name, year }) => (year === null ? [] : [{ name, year }]));
  const [first] = told;
  // One year stands in the title.
  if (first === undefined || told.every(({ year }) => year === first.year)) return [];
  return told.map(({ name, year }) => `${year} (${name})`);
}

/** "En 2021 estaba en Netflix (EE. UU.)", and of several catalogues how much each had. */
function placesField(locale: Locale, { type, platforms }: TitleCard): Field {
  const told = platforms.map((own) => {
    const isTold = type === "series" && platforms.length > 1 && own.durationInt !== null;
    return isTold ? { ...own, part: seasonCount(locale, own.durationInt ?? 0) } : own;
  });
  return { name: say(locale, { es: "Dónde verla", en: "Where to watch" }), value: whereItWas(locale, told) };
}
