/** What `/recomendar` found, in words. */
import { mention, rich } from "../../src/chat/answer/rich-text.js";
import type { Line, RichText } from "../../src/chat/answer/schema.js";
import type { Context } from "../../src/chat/contract.js";
import { list } from "../../src/chat/format.js";
import { say } from "../../src/chat/locale.js";
import { quoted } from "../../src/chat/text.js";
import type { Aim } from "../../src/queries/discover/recommend.js";
import type { Recommendation, Recommendations } from "../../src/queries/discover/recommendations.js";
import { type FilmRef, shownTitle } from "../../src/queries/refs/film.js";
import type { Words } from "../../src/words.js";
import { cardOf } from "../shared/card.js";
import type { Asked } from "../shared/filter/meaning.js";
import { filterWords } from "../shared/filter/words.js";
import { why } from "../shared/reasons.js";
import { heading, shortHeading } from "../shared/wording.js";

/** How films were asked for, beside the filters. */
export interface AskedHow {
  /** What was wanted of the films that were named; undefined where none was. */
  readonly aim: Aim | undefined;
  readonly lessPopular: boolean;
}

/** "Parecidas a Matrix (1999), de terror", "Para ver hoy: de terror y de España". */
export function title(
  context: Context,
  how: AskedHow,
  filters: readonly Asked[],
  { films }: Recommendations,
): string {
  const told = filters.filter(({ option }) => option !== "excluir");
  const words = filterWords(context, told, { sourced: true }).map(({ text }) => text);
  const filter = list(context.locale, words);
  const subject = say(context.locale, subjectWords(context, how, films));
  if (films.length > 0) return filter === "" ? subject : `${subject}, ${filter}`;
  const anything = how.lessPopular
    ? ""
    : say(context.locale, { es: ", de todo un poco", en: ", a bit of everything" });
  return filter === "" ? `${subject}${anything}` : `${subject}: ${filter}`;
}

function subjectWords({ locale }: Context, how: AskedHow, films: readonly FilmRef[]): Words {
  const [film] = films;
  if (film === undefined) {
    return how.lessPopular
      ? { es: "Menos conocidas y bien valoradas", en: "Less well known and well liked" }
      : { es: "Para hoy", en: "For today" };
  }
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
  if (aim === "taste") return { es: "parecida a las que te gustan", en: "like those you like" };
  const { es, en } = named(films, locale.tag);
  return aim === "like"
    ? { es: `parecida a ${es}`, en: `like ${en}` }
    : { es: `entre ${es}`, en: `between ${en}` };
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
