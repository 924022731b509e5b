/** Two films, or two people, side by side: each figure on a scale of its own. */

import type { FilmRow, PersonRow } from "../../../catalog/rows.js";
import { decimal, number } from "../../../chat/format.js";
import { type Locale, say } from "../../../chat/locale.js";
import { filmFigures } from "../../../queries/counts/compared.js";
import { personFilms } from "../../../queries/counts/person.js";
import { shownTitle } from "../../../queries/refs/film.js";
import type { Words } from "../../../words.js";
import type { Chart, ColumnKind } from "../../chart.js";
import { grouped } from "../../specs/grouped.js";
import { drawable, shortened } from "../../specs/shortened.js";
import type { Charting } from "../../topic.js";
import { shortDollars } from "../../words.js";

interface Compared {
  readonly name: Words;
  readonly values: readonly [number | null, number | null];
  readonly kind: ColumnKind;
  readonly text: (value: number) => string;
}

function comparison(
  locale: Locale,
  names: readonly [string, string],
  figures: readonly Compared[],
  asks: readonly string[],
): Chart | undefined {
  const known = figures.filter(({ values }) => values.some((value) => value !== null));
  if (known.length === 0) return undefined;
  // Two of one name are told apart by their place.
  const series = names[0] === names[1] ? names.map((name, at) => `${name} (${at + 1})`) : [...names];
  const ahead = [0, 1].map(
    (one) => known.filter(({ values }) => (values[one] ?? 0) > (values[1 - one] ?? 0)).length,
  );
  const [mine = 0, theirs = 0] = ahead;
  const lead =
    mine === theirs
      ? say(locale, {
          es: `Empatan: cada cual gana en ${mine} de ${known.length} cifras`,
          en: `A draw: each is ahead in ${mine} of ${known.length} figures`,
        })
      : say(locale, {
          es: `${series[mine > theirs ? 0 : 1]} va por delante en ${Math.max(mine, theirs)} de ${known.length} cifras`,
          en: `${series[mine > theirs ? 0 : 1]} is ahead in ${Math.max(mine, theirs)} of ${known.length} figures`,
        });
  const unknown = say(locale, { es: "sin dato", en: "not known" });
  const told = ({ name, values, text }: Compared) =>
    `${say(locale, name).toLocaleLowerCase(locale.tag)}, ${values.map((value) => (value === null ? unknown : text(value))).join(say(locale, { es: " frente a ", en: " against " }))}`;
  return {
    topic: "comparar",
    title: say(locale, { es: `${series[0]} frente a ${series[1]}`, en: `${series[0]} against ${series[1]}` }),
    sentence: `${lead}: ${known.map(told).join("; ")}.`,
    columns: [
      { name: say(locale, { es: "Cifra", en: "Figure" }), kind: "text" },
      ...series.map((name) => ({ name, kind: "text" as const })),
    ],
    rows: known.map(({ name, values, text }) => [
      say(locale, name),
      ...values.map((value) => (value === null ? null : text(value))),
    ]),
    drawing: {
      kind: "plot",
      spec: grouped({
        language: locale.language,
        series: series.map((name) => shortened(name, 180)),
        values: known.flatMap(({ name, values, text }) =>
          values.map((value, at) => ({
            group: say(locale, name),
            series: shortened(series[at] ?? "", 180),
            value: value ?? 0,
            text: value === null ? unknown : text(value),
          })),
        ),
      }),
    },
    asks,
  };
}

export function comparedFilms(
  { catalog, locale }: Charting,
  rows: readonly [FilmRow, FilmRow],
): Chart | undefined {
  const [one, other] = [filmFigures(catalog, rows[0]), filmFigures(catalog, rows[1])];
  const title = ({ film }: typeof one) => drawable(shownTitle(film, locale.tag));
  const both = (value: (film: typeof one) => number | null) => [value(one), value(other)] as const;
  return comparison(
    locale,
    [title(one), title(other)],
    [
      {
        name: { es: "Nota", en: "Rating" },
        kind: "decimal",
        values: both((film) => film.voteAverage),
        text: (value) => decimal(locale, value, 1),
      },
      {
        name: { es: "Votos", en: "Votes" },
        kind: "count",
        values: both((film) => film.voteCount),
        text: (value) => number(locale, value),
      },
      {
        name: { es: "Duración", en: "Runtime" },
        kind: "minutes",
        values: both((film) => film.runtime),
        text: (value) => `${number(locale, value)} min`,
      },
      {
        name: { es: "Presupuesto", en: "Budget" },
        kind: "dollars",
        values: both((film) => film.budget),
        text: (value) => shortDollars(locale, value),
      },
      {
        name: { es: "Recaudación", en: "Revenue" },
        kind: "dollars",
        values: both((film) => film.revenue),
        text: (value) => shortDollars(locale, value),
      },
      {
        name: { es: "Retorno", en: "Return" },
        kind: "factor",
        values: both((film) => film.return),
        text: (value) => `${decimal(locale, value)}×`,
      },
    ],
    [`/comparar ${title(one)}, ${title(other)}`],
  );
}

export function comparedPeople(
  { catalog, locale }: Charting,
  rows: readonly [PersonRow, PersonRow],
): Chart | undefined {
  const [one, other] = [personFilms(catalog, rows[0]), personFilms(catalog, rows[1])];
  const both = (value: (person: typeof one) => number | null) => [value(one), value(other)] as const;
  const sure = ({ films }: typeof one) => films.filter((film) => film.return !== null && !film.doubtful);
  const average = (values: readonly number[]) =>
    values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  const years = ({ films }: typeof one) => {
    const all = films.flatMap(({ film }) => film.year ?? []);
    return all.length === 0 ? null : Math.max(...all) - Math.min(...all) + 1;
  };
  const revenue = ({ films }: typeof one) =>
    films.reduce((sum, film) => sum + (film.revenue ?? 0), 0) || null;
  return comparison(
    locale,
    [drawable(one.person.name), drawable(other.person.name)],
    [
      {
        name: { es: "Películas", en: "Films" },
        kind: "count",
        values: both(({ films }) => films.length),
        text: (value) => number(locale, value),
      },
      {
        name: { es: "Dirigidas", en: "Directed" },
        kind: "count",
        values: both(({ films }) => films.filter(({ role }) => role === "directed").length),
        text: (value) => number(locale, value),
      },
      {
        name: { es: "Años de carrera", en: "Years of career" },
        kind: "count",
        values: both(years),
        text: (value) => number(locale, value),
      },
      {
        name: { es: "Retorno medio", en: "Average return" },
        kind: "factor",
        values: both((person) => average(sure(person).map((film) => film.return ?? 0))),
        text: (value) => `${decimal(locale, value)}×`,
      },
      {
        name: { es: "Recaudación", en: "Revenue" },
        kind: "dollars",
        values: both(revenue),
        text: (value) => shortDollars(locale, value),
      },
    ],
    [`/actor ${one.person.name}`, `/actor ${other.person.name}`],
  );
}
