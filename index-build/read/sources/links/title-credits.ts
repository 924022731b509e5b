/** Who is in the titles of platforms, where a table of its own tells it, and in the films that they are. */
import { CountByFile } from "../../../count-by-file.js";
import type { PlatformTitle } from "../../../records.js";
import type { ReadContext } from "../../context.js";
import type { Credits, SourceParts } from "../../parts.js";
import { filmsByImdb } from "./rated-films.js";

/** Once all titles and films are read. */
export function linkTitleCredits(parts: SourceParts, context: ReadContext): void {
  if (parts.titleCredits.size === 0) return;
  const films = filmsByImdb(parts);
  const used = new Set<string>();
  for (const one of parts.platformTitles) {
    const id = one.title.id.slice(1);
    const told = parts.titleCredits.get(id);
    if (told === undefined) continue;
    used.add(id);
    const { cast, directors, imdbId, type } = one.title;
    one.title = {
      ...one.title,
      cast: cast.length > 0 ? cast : told.cast,
      directors: directors.length > 0 ? directors : told.directors,
    };
    const filmId = type === "movie" && imdbId !== undefined ? films.get(Number(imdbId.slice(2))) : undefined;
    if (filmId !== undefined) parts.titlePeople.push({ filmId, credits: creditsOf(one.title, context) });
  }
  const unlinked = new CountByFile("credits-without-title", context.report);
  for (const [id, { place }] of parts.titleCredits) if (!used.has(id)) unlinked.count(place.file);
  unlinked.tell();
}

function creditsOf({ cast, directors }: PlatformTitle, { people }: ReadContext): Credits {
  return {
    cast: [...new Set(cast)].map((name) => people.get(undefined, name)),
    castOrdered: true,
    crew: directors.map((name) => ({ person: people.get(undefined, name), job: "Director" })),
  };
}
