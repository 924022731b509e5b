/** `ask --explain`: why a text means the film it means, as tables for whoever tunes or doubts the engine. */
import { filmText } from "../catalog/labels.js";
import type { FilmRow } from "../catalog/rows.js";
import { understand } from "../chat/ask.js";
import { describe } from "../chat/command/describe.js";
import type { Bot, Command, Edition } from "../chat/contract.js";
import { decimal, list, number } from "../chat/format.js";
import { parseLine, question } from "../chat/line/parse.js";
import { type Locale, say } from "../chat/locale.js";
import type { ExplainedStep, FilmExplanation, Resolution } from "../find/port.js";
import { tableLines } from "../surface/table.js";
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
export function filmAskedFor(bot: Bot, line: string): string {
  const text = question(line);
  try {
    const { command, options } = understand(bot, text) ?? parseLine(bot.program.commands, text);
    const value = options[filmOption(command) ?? ""];
    return typeof value === "string" ? value : text;
  } catch {
    // No command: then all of it is the title. What is wrong with a command is told without --explain.
    return text;
  }
}

function filmOption(command: Command): string | undefined {
  return describe(command).find(({ kind }) => kind === "film")?.name;
}

/** How `line` was read as a film, as tables and sentences in the reader's language. */
export function explanationText(bot: Bot, line: string, locale: Locale): string {
  const { edition } = bot;
  const text = filmAskedFor(bot, line);
  const explanation = edition.find.explainFilm(text);
  const limit = decimal(locale, explanation.limit);
  const floor = decimal(locale, explanation.floor);
  return [
    `${text} → ${verdict(edition, explanation.resolution, locale)}`,
    stepTable(explanation, locale),
    filmTable(edition, explanation, locale),
    say(locale, {
      es:
        `Una respuesta cuesta ${limit} ediciones como máximo y, si no es lo escrito, tiene al menos ` +
        `${floor} puntos (fama − coste).`,
      en:
        `An answer costs ${limit} edits at most and, if it is not what was typed, scores at least ` +
        `${floor} (fame − cost).`,
    }),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function verdict(
  { catalog }: Pick<Edition, "catalog">,
  resolution: Resolution<FilmRow>,
  locale: Locale,
): string {
  const names = (rows: readonly FilmRow[]) =>
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

function stepTable({ steps }: FilmExplanation, locale: Locale): string {
  const head = say(locale, {
    es: "búsqueda|texto|erratas|comparadas|cercanas",
    en: "tier|text|slips|compared|near",
  });
  const rows = steps.map(({ tier, text, edits, compared, kept }) => [
    say(locale, TIERS[tier]),
    text,
    String(edits),
    number(locale, compared),
    number(locale, kept),
  ]);
  return table(head, rows);
}

function filmTable(
  { catalog }: Pick<Edition, "catalog">,
  { films }: FilmExplanation,
  locale: Locale,
): string {
  const head = say(locale, {
    es: "película|clave|búsqueda|escritura|parte|año|fama|puntos",
    en: "film|key|tier|spelling|part|year|fame|score",
  });
  const figure = (value: number) => decimal(locale, value);
  const rows = films
    .slice(0, MOST_FILMS)
    .map(({ row, key, tier, spelling, part, year, fame, score }) => [
      filmText(catalog, row, locale.tag),
      key,
      say(locale, TIERS[tier]),
      figure(spelling),
      figure(part),
      figure(year),
      figure(fame),
      figure(score),
    ]);
  return table(head, rows);
}

/** Names of columns, "|" between them, and rows below; nothing where there are none. */
function table(head: string, rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  return tableLines({ head: head.split("|"), rows }, Number.POSITIVE_INFINITY).join("\n");
}
