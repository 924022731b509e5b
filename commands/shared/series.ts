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
import { catalogueName, genreName, minutes } from "./wording.js";

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
  return {
    status: "ok",
    result: { series },
    answer: {
      kind: "film",
      title: titleHeading(locale, series),
      fields: [kindField(locale, series), ...fields(context, series)],
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
      fields: [lengthField(locale, series), placesField(locale, series)].flat(),
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

function kindField(locale: Locale, { type }: TitleCard): Field {
  const name = say(locale, { es: "Tipo", en: "Type" });
  const value =
    type === "series"
      ? say(locale, { es: "serie", en: "series" })
      : say(locale, { es: "película", en: "film" });
  return { name, value };
}

/** What is known, in the order in which people ask for it. */
function fields(context: Context, series: TitleCard): Field[] {
  const { locale, find } = context;
  const places = series.countries.map((name) => {
    const term = find.term("country", name);
    return term.kind === "found" ? say(locale, term.value.label) : name;
  });
  const genres = (series.genres.length > 0 ? series.genres : series.listedIn).map((genre) =>
    genreName(context, genre),
  );
  const known: [name: Words, values: readonly string[]][] = [
    [{ es: "Año", en: "Year" }, years(series)],
    [{ es: "Dirección", en: "Directed by" }, series.directors],
    [{ es: "Reparto", en: "Cast" }, series.cast],
    [{ es: "Géneros", en: "Genres" }, genres],
    [{ es: "País", en: "Country" }, places],
    [{ es: "Clasificación", en: "Rating" }, series.maturity === null ? [] : [series.maturity]],
  ];
  return [
    ...lengthField(locale, series),
    ...known.flatMap(([name, values]) =>
      values.length === 0 ? [] : [{ name: say(locale, name), value: list(locale, values) }],
    ),
    placesField(locale, series),
  ];
}

/** "2013", or which year which catalogue tells: of the first season here, of the newest there. */
function years({ platforms }: TitleCard): string[] {
  const told = platforms.flatMap(({ name, year }) => (year === null ? [] : [{ name, year }]));
  const [first] = told;
  if (first === undefined) return [];
  if (told.every(({ year }) => year === first.year)) return [String(first.year)];
  return told.map(({ name, year }) => `${year} (${name})`);
}

function lengthField(locale: Locale, { seasons, runtime }: TitleCard): Field[] {
  if (seasons !== null)
    return [{ name: say(locale, { es: "Temporadas", en: "Seasons" }), value: String(seasons) }];
  if (runtime === null) return [];
  return [{ name: say(locale, { es: "Duración", en: "Runtime" }), value: minutes(locale, runtime) }];
}

/** "Netflix (Estados Unidos, 2021): 5 temporadas". */
function placesField(locale: Locale, { type, platforms }: TitleCard): Field {
  const value = platforms.map((own) => {
    const name = catalogueName(locale, own.name, own);
    const told = type === "series" && platforms.length > 1 && own.durationInt !== null;
    return told ? `${name}: ${seasonCount(locale, own.durationInt ?? 0)}` : name;
  });
  return {
    name: say(locale, { es: "Estuvo disponible en", en: "Was available on" }),
    value: value.join(" · "),
  };
}
