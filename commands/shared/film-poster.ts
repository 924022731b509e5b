/** What a question is about, to look at: the poster of the film whose card it asks for. */
import type { Asked } from "../../src/chat/asking.js";
import type { Edition, FilmPoster } from "../../src/chat/contract.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { poster } from "../../src/queries/film/poster.js";
import { filmRowOf, namedFilm, shownTitle } from "../../src/queries/refs/film.js";
import { cardOf } from "./card.js";
import { genreName } from "./words/wording.js";

const CARD = cardOf({ id: 0 }).command;

/** Undefined for a question about anything else. */
export function filmPoster(
  { command, options }: Asked,
  { catalog, find }: Pick<Edition, "catalog" | "find">,
  locale: Locale,
): FilmPoster | undefined {
  const [, id] = /^tmdb:(\d{1,9})$/u.exec(String(options.titulo)) ?? [];
  if (command !== CARD || id === undefined) return undefined;
  const row = filmRowOf(catalog, Number(id));
  if (row === undefined) return undefined;
  const film = onceAsked(() => namedFilm(catalog, row));
  // Lists ask for hundreds of addresses, and for nothing else.
  return {
    url: poster(catalog, row),
    get title() {
      return shownTitle(film(), locale.tag);
    },
    // The same in every language: what an address is made of.
    get name() {
      return shownTitle(film(), "es");
    },
    get year() {
      return film().year;
    },
    get alt() {
      const title = shownTitle(film(), locale.tag);
      return say(locale, { es: `Cartel de ${title}`, en: `Poster of ${title}` });
    },
    get genre() {
      const [genre] = catalog.films.genres.get(row);
      return genre === undefined ? "" : genreName({ find, locale }, catalog.genres.name.get(genre));
    },
  };
}

function onceAsked<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
