/** What is loaded, in one line. */
import type { Catalog } from "../../catalog/catalog.js";
import { count, date } from "../format.js";
import { type Locale, say } from "../locale.js";

/** "45.433 películas · datos del 31 de julio de 2017 · versión 2017-07-31-0123456789ab". */
export function catalogLine({ manifest }: Pick<Catalog, "manifest">, locale: Locale): string {
  const day = date(locale, manifest.dataDate);
  return [
    count(locale, manifest.counts.films ?? 0, {
      es: { one: "película", other: "películas" },
      en: { one: "film", other: "films" },
    }),
    say(locale, { es: `datos del ${day}`, en: `data as of ${day}` }),
    say(locale, { es: `versión ${manifest.version}`, en: `version ${manifest.version}` }),
  ].join(" · ");
}
