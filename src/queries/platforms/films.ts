/** Which films stand on which platforms, by what is known of today and by the catalogues. */
import type { Catalog } from "../../catalog/catalog.js";
import { platformOf, platformRow } from "../../catalog/platforms.js";
import type { FilmRow, PlatformRow } from "../../catalog/rows.js";
import { firstAtLeast } from "../../catalog/sorted.js";
import { catalogueOf, type PlatformCatalogue, type PlatformId, platformOfTitle } from "./catalogue.js";
import { filmsWatchableOn, isWatchingKnown } from "./watching.js";

/** In whose catalogues a film stands, each platform once, with the date and the country of that data. */
export function platformsOfFilm(
  catalog: Catalog,
  film: FilmRow,
): ({ platform: PlatformId; name: string } & PlatformCatalogue)[] {
  const { film: films, title: titles } = catalog.platformLinks;
  const rows = new Set<PlatformRow>();
  for (let link = firstAtLeast(films, film); films[link] === film; link++) {
    const title = titles[link];
    if (title !== undefined) rows.add(platformOfTitle(catalog, title));
  }
  return [...rows].map((row) => {
    const { id, name } = platformOf(row);
    return { platform: id, name, ...catalogueOf(catalog, id) };
  });
}

/**
 * Films on a platform, best known first: what is known of today, and what its catalogue says of films of
 * which nothing newer is known.
 */
export function filmsOnPlatform(catalog: Catalog, id: PlatformId): Set<FilmRow> {
  const platform = platformRow(id);
  const { film: films, title: titles } = catalog.platformLinks;
  const found = new Set(filmsWatchableOn(catalog, id));
  for (let link = 0; link < films.length; link++) {
    const [film, title] = [films[link], titles[link]];
    if (film === undefined || title === undefined) continue;
    if (platformOfTitle(catalog, title) === platform && !isWatchingKnown(catalog, film)) found.add(film);
  }
  return new Set([...found].sort((a, b) => a - b));
}
