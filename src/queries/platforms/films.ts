/** Which films stand on which platforms, by what is known of today and by the catalogues. */
import type { Catalog } from "../../catalog/catalog.js";
import { platformOf, platformOfTitle } from "../../catalog/platforms.js";
import type { FilmRow, PlatformRow } from "../../catalog/rows.js";
import { firstAtLeast } from "../../catalog/sorted.js";
import { catalogueOf, type PlatformCatalogue, type PlatformId } from "./catalogue.js";

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
