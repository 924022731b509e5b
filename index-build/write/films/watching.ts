/** Where films can be watched today → the tables `providers` and `watching`. */
import type { Tables } from "../../../src/catalog/catalog.js";
import { platformRow, WAYS } from "../../../src/catalog/platforms.js";
import { TABLES } from "../../../src/catalog/schema.js";
import { platformOfProvider } from "../../clean/providers.js";
import type { FilmRecord, Watching } from "../../records.js";
import { encodeTable } from "../encode/arrow.js";
import { dayNumber } from "../encode/days.js";

export type WatchingTable = "providers" | "watching";

export function encodeWatching(
  records: ReadonlyMap<number, FilmRecord>,
  { films }: Pick<Tables, "films">,
): Record<WatchingTable, Uint8Array> {
  const rows: { readonly film: number; readonly watching: Watching }[] = [];
  for (const [film, id] of films.id.entries()) {
    const watching = records.get(id)?.watching;
    if (watching !== undefined) rows.push({ film, watching });
  }
  const offered = rows.flatMap(({ watching }) => WAYS.flatMap((way) => watching.offers[way]));
  const names = [...new Set(offered)].sort();
  const providerRows = new Map(names.map((name, row) => [name, row]));
  const providers = names.map((name) => {
    const platform = platformOfProvider(name);
    return platform === undefined ? undefined : platformRow(platform);
  });
  const column = <Cell>(cell: (watching: Watching) => Cell) => rows.map(({ watching }) => cell(watching));
  const offers = (way: (typeof WAYS)[number]) =>
    column((watching) => watching.offers[way].flatMap((name) => providerRows.get(name) ?? []));
  return {
    providers: encodeTable(TABLES.providers, { name: names, platform: providers }),
    watching: encodeTable(TABLES.watching, {
      film: rows.map(({ film }) => film),
      region: column(({ region }) => region),
      asOf: column(({ asOf }) => (asOf === undefined ? undefined : dayNumber(asOf))),
      subscription: offers("subscription"),
      free: offers("free"),
      ads: offers("ads"),
      rent: offers("rent"),
      buy: offers("buy"),
    }),
  };
}
