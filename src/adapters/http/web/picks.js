// @ts-check
/** Films to begin with: a row of posters, each day another, that lead to their pages. */
import { thumbnail } from "./answer/picture.js";
import { plain } from "./answer/text.js";
import { bestFilms } from "./api.js";
import { byId, h } from "./dom.js";
import { current } from "./language.js";

const FILMS = 12;
/** Of the best rated, a page a day; those with a poster stand before the others. */
const PAGES = 12;
const PER_PAGE = 20;
const DAY = 86_400_000;
const POSTER = { name: "cover", width: 104, height: 156, wide: 185 };

let stop = new AbortController();

/** Shows them in the current language. Without them the page works, only barer. */
export async function showPicks() {
  stop.abort();
  stop = new AbortController();
  const { signal } = stop;
  const section = byId("picks", HTMLElement);
  try {
    const day = Math.floor(Date.now() / DAY);
    const films = await bestFilms(1 + (day % PAGES), PER_PAGE, signal);
    if (signal.aborted) return;
    const seen = films.filter(({ poster }) => poster !== undefined);
    const shown = [...seen, ...films.filter(({ poster }) => poster === undefined)].slice(0, FILMS);
    const tiles = shown.flatMap(({ head, asks, poster }) => {
      const [, id] = /^tmdb:(-?\d+)$/u.exec(String(asks?.options.titulo)) ?? [];
      if (id === undefined) return [];
      const link = h(
        "a",
        { class: "pick", href: `pelicula/${id}` },
        thumbnail(poster, POSTER, `cartel/${id}.svg?lang=${current()}`),
        h("span", {}, plain(head)),
      );
      return [h("li", {}, link)];
    });
    byId("strip", HTMLElement).replaceChildren(...tiles);
    section.hidden = tiles.length === 0;
  } catch {
    if (!signal.aborted) section.hidden = true;
  }
}
