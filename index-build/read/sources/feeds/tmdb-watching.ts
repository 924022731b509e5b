/** Where a film can be watched, as a line of TMDB's films tells it. TMDB has it from JustWatch. */
import { WAYS, type Way } from "../../../../src/catalog/platforms.js";
import type { OfferTerm, TmdbFilm } from "../../../../src/feeds/tmdb-film.js";
import { distinctProviders } from "../../../clean/providers.js";
import { cleanName } from "../../../clean/texts/text.js";
import { parseDate } from "../../../clean/values/dates.js";
import type { Watching } from "../../../records.js";

/** TMDB's names of the ways. */
const TERMS: Readonly<Record<Way, OfferTerm>> = {
  subscription: "flatrate",
  free: "free",
  ads: "ads",
  rent: "rent",
  buy: "buy",
};

/** @param at when TMDB was asked, ISO 8601 */
export function watchingOf(
  providers: TmdbFilm["providers"],
  at: string | null | undefined,
): Watching | undefined {
  if (!providers) return undefined;
  const names = (way: Way) =>
    distinctProviders(providers[TERMS[way]].flatMap(({ provider_name: name }) => cleanName(name) ?? []));
  return {
    region: providers.region,
    asOf: at ? parseDate(at.slice(0, 10)) : undefined,
    offers: Object.fromEntries(WAYS.map((way) => [way, names(way)])) as Record<Way, string[]>,
  };
}
