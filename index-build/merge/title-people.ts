/** Who is in films of which only a platform's catalogue tells it. */
import type { SourceParts } from "../read/parts.js";
import type { FilmRecord } from "../records.js";

/** Fills what nobody else tells of a film. */
export function addPeopleOfTitles(
  films: ReadonlyMap<number, FilmRecord>,
  { titlePeople }: SourceParts,
): void {
  for (const { filmId, credits } of titlePeople) {
    const film = films.get(filmId);
    if (film === undefined) continue;
    if (film.cast.length === 0) {
      film.cast = credits.cast;
      film.castOrdered = credits.castOrdered;
    }
    if (!film.crew.some(({ job }) => job === "Director")) film.crew = [...film.crew, ...credits.crew];
  }
}
