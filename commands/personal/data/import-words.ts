/** What came of somebody's list from elsewhere, in words. */
import type { Answer, Field } from "../../../src/chat/answer/schema.js";
import type { Context } from "../../../src/chat/contract.js";
import { count, list, number } from "../../../src/chat/format.js";
import { say } from "../../../src/chat/locale.js";
import type { ReadList } from "../../../src/chat/ports.js";
import { filmOfId } from "../../../src/queries/refs/film.js";
import type { Words } from "../../../src/words.js";
import { filmCount, shortHeading } from "../../shared/words/wording.js";
import { dudosas } from "./doubtful.js";
import type { Imported } from "./imported.js";

/** Of what was not found, so many are named. */
const NAMED = 5;

const SOURCES: Readonly<Record<Imported["source"], Words>> = {
  letterboxd: { es: "Tus películas de Letterboxd", en: "Your films from Letterboxd" },
  imdb: { es: "Tus películas de IMDb", en: "Your films from IMDb" },
  exchange: { es: "Tus películas", en: "Your films" },
};

export function importedAnswer(context: Context, result: Imported, read: ReadList): Answer {
  const { locale } = context;
  return {
    kind: "figure",
    title: say(locale, SOURCES[result.source]),
    glance: figures(context, result),
    fields: fields(context, result, read),
    ...(result.doubtful > 0 ? { actions: [dudosas.button(say(locale, WHICH), {})] } : {}),
    ...filesOf(read),
    choices: [
      { label: say(locale, { es: "Mi perfil", en: "My profile" }), command: "perfil", options: {} },
      {
        label: say(locale, { es: "Qué ver, por mis notas", en: "What to watch, by my scores" }),
        command: "recomendar",
        options: {},
      },
    ],
  };
}

const WHICH: Words = { es: "Decir cuáles son las dudosas", en: "Say which the doubtful ones are" };

/** All that was not found, where more was than is named: a table that any program opens. */
function filesOf({ matched: { unmatched } }: ReadList): Pick<Answer, "files"> {
  if (unmatched.length <= NAMED) return {};
  const rows = unmatched.map(({ title, year }) => `"${title.replaceAll('"', '""')}",${year ?? ""}`);
  const text = `Title,Year\n${rows.join("\n")}\n`;
  return {
    files: [{ name: "claqueta-not-found.csv", type: "text/csv", bytes: new TextEncoder().encode(text) }],
  };
}

function figures({ locale }: Context, { added, changed, same, wanted }: Imported): string[] {
  const parts: readonly (readonly [number, Words])[] = [
    [
      added,
      {
        es: `${filmCount(locale, added)} ${added === 1 ? "guardada" : "guardadas"}`,
        en: `${filmCount(locale, added)} saved`,
      },
    ],
    [
      changed,
      {
        es: `${number(locale, changed)} con otra nota que antes`,
        en: `${number(locale, changed)} with another score than before`,
      },
    ],
    [
      same,
      {
        es: `${number(locale, same)} que ya ${same === 1 ? "estaba" : "estaban"}`,
        en: `${number(locale, same)} that were there already`,
      },
    ],
    [
      wanted,
      {
        es: `${number(locale, wanted)} a tus pendientes`,
        en: `${number(locale, wanted)} put on your watchlist`,
      },
    ],
  ];
  const told = parts.filter(([films]) => films > 0).map(([, words]) => say(locale, words));
  return told.length > 0
    ? told
    : [say(locale, { es: "Nada nuevo que guardar.", en: "Nothing new to save." })];
}

function fields(context: Context, result: Imported, { report, matched }: ReadList): Field[] {
  const { locale } = context;
  const notFound = matched.unmatched.map(({ title, year }) =>
    year === undefined ? title : `${title} (${year})`,
  );
  const doubtful = matched.ambiguous.map(({ entry, films }) => {
    const names = films.slice(0, 2).flatMap((id) => {
      const film = filmOfId(context.catalog, id);
      return film === undefined ? [] : [shortHeading(locale, film)];
    });
    return names.length === 0 ? entry.title : `${entry.title} → ${names.join(" / ")}`;
  });
  const known: readonly (readonly [Words, number, readonly string[]])[] = [
    [{ es: "No encontradas", en: "Not found" }, notFound.length, notFound],
    [{ es: "Dudosas, sin guardar", en: "Doubtful, not saved" }, doubtful.length, doubtful],
    [{ es: "No son películas", en: "No films" }, report.notFilms.count, report.notFilms.titles],
    [{ es: "Filas ilegibles", en: "Rows that cannot be read" }, report.unreadable, []],
    [{ es: "Sin sitio", en: "No room for" }, result.leftOut, []],
  ];
  return known
    .filter(([, films]) => films > 0)
    .map(([name, films, examples]) => ({
      name: say(locale, name),
      value: withExamples(context, films, examples),
    }));
}

/** "12: Solaris (1972), Stalker (1979) y 10 más". */
function withExamples({ locale }: Context, all: number, examples: readonly string[]): string {
  const named = examples.slice(0, NAMED);
  const figure = number(locale, all);
  if (named.length === 0) return figure;
  const more = all - named.length;
  return `${figure}: ${list(locale, more > 0 ? [...named, count(locale, more, MORE)] : named)}`;
}

const MORE = { es: { one: "más", other: "más" }, en: { one: "more", other: "more" } };
