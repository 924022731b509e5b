/** What is new in the catalogue, as it is posted. */
import type { Answer, Line } from "../../src/chat/answer/schema.js";
import { count, date } from "../../src/chat/format.js";
import { say } from "../../src/chat/locale.js";
import type { NewFilms } from "../../src/chat/ports.js";
import { filmOfId } from "../../src/queries/refs/film.js";
import { cardOf } from "../shared/card.js";
import { shortHeading } from "../shared/words/wording.js";
import type { Posting } from "./film-of-the-day.js";

/** Films that are named. */
const NAMED = 8;

/** Undefined where nothing of it is in the catalogue: then there is nothing to tell. */
export function newsAnswer({ catalog, locale }: Posting, news: readonly NewFilms[]): Answer | undefined {
  const ids = new Set(news.flatMap(({ films }) => films));
  const films = [...ids].flatMap((id) => filmOfId(catalog, id) ?? []);
  const [first] = news;
  if (first === undefined || films.length === 0) return undefined;
  const added = Math.max(
    films.length,
    news.reduce((sum, one) => sum + one.added, 0),
  );
  const since = date(locale, first.at);
  const lines = films.slice(0, NAMED).map(
    (film): Line => ({
      head: shortHeading(locale, film),
      asks: cardOf(film),
    }),
  );
  const isAll = added <= lines.length;
  return {
    kind: "list",
    title: say(locale, { es: "Novedades del catálogo", en: "New in the catalogue" }),
    text: say(locale, {
      es: `${count(locale, added, NEW_FILMS)} desde el ${since}${isAll ? "." : "; las más conocidas:"}`,
      en: `${count(locale, added, NEW_FILMS)} since ${since}${isAll ? "." : "; the best known:"}`,
    }),
    list: { numbered: true, lines },
    notice: true,
  };
}

const NEW_FILMS = {
  es: { one: "película nueva", other: "películas nuevas" },
  en: { one: "new film", other: "new films" },
};
