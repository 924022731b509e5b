/** What stands around whatever is told of one film: its poster, where one may read more, and where it leads. */
import type { FilmRow } from "../../src/catalog/rows.js";
import type { Answer, Choice, Link, Media } from "../../src/chat/answer/schema.js";
import type { Context } from "../../src/chat/contract.js";
import { shortCountry } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import type { Card } from "../../src/queries/film/card.js";
import { poster } from "../../src/queries/film/poster.js";
import { type FilmRef, type NamedFilm, namedFilm, shownTitle } from "../../src/queries/refs/film.js";
import { cardOf } from "./card.js";
import { type Watcher, watchedIn } from "./words/watching.js";

/** An answer that tells one thing of a film, with its poster and the way to its card. */
export function aboutFilm({ catalog, locale }: Context, row: FilmRow, answer: Answer): Answer {
  const film = namedFilm(catalog, row);
  return {
    ...answer,
    ...posterOf(locale, film, poster(catalog, row)),
    follow: [{ label: say(locale, { es: "Ficha", en: "Card" }), ...cardOf(film) }, similar(locale, film)],
  };
}

export function posterOf(locale: Locale, film: NamedFilm, url: string | null): { readonly media?: Media } {
  if (url === null) return {};
  const title = shownTitle(film, locale.tag);
  const alt = say(locale, { es: `Cartel de ${title}`, en: `Poster of ${title}` });
  return { media: { kind: "link", url, alt } };
}

/** Where a film's card leads: films like it, its franchise, who made it, who plays. */
export function followCard(locale: Locale, { film, collection, directors, cast }: Card): Choice[] {
  const franchise =
    collection === null
      ? []
      : {
          label: say(locale, { es: "Saga", en: "Franchise" }),
          command: "franquicia",
          options: { nombre: `collection:${collection.id}` },
        };
  const players =
    cast.length === 0 ? [] : { ...castOf(film), label: say(locale, { es: "Reparto", en: "Cast" }) };
  return [similar(locale, film), franchise, followDirectors(locale, directors), players].flat();
}

/** More names than these are no quiet row of buttons. */
const MOST_DIRECTORS = 2;

/** Of two, each by name: "Dirección" would lead to one of them. */
function followDirectors(locale: Locale, directors: Card["directors"]): Choice[] {
  return directors.slice(0, MOST_DIRECTORS).map(({ id, name }) => ({
    label: directors.length === 1 ? say(locale, { es: "Dirección", en: "Director" }) : name,
    command: "director",
    options: { nombre: `person:${id}` },
  }));
}

function similar(locale: Locale, { id }: Pick<FilmRef, "id">): Choice {
  return {
    label: say(locale, { es: "Parecidas", en: "Similar" }),
    command: "recomendar",
    options: { titulo: `tmdb:${id}` },
  };
}

/** The question that lists who plays in a film. */
function castOf(film: FilmRef) {
  const { command, options } = cardOf(film);
  return { command, options: { ...options, reparto: true } };
}

/** Pages of others about a film, and a search for its trailer, which nobody keeps for us. */
export function filmLinks(watcher: Watcher, { film, imdbId, watching }: Card): Link[] {
  const { locale } = watcher;
  const { language } = locale;
  const searched = [shownTitle(film, locale.tag), film.year ?? [], say(locale, TRAILER).toLowerCase()].flat();
  const trailer = new URLSearchParams({ search_query: searched.join(" ") });
  return [
    { label: "TMDB", url: `${TMDB}/movie/${film.id}?language=${language}` },
    ...(imdbId === null ? [] : [{ label: "IMDb", url: `https://www.imdb.com/title/${imdbId}/` }]),
    { label: say(locale, TRAILER), url: `https://www.youtube.com/results?${trailer}` },
    ...watchLink(watcher, film.id, watching?.region),
  ];
}

/** Where the film can be watched in the reader's country, which TMDB tells of all of them, where we do not know it. */
function watchLink(watcher: Watcher, film: number, known: string | undefined): Link[] {
  const { locale } = watcher;
  const own = watchedIn(watcher);
  if (own === undefined || own === known) return [];
  const label = say(locale, { es: "Dónde verla", en: "Where to watch" });
  return [
    {
      label: `${label} (${shortCountry(locale, own)})`,
      url: `${TMDB}/movie/${film}/watch?${new URLSearchParams({ locale: own })}`,
    },
  ];
}

const TRAILER = { es: "Tráiler", en: "Trailer" };

const TMDB = "https://www.themoviedb.org";

/** A page of TMDB's; none for what its data gave no id. */
export function tmdbLink(
  { language }: Locale,
  kind: "person" | "collection" | "company",
  id: number,
): { readonly links?: readonly Link[] } {
  if (id <= 0) return {};
  return { links: [{ label: "TMDB", url: `${TMDB}/${kind}/${id}?language=${language}` }] };
}
