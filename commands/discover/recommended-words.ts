/** What `/recomendar` found, in words. */
import { mention, rich } from "../../src/chat/answer/rich-text.js";
import type { Line, RichText } from "../../src/chat/answer/schema.js";
import type { Context } from "../../src/chat/contract.js";
import { capitalised, list } from "../../src/chat/format.js";
import { say } from "../../src/chat/locale.js";
import { quoted } from "../../src/chat/text.js";
import type { Aim } from "../../src/queries/discover/recommend.js";
import type { Recommendation, Recommendations } from "../../src/queries/discover/recommendations.js";
import { type FilmRef, shownTitle } from "../../src/queries/refs/film.js";
import type { Words } from "../../src/words.js";
import { cardOf } from "../shared/card.js";
import type { Asked } from "../shared/filter/meaning.js";
import { filmsAsked } from "../shared/filter/words.js";
import { why } from "../shared/words/reasons.js";
import { heading, shortHeading } from "../shared/words/wording.js";

/** How films were asked for, beside the filters. */
export interface AskedHow {
  /** What was wanted of the films that were named; undefined where none was. */
  readonly aim: Aim | "own" | undefined;
  readonly lessPopular: boolean;
}

/** "Parecidas a Matrix (1999): terror de los 90", "Comedias de España", "Bien valoradas de 2019". */
export function title(
  context: Context,
  how: AskedHow,
  filters: readonly Asked[],
  { films }: Recommendations,
): string {
  const { locale } = context;
  const told = filters.filter(({ option }) => option !== "excluir");
  if (films.length === 0 && !how.lessPopular && how.aim === undefined) return ofTheDay(context, told);
  const subject = say(locale, subjectWords(context, how, films));
  if (told.length === 0) return subject;
  const isGenreNamed = told.some(({ option }) => option === "genero");
  const which = filmsAsked(context, told, { sourced: true, ...(isGenreNamed ? {} : { subject: "" }) }).trim();
  return `${subject}${isGenreNamed ? ":" : ","} ${which}`;
}

/** Where nothing but filters was asked for. */
function ofTheDay(context: Context, told: readonly Asked[]): string {
  const { locale } = context;
  if (told.length === 0)
    return say(locale, { es: "Para hoy, de todo un poco", en: "For today, a bit of everything" });
  const isGenreNamed = told.some(({ option }) => option === "genero");
  const subject = say(locale, { es: "bien valoradas", en: "well rated films" });
  return capitalised(
    locale,
    filmsAsked(context, told, { sourced: true, ...(isGenreNamed ? {} : { subject }) }),
  );
}

function subjectWords({ locale }: Context, how: AskedHow, films: readonly FilmRef[]): Words {
  if (how.aim === "own")
    return { es: "Por tus notas, sin lo que ya viste", en: "By your scores, without what you have seen" };
  const [film] = films;
  if (film === undefined)
    return { es: "Menos conocidas y bien valoradas", en: "Less well known and well liked" };
  if (how.aim === "taste") return { es: "Por lo que te gusta", en: "For what you like" };
  if (films.length === 1) {
    const name = heading(locale, film);
    return { es: `Parecidas a ${name}`, en: `Like ${name}` };
  }
  const { es, en } = named(films, locale.tag);
  return { es: `Entre ${es}`, en: `Between ${en}` };
}

/** "«Matrix» y «Amélie»", in each language's quotation marks. */
function named(films: readonly FilmRef[], tag: string): Words {
  const titles = films.map((film) => quoted(shownTitle(film, tag)));
  return {
    es: list(
      { language: "es", tag: "es" },
      titles.map(({ es }) => es),
    ),
    en: list(
      { language: "en", tag: "en" },
      titles.map(({ en }) => en),
    ),
  };
}

/** Which films none of is left where a filter keeps all alike out. */
export function whichFilms({ locale }: Context, aim: Aim, films: readonly FilmRef[]): Words {
  if (aim === "taste") return { es: "como las que te gustan", en: "like those you like" };
  const { es, en } = named(films, locale.tag);
  return aim === "like" ? { es: `como ${es}`, en: `like ${en}` } : { es: `entre ${es}`, en: `between ${en}` };
}

/** A film that is told why is called by its short name: the reason needs the room. */
export function line(context: Context, recommendation: Recommendation, asked: readonly FilmRef[]): Line {
  const { locale } = context;
  const { film } = recommendation;
  const because = why(context, recommendation, asked);
  const asks = cardOf(film);
  return because === ""
    ? { head: heading(locale, film), asks }
    : { head: shortHeading(locale, film), why: because, asks };
}

/** Where no film was named: how to name one. */
export function nameOne({ locale, asked }: Context): RichText {
  return say<RichText>(locale, {
    es: rich`Dime una película que te guste: ${mention(asked.command, "el padrino")}`,
    en: rich`Name a film you like: ${mention(asked.command, "the godfather")}`,
  });
}
