/** The question that shows a film's card: what a line that names the film asks, and a button under a list. */
import type { Asked } from "../../src/chat/asking.js";
import type { FilmRef } from "../../src/queries/refs/film.js";

export function cardOf({ id }: Pick<FilmRef, "id">): Asked {
  return { command: "pelicula", options: { titulo: `tmdb:${id}` } };
}
