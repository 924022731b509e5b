/** What streams where: the catalogues of the platforms, and who offers a film in a region. */
import type { Tables } from "../catalog/catalog.js";
import { isoDate } from "../catalog/film.js";
import { platformOf, platformOfTitle, WAYS } from "../catalog/platforms.js";
import { eachRow } from "../catalog/rows.js";
import type { ExportedTable } from "./table.js";

export function platformTitlesTable(tables: Tables): ExportedTable {
  const { films, platforms, platformTitles: titles } = tables;
  return {
    name: "platform_titles",
    columns: {
      id: "text",
      platform: "text",
      region: "text",
      type: "text",
      title: "text",
      film_id: "int",
      director: "names",
      cast: "names",
      country: "names",
      date_added: "day",
      release_year: "int",
      rating: "text",
      duration_int: "int",
      duration_type: "text",
      listed_in: "names",
      score: "int",
    },
    *rows() {
      for (const row of eachRow(titles)) {
        const platform = platformOfTitle(tables, row);
        const film = titles.film.get(row);
        const added = titles.dateAdded.get(row);
        yield {
          id: titles.id.get(row),
          platform: platformOf(platform).id,
          region: platforms.region.get(platform),
          type: titles.series[row] === 1 ? "TV Show" : "Movie",
          title: titles.title.get(row),
          film_id: film === undefined ? undefined : films.id[film],
          director: [...titles.directors.get(row)],
          cast: [...titles.cast.get(row)],
          country: [...titles.countries.get(row)],
          date_added: added === undefined ? undefined : isoDate(added),
          release_year: titles.releaseYear.get(row),
          rating: titles.maturity.get(row),
          duration_int: titles.durationInt.get(row),
          duration_type: titles.durationType.get(row),
          listed_in: [...titles.genres.get(row)],
          score: titles.score.get(row),
        };
      }
    },
  };
}

export function watchingTable({ films, watching, providers }: Tables): ExportedTable {
  return {
    name: "film_watching",
    columns: { film_id: "int", region: "text", as_of: "day", way: "text", provider: "text" },
    *rows() {
      for (let row = 0; row < watching.rowCount; row++) {
        const film = watching.film[row];
        const day = watching.asOf.get(row);
        const told = {
          film_id: film === undefined ? undefined : films.id[film],
          region: watching.region.get(row),
          as_of: day === undefined ? undefined : isoDate(day),
        };
        // Asked for, and offered by nobody.
        if (WAYS.every((way) => watching[way].get(row).length === 0)) yield told;
        for (const way of WAYS) {
          for (const provider of watching[way].get(row)) {
            yield { ...told, way, provider: providers.name.get(provider) };
          }
        }
      }
    },
  };
}
