/** `ask --explain`: why a text means the film it means, as tables for whoever tunes or doubts the engine. */
import { filmText } from "../catalog/labels.js";
import type { Services } from "../chat/context.js";
import { describe } from "../chat/command/describe.js";
import { decimal, list, number } from "../chat/format.js";
import { type Locale, say } from "../chat/locale.js";
import { parseLine } from "../chat/line/parse.js";
import type { ExplainedStep, FilmExplanation, Resolution, Row } from "../find/port.js";
import type { Words } from "../words.js";

/** More candidates than this say nothing more. */
const MOST_FILMS = 12;

const TIERS: Readonly<Record<ExplainedStep["tier"], Words>> = {
  letters: { es: "mismas letras", en: "same letters" },
  slips: { es: "erratas", en: "slips" },
  sound: { es: "suena parecido", en: "sounds alike" },
  ear: { es: "de oído", en: "by ear" },
  words: { es: "mismas palabras", en: "same words" },
};

/** The part of a line that names a film: the option of a command that takes one, else the whole line. */
export function filmAskedFor({ commands }: Services, line: string): string {
  const text = line.trim();
  try {
    const { command, options } = parseLine(commands, text);
    const option = describe(command).find(({ kind }) => kind === "film");
    return (option && options[option.name]) ?? text;
  } catch {
    // No command: then all of it is the title. What is wrong with a command is told without --explain.
    return text;
  }
}

export function explanationText(services: Services, line: string, locale: Locale): string {
  const text = filmAskedFor(services, line);
  const explanation = services.find.explainFilm(text);
  return [
    `${text} → ${verdict(services, explanation.resolution, locale)}`,
    table(stepRows(explanation, locale)),
    table(filmRows(services, explanation, locale)),
    say(locale, {
      es: `Una respuesta cuesta ${decimal(locale, explanation.limit)} ediciones como máximo y, si no es lo escrito, tiene al menos ${decimal(locale, explanation.floor)} puntos (fama − coste).`,
      en: `An answer costs ${decimal(locale, explanation.limit)} edits at most and, if it is not what was typed, scores at least ${decimal(locale, explanation.floor)} (fame − cost).`,
    }),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function verdict({ catalog }: Services, resolution: Resolution<Row>, locale: Locale): string {
  const names = (rows: readonly Row[]) =>
    list(
      locale,
      rows.slice(0, MOST_FILMS).map((row) => filmText(catalog, row, locale.tag)),
    );
  switch (resolution.kind) {
    case "found": {
      const film = filmText(catalog, resolution.value, locale.tag);
      const fit =
        resolution.fit === "exact" ? { es: "exacta", en: "exact" } : { es: "parecida", en: "close" };
      return `${film} (${say(locale, fit)})`;
    }
    case "choices":
      return say(locale, {
        es: `pregunta entre ${names(resolution.values)}`,
        en: `asks between ${names(resolution.values)}`,
      });
    case "none": {
      const { suggestions } = resolution;
      if (suggestions.length === 0) return say(locale, { es: "ninguna", en: "none" });
      return say(locale, {
        es: `ninguna; sugiere ${names(suggestions)}`,
        en: `none; suggests ${names(suggestions)}`,
      });
    }
  }
}

type Rows = readonly (readonly string[])[];

function stepRows({ steps }: FilmExplanation, locale: Locale): Rows {
  if (steps.length === 0) return [];
  const head = say(locale, {
    es: "búsqueda|texto|erratas|comparadas|cercanas",
    en: "tier|text|slips|compared|near",
  }).split("|");
  const rows = steps.map(({ tier, text, edits, compared, kept }) => [
    say(locale, TIERS[tier]),
    text,
    String(edits),
    number(locale, compared),
    number(locale, kept),
  ]);
  return [head, ...rows];
}

function filmRows({ catalog }: Services, { films }: FilmExplanation, locale: Locale): Rows {
  if (films.length === 0) return [];
  const head = say(locale, {
    es: "película|clave|búsqueda|escritura|parte|año|fama|puntos",
    en: "film|key|tier|spelling|part|year|fame|score",
  }).split("|");
  const figure = (value: number) => decimal(locale, value);
  const rows = films
    .slice(0, MOST_FILMS)
    .map(({ row, key, tier, spelling, part, year, known, score }) => [
      filmText(catalog, row, locale.tag),
      key,
      say(locale, TIERS[tier]),
      figure(spelling),
      figure(part),
      figure(year),
      figure(known),
      figure(score),
    ]);
  return [head, ...rows];
}

function table(rows: Rows): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
